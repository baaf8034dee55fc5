// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gapline {

/// A value that must not be shown: no stream, debug or string conversion, on purpose (trust.md, "Secrets").
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    { }

    /// For the one place that sends or stores it.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    /// Visible ASCII only: anything else could forge a header.
    [[nodiscard]] bool isSendable() const;

private:
    QByteArray m_value;
};

} // namespace Gapline
