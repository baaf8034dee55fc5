// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/profile.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Gapline {

/// What the simulated approval engine holds. The same options give the same history, byte for byte.
struct SandboxOptions
{
    quint64 seed = 1;
    int executions = 60;
    qint64 events =
        0; ///< Extra: one completed execution, the newest, with about this many external events.
    EpochMs now; ///< Histories end before it; running executions go on from it.
    double speed = 1; ///< How much faster than the clock running executions move.
};

/// The approval engine's four read calls over HTTP on 127.0.0.1 (api-contract.md). Lives on the thread that made it.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the server.
    SandboxServer(const SandboxOptions &options, const Clock &clock, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Port 0 takes any free one. Gives the base URL, "http://127.0.0.1:<port>/v2/".
    Result<QUrl> listen(quint16 port = 0);
    /// What the sandbox accepts: "sandbox-key" and "sandbox-token".
    [[nodiscard]] static Credentials credentials();
    /// The execution worth opening first: one with gaps of every place, several lanes, and a breach.
    [[nodiscard]] ExecutionId showcase() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gapline
