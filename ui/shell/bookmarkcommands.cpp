// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bookmarkcommands.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/inspectpage.h"
#include "ui/shell/actions.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/streamjumps.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

namespace Gapline {
namespace {

constexpr qsizetype kMenuNotes = 60; ///< Characters of a note in the menu.
constexpr int kMostListed = 40;

QString seqText(Seq seq)
{
    return QLocale().toString(seq.value);
}

} // namespace

BookmarkCommands::BookmarkCommands(Actions &actions,
                                   Workspace &workspace,
                                   InspectPage &page,
                                   QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_workspace(workspace)
    , m_page(page)
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (StreamView *view = m_workspace.currentView())
                act(*view);
        });
    };
    on(actions.toggleBookmark, [this](StreamView &view) { toggle(view); });
    on(actions.editBookmark, [this](StreamView &view) { editNote(view); });
    on(actions.nextBookmark, [this](StreamView &view) {
        if (!jumpTo(view, JumpTarget::MarkedSeq, Direction::Forward))
            emit noticed(tr("No further bookmark"));
    });
    on(actions.previousBookmark, [this](StreamView &view) {
        if (!jumpTo(view, JumpTarget::MarkedSeq, Direction::Back))
            emit noticed(tr("No earlier bookmark"));
    });
    connect(actions.bookmarkMenu(), &QMenu::aboutToShow, this, &BookmarkCommands::fillMenu);
}

void BookmarkCommands::toggle(StreamView &view)
{
    const std::optional<SeqRange> selection = view.selection();
    if (!selection) {
        emit noticed(tr("Select an event or a gap to mark it"));
        return;
    }
    Bookmarks &bookmarks = view.bookmarks();
    if (const Bookmark *marked = bookmarks.firstIn(*selection)) {
        const Seq seq = marked->seq;
        const bool hadNote = !marked->note.isEmpty();
        bookmarks.remove(seq);
        emit noticed(hadNote ? tr("Bookmark of seq %1 removed, with its note").arg(seqText(seq))
                             : tr("Bookmark of seq %1 removed").arg(seqText(seq)));
        return;
    }
    bookmarks.set(selection->first, {});
    emit noticed(tr("Seq %1 bookmarked; %2 adds a note")
                     .arg(seqText(selection->first),
                          m_actions.editBookmark->shortcut().toString(QKeySequence::NativeText)));
}

void BookmarkCommands::editNote(StreamView &view)
{
    const std::optional<SeqRange> selection = view.selection();
    if (!selection) {
        emit noticed(tr("Select an event or a gap to mark it"));
        return;
    }
    const Bookmark *marked = view.bookmarks().firstIn(*selection);
    const Seq seq = marked ? marked->seq : selection->first;
    auto *dialog = new QInputDialog(m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Bookmark"));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setLabelText(
        tr("Note on seq %1, kept in the cache of this machine:").arg(seqText(seq)));
    dialog->setTextValue(marked ? marked->note : QString());
    connect(dialog,
            &QInputDialog::textValueSelected,
            &view.bookmarks(),
            [&bookmarks = view.bookmarks(), seq](const QString &note) {
                bookmarks.set(seq, note.trimmed());
            });
    dialog->open();
}

void BookmarkCommands::fillMenu()
{
    QMenu *menu = m_actions.bookmarkMenu();
    menu->clear();
    menu->addActions({m_actions.toggleBookmark,
                      m_actions.editBookmark,
                      m_actions.nextBookmark,
                      m_actions.previousBookmark});
    menu->addSeparator();
    StreamView *view = m_workspace.currentView();
    if (!view)
        return;
    const QList<Bookmark> &all = view->bookmarks().all();
    if (all.isEmpty())
        menu->addAction(tr("No bookmark in this execution"))->setEnabled(false);
    for (const Bookmark &bookmark : all.first(std::min<qsizetype>(all.size(), kMostListed))) {
        const QString note = displayText(bookmark.note.simplified(), kMenuNotes);
        QString name = note.isEmpty() ? tr("Seq %1").arg(seqText(bookmark.seq))
                                      : tr("Seq %1: %2").arg(seqText(bookmark.seq), note);
        // Menus read "&" as a mnemonic.
        QAction *action = menu->addAction(name.replace(u'&', QLatin1String("&&")));
        connect(action, &QAction::triggered, view, [view, seq = bookmark.seq] {
            selectAndReveal(*view, {seq, seq});
        });
    }
    if (all.size() > kMostListed) {
        menu->addAction(
                tr("%n more: Next Bookmark leads to them", nullptr, int(all.size() - kMostListed)))
            ->setEnabled(false);
    }
}

} // namespace Gapline
