// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gapline {

/// One well-mixed number out of two; the same everywhere (the finaliser of splitmix64).
[[nodiscard]] constexpr quint64 mixed(quint64 a, quint64 b)
{
    quint64 z = a + 0x9e3779b97f4a7c15ULL * (b + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// Seeded random numbers with distributions of our own: the standard library's differ between platforms, and a
/// scenario must come out the same on each of them.
class Dice
{
public:
    explicit constexpr Dice(quint64 seed)
        : m_state(seed)
    { }

    constexpr quint64 next() { return mixed(m_state++, 0); }
    /// From `low` to `high`, both included.
    constexpr qint64 between(qint64 low, qint64 high)
    {
        return low + qint64(next() % quint64(high - low + 1));
    }
    constexpr bool chance(int percent) { return between(1, 100) <= percent; }
    QByteArray base36(int length)
    {
        return text(length, "0123456789abcdefghijklmnopqrstuvwxyz", 36);
    }
    QByteArray hex(int length) { return text(length, "0123456789abcdef", 16); }

private:
    QByteArray text(int length, const char *alphabet, int size)
    {
        QByteArray out(length, Qt::Uninitialized);
        for (char &c : out)
            c = alphabet[between(0, size - 1)];
        return out;
    }

    quint64 m_state;
};

} // namespace Gapline
