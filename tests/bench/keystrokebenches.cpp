// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowrows.h"
#include "tests/bench/workload.h"

#include "core/cache/cache.h"
#include "ui/inspect/inspectpage.h"
#include "ui/workspace/streamview.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QTemporaryDir>

#include <algorithm>

namespace Gapline::Bench {
namespace {

constexpr qint64 kEvents = 1'000'000;

/// Whether a window has painted since it was asked to watch.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &window) { window.installEventFilter(this); }
    bool hasPainted = false;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The window's own paint event may be spared; what is painted is painted in here.
        hasPainted |= event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

EventFilter filterOf(QStringView type, QStringView step)
{
    EventFilter filter;
    filter.types = {typePatternFrom(type)};
    filter.steps = {stepPatternFrom(step)};
    return filter;
}

std::vector<Measured> measureKeystroke()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("private/cache.sqlite"));
    if (!fillCache(file, kEvents))
        return {};
    Cache cache;
    if (!cache.open(file).result())
        return {};
    StreamView view(ExecutionId(QLatin1String(kExecutionId)), cache);
    InspectPage page;
    page.resize(1100, 800);
    page.show();
    page.setView(&view);
    view.reload();
    PaintWatch watch(page);
    const auto isRepainted = [&] { return page.isDrawn() && watch.hasPainted; };
    if (!waitFor(isRepainted, std::chrono::seconds(60)))
        return {};
    double best = 1e9;
    for (int i = 0; i < 10; ++i) {
        const bool isEven = i % 2 == 0;
        const EventFilter filter = filterOf(isEven ? u"step.failed" : u"step.completed",
                                            isEven ? u"human-legal" : u"human-brand");
        QElapsedTimer timer;
        timer.start();
        view.setFilter(filter);
        waitFor([&] { return page.isDrawn(); }, std::chrono::seconds(60));
        // What was painted before all of it stood does not count.
        watch.hasPainted = false;
        page.update();
        waitFor(isRepainted, std::chrono::seconds(60));
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    page.setView(nullptr);
    return {{best,
             0,
             QStringLiteral("ms"),
             0,
             20,
             QStringLiteral("filter of 10^6 by type and step to the whole page repainted")}};
}

} // namespace

Row keystrokeRow()
{
    return {QStringLiteral("keystroke"), QStringLiteral("-"), measureKeystroke};
}

} // namespace Gapline::Bench
