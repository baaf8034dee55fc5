// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/gapcontents.h"

#include "core/domain/displaytext.h"

#include <QCoreApplication>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(GapContents)
};

QString groundText(const InternalGuess &guess, TimeZoneChoice zone)
{
    const QString node = displayText(guess.node, 80);
    const QString at = guess.at ? clockTime(*guess.at, zone) : QString();
    switch (guess.ground) {
    case GuessGround::StepStarted:
        return Text::tr("%1 started at %2").arg(node, at);
    case GuessGround::FirstEventFollows:
        return Text::tr("%1 has its first event right after").arg(node);
    case GuessGround::StepWaited:
        return Text::tr("%1 was being waited for").arg(node);
    case GuessGround::StepEndedNext:
        return Text::tr("%1 goes on right after").arg(node);
    case GuessGround::StepRan:
        return Text::tr("%1 was running").arg(node);
    case GuessGround::BreachCameBefore:
        return Text::tr("%1 had breached its SLA and completed later").arg(node);
    case GuessGround::QuorumCameBefore:
        return node.isEmpty() ? Text::tr("a quorum was met before")
                              : Text::tr("the quorum of %1 was met before").arg(node);
    case GuessGround::AlwaysPossible:
        break;
    }
    return Text::tr("leaves no other trace: possible anywhere");
}

} // namespace

QList<Fact> gapContents(const EventStream &stream,
                        const Gap &gap,
                        const std::optional<Execution> &execution,
                        TimeZoneChoice zone)
{
    QList<Fact> facts;
    for (const InternalGuess &guess : guessInternal(stream, gap, execution)) {
        const QString ground = groundText(guess, zone);
        const QString type = QString::fromLatin1(guess.type);
        // One line a type, with all that speaks for it.
        if (!facts.isEmpty() && facts.last().label == type)
            facts.last().text += QStringLiteral("; ") + ground;
        else
            facts << Fact{type, ground, {}, false};
    }
    return facts;
}

QString gapContentsMeaning(const Gap &gap, bool hasSteps)
{
    const QString ground = hasSteps
        ? Text::tr("Inferred from executions/get and the events around it.")
        : Text::tr("Inferred from the events around it alone: executions/get "
                   "has told of no step yet.");
    const QString limit = gap.range.count() == 1
        ? Text::tr(
            "The API never tells which type took a seq; it was one of the eight internal ones.")
        : Text::tr("The API never tells which types took these seqs, nor which took which.");
    return ground + u' ' + limit;
}

} // namespace Gapline
