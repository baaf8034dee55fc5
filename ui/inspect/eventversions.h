// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/event.h"
#include "core/domain/timetext.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Gapline {

class DetailSection;

/// What the API answered for one seq beside the event that stands in the stream: each other content with the time at
/// which it was first seen, and the times at which the event was not returned. Empty for most events.
class EventVersions : public QWidget
{
    Q_OBJECT

public:
    /// Further ones are counted in words.
    static constexpr qsizetype kShown = 10;

    explicit EventVersions(QWidget *parent = nullptr);

    /// Nothing: still being read from the cache.
    void show(const std::optional<QList<EventVersion>> &versions, TimeZoneChoice zone);
    void clear();
    [[nodiscard]] const QList<DetailSection *> &sections() const { return m_sections; }

signals:
    void noticed(const QString &message);

private:
    DetailSection *addSection(const QString &title);
    void addVersion(const EventVersion &version, qsizetype number, TimeZoneChoice zone);

    QVBoxLayout *m_layout;
    QList<DetailSection *> m_sections;
};

} // namespace Gapline
