// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/eventfilter.h"

#include <QRegularExpression>
#include <QTest>

#include <rapidcheck.h>

using namespace Gapline;

static EventFilter byTypes(const QStringList &options)
{
    EventFilter filter;
    for (const QString &option : options)
        filter.types << typePatternFrom(option);
    return filter;
}

static EventFilter bySteps(const QStringList &options)
{
    EventFilter filter;
    for (const QString &option : options)
        filter.steps << stepPatternFrom(option);
    return filter;
}

class tst_EventFilter : public QObject
{
    Q_OBJECT

private slots:
    void aStarStandsForAnyRun()
    {
        QVERIFY(matchesWildcard(u"step.*", u"step.failed"));
        QVERIFY(matchesWildcard(u"*", u""));
        QVERIFY(matchesWildcard(u"*.failed", u"execution.failed"));
        QVERIFY(matchesWildcard(u"s*p.*ed", u"step.cancelled"));
        QVERIFY(!matchesWildcard(u"step.*", u"execution.failed"));
        QVERIFY(!matchesWildcard(u"Step.*", u"step.failed"));
        QVERIFY(!matchesWildcard(u"", u"x"));
        QVERIFY(!matchesWildcard(u"step.", u"step.failed"));
    }

    void wildcardsAgreeWithRegularExpressions()
    {
        QVERIFY(rc::check([] {
            // Short texts: many stars make the regular expression run into its match limit.
            const auto anyText = [](auto... letters) {
                const auto text = *rc::gen::resize(
                    12, rc::gen::container<std::string>(rc::gen::element(letters...)));
                return QString::fromStdString(text);
            };
            const QString pattern = anyText('a', 'b', '*');
            const QString text = anyText('a', 'b');
            const QRegularExpression expression(QRegularExpression::anchoredPattern(
                QString(pattern).replace(QLatin1String("*"), QLatin1String(".*"))));
            RC_ASSERT(matchesWildcard(pattern, text) == expression.match(text).hasMatch());
        }));
    }

    void manyStarsStayQuick()
    {
        const QString pattern = QStringLiteral("*a").repeated(200) + u'b';
        QVERIFY(!matchesWildcard(pattern, QString(20'000, u'a')));
    }

    void anyInclusionLetsATypePassAndNoExclusionMay()
    {
        const QString failed = QStringLiteral("step.failed");
        QVERIFY(matchesTypes(byTypes({}), failed));
        QVERIFY(matchesTypes(byTypes({QStringLiteral("execution.*"), failed}), failed));
        QVERIFY(!matchesTypes(byTypes({QStringLiteral("execution.*")}), failed));
        QVERIFY(matchesTypes(byTypes({QStringLiteral("!execution.*")}), failed));
        QVERIFY(!matchesTypes(byTypes({QStringLiteral("step.*"), u'!' + failed}), failed));
    }

    void aStepIsNamedByItsIdOrItsNode()
    {
        const QString id = QStringLiteral("step_a_1_x__to__b");
        for (const char16_t *pattern : {u"b", u"step_a_1_x__to__b", u"*__to__b"})
            QVERIFY(matchesSteps(bySteps({QString::fromUtf16(pattern)}), id));
        QVERIFY(!matchesSteps(bySteps({QStringLiteral("a")}), id));
        QVERIFY(matchesSteps(bySteps({QStringLiteral("a/")}), id));
        QVERIFY(matchesSteps(bySteps({QStringLiteral("step_a_1_x/")}), id));
        QVERIFY(!matchesSteps(bySteps({QStringLiteral("!a/")}), id));
        QVERIFY(matchesSteps(bySteps({QStringLiteral("!a")}), id));
    }

    void eventsWithoutAStepPassWhenNoneIsAskedFor()
    {
        QVERIFY(matchesSteps(bySteps({}), {}));
        QVERIFY(matchesSteps(bySteps({QStringLiteral("!a")}), {}));
        QVERIFY(!matchesSteps(bySteps({QStringLiteral("*")}), {}));
    }

    void optionsAreReadByTheirSigns()
    {
        QCOMPARE(typePatternFrom(u"!step.*"), (TypePattern{QStringLiteral("step.*"), true}));
        QCOMPARE(stepPatternFrom(u"!a/"), (StepPattern{QStringLiteral("a"), true, true}));
        QCOMPARE(stepPatternFrom(u"a"), (StepPattern{QStringLiteral("a"), false, false}));
        QCOMPARE(stepPatternFrom(u""), StepPattern{});
        QVERIFY(EventFilter().isEmpty());
        QVERIFY(!byTypes({QString()}).isEmpty());
        EventFilter blank;
        blank.text = QStringLiteral("  ");
        QVERIFY(!blank.needsPayload());
    }
};

QTEST_GUILESS_MAIN(tst_EventFilter)
#include "tst_eventfilter.moc"
