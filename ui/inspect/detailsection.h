// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/eventfacts.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Gapline {

class WrappedText;

/// A titled part of the detail: a shaded header line, and below it labelled facts, sentences, or other widgets.
class DetailSection : public QWidget
{
    Q_OBJECT

public:
    explicit DetailSection(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    /// Goes to the right end of the header.
    void addHeaderWidget(QWidget *widget);
    void addWidget(QWidget *widget);

    /// Each fact is a line with a button that copies its value.
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }
    void setSentences(const QStringList &sentences);
    [[nodiscard]] const QStringList &sentences() const { return m_sentences; }

signals:
    void noticed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FactRow
    {
        QLabel *label;
        WrappedText *value;
        QToolButton *copy;
    };

    FactRow &factRow(qsizetype index);
    void copyFact(qsizetype index);
    void lookOf(const FactRow &row);
    void applyLook();
    [[nodiscard]] QFont fontOf(const Fact &fact) const;

    QList<Fact> m_facts;
    QStringList m_sentences;
    QLabel *m_title;
    QWidget *m_header;
    QHBoxLayout *m_headerLayout;
    QVBoxLayout *m_body;
    QGridLayout *m_grid;
    QList<FactRow> m_rows; ///< Kept when facts become fewer: selection moves quickly.
    QList<QLabel *> m_sentenceLabels;
};

} // namespace Gapline
