// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include <QApplication>
#include <QStringList>

#include <cstdio>

using namespace Gapline::Bench;

namespace {

void print(const Row &row, const Measured &measured)
{
    const QString comparator = measured.comparator > 0
        ? QStringLiteral("%1 %2").arg(measured.comparator, 0, 'g', 4).arg(measured.unit)
        : QStringLiteral("-");
    const QString ratio = measured.comparator > 0 && measured.ours > 0
        ? QStringLiteral("%1x").arg(measured.comparator / measured.ours, 0, 'f', 1)
        : QStringLiteral("-");
    QStringList goals;
    if (measured.ratioGoal > 0)
        goals << QStringLiteral(">= %1x").arg(measured.ratioGoal);
    if (measured.ceiling > 0)
        goals << QStringLiteral("<= %1 %2").arg(measured.ceiling).arg(measured.unit);
    std::printf(
        "%-8s %-12s %-14s %-9s %-20s %-7s %s (against %s)\n",
        qPrintable(row.name),
        qPrintable(QStringLiteral("%1 %2").arg(measured.ours, 0, 'g', 4).arg(measured.unit)),
        qPrintable(comparator),
        qPrintable(ratio),
        qPrintable(goals.join(QStringLiteral(", "))),
        measured.isMet() ? "met" : "NOT MET",
        qPrintable(measured.what),
        qPrintable(row.comparatorName));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList names = QApplication::arguments().mid(1);
    std::vector<Row> rows;
    for (const auto benches : {pageBenches,
                               streamBenches,
                               timelineBenches,
                               reconcileBenches,
                               windowBenches,
                               programBenches,
                               syncBenches,
                               logBenches,
                               cancelBenches}) {
        for (Row &row : benches())
            rows.push_back(std::move(row));
    }

    std::printf("%-8s %-12s %-14s %-9s %-20s %-7s %s\n",
                "row",
                "ours",
                "comparator",
                "ratio",
                "goal",
                "",
                "what");
    bool allMet = true;
    for (const Row &row : rows) {
        if (!names.isEmpty() && !names.contains(row.name))
            continue;
        for (const Measured &measured : row.run()) {
            print(row, measured);
            allMet &= measured.isMet();
        }
    }
    return allMet ? 0 : 1;
}
