// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/eventstream.h"

#include <memory>

namespace Gapline {

/// The raw bytes of one segment's events; RawLocation points into it.
struct SegmentBody
{
    qint64 id = 0;
    QByteArray bytes;
    bool isDamaged = false; ///< Its checksum failed.

    [[nodiscard]] QByteArrayView raw(const RawLocation &location) const
    {
        return QByteArrayView(bytes).sliced(location.offset, location.length);
    }
};
using SegmentBodyPtr = std::shared_ptr<const SegmentBody>;

} // namespace Gapline
