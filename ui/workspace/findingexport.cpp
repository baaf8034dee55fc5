// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/findingexport.h"

#include "core/domain/wording.h"
#include "core/report/findingreport.h"
#include "core/report/recoverypack.h"
#include "core/report/samefile.h"

#include <QSaveFile>

namespace Gapline {
namespace {

Failure unwritable(const QSaveFile &file)
{
    return failure(
        ErrorId::FileUnwritable,
        CoreText::tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
}

/// A log is evidence: what is made from it never takes its place.
Result<void> checkLogsAreKept(const FindingExport &request, const DeliveryTable &deliveries)
{
    const bool isPack = request.format == FindingFormat::RecoveryPack;
    const QStringList written =
        isPack ? recoveryPackFiles(request.target) : QStringList{request.target};
    for (const DeliveryFile &log : deliveries.files()) {
        for (const QString &file : written) {
            if (isSameFile(file, log.name)) {
                return failure(ErrorId::FileUnwritable,
                               (isPack ? CoreText::tr("%1 is a log that was compared, and would be "
                                                      "replaced. Choose another folder.")
                                       : CoreText::tr("%1 is a log that was compared, and would be "
                                                      "replaced. Choose another name."))
                                   .arg(log.name));
            }
        }
    }
    return {};
}

qint64 listedCount(const ReconcileReport &report)
{
    qint64 count = 0;
    for (const Verdict verdict : kVerdicts) {
        if (report.filter.shows(verdict))
            count += report.result.totals.of(verdict);
    }
    for (const RowFinding &row : report.result.rows)
        count += report.filter.shows(row.verdict);
    return count;
}

Result<void>
writeTo(QIODevice &device, const ReconcileReport &report, FindingFormat format, TimeZoneChoice zone)
{
    switch (format) {
    case FindingFormat::Csv:
        return writeReconcileCsv(report, device);
    case FindingFormat::Ndjson:
        return writeReconcileNdjson(report, device);
    case FindingFormat::Json:
        return writeReconcileJson(report, device);
    case FindingFormat::Html:
    case FindingFormat::RecoveryPack:
        break;
    }
    return writeFindingHtml(report, zone, device);
}

} // namespace

Result<qint64> writeFindings(const Comparison &comparison,
                             const FindingExport &request,
                             const PayloadSource &payloads)
{
    if (const auto kept = checkLogsAreKept(request, *comparison.input().deliveries); !kept)
        return Failure(kept.error());
    const ReconcileReport report = comparison.report(request.filter);
    if (request.format == FindingFormat::RecoveryPack)
        return writeRecoveryPack(report, payloads, request.target);
    QSaveFile file(request.target);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    if (const auto written = writeTo(file, report, request.format, request.zone); !written)
        return Failure(written.error());
    if (!file.commit())
        return unwritable(file);
    return listedCount(report);
}

} // namespace Gapline
