// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deliverylog/logformat.h"

#include <QIODevice>
#include <QStringDecoder>

#include <memory>
#include <optional>

namespace Gapline {

/// The bytes of a log as UTF-8 without a byte-order mark, whatever it was stored as: inflates gzip (several
/// members too) and decodes UTF-16 while it reads. Holds one chunk at a time. Single-threaded.
class LogBytes
{
public:
    /// `device` is open for reading and outlives this.
    explicit LogBytes(QIODevice &device);
    ~LogBytes();
    LogBytes(const LogBytes &) = delete;
    LogBytes &operator=(const LogBytes &) = delete;

    /// The next bytes, at most about 256 KiB; empty at the end or after a problem.
    [[nodiscard]] QByteArray read();
    /// Why reading ended before the end of the data: a damaged or cut gzip stream, a read error.
    [[nodiscard]] const std::optional<QString> &problem() const { return m_problem; }
    [[nodiscard]] bool isGzip() const { return m_inflater != nullptr; }
    [[nodiscard]] LogEncoding encoding() const { return m_encoding; }
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; } ///< Of the file, for progress.

private:
    class Inflater;

    [[nodiscard]] QByteArray readDevice();
    [[nodiscard]] QByteArray readInflated();

    QIODevice &m_device;
    std::unique_ptr<Inflater> m_inflater;
    QStringDecoder m_decoder;
    LogEncoding m_encoding = LogEncoding::Utf8;
    QByteArray m_lookAhead; ///< Read from the device to tell gzip from plain.
    qint64 m_bytesRead = 0;
    bool m_isAtStart = true;
    std::optional<QString> m_problem;
};

} // namespace Gapline
