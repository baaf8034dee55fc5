// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"

#include "app/look.h"
#include "app/lookpainting.h"
#include "app/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

using namespace Gapline;

namespace {

const std::array<std::pair<QString, QPalette>, 2> &themes()
{
    static const std::array<std::pair<QString, QPalette>, 2> kThemes{
        {{QStringLiteral("light"), lightPalette()}, {QStringLiteral("dark"), darkPalette()}}};
    return kThemes;
}

qint64 pixelsOf(const QImage &picture, const QColor &color)
{
    qint64 count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

QImage pictureOf(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The colours in the middles of its four edges.
QSet<QRgb> edgesOf(QWidget &widget)
{
    const QImage picture = pictureOf(widget);
    const int right = picture.width() - 1;
    const int bottom = picture.height() - 1;
    return {picture.pixel(0, bottom / 2),
            picture.pixel(right, bottom / 2),
            picture.pixel(right / 2, 0),
            picture.pixel(right / 2, bottom)};
}

using Field = std::pair<QString, std::shared_ptr<QWidget>>;

/// One of each kind that dialogs have.
std::vector<Field> fields()
{
    const auto editable = std::make_shared<QComboBox>();
    editable->setEditable(true);
    return {{QStringLiteral("line"), std::make_shared<QLineEdit>()},
            {QStringLiteral("choice"), std::make_shared<QComboBox>()},
            {QStringLiteral("editable choice"), editable},
            {QStringLiteral("number"), std::make_shared<QSpinBox>()},
            {QStringLiteral("fraction"), std::make_shared<QDoubleSpinBox>()},
            {QStringLiteral("plain text"), std::make_shared<QPlainTextEdit>()},
            {QStringLiteral("rich text"), std::make_shared<QTextEdit>()},
            {QStringLiteral("list"), std::make_shared<QListWidget>()},
            {QStringLiteral("table"), std::make_shared<QTableView>()}};
}

/// Of any pixel across its middle, with the window's ground.
double mostContrast(QWidget &widget, const QPalette &palette)
{
    const QImage picture = pictureOf(widget);
    double most = 1;
    for (int x = 0; x < picture.width(); ++x) {
        const QColor pixel = picture.pixelColor(x, picture.height() / 2);
        most = std::max(most, contrast(pixel, palette.color(QPalette::Window)));
    }
    return most;
}

} // namespace

class tst_Look : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Look); // Which takes it over.
    }

    void theWordsOfAProblemCanBeReadInBothThemes()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QLabel label(QStringLiteral("There is no such seq."));
            label.setObjectName(QStringLiteral("problem"));
            label.ensurePolished();
            const QColor words = label.palette().color(QPalette::WindowText);
            QCOMPARE(words, toneColors(palette).problem);
            QVERIFY2(contrast(words, palette.color(QPalette::Window)) >= 4.5, qPrintable(name));
        }
    }

    void aBannerHasTheGroundOfItsToneAndItsWordsCanBeRead()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QFrame banner;
            banner.setObjectName(QStringLiteral("banner"));
            banner.resize(200, 40);
            const ToneColors tones = toneColors(palette);
            const QList<std::pair<QString, QColor>> wanted{
                {QStringLiteral("notice"), palette.color(QPalette::AlternateBase)},
                {QStringLiteral("retry"), tones.retry},
                {QStringLiteral("error"), tones.error}};
            for (const auto &[tone, ground] : wanted) {
                banner.setProperty("tone", tone);
                QCOMPARE(pictureOf(banner).pixelColor(100, 20), ground);
                QVERIFY2(contrast(palette.color(QPalette::WindowText), ground) >= 4.5,
                         qPrintable(name + QLatin1String(": ") + tone));
            }
        }
    }

    void anEmptyCheckBoxIsSeenInBothThemes()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QCheckBox box;
            QVERIFY2(mostContrast(box, palette) >= 3, qPrintable(name));
        }
    }

    void aRadioButtonThatIsNotChosenIsSeenInBothThemes()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QRadioButton button;
            QVERIFY2(mostContrast(button, palette) >= 3, qPrintable(name));
        }
    }

    void everyFieldHasTheFrameOfALineEdit()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            for (const auto &[kind, field] : fields()) {
                field->resize(200, std::max(60, field->sizeHint().height()));
                QCOMPARE(edgesOf(*field), QSet<QRgb>{palette.color(QPalette::Mid).rgb()});
            }
        }
    }

    void everyFieldWithTheFocusHasTheAccentAroundIt()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QWidget window;
            auto *layout = new QVBoxLayout(&window);
            const auto all = fields();
            for (const auto &[kind, field] : all)
                layout->addWidget(field.get());
            window.show();
            QApplication::setActiveWindow(&window);
            QVERIFY(QTest::qWaitForWindowActive(&window));
            for (const auto &[kind, field] : all) {
                field->setFocus();
                QTRY_VERIFY2(field->hasFocus(), qPrintable(kind));
                for (const auto &[other, beside] : all)
                    QVERIFY2((edgesOf(*beside) == QSet<QRgb>{palette.color(QPalette::Link).rgb()})
                                 == (beside == field),
                             qPrintable(name + u' ' + kind + u' ' + other));
            }
            for (const auto &[kind, field] : all)
                field->setParent(nullptr);
        }
    }

    void fieldsOfOneLineAreAsHighAsALineEdit()
    {
        const QLineEdit line;
        QComboBox choice;
        choice.addItem(QStringLiteral("one"));
        QComboBox editable;
        editable.setEditable(true);
        const QSpinBox number;
        QCOMPARE(choice.sizeHint().height(), line.sizeHint().height());
        QCOMPARE(editable.sizeHint().height(), line.sizeHint().height());
        QCOMPARE(number.sizeHint().height(), line.sizeHint().height());
    }

    void menusAndTheListsBelowComboBoxesAreSeenToEnd()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            const auto expectFrame = [&theme = name, &colors = palette](QWidget &popup) {
                const QSet<QRgb> edges = edgesOf(popup);
                QCOMPARE(edges.size(), 1);
                for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base})
                    QVERIFY2(contrast(QColor(*edges.cbegin()), colors.color(ground)) >= 1.5,
                             qPrintable(theme));
            };
            QMenu menu;
            menu.addAction(QStringLiteral("Copy"));
            menu.resize(menu.sizeHint());
            expectFrame(menu);
            for (const bool isEditable : {false, true}) {
                QComboBox box;
                box.setEditable(isEditable);
                box.addItem(QStringLiteral("one"));
                box.show();
                box.showPopup();
                expectFrame(*box.view()->window());
                box.hidePopup();
            }
        }
    }

    void aDefaultButtonIsAccentedOnlyWhileItCanBePressed()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QDialog dialog;
            auto *button = new QPushButton(QStringLiteral("Send"), &dialog);
            button->setDefault(true);
            dialog.show();
            QCOMPARE(edgesOf(*button), QSet<QRgb>{palette.color(QPalette::Link).rgb()});
            button->setEnabled(false);
            QCOMPARE(edgesOf(*button), QSet<QRgb>{palette.color(QPalette::Mid).rgb()});
        }
    }

    void aLinkIsBoldAndHasTheColourOfLinks()
    {
        for (const auto &[name, palette] : themes()) {
            QApplication::setPalette(palette);
            QToolButton link;
            link.setText(QStringLiteral("████"));
            link.setProperty("look", QStringLiteral("link"));
            const QImage picture = pictureOf(link);
            QCOMPARE(link.font().weight(), int(QFont::DemiBold));
            QVERIFY2(pixelsOf(picture, palette.color(QPalette::Link)) > 20, qPrintable(name));
        }
    }

    void aButtonThatFollowsSaysSoByItsColour()
    {
        QApplication::setPalette(lightPalette());
        QToolButton follow;
        follow.setText(QStringLiteral("Follow"));
        const ToneColors tones = toneColors(lightPalette());
        follow.setProperty("look", QStringLiteral("field"));
        QCOMPARE(pixelsOf(pictureOf(follow), tones.goodGround), 0);
        follow.setProperty("follow", QStringLiteral("on"));
        QVERIFY(pixelsOf(pictureOf(follow), tones.goodGround) > 100);
        follow.setProperty("follow", QStringLiteral("paused"));
        QVERIFY(pixelsOf(pictureOf(follow), tones.retry) > 100);
    }

    void theFieldWithTheFocusHasTheAccentAroundIt()
    {
        QApplication::setPalette(lightPalette());
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *first = new QLineEdit(&window);
        auto *second = new QLineEdit(&window);
        layout->addWidget(first);
        layout->addWidget(second);
        window.show();
        QApplication::setActiveWindow(&window);
        first->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(first->hasFocus());
        const QColor accent = lightPalette().color(QPalette::Link);
        QVERIFY(pixelsOf(pictureOf(*first), accent) > 50);
        QCOMPARE(pixelsOf(pictureOf(*second), accent), 0);
    }

    void whatAButtonShowsLiesInsideItInBothDirections()
    {
        QApplication::setPalette(lightPalette());
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QToolBar bar;
            bar.setLayoutDirection(direction);
            QToolButton button(&bar);
            button.setPopupMode(QToolButton::InstantPopup);
            QMenu menu;
            button.setMenu(&menu);
            button.setText(QStringLiteral("████"));
            button.resize(button.sizeHint());
            const QImage picture = pictureOf(button);
            const QColor words = lightPalette().color(QPalette::ButtonText);
            int left = picture.width();
            int right = 0;
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, picture.height() / 2) == words) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
            // The arrow stands where the line of reading ends, and has room of its own.
            const bool isLeft = direction == Qt::LeftToRight;
            const int before = isLeft ? left : picture.width() - 1 - right;
            const int after = isLeft ? picture.width() - 1 - right : left;
            QVERIFY2(before >= 8, qPrintable(QString::number(before)));
            QVERIFY2(after - before >= 8, qPrintable(QString::number(after - before)));
        }
    }

    void theWordsOfARoomyHeaderAndOfItsCellsStandInAlike()
    {
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderItem(0, new QStandardItem(QStringLiteral("████")));
        model.setItem(0, new QStandardItem(QStringLiteral("████")));
        model.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        const auto left = [&model](bool isRoomy) {
            QTableView table;
            table.setFrameShape(QFrame::NoFrame);
            table.setShowGrid(false);
            table.verticalHeader()->hide();
            if (isRoomy)
                table.horizontalHeader()->setProperty("look", QStringLiteral("roomy"));
            table.setModel(&model);
            table.resize(300, 100);
            const QImage picture = pictureOf(table);
            const auto firstIn = [&picture](int y) {
                for (int x = 0; x < picture.width(); ++x)
                    if (picture.pixelColor(x, y).lightness() < 100)
                        return x;
                return -1;
            };
            const int header = table.horizontalHeader()->height();
            return std::pair(firstIn(header / 2), firstIn(header + table.rowHeight(0) / 2));
        };
        const auto usual = left(false);
        const auto roomy = left(true);
        QVERIFY2(std::abs(roomy.first - roomy.second) <= 1,
                 qPrintable(QStringLiteral("%1 %2").arg(roomy.first).arg(roomy.second)));
        QVERIFY(roomy.second >= usual.second + 4);
    }
};

QTEST_MAIN(tst_Look)
#include "tst_look.moc"
