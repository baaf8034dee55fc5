// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace Gapline {

class PaletteModel;

/// Something that the palette finds and does.
struct PaletteEntry
{
    QString text; ///< Searched, together with the detail.
    QString detail; ///< Where it lies, or what it belongs to.
    QString shortcut; ///< As keys are written; empty where there is none.
    std::function<void()>
        run; ///< Empty where the command cannot be used now: it is found, and says so.
};

/// Finds commands, executions and steps by a few letters, and runs the chosen one; keyboard alone suffices. What comes
/// from outside is shown safely and as plain text. Lives on the UI thread.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// Those that match alike stay in this order.
    explicit CommandPalette(const QList<PaletteEntry> &entries, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *queryField() const { return m_query; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// Closes, then runs the chosen entry; stays open for one that cannot be used now.
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches();

    PaletteModel *m_model;
    QLineEdit *m_query;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace Gapline
