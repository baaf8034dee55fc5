// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>
#include <utility>

namespace Gapline {

/// Position of an event inside one execution: 1, 2, 3... (api-contract.md, "Event"). Seq{0} is "before the
/// first", valid only as sinceSeq or cursor.
struct Seq
{
    qint64 value = 0;

    friend constexpr auto operator<=>(Seq, Seq) = default;
    [[nodiscard]] constexpr Seq next() const { return {value + 1}; }
    [[nodiscard]] constexpr Seq previous() const { return {value - 1}; }
};

/// Largest seq and timestamp that the API may send (api-contract.md, "What follows", 3).
inline constexpr qint64 kMaxSafeInteger = (qint64(1) << 53) - 1;

/// A run of seqs, both ends included; never empty.
struct SeqRange
{
    Seq first;
    Seq last;

    friend constexpr auto operator<=>(const SeqRange &, const SeqRange &) = default;
    [[nodiscard]] constexpr qint64 count() const { return last.value - first.value + 1; }
    [[nodiscard]] constexpr bool contains(Seq seq) const { return first <= seq && seq <= last; }
};

/// Text ids are distinct types, so that no step id is ever passed as an event id.
template<typename Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(QString text)
        : m_text(std::move(text))
    { }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const TextId &a, const TextId &b) { return a.m_text == b.m_text; }
    friend bool operator!=(const TextId &a, const TextId &b) { return !(a == b); }
    friend bool operator<(const TextId &a, const TextId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ExecutionId = TextId<struct ExecutionIdTag>;
using DefinitionId = TextId<struct DefinitionIdTag>;
using StepId = TextId<struct StepIdTag>;
using NodeId = TextId<struct NodeIdTag>;
using EventId = TextId<struct EventIdTag>;

} // namespace Gapline

Q_DECLARE_METATYPE(Gapline::Seq)
Q_DECLARE_METATYPE(Gapline::SeqRange)
Q_DECLARE_METATYPE(Gapline::ExecutionId)
