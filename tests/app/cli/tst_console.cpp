// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/tableformatter.h"

#include <QTest>

#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Gapline;

namespace {

/// A terminal whose other end is read here.
class Terminal
{
public:
    explicit Terminal(unsigned short columns)
    {
        winsize size{};
        size.ws_row = 24;
        size.ws_col = columns;
        if (::openpty(&m_here, &m_there, nullptr, nullptr, &size) != 0)
            m_here = m_there = -1;
    }
    ~Terminal()
    {
        ::close(m_there);
        ::close(m_here);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    [[nodiscard]] int descriptor() const { return m_there; }
    [[nodiscard]] QString shown() const
    {
        QByteArray bytes(4096, '\0');
        bytes.resize(std::max<ssize_t>(0, ::read(m_here, bytes.data(), size_t(bytes.size()))));
        return QString::fromUtf8(bytes);
    }

private:
    int m_here = -1;
    int m_there = -1;
};

} // namespace

class tst_Console : public QObject
{
    Q_OBJECT

private slots:
    void aProgressLineIsNoWiderThanTheTerminal()
    {
        const QString text =
            QStringLiteral("exec_1: The server cannot be reached. Trying again in 2.0 s.");
        const QString clear = QStringLiteral("\r\x1b[K");
        for (const int columns : {40, 60, 61, 200}) {
            const Terminal terminal{static_cast<unsigned short>(columns)};
            QVERIFY(::isatty(terminal.descriptor()));
            Console console(terminal.descriptor(), terminal.descriptor());
            console.progress(text);
            const QString shown = terminal.shown();
            QVERIFY(shown.startsWith(clear));
            const QString line = shown.mid(clear.size());
            // A line that fills the last column has wrapped on some terminals.
            QVERIFY2(displayWidth(line) < columns, qPrintable(line));
            QVERIFY2(line.startsWith(QStringLiteral("exec_1: ")), qPrintable(line));
            QVERIFY2(line.endsWith(QStringLiteral("in 2.0 s.")), qPrintable(line));
            QCOMPARE(line == text, columns > text.size());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Console)
#include "tst_console.moc"
