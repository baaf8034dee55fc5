// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

namespace Gapline {

/// A seq that a person has marked, with what they wrote about it. At most one for each seq of an execution.
struct Bookmark
{
    Seq seq;
    QString note; ///< May be empty.
    EpochMs changedAt;

    friend bool operator==(const Bookmark &, const Bookmark &) = default;
};

} // namespace Gapline
