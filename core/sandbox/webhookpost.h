// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace Gapline {

/// One HTTP POST to a loopback address, on a connection of its own, as the sandbox's engine sends a webhook: a bare
/// socket, so that a refused connection, a silent one and a late answer are what they are. Reports once.
class WebhookPost : public QObject
{
    Q_OBJECT

public:
    /// `headers`: whole lines, each with its CRLF.
    WebhookPost(const QUrl &url,
                const QByteArray &headers,
                const QByteArray &body,
                std::chrono::milliseconds timeout,
                QObject *parent = nullptr);

    void start();

signals:
    /// The HTTP status, or 0 when there was none in time. Delete the post from here with deleteLater().
    void finished(int httpStatus);

private:
    void read();
    void finish(int httpStatus);

    QUrl m_url;
    QByteArray m_request;
    QByteArray m_answer;
    QTcpSocket m_socket;
    QTimer m_timer;
    bool m_isFinished = false;
};

} // namespace Gapline
