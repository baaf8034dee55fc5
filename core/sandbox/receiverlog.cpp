// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/receiverlog.h"

#include "core/domain/timetext.h"
#include "core/sandbox/jsontext.h"
#include "core/sandbox/scenario.h"

#include <QSaveFile>

namespace Gapline {
namespace {

constexpr int kNoContent = 204;
constexpr int kBadRequest = 400;

Failure unwritable(const QFileDevice &file)
{
    return failure(ErrorId::FileUnwritable,
                   QStringLiteral("The receiver log %1 cannot be written").arg(file.fileName()),
                   file.errorString());
}

void appendMember(QByteArray &out, const char *name, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    out += ",\"" + QByteArray(name) + "\":";
    appendJsonString(out, value);
}

} // namespace

ReceiverLog::ReceiverLog(const QString &fileName, const Scenario &scenario)
    : m_scenario(scenario)
    , m_deliveries(scenario)
    , m_file(fileName)
    , m_until(scenario.now())
{ }

Result<std::unique_ptr<ReceiverLog>> ReceiverLog::begin(const QString &fileName,
                                                        const Scenario &scenario)
{
    std::unique_ptr<ReceiverLog> log(new ReceiverLog(fileName, scenario));
    QSaveFile file(fileName);
    bool isWritten = file.open(QIODevice::WriteOnly);
    for (const ReceivedAttempt &attempt : log->m_deliveries.received({}, log->m_until)) {
        const QByteArray line = log->m_deliveries.logLine(attempt) + '\n';
        isWritten = isWritten && file.write(line) == line.size();
        ++log->m_rows;
    }
    if (!isWritten || !file.commit())
        return unwritable(file);
    // Unbuffered, so that each row is there for a reader as soon as it is answered.
    if (!log->m_file.open(QIODevice::Append | QIODevice::Unbuffered))
        return unwritable(log->m_file);
    return log;
}

Result<void> ReceiverLog::advance()
{
    const EpochMs now = m_scenario.now();
    QByteArray lines;
    for (const ReceivedAttempt &attempt : m_deliveries.received(m_until, now))
        lines += m_deliveries.logLine(attempt) + '\n';
    m_until = now;
    return append(lines);
}

Result<int> ReceiverLog::receive(const ReceiverRequest &request)
{
    if (QString::fromUtf8(request.body).toUtf8() != request.body)
        return kBadRequest;
    QByteArray line =
        "{\"receivedAt\":\"" + isoTime(m_scenario.now()).toLatin1() + "\",\"status\":";
    appendNumber(line, kNoContent);
    bool isNumber = false;
    if (const int attempt = request.attempt.toInt(&isNumber); isNumber) {
        line += ",\"attempt\":";
        appendNumber(line, attempt);
    }
    appendMember(line, "eventId", request.eventId);
    appendMember(line, "x-velt-signature", request.signature);
    appendMember(line, "x-gapline-replay", request.replay);
    line += ",\"rawBody\":";
    appendJsonString(line, request.body);
    const Result<void> appended = append(line + "}\n");
    if (!appended)
        return Failure(appended.error());
    return kNoContent;
}

Result<void> ReceiverLog::append(const QByteArray &lines)
{
    if (m_file.write(lines) != lines.size())
        return unwritable(m_file);
    m_rows += lines.count('\n');
    return {};
}

} // namespace Gapline
