// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowrows.h"
#include "tests/bench/workload.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

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
    double mebibytes = 0; ///< Resident two seconds later.
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

Start startProgram(const Display &display,
                   const QString &program,
                   const QStringList &arguments,
                   qint64 events)
{
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(variable), home.path());
    environment.insert(QStringLiteral("DISPLAY"), display.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("gapline.ui.debug=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    // What is waited for is said there.
    process.setReadChannel(QProcess::StandardError);
    const QByteArray wanted = "painted " + QByteArray::number(events) + " events";
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!said.contains(wanted) && process.waitForReadyRead(300'000))
        said += process.readAllStandardError();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    // A program that never painted has met no goal.
    constexpr double kNever = std::numeric_limits<double>::infinity();
    Start start{kNever, kNever};
    if (said.contains(wanted)) {
        QThread::sleep(2); // What it holds while nothing happens.
        start = {seconds, residentMebibytes(process.processId())};
    }
    process.terminate();
    process.waitForFinished();
    return start;
}

/// The best time of several, and the median of what it holds.
Start bestStart(const Display &display, const QStringList &arguments, qint64 events)
{
    std::vector<Start> starts;
    for (int i = 0; i < 9; ++i)
        starts.push_back(startProgram(display, QStringLiteral(GAPLINE_BINARY), arguments, events));
    std::ranges::sort(starts, {}, &Start::mebibytes);
    const double mebibytes = starts[starts.size() / 2].mebibytes;
    return {std::ranges::min_element(starts, {}, &Start::seconds)->seconds, mebibytes};
}

Start naiveStart(const Display &display, const QString &file)
{
    {
        QFile replies(file);
        if (!replies.open(QIODevice::WriteOnly))
            return {};
        for (const PageBytes &page : makePages(kEvents))
            replies.write(page.body + '\n');
    }
    return startProgram(display, QStringLiteral(GAPLINE_NAIVE_BINARY), {file}, kEvents);
}

std::vector<Measured> measureStart()
{
    const Display display;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("private/cache.sqlite"));
    if (!fillCache(file, kEvents))
        return {};
    const QStringList offline{QStringLiteral("--offline"), QStringLiteral("--cache"), file};
    const Start million =
        bestStart(display, QStringList{QLatin1String(kExecutionId)} + offline, kEvents);
    const Start empty = bestStart(display, offline, 0);
    const Start naive = naiveStart(display, folder.filePath(QStringLiteral("replies.ndjson")));
    return {{million.seconds * 1000,
             naive.seconds * 1000,
             QStringLiteral("ms"),
             15,
             150,
             QStringLiteral("start to painted, 10^6 events from the cache, Xvfb")},
            {million.mebibytes,
             naive.mebibytes,
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

} // namespace

Row startRow()
{
    return {QStringLiteral("start"),
            QStringLiteral("QJsonDocument and QStandardItemModel"),
            measureStart};
}

} // namespace Gapline::Bench
