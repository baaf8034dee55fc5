// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/logpreviewer.h"

#include "core/base/whenfinished.h"
#include "core/deliverylog/logreader.h"
#include "core/domain/displaytext.h"
#include "core/domain/timetext.h"

#include <QFile>
#include <QtConcurrent>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kPreviewCharacters = 120;

QString shown(QByteArrayView text)
{
    return displayText(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 4096))),
                       kPreviewCharacters);
}

QString cellOf(const Delivery &row, RowField field)
{
    switch (field) {
    case RowField::ReceivedAt:
        return row.receivedAt ? isoTime(*row.receivedAt) : QString();
    case RowField::Status:
        return row.status ? QString::number(*row.status) : QString();
    case RowField::Attempt:
        return row.attempt ? QString::number(*row.attempt) : QString();
    case RowField::Event:
        return shown(row.eventId);
    case RowField::Execution:
        return shown(row.executionId);
    case RowField::Position:
        return row.seq ? QString::number(row.seq->value) : QString();
    case RowField::Type:
        return shown(row.type);
    case RowField::Body:
        return shown(row.body);
    case RowField::Signature:
        return shown(row.signature);
    case RowField::MessageId:
        return shown(row.messageId);
    case RowField::MessageTime:
        return shown(row.messageTime);
    }
    return {};
}

PreviewTable previewOf(const QString &fileName, const QMap<QString, QString> &corrections)
{
    PreviewTable table;
    table.file = fileName;
    const auto mapping = RowMapping::corrected(corrections);
    if (!mapping) {
        table.problem = mapping.error().message;
        return table;
    }
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        table.problem = LogPreviewer::tr("The file cannot be read: %1").arg(file.errorString());
        return table;
    }
    const LogPreview preview = previewLog(file, *mapping);
    table.format = formatName(preview.reading.format);
    table.columns = preview.reading.columns;
    for (auto it = preview.columns.cbegin(); it != preview.columns.cend(); ++it)
        table.found.insert(rowFieldName(it.key()), QString::fromUtf8(it.value()));
    for (const Delivery &row : preview.deliveries) {
        PreviewTable::Row shownRow{row.line, {}, {}};
        for (int field = 0; field < kRowFieldCount; ++field)
            shownRow.cells.append(cellOf(row, RowField(field)));
        table.rows.append(shownRow);
    }
    for (const RejectedRow &row : preview.rejected)
        table.rows.append({row.line, {}, displayText(row.reason)});
    std::ranges::stable_sort(table.rows, {}, &PreviewTable::Row::line);
    if (table.rows.isEmpty())
        table.problem = LogPreviewer::tr("The file holds no rows.");
    return table;
}

} // namespace

QStringList previewFields()
{
    QStringList names;
    for (int field = 0; field < kRowFieldCount; ++field)
        names.append(rowFieldName(RowField(field)));
    return names;
}

void LogPreviewer::request(const QString &file, const QMap<QString, QString> &corrections)
{
    const Generation::Ticket ticket = m_requests.begin();
    whenFinished(QtConcurrent::run([file, corrections] {
        return previewOf(file, corrections);
    })).then(this, [this, ticket](const PreviewTable &table) {
        if (m_requests.isCurrent(ticket))
            emit previewed(table);
    });
}

} // namespace Gapline
