// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/streammodel.h"

#include <QObject>

namespace Gapline {

/// Rows of a table as TSV with a header line, for pasting into tickets and sheets. Data summaries whose bodies are
/// not at hand are waited for, so the text comes through finished(). Works on the rows as they were at the
/// start. Lives on the UI thread.
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
            QObject *parent = nullptr);

public slots:
    /// Goes on until a body is missing; to be called first, and whenever bodies were loaded.
    void advance();
    /// Bodies cannot be had: ends with what there is.
    void finishWithoutData();

signals:
    void finished(const QString &tsv, int rows);

private:
    bool appendRow(int row);

    StreamModel m_model;
    QList<StreamModel::Column> m_columns;
    QString m_text;
    int m_nextRow;
    int m_lastRow;
    int m_rows = 0;
    bool m_isWithoutData = false;
    bool m_isFinished = false;
};

} // namespace Gapline
