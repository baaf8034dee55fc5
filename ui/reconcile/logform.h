// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/logpreviewer.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace Gapline {

/// Which logs are imported, how they are read, and what their first rows then say: a mapping that was found can be
/// corrected, and the preview follows.
class LogForm : public QWidget
{
    Q_OBJECT

public:
    explicit LogForm(QWidget *parent = nullptr);

    void setFiles(const QStringList &files);
    [[nodiscard]] QStringList files() const;
    void setMapping(const QMap<QString, QString> &corrections);
    /// Field → column, of what was corrected alone.
    [[nodiscard]] QMap<QString, QString> mapping() const;
    /// The file shown can be read.
    [[nodiscard]] bool isReadable() const { return m_isReadable; }
    /// It was tried, and cannot.
    [[nodiscard]] bool hasProblem() const { return m_hasProblem; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] QComboBox *mappingBox(const QString &field) const { return m_boxes.value(field); }

signals:
    void changed();

private:
    void makeMapping(QGridLayout *grid);
    void addFiles();
    void removeFile();
    void preview();
    void showPreview(const PreviewTable &table);

    LogPreviewer m_previewer;
    QListWidget *m_files;
    QPushButton *m_remove = nullptr;
    QLabel *m_format;
    QTableWidget *m_table;
    QMap<QString, QComboBox *> m_boxes;
    bool m_isReadable = false;
    bool m_hasProblem = false;
};

} // namespace Gapline
