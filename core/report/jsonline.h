// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Gapline {

/// Writes JSON on one line with the keys in the order they are given: QJsonObject would sort them, and round
/// integers. The caller keeps begin and end in pairs.
class JsonLine
{
public:
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QByteArrayView name);

    void value(const QString &text);
    void value(qint64 number);
    void value(bool isTrue);
    void null();

    template<typename T>
    void member(QByteArrayView name, const T &content)
    {
        key(name);
        value(content);
    }
    /// null when there is nothing.
    template<typename T>
    void member(QByteArrayView name, const std::optional<T> &content)
    {
        key(name);
        if (content)
            value(*content);
        else
            null();
    }

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    void separate();

    QByteArray m_text;
    bool m_needsComma = false;
};

} // namespace Gapline
