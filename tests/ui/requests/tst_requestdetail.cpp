// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requestdetail.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;

namespace {

HttpLogEntry failed()
{
    HttpLogEntry entry;
    entry.startedAt = fromEpochMs(1777374504000);
    entry.duration = std::chrono::milliseconds(12);
    entry.url = QStringLiteral("https://api.velt.dev/v2/workflow/executions/getEvents");
    entry.path = QStringLiteral("workflow/executions/getEvents");
    entry.requestBody = "{\"data\":{\"executionId\":\"it's\",\"sinceSeq\":15}}";
    entry.attempt = 3;
    entry.httpStatus = 503;
    entry.headers = {{"retry-after", "1"}};
    entry.errorId = QStringLiteral("network.server-error");
    entry.message = QStringLiteral("The server answered with HTTP status 503.");
    entry.answer = "<html>\x1b[31mlater</html>";
    entry.bytes = entry.answer.size();
    return entry;
}

} // namespace

class tst_RequestDetail : public QObject
{
    Q_OBJECT

private slots:
    void theFactsNameRequestAnswerAndError()
    {
        const QString facts = requestFacts(failed(), TimeZoneChoice::Utc);
        for (const char *words : {"POST https://api.velt.dev/v2/workflow/executions/getEvents",
                                  "{\"data\":{\"executionId\":\"it's\",\"sinceSeq\":15}}",
                                  "2026-04-28T11:08:24.000Z",
                                  "3 (retry 2)",
                                  "HTTP 503",
                                  "network.server-error",
                                  "retry-after: 1"})
            QVERIFY2(facts.contains(QString::fromUtf8(words)), words);
    }

    void theAnswerIsPlainTextWithVisibleControls()
    {
        RequestDetail detail;
        detail.show(failed(), TimeZoneChoice::Utc);
        QCOMPARE(answer(detail)->toPlainText(), QStringLiteral("<html>[U+001B][31mlater</html>"));
        QVERIFY(!answer(detail)->isHidden());
        QVERIFY(answer(detail)->isReadOnly());
    }

    void aLongLineIsBroken()
    {
        HttpLogEntry entry = failed();
        entry.answer = QByteArray(64 << 10, 'x');
        RequestDetail detail;
        detail.show(entry, TimeZoneChoice::Utc);
        QVERIFY(answer(detail)->blockCount() > 300);
    }

    void aGoodAnswerIsNotKept()
    {
        HttpLogEntry entry = failed();
        entry.errorId.clear();
        entry.answer.clear();
        RequestDetail detail;
        detail.show(entry, TimeZoneChoice::Utc);
        QVERIFY(answer(detail)->isHidden());
    }

    void itAsksForTheSameRoomWhateverItShows()
    {
        RequestDetail detail;
        const auto least = [&detail] {
            detail.layout()->activate();
            return detail.minimumSizeHint().height();
        };
        const int height = least();
        detail.show(failed(), TimeZoneChoice::Utc);
        QCOMPARE(least(), height);
        HttpLogEntry good = failed();
        good.errorId.clear();
        good.answer.clear();
        detail.show(good, TimeZoneChoice::Utc);
        QCOMPARE(least(), height);
        QVERIFY(height >= detail.layout()->minimumSize().height()); // And it is enough.
    }

    void theCopiedCommandHoldsPlaceholdersAndQuotesTheBody()
    {
        RequestDetail detail;
        QPushButton *copy = detail.findChild<QPushButton *>();
        QVERIFY(!copy->isEnabled());
        detail.show(failed(), TimeZoneChoice::Utc);
        QSignalSpy noticed(&detail, &RequestDetail::noticed);
        copy->click();
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY(command.startsWith(QStringLiteral("curl --proto =https ")));
        QVERIFY(command.contains(QStringLiteral("$VELT_API_KEY")));
        QVERIFY(command.contains(QStringLiteral("$VELT_AUTH_TOKEN")));
        QVERIFY(command.endsWith(
            QStringLiteral("'{\"data\":{\"executionId\":\"it'\\''s\",\"sinceSeq\":15}}'")));
        QCOMPARE(noticed.size(), 1);
    }

private:
    static QPlainTextEdit *answer(const RequestDetail &detail)
    {
        for (QPlainTextEdit *edit : detail.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QStringLiteral("The answer as it came"))
                return edit;
        }
        return nullptr;
    }
};

QTEST_MAIN(tst_RequestDetail)
#include "tst_requestdetail.moc"
