// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/pagebuilder.h"

#include "core/api/replyparser.h"
#include "core/domain/displaytext.h"
#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"

#include <cstring>

namespace Gapline {
namespace {

constexpr qsizetype kTokenShown = 40;

/// Interns the text of a string token; nearly none has an escape, and then nothing is copied.
quint32 internToken(StringTable &table, QByteArrayView token)
{
    if (token.contains('\\'))
        return table.intern(decodeJsonUtf8(token));
    return table.intern(token.isEmpty() ? token : token.sliced(1, token.size() - 2));
}

quint32 internRecent(StringTable &table, RecentTokens &recent, QByteArrayView token)
{
    if (const std::optional<quint32> known = recent.find(token))
        return *known;
    const quint32 index = internToken(table, token);
    recent.add(token, index);
    return index;
}

bool isText(QByteArrayView token)
{
    return token.startsWith('"');
}

template<size_t N>
bool isKey(QByteArrayView key, const char (&name)[N])
{
    return key.size() == qsizetype(N - 1) && std::memcmp(key.data(), name, N - 1) == 0;
}

QByteArrayView unlessNull(QByteArrayView value)
{
    return isKey(value, "null") ? QByteArrayView() : value;
}

} // namespace

void PageFrame::take(QByteArrayView key, QByteArrayView value)
{
    if (isKey(key, "\"executionId\""))
        executionId = unlessNull(value);
    else if (isKey(key, "\"nextCursor\""))
        nextCursor = unlessNull(value);
    else if (isKey(key, "\"hasMore\""))
        hasMore = unlessNull(value);
}

void EventFrame::take(QByteArrayView key, QByteArrayView value)
{
    if (isKey(key, "\"seq\""))
        seq = unlessNull(value);
    else if (isKey(key, "\"type\""))
        type = unlessNull(value);
    else if (isKey(key, "\"stepId\""))
        stepId = unlessNull(value);
    else if (isKey(key, "\"eventId\""))
        eventId = unlessNull(value);
    else if (isKey(key, "\"timestamp\""))
        timestamp = unlessNull(value);
    else if (isKey(key, "\"correlationId\""))
        correlationId = unlessNull(value);
    else if (isKey(key, "\"data\""))
        data = unlessNull(value);
}

PageBuilder::PageBuilder(const QByteArray &body, Seq sinceSeq)
{
    m_page.body = body;
    m_page.sinceSeq = sinceSeq;
    m_page.events.reserve(500);
}

void PageBuilder::refuse(ErrorId id, const QString &message)
{
    if (!m_error)
        m_error = Error{id, message};
}

bool PageBuilder::refuseField(const char *field, QByteArrayView token, const char *expected)
{
    const QString found = token.isEmpty()
        ? CoreText::tr("missing")
        : displayText(QString::fromUtf8(token.first(qMin(token.size(), kTokenShown))));
    refuse(ErrorId::ContractWrongType,
           CoreText::tr("%1 is %2, where %3 is documented (page after seq %4).")
               .arg(QLatin1String(field), found, CoreText::tr(expected))
               .arg(m_page.sinceSeq.value));
    return false;
}

bool PageBuilder::refuseEventField(const char *field, QByteArrayView token, const char *expected)
{
    const QString name =
        CoreText::tr("%1 of event %2").arg(QLatin1String(field)).arg(m_page.events.size() + 1);
    return refuseField(qUtf8Printable(name), token, expected);
}

bool PageBuilder::addEvent(const EventFrame &frame, QByteArrayView raw, bool isMalformed)
{
    if (raw.size() > kMaxEventBytes) {
        refuse(ErrorId::NetworkTooLarge,
               CoreText::tr("Event %1 of the page after seq %2 has %3 bytes; 4 MiB are accepted.")
                   .arg(m_page.events.size() + 1)
                   .arg(m_page.sinceSeq.value)
                   .arg(raw.size()));
        return false;
    }
    const std::optional<qint64> seq = jsonInteger(frame.seq);
    if (!seq)
        return refuseEventField(
            "seq",
            frame.seq,
            QT_TRANSLATE_NOOP("Gapline::CoreText", "an integer of at most 2^53 - 1"));
    const std::optional<qint64> timestamp = jsonInteger(frame.timestamp);
    if (!timestamp && !frame.timestamp.isEmpty())
        return refuseEventField(
            "timestamp",
            frame.timestamp,
            QT_TRANSLATE_NOOP("Gapline::CoreText", "an integer of at most 2^53 - 1"));
    if (!frame.type.isEmpty() && !isText(frame.type))
        return refuseEventField(
            "type", frame.type, QT_TRANSLATE_NOOP("Gapline::CoreText", "a text"));
    if (!frame.stepId.isEmpty() && !isText(frame.stepId))
        return refuseEventField(
            "stepId", frame.stepId, QT_TRANSLATE_NOOP("Gapline::CoreText", "a text or null"));

    // Fields that no column is made of: what is odd about them harms nobody but the event itself.
    const bool isOdd = !isText(frame.eventId) || frame.type.isEmpty()
        || !isText(frame.correlationId) || !(frame.data.isEmpty() || frame.data.startsWith('{'));
    EventColumns &event = m_page.events.emplace_back();
    event.seq = Seq{*seq};
    event.timestamp = fromEpochMs(timestamp.value_or(0));
    event.typeIndex = internType(frame.type);
    event.stepIndex = frame.stepId.isEmpty() ? kNoStep : internStep(frame.stepId);
    event.rawOffset = quint32(raw.data() - m_page.body.constData());
    event.rawLength = quint32(raw.size());
    event.flags.setFlag(EventFlag::MalformedPayload, isMalformed || isOdd);
    event.flags.setFlag(EventFlag::NoTimestamp, !timestamp);
    return true;
}

bool PageBuilder::setFrame(const PageFrame &frame)
{
    if (!frame.executionId.isEmpty()) {
        if (!isText(frame.executionId))
            return refuseField(
                "executionId", frame.executionId, QT_TRANSLATE_NOOP("Gapline::CoreText", "a text"));
        m_page.executionId = ExecutionId(decodeJsonString(frame.executionId));
    }
    m_page.isLegacy = frame.nextCursor.isEmpty() && frame.hasMore.isEmpty();
    if (m_page.isLegacy) {
        m_page.nextCursor = m_page.events.empty() ? m_page.sinceSeq : m_page.events.back().seq;
        return true;
    }
    const std::optional<qint64> cursor = jsonInteger(frame.nextCursor);
    if (!cursor)
        return refuseField(
            "nextCursor",
            frame.nextCursor,
            QT_TRANSLATE_NOOP("Gapline::CoreText", "an integer of at most 2^53 - 1"));
    m_page.nextCursor = Seq{*cursor};
    if (!isKey(frame.hasMore, "true") && !isKey(frame.hasMore, "false"))
        return refuseField(
            "hasMore", frame.hasMore, QT_TRANSLATE_NOOP("Gapline::CoreText", "true or false"));
    m_page.hasMore = isKey(frame.hasMore, "true");
    return true;
}

Result<EventPage> PageBuilder::build()
{
    if (m_error)
        return Failure(*m_error);
    return std::move(m_page);
}

quint32 PageBuilder::internType(QByteArrayView token)
{
    return internRecent(m_page.types, m_recentTypes, token);
}

quint32 PageBuilder::internStep(QByteArrayView token)
{
    return internRecent(m_page.steps, m_recentSteps, token);
}

} // namespace Gapline
