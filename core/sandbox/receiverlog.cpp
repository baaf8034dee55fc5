// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/receiverlog.h"

#include "core/domain/timetext.h"
#include "core/sandbox/jsontext.h"

#include <QSaveFile>

namespace Gapline {
namespace {

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

ReceiverLog::ReceiverLog(const QString &fileName)
    : m_file(fileName)
{ }

Result<std::unique_ptr<ReceiverLog>>
ReceiverLog::begin(const QString &fileName, const DeliverySimulation &deliveries, EpochMs until)
{
    std::unique_ptr<ReceiverLog> log(new ReceiverLog(fileName));
    QSaveFile file(fileName);
    bool isWritten = file.open(QIODevice::WriteOnly);
    for (const ReceivedAttempt &attempt : deliveries.received({}, until)) {
        const QByteArray line = deliveries.logLine(attempt) + '\n';
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

Result<void> ReceiverLog::add(const ReceiverRequest &request, EpochMs at, int status)
{
    QByteArray line = "{\"receivedAt\":\"" + isoTime(at).toLatin1() + "\",\"status\":";
    appendNumber(line, status);
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
    line += "}\n";
    if (m_file.write(line) != line.size())
        return unwritable(m_file);
    ++m_rows;
    return {};
}

} // namespace Gapline
