// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/picturewriter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace Gapline {

class StreamView;
class TargetField;

/// Asks for the format, the range and the size of a picture of the timeline, and where to write it.
class PictureDialog : public QDialog
{
    Q_OBJECT

public:
    PictureDialog(const StreamView &view, const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] PictureRequest request() const;

private:
    void layOut(const QString &range);
    void showFormat();
    [[nodiscard]] PictureFormat format() const;

    TargetField *m_target;
    QComboBox *m_format;
    QRadioButton *m_whole;
    QRadioButton *m_visible;
    QSpinBox *m_width;
    QComboBox *m_scale;
    QComboBox *m_page;
    QLabel *m_widthLabel;
    QLabel *m_scaleLabel;
    QLabel *m_pageLabel;
};

} // namespace Gapline
