// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"
#include "tests/bench/sandboxprocess.h"
#include "tests/bench/workload.h"

#include "core/api/apiclient.h"
#include "core/api/replyparser.h"
#include "core/cache/cache.h"
#include "ui/inspect/inspectpage.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;

/// A display of its own, so that a start costs what it costs on a desktop.
class Display
{
public:
    Display()
    {
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"),
                         QStringLiteral("1"),
                         QStringLiteral("-screen"),
                         QStringLiteral("0"),
                         QStringLiteral("1600x1000x24")});
        if (m_process.waitForReadyRead(10'000))
            m_name = u':' + QString::fromLatin1(m_process.readAllStandardOutput()).trimmed();
    }
    ~Display()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString name() const { return m_name; }

private:
    QProcess m_process;
    QString m_name;
};

struct Start
{
    double seconds = 0; ///< From the start of the process to the painted window.
    double mebibytes = 0; ///< Resident when painted.
};

double residentMebibytes(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

Start startProgram(const Display &display, const QStringList &arguments, qint64 events)
{
    const QTemporaryDir home;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(variable), home.path());
    environment.insert(QStringLiteral("DISPLAY"), display.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("gapline.ui.debug=true"));
    program.setProcessEnvironment(environment);
    const QByteArray wanted = "painted " + QByteArray::number(events) + " events";
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(GAPLINE_BINARY), arguments);
    while (!said.contains(wanted) && program.waitForReadyRead(20'000))
        said += program.readAllStandardError() + program.readAllStandardOutput();
    // A program that never painted has met no goal.
    constexpr double kNever = std::numeric_limits<double>::infinity();
    const Start start = said.contains(wanted)
        ? Start{double(timer.nsecsElapsed()) / 1e9, residentMebibytes(program.processId())}
        : Start{kNever, kNever};
    program.terminate();
    program.waitForFinished();
    return start;
}

/// The best time and the median of what it holds.
Start bestStart(const Display &display, const QStringList &arguments, qint64 events)
{
    std::vector<Start> starts;
    for (int i = 0; i < 7; ++i)
        starts.push_back(startProgram(display, arguments, events));
    std::ranges::sort(starts, {}, &Start::mebibytes);
    const double mebibytes = starts[starts.size() / 2].mebibytes;
    return {std::ranges::min_element(starts, {}, &Start::seconds)->seconds, mebibytes};
}

std::vector<Measured> measureStart()
{
    const Display display;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("private/cache.sqlite"));
    {
        Cache cache;
        if (!cache.open(file).result())
            return {};
        for (const PageBytes &page : makePages(kEvents))
            cache.storePage(*parseEventPage(page.body, {page.sinceSeq}), fromEpochMs(1777374504255))
                .waitForFinished();
    }
    const QStringList offline{QStringLiteral("--offline"), QStringLiteral("--cache"), file};
    const Start million =
        bestStart(display, QStringList{QLatin1String(kExecutionId)} + offline, kEvents);
    const Start empty = bestStart(display, offline, 0);
    return {{million.seconds * 1000,
             0,
             QStringLiteral("ms"),
             0,
             150,
             QStringLiteral("start to painted, 10^6 events from the cache, Xvfb")},
            {million.mebibytes,
             0,
             QStringLiteral("MiB"),
             0,
             120 / 1.048576,
             QStringLiteral("the program then, resident")},
            {empty.seconds * 1000,
             0,
             QStringLiteral("ms"),
             0,
             100,
             QStringLiteral("start to painted, empty window, Xvfb")},
            {empty.mebibytes,
             0,
             QStringLiteral("MiB"),
             0,
             60 / 1.048576,
             QStringLiteral("the program then, resident")}};
}

/// How long the event loop could not be reached, again and again.
class Stalls
{
public:
    Stalls()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_milliseconds.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return *std::ranges::max_element(m_milliseconds); }
    /// The time below which 99 % of the waiting time was spent.
    [[nodiscard]] double percentile99()
    {
        std::ranges::sort(m_milliseconds);
        double sum = 0;
        for (const double milliseconds : m_milliseconds)
            sum += milliseconds;
        double reached = 0;
        for (const double milliseconds : m_milliseconds) {
            reached += milliseconds;
            if (reached >= 0.99 * sum)
                return milliseconds;
        }
        return 0;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_milliseconds;
};

bool waitFor(const std::function<bool()> &condition, std::chrono::seconds limit)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && !timer.hasExpired(std::chrono::milliseconds(limit).count()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

std::vector<Measured> measureStalls()
{
    const SandboxProcess sandbox({QStringLiteral("--executions"),
                                  QStringLiteral("1"),
                                  QStringLiteral("--events"),
                                  QString::number(kEvents)});
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
    return {{isDone ? stalls.longest() : 1e9,
             0,
             QStringLiteral("ms"),
             0,
             33,
             QStringLiteral("longest stall of the UI thread, sync of 10^6 into an open page")},
            {stalls.percentile99(),
             0,
             QStringLiteral("ms"),
             0,
             8,
             QStringLiteral("99 % of its time passed in stretches no longer than this")}};
}

} // namespace

std::vector<Row> windowBenches()
{
    return {{QStringLiteral("start"), QStringLiteral("-"), measureStart},
            {QStringLiteral("stalls"), QStringLiteral("-"), measureStalls}};
}

} // namespace Gapline::Bench
