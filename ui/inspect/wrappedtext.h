// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gapline {

/// Plain text that wraps at word boundaries, or anywhere where a word is wider than the widget: ids have no spaces.
/// Never rich text, whatever it holds.
class WrappedText : public QWidget
{
    Q_OBJECT

public:
    explicit WrappedText(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setColorRole(QPalette::ColorRole role);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Lays the text out in `width`, draws it when there is a painter, and returns the height.
    int layOut(int width, QPainter *painter) const;

    QString m_text;
    QPalette::ColorRole m_role = QPalette::WindowText;
};

} // namespace Gapline
