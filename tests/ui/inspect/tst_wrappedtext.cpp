// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/wrappedtext.h"

#include <QFontDatabase>
#include <QImage>
#include <QTest>

using namespace Gapline;

namespace {

/// A widget with a text on it, as a screen of this scale shows it when the text begins so far down.
class ShownText
{
public:
    ShownText(double points, double scale, int top)
        : m_scale(scale)
        , m_text(&m_host)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, Qt::white);
        palette.setColor(QPalette::WindowText, Qt::black);
        m_host.setPalette(palette);
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(points);
        m_text.setFont(font);
        m_text.setText(QStringLiteral("step_agent-draft_lwofay__to__human-brand__"));
        const int width = m_text.fontMetrics().averageCharWidth() * 20;
        m_text.setGeometry(0, top, width, m_text.heightForWidth(width));
        m_host.resize(width, top + m_text.height() + kBelow);
    }

    [[nodiscard]] int lines() const { return m_text.height() / m_text.fontMetrics().height(); }

    [[nodiscard]] QImage picture()
    {
        QImage image((QSizeF(m_host.size()) * m_scale).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(m_scale);
        image.fill(Qt::white);
        m_host.render(&image);
        return image;
    }

    void makeRoom() { m_text.resize(m_text.width(), m_text.height() + kBelow); }

private:
    static constexpr int kBelow = 10;

    double m_scale;
    QWidget m_host;
    WrappedText m_text;
};

} // namespace

class tst_WrappedText : public QObject
{
    Q_OBJECT

private slots:
    void nothingOfTheLastLineIsCutOffAtAnyScale_data()
    {
        QTest::addColumn<double>("scale");
        for (const int percent : {100, 125, 150, 175, 200, 225, 300})
            QTest::addRow("%d %%", percent) << percent / 100.0;
    }

    void nothingOfTheLastLineIsCutOffAtAnyScale()
    {
        QFETCH(double, scale);
        for (const double points : {8.0, 9.0, 10.0, 13.0, 16.0}) {
            // Where it begins decides how the pixels of the screen round.
            for (int top = 0; top < 4; ++top) {
                ShownText shown(points, scale, top);
                QCOMPARE(shown.lines(), 3);
                const QImage asHighAsItWants = shown.picture();
                shown.makeRoom();
                QVERIFY2(asHighAsItWants == shown.picture(),
                         qPrintable(QStringLiteral("%1 pt, %2 down").arg(points).arg(top)));
            }
        }
    }
};

QTEST_MAIN(tst_WrappedText)
#include "tst_wrappedtext.moc"
