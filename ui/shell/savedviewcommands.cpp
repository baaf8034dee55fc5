// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/savedviewcommands.h"

#include "core/domain/displaytext.h"
#include "core/filter/filterparser.h"
#include "ui/inspect/eventtable.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"
#include "ui/shell/savedviewsdialog.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kShownCharacters = 60;

} // namespace

SavedViewCommands::SavedViewCommands(Workspace &workspace,
                                     WindowSettings &settings,
                                     Actions &actions,
                                     EventTable &table,
                                     QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_actions(actions)
    , m_table(table)
    , m_window(window)
{
    connect(actions.saveView, &QAction::triggered, this, &SavedViewCommands::askForName);
    connect(actions.manageViews, &QAction::triggered, this, &SavedViewCommands::manage);
    connect(&workspace, &Workspace::currentViewChanged, this, &SavedViewCommands::fillMenu);
    fillMenu();
}

void SavedViewCommands::fillMenu()
{
    qDeleteAll(m_entries);
    m_entries.clear();
    const QList<SavedView> views = m_settings.savedViews();
    for (const SavedView &view : views) {
        QString name = displayText(view.name, kShownCharacters);
        auto *entry = new QAction(name.replace(u'&', QLatin1String("&&")), this);
        entry->setEnabled(m_workspace.currentView() != nullptr);
        connect(entry, &QAction::triggered, this, [this, view] { apply(view); });
        m_actions.savedViewsMenu()->addAction(entry);
        m_entries << entry;
    }
    m_actions.manageViews->setEnabled(!views.isEmpty());
}

void SavedViewCommands::apply(const SavedView &view)
{
    StreamView *stream = m_workspace.currentView();
    if (!stream)
        return;
    const auto filter = parseFilter(view.filter);
    if (!filter) {
        emit noticed(tr("The filter of \"%1\" cannot be read: %2")
                         .arg(displayText(view.name, kShownCharacters), filter.error().message));
        return;
    }
    stream->setStreamFilter(*filter);
    stream->setShowsGapRows(view.showsGapRows);
    m_table.showColumns(view.columns);
    m_lastName = view.name;
    emit noticed(filter->verdicts.isEmpty() || stream->deliveries()
                     ? tr("View \"%1\" applied").arg(displayText(view.name, kShownCharacters))
                     : tr("View \"%1\" applied without its verdicts: no log was compared")
                           .arg(displayText(view.name, kShownCharacters)));
}

void SavedViewCommands::askForName()
{
    if (!m_workspace.currentView())
        return;
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save View"));
    dialog->setLabelText(tr("Filter and columns are kept under this name; one that has it already "
                            "is replaced."));
    dialog->setTextValue(m_lastName);
    dialog->setOkButtonText(tr("&Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &SavedViewCommands::save);
    dialog->open();
}

void SavedViewCommands::save(const QString &name)
{
    const StreamView *stream = m_workspace.currentView();
    const QString trimmed = name.trimmed();
    if (!stream || trimmed.isEmpty())
        return;
    const SavedView saved{trimmed,
                          filterText(stream->streamFilter()),
                          stream->showsGapRows(),
                          m_table.shownColumnNames()};
    QList<SavedView> views = m_settings.savedViews();
    const auto same = std::ranges::find(views, trimmed, &SavedView::name);
    if (same != views.end())
        *same = saved;
    else
        views.append(saved);
    m_settings.setSavedViews(views);
    m_lastName = trimmed;
    fillMenu();
    emit noticed(tr("View \"%1\" saved").arg(displayText(trimmed, kShownCharacters)));
}

void SavedViewCommands::manage()
{
    auto *dialog = new SavedViewsDialog(m_settings.savedViews(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavedViewsDialog::changed, this, [this](const QList<SavedView> &views) {
        m_settings.setSavedViews(views);
        fillMenu();
    });
    dialog->open();
}

} // namespace Gapline
