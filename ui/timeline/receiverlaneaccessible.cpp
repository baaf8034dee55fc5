// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/receiverlaneaccessible.h"

#include "core/domain/displaytext.h"
#include "core/report/evidence.h"
#include "ui/timeline/receiverlane.h"
#include "ui/timeline/verdictmark.h"

#include <QAccessibleWidget>
#include <QHash>

#include <algorithm>

namespace Gapline {
namespace {

/// Screen readers walk lists item by item; nobody walks further.
constexpr size_t kMostItems = 400;

/// One event that a webhook was expected of.
class ReceiverItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ReceiverItem(ReceiverLane *lane, StreamDeliveriesPtr deliveries, Seq seq)
        : m_lane(lane)
        , m_deliveries(std::move(deliveries))
        , m_seq(seq)
    { }

    [[nodiscard]] Seq seq() const { return m_seq; }
    [[nodiscard]] bool isValid() const override
    {
        return m_lane && m_lane->deliveries() == m_deliveries;
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_lane);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        const auto finding = isValid() ? m_deliveries->findingOf(m_seq) : std::nullopt;
        if (!finding)
            return {};
        if (text == QAccessible::Description)
            return verdictInWords(m_deliveries->comparison(), *finding, m_lane->timeZone());
        if (text != QAccessible::Name)
            return {};
        const QByteArray &type = m_deliveries->stream().typeAt(finding->event);
        return ReceiverLane::tr("seq %1, %2, %3")
            .arg(QString::number(m_seq.value),
                 displayText(QString::fromUtf8(type)),
                 DeliveryText::webhook(finding->verdict, quint32(finding->duplicates)));
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_lane->markOf(m_seq).toAlignedRect();
        return {m_lane->mapToGlobal(box.topLeft()), box.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.selected = isValid() && m_lane->isSelected(m_seq);
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (isValid() && action == pressAction())
            m_lane->select(m_seq);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<ReceiverLane> m_lane;
    StreamDeliveriesPtr m_deliveries;
    Seq m_seq;
};

class ReceiverLaneAccessible : public QAccessibleWidget
{
public:
    explicit ReceiverLaneAccessible(ReceiverLane *lane)
        : QAccessibleWidget(lane, QAccessible::List)
    { }
    ~ReceiverLaneAccessible() override { forgetItems(); }

    [[nodiscard]] int childCount() const override { return int(seqs().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const std::vector<Seq> inSight = seqs();
        if (index < 0 || size_t(index) >= inSight.size())
            return nullptr;
        return itemOf(inSight[size_t(index)]);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (const Seq seq : seqs()) {
            QAccessibleInterface *item = itemOf(seq);
            if (item->rect().contains(x, y))
                return item;
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const ReceiverItem *>(child);
        const std::vector<Seq> inSight = seqs();
        const auto at = item ? std::ranges::find(inSight, item->seq()) : inSight.end();
        return at == inSight.end() ? -1 : int(at - inSight.begin());
    }
    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (text != QAccessible::Value)
            return QAccessibleWidget::text(text);
        for (const Seq seq : seqs()) {
            if (lane()->isSelected(seq))
                return itemOf(seq)->text(QAccessible::Name);
        }
        return {};
    }

private:
    [[nodiscard]] ReceiverLane *lane() const { return static_cast<ReceiverLane *>(object()); }
    [[nodiscard]] std::vector<Seq> seqs() const { return lane()->seqsInSight(kMostItems); }

    void forgetItems() const
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }

    [[nodiscard]] QAccessibleInterface *itemOf(Seq seq) const
    {
        if (m_of != lane()->deliveries()) {
            forgetItems();
            m_of = lane()->deliveries();
        }
        const auto known = m_items.constFind(seq.value);
        if (known != m_items.cend())
            return QAccessible::accessibleInterface(*known);
        auto *item = new ReceiverItem(lane(), m_of, seq);
        m_items.insert(seq.value, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    mutable StreamDeliveriesPtr m_of; ///< That the items were made for.
    mutable QHash<qint64, QAccessible::Id> m_items; ///< By seq.
};

QAccessibleInterface *makeReceiverLaneAccessible(const QString &, QObject *object)
{
    auto *lane = qobject_cast<ReceiverLane *>(object);
    return lane ? new ReceiverLaneAccessible(lane) : nullptr;
}

} // namespace

void installReceiverLaneAccessible()
{
    // Qt ignores a factory that it has already.
    QAccessible::installFactory(makeReceiverLaneAccessible);
}

} // namespace Gapline
