// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/pagebuilder.h"
#include "core/api/replyerror.h"
#include "core/api/replyparser.h"
#include "core/domain/jsontokens.h"
#include "core/domain/wording.h"

#include <simdjson.h>

namespace Gapline {
namespace {

/// Beyond this a parser's buffers are given back after use.
constexpr size_t kKeptCapacity = size_t(4) << 20;
/// The strict parser's tree takes up to 12 bytes for each byte of dense JSON. A larger page is read event by event.
constexpr qsizetype kLargestForTree = qsizetype(8) << 20;

/// Walks the positions of structural characters and of the first bytes of scalars and strings, which simdjson's
/// first pass has found. Only for documents that its second pass has accepted: nothing is checked again. The
/// parser's own tree does not say where in the text a value stood, and evidence is kept byte for byte.
class StructureWalk
{
public:
    StructureWalk(const QByteArray &body, const simdjson::dom::parser &parser)
        : m_text(body.constData())
        , m_positions(parser.implementation->structural_indexes.get())
    { }

    [[nodiscard]] char at(quint32 index) const { return m_text[m_positions[index]]; }

    /// Calls visit(key, index of the value) for each member of the object at `index`; gives the index behind it.
    template<typename Visit>
    quint32 members(quint32 index, Visit visit) const
    {
        ++index;
        while (at(index) != '}') {
            if (at(index) == ',')
                ++index;
            const QByteArrayView key = scalar(index);
            index = visit(key, index + 2);
        }
        return index + 1;
    }

    /// The index behind the value at `index`.
    [[nodiscard]] quint32 skip(quint32 index) const
    {
        qint32 depth = 0;
        do {
            switch (at(index++)) {
            case '{':
            case '[':
                ++depth;
                break;
            case '}':
            case ']':
                --depth;
                break;
            default:
                break;
            }
        } while (depth > 0);
        return index;
    }

    /// The bytes of the string or bare word at `index`.
    [[nodiscard]] QByteArrayView scalar(quint32 index) const
    {
        const char *const begin = m_text + m_positions[index];
        const char *end = m_text + m_positions[index + 1];
        while (end[-1] == ' ' || end[-1] == '\n' || end[-1] == '\r' || end[-1] == '\t')
            --end;
        return {begin, end - begin};
    }

    /// The bytes from `index` up to the bracket before `behind`.
    [[nodiscard]] QByteArrayView container(quint32 index, quint32 behind) const
    {
        return {m_text + m_positions[index], m_text + m_positions[behind - 1] + 1};
    }

private:
    const char *m_text;
    const quint32 *m_positions;
};

bool isContainer(char c)
{
    return c == '{' || c == '[';
}

/// Adds the events of the array at `index`; gives the index behind it.
quint32 addEvents(const StructureWalk &walk, quint32 index, PageBuilder &builder)
{
    const quint32 begin = index++;
    while (walk.at(index) != ']') {
        if (walk.at(index) == ',')
            ++index;
        if (walk.at(index) != '{') {
            builder.refuse(ErrorId::ContractWrongType,
                           CoreText::tr("An element of events is no object."));
            return walk.skip(begin);
        }
        EventFrame frame;
        const quint32 event = index;
        index = walk.members(event, [&walk, &frame](QByteArrayView key, quint32 value) {
            if (isContainer(walk.at(value))) {
                const quint32 behind = walk.skip(value);
                frame.take(key, walk.container(value, behind));
                return behind;
            }
            frame.take(key, walk.scalar(value));
            return value + 1;
        });
        if (!builder.addEvent(frame, walk.container(event, index), false))
            return walk.skip(begin);
    }
    return index + 1;
}

/// Reads the members of `result`; each structural character is passed once, since a page has some ten thousand.
quint32 readResult(const StructureWalk &walk, quint32 index, PageBuilder &builder)
{
    PageFrame frame;
    bool hasEvents = false;
    const quint32 behind = walk.members(index, [&](QByteArrayView key, quint32 value) {
        if (key == "\"events\"" && walk.at(value) == '[' && !hasEvents) {
            hasEvents = true;
            return addEvents(walk, value, builder);
        }
        const quint32 next = walk.skip(value);
        if (key == "\"events\"")
            builder.refuse(ErrorId::ContractWrongType,
                           CoreText::tr("events is no array, or there twice."));
        else
            frame.take(key,
                       isContainer(walk.at(value)) ? walk.container(value, next)
                                                   : walk.scalar(value));
        return next;
    });
    if (!hasEvents)
        builder.refuse(ErrorId::ContractWrongType, CoreText::tr("events is missing."));
    (void)builder.setFrame(frame); // A refusal is what build() gives.
    return behind;
}

Result<EventPage> readAccepted(const QByteArray &body, Seq sinceSeq, const StructureWalk &walk)
{
    if (walk.at(0) != '{')
        return Failure(unreadableAnswer(body));
    PageBuilder builder(body, sinceSeq);
    bool hasResult = false;
    walk.members(0, [&](QByteArrayView key, quint32 value) {
        if (key != "\"result\"")
            return walk.skip(value);
        const bool isReadable = walk.at(value) == '{' && !hasResult;
        hasResult = true;
        if (isReadable)
            return readResult(walk, value, builder);
        builder.refuse(ErrorId::ContractWrongType,
                       CoreText::tr("result is no object, or there twice."));
        return walk.skip(value);
    });
    if (!hasResult)
        return Failure(errorOfEnvelope(body).value_or(unreadableAnswer(body)));
    return builder.build();
}

bool isAcceptedJson(simdjson::dom::parser &parser, QByteArrayView text)
{
    return parser.parse(text.data(), size_t(text.size()), true).error() == simdjson::SUCCESS;
}

/// For a page that the strict parser refused, or that is too large for it: structure has to be sound, payloads need not be.
Result<EventPage>
readTolerantly(const QByteArray &body, Seq sinceSeq, simdjson::dom::parser &parser)
{
    if (!isJsonStructure(body))
        return Failure(unreadableAnswer(body));
    QByteArrayView result;
    visitJsonMembers(body, [&result](QByteArrayView key, QByteArrayView value) {
        if (key == "\"result\"")
            result = value;
    });
    if (result.isEmpty())
        return Failure(errorOfEnvelope(body).value_or(unreadableAnswer(body)));
    PageBuilder builder(body, sinceSeq);
    PageFrame frame;
    QByteArrayView events;
    const bool isObject =
        visitJsonMembers(result, [&frame, &events](QByteArrayView key, QByteArrayView value) {
            if (key == "\"events\"")
                events = value;
            else
                frame.take(key, value);
        });
    if (!isObject)
        builder.refuse(ErrorId::ContractWrongType, CoreText::tr("result is no object."));
    bool isGood = isObject;
    const bool isArray = visitJsonElements(events, [&](QByteArrayView raw) {
        EventFrame event;
        if (!isGood)
            return;
        if (!visitJsonMembers(raw, [&event](auto key, auto value) { event.take(key, value); })) {
            builder.refuse(ErrorId::ContractWrongType,
                           CoreText::tr("An element of events is no object."));
            isGood = false;
            return;
        }
        // One that is too large is refused by the builder, unread.
        const bool isMalformed = raw.size() <= kMaxEventBytes && !isAcceptedJson(parser, raw);
        isGood = builder.addEvent(event, raw, isMalformed);
    });
    if (isGood && !isArray)
        builder.refuse(ErrorId::ContractWrongType, CoreText::tr("events is no array."));
    if (isGood && isArray)
        (void)builder.setFrame(frame); // A refusal is what build() gives.
    return builder.build();
}

} // namespace

Result<EventPage> parseEventPage(const QByteArray &body, Seq sinceSeq)
{
    // One parser per thread: its buffers are the cost of a parse, and pages come by the thousand.
    thread_local simdjson::dom::parser parser;
    if (body.size() > kLargestForTree)
        return readTolerantly(body, sinceSeq, parser);
    const bool isPadded = body.capacity() >= body.size() + qsizetype(simdjson::SIMDJSON_PADDING);
    const auto error = parser.parse(body.constData(), size_t(body.size()), !isPadded).error();
    Result<EventPage> page = error == simdjson::SUCCESS
        ? readAccepted(body, sinceSeq, StructureWalk(body, parser))
        : readTolerantly(body, sinceSeq, parser);
    if (parser.capacity() > kKeptCapacity)
        parser = simdjson::dom::parser();
    return page;
}

} // namespace Gapline
