// SPDX-License-Identifier: GPL-3.0-or-later
// One table, longer than a file should be: every error stands in it once, so that ids, exit statuses, help and window agree.
#include "core/base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

using enum ErrorId;

constexpr std::array kClasses{
    ErrorClass{
        InternalUnexpected,
        "internal.unexpected",
        ExitStatus::Unexpected,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Unexpected failure"),
        QT_TRANSLATE_NOOP("ErrorClass", "Gapline met a state that it does not know."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Please report it with the details shown; what was fetched is kept.")},
    ErrorClass{UsageInvalid,
               "usage.invalid",
               ExitStatus::Usage,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "Wrong usage"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "An option or argument is missing, is unknown here, or has a "
                                 "value that cannot be used."),
               QT_TRANSLATE_NOOP("ErrorClass", "Run the command with --help.")},
    ErrorClass{
        UsageInsecureUrl,
        "usage.insecure-url",
        ExitStatus::Usage,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Insecure address refused"),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Credentials travel in headers, so http:// is accepted for loopback hosts alone."),
        QT_TRANSLATE_NOOP("ErrorClass", "Use an https:// address.")},
    ErrorClass{
        ApiInvalidArgument,
        "api.invalid-argument",
        ExitStatus::ApiRefused,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The API refused an argument"),
        QT_TRANSLATE_NOOP("ErrorClass", "A field of the request is missing or outside its range."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Check the execution id and the options; the message names the field.")},
    ErrorClass{
        ApiNotFound,
        "api.not-found",
        ExitStatus::ApiRefused,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Not found"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The API knows no execution or definition of this id in this workspace."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Check the id, and that the API key belongs to the workspace that ran it.")},
    ErrorClass{ApiFailedPrecondition,
               "api.failed-precondition",
               ExitStatus::ApiRefused,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The API refused the call in its present state"),
               QT_TRANSLATE_NOOP("ErrorClass", "The server reported FAILED_PRECONDITION."),
               QT_TRANSLATE_NOOP("ErrorClass", "Read the server's message in the details.")},
    ErrorClass{
        ApiRefused,
        "api.refused",
        ExitStatus::ApiRefused,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The API said no"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The server answered with an error that has no special meaning here."),
        QT_TRANSLATE_NOOP("ErrorClass", "Read the server's message in the details.")},
    ErrorClass{
        CredentialsMissing,
        "credentials.missing",
        ExitStatus::Credentials,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Credentials are missing"),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "The API needs a workspace key and an auth token; one of them is not set."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Set VELT_API_KEY and VELT_AUTH_TOKEN, or enter them in the connection settings.")},
    ErrorClass{
        CredentialsRejected,
        "credentials.rejected",
        ExitStatus::Credentials,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Credentials were rejected"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The auth token is not registered for this API key, or has expired."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Generate a token in the console and enter it; the sync goes on at the same cursor.")},
    ErrorClass{
        CredentialsUnusable,
        "credentials.unusable",
        ExitStatus::Credentials,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Credentials cannot be sent"),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "A key or token may hold visible ASCII characters only; anything else could forge a "
            "header."),
        QT_TRANSLATE_NOOP("ErrorClass", "Copy the value again, without line breaks or spaces.")},
    ErrorClass{NetworkUnreachable,
               "network.unreachable",
               ExitStatus::Network,
               true,
               QT_TRANSLATE_NOOP("ErrorClass", "The server cannot be reached"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "The connection was refused, reset, or the name did not resolve."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "Check the base URL, the network and the proxy; the cache still "
                                 "answers: File > Work Offline in the window, --offline on the "
                                 "command line.")},
    ErrorClass{
        NetworkTimeout,
        "network.timeout",
        ExitStatus::Network,
        true,
        QT_TRANSLATE_NOOP("ErrorClass", "The server took too long"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "No connection within 10 s, no first byte within 30 s or what a minute "
                          "of tries had left, a stall, or no end within 120 s."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Try again; what was fetched is kept and the sync resumes there.")},
    ErrorClass{NetworkTls,
               "network.tls",
               ExitStatus::Network,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The server's certificate is not trusted"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "The TLS certificate could not be verified, so nothing was sent."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "Check the address and the system's clock; add your own CA file "
                                 "if you run a TLS proxy.")},
    ErrorClass{
        NetworkRedirect,
        "network.redirect",
        ExitStatus::Network,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Redirect refused"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Redirects are never followed, since the keys would travel along."),
        QT_TRANSLATE_NOOP("ErrorClass", "Enter the final address as base URL, if you trust it.")},
    ErrorClass{
        NetworkBadAnswer,
        "network.bad-answer",
        ExitStatus::Network,
        true,
        QT_TRANSLATE_NOOP("ErrorClass", "The answer was not readable"),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "The body is empty, cut off, or no JSON envelope; often a proxy answers in the "
            "server's place."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Try again; if it stays so, open the base URL's host from this network and see who "
            "answers.")},
    ErrorClass{NetworkServerError,
               "network.server-error",
               ExitStatus::Network,
               true,
               QT_TRANSLATE_NOOP("ErrorClass", "The server failed"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "The server, or a proxy before it, answered with a 5xx status."),
               QT_TRANSLATE_NOOP("ErrorClass", "Try again later; what was fetched is kept.")},
    ErrorClass{
        NetworkTooLarge,
        "network.too-large",
        ExitStatus::Network,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The answer is too large"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "A body may have 64 MiB and its headers 256 KiB; more is not read."),
        QT_TRANSLATE_NOOP("ErrorClass", "Use a smaller --page-size.")},
    ErrorClass{
        NetworkRateLimited,
        "network.rate-limited",
        ExitStatus::Network,
        true,
        QT_TRANSLATE_NOOP("ErrorClass", "Rate limit reached"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The API limits requests per key and per address (RESOURCE_EXHAUSTED)."),
        QT_TRANSLATE_NOOP("ErrorClass", "Wait and resume; the sync goes on where it stopped.")},
    ErrorClass{NetworkDeadlineExceeded,
               "network.deadline-exceeded",
               ExitStatus::Network,
               true,
               QT_TRANSLATE_NOOP("ErrorClass", "The server ran out of time"),
               QT_TRANSLATE_NOOP("ErrorClass", "The API answered DEADLINE_EXCEEDED."),
               QT_TRANSLATE_NOOP("ErrorClass", "Try again, perhaps with a smaller --page-size.")},
    ErrorClass{
        ContractWrongExecution,
        "contract.wrong-execution",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Answer for another execution"),
        QT_TRANSLATE_NOOP("ErrorClass", "The page names another execution than the one asked for."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "Nothing of the page was stored as truth; report it to the API's operator.")},
    ErrorClass{
        ContractWrongType,
        "contract.wrong-type",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "A field has the wrong type"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The page's frame, a seq or a timestamp is not what the API documents."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Report it to the API's operator; a page of events is kept for "
                          "inspection.")},
    ErrorClass{
        ContractNotAscending,
        "contract.not-ascending",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Events are out of order"),
        QT_TRANSLATE_NOOP("ErrorClass", "Seqs within a page must rise."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The page is kept for inspection; report it to the API's operator.")},
    ErrorClass{
        ContractRepeatedSeq,
        "contract.repeated-seq",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "A seq is repeated"),
        QT_TRANSLATE_NOOP("ErrorClass", "Two events of one page claim the same seq."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The page is kept for inspection; report it to the API's operator.")},
    ErrorClass{
        ContractEventBelowSince,
        "contract.event-below-since",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "An event lies before the range asked for"),
        QT_TRANSLATE_NOOP("ErrorClass", "The page holds a seq at or below sinceSeq."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The page is kept for inspection; report it to the API's operator.")},
    ErrorClass{
        ContractEventAboveCursor,
        "contract.event-above-cursor",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "An event lies beyond the cursor"),
        QT_TRANSLATE_NOOP("ErrorClass", "The page holds a seq above its own nextCursor."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The page is kept for inspection; report it to the API's operator.")},
    ErrorClass{
        ContractStuckCursor,
        "contract.stuck-cursor",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Paging makes no progress"),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "A page's nextCursor lies before its sinceSeq, or is no further though more is to "
            "follow, or 1,000 pages in a row held no event."),
        QT_TRANSLATE_NOOP(
            "ErrorClass",
            "The sync stopped there; what was scanned is kept, and a new sync goes on there. "
            "Report it to the API's operator.")},
    ErrorClass{
        ContractChangedEvent,
        "contract.changed-event",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "An event has changed"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The API returned other content for a seq that is already stored."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "All versions are kept; compare them before trusting one.")},
    ErrorClass{
        ContractGoneEvent,
        "contract.gone-event",
        ExitStatus::Contract,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "An event is gone"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The API no longer returned an event that it had returned before."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The event is kept and marked; report it to the API's operator.")},
    ErrorClass{CacheNewerSchema,
               "cache.newer-schema",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The cache was written by a newer Gapline"),
               QT_TRANSLATE_NOOP(
                   "ErrorClass",
                   "Its schema version is higher than this program knows; it was left untouched."),
               QT_TRANSLATE_NOOP("ErrorClass", "Update Gapline, or use another file.")},
    ErrorClass{CacheForeignFile,
               "cache.foreign-file",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "Not a Gapline cache"),
               QT_TRANSLATE_NOOP(
                   "ErrorClass",
                   "The file is a database of another program, or no database at all; it was left "
                   "untouched."),
               QT_TRANSLATE_NOOP("ErrorClass", "Name another file with --cache.")},
    ErrorClass{
        CacheDamaged,
        "cache.damaged",
        ExitStatus::File,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The cache is damaged"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The file is no readable database, or its content fails its checksum."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Sync again: what is damaged is fetched anew, and a file that cannot be "
                          "read is set aside "
                          "first, under a new name.")},
    ErrorClass{CacheDiskFull,
               "cache.disk-full",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The disk is full"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "The cache could not grow; what was stored before is intact."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "Free some space and sync again; it resumes where it stopped.")},
    ErrorClass{CacheReadOnly,
               "cache.read-only",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The cache cannot be written"),
               QT_TRANSLATE_NOOP("ErrorClass", "The file or its folder is read-only."),
               QT_TRANSLATE_NOOP(
                   "ErrorClass",
                   "Change its permissions or name another file with --cache; reading goes on.")},
    ErrorClass{
        CacheBusy,
        "cache.busy",
        ExitStatus::File,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The cache is busy"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Another process held the cache for longer than the waiting time."),
        QT_TRANSLATE_NOOP("ErrorClass", "Try again; nothing was lost.")},
    ErrorClass{CacheUnsafePath,
               "cache.unsafe-path",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The cache file is not safe to open"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "It is a link, no regular file, or belongs to another user."),
               QT_TRANSLATE_NOOP("ErrorClass", "Name another file with --cache.")},
    ErrorClass{
        CacheInputOutput,
        "cache.input-output",
        ExitStatus::File,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "The cache could not be read or written"),
        QT_TRANSLATE_NOOP("ErrorClass", "The disk or file system reported an error."),
        QT_TRANSLATE_NOOP("ErrorClass", "Check the disk; what was stored before is intact.")},
    ErrorClass{
        CacheNotStored,
        "cache.not-stored",
        ExitStatus::File,
        false,
        QT_TRANSLATE_NOOP("ErrorClass", "Not in the cache"),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "The API was not asked, and this cache does not hold what was named."),
        QT_TRANSLATE_NOOP("ErrorClass",
                          "Check the name and whose cache it is. Executions come into it with a "
                          "sync, receivers' logs with an import.")},
    ErrorClass{FileUnreadable,
               "file.unreadable",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The file cannot be read"),
               QT_TRANSLATE_NOOP("ErrorClass", "It does not exist, or may not be read."),
               QT_TRANSLATE_NOOP("ErrorClass", "Check its name and permissions.")},
    ErrorClass{FileUnwritable,
               "file.unwritable",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The file cannot be written"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "The folder does not exist or is read-only, something else has "
                                 "this name, or the disk is full."),
               QT_TRANSLATE_NOOP("ErrorClass", "Choose another place or free some space.")},
    ErrorClass{FileMalformed,
               "file.malformed",
               ExitStatus::File,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The file is not what was expected"),
               QT_TRANSLATE_NOOP("ErrorClass", "Its content could not be understood."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "Check that it is the right file; the message names the place.")},
    ErrorClass{MissedWebhooks,
               "reconcile.missed",
               ExitStatus::MissedWebhooks,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "Webhooks were missed"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "reconcile --check found events that never reached the receiver."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "See the report; --recovery-pack writes the missed events.")},
    ErrorClass{ReplayNotTaken,
               "replay.not-taken",
               ExitStatus::Network,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "The receiver did not take a webhook"),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "It could not be reached, did not answer in time, or answered "
                                 "with another status than 2xx."),
               QT_TRANSLATE_NOOP("ErrorClass",
                                 "Check its address and whether it is up; the same replay goes on "
                                 "with what is left.")},
    ErrorClass{Cancelled,
               "cancelled",
               ExitStatus::Interrupted,
               false,
               QT_TRANSLATE_NOOP("ErrorClass", "Stopped"),
               QT_TRANSLATE_NOOP("ErrorClass", "The work was cancelled."),
               QT_TRANSLATE_NOOP("ErrorClass", "What was fetched is kept; start again to resume.")},
};

} // namespace

const ErrorClass &errorClass(ErrorId id)
{
    const auto found = std::ranges::find(kClasses, id, &ErrorClass::id);
    return found == kClasses.end() ? kClasses.front() : *found;
}

std::span<const ErrorClass> errorClasses()
{
    return kClasses;
}

} // namespace Gapline
