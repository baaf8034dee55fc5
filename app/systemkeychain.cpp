// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemkeychain.h"

#include <QFileInfo>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace Gapline {
namespace {

const QString kService = QStringLiteral("gapline");
constexpr auto kBusAddress = "DBUS_SESSION_BUS_ADDRESS";
/// An address at which nothing can be reached; systemd says so as well.
constexpr auto kNoBus = "disabled:";

KeychainAnswer answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return KeychainAnswer::Done;
    case QKeychain::EntryNotFound:
        return KeychainAnswer::NotFound;
    default:
        // Without a service QtKeychain says OtherError; whatever it is, nothing can be kept there.
        return KeychainAnswer::Unavailable;
    }
}

template<typename Answer>
bool answersWithoutBus(const Answer &answer)
{
    if (hasSessionBus())
        return false;
    QTimer::singleShot(0, answer);
    return true;
}

} // namespace

bool hasSessionBus()
{
    const QByteArray address = qgetenv(kBusAddress);
    if (!address.isEmpty())
        return address != kNoBus;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

void leaveMissingSessionBus()
{
    if (!hasSessionBus())
        qputenv(kBusAddress, kNoBus);
}

void SystemKeychain::read(const QString &entry, const Read &answer)
{
    if (answersWithoutBus([answer] { answer(KeychainAnswer::Unavailable, {}); }))
        return;
    auto *job = new QKeychain::ReadPasswordJob(kService);
    job->setInsecureFallback(false);
    job->setKey(entry);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
        answer(answerOf(*job), Secret(job->binaryData()));
    });
    job->start();
}

void SystemKeychain::write(const QString &entry, const Secret &secret, const Done &answer)
{
    if (answersWithoutBus([answer] { answer(KeychainAnswer::Unavailable); }))
        return;
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setInsecureFallback(false);
    job->setKey(entry);
    job->setBinaryData(secret.reveal());
    QObject::connect(
        job, &QKeychain::Job::finished, job, [job, answer] { answer(answerOf(*job)); });
    job->start();
}

void SystemKeychain::remove(const QString &entry, const Done &answer)
{
    if (answersWithoutBus([answer] { answer(KeychainAnswer::Unavailable); }))
        return;
    auto *job = new QKeychain::DeletePasswordJob(kService);
    job->setInsecureFallback(false);
    job->setKey(entry);
    QObject::connect(
        job, &QKeychain::Job::finished, job, [job, answer] { answer(answerOf(*job)); });
    job->start();
}

} // namespace Gapline
