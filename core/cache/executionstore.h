// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/execution.h"
#include "core/stream/cachedexecution.h"

#include <QList>
#include <QStringList>

namespace Gapline {

class Database;

/// What executions/get, executions/list and definitions/get said. Lives on the cache thread.
///
/// A list item (no steps) and a full view of one execution are kept apart: the item refreshes status and times,
/// and the steps stay as the last full view gave them, so that a list never loses what a get had brought.
class ExecutionStore
{
public:
    explicit ExecutionStore(Database &database)
        : m_database(database)
    { }

    /// In one transaction. Answers older than what is stored (by fetchedAt) are skipped.
    Result<void> storeExecutions(const QList<Execution> &executions, EpochMs fetchedAt);
    Result<void> storeDefinition(const Definition &definition, EpochMs fetchedAt);
    Result<std::optional<Execution>> loadExecution(const ExecutionId &executionId);
    /// Newest startedAt first; one that is not known is read from ids of the form exec_<ms>_…, or comes last.
    Result<QList<CachedExecution>> loadExecutions();
    /// Of all executions; in no particular order.
    Result<QList<StreamStanding>> loadStandings();
    Result<std::optional<Definition>> loadDefinition(const DefinitionId &definitionId);
    /// What fails its checksum and is therefore not shown, in words. Reads all of it.
    Result<QStringList> findDamaged();

private:
    Result<void> storeExecution(const Execution &execution, qint64 fetchedAt);
    Result<void> findDamagedViews(QStringList &problems);
    Result<void> findDamagedSteps(QStringList &problems);
    Result<void> findDamagedDefinitions(QStringList &problems);

    Database &m_database;
};

} // namespace Gapline
