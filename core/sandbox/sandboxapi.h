// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Gapline {

class Scenario;

/// One request as HTTP brought it. Header values are empty when the header is absent.
struct SandboxRequest
{
    QByteArray method; ///< Upper case.
    QByteArray path; ///< "/v2/workflow/executions/getEvents"
    QByteArray apiKey; ///< x-velt-api-key
    QByteArray authToken; ///< x-velt-auth-token
    QByteArray body;
};

struct SandboxReply
{
    int httpStatus = 200;
    QByteArray body; ///< Always a JSON envelope.
};

/// What the sandbox accepts as x-velt-api-key and x-velt-auth-token.
inline constexpr char kSandboxKey[] = "sandbox-key";
inline constexpr char kSandboxToken[] = "sandbox-token";

/// The four calls of api-contract.md, to the letter, as a pure function of the scenario and its clock.
[[nodiscard]] SandboxReply answer(const Scenario &scenario, const SandboxRequest &request);

/// An error envelope.
[[nodiscard]] SandboxReply refusal(int httpStatus, QByteArrayView code, QByteArrayView message);

} // namespace Gapline
