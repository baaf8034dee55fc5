// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timetext.h"
#include "ui/workspace/streamview.h"

#include <QPointer>
#include <QScrollArea>

class QToolButton;

namespace Gapline {

class DeliverySection;
class DetailSection;
class EventVersions;
class GraphPane;
class JsonView;

/// What is known about the selection of a StreamView: an event with its raw JSON, its step and the hidden seqs near
/// it; a gap and what it means; several rows in sum; the execution when nothing is selected. Lives on the UI thread.
class EventDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit EventDetail(QWidget *parent = nullptr);
    ~EventDetail() override;

    /// Null shows nothing. The view may be deleted before the detail.
    void setView(StreamView *view);
    void setTimeZone(TimeZoneChoice zone);

    /// As narrow as its lines and their copy buttons can be.
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] DetailSection *subject() const { return m_subject; } ///< Of what is selected.
    [[nodiscard]] DetailSection *remarks() const { return m_remarks; }
    [[nodiscard]] DetailSection *json() const { return m_jsonSection; }
    [[nodiscard]] JsonView *jsonView() const { return m_json; }
    [[nodiscard]] QToolButton *treeButton() const { return m_asTree; }
    [[nodiscard]] EventVersions *versions() const { return m_versions; }
    [[nodiscard]] DeliverySection *delivery() const { return m_delivery; }
    [[nodiscard]] DetailSection *step() const { return m_step; }
    [[nodiscard]] DetailSection *hiddenSeqs() const { return m_hidden; }
    /// Of a gap: which internal types fit.
    [[nodiscard]] DetailSection *contents() const { return m_contents; }
    /// The definition's graph with the run's path.
    [[nodiscard]] GraphPane *graph() const { return m_graph; }
    [[nodiscard]] DetailSection *streamFactsSection() const { return m_streamSection; }

public slots:
    /// The raw bytes of the selected event, as the server sent them.
    void copyJson();
    /// Scrolls to what the verdict of the selection rests on, and gives it the keyboard.
    void revealDelivery();

signals:
    void noticed(const QString &message);
    void exportMissedWanted();
    void replayWanted();
    void curlWanted(Gapline::Seq sinceSeq);
    void graphWindowWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSelection();
    void showSubject();
    void showOneEvent(qsizetype event);
    void showGap(const Gap &gap);
    void showRange(SeqRange range);
    void showExecution();
    void showPayload(qsizetype event);
    void showStepOf(qsizetype event);
    void showVersionsOf(qsizetype event);
    void addGraph();
    [[nodiscard]] DetailSection *addSection();

    QPointer<StreamView> m_view;
    TimeZoneChoice m_timeZone = TimeZoneChoice::Utc;
    std::optional<QByteArray> m_raw; ///< Of the event shown, once it is at hand.
    DetailSection *m_subject = nullptr;
    DetailSection *m_remarks = nullptr;
    DetailSection *m_jsonSection = nullptr;
    DeliverySection *m_delivery;
    DetailSection *m_step = nullptr;
    DetailSection *m_hidden = nullptr;
    DetailSection *m_streamSection = nullptr;
    DetailSection *m_contents = nullptr;
    DetailSection *m_graphSection = nullptr;
    GraphPane *m_graph;
    QList<DetailSection *> m_wanted; ///< By what is selected.
    JsonView *m_json;
    EventVersions *m_versions;
    QToolButton *m_copyJson;
    QToolButton *m_wholeEvent;
    QToolButton *m_asTree;
};

} // namespace Gapline
