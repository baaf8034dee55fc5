// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinenavigation.h"
#include "ui/workspace/streamview.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace Gapline {

class TextSearch;

/// Which of the shown events hold some words, without hiding the others; and where the next one is. Searches on cache
/// thread and pool; what is found of an earlier stream or filter stands until the search for the present one ends. Lives
/// on the UI thread.
class TextFind : public QObject
{
    Q_OBJECT

public:
    explicit TextFind(QObject *parent = nullptr);
    ~TextFind() override;

    /// Null finds nothing. The view may be deleted before this.
    void setView(StreamView *view);
    /// All of which must occur in the event's JSON, case ignored; empty finds nothing.
    void setWords(const QString &words);

    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] bool isSearching() const { return m_search != nullptr; }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_seqs.size()); }
    /// From 1; nothing when the selected event is none of them.
    [[nodiscard]] std::optional<qsizetype> position() const;
    /// Selects and reveals the next one, from the other end again behind the last. False when nothing was found.
    bool go(Direction direction);
    /// The last go() began at the other end.
    [[nodiscard]] bool hasWrapped() const { return m_hasWrapped; }

signals:
    /// What was found, or whether it is being searched for.
    void changed();

private:
    void search();

    QPointer<StreamView> m_view;
    QString m_words;
    std::unique_ptr<TextSearch> m_search;
    bool m_searchesAgain = false; ///< The rows changed while the search ran.
    std::vector<Seq> m_seqs; ///< Ascending.
    bool m_hasWrapped = false;
};

} // namespace Gapline
