// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <vector>

namespace Gapline {

/// Interns UTF-8 texts that repeat many times (types, step ids): each text gets a small, stable index,
/// in order of first appearance. Value type.
class StringTable
{
public:
    quint32 intern(QByteArrayView text)
    {
        // fromRawData: look-ups of known texts, nearly all of them, allocate nothing.
        const auto found = m_indexes.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (found != m_indexes.cend())
            return *found;
        const QByteArray owned = text.toByteArray();
        const auto index = quint32(m_texts.size());
        m_texts.push_back(owned);
        m_indexes.insert(owned, index);
        return index;
    }

    [[nodiscard]] bool contains(QByteArrayView text) const
    {
        return m_indexes.contains(QByteArray::fromRawData(text.data(), text.size()));
    }
    [[nodiscard]] const QByteArray &at(quint32 index) const { return m_texts.at(index); }
    [[nodiscard]] quint32 size() const { return quint32(m_texts.size()); }
    [[nodiscard]] const std::vector<QByteArray> &texts() const { return m_texts; }

    friend bool operator==(const StringTable &a, const StringTable &b)
    {
        return a.m_texts == b.m_texts;
    }

private:
    std::vector<QByteArray> m_texts;
    QHash<QByteArray, quint32> m_indexes;
};

} // namespace Gapline
