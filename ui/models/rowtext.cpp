// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowtext.h"

#include "core/domain/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gapline {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StreamModel)
};

} // namespace

QString gapText(const Gap &gap)
{
    const QString range = gap.range.count() == 1
        ? QString::number(gap.range.first.value)
        : QStringLiteral("%1–%2").arg(gap.range.first.value).arg(gap.range.last.value);
    const QString kind = gap.kind == GapKind::InternalOnly
        ? Text::tr("seq %1 · %2 internal-only")
        : Text::tr("seq %1 · %2 unknown: not scanned yet");
    return kind.arg(range, QLocale().toString(qlonglong(gap.range.count())));
}

QStringList eventRemarks(const EventStream &stream, qsizetype event)
{
    QStringList remarks;
    const EventFlags flags = stream.flagsAt(event);
    if (flags.testFlag(EventFlag::Damaged))
        remarks << Text::tr("damaged in the cache");
    if (flags.testFlag(EventFlag::NoTimestamp))
        remarks << Text::tr("no timestamp");
    if (flags.testFlag(EventFlag::MalformedPayload))
        remarks << Text::tr("malformed payload");
    if (flags.testFlag(EventFlag::Conflict))
        remarks << Text::tr("conflict: two versions");
    if (flags.testFlag(EventFlag::Gone))
        remarks << Text::tr("gone: no longer returned");
    if (flags.testFlag(EventFlag::AppearedLate))
        remarks << Text::tr("appeared late");
    if (stream.runsBackwardsAt(event))
        remarks << Text::tr("clock ran backwards");
    if (hasImplausibleTime(stream, event))
        remarks << Text::tr("implausible time");
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

QString iterationMark(int number)
{
    return QStringLiteral("\u21BB%1").arg(QLocale().toString(number));
}

QString iterationText(const StepIteration &iteration)
{
    return Text::tr("iteration %1 of %2")
        .arg(QLocale().toString(iteration.number), QLocale().toString(iteration.count));
}

QString bookmarkText(const Bookmark &bookmark)
{
    const QString words = Text::tr("Bookmark of seq %1").arg(bookmark.seq.value);
    return bookmark.note.isEmpty()
        ? words
        : QStringLiteral("%1: %2").arg(words, displayText(bookmark.note));
}

} // namespace Gapline
