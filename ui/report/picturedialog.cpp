// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/picturedialog.h"

#include "core/domain/displaytext.h"
#include "ui/report/targetfield.h"
#include "ui/workspace/streamview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace Gapline {
namespace {

const QStringList &endings()
{
    static const QStringList kEndings{
        QStringLiteral(".png"), QStringLiteral(".svg"), QStringLiteral(".pdf")};
    return kEndings;
}

QString suggestedFile(const StreamView &view, const QString &folder)
{
    return QDir(folder).filePath(fileNameFrom(view.executionId().text())
                                 + QStringLiteral("-timeline") + endings().constFirst());
}

} // namespace

PictureDialog::PictureDialog(const StreamView &view, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_target(new TargetField(suggestedFile(view, folder), this))
    , m_format(new QComboBox(this))
    , m_whole(new QRadioButton(tr("&Whole stream"), this))
    , m_visible(new QRadioButton(tr("What the window &shows"), this))
    , m_width(new QSpinBox(this))
    , m_scale(new QComboBox(this))
    , m_page(new QComboBox(this))
    , m_widthLabel(new QLabel(tr("Wi&dth:"), this))
    , m_scaleLabel(new QLabel(tr("S&cale:"), this))
    , m_pageLabel(new QLabel(tr("&Paper:"), this))
{
    setWindowTitle(tr("Export Timeline"));
    m_format->addItem(tr("PNG: pixels"), int(PictureFormat::Png));
    m_format->addItem(tr("SVG: shapes, for web pages"), int(PictureFormat::Svg));
    m_format->addItem(tr("PDF: shapes, for paper"), int(PictureFormat::Pdf));
    m_format->setAccessibleName(tr("Format"));
    m_whole->setChecked(true);
    m_width->setRange(600, 8000);
    m_width->setSingleStep(100);
    m_width->setValue(1600);
    m_width->setSuffix(tr(" px"));
    m_width->setAccessibleName(tr("Width"));
    for (int scale = 1; scale <= 4; ++scale)
        m_scale->addItem(tr("%1 × (%2 dpi)").arg(scale).arg(96 * scale), scale);
    m_scale->setCurrentIndex(1);
    m_scale->setAccessibleName(tr("Scale"));
    for (const QPageSize::PageSizeId id : {QPageSize::A4, QPageSize::A3, QPageSize::Letter})
        m_page->addItem(tr("%1, landscape").arg(QPageSize::name(id)), int(id));
    m_page->setAccessibleName(tr("Paper"));
    m_widthLabel->setBuddy(m_width);
    m_scaleLabel->setBuddy(m_scale);
    m_pageLabel->setBuddy(m_page);

    const QLocale locale;
    const VisibleSeqs visible = view.visibleSeqs();
    const auto first = qlonglong(std::floor(visible.from));
    const auto last = qlonglong(std::ceil(visible.to)) - 1;
    layOut(tr("seq %1 to %2").arg(locale.toString(first), locale.toString(std::max(first, last))));
    connect(m_format, &QComboBox::currentIndexChanged, this, &PictureDialog::showFormat);
    showFormat();
}

void PictureDialog::layOut(const QString &range)
{
    auto *seqs = new QLabel(range, this);
    seqs->setTextFormat(Qt::PlainText);
    auto *visibleRow = new QHBoxLayout;
    visibleRow->addWidget(m_visible);
    visibleRow->addWidget(seqs, 1);
    auto *ranges = new QVBoxLayout;
    ranges->addWidget(m_whole);
    ranges->addLayout(visibleRow);

    auto *form = new QFormLayout;
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("Range:"), ranges);
    form->addRow(m_widthLabel, m_width);
    form->addRow(m_scaleLabel, m_scale);
    form->addRow(m_pageLabel, m_page);
    auto *what = new QLabel(tr("Lanes, axis and filter as the window shows them; light colours, "
                               "legend, and what the numbers cover."),
                            this);
    what->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *write = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    write->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_target, &TargetField::usableChanged, write, &QWidget::setEnabled);
    write->setEnabled(m_target->isUsable());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addWidget(m_target);
    layout->addWidget(buttons);
    setMinimumWidth(560);
}

PictureFormat PictureDialog::format() const
{
    return PictureFormat(m_format->currentData().toInt());
}

void PictureDialog::showFormat()
{
    const bool isPdf = format() == PictureFormat::Pdf;
    for (QWidget *part : {static_cast<QWidget *>(m_width), static_cast<QWidget *>(m_widthLabel)})
        part->setVisible(!isPdf);
    for (QWidget *part : {static_cast<QWidget *>(m_scale), static_cast<QWidget *>(m_scaleLabel)})
        part->setVisible(format() == PictureFormat::Png);
    for (QWidget *part : {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_pageLabel)})
        part->setVisible(isPdf);
    m_target->setEnding(endings().at(m_format->currentIndex()), endings());
}

PictureRequest PictureDialog::request() const
{
    PictureRequest request;
    request.format = format();
    request.file = m_target->file();
    request.range = m_visible->isChecked() ? PictureRange::Visible : PictureRange::Whole;
    request.width = m_width->value();
    request.scale = m_scale->currentData().toInt();
    request.page = QPageSize::PageSizeId(m_page->currentData().toInt());
    return request;
}

} // namespace Gapline
