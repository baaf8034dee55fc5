// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Gapline {

/// Reads and checks the fields of one request's `data`, as a schema would: what is wrong is gathered, one issue a
/// field. Explicit null stands for absent.
class RequestFields
{
public:
    explicit RequestFields(const QJsonObject &data)
        : m_data(data)
    { }

    /// Must be there, a string, and not empty.
    QByteArray requiredString(const char *name);
    std::optional<QByteArray> optionalString(const char *name);
    /// A whole number within the bounds (both included); `fallback` when absent.
    qint64 integer(const char *name, qint64 low, qint64 high, qint64 fallback);
    /// Says that a field that was read is wrong all the same.
    void refuse(const char *name, const char *code, const QByteArray &message);

    [[nodiscard]] bool isSound() const { return m_issues.isEmpty(); }
    /// The message of the first issue, with the field's name unless it is a plain "Required".
    [[nodiscard]] const QByteArray &message() const { return m_message; }
    /// `details.issues` as JSON.
    [[nodiscard]] QByteArray issues() const { return '[' + m_issues + ']'; }

private:
    const QJsonObject &m_data;
    QByteArray m_message;
    QByteArray m_issues;
};

} // namespace Gapline
