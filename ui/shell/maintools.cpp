// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/maintools.h"

#include "core/domain/displaytext.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/shell/icons.h"
#include "ui/shell/livecontrols.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace Gapline {
namespace {

QWidget *spacer(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

QToolButton *menuButton(QMenu *menu, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

MainTools::MainTools(Workspace &workspace,
                     const WindowSettings &settings,
                     const Actions &actions,
                     LiveControls &live,
                     QWidget *parent)
    : QToolBar(tr("Main tools"), parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(actions)
    , m_connection(menuButton(new QMenu(this), this))
    , m_idBox(new QLineEdit(this))
    , m_timeZone(menuButton(actions.timeZoneMenu(), this))
{
    setObjectName(QStringLiteral("mainTools"));
    setMovable(false);
    setIconSize(QSize(16, 16));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setContextMenuPolicy(Qt::PreventContextMenu);
    // Qt makes it, and gives it no name.
    if (auto *rest = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"))) {
        rest->setAccessibleName(tr("More tools"));
        rest->setToolTip(tr("The tools that have no room here"));
    }

    connect(m_connection->menu(), &QMenu::aboutToShow, this, &MainTools::fillConnectionMenu);
    m_connection->setIcon(themedIcon(QStringLiteral("database")));
    addWidget(m_connection);

    m_idBox->setPlaceholderText(tr("Paste an execution id, URL, JSON or log line"));
    m_idBox->setAccessibleName(tr("Execution to open"));
    applyFont();
    connect(m_idBox, &QLineEdit::returnPressed, this, [this] { emit idEntered(m_idBox->text()); });
    addWidget(m_idBox);
    addAction(actions.refresh);
    addWidget(live.makeButton(this));
    addAction(actions.reconcileDeliveries);
    QToolButton *exports = menuButton(actions.exportMenu(), this);
    exports->setText(tr("Export"));
    exports->setIcon(themedIcon(QStringLiteral("download")));
    // A button does not follow the menu that it opens: it would look usable and open nothing.
    const QAction *menu = actions.exportMenu()->menuAction();
    const auto follow = [exports, menu] { exports->setEnabled(menu->isEnabled()); };
    connect(menu, &QAction::changed, exports, follow);
    follow();
    addWidget(exports);
    exports->setToolTip(tr("Export what is open"));
    for (QAction *action : {actions.reconcileDeliveries, actions.refresh})
        m_shortened.append({qobject_cast<QToolButton *>(widgetForAction(action)), 0});
    m_shortened.append({exports, 0});
    addWidget(spacer(this));
    addWidget(m_timeZone);

    connect(&workspace, &Workspace::profileChanged, this, &MainTools::showProfile);
    connect(&workspace, &Workspace::timeZoneChanged, this, &MainTools::showTimeZone);
    showProfile();
    showTimeZone();
}

bool MainTools::event(QEvent *event)
{
    const bool isDone = QToolBar::event(event);
    if (event->type() == QEvent::LayoutRequest) // A button says something else.
        fitButtons();
    return isDone;
}

void MainTools::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    fitButtons();
}

/// Before tools go where only another click shows them, the long words go, one button after the other.
void MainTools::fitButtons()
{
    int wanted = sizeHint().width();
    for (const Shortened &one : m_shortened)
        wanted += one.gain;
    for (Shortened &one : m_shortened) {
        const bool isTooWide = wanted > width();
        if (isTooWide && one.gain == 0) {
            // Measured, not reckoned: a pixel of difference would make it come and go for ever.
            const int wide = one.button->sizeHint().width();
            one.button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            one.gain = wide - one.button->sizeHint().width();
        } else if (!isTooWide && one.gain > 0) {
            one.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            one.gain = 0;
        }
        wanted -= isTooWide ? one.gain : 0;
    }
}

void MainTools::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    const bool isOfText =
        event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (isOfText && m_timeZone)
        applyFont();
}

void MainTools::applyFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_idBox->setFont(fixed);
    const int letter = QFontMetrics(fixed).averageCharWidth();
    m_idBox->setMinimumWidth(letter * 24);
    m_idBox->setMaximumWidth(letter * 48);
}

void MainTools::showId(const QString &id)
{
    m_idBox->setText(id);
    m_idBox->setCursorPosition(0);
}

void MainTools::focusIdBox()
{
    m_idBox->setFocus(Qt::ShortcutFocusReason);
    m_idBox->selectAll();
}

void MainTools::showTimeZone()
{
    m_timeZone->setText(m_workspace.timeZone() == TimeZoneChoice::Utc ? tr("UTC")
                                                                      : tr("Local time"));
    m_timeZone->setAccessibleName(tr("Times: %1").arg(m_timeZone->text()));
}

void MainTools::showProfile()
{
    const QString name = displayText(m_workspace.profile().name, 32);
    const QString text = m_workspace.isSandbox() ? tr("Sandbox (local)")
        : name.isEmpty()                         ? tr("Not connected")
                                                 : name;
    m_connection->setAccessibleName(tr("Connection: %1").arg(text));
    m_connection->setText(QString(text).replace(u'&', QLatin1String("&&")));
}

void MainTools::fillConnectionMenu()
{
    QMenu *menu = m_connection->menu();
    menu->clear();
    for (const Profile &profile : m_settings.profiles()) {
        QString name = displayText(profile.name, 60);
        QAction *action = menu->addAction(name.replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(!m_workspace.isSandbox() && profile.name == m_workspace.profile().name);
        connect(
            action, &QAction::triggered, this, [this, profile] { emit profileWanted(profile); });
    }
    menu->addSeparator();
    menu->addActions({m_actions.openSandbox, m_actions.connectTo, m_actions.workOffline});
}

} // namespace Gapline
