// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace Gapline::Bench {

/// What one run of a row measured. Ratio is comparator / ours: how many times better ours is.
struct Measured
{
    double ours = 0;
    double comparator = 0; ///< 0: the row has an absolute goal only.
    QString unit; ///< "s", "ms", "B"
    double ratioGoal = 0;
    double ceiling = 0; ///< In `unit`; 0: none.
    QString what; ///< What both sides did, with sizes.

    [[nodiscard]] bool isMet() const
    {
        const bool ratioMet = ratioGoal == 0 || (ours > 0 && comparator / ours >= ratioGoal);
        return ratioMet && (ceiling == 0 || ours <= ceiling);
    }
};

struct Row
{
    QString name;
    QString comparatorName;
    std::function<std::vector<Measured>()> run;
};

[[nodiscard]] inline double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The shortest of `times` runs: what the machine can do when nothing else disturbs it.
[[nodiscard]] inline double bestSecondsOf(int times, const std::function<void()> &work)
{
    double best = secondsOf(work);
    for (int i = 1; i < times; ++i)
        best = std::min(best, secondsOf(work));
    return best;
}

std::vector<Row> pageBenches(); ///< parse, store, load, memory
std::vector<Row> streamBenches(); ///< gaps, filter
std::vector<Row> reconcileBenches(); ///< reconcile
std::vector<Row> timelineBenches(); ///< one frame
std::vector<Row> windowBenches(); ///< start, memory, stalls
std::vector<Row> programBenches(); ///< CSV by the built program
std::vector<Row> syncBenches(); ///< sync and fleet over a slow network, 10^6 over a quick one
std::vector<Row> logBenches(); ///< a large receiver log
std::vector<Row> cancelBenches(); ///< interrupts, in each phase of a sync

} // namespace Gapline::Bench
