// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/streamview.h"

#include "core/base/whenfinished.h"
#include "ui/workspace/bookmarks.h"
#include "ui/workspace/iterations.h"
#include "ui/workspace/rowswanted.h"
#include "ui/workspace/textsearch.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

// Bodies are about 170 KB for a page of 500 events: this holds what some hundred pages of scrolling need.
constexpr qsizetype kBodyCacheBytes = qsizetype(16) << 20;
// However large bodies are, a few stay at hand: otherwise a table whose rows lie in two of them would ask for
// each in turn, for ever.
constexpr qsizetype kBodyCacheShare = kBodyCacheBytes / 4;
// Up to here gaps and sums are found in well under a millisecond.
constexpr qsizetype kShownAtOnce = 20'000;

} // namespace

StreamView::StreamView(const ExecutionId &executionId, Cache &cache, QObject *parent)
    : QObject(parent)
    , m_executionId(executionId)
    , m_cache(cache)
    , m_bookmarks(new Bookmarks(executionId, cache, this))
    , m_stream(EventStream::Builder(executionId).build())
    , m_totals(std::make_shared<const StreamTotals>())
    , m_rows(std::make_shared<StreamRows>(m_stream, EventIndexes(), EventFilter(), GapRows::None))
    , m_bodies(kBodyCacheBytes)
{
    m_iterations = new Iterations(*this);
    connect(m_bookmarks, &Bookmarks::failed, this, &StreamView::failed);
}

StreamView::~StreamView() = default;

VisibleSeqs StreamView::wholeStream() const
{
    return {1, double(std::max(m_stream->highestKnownSeq(), Seq{1}).value) + 1};
}

std::optional<qsizetype> StreamView::selectedEvent() const
{
    return m_selection ? m_stream->indexOf(m_selection->first) : std::nullopt;
}

std::optional<QByteArray> StreamView::rawAt(qsizetype eventIndex)
{
    return rawAt(m_stream->rawLocationAt(eventIndex));
}

std::optional<QByteArray> StreamView::rawAt(const RawLocation &location)
{
    const SegmentBodyPtr *body = m_bodies.object(location.bodyId);
    if (!body) {
        requestBody(location.bodyId);
        return std::nullopt;
    }
    if (qint64(location.offset) + qint64(location.length) > (*body)->bytes.size())
        return QByteArray();
    return (*body)->raw(location).toByteArray();
}

void StreamView::requestBody(qint64 bodyId)
{
    if (m_requestedBodies.contains(bodyId))
        return;
    m_requestedBodies.insert(bodyId);
    whenFinished(m_cache.loadBody(bodyId))
        .then(this, [this, bodyId](const Result<SegmentBodyPtr> &body) {
            if (!body) {
                // Stays in m_requestedBodies: asking again at each repaint would only repeat the error.
                emit failed(body.error());
                return;
            }
            m_requestedBodies.remove(bodyId);
            const qsizetype cost = std::clamp((*body)->bytes.size(), qsizetype(1), kBodyCacheShare);
            m_bodies.insert(bodyId, new SegmentBodyPtr(*body), cost);
            emit payloadsLoaded();
        });
}

void StreamView::reload()
{
    // Two loads at once would have the later one drop the earlier: under a steady sync nothing would ever show.
    if (m_isLoading) {
        m_reloadsAgain = true;
        return;
    }
    m_isLoading = true;
    m_requestedBodies.clear();
    // First, as it is quick: the timeline's lanes need its names.
    loadExecution();
    m_bookmarks->reload();
    const Generation::Ticket ticket = m_loads.begin();
    whenFinished(m_cache.loadStream(m_executionId, m_stream))
        .then(this, [this, ticket](const Result<EventStreamPtr> &stream) {
            if (!stream)
                noteUnreadable(stream.error());
            else if (m_loads.isCurrent(ticket))
                return takeLoaded(*stream, ticket);
            finishLoad();
        });
}

void StreamView::noteUnreadable(const Error &why)
{
    m_isUnreadable = true;
    emit failed(why);
    if (m_isLoaded)
        return;
    // Whoever says that it is being read says otherwise now.
    emit streamChanged();
    emit filteringChanged();
}

void StreamView::takeLoaded(const EventStreamPtr &stream, Generation::Ticket ticket)
{
    if (stream->count() <= kShownAtOnce || (m_isLoaded && showsSameEvents(*stream))) {
        showStream(stream);
        return finishLoad();
    }
    // Walking a long stream takes longer than a frame may. The rows come with it, so that all is shown at once.
    struct Walked
    {
        StreamTotalsPtr totals;
        StreamRowsPtr rows;
    };
    const RowsWanted wanted = rowsWanted();
    whenFinished(QtConcurrent::run([stream, wanted] {
        Walked walked{findTotals(*stream), {}};
        if (!wanted.filter.needsPayload())
            walked.rows = wanted.rows(stream, walked.totals->gaps);
        return walked;
    })).then(this, [this, stream, wanted, ticket](const Walked &walked) {
        if (m_loads.isCurrent(ticket)) {
            const bool areWanted = wanted == rowsWanted();
            showLoaded(stream, walked.totals, areWanted ? walked.rows : nullptr);
        }
        finishLoad();
    });
}

void StreamView::finishLoad()
{
    m_isLoading = false;
    emit reloaded();
    if (std::exchange(m_reloadsAgain, false))
        reload();
}

void StreamView::loadExecution()
{
    whenFinished(m_cache.loadExecution(m_executionId))
        .then(this, [this](const Result<std::optional<Execution>> &execution) {
            if (!execution) {
                emit failed(execution.error());
                return;
            }
            if (!*execution)
                return;
            const DefinitionId definitionId = (*execution)->definitionId;
            showExecution(*execution, m_definition);
            if (definitionId.isEmpty())
                return;
            whenFinished(m_cache.loadDefinition(definitionId))
                .then(this, [this](const Result<std::optional<Definition>> &definition) {
                    if (definition && *definition)
                        showExecution(m_execution, *definition);
                });
        });
}

void StreamView::showExecution(const std::optional<Execution> &execution,
                               const std::optional<Definition> &definition)
{
    const bool isSame = execution.has_value() == m_execution.has_value()
        && definition.has_value() == m_definition.has_value()
        && (!execution || execution->raw == m_execution->raw)
        && (!definition || definition->raw == m_definition->raw);
    m_execution = execution;
    m_definition = definition;
    if (!isSame || (execution && execution->raw.isEmpty()))
        emit executionChanged();
}

void StreamView::showStream(const EventStreamPtr &stream, const StreamTotalsPtr &totals)
{
    showLoaded(stream, totals, {});
}

void StreamView::showLoaded(const EventStreamPtr &stream,
                            const StreamTotalsPtr &totals,
                            const StreamRowsPtr &rows)
{
    const QScopedValueRollback<bool> guard(m_isTakingStream, true);
    m_loads.invalidate();
    const bool wasLoaded = std::exchange(m_isLoaded, true);
    if (stream == m_stream && wasLoaded)
        return;
    // A quiet poll of a live run moves only the time of the last fetch: rows and pictures stand.
    const bool isSame = wasLoaded && showsSameEvents(*stream);
    const VisibleSeqs before = wholeStream();
    const bool wasEmpty = m_stream->highestKnownSeq() == Seq{0};
    m_stream = stream;
    if (isSame) {
        emit streamChanged();
        return;
    }
    m_versions.clear();
    m_totals = totals ? totals : findTotals(*m_stream);
    emit streamChanged();
    setVisibleSeqs(wasEmpty ? wholeStream()
                            : visibleAfterGrowth(m_visible, before, wholeStream(), m_endChoice));
    rebuildRows(rows);
}

bool StreamView::showsSameEvents(const EventStream &stream) const
{
    StreamState state = stream.state();
    state.fetchedAt = m_stream->state().fetchedAt;
    return stream.revision().source != 0 && stream.revision() == m_stream->revision()
        && stream.count() == m_stream->count() && state == m_stream->state();
}

std::optional<QList<EventVersion>> StreamView::versionsOf(Seq seq)
{
    const auto known = m_versions.constFind(seq.value);
    if (known != m_versions.cend())
        return *known;
    m_versions.insert(seq.value, std::nullopt);
    whenFinished(m_cache.loadVersions(m_executionId, seq))
        .then(this, [this, seq](const Result<QList<EventVersion>> &versions) {
            if (!versions) {
                emit failed(versions.error());
                return;
            }
            m_versions.insert(seq.value, *versions);
            emit versionsLoaded();
        });
    return std::nullopt;
}

void StreamView::showComparison(const ComparisonPtr &comparison)
{
    const std::optional<quint32> index =
        comparison ? comparison->indexOf(m_executionId) : std::nullopt;
    if (!index && !m_deliveries)
        return;
    m_deliveries = index ? std::make_shared<const StreamDeliveries>(comparison, *index) : nullptr;
    emit deliveriesChanged();
    if (m_verdicts.isEmpty())
        return;
    if (!m_deliveries)
        setVerdicts({});
    else
        restartRows();
}

void StreamView::setEndChoice(EndChoice choice)
{
    m_endChoice = choice;
    if (choice == EndChoice::AlwaysFollow) {
        const VisibleSeqs whole = wholeStream();
        setVisibleSeqs({whole.to - m_visible.width(), whole.to});
    }
}

void StreamView::setVisibleSeqs(VisibleSeqs seqs)
{
    const VisibleSeqs whole = wholeStream();
    const double width = std::clamp(seqs.width(), 1.0, whole.width());
    const double from = std::clamp(seqs.from, whole.from, whole.to - width);
    const VisibleSeqs clamped{from, from + width};
    if (clamped == m_visible)
        return;
    m_visible = clamped;
    emit visibleSeqsChanged();
}

void StreamView::zoomToWhole()
{
    setVisibleSeqs(wholeStream());
}

void StreamView::reveal(SeqRange range)
{
    const double width = m_visible.width();
    const double first = double(range.first.value);
    const double end = double(range.last.value) + 1;
    if (first < m_visible.from || end - first > width)
        setVisibleSeqs({first, first + width});
    else if (end > m_visible.to)
        setVisibleSeqs({end - width, end});
}

void StreamView::select(std::optional<SeqRange> range)
{
    if (range == m_selection)
        return;
    m_selection = range;
    emit selectionChanged();
}

} // namespace Gapline
