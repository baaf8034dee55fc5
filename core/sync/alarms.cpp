// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/alarms.h"

#include "core/domain/wording.h"

#include <QStringList>

#include <algorithm>

namespace Gapline {
namespace {

constexpr size_t kSeqsNamed = 20;

} // namespace

QString namedSeqs(const std::vector<Seq> &seqs)
{
    QStringList named;
    for (size_t i = 0; i < std::min(seqs.size(), kSeqsNamed); ++i)
        named << QString::number(seqs[i].value);
    if (seqs.size() > kSeqsNamed)
        named << CoreText::tr("%1 more").arg(seqs.size() - kSeqsNamed);
    return named.join(QLatin1String(", "));
}

Error changedEventsAlarm(const std::vector<Seq> &seqs)
{
    return {ErrorId::ContractChangedEvent,
            CoreText::tr("The API returned other content than before for seq %1; all versions "
                         "are kept.")
                .arg(namedSeqs(seqs))};
}

Error goneEventsAlarm(const std::vector<Seq> &seqs)
{
    return {ErrorId::ContractGoneEvent,
            CoreText::tr("The API no longer returned what is stored at seq %1; it is kept and "
                         "marked.")
                .arg(namedSeqs(seqs))};
}

} // namespace Gapline
