// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paletteentries.h"

#include "core/domain/steplineage.h"
#include "ui/workspace/streamjumps.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <algorithm>

namespace Gapline {
namespace {

/// A stream may have a step for each of its events; these can be looked through between two keys.
constexpr quint32 kMostSteps = 20'000;
constexpr qsizetype kMostExecutions = 20'000;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PaletteEntries)
};

void addCommands(const QMenu &menu, const QString &path, QList<PaletteEntry> &entries)
{
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString name = plainMenuText(action->text());
        if (const QMenu *sub = action->menu()) {
            addCommands(*sub, path + QStringLiteral(" › ") + name, entries);
            continue;
        }
        PaletteEntry entry{name, path, action->shortcut().toString(QKeySequence::NativeText), {}};
        if (action->isEnabled()) {
            entry.run = [command = QPointer<QAction>(action)] {
                if (command)
                    command->trigger();
            };
        } else {
            entry.detail += Text::tr(" · not available now");
        }
        entries.append(std::move(entry));
    }
}

void addSteps(StreamView &view, QList<PaletteEntry> &entries)
{
    const EventStream &stream = *view.stream();
    const quint32 count = std::min(stream.steps().size(), kMostSteps);
    std::vector<qsizetype> first(count, -1);
    const auto steps = stream.stepIndexes();
    for (qsizetype i = 0; i < stream.count(); ++i) {
        const quint32 step = steps[size_t(i)];
        if (step < count && first[step] < 0)
            first[step] = i;
    }
    for (quint32 step = 0; step < count; ++step) {
        if (first[step] < 0)
            continue;
        const QByteArray &id = stream.steps().at(step);
        const SeqRange seq{stream.seqAt(first[step]), stream.seqAt(first[step])};
        entries.append(
            {QString::fromUtf8(nodeOfStep(id)),
             Text::tr("step %1, from seq %2").arg(QString::fromUtf8(id)).arg(seq.first.value),
             {},
             [shown = QPointer<StreamView>(&view), seq] {
                 if (shown)
                     selectAndReveal(*shown, seq);
             }});
    }
}

} // namespace

QString plainMenuText(const QString &menuText)
{
    // "&&" is an ampersand, "&" marks the letter behind it.
    QString plain;
    for (qsizetype i = 0; i < menuText.size(); ++i) {
        if (menuText[i] == u'&' && ++i == menuText.size())
            break;
        plain += menuText[i];
    }
    return plain;
}

QList<PaletteEntry> paletteEntries(const QMenuBar &bar, Workspace &workspace)
{
    QList<PaletteEntry> entries;
    for (const QAction *top : bar.actions()) {
        if (top->menu())
            addCommands(*top->menu(), plainMenuText(top->text()), entries);
    }
    if (StreamView *view = workspace.currentView())
        addSteps(*view, entries);
    const QList<CachedExecution> executions = workspace.executions().mid(0, kMostExecutions);
    for (const CachedExecution &cached : executions) {
        const Execution &execution = cached.execution;
        QStringList details{Text::tr("execution"), execution.status, execution.definitionId.text()};
        if (!execution.correlationId.isEmpty())
            details << execution.correlationId;
        details.removeAll(QString());
        entries.append({execution.executionId.text(),
                        details.join(QStringLiteral(" · ")),
                        {},
                        [&workspace, id = execution.executionId] { workspace.open(id); }});
    }
    return entries;
}

} // namespace Gapline
