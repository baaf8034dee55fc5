// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"

#include <array>
#include <cstring>
#include <optional>

namespace Gapline {

/// The tokens of a page beside its events; empty where a member is absent or null.
struct PageFrame
{
    QByteArrayView executionId;
    QByteArrayView nextCursor;
    QByteArrayView hasMore;

    void take(QByteArrayView key, QByteArrayView value);
};

/// The tokens of one event that become columns; empty where a member is absent or null.
struct EventFrame
{
    QByteArrayView eventId;
    QByteArrayView seq;
    QByteArrayView type;
    QByteArrayView stepId;
    QByteArrayView timestamp;
    QByteArrayView correlationId;
    QByteArrayView data;

    void take(QByteArrayView key, QByteArrayView value);
};

/// The indexes of the tokens met last: a page has few types and steps, so that nearly none needs a look-up in the table.
class RecentTokens
{
public:
    /// Nothing when it is none of them.
    [[nodiscard]] std::optional<quint32> find(QByteArrayView token) const
    {
        for (const Recent &recent : m_recent) {
            if (recent.token.size() == token.size() && !recent.token.isEmpty()
                && std::memcmp(recent.token.data(), token.data(), size_t(token.size())) == 0)
                return recent.index;
        }
        return std::nullopt;
    }
    void add(QByteArrayView token, quint32 index)
    {
        m_recent[m_next] = {token, index};
        m_next = (m_next + 1) % m_recent.size();
    }

private:
    struct Recent
    {
        QByteArrayView token;
        quint32 index = 0;
    };

    std::array<Recent, 8> m_recent{};
    size_t m_next = 0;
};

/// Turns tokens into an EventPage, checking their types. Used by the fast and the tolerant reader alike, so
/// that both judge the same. Single-threaded.
class PageBuilder
{
public:
    PageBuilder(const QByteArray &body, Seq sinceSeq);

    /// `raw` is a slice of the body. False when the page must be refused: see error().
    [[nodiscard]] bool addEvent(const EventFrame &frame, QByteArrayView raw, bool isMalformed);
    [[nodiscard]] bool setFrame(const PageFrame &frame);
    void refuse(ErrorId id, const QString &message);
    [[nodiscard]] Result<EventPage> build();

private:
    /// Of the page itself, or of the event that would come next. Both give false.
    bool refuseField(const char *field, QByteArrayView token, const char *expected);
    bool refuseEventField(const char *field, QByteArrayView token, const char *expected);
    quint32 internType(QByteArrayView token);
    quint32 internStep(QByteArrayView token);

    EventPage m_page;
    std::optional<Error> m_error;
    RecentTokens m_recentTypes; ///< Slices of the body.
    RecentTokens m_recentSteps;
};

} // namespace Gapline
