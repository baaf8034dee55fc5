// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;
class QUrl;

namespace Gapline {

enum class HelpTopic
{
    Shortcuts,
    Gaps,
    Coverage,
    Verdicts,
    Filters,
    CommandLine,
};

/// The help pages, all of them from the program itself: nothing is ever loaded from elsewhere. Lives on the UI thread.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    /// `shortcuts` is the page made by shortcutPage().
    explicit HelpWindow(const QString &shortcuts, QWidget *parent = nullptr);

    void showTopic(HelpTopic topic);
    [[nodiscard]] QTextBrowser *page() const { return m_page; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRow(int row);
    void follow(const QUrl &link);

    QString m_shortcuts;
    QListWidget *m_topics;
    QTextBrowser *m_page;
};

} // namespace Gapline
