// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "app/cli/defaultcache.h"
#include "app/settingsstore.h"
#include "core/api/apiclient.h"
#include "core/reconcile/retryhorizon.h"
#include "core/sandbox/sandboxserver.h"
#include "ui/settings/secretstore.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionkeeper.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

Workspace::MakeConnection connectionMaker(Cache &cache, const Clock &clock)
{
    return [&cache, &clock](const Profile &profile, const Credentials &credentials) {
        ApiOptions options;
        options.holdsForCredentials = true;
        auto client = std::make_unique<ApiClient>(profile, credentials, clock, options);
        return std::make_unique<Connection>(std::move(client), cache, clock);
    };
}

/// VELT_API_KEY and VELT_AUTH_TOKEN, where both are set (command-line.md).
std::optional<Credentials> credentialsOfEnvironment()
{
    const Credentials credentials{Secret(qgetenv("VELT_API_KEY")),
                                  Secret(qgetenv("VELT_AUTH_TOKEN"))};
    if (!credentials.apiKey.isSendable() || !credentials.authToken.isSendable())
        return std::nullopt;
    return credentials;
}

/// Says in `workspace` when the cache was found elsewhere, once somebody may be listening.
Profile withCacheFile(Profile profile, Workspace &workspace)
{
    if (!profile.cacheFile.isEmpty())
        return profile;
    const ProfileCache cache = cacheOfProfile(profile, true);
    profile.cacheFile = cache.file;
    if (!cache.notice.isEmpty()) {
        QTimer::singleShot(
            0, &workspace, [&workspace, notice = cache.notice] { emit workspace.noticed(notice); });
    }
    return profile;
}

SandboxReceiver receiverOf(const SandboxHost::Address &address, const QString &logFile)
{
    ReceiverProfile profile;
    profile.name = WindowSession::tr("Sandbox receiver");
    profile.schedule = directSchedule();
    profile.secrets = address.webhookSecrets;
    return {logFile, address.receiverUrl, profile};
}

} // namespace

WindowSession::WindowSession(Cache &cache,
                             const Clock &clock,
                             SettingsStore &settings,
                             SecretStore &secrets,
                             QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_workspace(cache, clock, connectionMaker(cache, clock))
{ }

WindowSession::~WindowSession() = default;

void WindowSession::serve(MainWindow &window)
{
    connect(&window, &MainWindow::sandboxWanted, this, &WindowSession::openSandbox);
    connect(&window, &MainWindow::caseWanted, this, &WindowSession::openCase);
    connect(&window, &MainWindow::profileWanted, this, &WindowSession::use);
    connect(&window, &MainWindow::connectionChosen, this, &WindowSession::connectWith);
}

void WindowSession::openFirst(const WindowRequest &request, const std::optional<ViewLink> &link)
{
    if (request.execution)
        m_workspace.open(*request.execution);
    else if (link)
        SessionKeeper::open(m_workspace, *link);
}

void WindowSession::begin(const Profile &profile,
                          const WindowRequest &request,
                          const std::optional<ViewLink> &link)
{
    m_workspace.setOffline(request.isOffline);
    m_sandboxExecution = request.execution;
    if (request.isDemo) {
        m_sandboxLink = link;
        return;
    }
    if (!request.caseFile.isEmpty()) {
        openCase(request.caseFile);
        openFirst(request, link);
        return;
    }
    m_workspace.connectTo(withCacheFile(profile, m_workspace), std::nullopt);
    openFirst(request, link);
}

void WindowSession::connectFirst(const WindowRequest &request)
{
    if (request.isDemo) {
        openSandbox();
        return;
    }
    if (!request.caseFile.isEmpty())
        return;
    // Asking may make the desktop ask for a password: only where there is something to be found.
    const bool isKnown = !m_workspace.profile().name.isEmpty();
    if (const std::optional<Credentials> environment = credentialsOfEnvironment())
        m_workspace.setCredentials(*environment);
    else if (isKnown && !request.isOffline)
        loadSecrets();
}

void WindowSession::openCase(const QString &file)
{
    if (!m_offlineBeforeCase)
        m_offlineBeforeCase = m_workspace.isOffline();
    m_workspace.setOffline(true);
    m_workspace.showCase(file);
}

void WindowSession::leaveCase()
{
    if (const auto wasOffline = std::exchange(m_offlineBeforeCase, std::nullopt))
        m_workspace.setOffline(*wasOffline);
}

void WindowSession::use(const Profile &profile)
{
    leaveCase();
    m_settings.saveProfile(profile);
    m_workspace.connectTo(withCacheFile(profile, m_workspace), std::nullopt);
    loadSecrets();
}

void WindowSession::loadSecrets()
{
    const QString origin = originOf(m_workspace.profile().baseUrl);
    m_secrets.load(origin, this, [this, origin](const std::optional<Credentials> &credentials) {
        // The user may have gone elsewhere in the meantime.
        if (credentials && originOf(m_workspace.profile().baseUrl) == origin)
            m_workspace.setCredentials(*credentials);
    });
}

void WindowSession::connectWith(const Profile &profile, const Credentials &credentials)
{
    leaveCase();
    m_settings.saveProfile(profile);
    m_secrets.store(originOf(profile.baseUrl), credentials);
    const Profile used = withCacheFile(profile, m_workspace);
    m_workspace.setOffline(false);
    const bool isSame = !m_workspace.isSandbox() && m_workspace.profile() == used;
    if (isSame)
        m_workspace.setCredentials(credentials);
    else
        m_workspace.connectTo(used, credentials);
}

void WindowSession::openSandbox()
{
    leaveCase();
    // One sandbox as long as the window lives: another has other executions, which one cache must not mix.
    if (m_sandboxAddress)
        return goToSandbox();
    if (m_sandbox)
        return;
    m_sandboxFolder = std::make_unique<QTemporaryDir>();
    m_sandbox = std::make_unique<SandboxHost>(SandboxOptions{}, receiverLog(), m_clock);
    connect(m_sandbox.get(),
            &SandboxHost::started,
            this,
            [this](const Result<SandboxHost::Address> &address) {
                if (address) {
                    m_sandboxAddress = *address;
                    goToSandbox();
                    return;
                }
                // The sender, which must outlive its signal; whoever asks again gets another try.
                m_sandbox.release()->deleteLater();
                emit m_workspace.failed(address.error());
            });
    m_sandbox->start();
}

QString WindowSession::receiverLog() const
{
    return m_sandboxFolder->filePath(QStringLiteral("receiver.ndjson"));
}

void WindowSession::goToSandbox()
{
    if (m_workspace.isSandbox() && m_workspace.currentView()) {
        emit m_workspace.noticed(tr("The sandbox is open already."));
        return;
    }
    if (!m_workspace.isSandbox()) {
        const QString file = m_sandboxFolder->filePath(QStringLiteral("sandbox.sqlite"));
        m_workspace.connectTo({tr("Sandbox"), m_sandboxAddress->baseUrl, file, {}},
                              SandboxServer::credentials(),
                              true);
        m_workspace.setSandboxReceiver(receiverOf(*m_sandboxAddress, receiverLog()));
    }
    if (m_sandboxLink) {
        SessionKeeper::open(m_workspace, *m_sandboxLink);
        return;
    }
    m_workspace.open(m_sandboxExecution.value_or(m_sandboxAddress->showcase));
    showBreach();
}

/// The sandbox opens on an event worth looking at, so that no pane is empty.
void WindowSession::showBreach()
{
    StreamView *view = m_workspace.currentView();
    connect(view, &StreamView::rowsChanged, view, [view] {
        const EventStream &stream = *view->stream();
        for (qsizetype i = 0; !view->selection() && i < stream.count(); ++i) {
            if (stream.typeAt(i) == "step.breached")
                view->select(SeqRange{stream.seqAt(i), stream.seqAt(i)});
        }
    });
}

} // namespace Gapline
