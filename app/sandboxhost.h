// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/secret.h"
#include "core/sandbox/sandboxoptions.h"

#include <QList>
#include <QObject>
#include <QThread>
#include <QUrl>

namespace Gapline {

class SandboxServer;

/// The built-in sandbox on a thread of its own, so that the window stays live while it makes its answers. Lives on
/// the UI thread; destroying it ends the sandbox.
class SandboxHost : public QObject
{
    Q_OBJECT

public:
    struct Address
    {
        QUrl baseUrl;
        ExecutionId showcase; ///< Worth opening first.
        QUrl receiverUrl;
        QList<Secret> webhookSecrets;
    };

    /// The webhooks' receiver writes its log to `receiverLog`. `clock` must outlive the host and be usable from any
    /// thread.
    SandboxHost(const SandboxOptions &options,
                const QString &receiverLog,
                const Clock &clock,
                QObject *parent = nullptr);
    ~SandboxHost() override;

    void start();

signals:
    /// Once.
    void started(const Gapline::Result<Gapline::SandboxHost::Address> &address);

private:
    /// On the sandbox's thread.
    [[nodiscard]] Result<Address> serve(SandboxServer &server) const;

    SandboxOptions m_options;
    QString m_receiverLog;
    const Clock &m_clock;
    QThread m_thread;
    QObject *m_owner = nullptr; ///< Lives on m_thread and owns the server.
};

} // namespace Gapline
