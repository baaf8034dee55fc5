// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reconcile/rowjoin.h"

#include "core/domain/eventtype.h"

#include <algorithm>

namespace Gapline {
namespace {

RowPlace finding(RowVerdict verdict, quint32 execution = 0)
{
    return {RowPlace::Kind::Finding, verdict, execution, 0};
}

/// Internal types are never sent; types that are not documented are expected like any other.
std::vector<bool> expectedTypes(const EventStream &stream)
{
    std::vector<bool> isExpected;
    for (const QByteArray &name : stream.types().texts()) {
        const EventType *type = findEventType(name);
        isExpected.push_back(!type || type->isExternal);
    }
    return isExpected;
}

} // namespace

RowJoin::RowJoin(const ReconcileInput &input)
    : m_input(input)
    , m_rows(*input.deliveries)
    , m_hints(input.executions.size(), 0)
{
    QHash<QByteArray, qint64> targets;
    for (const ExecutionId &id : input.otherExecutions)
        targets.insert(id.text().toUtf8(), kOther);
    for (size_t i = 0; i < input.executions.size(); ++i) {
        const EventStream &stream = *input.executions[i].stream;
        targets.insert(stream.executionId().text().toUtf8(), qint64(i));
        m_isExpectedType.push_back(expectedTypes(stream));
    }
    for (const QByteArray &id : m_rows.executions().texts())
        m_targets.push_back(id.isEmpty() ? qint64(kUnnamed) : targets.value(id, kForeign));
}

RowPlace RowJoin::place(qsizetype row)
{
    const qint64 target = m_targets[m_rows.executionIndexAt(row)];
    if (target == kForeign)
        return finding(RowVerdict::Foreign);
    if (target == kOther)
        return {RowPlace::Kind::OtherExecution, {}, 0, 0};
    const std::optional<Seq> seq = m_rows.seqAt(row);
    if (target != kUnnamed && seq)
        return placeBySeq(row, quint32(target), *seq);
    return placeById(row, target);
}

RowPlace RowJoin::placeBySeq(qsizetype row, quint32 execution, Seq seq)
{
    const std::optional<quint32> event = eventAt(execution, seq);
    if (!event) {
        if (!m_input.executions[execution].stream->state().coverage.contains(seq))
            return {RowPlace::Kind::BeyondCoverage, {}, execution, 0};
        return unmatched(row, execution);
    }
    const QByteArrayView rowId = m_rows.eventIdAt(row);
    const EventIdentity &ids = m_input.executions[execution].eventIds;
    if (!rowId.isEmpty() && *event < ids.count()) {
        const QByteArrayView id = ids.at(*event);
        if (!id.isEmpty() && id != rowId)
            return finding(RowVerdict::Conflict, execution);
    }
    return {RowPlace::Kind::Event, {}, execution, *event};
}

RowPlace RowJoin::placeById(qsizetype row, qint64 target)
{
    const QByteArrayView rowId = m_rows.eventIdAt(row);
    if (!rowId.isEmpty()) {
        indexIds();
        const size_t hash = qHash(rowId);
        const auto candidates = std::ranges::equal_range(m_ids, hash, {}, &IdEntry::hash);
        for (const IdEntry &entry : candidates) {
            const bool isAsked = target == kUnnamed || target == qint64(entry.execution);
            if (isAsked && m_input.executions[entry.execution].eventIds.at(entry.event) == rowId)
                return {RowPlace::Kind::Event, {}, entry.execution, entry.event};
        }
    }
    if (target == kUnnamed)
        return finding(RowVerdict::Foreign);
    const auto execution = quint32(target);
    const ReconcileExecution &known = m_input.executions[execution];
    // The event may lie where nothing was scanned, or its id was not read: then nothing is said of the row.
    const bool isProvenAbsent =
        known.stream->state().isComplete && known.eventIds.count() == known.stream->count();
    if (!isProvenAbsent)
        return {RowPlace::Kind::BeyondCoverage, {}, execution, 0};
    return unmatched(row, execution);
}

RowPlace RowJoin::unmatched(qsizetype row, quint32 execution) const
{
    // Whoever signed correctly knows the secret, whatever the spelling of the signature.
    const bool isForged = m_rows.signatureAt(row) == SignatureVerdict::Invalid
        && !m_rows.documentedReceiverAccepts(row);
    return finding(isForged ? RowVerdict::Forged : RowVerdict::Unexpected, execution);
}

std::optional<quint32> RowJoin::eventAt(quint32 execution, Seq seq)
{
    const EventStream &stream = *m_input.executions[execution].stream;
    qsizetype &hint = m_hints[execution];
    qsizetype index = hint;
    constexpr qsizetype kNear = 8;
    if (index > 0 && stream.seqAt(index - 1) == seq) {
        --index; // A retry or a duplicate right after its first attempt.
    } else {
        const qsizetype end = std::min(stream.count(), hint + kNear);
        while (index < end && stream.seqAt(index) < seq)
            ++index;
        const bool isHere = index < end && stream.seqAt(index) == seq;
        if (!isHere)
            index = stream.lowerBound(seq);
    }
    if (index >= stream.count() || stream.seqAt(index) != seq)
        return std::nullopt;
    hint = index + 1;
    if (!m_isExpectedType[execution][stream.typeIndexAt(index)])
        return std::nullopt;
    return quint32(index);
}

void RowJoin::indexIds()
{
    if (m_hasIds)
        return;
    m_hasIds = true;
    for (size_t i = 0; i < m_input.executions.size(); ++i) {
        const ReconcileExecution &execution = m_input.executions[i];
        for (qsizetype event = 0; event < execution.eventIds.count(); ++event) {
            const QByteArrayView id = execution.eventIds.at(event);
            if (!id.isEmpty() && m_isExpectedType[i][execution.stream->typeIndexAt(event)])
                m_ids.push_back({qHash(id), quint32(i), quint32(event)});
        }
    }
    std::ranges::stable_sort(m_ids, {}, &IdEntry::hash);
}

} // namespace Gapline
