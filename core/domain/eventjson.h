// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"

#include <QByteArrayView>

namespace Gapline {

/// The fields of one event that its columns do not hold, from its raw JSON. Explicit null and absent give the
/// same (api-contract.md, "What follows", 9). Errors: FileMalformed when the bytes are no JSON object.
[[nodiscard]] Result<EventFields> readEventFields(QByteArrayView raw);

/// JSON with the white space between tokens removed; every other byte, number and key order as it was.
[[nodiscard]] QByteArray compactJson(QByteArrayView json);

/// The same JSON indented by two spaces for reading; bytes of tokens and key order as they were. Text that is no
/// JSON comes back unchanged.
[[nodiscard]] QByteArray prettyJson(QByteArrayView json);

} // namespace Gapline
