// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/streammodel.h"

#include <QObject>

namespace Gapline {

enum class CopyFormat
{
    Tsv, ///< With a header line.
    TsvWithoutHeader,
    Csv, ///< RFC 4180, with a header.
    Markdown,
    Ndjson, ///< The events as the server sent them, whatever the columns; gaps are left out.
};

/// Rows of a table as text, for pasting into tickets and sheets. Data whose bodies are not at hand is waited for, so
/// the text comes through finished(). Works on the rows as they were at the start. Lives on the UI thread.
class RowCopy : public QObject
{
    Q_OBJECT

public:
    /// More rows than this belong into an export.
    static constexpr int kMostRows = 100'000;

    /// `columns` in the order in which they are shown.
    RowCopy(const StreamModel &model,
            int firstRow,
            int lastRow,
            const QList<StreamModel::Column> &columns,
            CopyFormat format,
            QObject *parent = nullptr);

public slots:
    /// Goes on until a body is missing; to be called first, and whenever bodies were loaded.
    void advance();
    /// Bodies cannot be had: ends with what there is.
    void finishWithoutData();

signals:
    void finished(const QString &text, int rows);

private:
    void appendHeader();
    void appendLine(const QStringList &cells);
    bool appendEvent(int row);
    bool appendRow(int row);

    StreamModel m_model;
    QList<StreamModel::Column> m_columns;
    CopyFormat m_format;
    QString m_text;
    int m_nextRow;
    int m_lastRow;
    int m_rows = 0;
    bool m_isWithoutData = false;
    bool m_isFinished = false;
};

} // namespace Gapline
