// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/verdict.h"

namespace Gapline {

QLatin1String verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Delivered:
        return QLatin1String("delivered");
    case Verdict::Late:
        return QLatin1String("late");
    case Verdict::Rejected:
        return QLatin1String("rejected");
    case Verdict::Pending:
        return QLatin1String("pending");
    case Verdict::Missed:
        return QLatin1String("missed");
    case Verdict::NotSubscribed:
        return QLatin1String("not-subscribed");
    case Verdict::NoEvidence:
        return QLatin1String("no-evidence");
    case Verdict::NotExpected:
        break;
    }
    return QLatin1String("not-expected");
}

QLatin1String rowVerdictName(RowVerdict verdict)
{
    switch (verdict) {
    case RowVerdict::Foreign:
        return QLatin1String("foreign");
    case RowVerdict::Unexpected:
        return QLatin1String("unexpected");
    case RowVerdict::Conflict:
        return QLatin1String("conflict");
    case RowVerdict::Forged:
        break;
    }
    return QLatin1String("forged");
}

QLatin1String signatureVerdictName(SignatureVerdict verdict)
{
    switch (verdict) {
    case SignatureVerdict::Valid:
        return QLatin1String("valid");
    case SignatureVerdict::Invalid:
        return QLatin1String("invalid");
    case SignatureVerdict::Unverifiable:
        return QLatin1String("unverifiable");
    case SignatureVerdict::NotChecked:
        break;
    }
    return QLatin1String("not-checked");
}

std::optional<Verdict> findVerdict(QStringView name)
{
    for (const Verdict verdict : kVerdicts) {
        if (name == verdictName(verdict))
            return verdict;
    }
    return std::nullopt;
}

std::optional<RowVerdict> findRowVerdict(QStringView name)
{
    for (int i = 0; i < kRowVerdictCount; ++i) {
        if (name == rowVerdictName(RowVerdict(i)))
            return RowVerdict(i);
    }
    return std::nullopt;
}

} // namespace Gapline
