// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace Gapline {

class StreamView;
class TargetField;

/// Asks where to write the report of the open execution, and how much it holds.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(const StreamView &view, const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] QString file() const;
    [[nodiscard]] qint64 mostEvents() const;
    [[nodiscard]] bool includesData() const;

private:
    TargetField *m_target;
    QSpinBox *m_most;
    QCheckBox *m_data;
};

} // namespace Gapline
