// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gapline {

/// A number, grouped as the locale groups it, with its noun: "1 event", "2,000 events". For sentences that are otherwise
/// the same with one and with many.
class CountedText
{
    Q_DECLARE_TR_FUNCTIONS(Gapline::CountedText)

public:
    [[nodiscard]] static QString events(qint64 count);
    [[nodiscard]] static QString seqs(qint64 count);
    [[nodiscard]] static QString internalSeqs(qint64 count);
    [[nodiscard]] static QString rows(qint64 count);
    [[nodiscard]] static QString webhooks(qint64 count);
    [[nodiscard]] static QString executions(qint64 count);
    [[nodiscard]] static QString requests(qint64 count);
};

} // namespace Gapline
