// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"

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
    QByteArrayView m_lastType; ///< Runs of one type or step are common: no second look-up then.
    quint32 m_lastTypeIndex = 0;
    QByteArrayView m_lastStep;
    quint32 m_lastStepIndex = 0;
};

} // namespace Gapline
