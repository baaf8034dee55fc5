// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/errorbanner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gapline;
using namespace std::chrono_literals;

namespace {

const Error kLater{ErrorId::NetworkServerError, QStringLiteral("HTTP 503 <b>later</b>\u202E")};

} // namespace

class tst_ErrorBanner : public QObject
{
    Q_OBJECT

private slots:
    void aRetrySaysTheCauseAndTheTimeToTheNearestTry()
    {
        ErrorBanner banner;
        banner.showRetry(kLater, 5s);
        banner.showRetry(kLater, 60s); // Another request, which waits longer.
        QVERIFY2(shows(banner, "Next try in 5 s."), qPrintable(words(banner)));
        QVERIFY(shows(banner, "HTTP 503 <b>later</b>[U+202E]"));
        QTRY_VERIFY_WITH_TIMEOUT(shows(banner, "Next try in 4 s."), 10'000);
        for (const QLabel *label : banner.findChildren<QLabel *>())
            QVERIFY(label->pixmap().isNull() == false || label->textFormat() == Qt::PlainText);
    }

    void retryNowIsToldAndSaid()
    {
        ErrorBanner banner;
        banner.showRetry(kLater, 60s);
        QSignalSpy wanted(&banner, &ErrorBanner::retryWanted);
        button(banner, "Retry now")->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(shows(banner, "Trying again…"));
        banner.clearRetry();
        QVERIFY(banner.isHidden());
    }

    void aRefusalOffersToEnterCredentials()
    {
        ErrorBanner banner;
        banner.showError({ErrorId::CredentialsRejected, QStringLiteral("PERMISSION_DENIED")});
        QVERIFY(!button(banner, "Enter credentials…")->isHidden());
        banner.showError(kLater);
        QVERIFY(button(banner, "Enter credentials…")->isHidden());
        banner.clearRetry(); // Not a retry: it stays.
        QVERIFY(!banner.isHidden());
    }

    void aPassingNoticeGoesByItselfAndOneThatStaysDoesNot()
    {
        ErrorBanner banner;
        banner.showPassingNotice(QStringLiteral("No execution id was found."), 1ms);
        QVERIFY(shows(banner, "No execution id was found."));
        QTRY_VERIFY(banner.isHidden());
        banner.showPassingNotice(QStringLiteral("No execution id was found."), 1h);
        banner.showNotice(QStringLiteral("The cache was set aside."));
        banner.clearPassingNotice();
        QVERIFY(!banner.isHidden());
        banner.showPassingNotice(QStringLiteral("No execution id was found."), 1h);
        banner.clearPassingNotice();
        QVERIFY(banner.isHidden());
    }

private:
    static QString words(const ErrorBanner &banner)
    {
        QStringList all;
        for (const QLabel *label : banner.findChildren<QLabel *>())
            all << label->text();
        return all.join(u'\n');
    }
    static bool shows(const ErrorBanner &banner, const char *text)
    {
        return words(banner).contains(QString::fromUtf8(text));
    }
    static QPushButton *button(const ErrorBanner &banner, const char *text)
    {
        for (QPushButton *candidate : banner.findChildren<QPushButton *>()) {
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        }
        return nullptr;
    }
};

QTEST_MAIN(tst_ErrorBanner)
#include "tst_errorbanner.moc"
