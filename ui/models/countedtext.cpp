// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countedtext.h"

#include <QLocale>

namespace Gapline {
namespace {

QString grouped(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

} // namespace

QString CountedText::events(qint64 count)
{
    return count == 1 ? tr("1 event") : tr("%1 events").arg(grouped(count));
}

QString CountedText::seqs(qint64 count)
{
    return count == 1 ? tr("1 seq") : tr("%1 seqs").arg(grouped(count));
}

QString CountedText::internalSeqs(qint64 count)
{
    return count == 1 ? tr("1 internal-only seq") : tr("%1 internal-only seqs").arg(grouped(count));
}

QString CountedText::rows(qint64 count)
{
    return count == 1 ? tr("1 row") : tr("%1 rows").arg(grouped(count));
}

QString CountedText::webhooks(qint64 count)
{
    return count == 1 ? tr("1 webhook") : tr("%1 webhooks").arg(grouped(count));
}

QString CountedText::executions(qint64 count)
{
    return count == 1 ? tr("1 execution") : tr("%1 executions").arg(grouped(count));
}

QString CountedText::requests(qint64 count)
{
    return count == 1 ? tr("1 request") : tr("%1 requests").arg(grouped(count));
}

} // namespace Gapline
