// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <deque>
#include <optional>

namespace Gapline {

/// What a person waits for goes before what runs beside.
enum class Urgency : quint8
{
    Interactive,
    Background,
};

/// Decides which request goes next: interactive ones first, in the order in which they came, no more at once than
/// the limit, none while held. Thread: the owner's.
class RequestQueue
{
public:
    using Id = quint64;

    explicit RequestQueue(int limit)
        : m_limit(limit)
    { }

    /// What runs already goes on; nothing new starts above it.
    void setLimit(int limit) { m_limit = limit; }

    void add(Id id, Urgency urgency);
    /// Before all others of its urgency: a request that has waited its turn once.
    void addFirst(Id id, Urgency urgency);
    void remove(Id id);

    [[nodiscard]] bool hasNext() const;
    /// The next request, which counts as running until ended().
    [[nodiscard]] std::optional<Id> takeNext();
    void ended();

    /// Nothing starts until resume(): the credentials are being asked for.
    void hold() { m_isHeld = true; }
    void resume() { m_isHeld = false; }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] qsizetype waiting() const;

private:
    std::array<std::deque<Id>, 2> m_waiting;
    int m_limit;
    int m_running = 0;
    bool m_isHeld = false;
};

} // namespace Gapline
