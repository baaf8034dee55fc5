// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a cell; the model's state and roles are in streammodel.cpp.
#include "core/domain/displaytext.h"
#include "core/domain/steplineage.h"
#include "core/report/evidence.h"
#include "ui/models/datasummary.h"
#include "ui/models/deliverytext.h"
#include "ui/models/streammodel.h"

#include <QCoreApplication>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StreamModel)
};

} // namespace

QVariant StreamModel::rawValue(qsizetype event, Column column) const
{
    const EventStream &stream = *m_rows->stream();
    switch (column) {
    case Column::Seq:
        return stream.seqAt(event).value;
    case Column::Time:
        if (const std::optional<EpochMs> time = stream.timeAt(event))
            return toEpochMs(*time);
        return {};
    case Column::Delta:
        if (const auto delta = sincePrevious(stream, event))
            return qint64(delta->count());
        return {};
    case Column::Type:
        return QString::fromUtf8(stream.typeAt(event));
    case Column::Step:
        if (const auto step = stream.stepIdAt(event))
            return QString::fromUtf8(*step);
        return {};
    case Column::Webhook:
        if (const auto found = deliveryOf(event))
            return QString(verdictName(found->verdict));
        return {};
    case Column::Data:
        return summary(event).value_or(QString());
    }
    return {};
}

QString StreamModel::eventText(qsizetype event, Column column) const
{
    const EventStream &stream = *m_rows->stream();
    switch (column) {
    case Column::Seq:
        return QString::number(stream.seqAt(event).value);
    case Column::Time: {
        const std::optional<EpochMs> time = stream.timeAt(event);
        return time ? clockTime(*time, m_timeZone) : QString();
    }
    case Column::Delta: {
        const auto delta = sincePrevious(stream, event);
        return delta ? deltaText(*delta) : QString();
    }
    case Column::Type:
        return displayText(QString::fromUtf8(stream.typeAt(event)));
    case Column::Step:
        return nodeText(event);
    case Column::Webhook: {
        const auto found = deliveryOf(event);
        return found ? deliveryText(*found, stream.timestampAt(event)) : QString();
    }
    case Column::Data: {
        const QString remarks = eventRemarks(stream, event).join(QStringLiteral(" · "));
        const QString data = summary(event).value_or(QStringLiteral("…"));
        return remarks.isEmpty() ? data : QStringLiteral("⚠ %1   %2").arg(remarks, data).trimmed();
    }
    }
    return {};
}

QString StreamModel::eventToolTip(qsizetype event, Column column) const
{
    const EventStream &stream = *m_rows->stream();
    switch (column) {
    case Column::Time: {
        const std::optional<EpochMs> time = stream.timeAt(event);
        return time ? isoTime(*time, m_timeZone) : Text::tr("The API sent no timestamp");
    }
    case Column::Delta:
        return event == 0 ? Text::tr("The first event that is known")
                          : Text::tr("Since seq %1, the previous event of the stream")
                                .arg(stream.seqAt(event - 1).value);
    case Column::Step: {
        const QString id =
            displayText(QString::fromUtf8(stream.stepIdAt(event).value_or(QByteArray())));
        const std::optional<StepIteration> iteration = iterationOf(event);
        return iteration ? QStringLiteral("%1 · %2").arg(id, iterationText(*iteration)) : id;
    }
    case Column::Webhook: {
        const auto found = deliveryOf(event);
        return found ? verdictInWords(m_deliveries->comparison(), *found, m_timeZone) : QString();
    }
    case Column::Seq:
    case Column::Type:
    case Column::Data:
        return eventText(event, column);
    }
    return {};
}

QString StreamModel::nodeText(qsizetype event) const
{
    const std::optional<QByteArray> step = m_rows->stream()->stepIdAt(event);
    if (!step)
        return {};
    const auto known = m_nodes.constFind(*step);
    return displayText(known != m_nodes.cend() ? *known : QString::fromUtf8(nodeOfStep(*step)));
}

} // namespace Gapline
