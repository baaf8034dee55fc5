// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/base/result.h"
#include "core/domain/bookmark.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <optional>

namespace Gapline {

class Cache;

/// The bookmarks of one open execution, kept in its cache. A change is shown at once, and taken back when it could not
/// be stored. Lives on the UI thread.
class Bookmarks : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive it.
    Bookmarks(const ExecutionId &executionId, Cache &cache, QObject *parent = nullptr);

    [[nodiscard]] const QList<Bookmark> &all() const { return m_all; } ///< Ascending by seq.
    [[nodiscard]] const Bookmark *at(Seq seq) const; ///< Null when the seq has none.
    [[nodiscard]] const Bookmark *firstIn(SeqRange seqs) const; ///< Null when none has one.
    /// The next one after `from`, or the one before it; nothing at the end.
    [[nodiscard]] std::optional<Seq> next(Seq from, bool isForward) const;

public slots:
    void reload();
    /// Adds a bookmark, or changes the note of the one that is there.
    void set(Gapline::Seq seq, const QString &note);
    void remove(Gapline::Seq seq);

signals:
    void changed();
    void failed(const Gapline::Error &error);

private:
    void whenStored(const QFuture<Result<void>> &stored);

    ExecutionId m_executionId;
    Cache &m_cache;
    QList<Bookmark> m_all;
    Generation m_loads;
};

} // namespace Gapline
