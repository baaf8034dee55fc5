// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/datasummary.h"

#include "core/domain/displaytext.h"
#include "core/report/eventslices.h"
#include "ui/models/jsonscan.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace Gapline {
namespace {

constexpr qsizetype kMostMembers = 12;
constexpr qsizetype kValueCharacters = 120;
constexpr qsizetype kNestedCharacters = 48;

struct KnownKey
{
    const char *key;
    const char *label;
    bool isLoud; ///< Quiet keys (ids, plumbing) are told only when there is nothing else to tell.
};

struct KnownType
{
    const char *type;
    std::span<const KnownKey> keys;
};

constexpr std::array kDispatched{KnownKey{"definitionId", "definition", true},
                                 KnownKey{"definitionVersion", "version", true},
                                 KnownKey{"rootStepIds", "rootStepIds", false}};
constexpr std::array kAwaiting{KnownKey{"waitingForReviewers", "waitingForReviewers", true},
                               KnownKey{"mandatoryCount", "mandatory", true},
                               KnownKey{"agentId", "agentId", true},
                               KnownKey{"agentExecutionId", "agentExecutionId", false},
                               KnownKey{"pollIntervalMs", "pollIntervalMs", false},
                               KnownKey{"resumeKey", "resumeKey", false}};
constexpr std::array kCompleted{KnownKey{"decision", "decision", true},
                                KnownKey{"source", "source", true},
                                KnownKey{"synthetic", "synthetic", true},
                                KnownKey{"aggregatorStatus", "aggregatorStatus", false},
                                KnownKey{"agentExecutionStatus", "agentExecutionStatus", false},
                                KnownKey{"nodeType", "nodeType", false},
                                KnownKey{"agentId", "agentId", false},
                                KnownKey{"agentExecutionId", "agentExecutionId", false}};
constexpr std::array kReason{KnownKey{"reason", "reason", true}, KnownKey{"actorId", "by", true}};
constexpr std::array kQuorum{KnownKey{"total", "total", true},
                             KnownKey{"quorum", "quorum", true},
                             KnownKey{"completedTotal", "completed", true},
                             KnownKey{"groupId", "groupId", false},
                             KnownKey{"expectedSteps", "expectedSteps", false}};
constexpr std::array kLoop{KnownKey{"iteration", "iteration", true},
                           KnownKey{"triggeredBy", "triggered by", true},
                           KnownKey{"lastRejectedBy", "rejected by", true},
                           KnownKey{"lastRejectionReason", "reason", true},
                           KnownKey{"loopId", "loopId", false}};

const std::array kTypes{KnownType{"execution.dispatched", kDispatched},
                        KnownType{"step.awaiting-approval", kAwaiting},
                        KnownType{"step.completed", kCompleted},
                        KnownType{"step.failed", kReason},
                        KnownType{"step.breached", kReason},
                        KnownType{"step.cancelled", kReason},
                        KnownType{"execution.cancelled", kReason},
                        KnownType{"group.quorum-met", kQuorum},
                        KnownType{"loop.iteration-started", kLoop},
                        KnownType{"loop.exhausted", kLoop}};

std::span<const KnownKey> knownKeys(QByteArrayView type)
{
    const auto *found = std::ranges::find_if(
        kTypes, [type](const KnownType &known) { return type == QByteArrayView(known.type); });
    return found == kTypes.end() ? std::span<const KnownKey>() : found->keys;
}

QString valueText(QByteArrayView value)
{
    if (value.startsWith('{') || value.startsWith('[')) {
        // Cut before decoding: a nested value may hold megabytes.
        return displayText(QString::fromUtf8(value.first(std::min(value.size(), qsizetype(512)))),
                           kNestedCharacters);
    }
    return displayText(jsonText(value.first(std::min(value.size(), qsizetype(4096)))),
                       kValueCharacters);
}

QString join(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString dataSummary(QByteArrayView type, QByteArrayView data)
{
    std::vector<JsonMember> members = jsonMembers(data, kMostMembers);
    if (members.empty())
        return data.isEmpty() || data == "null" || data == "{}" ? QString() : valueText(data);

    QStringList loud;
    QStringList quiet;
    for (const KnownKey &known : knownKeys(type)) {
        const auto member = std::ranges::find_if(
            members, [&known](const JsonMember &m) { return m.key == QLatin1String(known.key); });
        if (member == members.end())
            continue;
        (known.isLoud ? loud : quiet)
            << QString::fromLatin1(known.label) + u' ' + valueText(member->value);
        members.erase(member);
    }
    for (const JsonMember &member : members)
        loud << displayText(member.key, kNestedCharacters) + u' ' + valueText(member.value);
    return displayText(join(loud.isEmpty() ? quiet : loud));
}

QString eventSummary(QByteArrayView type, QByteArrayView rawEvent)
{
    return dataSummary(type, findEventSlices(rawEvent).data);
}

} // namespace Gapline
