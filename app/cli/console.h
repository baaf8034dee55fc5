// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QString>

namespace Gapline {

enum class Verbosity
{
    Quiet,
    Normal,
    Verbose,
};

/// A file descriptor as a device that takes everything or fails: waits where a pipe is full, goes on after
/// signals, and remembers when the reader has gone.
class DescriptorDevice final : public QIODevice
{
    Q_OBJECT

public:
    explicit DescriptorDevice(int descriptor, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// The reader closed its end (EPIPE): no failure of ours, and nothing to be said.
    [[nodiscard]] bool readerHasGone() const { return m_readerHasGone; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *bytes, qint64 count) override;

private:
    int m_descriptor;
    bool m_readerHasGone = false;
};

/// Standard output and standard error of the command line: results to the one, everything else to the other.
class Console
{
public:
    Console(int outDescriptor, int errorDescriptor);

    void setVerbosity(Verbosity verbosity) { m_verbosity = verbosity; }
    [[nodiscard]] Verbosity verbosity() const { return m_verbosity; }

    /// Unbuffered: write in large pieces.
    [[nodiscard]] DescriptorDevice &out() { return m_out; }
    [[nodiscard]] bool outIsTerminal() const { return m_outIsTerminal; }
    /// Characters in a line of the terminal; nothing when results go elsewhere, which are never shortened.
    [[nodiscard]] std::optional<int> outColumns() const;

    /// `text` and a line feed to standard output. False when it could not be written.
    bool print(const QString &text);

    /// "gapline: <message>", then cause, next step and id. Always shown.
    void showError(const Error &error);
    /// "gapline: <text>"; not with --quiet.
    void warn(const QString &text);
    /// Only with --verbose.
    void note(const QString &text);
    /// One line that the next progress replaces; on a terminal, or with --verbose as lines of their own. More
    /// than a few in a second are dropped, unless `isUrgent`. What is wider than the terminal loses its middle.
    void progress(const QString &text, bool isUrgent = false);
    /// Clears the progress line, if one stands.
    void endProgress();

private:
    void writeErrorLine(const QString &line);

    DescriptorDevice m_out;
    DescriptorDevice m_error;
    bool m_outIsTerminal;
    bool m_errorIsTerminal;
    bool m_hasProgressLine = false;
    QElapsedTimer m_sinceProgress;
    int m_outDescriptor;
    int m_errorDescriptor;
    Verbosity m_verbosity = Verbosity::Normal;
};

} // namespace Gapline
