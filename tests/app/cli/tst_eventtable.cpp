// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstream.h"

#include "app/cli/eventtable.h"
#include "app/cli/tableformatter.h"

#include <QBuffer>
#include <QTest>

using namespace Gapline;
using Gapline::Test::RawStream;

namespace {

QByteArrayList tableOf(const RawStream &stream, std::optional<int> columns)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto written = writeEventTable(stream.rows(GapRows::None),
                                         stream.payloads(),
                                         {TimeZoneChoice::Utc, columns},
                                         out,
                                         [](qint64) { return true; });
    return written ? out.data().split('\n') : QByteArrayList{written.error().message.toUtf8()};
}

} // namespace

class tst_EventTable : public QObject
{
    Q_OBJECT

private slots:
    void aLongStepLeavesRoomForTheData()
    {
        const QByteArray step =
            "step_agent-brand-check_1777372763605_lwofay__to__human-legal__to__human-brand";
        const RawStream stream = RawStream().event(
            7, "step.completed", step, R"({"seq":7,"data":{"decision":"approved-by-legal"}})");
        const QByteArrayList whole = tableOf(stream, std::nullopt);
        QVERIFY2(whole.at(1).contains(step + "  {\"decision\":\"approved-by-legal\"}"),
                 whole.at(1).constData());
        const QByteArrayList narrow = tableOf(stream, 100);
        for (const QByteArray &line : narrow)
            QVERIFY2(displayWidth(QString::fromUtf8(line)) <= 100, line.constData());
        // Both ends of the step, and the type whole.
        QVERIFY2(narrow.at(1).contains("step.completed  step_"), narrow.at(1).constData());
        QVERIFY2(narrow.at(1).contains("man-brand  {\"decision\":\"app"), narrow.at(1).constData());
        QCOMPARE(tableOf(stream, 400), whole);
    }
};

QTEST_GUILESS_MAIN(tst_EventTable)
#include "tst_eventtable.moc"
