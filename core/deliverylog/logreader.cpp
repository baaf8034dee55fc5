// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logreader.h"

#include "core/deliverylog/delimitedrow.h"
#include "core/deliverylog/logbytes.h"
#include "core/deliverylog/recordsplitter.h"
#include "core/domain/wording.h"

#include <QFile>

#include <algorithm>

namespace Gapline {
namespace {

constexpr qsizetype kRowsAtOnce = 1024;
constexpr qsizetype kBytesAtOnce = 1024 * 1024;

/// Where the object at the beginning of `text` ends; -1 when it does not.
qsizetype endOfObject(QByteArrayView text)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString) {
            i += c == '\\';
            isInString = c != '"';
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

QByteArrayView withoutMark(QByteArrayView text)
{
    text = text.trimmed();
    return text.sliced(text.startsWith("\xef\xbb\xbf") ? 3 : 0).trimmed();
}

class Reading
{
public:
    Reading(QIODevice &device,
            RowMapping &mapping,
            const QList<Secret> &secrets,
            const LogSinks &sinks)
        : m_bytes(device)
        , m_mapping(mapping)
        , m_verifier(secrets)
        , m_sinks(sinks)
    { }

    LogReading run(std::optional<qint64> maxRows = {})
    {
        QByteArray head = m_bytes.read();
        // A line of several chunks still tells its shape by its beginning.
        const ShapeGuess shape = guessShape(head);
        m_result.format = {m_bytes.isGzip(), m_bytes.encoding(), shape.shape, shape.delimiter};
        m_delimited.emplace(shape.delimiter);
        RecordSplitter splitter(m_bytes, std::move(head), shape);
        LogRecord record;
        while (!maxRows || m_result.rows < *maxRows) {
            if (!reportProgress()) {
                m_result.isCancelled = true;
                break;
            }
            if (!splitter.next(record))
                break;
            m_lastLine = record.line;
            readRecord(record);
            if (m_result.isForeign)
                break;
        }
        handOn();
        m_result.problem = m_bytes.problem().value_or(QString());
        if (m_bytes.problem())
            reject(m_lastLine, m_result.problem);
        for (const QByteArray &name : m_delimited->header())
            m_result.columns.append(QString::fromUtf8(name));
        return m_result;
    }

private:
    bool reportProgress()
    {
        constexpr qint64 kStep = 256 * 1024;
        if (!m_sinks.progress || m_bytes.bytesRead() < m_reported + kStep)
            return true;
        m_reported = m_bytes.bytesRead();
        return m_sinks.progress(m_reported);
    }

    void readRecord(const LogRecord &record)
    {
        if (!record.problem.isEmpty()) {
            reject(record.line, record.problem);
            return;
        }
        if (m_result.format.shape == LogShape::Delimited) {
            if (!m_delimited->hasHeader())
                return readHeader(record);
            const QString problem = m_delimited->read(record.bytes, m_values);
            if (!problem.isEmpty() || !m_values.empty()) // Otherwise a header again.
                readValues(record, problem, false);
            return;
        }
        QByteArrayView json = record.bytes;
        // Shippers put time and level in front of the object.
        const qsizetype brace = json.indexOf('{');
        if (brace > 0 && json.front() != '{' && json.front() != '"')
            json = json.sliced(brace);
        const QString problem = m_json.read(json, m_values);
        if (problem.isEmpty() || !readJoined(record, json))
            readValues(record, problem, true);
    }

    /// Where files were joined and one lacked its last line end, a line holds several objects: several rows.
    bool readJoined(const LogRecord &record, QByteArrayView json)
    {
        qsizetype end = endOfObject(json);
        if (end < 0 || !withoutMark(json.sliced(end)).startsWith('{'))
            return false;
        while (!json.isEmpty()) {
            const QByteArrayView object = end < 0 ? json : json.first(end);
            const QString problem = m_json.read(object, m_values);
            readValues(record, problem, true);
            json = withoutMark(json.sliced(object.size()));
            end = endOfObject(json);
        }
        return true;
    }

    /// Anything that is no JSON has a first line: only one that names a known field makes it a log.
    void readHeader(const LogRecord &record)
    {
        m_result.isForeign =
            !m_delimited->readHeader(record.bytes) || !m_mapping.knowsAnyOf(m_delimited->header());
        if (m_result.isForeign)
            reject(record.line, QStringLiteral("the header names no field that is known"));
    }

    void readValues(const LogRecord &record, const QString &problem, bool isJson)
    {
        if (!problem.isEmpty()) {
            reject(record.line,
                   record.isLast ? problem + QStringLiteral(" (the log ends in this row)")
                                 : problem);
            return;
        }
        MappedRow row = m_mapping.read(m_values, isJson);
        if (!row.problem.isEmpty()) {
            reject(record.line, row.problem);
            return;
        }
        row.delivery.line = record.line;
        ++m_result.rows;
        ++m_result.accepted;
        m_result.timesUnread += row.isTimeUnread;
        m_waitingBytes += row.delivery.body.size();
        m_waiting.push_back(std::move(row.delivery));
        if (qsizetype(m_waiting.size()) >= kRowsAtOnce || m_waitingBytes >= kBytesAtOnce)
            handOn();
    }

    /// Signatures are checked for many rows at once, on all cores.
    void handOn()
    {
        m_verifier.checkAll(m_waiting);
        if (m_sinks.delivery)
            std::ranges::for_each(m_waiting, m_sinks.delivery);
        m_waiting.clear();
        m_waitingBytes = 0;
    }

    void reject(qint64 line, const QString &reason)
    {
        ++m_result.rows;
        ++m_result.rejected;
        if (m_sinks.rejected)
            m_sinks.rejected({line, reason});
    }

    LogBytes m_bytes;
    RowMapping &m_mapping;
    SignatureVerifier m_verifier;
    const LogSinks &m_sinks;
    JsonRowReader m_json;
    std::optional<DelimitedRowReader> m_delimited;
    RowValues m_values;
    LogReading m_result;
    qint64 m_lastLine = 1;
    qint64 m_reported = 0;
    std::vector<Delivery> m_waiting; ///< For the check of their signatures.
    qsizetype m_waitingBytes = 0;
};

} // namespace

LogReading
readLog(QIODevice &device, RowMapping &mapping, const QList<Secret> &secrets, const LogSinks &sinks)
{
    return Reading(device, mapping, secrets, sinks).run();
}

LogPreview previewLog(QIODevice &device, RowMapping mapping)
{
    LogPreview preview;
    LogSinks sinks;
    sinks.delivery = [&preview](const Delivery &row) { preview.deliveries.push_back(row); };
    sinks.rejected = [&preview](const RejectedRow &row) { preview.rejected.push_back(row); };
    preview.reading = Reading(device, mapping, {}, sinks).run(kPreviewRows);
    preview.columns = mapping.columnsFound();
    return preview;
}

Result<LogReading> importLog(const QString &fileName,
                             RowMapping mapping,
                             const QList<Secret> &secrets,
                             DeliveryTable &table,
                             LogSinks sinks)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorId::FileUnreadable,
                       CoreText::tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
    }
    const int index = table.beginFile(fileName);
    sinks.delivery = [&table, next = sinks.delivery](const Delivery &row) {
        table.add(row);
        if (next)
            next(row);
    };
    const LogReading reading = readLog(file, mapping, secrets, sinks);
    if (reading.isForeign) {
        return failure(ErrorId::FileMalformed,
                       CoreText::tr("%1 is no receiver's log: it holds neither JSON objects nor a "
                                    "header with one of %2.")
                           .arg(fileName, rowFieldNames().join(QStringLiteral(", "))));
    }
    DeliveryFile &entry = table.file(index);
    entry.format = formatName(reading.format);
    entry.rows = reading.rows;
    entry.rejected = reading.rejected;
    entry.timesUnread = reading.timesUnread;
    return reading;
}

} // namespace Gapline
