// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/windowrequest.h"
#include "app/sandboxhost.h"
#include "ui/workspace/viewlink.h"
#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Gapline {

class MainWindow;
class SecretStore;
class SettingsStore;

/// What happens around one window: which connection it uses, from where its secrets come, the built-in sandbox.
/// Makes the connections, so that ui never names the API. Lives on the UI thread.
class WindowSession : public QObject
{
    Q_OBJECT

public:
    /// All four must outlive the session.
    WindowSession(Cache &cache,
                  const Clock &clock,
                  SettingsStore &settings,
                  SecretStore &secrets,
                  QObject *parent = nullptr);
    ~WindowSession() override;

    [[nodiscard]] Workspace &workspace() { return m_workspace; }
    /// Answers what the window asks for.
    void serve(MainWindow &window);
    /// Reads from the cache what the command line wants to see. Comes before the window is made: the cache thread
    /// reads while the window is laid out. Nothing is answered before the event loop runs.
    /// `link` says what to open where the command line names no execution.
    void begin(const Profile &profile,
               const WindowRequest &request,
               const std::optional<ViewLink> &link = {});
    /// Then, once the window is shown: the connection, and whatever it may have to wait for.
    void connectFirst(const WindowRequest &request);
    void openSandbox();
    /// Shows a case file and nothing else: offline until another connection is chosen.
    void openCase(const QString &file);

private:
    void leaveCase();
    void use(const Profile &profile);
    void loadSecrets();
    void connectWith(const Profile &profile, const Credentials &credentials);
    [[nodiscard]] QString receiverLog() const;
    void goToSandbox();
    void showBreach();
    void openFirst(const WindowRequest &request, const std::optional<ViewLink> &link);

    const Clock &m_clock;
    SettingsStore &m_settings;
    SecretStore &m_secrets;
    Workspace m_workspace;
    std::unique_ptr<QTemporaryDir>
        m_sandboxFolder; ///< Holds the sandbox's own cache and its receiver's log.
    std::unique_ptr<SandboxHost> m_sandbox;
    std::optional<SandboxHost::Address> m_sandboxAddress; ///< Once it serves.
    std::optional<bool> m_offlineBeforeCase; ///< While a case file is open.
    std::optional<ExecutionId> m_sandboxExecution; ///< Asked for on the command line.
    std::optional<ViewLink> m_sandboxLink; ///< Likewise.
};

} // namespace Gapline
