// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Gapline {

/// One attempt at one request, for reading on screen. Of the answer's headers it holds those of an allow-list alone
/// (core/api/loggedheaders.h). The answer is kept for attempts that failed, bounded, in memory only: never
/// write it to a file or a log (trust.md, "Secrets").
struct HttpLogEntry
{
    EpochMs startedAt;
    std::chrono::milliseconds duration{0};
    QString url; ///< Without secrets: those travel in headers.
    QString proxy; ///< "proxy.example:3128"; empty when there is none.
    QString path; ///< "workflow/executions/getEvents"
    QString subject; ///< "exec_1 after seq 15"
    ExecutionId executionId; ///< Empty when the request is not about one.
    std::optional<Seq> sinceSeq;
    QByteArray requestBody; ///< As sent: ids and numbers.
    int attempt = 1; ///< 2 is the first retry.
    std::optional<int> httpStatus; ///< Absent when no answer came.
    qint64 bytes = 0; ///< Of the answer's body, decoded, as far as it was read.
    QList<QPair<QByteArray, QByteArray>> headers; ///< Of the answer.
    QString errorId; ///< Empty when the answer was good.
    QString message; ///< Of the error: what happened, for people.
    QByteArray answer; ///< The beginning of a failed attempt's body, secrets masked.
    bool isAnswerDropped = false; ///< It was there, and made room for newer ones.

    [[nodiscard]] bool hasFailed() const { return !errorId.isEmpty(); }
};

/// The last attempts, oldest first, within bounds of number and of bytes. Thread: the owner's.
class HttpLog
{
public:
    /// Of one answer, and of all together.
    static constexpr qsizetype kAnswerBytes = qsizetype(64) << 10;
    static constexpr qsizetype kAllAnswerBytes = qsizetype(2) << 20;

    explicit HttpLog(qsizetype capacity = 500)
        : m_capacity(capacity)
    { }

    /// Cuts its answer to kAnswerBytes.
    void add(HttpLogEntry entry);
    void clear();
    [[nodiscard]] const QList<HttpLogEntry> &entries() const { return m_entries; }
    /// Of all time, not only of those kept: the last entry is number count().
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void dropAnswers();

    QList<HttpLogEntry> m_entries;
    qsizetype m_capacity;
    qsizetype m_answerBytes = 0;
    qint64 m_count = 0;
};

} // namespace Gapline
