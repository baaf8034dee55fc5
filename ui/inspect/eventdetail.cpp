// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventdetail.h"

#include "core/report/eventslices.h"
#include "core/stream/gapfinder.h"
#include "ui/graph/graphpane.h"
#include "ui/inspect/deliverysection.h"
#include "ui/inspect/detailsection.h"
#include "ui/inspect/eventfacts.h"
#include "ui/inspect/eventversions.h"
#include "ui/inspect/gapcontents.h"
#include "ui/inspect/jsonview.h"
#include "ui/inspect/rawclipboard.h"
#include "ui/inspect/showntext.h"

#include <QEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

EventDetail::EventDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_delivery(new DeliverySection)
    , m_graph(new GraphPane(GraphPane::Room::Section))
    , m_json(new JsonView)
    , m_versions(new EventVersions)
    , m_copyJson(new QToolButton)
    , m_wholeEvent(new QToolButton)
    , m_asTree(new QToolButton)
{
    setAccessibleName(tr("Detail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    new QVBoxLayout(content);
    content->layout()->setContentsMargins(0, 0, 0, 0);
    content->layout()->setSpacing(0);
    setWidget(content);

    m_subject = addSection();
    m_contents = addSection();
    m_contents->setTitle(tr("What fits here (inferred)"));
    m_remarks = addSection();
    m_remarks->setTitle(tr("Remarkable"));
    m_jsonSection = addSection();
    content->layout()->addWidget(m_versions);
    connect(m_versions, &EventVersions::noticed, this, &EventDetail::noticed);
    content->layout()->addWidget(m_delivery);
    connect(m_delivery, &DetailSection::noticed, this, &EventDetail::noticed);
    connect(
        m_delivery, &DeliverySection::exportMissedWanted, this, &EventDetail::exportMissedWanted);
    connect(m_delivery, &DeliverySection::replayWanted, this, &EventDetail::replayWanted);
    connect(m_delivery, &DeliverySection::curlWanted, this, &EventDetail::curlWanted);
    m_step = addSection();
    m_step->setTitle(tr("Step, as the execution shows it"));
    m_hidden = addSection();
    m_hidden->setTitle(tr("Hidden seqs near here"));
    m_streamSection = addSection();
    m_streamSection->setTitle(tr("Stream"));
    addGraph();
    static_cast<QVBoxLayout *>(content->layout())->addStretch(1);

    m_copyJson->setText(tr("Copy JSON"));
    m_copyJson->setProperty("look", QStringLiteral("link")); // See app/look.
    m_copyJson->setToolTip(tr("Copy the event's bytes as the server sent them"));
    connect(m_copyJson, &QToolButton::clicked, this, &EventDetail::copyJson);
    m_subject->addHeaderWidget(m_copyJson);

    m_wholeEvent->setCheckable(true);
    m_wholeEvent->setProperty("look", QStringLiteral("link"));
    m_wholeEvent->setToolTip(tr("Show the whole event instead of its data, or its data again"));
    connect(m_wholeEvent, &QToolButton::toggled, this, &EventDetail::showSelection);
    m_asTree->setCheckable(true);
    m_asTree->setText(tr("Tree"));
    m_asTree->setProperty("look", QStringLiteral("link"));
    m_asTree->setToolTip(tr("Show the data as a tree of keys and values, or as text again"));
    connect(m_asTree, &QToolButton::toggled, this, [this](bool isTree) {
        m_asTree->setText(isTree ? tr("Text") : tr("Tree"));
        m_json->setTree(isTree);
    });
    m_jsonSection->addHeaderWidget(m_asTree);
    m_jsonSection->addHeaderWidget(m_wholeEvent);
    m_jsonSection->addWidget(m_json);
    setView(nullptr);
}

QSize EventDetail::minimumSizeHint() const
{
    // There is no scroll bar below it: what does not fit could not be reached.
    const int letter = fontMetrics().averageCharWidth();
    const int content =
        widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::clamp(content, letter * 28, letter * 60), QScrollArea::minimumSizeHint().height()};
}

/// Other texts, and another text size, may need another width.
bool EventDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

EventDetail::~EventDetail() = default;

void EventDetail::addGraph()
{
    m_graphSection = addSection();
    m_graphSection->setTitle(tr("Definition, and this run's path"));
    auto *larger = new QToolButton;
    larger->setText(tr("Larger"));
    larger->setProperty("look", QStringLiteral("link"));
    larger->setToolTip(tr("Show the graph in a window of its own"));
    connect(larger, &QToolButton::clicked, this, &EventDetail::graphWindowWanted);
    m_graphSection->addHeaderWidget(larger);
    m_graphSection->addWidget(m_graph);
    connect(m_graph, &GraphPane::noticed, this, &EventDetail::noticed);
}

DetailSection *EventDetail::addSection()
{
    auto *section = new DetailSection;
    widget()->layout()->addWidget(section);
    connect(section, &DetailSection::noticed, this, &EventDetail::noticed);
    return section;
}

void EventDetail::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    if (view) {
        connect(view, &QObject::destroyed, this, [this] { setView(nullptr); });
        connect(view, &StreamView::selectionChanged, this, [this] {
            verticalScrollBar()->setValue(0);
            showSelection();
        });
        connect(view, &StreamView::streamChanged, this, &EventDetail::showSelection);
        connect(view, &StreamView::executionChanged, this, &EventDetail::showSelection);
        connect(view, &StreamView::versionsLoaded, this, &EventDetail::showSelection);
        connect(view, &StreamView::deliveriesChanged, this, &EventDetail::showSelection);
        connect(view, &StreamView::payloadsLoaded, this, [this] {
            if (!m_raw)
                showSelection();
        });
    }
    m_graph->setView(view);
    showSelection();
}

void EventDetail::setTimeZone(TimeZoneChoice zone)
{
    m_timeZone = zone;
    showSelection();
}

void EventDetail::showSelection()
{
    m_raw.reset();
    m_wanted.clear();
    m_versions->clear();
    if (m_view)
        showSubject();
    else
        m_delivery->hide();
    // Once it is known which: hidden and shown again, all of them would be laid out anew, page after page of a sync.
    m_subject->setVisible(m_view != nullptr);
    m_graphSection->setVisible(m_view != nullptr);
    m_copyJson->setVisible(m_wanted.contains(m_jsonSection));
    for (DetailSection *section :
         {m_remarks, m_jsonSection, m_step, m_hidden, m_streamSection, m_contents})
        section->setVisible(m_wanted.contains(section));
}

void EventDetail::showSubject()
{
    const std::optional<SeqRange> selection = m_view->selection();
    if (!selection) {
        showExecution();
        return;
    }
    const Gap *gap = gapAt(m_view->gaps(), selection->first);
    const std::optional<qsizetype> event = m_view->selectedEvent();
    if (gap && gap->range.contains(selection->last))
        showGap(*gap);
    else if (event && selection->count() == 1)
        showOneEvent(*event);
    else
        showRange(*selection);
}

void EventDetail::showOneEvent(qsizetype event)
{
    const EventStream &stream = *m_view->stream();
    m_raw = m_view->rawAt(event);
    m_subject->setTitle(tr("Event %1").arg(stream.seqAt(event).value));
    const QList<StepView> steps =
        m_view->execution() ? m_view->execution()->steps : QList<StepView>();
    m_subject->setFacts(eventFacts(stream, event, m_raw, steps, m_timeZone));
    m_subject->setSentences({});
    m_copyJson->setEnabled(m_raw.has_value());

    const QStringList remarks = remarksExplained(stream, event);
    m_remarks->setSentences(remarks);
    if (!remarks.isEmpty())
        m_wanted << m_remarks;
    showPayload(event);
    showVersionsOf(event);
    m_delivery->showFor(m_view->deliveries(), stream.seqAt(event), m_timeZone);
    showStepOf(event);
    m_hidden->setSentences(hiddenSeqsNear(stream, m_view->gaps(), event));
    m_wanted << m_hidden;
}

void EventDetail::showPayload(qsizetype event)
{
    m_jsonSection->setTitle(m_wholeEvent->isChecked() ? tr("Event") : tr("Data"));
    m_wholeEvent->setText(m_wholeEvent->isChecked() ? tr("Data only") : tr("Whole event"));
    m_wanted << m_jsonSection;
    if (!m_raw || m_raw->isEmpty()) {
        m_json->hide();
        m_jsonSection->setSentences(
            {m_raw ? tr("The cache no longer holds this event's bytes. Refresh fetches them again.")
                   : tr("Reading from the cache …")});
        return;
    }
    const QByteArrayView payload = findEventSlices(*m_raw).data;
    // What no reader understands is shown as a whole: its data may not be findable.
    const bool isMalformed = m_view->stream()->flagsAt(event).testFlag(EventFlag::MalformedPayload);
    const bool isWhole = m_wholeEvent->isChecked() || isMalformed;
    m_json->setVisible(isWhole || !payload.isEmpty());
    m_jsonSection->setSentences(isWhole || !payload.isEmpty()
                                    ? QStringList()
                                    : QStringList{tr("This event carries no data.")});
    if (isWhole || !payload.isEmpty())
        m_json->setJson(isWhole ? *m_raw : payload.toByteArray());
}

void EventDetail::showVersionsOf(qsizetype event)
{
    const EventStream &stream = *m_view->stream();
    const EventFlags flags = stream.flagsAt(event);
    if (flags.testFlag(EventFlag::Conflict) || flags.testFlag(EventFlag::Gone))
        m_versions->show(m_view->versionsOf(stream.seqAt(event)), m_timeZone);
}

void EventDetail::showStepOf(qsizetype event)
{
    const std::optional<QByteArray> stepId = m_view->stream()->stepIdAt(event);
    if (!stepId || !m_view->execution())
        return;
    const QList<StepView> &steps = m_view->execution()->steps;
    const auto step = std::ranges::find_if(steps, [&stepId](const StepView &candidate) {
        return candidate.stepId.text() == QString::fromUtf8(*stepId);
    });
    if (step == steps.end())
        return;
    m_step->setFacts(stepFacts(*step, m_timeZone));
    m_wanted << m_step;
}

void EventDetail::showGap(const Gap &gap)
{
    m_subject->setTitle(gap.range.count() == 1 ? tr("Hidden seq %1").arg(seqsText(gap.range))
                                               : tr("Hidden seqs %1").arg(seqsText(gap.range)));
    m_subject->setFacts(gapFacts(gap));
    m_delivery->hide();
    QStringList sentences{gapMeaning(gap)};
    const QString late = lateMeaning(*m_view->stream());
    if (gap.kind == GapKind::InternalOnly && !late.isEmpty())
        sentences << late;
    m_subject->setSentences(sentences);
    if (gap.kind != GapKind::InternalOnly)
        return;
    const std::optional<Execution> &execution = m_view->execution();
    m_contents->setFacts(gapContents(*m_view->stream(), gap, execution, m_timeZone));
    m_contents->setSentences({gapContentsMeaning(gap, execution && !execution->steps.isEmpty())});
    m_wanted << m_contents;
}

void EventDetail::showRange(SeqRange range)
{
    m_subject->setTitle(tr("Seqs %1").arg(seqsText(range)));
    m_subject->setFacts(rangeFacts(*m_view->stream(), m_view->gaps(), range));
    m_subject->setSentences({});
    m_delivery->hide();
}

void EventDetail::showExecution()
{
    m_subject->setTitle(tr("Execution"));
    m_subject->setFacts(executionFacts(
        m_view->executionId(), m_view->execution(), m_view->definition(), m_timeZone));
    if (!m_view->isLoaded()) {
        m_subject->setSentences({m_view->isUnreadable() ? tr("The cache could not be read.")
                                                        : tr("Reading from the cache …")});
        m_delivery->hide();
        return;
    }
    m_subject->setSentences({m_view->stream()->isEmpty()
                                 ? whyNoEvents(*m_view, m_timeZone)
                                 : tr("Select an event or a gap to see what it is.")});
    m_streamSection->setFacts(streamFacts(*m_view->stream(), m_view->totals(), m_timeZone));
    m_wanted << m_streamSection;
    m_delivery->showForExecution(m_view->deliveries(), m_timeZone);
}

void EventDetail::revealDelivery()
{
    if (!m_delivery->isVisible()) {
        emit noticed(tr("The receiver's log says nothing of this"));
        return;
    }
    widget()->layout()->activate();
    verticalScrollBar()->setValue(m_delivery->y());
    m_delivery->setFocus(Qt::OtherFocusReason);
}

void EventDetail::copyJson()
{
    if (!m_raw) {
        emit noticed(tr("No event is selected"));
        return;
    }
    copyRawJson(*m_raw);
    emit noticed(tr("Event copied as JSON"));
}

} // namespace Gapline
