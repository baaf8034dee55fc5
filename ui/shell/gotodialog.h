// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/workspace/streamview.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;

namespace Gapline {

/// Asks for a seq or a time, and selects what is there. Closes by itself when another execution is opened.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    GoToDialog(StreamView &view, TimeZoneChoice zone, QWidget *parent = nullptr);

    /// Stays open, and says why, when the text names no place of the stream.
    void accept() override;

private:
    QPointer<StreamView> m_view;
    TimeZoneChoice m_zone;
    QLineEdit *m_place;
    QLabel *m_problem;
};

} // namespace Gapline
