// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/streambuilder.h"

#include "core/cache/cache.h"
#include "ui/models/streammodel.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/streamjumps.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gapline;
using Gapline::Test::StreamBuilder;

namespace {

QList<qint64> seqsOf(const Bookmarks &bookmarks)
{
    QList<qint64> seqs;
    for (const Bookmark &bookmark : bookmarks.all())
        seqs << bookmark.seq.value;
    return seqs;
}

} // namespace

class tst_Bookmarks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const ExecutionId m_execution{QStringLiteral("exec_test")};

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("cache.db")); }

private slots:
    void aBookmarkIsShownAtOnceAndFoundAgain()
    {
        {
            Cache cache;
            QVERIFY(cache.open(file()).result());
            Bookmarks bookmarks(m_execution, cache);
            const QSignalSpy changed(&bookmarks, &Bookmarks::changed);
            bookmarks.set({19}, QStringLiteral("ask legal"));
            bookmarks.set({4}, {});
            bookmarks.set({30}, {});
            bookmarks.remove({30});
            bookmarks.remove({31});
            QCOMPARE(changed.count(), 4);
            QCOMPARE(seqsOf(bookmarks), (QList<qint64>{4, 19}));
            QCOMPARE(bookmarks.at({19})->note, QStringLiteral("ask legal"));
            QVERIFY(!bookmarks.at({20}));
            QCOMPARE(bookmarks.firstIn({{5}, {40}})->seq, Seq{19});
            QCOMPARE(bookmarks.next({4}, true), std::optional(Seq{19}));
            QCOMPARE(bookmarks.next({19}, true), std::nullopt);
            QCOMPARE(bookmarks.next({19}, false), std::optional(Seq{4}));
            QCOMPARE(bookmarks.next({4}, false), std::nullopt);
        }
        Cache cache;
        QVERIFY(cache.open(file()).result());
        Bookmarks bookmarks(m_execution, cache);
        QVERIFY(bookmarks.all().isEmpty());
        bookmarks.reload();
        QTRY_COMPARE(seqsOf(bookmarks), (QList<qint64>{4, 19}));
    }

    void whatCannotBeStoredIsTakenBackAndSaid()
    {
        Cache cache;
        QVERIFY(cache.open(file(), CacheAccess::ReadOnly).result());
        Bookmarks bookmarks(m_execution, cache);
        bookmarks.reload();
        QTRY_COMPARE(seqsOf(bookmarks), (QList<qint64>{4, 19}));
        const QSignalSpy failed(&bookmarks, &Bookmarks::failed);
        bookmarks.set({7}, {});
        QCOMPARE(seqsOf(bookmarks), (QList<qint64>{4, 7, 19}));
        QTRY_COMPARE(seqsOf(bookmarks), (QList<qint64>{4, 19}));
        QCOMPARE(failed.count(), 1);
    }

    void jumpsGoFromBookmarkToBookmark()
    {
        Cache cache;
        QVERIFY(cache.open(file()).result());
        StreamView view(m_execution, cache);
        view.bookmarks().reload();
        QTRY_COMPARE(view.bookmarks().all().size(), 2);
        view.showStream(StreamBuilder().events({1, 4, 9}).scanned(0, 30).build());
        QVERIFY(jumpTo(view, JumpTarget::MarkedSeq, Direction::Forward));
        QCOMPARE(view.selection()->first, Seq{4});
        // A seq that no event holds.
        QVERIFY(jumpTo(view, JumpTarget::MarkedSeq, Direction::Forward));
        QCOMPARE(view.selection()->first, Seq{19});
        QVERIFY(!jumpTo(view, JumpTarget::MarkedSeq, Direction::Forward));
        QVERIFY(jumpTo(view, JumpTarget::MarkedSeq, Direction::Back));
        QCOMPARE(view.selection()->first, Seq{4});
    }

    void rowsKnowTheirBookmark()
    {
        const EventStreamPtr stream = StreamBuilder().events({1, 4}).scanned(0, 30).build();
        StreamModel model;
        model.setRows(
            std::make_shared<StreamRows>(stream, EventIndexes{0, 1}, EventFilter(), GapRows::All));
        model.setBookmarks({{{4}, QStringLiteral("<b>look</b>"), {}}, {{19}, {}, {}}});
        const auto bookmarkAt = [&](int row, StreamModel::Column column) {
            return model.index(row, int(column)).data(StreamModel::BookmarkRole).toString();
        };
        using Column = StreamModel::Column;
        QVERIFY(bookmarkAt(0, Column::Seq).isEmpty());
        QCOMPARE(bookmarkAt(2, Column::Data), QStringLiteral("Bookmark of seq 4: <b>look</b>"));
        QCOMPARE(bookmarkAt(3, Column::Seq), QStringLiteral("Bookmark of seq 19"));
        QVERIFY(model.index(2, int(Column::Seq))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("&lt;b&gt;look")));
    }
};

QTEST_GUILESS_MAIN(tst_Bookmarks)
#include "tst_bookmarks.moc"
