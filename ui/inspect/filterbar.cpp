// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/filterbar.h"

#include "core/domain/displaytext.h"
#include "ui/inspect/filterchip.h"
#include "ui/inspect/filterline.h"
#include "ui/inspect/flowlayout.h"
#include "ui/inspect/showntext.h"
#include "ui/inspect/stepselector.h"
#include "ui/inspect/verdictchip.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {
FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_steps(new StepSelector(this))
    , m_verdicts(new VerdictChip(this))
    , m_seqs(new QLineEdit(this))
    , m_onlySelection(new QToolButton(this))
    , m_line(new FilterLine(this))
    , m_gapRows(new QCheckBox(tr("Gap ro&ws"), this))
    , m_shown(new QLabel(this))
    , m_clear(new QToolButton(this))
    , m_problem(new QLabel(this))
    , m_repair(new QToolButton(this))
    , m_seqsProblem(new QAction(this))
{
    setAccessibleName(tr("Filter"));
    makeChips();
    makeFields();
    // Chips and fields do not mix: the fields stay in one line where the width allows it, with the text taking
    // what the others leave.
    auto *layout = new QVBoxLayout(this);
    QList<QWidget *> chips(m_chips.cbegin(), m_chips.cend());
    chips.append(m_verdicts);
    layout->addWidget(flowing(chips));
    layout->addWidget(
        flowing({m_steps, m_seqs, m_onlySelection, m_line, m_gapRows, m_shown, m_clear}));
    layout->addLayout(makeProblemRow());
    applySizes();
    setView(nullptr);
}

FilterBar::~FilterBar() = default;

QWidget *FilterBar::flowing(const QList<QWidget *> &widgets)
{
    auto *box = new QWidget(this);
    auto *layout = new FlowLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_flows.append(layout);
    for (QWidget *widget : widgets) {
        layout->addWidget(widget);
        // The order of the Tab key is the order on screen.
        if (m_lastInTabOrder)
            setTabOrder(m_lastInTabOrder, widget);
        m_lastInTabOrder = widget;
    }
    return box;
}

void FilterBar::makeChips()
{
    for (int i = 0; i < kEventCategoryCount; ++i) {
        auto *chip = new FilterChip(EventCategory(i), this);
        connect(chip, &FilterChip::typesToggled, this, &FilterBar::setTypesShown);
        connect(chip, &FilterChip::onlyAsked, this, [this](const QByteArrayList &types) {
            if (m_view)
                m_view->setFilter(withOnlyTypes(m_view->filter(), types));
        });
        connect(chip, &FilterChip::allButAsked, this, [this](const QByteArrayList &types) {
            if (m_view)
                m_view->setFilter(withAllTypesBut(m_view->filter(), types));
        });
        m_chips.append(chip);
    }
}

void FilterBar::makeFields()
{
    connect(m_steps, &StepSelector::filterAsked, this, [this](const EventFilter &filter) {
        if (m_view)
            m_view->setFilter(filter);
    });

    connect(m_verdicts, &VerdictChip::verdictsAsked, this, [this](const QSet<Verdict> &verdicts) {
        if (m_view)
            m_view->setVerdicts(verdicts);
    });

    m_seqs->setPlaceholderText(tr("seq from–to"));
    m_seqs->setAccessibleName(tr("Seq range"));
    m_seqs->setToolTip(tr("Only these seqs, such as 8–120, 8– or –120"));
    m_seqsProblem->setIcon(style()->standardIcon(QStyle::SP_MessageBoxWarning));
    m_seqsProblem->setToolTip(tr("Not a range of seqs: write 8–120, 8– or –120"));
    m_seqs->addAction(m_seqsProblem, QLineEdit::TrailingPosition);
    m_seqsProblem->setVisible(false); // After it was added: the field listens to changes alone.
    connect(m_seqs, &QLineEdit::editingFinished, this, &FilterBar::applySeqs);

    m_onlySelection->setProperty("look", QStringLiteral("field")); // See app/look.
    m_onlySelection->setToolTip(tr("Show only the selected seqs (O)"));
    connect(m_onlySelection, &QToolButton::clicked, this, &FilterBar::showOnlySelection);
    m_onlySelection->hide();

    connect(m_line, &FilterLine::filterAsked, this, [this](const StreamFilter &filter) {
        if (m_view)
            m_view->setStreamFilter(filter);
    });
    connect(m_line, &FilterLine::left, this, &FilterBar::left);
    connect(m_line, &FilterLine::problemChanged, this, &FilterBar::showProblem);
    connect(m_line, &QLineEdit::textChanged, this, [this] { showClear(); });

    m_gapRows->setToolTip(tr("Rows for runs of seqs without a visible event"));
    connect(m_gapRows, &QCheckBox::clicked, this, [this](bool isChecked) {
        if (m_view)
            m_view->setShowsGapRows(isChecked);
    });

    m_shown->setTextFormat(Qt::PlainText);
    m_clear->setText(tr("Clear all"));
    m_clear->setProperty("look", QStringLiteral("field")); // See app/look.
    m_clear->setAccessibleName(tr("Clear all filters"));
    m_clear->setToolTip(tr("Show every event again"));
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clearAll);
}

QLayout *FilterBar::makeProblemRow()
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_repair->setProperty("look", QStringLiteral("field")); // See app/look.
    m_repair->setToolTip(tr("Writes this into the filter instead of what is wrong"));
    connect(m_repair, &QToolButton::clicked, m_line, &FilterLine::repair);
    setTabOrder(m_lastInTabOrder, m_repair);
    auto *row = new QHBoxLayout;
    row->addWidget(m_problem, 1);
    row->addWidget(m_repair, 0, Qt::AlignTop);
    m_problem->hide();
    m_repair->hide();
    return row;
}

FilterChip *FilterBar::chip(EventCategory category) const
{
    return m_chips.at(int(category));
}

void FilterBar::setView(StreamView *view)
{
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_line->forgetTyping();
    m_view = view;
    setEnabled(view != nullptr);
    if (view) {
        connect(view, &QObject::destroyed, this, [this] { setView(nullptr); });
        connect(view, &StreamView::streamChanged, this, &FilterBar::showStream);
        connect(view, &StreamView::executionChanged, this, &FilterBar::showSteps);
        connect(view, &StreamView::filterChanged, this, &FilterBar::showFilter);
        connect(view, &StreamView::deliveriesChanged, this, &FilterBar::showDeliveries);
        connect(view, &StreamView::rowsChanged, this, &FilterBar::showCounts);
        connect(view, &StreamView::filteringChanged, this, &FilterBar::showCounts);
        connect(view, &StreamView::selectionChanged, this, &FilterBar::showSelection);
    }
    showDeliveries();
    showStream();
}

void FilterBar::showDeliveries()
{
    m_verdicts->setDeliveries(m_view ? m_view->deliveries() : nullptr);
    m_line->setHasVerdicts(m_view && m_view->deliveries());
}

void FilterBar::showStream()
{
    m_types = m_view ? countTypes(*m_view->stream(), m_view->totals().eventsOfType)
                     : std::vector<TypeCount>();
    for (FilterChip *chip : m_chips) {
        std::vector<TypeCount> types;
        qint64 events = 0;
        for (const TypeCount &type : m_types) {
            if (type.category == chip->category()) {
                types.push_back(type);
                events += type.events;
            }
        }
        chip->setTypes(types);
        // Categories that do not occur take no room, but one that a filter names stays reachable.
        chip->setVisible(
            events > 0
            || (m_view && shownTypes(m_view->filter(), chip->typeNames()) != Shown::All));
    }
    showSteps();
    showFilter();
}

void FilterBar::showSteps()
{
    const bool hasSteps = m_view && m_view->execution();
    const EventStreamPtr stream = m_view ? m_view->stream() : EventStreamPtr();
    const QList<StepView> steps = hasSteps ? m_view->execution()->steps : QList<StepView>();
    m_steps->setStream(stream, steps);
    m_line->setStream(stream, steps);
}

void FilterBar::showFilter()
{
    const EventFilter filter = m_view ? m_view->filter() : EventFilter();
    for (FilterChip *chip : m_chips)
        chip->showFilter(filter);
    m_steps->showFilter(filter);
    m_verdicts->showVerdicts(m_view ? m_view->verdicts() : QSet<Verdict>());
    m_line->showFilter(m_view ? m_view->streamFilter() : StreamFilter());
    m_seqs->setText(seqLimitsText(filter));
    m_seqsProblem->setVisible(false);
    m_gapRows->setChecked(!m_view || m_view->showsGapRows());
    showClear();
    showCounts();
    showSelection();
}

void FilterBar::showSelection()
{
    const std::optional<SeqRange> selection = m_view ? m_view->selection() : std::nullopt;
    bool isUseful = selection && selection->count() > 1;
    if (isUseful) {
        const EventStream &stream = *m_view->stream();
        const bool hasEvents =
            stream.lowerBound(selection->first) < stream.lowerBound(selection->last.next());
        const EventFilter limited =
            withSeqLimits(m_view->filter(), {selection->first, selection->last});
        isUseful = hasEvents && limited != m_view->filter();
        const QString seqs = seqLimitsText(limited);
        m_onlySelection->setText(tr("Only %1").arg(seqs));
        m_onlySelection->setAccessibleName(tr("Show only the selected seqs, %1").arg(seqs));
    }
    m_onlySelection->setVisible(isUseful);
}

void FilterBar::showOnlySelection()
{
    const std::optional<SeqRange> selection = m_view ? m_view->selection() : std::nullopt;
    if (selection)
        m_view->setFilter(withSeqLimits(m_view->filter(), {selection->first, selection->last}));
}

void FilterBar::showClear()
{
    // Also what is written but wrong can be cleared away.
    m_clear->setEnabled(m_view && (!m_view->streamFilter().isEmpty() || !m_line->text().isEmpty()));
}

void FilterBar::showCounts()
{
    m_shown->setText(m_view ? shownText(*m_view) : tr("no events"));
}

void FilterBar::showProblem()
{
    const std::optional<FilterProblem> &problem = m_line->problem();
    const QString remark = m_line->remark();
    m_problem->setVisible(problem || !remark.isEmpty());
    m_repair->setVisible(problem && !problem->instead.isEmpty() && problem->length > 0);
    if (!problem) {
        m_problem->setText(remark);
        return;
    }
    constexpr qsizetype kShown = 60;
    const QString wrong = m_line->text().mid(problem->position, problem->length);
    m_problem->setText(problem->length == 0
                           ? tr("%1 For example %2").arg(problem->message, problem->instead)
                           : tr("⚠ At %1, \"%2\": %3")
                                 .arg(problem->position + 1)
                                 .arg(displayText(wrong, kShown), problem->message));
    const QString instead = displayText(problem->instead, kShown);
    m_repair->setText(tr("Write %1").arg(QString(instead).replace(u'&', QLatin1String("&&"))));
    m_repair->setAccessibleName(tr("Write %1 instead").arg(instead));
}

void FilterBar::setTypesShown(const QByteArrayList &types, bool isShown)
{
    if (!m_view)
        return;
    QByteArrayList all;
    for (const TypeCount &type : m_types)
        all << type.name;
    m_view->setFilter(withTypesShown(m_view->filter(), types, isShown, all));
}

void FilterBar::applySeqs()
{
    if (!m_view)
        return;
    const std::optional<SeqLimits> limits = parseSeqLimits(m_seqs->text());
    m_seqsProblem->setVisible(!limits);
    if (limits)
        m_view->setFilter(withSeqLimits(m_view->filter(), *limits));
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::clearAll()
{
    m_line->forgetTyping();
    if (m_view)
        m_view->clearFilter();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applySizes();
}

void FilterBar::applySizes()
{
    const QFontMetrics metrics = fontMetrics();
    const int gap = metrics.height() / 3;
    layout()->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout()->setSpacing(gap);
    for (FlowLayout *flow : std::as_const(m_flows))
        flow->setSpacing(gap);
    const int letter = metrics.averageCharWidth();
    m_seqs->setFixedWidth(letter * 13);
    m_seqs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_line->setMinimumWidth(letter * 24);
}

} // namespace Gapline
