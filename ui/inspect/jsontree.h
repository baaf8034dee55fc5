// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace Gapline {

/// JSON as a tree of keys and values, for reading: objects and arrays say how many members they have, everything else
/// is text made safe to look at. Copies take a value as it is (a string decoded, the rest as written).
class JsonTree : public QTreeWidget
{
    Q_OBJECT

public:
    /// More values than these are not shown; the last row says so.
    static constexpr qsizetype kMostItems = 2000;
    /// A longer text is shown as text alone: taking it apart would be felt.
    static constexpr qsizetype kMostBytes = qsizetype(1) << 20;

    explicit JsonTree(QWidget *parent = nullptr);

    /// False when it is no JSON or too long: there is nothing to show then.
    bool setJson(const QByteArray &json);
    /// Copies the value of the current row to the clipboard; of objects and arrays their bytes.
    void copyValue();

signals:
    void rowsChanged(); ///< As many are in sight now, opened or closed.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace Gapline
