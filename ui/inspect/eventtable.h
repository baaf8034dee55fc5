// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/inspect/cellfilter.h"
#include "ui/inspect/rowcopy.h"
#include "ui/models/streammodel.h"
#include "ui/workspace/streamview.h"

#include <QPointer>
#include <QTableView>

class QMenu;

namespace Gapline {

class GapExpansion;

/// The events and gaps of one stream as rows. Selection, filter and rows are the StreamView's; the columns' order,
/// width and visibility are its own, kept through saveState(). Lives on the UI thread.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    explicit EventTable(QWidget *parent = nullptr);
    ~EventTable() override;

    /// Null shows nothing. The view may be deleted before the table.
    void setView(StreamView *view);
    void setTimeZone(TimeZoneChoice zone);
    [[nodiscard]] StreamModel &streamModel() const { return *m_model; }

    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    /// Names of the shown columns, from left to right; stable, not translated.
    [[nodiscard]] QStringList shownColumnNames() const;
    /// Shows these, in this order, and hides the others. Names that are not known are passed over; without a known one
    /// nothing changes.
    void showColumns(const QStringList &names);

    /// In pixels: so many rows, the header, and the scroll bar below them.
    [[nodiscard]] int heightOf(int rows) const;

    /// What a right click on the row offers; the caller owns the menu.
    [[nodiscard]] QMenu *menuForRow(int row,
                                    StreamModel::Column column = StreamModel::Column::Type);

    /// Which gap rows stand open.
    [[nodiscard]] GapExpansion &gapExpansion() const { return *m_gaps; }

    /// Letters are commands here, and a search through a million rows would stop the window.
    void keyboardSearch(const QString &) override { }

public slots:
    /// The selected rows as TSV, columns as shown.
    void copyRows();
    /// The raw bytes of the selected event.
    void copyEventJson();

signals:
    /// What a command did, in a few words: "12 rows copied".
    void noticed(const QString &message);
    /// What does the verdict of the selected event rest on?
    void whyWanted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// What is selected stays in sight when the table becomes lower.
    void resizeEvent(QResizeEvent *event) override;

private:
    struct RowRange
    {
        int first = 0;
        int last = 0;
    };

    void addCommands();
    void showRows();
    void showSelection();
    void markSelection();
    void showDeliveries();
    void refreshVisibleData();
    void copyPendingJson();
    void applyFontSizes();
    void applyTint();
    void addColumnActions(QMenu &menu);
    void addFilterActions(QMenu &menu, const QModelIndex &cell);
    void copyRowsAs(CopyFormat format);
    void filterByCell(CellChoice choice);
    [[nodiscard]] QList<StreamModel::Column> shownColumns() const;
    [[nodiscard]] std::optional<RowRange> selectedRows() const;

    [[nodiscard]] QStringList knownOf(const Gap &gap) const;

    StreamModel *m_model;
    GapExpansion *m_gaps;
    QPointer<StreamView> m_view;
    QPointer<RowCopy> m_copy;
    QList<QAction *> m_copyCommands; ///< Those of actions() that copy.
    std::optional<RawLocation> m_jsonToCopy; ///< While its body is being loaded.
    bool m_isShowingSelection = false;
    bool m_hasDeliveries = false;
    bool m_hasOwnWidths = false; ///< The user's, not those of the font.
};

} // namespace Gapline
