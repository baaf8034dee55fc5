// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/workspace/streamview.h"

#include <QPointer>
#include <QWidget>

namespace Gapline {

class EventDetail;
class EventTable;
class FilterBar;
class FindBar;
class RoomSplitter;
class TimelineWidget;

/// One open execution: filter bar, timeline and event table one above the other, the detail beside them. The parts
/// know the StreamView, never each other. Lives on the UI thread.
class InspectPage : public QWidget
{
    Q_OBJECT

public:
    explicit InspectPage(QWidget *parent = nullptr);

    /// Null shows an empty page. The view may be deleted before the page.
    void setView(StreamView *view);
    void setTimeZone(TimeZoneChoice zone);

    /// Widths of panes and columns, for the settings.
    [[nodiscard]] QByteArray saveState() const;
    /// False, and nothing changed, when the bytes are not from saveState().
    bool restoreState(const QByteArray &state);

    /// Every part shows what the view holds: nothing is still being filtered or laid out.
    [[nodiscard]] bool isDrawn() const;

    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    [[nodiscard]] TimelineWidget *timeline() const { return m_timeline; }
    [[nodiscard]] EventTable *table() const { return m_table; }
    [[nodiscard]] EventDetail *detail() const { return m_detail; }

signals:
    /// What a command did, for the status bar: "12 rows copied".
    void noticed(const QString &message);
    void exportMissedWanted();
    void replayWanted(); ///< Of what the open execution missed.
    void curlWanted(Gapline::Seq sinceSeq);
    void graphWindowWanted();
    /// A part shows something else; isDrawn() may differ.
    void drawn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void applyRoom();
    void fitTimeline();

    FilterBar *m_filterBar;
    FindBar *m_findBar;
    TimelineWidget *m_timeline;
    QPointer<StreamView> m_view;
    EventTable *m_table;
    EventDetail *m_detail;
    RoomSplitter *m_middle; ///< Timeline above, table below.
    bool m_hasOwnSizes = false; ///< The user's: the timeline no longer fits itself to its lanes.
    RoomSplitter *m_sides; ///< The middle at the left, the detail at the right.
};

} // namespace Gapline
