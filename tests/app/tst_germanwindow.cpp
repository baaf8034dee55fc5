// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mnemonics.h"
#include "tests/support/receiverwindowtest.h"

#include "app/translation.h"
#include "core/api/replyerror.h"
#include "core/filter/filterparser.h"
#include "core/reconcile/retryhorizon.h"
#include "core/reconcile/subscriptionlint.h"
#include "core/sandbox/sandboxserver.h"
#include "core/sync/alarms.h"
#include "core/sync/pagingrules.h"
#include "ui/compare/comparepage.h"
#include "ui/inspect/eventtable.h"
#include "ui/inspect/jsonview.h"
#include "ui/models/recordedtext.h"
#include "ui/reconcile/fleetpage.h"
#include "ui/reconcile/importdialog.h"
#include "ui/reconcile/logform.h"
#include "ui/shell/actions.h"
#include "ui/shell/errorbanner.h"
#include "ui/shell/verifydialog.h"
#include "ui/workspace/viewlink.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Gapline;

namespace {

/// Words that stand in nearly every English sentence and in no German one. What follows a colon's key ("from:") is the
/// filter's language, which is the same everywhere.
QStringList englishIn(const QString &text)
{
    static const QRegularExpression word(QStringLiteral(
        "(?<![\\w./_\\-])(the|of|and|is|are|were|with|from|has|have|had|this|that|which|when|yet|"
        "been|for|by|be|its|it|there|only|before|cannot|could|not|to|on|or|events?\\b(?= )|"
        "missed|rows?|scanned|compared)(?![\\w:./_\\-=])"));
    QStringList found;
    const QString plain = QString(text).remove(u'&'); // "b&is" is one word.
    for (auto it = word.globalMatch(plain); it.hasNext();) {
        const QString match = it.next().captured();
        found << match;
    }
    return found;
}

} // namespace

/// The real window in German, in its main states: no sentence of the program's own is English. What the API and logs
/// say stays as it is.
class tst_GermanWindow : public Test::ReceiverWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_german = std::make_unique<Translation>(QStringLiteral("de"));
        startSandbox();
        makeWindow();
        m_window->resize(1600, 1000);
        expectGerman("start page");
        connectToReceiver(QStringLiteral("Webshop"));
        QTRY_VERIFY(m_window->isDrawn());
    }

    void anOpenExecutionIsToldInGerman()
    {
        expectGerman("open execution");
        m_window->actions().nextGap->trigger();
        expectGerman("gap");
        m_window->actions().nextFailure->trigger();
        expectGerman("failure");
    }

    void noControlTakesTheKeyOfAMenuInGermanEither()
    {
        QCOMPARE(Test::controlsThatTakeAMenusKey(*m_window), QStringList());
    }

    void dialogsSpeakGerman()
    {
        Actions &actions = m_window->actions();
        for (QAction *action : {actions.exportCsv,
                                actions.exportTimeline,
                                actions.exportReport,
                                actions.connectTo,
                                actions.commandPalette,
                                actions.goToPlace,
                                actions.shortcuts,
                                actions.about,
                                actions.manageViews,
                                actions.showGraph,
                                actions.compareWith}) {
            action->trigger();
            QTest::qWait(50);
            expectGerman(qPrintable(action->text()));
            closeDialogs();
        }
    }

    void whatAVerificationFoundIsSaidInGerman()
    {
        m_window->actions().verify->trigger();
        auto *dialog = m_window->findChild<VerifyDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->report().contains(QStringLiteral("erneut gelesen")));
        QVERIFY2(englishIn(dialog->report()).isEmpty(), qPrintable(dialog->report()));
        expectGerman("verification");
        closeDialogs();
    }

    void coverageOutagesAndCausesAreToldInGerman()
    {
        m_window->actions().reconcileDeliveries->trigger();
        auto *dialog = m_window->findChild<ImportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->logForm()->isReadable());
        expectGerman("import dialog");
        QSignalSpy reconciled(&m_workspace->reconcile(), &ReconcileView::reconciled);
        dialog->accept();
        QTRY_COMPARE(reconciled.size(), 1);
        auto *fleet = m_window->findChild<FleetPage *>();
        QVERIFY(fleet->isVisible());
        expectGerman("fleet page");
        fleet->executions()->selectRow(0);
        expectGerman("execution's verdicts");
        QVERIFY(fleet->outages()->count() > 0);
        fleet->outages()->setCurrentRow(0);
        expectGerman("outage");
        m_window->actions().nextMissed->trigger();
        expectGerman("missed webhook");
    }

    void whatIsExportedStaysEnglish()
    {
        const Comparison &comparison = *m_workspace->reconcile().comparison();
        for (const QString &line : coverageStatement(comparison.report(), TimeZoneChoice::Utc))
            QVERIFY2(!line.contains(QStringLiteral("gescannt")) && !line.contains(u"Abgeglichen"),
                     qPrintable(line));
        for (const FindingFormat format : {FindingFormat::Csv, FindingFormat::Html}) {
            QSignalSpy exported(&m_workspace->reconcile(), &ReconcileView::exported);
            const QString name = m_folder.filePath(QStringLiteral("findings"));
            m_workspace->reconcile().exportFindings({format, name, {}, TimeZoneChoice::Utc});
            QTRY_COMPARE(exported.size(), 1);
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.contains("Compared 8 executions"));
            QVERIFY(bytes.contains("Subscription assumed: all types"));
        }
    }

    void whatWentWrongIsSaidInGerman()
    {
        ReplyFacts slow;
        slow.end = RequestEnd::NoFirstByte;
        slow.deadline = std::chrono::seconds(30);
        EventPage page;
        page.executionId = ExecutionId(QStringLiteral("exec_1"));
        page.nextCursor = Seq{3};
        page.hasMore = true;
        const QList<Error> errors{
            *errorOfReply(slow, m_clock.now()),
            unreadableAnswer({}),
            changedEventsAlarm({Seq{3}}),
            goneEventsAlarm({Seq{3}}),
            parseViewLink(QStringLiteral("gapline://open/")).error(),
            parseSchedule(u"5").error(),
            checkPage(page, page.executionId, Seq{3}, 500).error(),
        };
        ErrorBanner *banner = m_window->findChild<ErrorBanner *>();
        for (const Error &error : errors) {
            QVERIFY2(englishIn(error.message).isEmpty(), qPrintable(error.message));
            banner->showError(error);
            expectGerman(qPrintable(error.textId()));
        }
        banner->clear();
        for (const char *filter : {"seq:9..2", "typo:x", "text:\"a", "-seq:2"}) {
            const auto parsed = parseFilter(QString::fromLatin1(filter));
            QVERIFY(!parsed);
            QVERIFY2(englishIn(parsed.error().message).isEmpty(),
                     qPrintable(parsed.error().message));
        }
    }

    void whatWasRecordedInEnglishIsSaidInGerman()
    {
        QCOMPARE(recordedText(QStringLiteral("seq \"x\" is no whole number")),
                 QStringLiteral("die Seq „x“ ist keine ganze Zahl"));
        QCOMPARE(recordedText(QStringLiteral("3 cells where the header names 4")),
                 QStringLiteral("3 Zellen, wo der Kopf 4 nennt"));
        QCOMPARE(recordedText(QStringLiteral("a quote is never closed (the log ends in this row)")),
                 QStringLiteral("ein Anführungszeichen wird nie geschlossen (das Log endet in "
                                "dieser Zeile)"));
        QCOMPARE(recordedText(QStringLiteral("the body is not a JSON object")),
                 QStringLiteral("der Inhalt ist kein JSON-Objekt"));
        // What nobody here has written stays.
        QCOMPARE(recordedText(QStringLiteral("Connection refused")),
                 QStringLiteral("Connection refused"));
    }

    void cleanupTestCase()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    void closeDialogs()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget != m_window.get() && widget->isVisible())
                widget->close();
        }
        for (QDialog *dialog : m_window->findChildren<QDialog *>())
            dialog->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    static QStringList textsOf(const QAbstractItemView &view)
    {
        QStringList texts;
        const QAbstractItemModel *model = view.model();
        const bool isStream = qobject_cast<const StreamModel *>(model);
        for (int column = 0; model && column < model->columnCount(); ++column) {
            if (isStream && column == int(StreamModel::Column::Data))
                continue; // The API's own.
            texts << model->headerData(column, Qt::Horizontal).toString()
                  << model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
            for (int row = 0; row < std::min(model->rowCount(), 60); ++row) {
                const QModelIndex index = model->index(row, column);
                for (const int role : {int(Qt::DisplayRole),
                                       int(Qt::ToolTipRole),
                                       int(Qt::AccessibleTextRole),
                                       int(Qt::AccessibleDescriptionRole)})
                    texts << index.data(role).toString();
            }
        }
        return texts;
    }

    static QStringList textsOf(const QWidget &widget)
    {
        QStringList texts{widget.toolTip(),
                          widget.accessibleName(),
                          widget.accessibleDescription(),
                          widget.isWindow() ? widget.windowTitle() : QString()};
        for (const QAction *action : widget.actions())
            texts << action->text() << action->toolTip() << action->statusTip();
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            texts << button->text();
        else if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
            texts << box->title();
        else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            texts << field->placeholderText();
        else if (qobject_cast<const QHeaderView *>(&widget))
            return texts; // Its view's are read.
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            texts << textsOf(*view);
        else if (const auto *list = qobject_cast<const QComboBox *>(&widget))
            for (int i = 0; i < list->count(); ++i)
                texts << list->itemText(i);
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        return texts;
    }

    /// Every text of every visible widget.
    static void expectGerman(const char *state)
    {
        QStringList wrong;
        for (const QWidget *widget : QApplication::allWidgets()) {
            if (!widget->isVisible())
                continue;
            for (const QString &text : textsOf(*widget)) {
                const QStringList words = englishIn(text);
                if (!words.isEmpty())
                    wrong << QStringLiteral("%1: %2 (%3)")
                                 .arg(QString::fromLatin1(widget->metaObject()->className()),
                                      text,
                                      words.join(u' '));
            }
        }
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromUtf8(state) + u'\n' + wrong.join(u'\n')));
    }

    std::unique_ptr<Translation> m_german;
};

QTEST_MAIN(tst_GermanWindow)
#include "tst_germanwindow.moc"
