// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyparser.h"
#include "core/cache/cache.h"
#include "ui/workspace/streamview.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Gapline::Test {

/// One execution open as in the window: its pages stored in a real cache, its StreamView loaded from there.
class OpenedView
{
public:
    /// The answers are whole bodies as the server would send them; the last page's executionId counts.
    explicit OpenedView(const QList<QByteArray> &pages, const QByteArray &execution = {})
    {
        if (!m_cache.open(m_folder.filePath(QStringLiteral("cache.db"))).result())
            qFatal("the cache does not open");
        ExecutionId id;
        Seq since;
        for (const QByteArray &body : pages) {
            const Result<EventPage> page = parseEventPage(body, since);
            if (!page || !m_cache.storePage(*page, fromEpochMs(1777377600000)).result())
                qFatal("the page does not parse or cannot be stored");
            id = page->executionId;
            since = page->nextCursor;
        }
        if (!execution.isEmpty()) {
            const Result<Execution> view = parseExecution(execution);
            if (!view || !m_cache.storeExecutions({*view}, fromEpochMs(1777377600000)).result())
                qFatal("the execution does not parse or cannot be stored");
        }
        m_view = std::make_unique<StreamView>(id, m_cache);
        m_view->reload();
        m_isOpen = QTest::qWaitFor([this] { return m_view->isLoaded(); })
            && (execution.isEmpty()
                || QTest::qWaitFor([this] { return m_view->execution().has_value(); }));
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] StreamView &view() { return *m_view; }
    void close() { m_view.reset(); }

    /// Waits for the payload of the event with this seq.
    [[nodiscard]] QByteArray raw(qint64 seq)
    {
        const qsizetype event = *m_view->stream()->indexOf({seq});
        (void)QTest::qWaitFor([&] { return m_view->rawAt(event).has_value(); });
        return m_view->rawAt(event).value_or(QByteArray());
    }

private:
    QTemporaryDir m_folder;
    Cache m_cache;
    std::unique_ptr<StreamView> m_view;
    bool m_isOpen = false;
};

} // namespace Gapline::Test
