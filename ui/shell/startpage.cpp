// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "core/domain/displaytext.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gapline {
namespace {

constexpr int kRecentShown = 6;

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text().remove(u'&'), parent);
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

StartPage::StartPage(Workspace &workspace,
                     const WindowSettings &settings,
                     const Actions &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(actions)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 76);
    m_sandbox = buttonFor(actions.openSandbox, this);
    m_connect = buttonFor(actions.connectTo, this);

    // Aligned by itself it would be given the height that it needs in the width of the page.
    auto *text = new QHBoxLayout;
    text->addStretch();
    text->addWidget(m_text);
    text->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_sandbox);
    buttons->addWidget(m_connect);
    buttons->addWidget(buttonFor(actions.openFromClipboard, this));
    buttons->addStretch();
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addLayout(text);
    layout->addLayout(buttons);
    layout->addLayout(m_recent);
    layout->addStretch(3);
    for (const auto signal : {&Workspace::connectionStateChanged,
                              &Workspace::profileChanged,
                              &Workspace::executionsChanged,
                              &Workspace::currentViewChanged})
        connect(&workspace, signal, this, &StartPage::refresh);
    refresh();
}

void StartPage::refresh()
{
    const bool hasList = !m_workspace.executions().isEmpty();
    m_title->setText(hasList ? tr("Choose an execution") : tr("Nothing is open yet"));
    m_text->setText(
        hasList
            ? tr("Open one from the list on the left, or paste its id, a URL, JSON or a log line "
                 "that holds it into the box above.")
            : tr("Gapline shows every seq of an execution: events, internal-only gaps and what has "
                 "not been scanned. Try it on the sandbox, which needs no account, or connect to "
                 "the API with a key and a token."));
    m_sandbox->setVisible(!m_workspace.isSandbox());
    m_connect->setVisible(!m_workspace.hasConnection() || m_workspace.isSandbox());
    showRecent();
}

void StartPage::showRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QStringList recent = m_settings.recentExecutions(m_workspace.profile().name);
    if (recent.isEmpty() || m_workspace.isSandbox())
        return;
    auto *heading = new QLabel(tr("Recent"), this);
    heading->setForegroundRole(QPalette::PlaceholderText);
    m_recent->addWidget(heading, 0, Qt::AlignHCenter);
    for (const QString &id : recent.first(std::min<qsizetype>(recent.size(), kRecentShown))) {
        QString text = displayText(id, 60);
        auto *button = new QPushButton(text.replace(u'&', QLatin1String("&&")), this);
        button->setFlat(true);
        connect(
            button, &QPushButton::clicked, this, [this, id] { m_workspace.open(ExecutionId(id)); });
        m_recent->addWidget(button, 0, Qt::AlignHCenter);
    }
}

} // namespace Gapline
