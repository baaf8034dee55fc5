// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include "core/sandbox/sandboxserver.h"
#include "ui/report/picturedialog.h"
#include "ui/report/reportdialog.h"
#include "ui/shell/errorbanner.h"
#include "ui/timeline/timelinepalette.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStatusBar>
#include <QTest>

using namespace Gapline;

/// Pictures, reports and printing from the real window on the real sandbox.
class tst_ReportWindow : public Test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxServer>(SandboxOptions{}, m_clock);
        const Result<QUrl> url = m_sandbox->listen();
        QVERIFY(url);
        makeWindow();
        QVERIFY(!m_window->actions().exportTimeline->isEnabled());
        m_workspace->connectTo(
            {QStringLiteral("Sandbox"), *url, cacheFile(), {}}, SandboxServer::credentials(), true);
        m_window->openFromText(m_sandbox->showcase().text());
        QTRY_VERIFY(view() && view()->stream()->state().isComplete);
        QTRY_VERIFY(view()->execution() && !view()->execution()->steps.isEmpty());
        QTRY_VERIFY(m_workspace->fetches().isEmpty());
        QTRY_VERIFY(m_window->isDrawn());
        QVERIFY(m_window->actions().exportTimeline->isEnabled());
    }

    void theFormatDecidesTheEndingAndWhatIsAsked()
    {
        m_window->actions().exportTimeline->trigger();
        auto *dialog = m_window->findChild<PictureDialog *>();
        QVERIFY(dialog);
        QLineEdit *file = fileField(*dialog);
        QComboBox *format = comboBox(*dialog, QStringLiteral("Format"));
        QVERIFY(file && format);
        QVERIFY(file->text().endsWith(QLatin1String("-timeline.png")));
        format->setCurrentIndex(1);
        QVERIFY(file->text().endsWith(QLatin1String("-timeline.svg")));
        QVERIFY(comboBox(*dialog, QStringLiteral("Scale"))->isHidden());
        format->setCurrentIndex(2);
        QVERIFY(file->text().endsWith(QLatin1String("-timeline.pdf")));
        QVERIFY(!comboBox(*dialog, QStringLiteral("Paper"))->isHidden());
        file->setText(QStringLiteral("/nowhere/at/all.pdf"));
        const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("problem"));
        QCOMPARE(problem->text(), QStringLiteral("The folder does not exist."));
        dialog->reject();
        closeDialogs();
    }

    void theTimelineIsWrittenAsAPicture()
    {
        const QString file = m_folder.filePath(QStringLiteral("timeline.png"));
        m_window->actions().exportTimeline->trigger();
        auto *dialog = m_window->findChild<PictureDialog *>();
        QVERIFY(dialog);
        fileField(*dialog)->setText(file);
        QCOMPARE(dialog->request().width, 1600);
        QCOMPARE(dialog->request().scale, 2);
        dialog->accept();
        QTRY_VERIFY(QFile::exists(file));
        closeDialogs();
        QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(
            QStringLiteral("Timeline written to")));
        const QImage image(file);
        QCOMPARE(image.width(), 3200);
        QCOMPARE(QColor(image.pixel(4, 4)), timelinePalette(false).lane);
    }

    void theReportSaysTheNumbersOfTheCommandLine()
    {
        const QString html = written([this] { return openReport(QStringLiteral("report.html")); },
                                     QStringLiteral("report.html"));
        QVERIFY(html.startsWith(QLatin1String("<!DOCTYPE html>")));
        QVERIFY(html.contains(QStringLiteral("<svg")));
        QVERIFY(!html.contains(QStringLiteral("<image")));
        QVERIFY(!html.contains(QStringLiteral("<script")));
        const QJsonObject gaps = commandLineGaps();
        QVERIFY(gaps.value(QLatin1String("events")).toInt() > 0);
        QCOMPARE(fact(html, QStringLiteral("Events")), gaps.value(QLatin1String("events")).toInt());
        QCOMPARE(fact(html, QStringLiteral("Internal-only seqs")),
                 gaps.value(QLatin1String("internal")).toInt());
        QCOMPARE(fact(html, QStringLiteral("Unknown seqs")),
                 gaps.value(QLatin1String("unknown")).toInt());
        QCOMPARE(fact(html, QStringLiteral("Cursor")), gaps.value(QLatin1String("cursor")).toInt());
        // Neither of the two that were used to fetch all this, nor what opens a step.
        const Credentials used = SandboxServer::credentials();
        for (const Secret &secret : {used.apiKey, used.authToken})
            QVERIFY(!html.toUtf8().contains(secret.reveal()));
        QVERIFY(html.contains(QStringLiteral("&quot;resumeKey&quot;:&quot;[masked]&quot;")));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        m_window->actions().exportTimeline->trigger();
        auto *dialog = m_window->findChild<PictureDialog *>();
        QVERIFY(dialog);
        // Not there any more once it is written.
        const QString folder = m_folder.filePath(QStringLiteral("gone"));
        QVERIFY(QDir().mkpath(folder));
        fileField(*dialog)->setText(folder + QStringLiteral("/timeline.png"));
        QVERIFY(QDir().rmdir(folder));
        dialog->accept();
        closeDialogs();
        const auto *banner = m_window->findChild<ErrorBanner *>();
        QVERIFY(banner);
        QTRY_VERIFY(!banner->isHidden());
    }

    void printingShowsThePagesFirst()
    {
        m_window->actions().print->trigger();
        QDialog *preview = nullptr;
        for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
            if (dialog->windowTitle() == QLatin1String("Print the Timeline"))
                preview = dialog;
        }
        QVERIFY(preview);
        preview->reject();
        closeDialogs();
    }

    void cleanupTestCase()
    {
        closeWindow();
        m_sandbox.reset();
    }

private:
    StreamView *view() const { return m_workspace->currentView(); }
    static void closeDialogs()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    static QComboBox *comboBox(const QDialog &dialog, const QString &name)
    {
        for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    static QLineEdit *fileField(const QDialog &dialog)
    {
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String("File to write"))
                return edit;
        }
        return nullptr;
    }

    QDialog *openReport(const QString &name)
    {
        m_window->actions().exportReport->trigger();
        auto *dialog = m_window->findChild<ReportDialog *>();
        if (dialog)
            fileField(*dialog)->setText(m_folder.filePath(name));
        return dialog;
    }
    template<typename Open>
    QString written(Open open, const QString &name)
    {
        QDialog *dialog = open();
        if (!dialog)
            return {};
        dialog->accept();
        QFile file(m_folder.filePath(name));
        const bool exists = QTest::qWaitFor([&file] { return file.exists(); });
        closeDialogs();
        return exists && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                        : QString();
    }
    /// The number beside a term of the report; -1 without one.
    static int fact(const QString &html, const QString &term)
    {
        const QRegularExpression pair(QStringLiteral("<dt>%1</dt><dd>(\\d+)</dd>").arg(term));
        const auto match = pair.match(html);
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }
    /// What the built program says from the same cache.
    QJsonObject commandLineGaps()
    {
        QProcess program;
        program.start(QStringLiteral(GAPLINE_BINARY),
                      {QStringLiteral("gaps"),
                       m_sandbox->showcase().text(),
                       QStringLiteral("--offline"),
                       QStringLiteral("--format"),
                       QStringLiteral("json"),
                       QStringLiteral("--cache"),
                       cacheFile()});
        program.waitForFinished();
        return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    }

    std::unique_ptr<SandboxServer> m_sandbox;
};

QTEST_MAIN(tst_ReportWindow)
#include "tst_reportwindow.moc"
