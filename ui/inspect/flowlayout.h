// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace Gapline {

/// Lays widgets out like words: left to right, and in a new line where the width ends. Rows keep the items
/// centred vertically; items whose size policy expands share what their line leaves. Owns its items like any
/// layout.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Line
    {
        qsizetype end = 0; ///< One past its last item.
        int height = 0;
        int spare = 0; ///< Width that its items leave.
        int expanding = 0; ///< Items that share the spare width.
    };
    [[nodiscard]] Line lineFrom(qsizetype first, int width) const;
    int place(const QRect &rect, bool isDryRun) const;

    QList<QLayoutItem *> m_items;
};

} // namespace Gapline
