// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/httplog.h"

namespace Gapline {

void HttpLog::add(HttpLogEntry entry)
{
    ++m_count;
    // A copy: the slice would keep the whole body alive.
    if (entry.answer.size() > kAnswerBytes)
        entry.answer = QByteArray(entry.answer.constData(), kAnswerBytes);
    m_answerBytes += entry.answer.size();
    m_entries.append(std::move(entry));
    while (m_entries.size() > m_capacity) {
        m_answerBytes -= m_entries.constFirst().answer.size();
        m_entries.removeFirst();
    }
    dropAnswers();
}

void HttpLog::clear()
{
    m_entries.clear();
    m_answerBytes = 0;
}

void HttpLog::dropAnswers()
{
    for (qsizetype i = 0; m_answerBytes > kAllAnswerBytes && i < m_entries.size(); ++i) {
        if (m_entries.at(i).answer.isEmpty())
            continue;
        HttpLogEntry &entry = m_entries[i];
        m_answerBytes -= entry.answer.size();
        entry.answer.clear();
        entry.isAnswerDropped = true;
    }
}

} // namespace Gapline
