// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/requestlog.h"

namespace Gapline {

void RequestLog::add(const HttpLogEntry &attempt)
{
    m_log.add(attempt);
    emit changed();
}

void RequestLog::clear()
{
    m_log.clear();
    emit changed();
}

} // namespace Gapline
