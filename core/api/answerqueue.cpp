// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/answerqueue.h"

#include <utility>

namespace Gapline {

AnswerQueue::AnswerQueue(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &AnswerQueue::handOut);
}

void AnswerQueue::add(const Answer &answer)
{
    m_answers.push_back(answer);
    if (!m_timer.isActive())
        m_timer.start();
}

void AnswerQueue::handOut()
{
    const Answer answer = std::move(m_answers.front());
    m_answers.pop_front();
    if (!m_answers.empty())
        m_timer.start();
    emit due(answer); // Last: whoever takes it may drop the connection, and this queue with it.
}

} // namespace Gapline
