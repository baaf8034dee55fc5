// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deliverytext.h"

#include "ui/timeline/verdictmark.h"

namespace Gapline {

QString verdictText(Verdict verdict)
{
    return verdict == Verdict::NotExpected ? QString()
                                           : DeliveryText::name(deliveryMark(verdict, 0));
}

QString deliveryText(const EventFinding &finding, EpochMs timestamp)
{
    QString delay;
    if (finding.receivedAt) {
        delay = deltaText(*finding.receivedAt - timestamp);
        if (delay.startsWith(u'+'))
            delay.remove(0, 1);
    }
    QString cell = verdictText(finding.verdict);
    if (finding.verdict == Verdict::Delivered && !delay.isEmpty())
        cell = delay;
    else if (finding.verdict == Verdict::Late && !delay.isEmpty())
        cell += u' ' + delay;
    if (finding.duplicates > 0)
        cell += QStringLiteral(" · %1×").arg(finding.duplicates + 1);
    return cell;
}

} // namespace Gapline
