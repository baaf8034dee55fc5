// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace Gapline {

/// A growing list of UTF-8 texts in one block: about 8 bytes a text beside its characters, where a QByteArray
/// each takes 48. Value type.
class TextColumn
{
public:
    void append(QByteArrayView text)
    {
        m_bytes.append(text);
        m_ends.push_back(m_bytes.size());
    }
    void removeLast()
    {
        m_ends.pop_back();
        m_bytes.truncate(m_ends.empty() ? 0 : m_ends.back());
    }
    void reserve(qsizetype count, qsizetype bytes)
    {
        m_ends.reserve(size_t(count));
        m_bytes.reserve(bytes);
    }

    [[nodiscard]] qsizetype count() const { return qsizetype(m_ends.size()); }
    [[nodiscard]] QByteArrayView at(qsizetype index) const
    {
        const qsizetype begin = index == 0 ? 0 : m_ends[size_t(index - 1)];
        return QByteArrayView(m_bytes).sliced(begin, m_ends[size_t(index)] - begin);
    }

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

} // namespace Gapline
