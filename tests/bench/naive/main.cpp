// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/naive/naivetable.h"

#include <QApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace Gapline::Bench;

/// gapline-bench-naive FILE: shows the events of a file with one getEvents reply a line, and says when they are painted.
int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    QFile file(QApplication::arguments().value(1));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    NaiveTable table;
    while (!file.atEnd())
        table.add(file.readLine());
    table.show();
    // Paints at once what the event loop would paint next.
    QApplication::processEvents();
    table.viewport()->repaint();
    std::fprintf(stderr, "painted %d events\n", table.eventCount());
    return QApplication::exec();
}
