// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/delivery.h"
#include "core/domain/execution.h"
#include "core/domain/receiver.h"
#include "core/stream/eventstream.h"
#include "core/stream/segmentbody.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace Gapline {

/// A case file is one SQLite file to hand on: a cache (cachefile.h) of the executions compared, which opens read-only
/// like any cache, and beside it the receiver's rows, what was assumed of the receiver, the verdicts and notes. Whoever
/// opens it compares again and comes to the same numbers, without credentials and without the log. It holds no
/// secret: those of the receiver are left out, and payload values that may be one are masked (jsonmask.h) unless
/// asked otherwise.

/// One verdict, for readers of the file that are not Gapline.
struct CaseVerdict
{
    ExecutionId executionId;
    Seq seq;
    Verdict verdict = Verdict::Missed;
    qint64 attempts = 0;
    std::optional<EpochMs> receivedAt;
    qint64 duplicates = 0;
};

/// What a comparison rested on.
struct CaseRecord
{
    QStringList compared; ///< Execution ids, in the order compared.
    QStringList others; ///< Known, but not compared.
    QStringList notRead; ///< Known, but nothing of them was scanned.
    DeliveryTablePtr deliveries; ///< Never null.
    std::vector<UnreadableRow> unreadable;
    ReceiverProfile receiver; ///< Without secrets.
    QStringList notes;
    bool isMasked = true;
    EpochMs createdAt;
};

/// One execution to be written.
struct CaseExecution
{
    Execution view; ///< With steps where executions/get has answered.
    bool hasView = false;
    EventStreamPtr stream; ///< Never null.
};

/// Writes the file whole or not at all; a case file that is there is replaced, any other file refused. Blocks; thread: any. Errors: those of `bodies`,
/// the Cache* ids, FileUnwritable.
[[nodiscard]] Result<void>
writeCaseFile(const QString &fileName,
              const CaseRecord &record,
              const std::vector<CaseExecution> &executions,
              const QList<Definition> &definitions,
              const std::vector<CaseVerdict> &verdicts,
              const std::function<Result<SegmentBodyPtr>(qint64 bodyId)> &bodies);

/// Reads what stands beside the cache. Blocks; thread: any. Errors: those of caseFileError(); FileMalformed for one whose
/// rows were changed since.
[[nodiscard]] Result<CaseRecord> readCaseFile(const QString &fileName);

/// Why `fileName` cannot be opened as a case file, said of one: what is true of a cache, that it can be fetched again or
/// that another is named with --cache, is not true of it. `why`: what opening it as a cache said. FileUnreadable where
/// there is none that may be read, FileMalformed for what is no case file or a damaged one; `why` itself for the rest.
[[nodiscard]] Error caseFileError(const QString &fileName, const Error &why);

} // namespace Gapline
