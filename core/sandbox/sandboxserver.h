// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/profile.h"
#include "core/sandbox/sandboxoptions.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Gapline {

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
    /// The execution of SandboxOptions::events; empty when none was asked for.
    [[nodiscard]] ExecutionId largest() const;
    /// Begins to deliver webhooks to a receiver of the sandbox's own. What had happened before is written to its log
    /// at once, as NDJSON; what happens from now on is posted to it (see WebhookReceiver). Gives the number of
    /// rows written at once. Errors: FileUnwritable, NetworkUnreachable.
    Result<qint64> keepReceiverLog(const QString &fileName);
    /// Where the receiver takes webhooks, "http://127.0.0.1:<port>/receiver"; only after keepReceiverLog().
    [[nodiscard]] QUrl receiverUrl() const;
    /// The secrets that the webhooks are signed with: before and after the rotation.
    [[nodiscard]] static QList<Secret> webhookSecrets();

signals:
    /// A request has come, right or wrong.
    void requested(const QByteArray &method, const QByteArray &path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gapline
