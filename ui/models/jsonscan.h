// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Gapline {

// Looking into raw JSON without changing it: slices of the evidence, numbers as they are written. Forgiving on
// purpose, because flagged payloads are looked at too: what cannot be read ends the walk. Pure; any thread.

/// One member of an object. `value` is a slice of the scanned bytes.
struct JsonMember
{
    QString key;
    QByteArrayView value;
};

/// The members of an object in their own order, `limit` at most; empty for anything else than an object.
[[nodiscard]] std::vector<JsonMember> jsonMembers(QByteArrayView object, qsizetype limit = 1024);
/// The text of a JSON string with its escapes resolved; any other value as it is written.
[[nodiscard]] QString jsonText(QByteArrayView value);

} // namespace Gapline
