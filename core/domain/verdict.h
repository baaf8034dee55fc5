// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace Gapline {

/// What the receiver's log says about one expected event: exactly one of these. NotExpected is no verdict: it
/// marks an event whose type is internal-only, which is never sent as a webhook.
enum class Verdict : quint8
{
    Delivered,
    Late,
    Rejected,
    Pending,
    Missed,
    NotSubscribed,
    NoEvidence,
    NotExpected,
};
inline constexpr int kVerdictCount = 7; ///< Without NotExpected.

/// In the order in which totals are listed.
inline constexpr std::array<Verdict, kVerdictCount> kVerdicts{Verdict::Delivered,
                                                              Verdict::Late,
                                                              Verdict::Rejected,
                                                              Verdict::Pending,
                                                              Verdict::Missed,
                                                              Verdict::NotSubscribed,
                                                              Verdict::NoEvidence};

/// Verdict of a log row that matches no expected event.
enum class RowVerdict : quint8
{
    Foreign, ///< Its execution is not in the cache.
    Unexpected, ///< The execution is known, but the API has no such event: hidden or never issued.
    Conflict, ///< The API has another event id at that seq.
    Forged, ///< Unexpected, and its signature is invalid.
};
inline constexpr int kRowVerdictCount = 4;

enum class SignatureVerdict : quint8
{
    NotChecked, ///< No secret was given.
    Valid,
    Invalid,
    Unverifiable, ///< No raw body or no signature was kept: never called invalid.
};

/// Stable texts for outputs and --verdict: "delivered", "not-subscribed"...
[[nodiscard]] QLatin1String verdictName(Verdict verdict);
[[nodiscard]] QLatin1String rowVerdictName(RowVerdict verdict);
[[nodiscard]] QLatin1String signatureVerdictName(SignatureVerdict verdict);
[[nodiscard]] std::optional<Verdict> findVerdict(QStringView name);
[[nodiscard]] std::optional<RowVerdict> findRowVerdict(QStringView name);

} // namespace Gapline
