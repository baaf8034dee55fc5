// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cacheopener.h"
#include "core/cache/eventstore.h"

#include <QTest>

namespace Gapline::Test {

inline constexpr EpochMs kNow = fromEpochMs(1777374600000);

/// An opened cache, used on the test's own thread.
struct OpenCache
{
    explicit OpenCache(const QString &file)
    {
        Result<OpenedCache> opened = openCache(file, CacheAccess::ReadWrite, kNow);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        opening = opened->opening;
        database = std::move(opened->database);
        events = std::make_unique<EventStore>(*database);
    }

    PageStored store(const EventPage &page)
    {
        const Result<PageStored> stored = events->storePage(page, kNow);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().message));
        return *stored;
    }

    EventStreamPtr load(const EventStreamPtr &base = {},
                        const QString &execution = QStringLiteral("exec_test"))
    {
        const Result<EventStreamPtr> stream = events->loadStream(ExecutionId(execution), base);
        if (!stream)
            qFatal("%s", qPrintable(stream.error().message));
        return *stream;
    }

    /// The JSON of one event, as it was received.
    QByteArray raw(const EventStreamPtr &stream, qsizetype index)
    {
        const RawLocation location = stream->rawLocationAt(index);
        const Result<SegmentBodyPtr> body = events->loadBody(location.bodyId);
        return body ? (*body)->raw(location).toByteArray() : QByteArray("not loaded");
    }

    qint64 number(const QString &sql) { return database->value(sql)->toLongLong(); }

    CacheOpening opening;
    std::unique_ptr<Database> database;
    std::unique_ptr<EventStore> events;
};

inline std::vector<qint64> seqsOf(const EventStreamPtr &stream)
{
    return {stream->seqs().begin(), stream->seqs().end()};
}

} // namespace Gapline::Test
