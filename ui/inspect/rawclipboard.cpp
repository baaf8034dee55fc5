// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/rawclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace Gapline {

void copyRawJson(const QByteArray &raw)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(raw));
    data->setData(QStringLiteral("application/json"), raw);
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace Gapline
