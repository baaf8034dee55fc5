// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/textfind.h"

#include "ui/workspace/streamjumps.h"
#include "ui/workspace/textsearch.h"

#include <algorithm>
#include <utility>

namespace Gapline {

TextFind::TextFind(QObject *parent)
    : QObject(parent)
{ }

TextFind::~TextFind() = default;

void TextFind::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    m_search.reset();
    m_seqs.clear();
    if (view) {
        connect(view, &QObject::destroyed, this, [this] { setView(nullptr); });
        connect(view, &StreamView::rowsChanged, this, [this] {
            // Under a steady sync rows change faster than a long search ends.
            if (m_search)
                m_searchesAgain = true;
            else
                search();
        });
        connect(view, &StreamView::selectionChanged, this, &TextFind::changed);
    }
    search();
}

void TextFind::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    m_hasWrapped = false;
    search();
}

void TextFind::search()
{
    m_search.reset();
    m_searchesAgain = false;
    if (!m_view || m_words.trimmed().isEmpty()) {
        m_seqs.clear();
        emit changed();
        return;
    }
    EventFilter filter;
    filter.text = m_words;
    m_search = m_view->makeSearch(filter);
    connect(
        m_search.get(), &TextSearch::finished, this, [this](const std::vector<quint32> &matches) {
            TextSearch *search = m_search.release(); // The sender: kept to the end of this slot.
            search->deleteLater();
            m_seqs.clear();
            m_seqs.reserve(matches.size());
            for (const quint32 index : matches)
                m_seqs.push_back(search->stream()->seqAt(index));
            if (std::exchange(m_searchesAgain, false))
                this->search();
            emit changed();
        });
    emit changed();
    if (m_search)
        m_search->start();
}

std::optional<qsizetype> TextFind::position() const
{
    const std::optional<SeqRange> selection = m_view ? m_view->selection() : std::nullopt;
    if (!selection)
        return std::nullopt;
    const auto at = std::ranges::lower_bound(m_seqs, selection->first);
    if (at == m_seqs.end() || *at != selection->first)
        return std::nullopt;
    return at - m_seqs.begin() + 1;
}

bool TextFind::go(Direction direction)
{
    if (!m_view || m_seqs.empty())
        return false;
    const std::optional<SeqRange> selection = m_view->selection();
    const Seq here = selection ? selection->first : Seq{qint64(m_view->visibleSeqs().from) - 1};
    auto at = m_seqs.cbegin();
    if (direction == Direction::Forward) {
        at = std::ranges::upper_bound(m_seqs, here);
        m_hasWrapped = at == m_seqs.cend();
        if (m_hasWrapped)
            at = m_seqs.cbegin();
    } else {
        at = std::ranges::lower_bound(m_seqs, here);
        m_hasWrapped = at == m_seqs.cbegin();
        at = std::prev(m_hasWrapped ? m_seqs.cend() : at);
    }
    selectAndReveal(*m_view, {*at, *at});
    emit changed();
    return true;
}

} // namespace Gapline
