// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/tableformatter.h"
#include "core/domain/displaytext.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Gapline {
namespace {

std::optional<int> columnsOf(int terminal)
{
    winsize size{};
    if (::ioctl(terminal, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return std::nullopt;
    return size.ws_col;
}

} // namespace

DescriptorDevice::DescriptorDevice(int descriptor, QObject *parent)
    : QIODevice(parent)
    , m_descriptor(descriptor)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 DescriptorDevice::writeData(const char *bytes, qint64 count)
{
    qint64 done = 0;
    while (done < count) {
        const ssize_t written = ::write(m_descriptor, bytes + done, size_t(count - done));
        if (written >= 0) {
            done += written;
        } else if (errno == EAGAIN) {
            pollfd waiting{m_descriptor, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            m_readerHasGone = errno == EPIPE;
            setErrorString(QString::fromLocal8Bit(std::strerror(errno)));
            return -1;
        }
    }
    return done;
}

Console::Console(int outDescriptor, int errorDescriptor)
    : m_out(outDescriptor)
    , m_error(errorDescriptor)
    , m_outIsTerminal(::isatty(outDescriptor) == 1)
    , m_errorIsTerminal(::isatty(errorDescriptor) == 1)
    , m_outDescriptor(outDescriptor)
    , m_errorDescriptor(errorDescriptor)
{ }

std::optional<int> Console::outColumns() const
{
    return m_outIsTerminal ? columnsOf(m_outDescriptor) : std::nullopt;
}

bool Console::print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    return m_out.write(bytes) == bytes.size();
}

void Console::showError(const Error &error)
{
    endProgress();
    const ErrorClass &kind = error.kind();
    const QString message = error.message.isEmpty() ? QString::fromUtf8(kind.title) : error.message;
    writeErrorLine(QStringLiteral("gapline: ") + displayText(message, 2000));
    if (!error.details.isEmpty())
        writeErrorLine(QStringLiteral("  ") + displayText(error.details, 2000));
    if (m_verbosity != Verbosity::Quiet) {
        writeErrorLine(QStringLiteral("  ") + QString::fromUtf8(kind.cause));
        writeErrorLine(QStringLiteral("  ") + QString::fromUtf8(kind.nextStep));
    }
    writeErrorLine(QStringLiteral("  [%1]").arg(error.textId()));
}

void Console::warn(const QString &text)
{
    if (m_verbosity == Verbosity::Quiet)
        return;
    endProgress();
    // Further lines are indented, so that no text from outside can pass for a line of ours.
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines << displayText(line.trimmed(), 2000);
    writeErrorLine(QStringLiteral("gapline: ") + lines.join(QStringLiteral("\n  ")));
}

void Console::note(const QString &text)
{
    if (m_verbosity == Verbosity::Verbose)
        warn(text);
}

void Console::progress(const QString &text, bool isUrgent)
{
    const qint64 interval = m_errorIsTerminal ? 100 : 1000;
    const bool isTooSoon = m_sinceProgress.isValid() && m_sinceProgress.elapsed() < interval;
    if (m_verbosity == Verbosity::Quiet || (isTooSoon && !isUrgent))
        return;
    m_sinceProgress.start();
    if (m_errorIsTerminal) {
        // Back to the line's begin, and clear it: the progress never scrolls. One that wraps would leave a line behind.
        QString shown = displayText(text, 200);
        const std::optional<int> columns = columnsOf(m_errorDescriptor);
        if (columns && displayWidth(shown) >= *columns)
            shown = tableCell(shown, *columns - 1, false, Shortening::Middle);
        m_error.write("\r\x1b[K" + shown.toUtf8());
        m_hasProgressLine = true;
    } else if (m_verbosity == Verbosity::Verbose) {
        writeErrorLine(QStringLiteral("gapline: ") + displayText(text, 200));
    }
}

void Console::endProgress()
{
    if (m_hasProgressLine)
        m_error.write("\r\x1b[K");
    m_hasProgressLine = false;
}

void Console::writeErrorLine(const QString &line)
{
    m_error.write(line.toUtf8() + '\n');
}

} // namespace Gapline
