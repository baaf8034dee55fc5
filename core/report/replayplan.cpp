// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/replayplan.h"

#include "core/domain/jsontokens.h"
#include "core/domain/timetext.h"
#include "core/domain/wording.h"
#include "core/report/jsonline.h"

#include <QCryptographicHash>

#include <algorithm>
#include <tuple>
#include <unistd.h>

namespace Gapline {
namespace {

QByteArray targetOf(const QUrl &receiver)
{
    constexpr qsizetype kDigits = 16;
    return QCryptographicHash::hash(receiver.toEncoded(), QCryptographicHash::Sha256)
        .toHex()
        .left(kDigits);
}

QByteArray key(const QByteArray &executionId, qint64 seq)
{
    return executionId + '\n' + QByteArray::number(seq);
}

/// The key of a line that says that `target` acknowledged; empty otherwise, also for half a line.
QByteArray takenBy(const QByteArray &line, const QByteArray &target)
{
    QByteArray found;
    QByteArray execution;
    std::optional<qint64> seq;
    bool isAcknowledged = false;
    const bool isWhole = visitJsonMembers(line, [&](QByteArrayView name, QByteArrayView value) {
        if (name == "\"target\"")
            found = decodeJsonUtf8(value);
        else if (name == "\"executionId\"")
            execution = decodeJsonUtf8(value);
        else if (name == "\"seq\"")
            seq = jsonInteger(value);
        else if (name == "\"acknowledged\"")
            isAcknowledged = value == "true";
    });
    return isWhole && isAcknowledged && found == target && seq ? key(execution, *seq)
                                                               : QByteArray();
}

Failure unwritable(const QFile &file)
{
    return failure(ErrorId::FileUnwritable,
                   CoreText::tr("The journal %1 cannot be written: %2.")
                       .arg(file.fileName(), file.errorString()));
}

Result<QSet<QByteArray>> takenIn(QFile &file, const QByteArray &target)
{
    QSet<QByteArray> taken;
    while (!file.atEnd()) {
        constexpr qint64 kLongestLine = 64 * 1024;
        const QByteArray line = file.readLine(kLongestLine);
        if (line.isEmpty())
            break;
        if (const QByteArray found = takenBy(line, target); !found.isEmpty())
            taken.insert(found);
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorId::FileUnreadable,
                       CoreText::tr("The journal %1 cannot be read: %2.")
                           .arg(file.fileName(), file.errorString()));
    }
    return taken;
}

} // namespace

ReplayJournal::ReplayJournal(const QString &fileName, const QByteArray &target)
    : m_target(target)
    , m_lock(fileName + QStringLiteral(".lock"))
    , m_file(fileName)
{ }

Result<std::unique_ptr<ReplayJournal>> ReplayJournal::open(const QString &fileName,
                                                           const QUrl &receiver)
{
    std::unique_ptr<ReplayJournal> journal(new ReplayJournal(fileName, targetOf(receiver)));
    // A replay may last for hours; only one whose process has gone is stale.
    journal->m_lock.setStaleLockTime(0);
    if (!journal->m_lock.tryLock()) {
        if (journal->m_lock.error() != QLockFile::LockFailedError)
            return unwritable(journal->m_file);
        return failure(ErrorId::UsageInvalid,
                       CoreText::tr("Another replay is writing the journal %1.").arg(fileName));
    }
    QFile &file = journal->m_file;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return unwritable(file);
    auto taken = takenIn(file, journal->m_target);
    if (!taken)
        return Failure(taken.error());
    journal->m_taken = *std::move(taken);
    // Half a line, from a process that was killed, must not spoil the next one.
    if (file.size() > 0) {
        char last = '\n';
        file.seek(file.size() - 1);
        file.getChar(&last);
        if (last != '\n' && file.write("\n") != 1)
            return unwritable(file);
    }
    return journal;
}

Result<QSet<QByteArray>> ReplayJournal::readTaken(const QString &fileName, const QUrl &receiver)
{
    QFile file(fileName);
    if (!file.exists())
        return QSet<QByteArray>();
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorId::FileUnreadable,
            CoreText::tr("The journal %1 cannot be read: %2.").arg(fileName, file.errorString()));
    }
    return takenIn(file, targetOf(receiver));
}

Result<void> ReplayJournal::add(const Webhook &webhook, const ReplayAnswer &answer, EpochMs at)
{
    JsonLine json;
    json.beginObject();
    json.member("at", isoTime(at));
    json.member("target", QString::fromLatin1(m_target));
    json.member("executionId", webhook.executionId.text());
    json.member("seq", webhook.seq.value);
    json.member("eventId", QString::fromLatin1(webhook.eventId));
    json.member("status",
                answer.httpStatus ? std::optional(qint64(*answer.httpStatus)) : std::nullopt);
    json.member("acknowledged", answer.isAcknowledged());
    json.endObject();
    const QByteArray line = json.text() + '\n';
    if (m_file.write(line) != line.size() || ::fdatasync(m_file.handle()) != 0)
        return unwritable(m_file);
    if (answer.isAcknowledged())
        m_taken.insert(keyOf(webhook));
    return {};
}

QByteArray ReplayJournal::keyOf(const Webhook &webhook)
{
    return key(webhook.executionId.text().toUtf8(), webhook.seq.value);
}

ReplayPlan
planReplay(std::vector<Webhook> webhooks, const QSet<QByteArray> &taken, double perSecond)
{
    const auto order = [](const Webhook &webhook) {
        return std::tuple(webhook.executionId.text(), webhook.seq);
    };
    std::ranges::stable_sort(webhooks, {}, order);
    const auto repeated = std::ranges::unique(webhooks, {}, order);
    webhooks.erase(repeated.begin(), repeated.end());
    ReplayPlan plan;
    plan.perSecond = perSecond;
    QSet<ExecutionId> executions;
    for (Webhook &webhook : webhooks) {
        if (taken.contains(ReplayJournal::keyOf(webhook))) {
            ++plan.alreadyTaken;
            continue;
        }
        executions.insert(webhook.executionId);
        plan.webhooks.push_back(std::move(webhook));
    }
    plan.executions = executions.size();
    if (plan.webhooks.size() > 1)
        plan.duration = std::chrono::milliseconds(
            qint64(double(plan.webhooks.size() - 1) * 1000.0 / perSecond));
    return plan;
}

} // namespace Gapline
