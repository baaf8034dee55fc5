// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

class QNetworkReply;

namespace Gapline {

/// One attempt at one request. Holds what may be shown anywhere: no bodies, and of the headers those of an
/// allow-list alone (trust.md, "Secrets").
struct HttpLogEntry
{
    EpochMs startedAt;
    std::chrono::milliseconds duration{0};
    QString path; ///< "workflow/executions/getEvents"
    QString subject; ///< "exec_1 after seq 15"
    int attempt = 1; ///< 2 is the first retry.
    int httpStatus = 0; ///< 0 when no answer came.
    qint64 bytes = 0; ///< Of the body, decoded.
    QList<QPair<QByteArray, QByteArray>> headers; ///< Of the answer.
    QString errorId; ///< Empty when the answer was good.
};

/// The last attempts, oldest first. Thread: the owner's.
class HttpLog
{
public:
    explicit HttpLog(qsizetype capacity = 500)
        : m_capacity(capacity)
    { }

    void add(const HttpLogEntry &entry);
    [[nodiscard]] const QList<HttpLogEntry> &entries() const { return m_entries; }
    /// Of all time, not only of those kept.
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    QList<HttpLogEntry> m_entries;
    qsizetype m_capacity;
    qint64 m_count = 0;
};

/// The headers of an answer that may be kept.
[[nodiscard]] QList<QPair<QByteArray, QByteArray>> loggableHeaders(const QNetworkReply &reply);

} // namespace Gapline
