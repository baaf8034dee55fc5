// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/commonoptions.h"
#include "app/cli/countedword.h"
#include "app/cli/defaultcache.h"
#include "app/cli/output.h"
#include "app/cli/retrylines.h"
#include "app/cli/syncbatch.h"
#include "core/api/apiclient.h"
#include "core/cache/casefile.h"
#include "core/sync/inventorysync.h"
#include "core/sync/streamsync.h"

#include <QEventLoop>
#include <QFileInfo>

namespace Gapline {
namespace {

/// Where to, and into which file.
struct SessionPlan
{
    Profile profile;
    QString cacheFile;
    bool isOtherServers =
        false; ///< The cache: nobody has named a server, and the default one has none.
    QString notice; ///< About where the cache was found.
    std::optional<int> retries;
};

/// Sets the plan's cache.
Result<void> chooseCache(SessionPlan &plan, const Arguments &arguments, SessionKind kind)
{
    plan.cacheFile = arguments.value(QLatin1String("cache"));
    if (arguments.has(QLatin1String("case"))) {
        // A case file is a cache that is only ever read.
        plan.cacheFile = arguments.value(QLatin1String("case"));
        if (arguments.has(QLatin1String("cache")) || plan.cacheFile.isEmpty())
            return usageError(
                QStringLiteral("--case takes a file name, and no --cache beside it."));
    }
    if (arguments.has(QLatin1String("cache")) && plan.cacheFile.isEmpty())
        return usageError(QStringLiteral("--cache takes a file name."));
    if (plan.cacheFile.isEmpty())
        plan.cacheFile = plan.profile.cacheFile;
    if (!plan.cacheFile.isEmpty())
        return {};
    // A session that only reads changes no file, nor its name.
    const ProfileCache found = cacheOfProfile(plan.profile, kind != SessionKind::Offline);
    const QString usual = found.file;
    plan.cacheFile = usual;
    plan.notice = found.notice;
    const bool isServerNamed =
        arguments.has(QLatin1String("profile")) || arguments.has(QLatin1String("base-url"));
    if (kind != SessionKind::Online && !isServerNamed)
        plan.cacheFile = cacheToAnswerFrom();
    plan.isOtherServers = plan.cacheFile != usual;
    return {};
}

Result<SessionPlan>
planFrom(const Arguments &arguments, const CliContext &context, SessionKind kind)
{
    const QString name = arguments.value(QLatin1String("profile"));
    SessionPlan plan;
    plan.profile.baseUrl = defaultBaseUrl();
    if (arguments.has(QLatin1String("profile"))) {
        if (name.isEmpty() || !context.profiles)
            return usageError(QStringLiteral("There is no profile \"%1\".").arg(name));
        const Result<Profile> saved = context.profiles(name);
        if (!saved)
            return Failure(saved.error());
        plan.profile = *saved;
    }
    if (arguments.has(QLatin1String("base-url"))) {
        const Result<QUrl> url = checkedBaseUrl(arguments.value(QLatin1String("base-url")));
        if (!url)
            return Failure(url.error());
        moveTo(plan.profile, *url);
    }
    const auto retries = arguments.integer(QLatin1String("retries"), 0, 100);
    if (!retries)
        return Failure(retries.error());
    if (*retries)
        plan.retries = int(**retries);

    if (const Result<void> chosen = chooseCache(plan, arguments, kind); !chosen)
        return Failure(chosen.error());
    return plan;
}

/// From the environment, else from the keychain entry of the profile that was asked for.
Result<Credentials>
credentialsFrom(const Arguments &arguments, const CliContext &context, const Profile &profile)
{
    const auto variable = [&context](const char *name) {
        return Secret(context.environment.value(QString::fromLatin1(name)).toUtf8());
    };
    Credentials credentials{variable("VELT_API_KEY"), variable("VELT_AUTH_TOKEN")};
    const bool isPartial = credentials.apiKey.isEmpty() || credentials.authToken.isEmpty();
    QString whyNotKept;
    if (isPartial && arguments.has(QLatin1String("profile")) && context.credentials) {
        const KeychainReading keychain = context.credentials(profile);
        const Credentials stored = keychain.credentials.value_or(Credentials{});
        if (credentials.apiKey.isEmpty())
            credentials.apiKey = stored.apiKey;
        if (credentials.authToken.isEmpty())
            credentials.authToken = stored.authToken;
        whyNotKept = keychain.isThere
            ? QStringLiteral(", and the system keychain holds no entry for %1")
                  .arg(originOf(profile.baseUrl))
            : QStringLiteral(", and there is no system keychain that answers");
    }
    for (const auto &[secret, name] : {std::pair(&credentials.apiKey, "VELT_API_KEY"),
                                       std::pair(&credentials.authToken, "VELT_AUTH_TOKEN")}) {
        if (secret->isEmpty()) {
            return failure(ErrorId::CredentialsMissing,
                           QStringLiteral("%1 is not set%2.").arg(QLatin1String(name), whyNotKept));
        }
        if (!secret->isSendable()) {
            return failure(ErrorId::CredentialsUnusable,
                           QStringLiteral("%1 holds characters that no header may carry.")
                               .arg(QLatin1String(name)));
        }
    }
    return credentials;
}

} // namespace

QList<QCommandLineOption> sessionOptions()
{
    return cacheOptions() + connectionOptions();
}

Session::Session(CliContext &context)
    : m_context(context)
{ }

Session::~Session() = default;

Result<std::unique_ptr<Session>>
Session::open(const Arguments &arguments, CliContext &context, SessionKind kind)
{
    const Result<SessionPlan> plan = planFrom(arguments, context, kind);
    if (!plan)
        return Failure(plan.error());
    if (const auto kept = checkInputsAreKept(arguments,
                                             {plan->cacheFile,
                                              plan->cacheFile + QStringLiteral("-wal"),
                                              plan->cacheFile + QStringLiteral("-shm")});
        !kept)
        return Failure(kept.error());
    if (plan->isOtherServers) {
        context.console().warn(
            QStringLiteral("Nothing of %1 is cached; answering from %2, the cache of the server "
                           "used last. Name one with --base-url, --profile or --cache.")
                .arg(defaultBaseUrl().host(), plan->cacheFile));
    }
    if (!plan->notice.isEmpty())
        context.console().warn(plan->notice);
    Credentials credentials;
    if (kind == SessionKind::Online) {
        const Result<Credentials> found = credentialsFrom(arguments, context, plan->profile);
        if (!found)
            return Failure(found.error());
        credentials = *found;
    }

    std::unique_ptr<Session> session(new Session(context));
    if (const Result<void> opened = session->openCache(plan->cacheFile, kind); !opened) {
        return Failure(arguments.has(QLatin1String("case"))
                           ? caseFileError(plan->cacheFile, opened.error())
                           : opened.error());
    }
    if (kind == SessionKind::Online) {
        ApiOptions options;
        if (plan->retries)
            options.retries.retries = *plan->retries;
        auto client =
            std::make_unique<ApiClient>(plan->profile, credentials, context.clock(), options);
        session->m_connection =
            std::make_unique<Connection>(std::move(client), session->m_cache, context.clock());
    }
    return session;
}

Result<void> Session::openCache(const QString &file, SessionKind kind)
{
    const bool isReadOnly = kind == SessionKind::Offline;
    if (kind == SessionKind::CacheOnly && !QFileInfo::exists(file)) {
        return failure(ErrorId::CacheNotStored,
                       QStringLiteral("There is no cache at %1.").arg(file));
    }
    const auto opening =
        m_cache.open(file, isReadOnly ? CacheAccess::ReadOnly : CacheAccess::ReadWrite).result();
    if (!opening)
        return Failure(opening.error());
    if (!opening->setAsideAs.isEmpty()) {
        m_context.console().warn(
            QStringLiteral(
                "The cache was damaged. It was set aside as \"%1\" and a fresh one begun.")
                .arg(opening->setAsideAs));
    }
    if (opening->isReadOnly && !isReadOnly) {
        return failure(ErrorId::CacheReadOnly,
                       QStringLiteral("\"%1\" can be read, but not written.").arg(file));
    }
    return {};
}

SyncOutcome Session::sync(const ExecutionId &executionId, int pageSize, std::optional<Seq> since)
{
    SyncOutcome result;
    SyncBatch batch(*m_connection, m_context, {{executionId}, pageSize, since, false});
    batch.run([&result](const SyncOutcome &outcome) { result = outcome; });
    return result;
}

Result<QList<ExecutionId>> Session::syncInventory()
{
    QEventLoop loop;
    InventoryOutcome result;
    InventorySync *sync = m_connection->syncInventory();
    sayRetries(*m_connection, m_context.console(), false, &loop);
    QObject::connect(&m_context.interrupt(), &Interrupt::requested, sync, &InventorySync::cancel);
    QObject::connect(sync, &InventorySync::progressed, &loop, [this](int items) {
        m_context.console().progress(counted(items, QLatin1String("execution"))
                                     + QStringLiteral(" listed"));
    });
    QObject::connect(sync, &InventorySync::finished, &loop, [&](const InventoryOutcome &outcome) {
        result = outcome;
        loop.quit();
    });
    if (Interrupt::isRequested())
        sync->cancel();
    loop.exec();
    m_context.console().endProgress();
    for (const QString &warning : result.warnings)
        m_context.console().warn(warning);
    if (result.error)
        return Failure(*result.error);
    return result.executionIds;
}

Result<EventStreamPtr>
Session::stream(const ExecutionId &executionId, int pageSize, std::optional<Seq> since)
{
    if (isOnline()) {
        const SyncOutcome outcome = sync(executionId, pageSize, since);
        warnOf(m_context.console(), outcome);
        if (outcome.error)
            return Failure(*outcome.error);
    }
    const Result<EventStreamPtr> stream = m_cache.loadStream(executionId).result();
    // A run without a seq yet has no coverage, but its emptiness was read.
    const bool isKnown = stream && (!(*stream)->isEmpty() || (*stream)->state().fetchedAt);
    if (stream && !isKnown && !isOnline()) {
        return failure(
            ErrorId::CacheNotStored,
            QStringLiteral("Nothing of execution \"%1\" is in the cache. Without --offline it is "
                           "fetched.")
                .arg(executionId.text()));
    }
    return stream;
}

} // namespace Gapline
