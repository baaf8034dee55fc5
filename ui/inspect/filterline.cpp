// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/filterline.h"

#include "core/domain/displaytext.h"
#include "core/domain/eventtype.h"
#include "core/domain/steplineage.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QSet>
#include <QStringListModel>

#include <algorithm>

namespace Gapline {
namespace {

constexpr std::chrono::milliseconds kDelay(200);
// "typ" is on its way to "type:" more often than it is searched for.
constexpr std::chrono::milliseconds kKeyDelay(900);
constexpr qsizetype kMostCompletions = 200;
/// A remark is no reason to match a pattern against more than this while typing.
constexpr quint32 kMostTextsToMatch = 5000;

/// Those that begin with what was typed come before those that only hold it.
void appendMatching(QStringList &found, const QStringList &texts, const QString &typed)
{
    for (const bool wantsBegin : {true, false}) {
        for (const QString &text : texts) {
            if (found.size() >= kMostCompletions)
                return;
            const bool begins = text.startsWith(typed, Qt::CaseInsensitive);
            if (begins == wantsBegin && (begins || text.contains(typed, Qt::CaseInsensitive)))
                found << text;
        }
    }
}

QStringList typesOf(const EventStreamPtr &stream)
{
    QStringList types;
    if (stream) {
        for (const QByteArray &type : stream->types().texts())
            types << QString::fromUtf8(type);
    }
    types.sort();
    QSet<QString> families;
    for (const QString &type : std::as_const(types)) {
        const qsizetype dot = type.indexOf(u'.');
        if (dot > 0)
            families.insert(type.first(dot) + QStringLiteral(".*"));
    }
    QStringList patterns(families.cbegin(), families.cend());
    patterns.sort();
    return patterns + types;
}

/// Ids come from outside: shown safely, inserted as they are.
class CompletionModel final : public QStringListModel
{
public:
    using QStringListModel::QStringListModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        constexpr qsizetype kShown = 120;
        const QVariant text = QStringListModel::data(index, role);
        return role == Qt::DisplayRole ? displayText(text.toString(), kShown) : text;
    }
};

bool matchesAny(const StringTable &table, const QString &pattern)
{
    return table.size() > kMostTextsToMatch
        || std::ranges::any_of(table.texts(), [&pattern](const QByteArray &text) {
               return matchesWildcard(pattern, QString::fromUtf8(text));
           });
}

bool matchesAnyStep(const StringTable &table, const StepPattern &step)
{
    EventFilter filter;
    filter.steps = {{step.pattern, step.withDescendants, false}};
    return table.size() > kMostTextsToMatch
        || std::ranges::any_of(table.texts(), [&filter](const QByteArray &text) {
               return matchesSteps(filter, QString::fromUtf8(text));
           });
}

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_completions(new CompletionModel(this))
{
    setPlaceholderText(tr("words, type:step.* step:human-legal/ seq:10..40"));
    setAccessibleName(tr("Filter as text"));
    setToolTip(tr("Words that must all occur in the event's JSON, and terms: type:, step:, seq:, "
                  "from:, to:, verdict:; -type: and -step: hide (F4). The Down key completes."));
    setClearButtonEnabled(true);
    m_completer->setModel(m_completions);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(12);
    // The list is made for the cursor; the completer only shows it.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer,
            qOverload<const QString &>(&QCompleter::activated),
            this,
            &FilterLine::insertCompletion);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &FilterLine::apply);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::takeTyping);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        // Also sent when the focus only goes to the list of completions.
        if (!m_completer->popup()->isVisible() && m_delay.isActive())
            apply();
    });
}

void FilterLine::setStream(const EventStreamPtr &stream, const QList<StepView> &steps)
{
    m_stream = stream;
    m_nodes.clear();
    for (const StepView &step : steps) {
        if (!step.nodeId.isEmpty())
            m_nodes.insert(step.stepId.text().toUtf8(), step.nodeId.text());
    }
    m_steps.reset();
}

void FilterLine::setHasVerdicts(bool has)
{
    m_hasVerdicts = has;
    check();
}

void FilterLine::showFilter(const StreamFilter &filter)
{
    if (m_delay.isActive())
        return;
    const auto own = parseFilter(text());
    if (own && *own == filter) {
        check();
        return;
    }
    setText(filterText(filter));
    setCursorPosition(0);
    check();
}

void FilterLine::forgetTyping()
{
    m_delay.stop();
    m_completer->popup()->hide();
    clear();
    check();
}

void FilterLine::takeTyping()
{
    check();
    m_delay.start(mayBecomeKey() ? kKeyDelay : kDelay);
    // Behind a finished term every key would fit: only the Down key asks for those.
    const FilterCursor cursor = filterCursorAt(text(), cursorPosition());
    if (cursor.part == FilterPart::Key && cursor.typed.isEmpty())
        m_completer->popup()->hide();
    else
        offerCompletions();
}

bool FilterLine::mayBecomeKey() const
{
    const FilterCursor cursor = filterCursorAt(text(), cursorPosition());
    return cursor.part == FilterPart::Key && !cursor.typed.isEmpty()
        && std::ranges::any_of(filterKeys(), [&cursor](const QString &key) {
               return key.startsWith(cursor.typed, Qt::CaseInsensitive);
           });
}

void FilterLine::check()
{
    const auto filter = parseFilter(text());
    std::optional<FilterProblem> problem;
    m_filter.reset();
    if (!filter) {
        problem = filter.error();
    } else if (!filter->verdicts.isEmpty() && !m_hasVerdicts) {
        const qsizetype at = text().indexOf(QLatin1String("verdict:"), 0, Qt::CaseInsensitive);
        problem = FilterProblem{at,
                                8,
                                tr("No receiver's log was compared, so no event has a verdict yet: "
                                   "reconcile deliveries first."),
                                {}};
    } else {
        m_filter = *filter;
    }
    m_problem = problem;
    setAccessibleDescription(problem ? problem->message : remark());
    emit problemChanged();
}

void FilterLine::apply()
{
    m_delay.stop();
    check();
    if (m_filter)
        emit filterAsked(*m_filter);
}

void FilterLine::repair()
{
    if (!m_problem || m_problem->instead.isEmpty())
        return;
    setSelection(int(m_problem->position), int(m_problem->length));
    insert(m_problem->instead); // Can be undone, unlike setText().
    setFocus();
    apply();
}

QString FilterLine::remark() const
{
    if (!m_filter || !m_stream || m_stream->isEmpty())
        return {};
    constexpr qsizetype kShown = 80;
    for (const TypePattern &type : m_filter->events.types) {
        if (!matchesAny(m_stream->types(), type.pattern)) {
            return tr("No event of this stream has a type \"%1\".")
                .arg(Gapline::displayText(type.pattern, kShown));
        }
    }
    for (const StepPattern &step : m_filter->events.steps) {
        if (!matchesAnyStep(m_stream->steps(), step)) {
            return tr("No event of this stream has a step or node \"%1\".")
                .arg(Gapline::displayText(step.pattern, kShown));
        }
    }
    return {};
}

const QStringList &FilterLine::steps() const
{
    if (m_steps)
        return *m_steps;
    QSet<QString> nodes;
    QStringList ids;
    if (m_stream) {
        for (const QByteArray &id : m_stream->steps().texts()) {
            const QString step = QString::fromUtf8(id);
            ids << filterValue(step);
            nodes.insert(m_nodes.value(id, QString::fromUtf8(nodeOfStep(id))));
        }
    }
    QStringList all;
    for (const QString &node : std::as_const(nodes))
        all << filterValue(node) + u'/';
    all.sort();
    ids.sort();
    m_steps = all + ids;
    return *m_steps;
}

QStringList FilterLine::completions() const
{
    const FilterCursor cursor = filterCursorAt(text(), cursorPosition());
    QStringList found;
    switch (cursor.part) {
    case FilterPart::Key: {
        for (const QString &key : filterKeys()) {
            if (key.startsWith(cursor.typed, Qt::CaseInsensitive)
                && (m_hasVerdicts || key != QLatin1String("verdict:")))
                found << key;
        }
        // A word may be a type or step whose key was left out.
        const QString word = cursor.typed.startsWith(u'-') ? cursor.typed.sliced(1) : cursor.typed;
        const QString sign = cursor.typed.startsWith(u'-') ? QStringLiteral("-") : QString();
        constexpr qsizetype kLeastLetters = 2;
        if (word.size() < kLeastLetters)
            break;
        QStringList values;
        appendMatching(values, typesOf(m_stream), word);
        for (const QString &type : std::as_const(values))
            found << sign + QStringLiteral("type:") + filterValue(type);
        values.clear();
        appendMatching(values, steps(), word);
        for (const QString &step : std::as_const(values))
            found << sign + QStringLiteral("step:") + step;
        break;
    }
    case FilterPart::Type: {
        QStringList values;
        appendMatching(values, typesOf(m_stream), cursor.typed);
        for (const QString &type : std::as_const(values))
            found << filterValue(type);
        break;
    }
    case FilterPart::Step:
        appendMatching(found, steps(), cursor.typed);
        break;
    case FilterPart::Verdict: {
        QStringList names;
        for (const Verdict verdict : kVerdicts)
            names << verdictName(verdict);
        if (m_hasVerdicts)
            appendMatching(found, names, cursor.typed);
        break;
    }
    case FilterPart::Other:
        break;
    }
    return found.mid(0, kMostCompletions);
}

void FilterLine::offerCompletions()
{
    const QStringList found = completions();
    const FilterCursor cursor = filterCursorAt(text(), cursorPosition());
    const bool isDone =
        found.size() == 1 && text().mid(cursor.begin, cursor.length) == found.constFirst();
    if (found.isEmpty() || isDone) {
        m_completer->popup()->hide();
        return;
    }
    m_completions->setStringList(found);
    QRect place = cursorRect();
    place.setWidth(std::max(width() / 2, fontMetrics().averageCharWidth() * 40));
    m_completer->complete(place);
}

void FilterLine::insertCompletion(const QString &completion)
{
    const FilterCursor cursor = filterCursorAt(text(), cursorPosition());
    const bool isAtEnd = cursor.begin + cursor.length == text().size();
    const bool isKey = completion.endsWith(u':');
    setSelection(int(cursor.begin), int(cursor.length));
    insert(isAtEnd && !isKey ? completion + u' ' : completion);
    takeTyping();
}

bool FilterLine::event(QEvent *event)
{
    // The Tab key would leave the field; with the list open it takes its first entry, as in a shell.
    const bool isTab =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab;
    if (isTab && m_completer->popup()->isVisible()) {
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        const QString completion = chosen.isValid() ? chosen.data(Qt::EditRole).toString()
                                                    : m_completions->stringList().value(0);
        m_completer->popup()->hide();
        insertCompletion(completion);
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterLine::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QLineEdit::focusOutEvent(event);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    const QAbstractItemView *popup = m_completer->popup();
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && popup->isVisible() && popup->currentIndex().isValid()) {
        event->ignore(); // The list's: it inserts what is chosen.
        return;
    }
    if (isReturn) {
        m_completer->popup()->hide();
        apply();
        return;
    }
    if (event->key() == Qt::Key_Down && !popup->isVisible()) {
        offerCompletions();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Gapline
