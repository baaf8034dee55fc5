// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rowexport.h"

#include <QByteArray>

namespace Gapline {

/// Gathers small pieces, so that the device is written in large ones.
class PieceWriter
{
public:
    explicit PieceWriter(QIODevice &out)
        : m_out(out)
    { }

    void add(const QByteArray &piece)
    {
        constexpr qsizetype kLarge = 256 * 1024;
        m_pending += piece;
        if (m_pending.size() >= kLarge)
            flush();
    }
    Result<void> finish()
    {
        flush();
        return m_result;
    }

private:
    void flush()
    {
        if (m_result)
            m_result = writeAll(m_out, m_pending);
        m_pending.clear();
    }

    QIODevice &m_out;
    QByteArray m_pending;
    Result<void> m_result;
};

} // namespace Gapline
