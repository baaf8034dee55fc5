// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cellfilter.h"

#include "core/domain/displaytext.h"
#include "core/stream/textmatcher.h"
#include "ui/inspect/filteredit.h"
#include "ui/models/deliverytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Gapline {
namespace {

constexpr qsizetype kShownCharacters = 60;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CellFilter)
};

QString shown(const QString &value)
{
    return displayText(value, kShownCharacters);
}

CellFilter
byType(const EventStream &stream, qsizetype event, const StreamFilter &now, CellChoice choice)
{
    const QByteArray type = stream.typeAt(event);
    const QString name = shown(QString::fromUtf8(type));
    if (choice == CellChoice::Only)
        return {Text::tr("Only type %1").arg(name),
                {withOnlyTypes(now.events, {type}), now.verdicts}};
    QByteArrayList all;
    for (const TypeCount &count : countTypes(stream))
        all << count.name;
    return {Text::tr("Hide type %1").arg(name),
            {withTypesShown(now.events, {type}, false, all), now.verdicts}};
}

CellFilter
byStep(const QByteArray &step, const QString &node, const StreamFilter &now, CellChoice choice)
{
    if (choice == CellChoice::Only)
        return {Text::tr("Only step %1").arg(shown(node)),
                {withOnlyStep(now.events, step), now.verdicts}};
    return {Text::tr("Hide step %1").arg(shown(node)),
            {withStepChoice(now.events, step, StepChoice::Hidden, false), now.verdicts}};
}

CellFilter byTime(EpochMs time, TimeZoneChoice zone, const StreamFilter &now, CellChoice choice)
{
    StreamFilter changed = now;
    if (choice == CellChoice::Only) {
        changed.events.from = time;
        if (changed.events.to && *changed.events.to < time)
            changed.events.to.reset();
        return {Text::tr("Only from %1 on").arg(clockTime(time, zone)), changed};
    }
    changed.events.to = time - std::chrono::milliseconds(1);
    if (changed.events.from && *changed.events.to < *changed.events.from)
        changed.events.from.reset();
    return {Text::tr("Only before %1").arg(clockTime(time, zone)), changed};
}

CellFilter byVerdict(Verdict verdict, const StreamFilter &now, CellChoice choice)
{
    StreamFilter changed = now;
    const QString name = verdictText(verdict);
    if (choice == CellChoice::Only) {
        changed.verdicts = {verdict};
        return {Text::tr("Only %1 webhooks").arg(name), changed};
    }
    if (changed.verdicts.isEmpty())
        changed.verdicts = QSet<Verdict>(kVerdicts.begin(), kVerdicts.end());
    changed.verdicts.remove(verdict);
    return {Text::tr("Hide %1 webhooks").arg(name), changed};
}

/// The words of the summary, where they find the event again: a summary is made for people, and may round or cut.
std::optional<CellFilter> byData(const StreamModel &model, int row, const StreamFilter &now)
{
    const std::optional<QString> summary = model.loadedSummary(row);
    const std::optional<QByteArray> raw = model.loadedRaw(row);
    if (!summary || !raw)
        return std::nullopt;
    QStringList words;
    for (const QString &word : summary->split(QRegularExpression(QStringLiteral("[\\s·]+")))) {
        EventFilter probe;
        probe.text = word;
        if (!word.isEmpty() && TextMatcher(probe).matches(*raw))
            words << word;
    }
    if (words.isEmpty())
        return std::nullopt;
    StreamFilter changed = now;
    changed.events.text = words.join(u' ');
    return CellFilter{Text::tr("Only text \"%1\"").arg(shown(changed.events.text)), changed};
}

} // namespace

std::optional<CellFilter> filterFromCell(const StreamModel &model,
                                         const QModelIndex &cell,
                                         const StreamFilter &now,
                                         CellChoice choice)
{
    const std::optional<qsizetype> event = model.eventAt(cell.row());
    if (!event || !cell.isValid())
        return std::nullopt;
    const EventStream &stream = *model.rows()->stream();
    const bool isOnly = choice == CellChoice::Only;
    switch (StreamModel::Column(cell.column())) {
    case StreamModel::Column::Seq: {
        if (!isOnly)
            return std::nullopt;
        const Seq seq = stream.seqAt(*event);
        return CellFilter{Text::tr("Only seq %1").arg(seq.value),
                          {withSeqLimits(now.events, {seq, seq}), now.verdicts}};
    }
    case StreamModel::Column::Delta:
        return std::nullopt;
    case StreamModel::Column::Time:
        if (const std::optional<EpochMs> time = stream.timeAt(*event))
            return byTime(*time, model.timeZone(), now, choice);
        return std::nullopt;
    case StreamModel::Column::Type:
        return byType(stream, *event, now, choice);
    case StreamModel::Column::Step:
        if (const std::optional<QByteArray> step = stream.stepIdAt(*event))
            return byStep(*step, cell.data().toString(), now, choice);
        return std::nullopt;
    case StreamModel::Column::Webhook: {
        const QVariant verdict = cell.data(StreamModel::VerdictRole);
        if (!verdict.isValid() || Verdict(verdict.toInt()) == Verdict::NotExpected)
            return std::nullopt;
        return byVerdict(Verdict(verdict.toInt()), now, choice);
    }
    case StreamModel::Column::Data:
        return isOnly ? byData(model, cell.row(), now) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace Gapline
