// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/eventversions.h"

#include "ui/inspect/detailsection.h"
#include "ui/inspect/jsonview.h"
#include "ui/inspect/rawclipboard.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gapline {

EventVersions::EventVersions(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void EventVersions::clear()
{
    qDeleteAll(m_sections);
    m_sections.clear();
    setVisible(false);
}

void EventVersions::show(const std::optional<QList<EventVersion>> &versions, TimeZoneChoice zone)
{
    clear();
    if (versions && versions->isEmpty())
        return;
    setVisible(true);
    if (!versions) {
        addSection(tr("Other answers of the API"))->setSentences({tr("Reading from the cache …")});
        return;
    }
    const qsizetype shown = std::min(versions->size(), kShown);
    qsizetype number = 1; // The event of the stream.
    for (qsizetype i = 0; i < shown; ++i) {
        const EventVersion &version = versions->at(i);
        number += version.isAbsence() ? 0 : 1;
        addVersion(version, number, zone);
    }
    if (versions->size() > shown) {
        addSection(tr("Other answers of the API"))
            ->setSentences({tr("%n more are kept in the cache.",
                               nullptr,
                               int(std::min<qsizetype>(versions->size() - shown, 1'000'000)))});
    }
}

void EventVersions::addVersion(const EventVersion &version, qsizetype number, TimeZoneChoice zone)
{
    const QString time = isoTime(version.seenAt, zone);
    if (version.isAbsence()) {
        addSection(tr("Not returned"))
            ->setSentences({tr("On %1 its seq was scanned again, and the API did not return this "
                               "event. What is shown here is what it had returned before.")
                                .arg(time)});
        return;
    }
    if (version.isDamaged) {
        addSection(tr("Version %1").arg(number))
            ->setSentences({tr("First seen on %1. Its bytes in the cache fail their checksum, so "
                               "they are not shown.")
                                .arg(time)});
        return;
    }
    DetailSection *section = addSection(tr("Version %1").arg(number));
    section->setSentences(
        {tr("First seen on %1, after the one above; the whole event:").arg(time)});
    auto *json = new JsonView;
    json->setJson(version.content);
    json->setAccessibleName(tr("JSON of version %1").arg(number));
    section->addWidget(json);
    auto *copy = new QToolButton;
    copy->setText(tr("Copy JSON"));
    copy->setAccessibleName(tr("Copy the JSON of version %1").arg(number));
    copy->setAutoRaise(true);
    section->addHeaderWidget(copy);
    connect(copy, &QToolButton::clicked, this, [this, number, content = version.content] {
        copyRawJson(content);
        emit noticed(tr("Version %1 copied as JSON").arg(number));
    });
}

DetailSection *EventVersions::addSection(const QString &title)
{
    auto *section = new DetailSection;
    section->setTitle(title);
    m_layout->addWidget(section);
    connect(section, &DetailSection::noticed, this, &EventVersions::noticed);
    m_sections << section;
    return section;
}

} // namespace Gapline
