// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/textfind.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Gapline {

/// Finds words in the shown events, one after the other, and says how many there are. Hidden until it is asked for. Lives
/// on the UI thread.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void setView(StreamView *view);
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QLabel *countLabel() const { return m_count; }

public slots:
    /// Shows the bar, ready to type.
    void open();
    /// Opens the bar when there is nothing to find yet.
    void next();
    void previous();
    void close();

signals:
    /// The bar is gone: who had the focus before may have it back.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyWords();
    void go(Direction direction);
    void showCount();

    TextFind *m_find;
    QLineEdit *m_field;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_count;
    QTimer m_delay;
    std::optional<Direction> m_goesOnceFound; ///< Asked for while the search ran.
};

} // namespace Gapline
