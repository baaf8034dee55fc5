// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/generation.h"
#include "core/cache/cache.h"
#include "core/compare/executioncomparison.h"
#include "ui/workspace/reloadpacer.h"

#include <QObject>
#include <QThreadPool>

namespace Gapline {

/// Two executions side by side, as the cache knows them; compared again whenever either grows. Lives on the UI thread;
/// reads and compares on the pool, and late answers are dropped.
class CompareView : public QObject
{
    Q_OBJECT

public:
    /// `cache` must outlive the view.
    explicit CompareView(Cache &cache, QObject *parent = nullptr);
    ~CompareView() override;

    /// Both are empty until two executions were chosen.
    [[nodiscard]] const ExecutionId &a() const { return m_a; }
    [[nodiscard]] const ExecutionId &b() const { return m_b; }
    [[nodiscard]] bool isChosen() const { return !m_a.isEmpty(); }
    /// Null until there is one.
    [[nodiscard]] const ExecutionComparisonPtr &result() const { return m_result; }
    /// What result() shows is older than what was asked for.
    [[nodiscard]] bool isComparing() const { return m_isComparing; }
    [[nodiscard]] std::chrono::milliseconds tolerance() const { return m_tolerance; }

public slots:
    void compare(const Gapline::ExecutionId &a, const Gapline::ExecutionId &b);
    void swapSides();
    /// Waits that differ by less count as the same.
    void setTolerance(std::chrono::milliseconds tolerance);
    void clear();

signals:
    void chosenChanged();
    void resultChanged(); ///< Also when isComparing() changes.
    void failed(const Gapline::Error &error);

private:
    struct Sides
    {
        KnownExecution a;
        KnownExecution b;
        ExecutionComparisonPtr result;
    };
    void run();
    [[nodiscard]] static Result<Sides> load(Cache &cache,
                                            const ExecutionId &a,
                                            const ExecutionId &b,
                                            const Sides &earlier,
                                            std::chrono::milliseconds tolerance);

    Cache &m_cache;
    ExecutionId m_a;
    ExecutionId m_b;
    std::chrono::milliseconds m_tolerance{1000};
    Sides m_sides; ///< So that only what is new is read again.
    ExecutionComparisonPtr m_result;
    bool m_isComparing = false;
    Generation m_runs;
    ReloadPacer m_pacer;
    QThreadPool m_pool; ///< Its own: the work waits for the cache.
};

} // namespace Gapline
