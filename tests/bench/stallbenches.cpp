// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/naive/naivetable.h"
#include "tests/bench/sandboxprocess.h"
#include "tests/bench/windowrows.h"

#include "core/api/apiclient.h"
#include "core/cache/cache.h"
#include "ui/inspect/inspectpage.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;
/// It asks for one page after the other; this is enough of them.
constexpr int kNaiveEvents = 200'000;

/// How long the event loop could not be reached, again and again.
class Stalls
{
public:
    Stalls()
    {
        // Often enough to notice, and not so often that asking takes the processor from what is watched.
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_milliseconds.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return *std::ranges::max_element(m_milliseconds); }
    /// What 99 of 100 inputs wait at most, if they come at any moment: one that comes within a stall waits for the rest
    /// of it.
    [[nodiscard]] double percentile99() const
    {
        double whole = 0;
        for (const double milliseconds : m_milliseconds)
            whole += milliseconds;
        const auto shareOfLonger = [&](double wait) {
            double sum = 0;
            for (const double milliseconds : m_milliseconds)
                sum += std::max(milliseconds - wait, 0.0);
            return sum / whole;
        };
        double low = 0;
        double high = longest();
        while (high - low > 0.01) {
            const double middle = (low + high) / 2;
            (shareOfLonger(middle) > 0.01 ? low : high) = middle;
        }
        return high;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_milliseconds;
};

/// What a first version would write: it asks for a page, takes it in, asks for the next.
class NaiveSync : public QObject
{
public:
    NaiveSync(NaiveTable &table, const QString &url, const QString &execution)
        : m_table(table)
        , m_request(QUrl(url + QStringLiteral("workflow/executions/getEvents")))
        , m_execution(execution)
    {
        m_request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        m_request.setRawHeader("x-velt-api-key", "sandbox-key");
        m_request.setRawHeader("x-velt-auth-token", "sandbox-token");
        ask(0);
    }

private:
    void ask(qint64 since)
    {
        QNetworkReply *reply =
            m_network.post(m_request,
                           R"({"data":{"executionId":")" + m_execution.toUtf8() + R"(","sinceSeq":)"
                               + QByteArray::number(since) + R"(,"pageSize":500}})");
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const NaiveTable::Page page = m_table.add(reply->readAll());
            reply->deleteLater();
            if (page.hasMore && m_table.eventCount() < kNaiveEvents)
                ask(page.nextCursor);
        });
    }

    NaiveTable &m_table;
    QNetworkAccessManager m_network;
    QNetworkRequest m_request;
    QString m_execution;
};

struct Stalled
{
    double longest = 0;
    double percentile99 = 0;
};

Stalled ourStalls(const SandboxProcess &sandbox)
{
    const SystemClock clock;
    const QTemporaryDir folder;
    Cache cache;
    Workspace workspace(cache, clock, [&](const Profile &profile, const Credentials &credentials) {
        return std::make_unique<Connection>(
            std::make_unique<ApiClient>(profile, credentials, clock), cache, clock);
    });
    InspectPage page;
    page.resize(1100, 800);
    page.show();
    workspace.connectTo({QStringLiteral("Sandbox"),
                         QUrl(sandbox.url()),
                         folder.filePath(QStringLiteral("private/cache.sqlite")),
                         {}},
                        Credentials{Secret("sandbox-key"), Secret("sandbox-token")},
                        true);
    workspace.open(ExecutionId(sandbox.execution()));
    page.setView(workspace.currentView());
    Stalls stalls;
    const bool isDone = waitFor(
        [&] { return workspace.currentView()->stream()->count() == kEvents && page.isDrawn(); },
        std::chrono::seconds(120));
    page.setView(nullptr);
    return isDone ? Stalled{stalls.longest(), stalls.percentile99()} : Stalled{1e9, 1e9};
}

Stalled naiveStalls(const SandboxProcess &sandbox)
{
    NaiveTable table;
    table.show();
    Stalls stalls;
    const NaiveSync sync(table, sandbox.url(), sandbox.execution());
    const bool isDone =
        waitFor([&] { return table.eventCount() >= kNaiveEvents; }, std::chrono::seconds(300));
    return isDone ? Stalled{stalls.longest(), stalls.percentile99()} : Stalled{1e9, 1e9};
}

std::vector<Measured> measureStalls()
{
    const SandboxProcess sandbox({QStringLiteral("--executions"),
                                  QStringLiteral("1"),
                                  QStringLiteral("--events"),
                                  QString::number(kEvents)});
    const Stalled ours = ourStalls(sandbox);
    const Stalled naive = naiveStalls(sandbox);
    return {{ours.longest,
             naive.longest,
             QStringLiteral("ms"),
             0,
             33,
             QStringLiteral("longest stall of the UI thread, sync of 10^6 into an open page; the "
                            "first 2*10^5")},
            {ours.percentile99,
             naive.percentile99,
             QStringLiteral("ms"),
             0,
             8,
             QStringLiteral("99 of 100 inputs during it wait no longer than this")}};
}

} // namespace

Row stallsRow()
{
    return {QStringLiteral("stalls"),
            QStringLiteral("QJsonDocument and items on the UI thread"),
            measureStalls};
}

} // namespace Gapline::Bench
