// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"

#include "ui/timeline/timelinepalette.h"

#include <QTest>

using namespace Gapline;

namespace {

void verifyContrast(const QColor &color, const QColor &ground, double least, const QString &what)
{
    const double actual = contrast(color, ground);
    QVERIFY2(actual >= least,
             qPrintable(QStringLiteral("%1: %2 on %3 has %4:1")
                            .arg(what, color.name(), ground.name())
                            .arg(actual)));
}

} // namespace

class tst_TimelinePalette : public QObject
{
    Q_OBJECT

private slots:
    void theFormulaGivesTheKnownExtremes()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }

    void everyMarkStandsOutFromLaneAndGap_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyMarkStandsOutFromLaneAndGap()
    {
        QFETCH(bool, isDark);
        const TimelinePalette colors = timelinePalette(isDark);
        QCOMPARE(colors.isDark, isDark);
        for (int i = 0; i < kEventCategoryCount; ++i) {
            const auto category = EventCategory(i);
            const QString name = categoryName(category);
            verifyContrast(
                colors.mark(category), colors.lane, 3, name + QStringLiteral(" on lane"));
            verifyContrast(colors.mark(category), colors.gap, 3, name + QStringLiteral(" on gap"));
            verifyContrast(colors.mark(category),
                           colors.lanePadding,
                           3,
                           name + QStringLiteral(" in the legend"));
            if (category != EventCategory::Awaiting && category != EventCategory::Loop)
                verifyContrast(
                    colors.glyph, colors.mark(category), 3, QStringLiteral("glyph on ") + name);
        }
        verifyContrast(colors.selection, colors.lane, 3, QStringLiteral("selection"));
    }

    void everyTextCanBeRead_data() { everyMarkStandsOutFromLaneAndGap_data(); }

    void everyTextCanBeRead()
    {
        QFETCH(bool, isDark);
        const TimelinePalette colors = timelinePalette(isDark);
        verifyContrast(colors.text, colors.lanePadding, 4.5, QStringLiteral("text"));
        verifyContrast(colors.labelText, colors.label, 4.5, QStringLiteral("gap count"));
        verifyContrast(colors.labelText, colors.unknown, 4.5, QStringLiteral("unknown count"));
        verifyContrast(colors.labelText, colors.lanePadding, 4.5, QStringLiteral("legend"));
        verifyContrast(colors.fadedText, colors.lanePadding, 3, QStringLiteral("faded seq"));
    }

    void unknownIsToldFromInternalByItsLinesToo()
    {
        for (const bool isDark : {false, true}) {
            const TimelinePalette colors = timelinePalette(isDark);
            QVERIFY(contrast(colors.unknownHatch, colors.unknown) > 1.8);
            QVERIFY(contrast(colors.gapHatch, colors.gap) > 1.3);
            QVERIFY(colors.unknown != colors.gap);
        }
    }

    void theWindowsLightnessDecides()
    {
        QVERIFY(!isDark(QPalette(Qt::white)));
        QVERIFY(isDark(QPalette(QColor(0x20, 0x20, 0x20))));
    }
};

QTEST_MAIN(tst_TimelinePalette)
#include "tst_timelinepalette.moc"
