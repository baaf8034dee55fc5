// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace Gapline {

class JsonHighlighter;
class JsonTree;

/// Raw JSON laid out for reading, as text or as a tree: indented, coloured, control characters made visible, lines broken at 200
/// columns (a single line of a megabyte would freeze the editor), and only its beginning until all is asked for.
/// The text shown is for reading only; copies take the bytes.
class JsonView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kBytesAtFirst = qsizetype(32) << 10;
    static constexpr qsizetype kColumns = 200;

    explicit JsonView(QWidget *parent = nullptr);

    void setJson(const QByteArray &json);
    /// As a tree of keys and values instead of text; text stays text where the bytes are no JSON.
    void setTree(bool isTree);
    [[nodiscard]] JsonTree *tree() const { return m_tree; } ///< Null until it was asked for.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isCut() const;

public slots:
    void showAll();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showBytes(qsizetype limit);
    void applyLook();
    void fitHeight();
    void showTree();

    QByteArray m_json;
    bool m_isTree = false;
    JsonTree *m_tree = nullptr;
    QPlainTextEdit *m_text;
    JsonHighlighter *m_highlighter;
    QPushButton *m_showAll;
};

/// The text with a line break after every `columns` characters of a line that is longer.
[[nodiscard]] QString brokenLines(const QString &text, qsizetype columns);

} // namespace Gapline
