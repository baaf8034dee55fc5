// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/stream/eventstream.h"

#include <memory>
#include <vector>

namespace Gapline {

/// The raw bytes of one segment's events; RawLocation points into it.
struct SegmentBody
{
    qint64 id = 0;
    QByteArray bytes;
    bool isDamaged = false; ///< Its checksum failed; bytes is empty then.

    /// Empty when the body does not reach that far, as a damaged one may not.
    [[nodiscard]] QByteArrayView raw(const RawLocation &location) const
    {
        const qsizetype size = bytes.size();
        if (location.offset > size || location.length > size - location.offset)
            return {};
        return QByteArrayView(bytes).sliced(location.offset, location.length);
    }
};
using SegmentBodyPtr = std::shared_ptr<const SegmentBody>;
/// What came of loading several.
using SegmentBodies = std::vector<Result<SegmentBodyPtr>>;

} // namespace Gapline
