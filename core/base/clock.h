// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Gapline {

/// A moment as the API states it: milliseconds since 1970-01-01 UTC (api-contract.md, "Event").
using EpochMs = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr EpochMs fromEpochMs(qint64 ms)
{
    return EpochMs(std::chrono::milliseconds(ms));
}

[[nodiscard]] constexpr qint64 toEpochMs(EpochMs time)
{
    return time.time_since_epoch().count();
}

/// Source of time, so that tests decide what "now" is. Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual EpochMs now() const = 0;
    /// Never runs backwards; for deadlines and rates.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] EpochMs now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

} // namespace Gapline
