// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/sync/syncprogress.h"
#include "core/sync/tailpacing.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <optional>
#include <vector>

namespace Gapline {

class ApiClient;
class Cache;
class StreamSync;
struct PageStored;

enum class TailState
{
    Polling,
    Waiting, ///< For the next poll; after a fault that may pass, trouble() says which.
    Paused, ///< By the user, until resume().
    Halted, ///< By trouble() that does not pass by itself, until resume().
    Over, ///< The execution has ended, and the overlap was read once more.
};

/// Follows one running execution: polls it at the pace of TailPacing. Each poll begins a little before the stored
/// mark, so that a seq that becomes visible late is stored, marked and counted (api-contract.md, "What follows", 6).
/// What is stored tells of itself through the cache. Begins when control returns to the event loop. Lives on the
/// client's thread.
class LiveTail : public QObject
{
    Q_OBJECT

public:
    /// Seqs before the stored mark that each poll reads again.
    static constexpr qint64 kOverlap = 50;

    /// All three must outlive it.
    LiveTail(ApiClient &client,
             Cache &cache,
             const Clock &clock,
             const ExecutionId &executionId,
             QObject *parent = nullptr);
    ~LiveTail() override;

    [[nodiscard]] const ExecutionId &executionId() const { return m_executionId; }
    [[nodiscard]] TailState state() const { return m_state; }
    /// Nothing but while waiting.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextPoll() const;
    /// Why the last poll failed.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    [[nodiscard]] qint64 polls() const { return m_polls; } ///< That have ended.
    [[nodiscard]] qint64 lateEvents() const { return m_lateEvents; } ///< Since it began.

public slots:
    /// A poll that runs is cancelled; what it stored stays.
    void pause();
    /// Polls at once, also after an end.
    void resume();
    /// Polls if the time has come by the clock; the tail's own timer calls it.
    void wake();

signals:
    void stateChanged();
    /// A poll has ended, with what it brought.
    void polled(const Gapline::SyncProgress &progress);
    /// What a poll has shown to be changed or gone, each seq once. The polls go on.
    void alarmed(const Gapline::Error &alarm);

private:
    void begin();
    void poll();
    void note(const PageStored &stored);
    void tellAlarms();
    void take(const SyncOutcome &outcome);
    void waitFor(std::chrono::milliseconds wait);
    void setState(TailState state);

    ApiClient &m_client;
    Cache &m_cache;
    const Clock &m_clock;
    ExecutionId m_executionId;
    TailPacing m_pacing;
    TailState m_state = TailState::Waiting;
    QTimer m_timer;
    QPointer<StreamSync> m_sync;
    std::chrono::milliseconds m_due{0}; ///< By the monotonic clock.
    std::optional<Seq> m_cursor; ///< Where the poll before ended.
    std::optional<Error> m_trouble;
    std::vector<Seq> m_changed; ///< Shown by the poll that runs, for the first time.
    std::vector<Seq> m_gone;
    QSet<qint64>
        m_doubted; ///< Seqs of which an alarm was told: the overlap shows them with each poll.
    bool m_hasTerminal = false;
    qint64 m_polls = 0;
    qint64 m_lateEvents = 0;
};

} // namespace Gapline
