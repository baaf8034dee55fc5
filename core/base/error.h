// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>
#include <span>

namespace Gapline {

/// Every class of error that a user can meet. The table in error.cpp gives each its text id, cause,
/// next step and exit status; help and man page are generated from that table (trust.md, "What people see").
enum class ErrorId
{
    InternalUnexpected,
    UsageInvalid,
    UsageInsecureUrl,
    ApiInvalidArgument,
    ApiNotFound,
    ApiFailedPrecondition,
    ApiRefused,
    CredentialsMissing,
    CredentialsRejected,
    CredentialsUnusable,
    NetworkUnreachable,
    NetworkTimeout,
    NetworkTls,
    NetworkRedirect,
    NetworkBadAnswer,
    NetworkServerError,
    NetworkTooLarge,
    NetworkRateLimited,
    NetworkDeadlineExceeded,
    ContractWrongExecution,
    ContractWrongType,
    ContractNotAscending,
    ContractRepeatedSeq,
    ContractEventBelowSince,
    ContractEventAboveCursor,
    ContractStuckCursor,
    ContractChangedEvent,
    ContractGoneEvent,
    CacheNewerSchema,
    CacheForeignFile,
    CacheDamaged,
    CacheDiskFull,
    CacheReadOnly,
    CacheBusy,
    CacheUnsafePath,
    CacheInputOutput,
    CacheNotStored,
    FileUnreadable,
    FileUnwritable,
    FileMalformed,
    MissedWebhooks,
    ReplayNotTaken,
    Cancelled,
};

/// Exit statuses of command-line.md.
enum class ExitStatus
{
    Done = 0,
    Unexpected = 1,
    Usage = 2,
    ApiRefused = 3,
    Credentials = 4,
    Network = 5,
    Contract = 6,
    File = 7,
    MissedWebhooks = 8,
    Interrupted = 130,
};

/// What is true of every error of one id.
struct ErrorClass
{
    ErrorId id;
    const char
        *textId; ///< Stable, for example "network.timeout"; shown, searchable, translatable never.
    ExitStatus exitStatus;
    bool isRetried; ///< The API client tries again by itself (api-contract.md, "What follows", 7).
    const char *title; ///< English source text, at most a line.
    const char *cause; ///< Why this usually happens.
    const char *nextStep; ///< What the user can do about it.
};

[[nodiscard]] const ErrorClass &errorClass(ErrorId id);
[[nodiscard]] std::span<const ErrorClass> errorClasses();

/// One error as a value. Core never shows it; the window and the command line do.
struct Error
{
    ErrorId id = ErrorId::InternalUnexpected;
    QString message; ///< What happened here, with the names and numbers involved. Plain text.
    QString
        details{}; ///< Technical evidence (HTTP status, raw server message). Never a secret, never a payload.
    std::optional<std::chrono::milliseconds> retryAfter{}; ///< From the server, where it said so.

    [[nodiscard]] const ErrorClass &kind() const { return errorClass(id); }
    [[nodiscard]] QString textId() const { return QString::fromLatin1(kind().textId); }
    [[nodiscard]] ExitStatus exitStatus() const { return kind().exitStatus; }
    [[nodiscard]] bool isCancelled() const { return id == ErrorId::Cancelled; }
};

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::Error)
