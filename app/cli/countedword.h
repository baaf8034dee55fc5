// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gapline {

/// "1 event", "2 events": for what people read. `noun` is the one of a single thing.
inline QString counted(qint64 count, QLatin1String noun)
{
    const QString text = QStringLiteral("%1 %2").arg(QString::number(count), noun);
    return count == 1 ? text : text + u's';
}

} // namespace Gapline
