// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QStringList>

namespace Gapline {

/// The first rows of a receiver's log as an import would read them. Plain text, made safe to show.
struct PreviewTable
{
    struct Row
    {
        qint64 line = 0;
        QStringList cells; ///< One per previewFields(), empty where the row does not tell.
        QString problem; ///< Not empty: why the row cannot be read.
    };

    QString file;
    QString format; ///< "NDJSON, gzip"
    QStringList columns; ///< Of a log with a header; others are named by path.
    QMap<QString, QString> found; ///< Field → column that it was read from.
    QList<Row> rows;
    QString problem; ///< Not empty: the file cannot be read.
};

/// Names of the fields that a log row may tell, as in --map FIELD=COLUMN.
[[nodiscard]] QStringList previewFields();

/// Reads previews on the pool; only the latest one asked for is told. Lives on the UI thread.
class LogPreviewer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `corrections`: field → column, as in a receiver profile.
    void request(const QString &file, const QMap<QString, QString> &corrections);

signals:
    void previewed(const Gapline::PreviewTable &table);

private:
    Generation m_requests;
};

} // namespace Gapline
