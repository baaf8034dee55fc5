// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/segmentmerge.h"
#include "core/cache/segments.h"

#include <optional>
#include <unordered_map>

namespace Gapline {

/// The small segments that snapshots of this process point to. Another process that follows the same run may merge them
/// (segmentmerge.h), and then nobody tells this one where their bytes have gone: they are looked for by what is known of
/// them. Lives on the cache thread.
class KnownSegments
{
public:
    /// Large ones stay as they are and are not kept.
    void remember(qint64 execution, const Segment &segment);
    /// Where the bytes of the body lie now; nothing when it was never known, or when no segment holds exactly the events
    /// that it held.
    [[nodiscard]] Result<std::optional<MovedBody>> find(Database &database, qint64 id) const;

private:
    struct Known
    {
        qint64 execution = 0;
        SeqRange seqs;
        qint64 byteCount = 0;
        size_t fingerprint = 0; ///< Of its events' seqs and lengths.
    };

    std::unordered_map<qint64, Known> m_known;
};

} // namespace Gapline
