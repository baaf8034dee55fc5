// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Gapline {

/// Asks for a file to write: a path, a button to look for one, and what is wrong with it.
class TargetField : public QWidget
{
    Q_OBJECT

public:
    explicit TargetField(const QString &file, QWidget *parent = nullptr);

    [[nodiscard]] QString file() const;
    /// Another ending, where the present one is one of `endings` (with their dots).
    void setEnding(const QString &ending, const QStringList &endings);
    [[nodiscard]] bool isUsable() const { return m_isUsable; }

signals:
    void usableChanged(bool isUsable);

private:
    void browse();
    void validate();

    QLineEdit *m_file;
    QLabel *m_problem;
    bool m_isUsable = false;
};

} // namespace Gapline
