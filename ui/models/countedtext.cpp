// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countedtext.h"

#include <QLocale>

namespace Gapline {
namespace {

QString counted(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(qlonglong(count)));
}

} // namespace

QString CountedText::events(qint64 count)
{
    return counted(count, tr("1 event"), tr("%1 events"));
}

QString CountedText::seqs(qint64 count)
{
    return counted(count, tr("1 seq"), tr("%1 seqs"));
}

QString CountedText::internalSeqs(qint64 count)
{
    return counted(count, tr("1 internal-only seq"), tr("%1 internal-only seqs"));
}

QString CountedText::rows(qint64 count)
{
    return counted(count, tr("1 row"), tr("%1 rows"));
}

QString CountedText::webhooks(qint64 count)
{
    return counted(count, tr("1 webhook"), tr("%1 webhooks"));
}

QString CountedText::executions(qint64 count)
{
    return counted(count, tr("1 execution"), tr("%1 executions"));
}

QString CountedText::requests(qint64 count)
{
    return counted(count, tr("1 request"), tr("%1 requests"));
}

} // namespace Gapline
