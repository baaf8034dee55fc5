// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/naive/naivetable.h"

#include <QDateTime>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gapline::Bench {

NaiveTable::NaiveTable()
{
    m_events.setHorizontalHeaderLabels({QStringLiteral("Seq"),
                                        QStringLiteral("Time"),
                                        QStringLiteral("Type"),
                                        QStringLiteral("Step"),
                                        QStringLiteral("Correlation"),
                                        QStringLiteral("Data")});
    setModel(&m_events);
    horizontalHeader()->setStretchLastSection(true);
    resize(1100, 800);
}

NaiveTable::Page NaiveTable::add(const QByteArray &reply)
{
    const QJsonObject result =
        QJsonDocument::fromJson(reply).object().value(QStringLiteral("result")).toObject();
    for (const QJsonValue &value : result.value(QStringLiteral("events")).toArray()) {
        const QJsonObject event = value.toObject();
        const QString time =
            QDateTime::fromMSecsSinceEpoch(
                qint64(event.value(QStringLiteral("timestamp")).toDouble()), Qt::UTC)
                .toString(Qt::ISODateWithMs);
        const QJsonDocument payload(event.value(QStringLiteral("data")).toObject());
        m_events.appendRow(
            {new QStandardItem(
                 QString::number(qint64(event.value(QStringLiteral("seq")).toDouble()))),
             new QStandardItem(time),
             new QStandardItem(event.value(QStringLiteral("type")).toString()),
             new QStandardItem(event.value(QStringLiteral("stepId")).toString()),
             new QStandardItem(event.value(QStringLiteral("correlationId")).toString()),
             new QStandardItem(QString::fromUtf8(payload.toJson(QJsonDocument::Compact)))});
    }
    return {qint64(result.value(QStringLiteral("nextCursor")).toDouble()),
            result.value(QStringLiteral("hasMore")).toBool()};
}

} // namespace Gapline::Bench
