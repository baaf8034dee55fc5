// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/deliverylog/logformat.h"
#include "core/deliverylog/rowmapping.h"
#include "core/deliverylog/signature.h"
#include "core/domain/delivery.h"

#include <QIODevice>

#include <functional>
#include <vector>

namespace Gapline {

/// A row that could not be read.
struct RejectedRow
{
    qint64 line = 0;
    QString reason;
};

/// How reading one log went. rows = accepted + rejected, always; the header of a delimited log counts only when it is
/// rejected.
struct LogReading
{
    LogFormat format;
    qint64 rows = 0;
    qint64 accepted = 0;
    qint64 rejected = 0;
    qint64 timesUnread = 0; ///< Accepted rows whose time could not be read.
    QStringList columns; ///< Of a delimited log: its header.
    bool isForeign = false; ///< No log: a header without any known field, where reading ended.
    bool isCancelled = false;
    QString
        problem; ///< Why there may be rows behind the last one, which nobody has read; empty when there are none.
};

/// Who takes what is read. Each is called on the reader's thread; an empty one is skipped.
struct LogSinks
{
    std::function<void(const Delivery &)> delivery;
    std::function<void(const RejectedRow &)> rejected;
    /// Bytes of the file read so far, about every 256 KiB; false cancels.
    std::function<bool(qint64 bytesRead)> progress;
};

/// Reads a whole log from `device`, which is open for reading; form, compression and encoding are told from
/// its content. Bad rows are reported with line and reason and never stop it; memory does not grow with the
/// file. With secrets, each row's signature is checked. Pure but for the sinks; thread: any.
[[nodiscard]] LogReading readLog(QIODevice &device,
                                 RowMapping &mapping,
                                 const QList<Secret> &secrets,
                                 const LogSinks &sinks);

/// The first rows of a log and the mapping that was found, to be shown before an import.
struct LogPreview
{
    LogReading reading;
    std::vector<Delivery> deliveries;
    std::vector<RejectedRow> rejected;
    QMap<RowField, QByteArray> columns; ///< Field → column it was read from.
};
inline constexpr int kPreviewRows = 20;
[[nodiscard]] LogPreview previewLog(QIODevice &device, RowMapping mapping);

/// Reads one file into the table, under a file entry of its own.
/// Errors: FileUnreadable when it cannot be opened, FileMalformed when it is no log at all.
[[nodiscard]] Result<LogReading> importLog(const QString &fileName,
                                           RowMapping mapping,
                                           const QList<Secret> &secrets,
                                           DeliveryTable &table,
                                           LogSinks sinks = {});

} // namespace Gapline
