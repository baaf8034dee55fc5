// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxhost.h"

#include "core/sandbox/sandboxserver.h"

namespace Gapline {

SandboxHost::SandboxHost(const SandboxOptions &options,
                         const QString &receiverLog,
                         const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_receiverLog(receiverLog)
    , m_clock(clock)
    , m_owner(new QObject)
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
    m_owner->moveToThread(&m_thread);
    // The owner takes the server with it, on the thread that both live on.
    connect(&m_thread, &QThread::finished, m_owner, &QObject::deleteLater);
    m_thread.start();
}

SandboxHost::~SandboxHost()
{
    m_thread.quit();
    m_thread.wait();
}

void SandboxHost::start()
{
    QMetaObject::invokeMethod(m_owner, [this] {
        auto *server = new SandboxServer(m_options, m_clock, m_owner);
        const Result<Address> address = serve(*server);
        QMetaObject::invokeMethod(this, [this, address] { emit started(address); });
    });
}

Result<SandboxHost::Address> SandboxHost::serve(SandboxServer &server) const
{
    const Result<QUrl> url = server.listen();
    if (!url)
        return Failure(url.error());
    if (const Result<qint64> rows = server.keepReceiverLog(m_receiverLog); !rows)
        return Failure(rows.error());
    return Address{*url, server.showcase(), server.receiverUrl(), SandboxServer::webhookSecrets()};
}

} // namespace Gapline
