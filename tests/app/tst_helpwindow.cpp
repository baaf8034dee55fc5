// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/helpwindow.h"
#include "ui/shell/shortcutpage.h"

#include <QAction>
#include <QKeySequence>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Gapline;

class tst_HelpWindow : public QObject
{
    Q_OBJECT

private slots:
    void everyShortcutOfTheMenusIsOnTheSheet()
    {
        QMenuBar bar;
        Actions actions(&bar);
        actions.fill(&bar);
        const QString sheet = shortcutPage(bar);
        int shortcuts = 0;
        for (const QAction *action : actions.findChildren<QAction *>()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(sheet.contains(keys.toString(QKeySequence::NativeText).toHtmlEscaped()),
                         qPrintable(action->text()));
                ++shortcuts;
            }
        }
        QVERIFY(shortcuts >= 40);
        actions.undo->setText(QStringLiteral("<b>&Undo"));
        QVERIFY(shortcutPage(bar).contains(QStringLiteral("&lt;b&gt;Undo")));
    }

    void everyTopicHasAPageAndEveryLinkATopic()
    {
        HelpWindow window(QStringLiteral("<h1>Keyboard shortcuts</h1>"));
        QSet<QString> titles;
        for (const HelpTopic topic : {HelpTopic::Shortcuts,
                                      HelpTopic::Gaps,
                                      HelpTopic::Coverage,
                                      HelpTopic::Verdicts,
                                      HelpTopic::Filters,
                                      HelpTopic::CommandLine}) {
            window.showTopic(topic);
            const QString text = window.page()->toPlainText();
            QVERIFY(!text.isEmpty());
            titles << text.section(u'\n', 0, 0);
            static const QRegularExpression link(QStringLiteral("href=\"([^\"]+)\""));
            for (auto it = link.globalMatch(window.page()->toHtml()); it.hasNext();) {
                const QUrl target(it.next().captured(1));
                QCOMPARE(target.scheme(), QStringLiteral("help"));
                emit window.page()->anchorClicked(target);
                QVERIFY(window.page()->toPlainText() != text);
                window.showTopic(topic);
            }
        }
        QCOMPARE(titles.size(), 6);
    }

    void nothingIsLoadedFromElsewhere()
    {
        HelpWindow window({});
        window.showTopic(HelpTopic::Gaps);
        const QString before = window.page()->toPlainText();
        emit window.page()->anchorClicked(QUrl(QStringLiteral("https://example.com")));
        emit window.page()->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        QCOMPARE(window.page()->toPlainText(), before);
        QVERIFY(!window.page()
                     ->loadResource(QTextDocument::HtmlResource,
                                    QUrl(QStringLiteral("file:///etc/passwd")))
                     .isValid());
    }
};

QTEST_MAIN(tst_HelpWindow)
#include "tst_helpwindow.moc"
