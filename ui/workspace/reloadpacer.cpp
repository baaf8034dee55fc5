// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/reloadpacer.h"

#include <algorithm>
#include <utility>

namespace Gapline {
namespace {

constexpr qint64 kShortestPauseMs = 100;
constexpr qint64 kLongestPauseMs = 3000;

} // namespace

ReloadPacer::ReloadPacer(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReloadPacer::fire);
}

void ReloadPacer::request()
{
    m_isRequested = true;
    if (m_isRunning || m_timer.isActive())
        return;
    const qint64 elapsed = m_sinceStart.isValid() ? m_sinceStart.elapsed() : m_pauseMs;
    m_timer.start(int(std::max<qint64>(0, m_pauseMs - elapsed)));
}

void ReloadPacer::requestAtOnce()
{
    const bool isResting = !m_isRunning && !m_sinceStart.isValid();
    if (!isResting) {
        request();
        return;
    }
    m_timer.stop();
    fire();
}

void ReloadPacer::fire()
{
    m_isRequested = false;
    m_isRunning = true;
    m_sinceStart.start();
    emit due();
}

void ReloadPacer::finished()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_pauseMs = std::clamp(3 * m_sinceStart.elapsed(), kShortestPauseMs, kLongestPauseMs);
    if (m_isRequested)
        request();
}

void ReloadPacer::reset()
{
    m_timer.stop();
    m_isRunning = false;
    m_isRequested = false;
    m_pauseMs = 0;
    m_sinceStart.invalidate();
}

} // namespace Gapline
