// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/windowtest.h"

#include "core/reconcile/retryhorizon.h"
#include "core/sandbox/sandboxserver.h"

#include <QFile>
#include <QTest>

namespace Gapline::Test {

/// For tests of the real window on the real sandbox with its receiver's log.
class ReceiverWindowTest : public WindowTest
{
protected:
    void startSandbox()
    {
        m_sandbox = std::make_unique<SandboxServer>(SandboxOptions{}, m_clock);
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        m_url = *url;
        // The sandbox's log grows: all read the copy.
        const QString growing = m_folder.filePath(QStringLiteral("growing.ndjson"));
        QVERIFY(m_sandbox->keepReceiverLog(growing));
        m_log = m_folder.filePath(QStringLiteral("receiver.ndjson"));
        QVERIFY(QFile::copy(growing, m_log));
    }

    /// And fetches seven executions and the showcase, which is shown. The window has been made.
    void connectToReceiver(const QString &name)
    {
        m_workspace->connectTo({QStringLiteral("Sandbox"), m_url, cacheFile(), {}},
                               SandboxServer::credentials(),
                               true);
        ReceiverProfile profile;
        profile.name = name;
        profile.schedule = directSchedule();
        profile.secrets = SandboxServer::webhookSecrets();
        m_workspace->setSandboxReceiver({m_log, m_sandbox->receiverUrl(), profile});
        QTRY_VERIFY(m_workspace->executions().size() >= 60);
        for (int i = 5; i < 12; ++i)
            fetch(m_workspace->executions().at(i).execution.executionId);
        fetch(m_sandbox->showcase());
    }

    void fetch(const ExecutionId &id)
    {
        m_workspace->open(id);
        QTRY_VERIFY(!m_workspace->currentView()->stream()->isEmpty());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
    }

    std::unique_ptr<SandboxServer> m_sandbox;
    QUrl m_url;
    QString m_log;
};

} // namespace Gapline::Test
