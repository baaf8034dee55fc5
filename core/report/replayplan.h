// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/webhook.h"

#include <QFile>
#include <QLockFile>
#include <QSet>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Gapline {

/// What a receiver answered to one webhook that was sent again.
struct ReplayAnswer
{
    std::optional<int> httpStatus; ///< Nothing: none came.
    QString problem; ///< In words, when it is no success.

    [[nodiscard]] bool isAcknowledged() const
    {
        return httpStatus && *httpStatus >= 200 && *httpStatus <= 299;
    }
};

/// What was sent again, to which address and with which answer, as an NDJSON file that only grows: so a replay that
/// was stopped goes on where it ended. Each line is on the disk before the next webhook is sent. The address itself
/// is kept as a hash alone, since it may hold a token. One replay at a time: the file is locked while it is open.
class ReplayJournal
{
public:
    /// Makes the file (0600) when there is none. Errors: FileUnreadable, FileUnwritable; UsageInvalid while another
    /// replay holds it.
    [[nodiscard]] static Result<std::unique_ptr<ReplayJournal>> open(const QString &fileName,
                                                                     const QUrl &receiver);
    /// What a journal says without opening it to be written; empty when there is none. Errors: FileUnreadable.
    [[nodiscard]] static Result<QSet<QByteArray>> readTaken(const QString &fileName,
                                                            const QUrl &receiver);

    /// Keys (see keyOf()) that this receiver has acknowledged.
    [[nodiscard]] const QSet<QByteArray> &taken() const { return m_taken; }
    /// Errors: FileUnwritable.
    [[nodiscard]] Result<void> add(const Webhook &webhook, const ReplayAnswer &answer, EpochMs at);

    [[nodiscard]] static QByteArray keyOf(const Webhook &webhook);

private:
    ReplayJournal(const QString &fileName, const QByteArray &target);

    QByteArray m_target;
    QLockFile m_lock;
    QFile m_file;
    QSet<QByteArray> m_taken;
};

/// What a replay would do. Pure.
struct ReplayPlan
{
    std::vector<Webhook> webhooks; ///< To be sent, in (executionId, seq) order, each once.
    qint64 executions = 0; ///< Of these.
    qint64 alreadyTaken = 0; ///< Left out: the journal says that this receiver has them.
    double perSecond = 0;
    /// At least: answers may take longer.
    std::chrono::milliseconds duration{0};
};
[[nodiscard]] ReplayPlan
planReplay(std::vector<Webhook> webhooks, const QSet<QByteArray> &taken, double perSecond);

} // namespace Gapline
