// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyerror.h"
#include "core/api/requestqueue.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace Gapline {

/// Hands out answers that have come in together one at a time, a round of the event loop each: what the user does
/// meanwhile comes between two of them. Thread: the owner's.
class AnswerQueue : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        RequestQueue::Id id = 0;
        ReplyFacts facts;
        std::chrono::milliseconds at{0}; ///< When it was there; monotonic.
    };

    explicit AnswerQueue(QObject *parent = nullptr);

    void add(const Answer &answer);

signals:
    /// Never from within add(); in the order in which they were added.
    void due(const Gapline::AnswerQueue::Answer &answer);

private:
    void handOut();

    std::deque<Answer> m_answers;
    QTimer m_timer;
};

} // namespace Gapline
