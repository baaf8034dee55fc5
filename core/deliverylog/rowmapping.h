// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/deliverylog/jsonrow.h"
#include "core/domain/delivery.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Gapline {

/// What a log row may tell (reconcile.md, "Receiver logs").
enum class RowField : quint8
{
    ReceivedAt,
    Status,
    Attempt,
    Event, ///< Its id.
    Execution, ///< Its id.
    Position, ///< The seq.
    Type,
    Body,
    Signature,
    MessageId, ///< webhook-id: the event's id too, unless the advanced scheme made it ("msg_...").
    MessageTime, ///< webhook-timestamp, which the advanced scheme signs.
};
inline constexpr int kRowFieldCount = 11;

/// "receivedAt", "status"... as in --map FIELD=COLUMN.
[[nodiscard]] QLatin1String rowFieldName(RowField field);
[[nodiscard]] QStringList rowFieldNames();
[[nodiscard]] std::optional<RowField> findRowField(QStringView name);

/// What became of one row.
struct MappedRow
{
    Delivery delivery;
    bool isTimeUnread = false; ///< receivedAt is there, but it is no time that can be.
    QString problem; ///< Not empty: the row is rejected.
};

/// Turns the values of a row into a delivery. A row is a webhook body, an event as the API sends it, or a log
/// record that may hold a body; names are matched without regard to case, "-" and "_", and below wrappers such
/// as `headers` or `request`. What the body holds fills what the record lacks. Single-threaded.
class RowMapping
{
public:
    RowMapping();
    /// `corrections`: field → column or path; a corrected field is read from there alone.
    /// Errors: UsageInvalid for an unknown field or an empty column.
    [[nodiscard]] static Result<RowMapping> corrected(const QMap<QString, QString> &corrections);

    /// `isJson`: the row is an object of its own, so that it may be a webhook body.
    [[nodiscard]] MappedRow read(const RowValues &values, bool isJson);

    /// Whether a delimited log with these columns can tell anything at all.
    [[nodiscard]] bool knowsAnyOf(const QList<QByteArray> &columns);

    /// Which columns gave a value so far, for previews: field → column.
    [[nodiscard]] const QMap<RowField, QByteArray> &columnsFound() const { return m_found; }

private:
    struct Match
    {
        RowField field = RowField::ReceivedAt;
        int rank = 0; ///< Of several columns for one field, the lowest wins.
    };
    struct Found;

    [[nodiscard]] std::optional<Match> match(const RowValue &value);
    [[nodiscard]] Found find(const RowValues &values);
    [[nodiscard]] static bool isStatusOfDelivery(const Found &found);
    void readBody(const RowValue &value, MappedRow &row);

    QHash<QByteArray, std::optional<Match>> m_matches; ///< By path, remembered from row to row.
    QMap<RowField, QByteArray> m_corrections;
    QMap<RowField, QByteArray> m_found;
    std::shared_ptr<JsonRowReader> m_bodyReader;
};

/// A time as logs write it: epoch s, ms, µs or ns told apart by magnitude (also with a fraction), ISO 8601
/// (without an offset: UTC), or "28/Apr/2026:11:16:02 +0000". None outside the years 2000 to 2100.
[[nodiscard]] std::optional<EpochMs> parseLogTime(QByteArrayView text);

} // namespace Gapline
