// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowtext.h"

#include "core/domain/displaytext.h"

#include <QCoreApplication>

namespace Gapline {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("StreamModel", source);
}

} // namespace

QString gapText(const Gap &gap)
{
    const QString range = gap.range.count() == 1
        ? QString::number(gap.range.first.value)
        : QStringLiteral("%1–%2").arg(gap.range.first.value).arg(gap.range.last.value);
    const QString kind = gap.kind == GapKind::InternalOnly
        ? text("seq %1 · %2 internal-only")
        : text("seq %1 · %2 unknown: not scanned yet");
    return kind.arg(range).arg(gap.range.count());
}

QStringList eventRemarks(const EventStream &stream, qsizetype event)
{
    QStringList remarks;
    const EventFlags flags = stream.flagsAt(event);
    if (flags.testFlag(EventFlag::Damaged))
        remarks << text("damaged in the cache");
    if (flags.testFlag(EventFlag::NoTimestamp))
        remarks << text("no timestamp");
    if (flags.testFlag(EventFlag::MalformedPayload))
        remarks << text("malformed payload");
    if (flags.testFlag(EventFlag::Conflict))
        remarks << text("conflict: two versions");
    if (flags.testFlag(EventFlag::Gone))
        remarks << text("gone: no longer returned");
    if (flags.testFlag(EventFlag::AppearedLate))
        remarks << text("appeared late");
    if (stream.runsBackwardsAt(event))
        remarks << text("clock ran backwards");
    if (hasImplausibleTime(stream, event))
        remarks << text("implausible time");
    return remarks;
}

bool hasImplausibleTime(const EventStream &stream, qsizetype event)
{
    constexpr qint64 kYear2000 = 946'684'800'000;
    constexpr qint64 kYear2100 = 4'102'444'800'000;
    const std::optional<EpochMs> at = stream.timeAt(event);
    const qint64 time = at ? toEpochMs(*at) : kYear2000;
    return time < kYear2000 || time >= kYear2100;
}

std::optional<std::chrono::milliseconds> sincePrevious(const EventStream &stream, qsizetype event)
{
    if (event == 0)
        return std::nullopt;
    return stream.timeBetween(event - 1, event);
}

QString bookmarkText(const Bookmark &bookmark)
{
    const QString words = text("Bookmark of seq %1").arg(bookmark.seq.value);
    return bookmark.note.isEmpty()
        ? words
        : QStringLiteral("%1: %2").arg(words, displayText(bookmark.note));
}

} // namespace Gapline
