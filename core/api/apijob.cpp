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
{ }

void ApiJob::cancel()
{
    if (m_client)
        m_client->cancel(this);
}

} // namespace Gapline
