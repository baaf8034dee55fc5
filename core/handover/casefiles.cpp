// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handover/casefiles.h"

#include <QSet>

namespace Gapline {
namespace {

CaseRecord recordOf(const Comparison &comparison)
{
    const ReconcileInput &input = comparison.input();
    CaseRecord record;
    for (const ReconcileExecution &execution : input.executions)
        record.compared.append(execution.stream->executionId().text());
    for (const ExecutionId &id : input.otherExecutions)
        record.others.append(id.text());
    record.others.sort();
    record.notRead = comparison.report().notRead;
    record.deliveries = input.deliveries;
    record.unreadable = comparison.report().unreadable;
    record.receiver = input.receiver;
    record.receiver.secrets.clear();
    return record;
}

std::vector<CaseVerdict> verdictsOf(const Comparison &comparison)
{
    std::vector<CaseVerdict> verdicts;
    const ReconcileReport report = comparison.report({});
    visitFindings(report, [&](const EventFinding &finding) {
        const EventStream &stream = *report.input.executions[finding.execution].stream;
        verdicts.push_back({stream.executionId(),
                            stream.seqAt(finding.event),
                            finding.verdict,
                            finding.attempts,
                            finding.receivedAt,
                            finding.duplicates});
        return true;
    });
    return verdicts;
}

} // namespace

Result<void> writeCase(const QString &fileName,
                       const Comparison &comparison,
                       Cache &cache,
                       const QStringList &notes,
                       bool isMasked,
                       EpochMs now)
{
    CaseRecord record = recordOf(comparison);
    record.notes = notes;
    record.isMasked = isMasked;
    record.createdAt = now;
    std::vector<CaseExecution> executions;
    QList<Definition> definitions;
    QSet<DefinitionId> seen;
    for (const ReconcileExecution &execution : comparison.input().executions) {
        CaseExecution entry;
        entry.stream = execution.stream;
        const auto view = cache.loadExecution(execution.stream->executionId()).result();
        if (!view)
            return Failure(view.error());
        entry.hasView = view->has_value();
        if (entry.hasView)
            entry.view = **view;
        executions.push_back(std::move(entry));
        if (execution.definitionId.isEmpty() || seen.contains(execution.definitionId))
            continue;
        seen.insert(execution.definitionId);
        const auto definition = cache.loadDefinition(execution.definitionId).result();
        if (!definition)
            return Failure(definition.error());
        if (*definition)
            definitions.append(**definition);
    }
    return writeCaseFile(
        fileName, record, executions, definitions, verdictsOf(comparison), [&cache](qint64 bodyId) {
            return cache.loadBody(bodyId).result();
        });
}

void restoreSet(ReconcileSet &set, const CaseRecord &record)
{
    set.notRead = record.notRead;
    set.others.clear();
    for (const QString &id : record.others)
        set.others.insert(ExecutionId(id));
}

} // namespace Gapline
