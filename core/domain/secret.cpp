// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/secret.h"

#include <algorithm>

namespace Gapline {

bool Secret::isSendable() const
{
    return !m_value.isEmpty()
        && std::ranges::all_of(m_value, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace Gapline
