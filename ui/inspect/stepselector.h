// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/execution.h"
#include "core/stream/eventstream.h"
#include "ui/inspect/filteredit.h"

#include <QToolButton>

class QCheckBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace Gapline {

/// A button that opens the steps of a stream as a tree by lineage. Each step can be asked for ("only") or hidden,
/// with its descendants or alone. Shows a filter and asks for changes; the filter bar makes them.
class StepSelector : public QToolButton
{
    Q_OBJECT

public:
    enum TreeColumn
    {
        StepColumn,
        OnlyColumn,
        HideColumn,
        EventsColumn,
    };

    explicit StepSelector(QWidget *parent = nullptr);

    void setStream(const EventStreamPtr &stream, const QList<StepView> &steps);
    void showFilter(const EventFilter &filter);
    /// Built when it is opened first, and after each change of the stream.
    [[nodiscard]] QTreeWidget *tree();

signals:
    void filterAsked(const Gapline::EventFilter &filter);

private:
    void makePopup();
    void buildTree();
    void showChoices();
    QTreeWidgetItem *itemFor(const QByteArray &stepId, QHash<QByteArray, QTreeWidgetItem *> &items);
    void chosen(QTreeWidgetItem *item, int column);

    EventStreamPtr m_stream;
    QHash<QByteArray, QString> m_nodes;
    EventFilter m_filter;
    QWidget *m_popup = nullptr; ///< With the next three: null until it is opened first.
    QTreeWidget *m_tree = nullptr;
    QCheckBox *m_withDescendants = nullptr;
    QLabel *m_cutNote = nullptr;
    bool m_isStale = true;
    bool m_isShowing = false;
};

} // namespace Gapline
