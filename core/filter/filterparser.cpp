// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filterparser.h"

#include "core/domain/timetext.h"
#include "core/domain/wording.h"
#include "core/filter/filterterms.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

using Problem = std::optional<FilterProblem>;

struct Key
{
    QLatin1String name;
    bool canExclude;
    QLatin1String example; ///< Behind the colon.
};

constexpr std::array<Key, 7> kKeys{{
    {QLatin1String("type"), true, QLatin1String("step.*")},
    {QLatin1String("step"), true, QLatin1String("human-legal/")},
    {QLatin1String("seq"), false, QLatin1String("10..40")},
    {QLatin1String("from"), false, QLatin1String("2026-04-28T11:16:02Z")},
    {QLatin1String("to"), false, QLatin1String("2026-04-28T11:30:00Z")},
    {QLatin1String("verdict"), false, QLatin1String("missed")},
    {QLatin1String("text"), false, QLatin1String("sla")},
}};

FilterProblem problemOf(const FilterTerm &term, const QString &message, const QString &instead)
{
    return {term.begin, term.end - term.begin, message, instead};
}

const Key *findKey(const QString &name)
{
    const auto found =
        std::ranges::find_if(kKeys, [&name](const Key &key) { return key.name == name; });
    return found == kKeys.end() ? nullptr : &*found;
}

/// The number of letters to change, add, leave out or swap with their neighbour: typing errors are one.
qsizetype typingErrors(QStringView a, QStringView b)
{
    std::vector<std::vector<qsizetype>> cost(size_t(a.size() + 1),
                                             std::vector<qsizetype>(size_t(b.size() + 1)));
    for (qsizetype i = 0; i <= a.size(); ++i) {
        for (qsizetype j = 0; j <= b.size(); ++j) {
            qsizetype &here = cost[size_t(i)][size_t(j)];
            if (i == 0 || j == 0) {
                here = i + j;
                continue;
            }
            const auto at = [&cost](qsizetype x, qsizetype y) {
                return cost[size_t(x)][size_t(y)];
            };
            here = std::min({at(i - 1, j) + 1,
                             at(i, j - 1) + 1,
                             at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                here = std::min(here, at(i - 2, j - 2) + 1);
        }
    }
    return cost[size_t(a.size())][size_t(b.size())];
}

/// The key that was meant, by a typing error or by the name of an option of the command line.
const Key *nearestKey(const QString &name)
{
    constexpr std::array<std::pair<QLatin1String, QLatin1String>, 8> kOthers{{
        {QLatin1String("types"), QLatin1String("type")},
        {QLatin1String("event"), QLatin1String("type")},
        {QLatin1String("node"), QLatin1String("step")},
        {QLatin1String("stepid"), QLatin1String("step")},
        {QLatin1String("since"), QLatin1String("from")},
        {QLatin1String("until"), QLatin1String("to")},
        {QLatin1String("webhook"), QLatin1String("verdict")},
        {QLatin1String("data"), QLatin1String("text")},
    }};
    for (const auto &[other, key] : kOthers) {
        if (other == name)
            return findKey(key);
    }
    constexpr qsizetype kLongestKey = 12; // The comparison is square in it.
    if (name.isEmpty() || name.size() > kLongestKey)
        return nullptr;
    for (const Key &key : kKeys) {
        if (typingErrors(name, QString(key.name)) <= 1)
            return &key;
    }
    return nullptr;
}

QString termText(const Key &key, const QString &value, bool isExclusion = false)
{
    return (isExclusion ? QStringLiteral("-") : QString()) + key.name + u':' + value;
}

FilterProblem unknownKey(QStringView text, const FilterTerm &term)
{
    const QString whole = text.sliced(term.begin, term.end - term.begin).toString();
    const QString quoted = CoreText::tr("In quotes it is text to search for.");
    if (const Key *meant = nearestKey(term.key)) {
        const QString value = term.value.isEmpty() ? QString(meant->example)
                                                   : filterValue(term.value) + term.behindQuote;
        return problemOf(term,
                         CoreText::tr("There is no \"%1:\"; \"%2:\" may be meant. %3")
                             .arg(term.key, meant->name, quoted),
                         termText(*meant, value, term.isExclusion && meant->canExclude));
    }
    return problemOf(term,
                     CoreText::tr("There is no \"%1:\", but type:, step:, seq:, from:, to:, "
                                  "verdict: and text:. %2")
                         .arg(term.key, quoted),
                     u'"'
                         + QString(whole)
                               .replace(u'\\', QStringLiteral("\\\\"))
                               .replace(u'"', QStringLiteral("\\\""))
                         + u'"');
}

Problem readSeqs(const FilterTerm &term, const Key &key, EventFilter &filter)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,16})?(\\.\\.|-|–|—|…)?(\\d{1,16})?$"));
    const QRegularExpressionMatch match = form.match(term.value);
    const QString first = match.captured(1);
    const bool isRange = !match.captured(2).isEmpty();
    const QString last = isRange ? match.captured(3) : first;
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty())
        || (!isRange && !match.captured(3).isEmpty())) {
        return problemOf(term,
                         CoreText::tr("A range of seqs is 10..40, 10.. or ..40, and one seq 15."),
                         termText(key, key.example));
    }
    const qint64 from = first.isEmpty() ? 1 : first.toLongLong();
    const qint64 to = last.isEmpty() ? kMaxSafeInteger : last.toLongLong();
    if (from < 1 || to < 1 || from > kMaxSafeInteger || to > kMaxSafeInteger) {
        return problemOf(term,
                         CoreText::tr("Seqs begin at 1 and end at %1.").arg(kMaxSafeInteger),
                         termText(key, QStringLiteral("1..")));
    }
    if (to < from) {
        return problemOf(term,
                         CoreText::tr("This range of seqs runs backwards."),
                         termText(key, QStringLiteral("%1..%2").arg(to).arg(from)));
    }
    if (filter.sinceSeq || filter.untilSeq) {
        return problemOf(
            term, CoreText::tr("A filter has one range of seqs; leave this one out."), {});
    }
    if (!first.isEmpty())
        filter.sinceSeq = Seq{from}.previous();
    if (!last.isEmpty())
        filter.untilSeq = Seq{to};
    return std::nullopt;
}

Problem readTime(const FilterTerm &term, const Key &key, EventFilter &filter)
{
    const std::optional<EpochMs> time = parseTime(term.value);
    if (!time) {
        return problemOf(term,
                         CoreText::tr("A time is ISO 8601, in UTC unless it names a zone, or "
                                      "milliseconds since 1970."),
                         termText(key, key.example));
    }
    std::optional<EpochMs> &limit = key.name == QLatin1String("from") ? filter.from : filter.to;
    if (limit) {
        return problemOf(
            term, CoreText::tr("A filter has one \"%1:\"; leave this one out.").arg(key.name), {});
    }
    limit = time;
    if (filter.from && filter.to && *filter.to < *filter.from) {
        return problemOf(
            term,
            CoreText::tr("The span of time ends before it begins."),
            termText(key, isoTime(key.name == QLatin1String("from") ? *filter.to : *filter.from)));
    }
    return std::nullopt;
}

Problem readVerdict(const FilterTerm &term, const Key &key, StreamFilter &filter)
{
    const std::optional<Verdict> verdict = findVerdict(term.value);
    if (!verdict) {
        QStringList names;
        for (const Verdict known : kVerdicts)
            names << verdictName(known);
        return problemOf(
            term,
            CoreText::tr("A verdict is one of %1.").arg(names.join(QStringLiteral(", "))),
            termText(key, key.example));
    }
    filter.verdicts.insert(*verdict);
    return std::nullopt;
}

void addText(const QString &words, EventFilter &filter)
{
    if (!filter.text.isEmpty())
        filter.text += u' ';
    filter.text += words;
}

/// What is wrong with a term whatever its key.
Problem problemInForm(QStringView text, const FilterTerm &term, const Key *key)
{
    if (term.openQuote) {
        const QStringView whole = text.sliced(term.begin, term.end - term.begin);
        return FilterProblem{*term.openQuote,
                             term.end - *term.openQuote,
                             CoreText::tr("This quote is never closed."),
                             whole.sliced(*term.openQuote - term.begin).toString() + u'"'};
    }
    const bool isStep = key && key->name == QLatin1String("step");
    if (!term.behindQuote.isEmpty() && !(isStep && term.behindQuote == QLatin1String("/"))) {
        return problemOf(
            term,
            CoreText::tr("After a closing quote a space is wanted."),
            text.sliced(term.begin, term.end - term.begin - term.behindQuote.size()).toString()
                + u' ' + term.behindQuote);
    }
    if (term.hasKey && !key)
        return unknownKey(text, term);
    if (term.isExclusion && !(key && key->canExclude)) {
        return problemOf(term,
                         CoreText::tr("Only types and steps can be excluded: -type: and -step:."),
                         text.sliced(term.begin + 1, term.end - term.begin - 1).toString());
    }
    if (key && term.value.isEmpty() && !term.isQuoted) {
        return FilterProblem{term.end,
                             0,
                             CoreText::tr("Something is wanted after \"%1:\".").arg(key->name),
                             key->example};
    }
    return std::nullopt;
}

StepPattern stepOf(const FilterTerm &term)
{
    if (term.isQuoted)
        return {term.value, !term.behindQuote.isEmpty(), term.isExclusion};
    const bool withDescendants = term.value.endsWith(u'/');
    return {
        withDescendants ? term.value.chopped(1) : term.value, withDescendants, term.isExclusion};
}

Problem readTerm(QStringView text, const FilterTerm &term, StreamFilter &filter)
{
    const Key *key = term.hasKey ? findKey(term.key) : nullptr;
    if (const Problem problem = problemInForm(text, term, key))
        return problem;
    if (!key || key->name == QLatin1String("text")) {
        addText(term.value, filter.events);
        return std::nullopt;
    }
    if (key->name == QLatin1String("type"))
        filter.events.types.append({term.value, term.isExclusion});
    else if (key->name == QLatin1String("step"))
        filter.events.steps.append(stepOf(term));
    else if (key->name == QLatin1String("seq"))
        return readSeqs(term, *key, filter.events);
    else if (key->name == QLatin1String("verdict"))
        return readVerdict(term, *key, filter);
    else
        return readTime(term, *key, filter.events);
    return std::nullopt;
}

QString quoted(const QString &value)
{
    QString text = value;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

QString seqsText(const EventFilter &filter)
{
    const QString first =
        filter.sinceSeq ? QString::number(filter.sinceSeq->next().value) : QString();
    const QString last = filter.untilSeq ? QString::number(filter.untilSeq->value) : QString();
    return first == last ? first : first + QStringLiteral("..") + last;
}

} // namespace

tl::expected<StreamFilter, FilterProblem> parseFilter(QStringView text)
{
    StreamFilter filter;
    for (const FilterTerm &term : splitFilterTerms(text)) {
        if (const Problem problem = readTerm(text, term, filter))
            return tl::unexpected(*problem);
    }
    return filter;
}

QString filterValue(const QString &value)
{
    const bool isPlain = !value.isEmpty() && !value.contains(u'"')
        && std::ranges::none_of(value, [](QChar c) { return c.isSpace(); });
    return isPlain ? value : quoted(value);
}

QString filterText(const StreamFilter &filter)
{
    QStringList terms;
    const auto sign = [](bool isExclusion) {
        return isExclusion ? QStringLiteral("-") : QString();
    };
    for (const TypePattern &type : filter.events.types)
        terms << sign(type.isExclusion) + QStringLiteral("type:") + filterValue(type.pattern);
    for (const StepPattern &step : filter.events.steps) {
        // Unquoted, a slash at the end would say "with descendants".
        const QString value =
            step.pattern.endsWith(u'/') ? quoted(step.pattern) : filterValue(step.pattern);
        terms << sign(step.isExclusion) + QStringLiteral("step:") + value
                + (step.withDescendants ? QStringLiteral("/") : QString());
    }
    if (filter.events.sinceSeq || filter.events.untilSeq)
        terms << QStringLiteral("seq:") + seqsText(filter.events);
    if (filter.events.from)
        terms << QStringLiteral("from:") + isoTime(*filter.events.from);
    if (filter.events.to)
        terms << QStringLiteral("to:") + isoTime(*filter.events.to);
    for (const Verdict verdict : kVerdicts) {
        if (filter.verdicts.contains(verdict))
            terms << QStringLiteral("verdict:") + verdictName(verdict);
    }
    if (!filter.events.text.isEmpty())
        terms << QStringLiteral("text:") + filterValue(filter.events.text);
    return terms.join(u' ');
}

QStringList filterKeys()
{
    QStringList keys;
    for (const Key &key : kKeys) {
        keys << key.name + u':';
        if (key.canExclude)
            keys << u'-' + key.name + u':';
    }
    return keys;
}

FilterCursor filterCursorAt(QStringView text, qsizetype position)
{
    for (const FilterTerm &term : splitFilterTerms(text)) {
        if (position < term.begin || position > term.end)
            continue;
        if (!term.hasKey || position < term.valueBegin) {
            if (term.isQuoted)
                return {FilterPart::Other, term.begin, term.end - term.begin, {}};
            return {FilterPart::Key,
                    term.begin,
                    (term.hasKey ? term.valueBegin : term.end) - term.begin,
                    text.sliced(term.begin, position - term.begin).toString()};
        }
        FilterCursor cursor{FilterPart::Other, term.valueBegin, term.end - term.valueBegin, {}};
        if (term.key == QLatin1String("type"))
            cursor.part = FilterPart::Type;
        else if (term.key == QLatin1String("step"))
            cursor.part = FilterPart::Step;
        else if (term.key == QLatin1String("verdict"))
            cursor.part = FilterPart::Verdict;
        cursor.typed = text.sliced(term.valueBegin, position - term.valueBegin).toString();
        cursor.typed.remove(u'"');
        return cursor;
    }
    return {FilterPart::Key, position, 0, {}};
}

} // namespace Gapline
