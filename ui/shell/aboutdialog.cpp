// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Gapline {

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QMessageBox::tr("About Gapline"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(QIcon(QStringLiteral(":/gapline/gapline.svg")).pixmap(64));
    box->setText(QStringLiteral("Gapline %1").arg(QStringLiteral(GAPLINE_VERSION)));
    box->setInformativeText(
        QMessageBox::tr(
            "Shows what every seq of an approval engine's event stream is: an event, an "
            "internal-only gap, or not scanned yet.\n\n"
            "Free software under the GNU General Public License, version 3 or later. "
            "It comes without any warranty.\n\n"
            "Built on Qt %1, SQLite, simdjson, zstd and QtKeychain; icons from Lucide "
            "(ISC).")
            .arg(QString::fromLatin1(qVersion())));
    box->open();
}

void showLicence(QWidget *parent)
{
    QFile file(QStringLiteral(":/gapline/LICENSE"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QMessageBox::tr("Licence"));
    auto *text = new QPlainTextEdit(QString::fromUtf8(file.readAll()), dialog);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(720, 560);
    dialog->open();
}

} // namespace Gapline
