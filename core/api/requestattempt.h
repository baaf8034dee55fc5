// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/replyerror.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Gapline {

/// What an answer may take, measured here since QNetworkRequest's transfer timeout is no deadline: a slow drip
/// outlives it (trust.md, "Network").
struct RequestDeadlines
{
    std::chrono::milliseconds connect{10000};
    std::chrono::milliseconds firstByte{30000};
    std::chrono::milliseconds total{120000};
    std::chrono::milliseconds stallWindow{20000};
    qint64 leastBytesPerSecond = 1024;
    /// From the start until an answer begins, connect and first byte together: never beyond theirs. Absent: as they say.
    std::optional<std::chrono::milliseconds> begin{};
};

struct RequestCaps
{
    qint64 bodyBytes = qint64(64) << 20;
    qint64 headerBytes = qint64(256) << 10;
};

/// One HTTP exchange: reads the answer under its deadlines and caps. Emits ended() exactly once, unless it is
/// destroyed before. Owns the reply.
class RequestAttempt : public QObject
{
    Q_OBJECT

public:
    RequestAttempt(QNetworkReply *reply,
                   const RequestDeadlines &deadlines,
                   const RequestCaps &caps,
                   QObject *parent);
    ~RequestAttempt() override;

    /// Until it ended.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] const QNetworkReply &reply() const { return *m_reply; }

signals:
    void ended(const Gapline::ReplyFacts &facts);

private:
    [[nodiscard]] std::chrono::milliseconds withinBegin(std::chrono::milliseconds deadline) const;
    void readHeaders();
    void readBody();
    void checkRate();
    void finish();
    void stop(RequestEnd end);

    QNetworkReply *m_reply;
    RequestDeadlines m_deadlines;
    RequestCaps m_caps;
    ReplyFacts m_facts;
    QElapsedTimer m_time;
    std::chrono::milliseconds m_duration{0}; ///< Once it has ended.
    QTimer m_phase; ///< Connect, then first byte, then one stall window after another.
    QTimer m_total;
    RequestEnd m_phaseEnd = RequestEnd::NoConnection;
    qint64 m_windowBytes = 0;
    QStringList m_tlsReasons;
    bool m_hasEnded = false;
};

} // namespace Gapline
