// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/executioncomparison.h"
#include "core/domain/eventtype.h"

#include <QCoreApplication>
#include <QStringList>

namespace Gapline {

/// What a comparison of two executions says in words, the same on the page and in copies. Plain text, safe to show.
class CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)

public:
    /// "agent-draft › human-review".
    [[nodiscard]] static QString path(const QStringList &nodes);
    /// "completed · SLA breached"; for an absent visit "none" where that is proved, else "not seen".
    [[nodiscard]] static QString outcome(const std::optional<StepVisit> &visit, ProofLack lack);
    /// "3 m 12.002 s"; empty when not known.
    [[nodiscard]] static QString waited(const std::optional<StepVisit> &visit);
    /// What differs, or why that cannot be said; "same" when nothing does.
    [[nodiscard]] static QString
    difference(const ComparedStep &step, ProofLack lackOfA, ProofLack lackOfB);
    /// A sentence for each thing that is worth saying of the whole, what it covers last.
    [[nodiscard]] static QStringList summary(const ExecutionComparison &comparison);
    /// "completed · 2 h 5 m (start to end, by the API) · definition copy-approval version 3".
    [[nodiscard]] static QString run(const ComparedRun &run);

private:
    [[nodiscard]] static QString lack(ProofLack lack);
    [[nodiscard]] static QString coverage(const QString &name, const ComparedRun &run);
    [[nodiscard]] static QString counts(const ExecutionComparison &comparison);
    /// What the length was measured by.
    [[nodiscard]] static QString basis(const RunDuration &duration);
    [[nodiscard]] static QString durations(const ComparedRun &a, const ComparedRun &b);
    [[nodiscard]] static QString turns(const ComparedRun &a, const ComparedRun &b);
    [[nodiscard]] static QString breaches(const ComparedRun &a, const ComparedRun &b);
    [[nodiscard]] static QString definitions(const ComparedRun &a, const ComparedRun &b);
};

/// How a visit is drawn; Unknown for one that is not there or that executions/get alone tells of.
[[nodiscard]] EventCategory categoryOfVisit(const std::optional<StepVisit> &visit);

} // namespace Gapline
