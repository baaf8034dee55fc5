// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/curlcommand.h"

#include "core/report/jsonline.h"

namespace Gapline {
namespace {

QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String(R"('\'')")) + u'\'';
}

} // namespace

QString
curlGetEvents(const QUrl &baseUrl, const ExecutionId &executionId, Seq sinceSeq, int pageSize)
{
    JsonLine body;
    body.beginObject();
    body.key("data");
    body.beginObject();
    body.member("executionId", executionId.text());
    body.member("sinceSeq", sinceSeq.value);
    body.member("pageSize", qint64(pageSize));
    body.endObject();
    body.endObject();

    return curlRequest(baseUrl.resolved(QUrl(QStringLiteral("workflow/executions/getEvents"))),
                       body.text());
}

QString curlRequest(const QUrl &url, const QByteArray &body)
{
    return QStringLiteral("curl --proto =%1 -sS -X POST %2 \\\n"
                          "  -H 'content-type: application/json' \\\n"
                          "  -H \"x-velt-api-key: $VELT_API_KEY\" \\\n"
                          "  -H \"x-velt-auth-token: $VELT_AUTH_TOKEN\" \\\n"
                          "  --data-binary %3")
        .arg(url.scheme() == QLatin1String("http") ? QStringLiteral("http")
                                                   : QStringLiteral("https"),
             singleQuoted(QString::fromLatin1(url.toEncoded())),
             singleQuoted(QString::fromUtf8(body)));
}

} // namespace Gapline
