// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/gap.h"

namespace Gapline {

QString gapKindName(GapKind kind)
{
    return kind == GapKind::InternalOnly ? QStringLiteral("internal") : QStringLiteral("unknown");
}

} // namespace Gapline
