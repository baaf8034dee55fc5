// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/filter/filterparser.h"
#include "core/stream/eventstream.h"

#include <QHash>
#include <QLineEdit>
#include <QTimer>

#include <optional>

class QCompleter;
class QStringListModel;

namespace Gapline {

/// The filter as a line of text, in the form that filterparser.h documents. Completes types, steps and nodes of the
/// stream, and says what is wrong while it is written. Asks for a filter; the filter bar makes it the view's. Lives
/// on the UI thread.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    /// What is completed from; null: keys alone. `steps` are those that executions/get has named the nodes of.
    void setStream(const EventStreamPtr &stream, const QList<StepView> &steps);
    /// Without a comparison "verdict:" is a problem.
    void setHasVerdicts(bool has);
    /// Leaves what was typed as it is where it says the same; its own word order and spaces stay.
    void showFilter(const StreamFilter &filter);

    /// Of the text as it stands; the filter of an earlier text holds until it is repaired.
    [[nodiscard]] const std::optional<FilterProblem> &problem() const { return m_problem; }
    /// Something that is right but may not be meant: a type that no event has. Empty for most texts.
    [[nodiscard]] QString remark() const;
    /// What could be written at the cursor, best first; each with what stands behind it.
    [[nodiscard]] QStringList completions() const;
    /// Is the same as choosing it from the list.
    void insertCompletion(const QString &completion);

public slots:
    /// Writes what the problem offers instead of what is wrong.
    void repair();
    /// Now, instead of after a moment.
    void apply();
    /// Empties the line and asks for nothing.
    void forgetTyping();

signals:
    void filterAsked(const Gapline::StreamFilter &filter);
    void problemChanged();
    void left(); ///< Escape: the keys belong to the stream again.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void takeTyping();
    void check();
    void offerCompletions();
    [[nodiscard]] const QStringList &steps() const;
    [[nodiscard]] bool mayBecomeKey() const;

    EventStreamPtr m_stream;
    QHash<QByteArray, QString> m_nodes;
    mutable std::optional<QStringList>
        m_steps; ///< Nodes with "/", then step ids; made when first needed.
    bool m_hasVerdicts = false;
    std::optional<FilterProblem> m_problem;
    std::optional<StreamFilter> m_filter; ///< Of the text, where it has no problem.
    QCompleter *m_completer;
    QStringListModel *m_completions;
    QTimer m_delay;
};

} // namespace Gapline
