// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apijob.h"

#include "core/api/apiclient.h"

#include <QJsonDocument>

namespace Gapline {

ApiJob::ApiJob(const QString &path, const QJsonObject &data, const QString &subject)
    : m_path(path)
    , m_requestBody(
          QJsonDocument(QJsonObject{{QStringLiteral("data"), data}}).toJson(QJsonDocument::Compact))
    , m_subject(subject)
    , m_executionId(data.value(QLatin1String("executionId")).toString())
{
    if (const QJsonValue since = data.value(QLatin1String("sinceSeq")); since.isDouble())
        m_sinceSeq = Seq{since.toInteger()};
}

void ApiJob::cancel()
{
    if (m_client)
        m_client->cancel(this);
}

} // namespace Gapline
