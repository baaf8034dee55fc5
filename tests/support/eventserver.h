// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <map>

namespace Gapline::Test {

/// An HTTP server on loopback that answers executions/getEvents for one execution ("exec_live") whose events a test
/// adds, changes and takes away while it runs. executions/list and executions/get know that execution too. Lives on
/// the test's thread.
class EventServer : public QTcpServer
{
public:
    EventServer();

    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] static ExecutionId executionId();
    /// Adds an event, or gives it other content.
    void
    put(qint64 seq, const QByteArray &type = "step.completed", const QByteArray &text = "plain");
    void putRange(qint64 first, qint64 last);
    void remove(qint64 seq) { m_events.erase(seq); }
    /// The end of the stream, when internal seqs follow the last event.
    void setLast(qint64 last) { m_last = last; }
    [[nodiscard]] QList<qint64> seqs() const;
    // Of requests for events alone.
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] const QByteArray &lastBody() const { return m_lastBody; }

    QByteArray status = "running"; ///< Of the execution.
    /// Called for each request for events before it is answered.
    std::function<void()> asked;
    /// When set, requests get this body with HTTP 503 instead.
    bool fails = false;

private:
    void read(QTcpSocket *socket);
    [[nodiscard]] QByteArray answer(const QByteArray &path, const QByteArray &body);
    [[nodiscard]] QByteArray execution() const;
    [[nodiscard]] QByteArray page(qint64 since, qint64 size) const;

    std::map<qint64, QByteArray> m_events;
    QHash<QTcpSocket *, QByteArray> m_pending;
    qint64 m_last = 0;
    int m_count = 0;
    QByteArray m_lastBody;
};

} // namespace Gapline::Test
