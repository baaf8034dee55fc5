// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fleetrules.h"

#include <algorithm>
#include <cmath>

namespace Gapline {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kWindow = 30s;
constexpr std::chrono::milliseconds kSampleEvery = 500ms;
constexpr std::chrono::milliseconds kLeastWindow = 2s;
constexpr std::chrono::milliseconds kStandstill = 15s;
constexpr qint64 kLeastDone = 3;

} // namespace

bool needsFetch(const StreamStanding &standing)
{
    if (!standing.isTerminal || !standing.isComplete || !standing.terminalSeq)
        return true;
    if (*standing.terminalSeq > standing.cursor)
        return true;
    // Seqs may still follow the event that ended it, until the API says when that was.
    return standing.endedAt && (!standing.fetchedAt || *standing.fetchedAt <= *standing.endedAt);
}

void Pace::note(std::chrono::milliseconds now, qint64 done)
{
    if (m_samples.size() > 1 && now - m_samples.back().at < kSampleEvery) {
        m_samples.back().done = done;
        return;
    }
    m_samples.push_back({now, done});
    while (m_samples.size() > 2 && now - m_samples.front().at > kWindow)
        m_samples.pop_front();
}

std::optional<std::chrono::seconds>
Pace::remaining(std::chrono::milliseconds now, qint64 left, std::optional<double> perSecond) const
{
    if (m_samples.empty() || now - m_samples.back().at > kStandstill)
        return std::nullopt;
    const std::chrono::milliseconds window = now - m_samples.front().at;
    const qint64 done = m_samples.back().done - m_samples.front().done;
    if (window < kLeastWindow || done < kLeastDone)
        return std::nullopt;
    double seconds = std::chrono::duration<double>(window).count() / double(done) * double(left);
    if (perSecond)
        seconds = std::max(seconds, double(left) / *perSecond);
    return std::chrono::seconds(qint64(std::ceil(seconds)));
}

QString roughly(std::chrono::seconds span)
{
    const qint64 seconds = span.count();
    if (seconds < 10)
        return QStringLiteral("%1 s").arg(std::max<qint64>(1, seconds));
    if (seconds < 90)
        return QStringLiteral("%1 s").arg((seconds + 9) / 10 * 10);
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return QStringLiteral("%1 min").arg(minutes);
    const qint64 tens = (minutes + 9) / 10 * 10;
    return tens % 60 == 0 ? QStringLiteral("%1 h").arg(tens / 60)
                          : QStringLiteral("%1 h %2 min").arg(tens / 60).arg(tens % 60);
}

} // namespace Gapline
