// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/requestqueue.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <optional>

namespace Gapline {

class ApiClient;

/// One call of the API: gives its request, reads its answer, and reports once through the `finished` signal of
/// the derived class. Retries, rate and credentials are the client's. Make it, connect, then give it to
/// ApiClient::start(), which owns it from then on and deletes it after it has reported.
class ApiJob : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QByteArray &requestBody() const { return m_requestBody; }
    /// What the request is about, for logs: ids and numbers, no payload.
    [[nodiscard]] const QString &subject() const { return m_subject; }
    /// What of it the request names, if anything.
    [[nodiscard]] const ExecutionId &executionId() const { return m_executionId; }
    [[nodiscard]] std::optional<Seq> sinceSeq() const { return m_sinceSeq; }
    [[nodiscard]] Urgency urgency() const { return m_urgency; }
    void setUrgency(Urgency urgency) { m_urgency = urgency; }

    /// Reports ErrorId::Cancelled at once, unless it has reported before.
    void cancel();

signals:
    /// An attempt failed and another one will follow.
    void retried(const Gapline::Error &why);

protected:
    ApiJob(const QString &path, const QJsonObject &data, const QString &subject);

    /// Reads the body of an answer with HTTP status 200 and keeps the result; gives the error of one that cannot
    /// be read.
    virtual std::optional<Error> read(const QByteArray &body) = 0;
    /// Emits `finished`: with the error, or else with what read() kept.
    virtual void report(const std::optional<Error> &error) = 0;

private:
    friend class ApiClient;

    QString m_path;
    QByteArray m_requestBody;
    QString m_subject;
    ExecutionId m_executionId;
    std::optional<Seq> m_sinceSeq;
    Urgency m_urgency = Urgency::Interactive;
    QPointer<ApiClient> m_client;
};

} // namespace Gapline
