// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/viewlink.h"

#include "core/domain/displaytext.h"
#include "core/domain/wording.h"
#include "core/filter/filterparser.h"

#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace Gapline {
namespace {

constexpr QStringView kScheme(u"gapline:");
constexpr QStringView kOpen(u"//open/");
// Longer ones are cut by mail programs and chats; and a filter is a few terms.
constexpr qsizetype kMostCharacters = 16'384;

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "*/"));
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Failure notALink(const QString &text, const QString &why)
{
    return failure(ErrorId::UsageInvalid,
                   CoreText::tr("\"%1\" is no link that Gapline can open: %2.")
                       .arg(displayText(text, 120), why));
}

QString rangeText(double from, double to)
{
    const auto number = [](double value) { return QString::number(value, 'g', 17); };
    return number(from) + QStringLiteral("..") + number(to);
}

std::optional<VisibleSeqs> visibleFrom(const QString &text)
{
    const QStringList ends = text.split(QStringLiteral(".."));
    if (ends.size() != 2)
        return std::nullopt;
    bool isFirst = false;
    bool isLast = false;
    const VisibleSeqs seqs{ends.at(0).toDouble(&isFirst), ends.at(1).toDouble(&isLast)};
    const bool isRange = isFirst && isLast && std::isfinite(seqs.from) && std::isfinite(seqs.to)
        && seqs.from >= 0 && seqs.to <= double(kMaxSafeInteger) + 1 && seqs.from < seqs.to;
    return isRange ? std::optional(seqs) : std::nullopt;
}

std::optional<SeqRange> seqsFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,16})(?:\\.\\.(\\d{1,16}))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const Seq first{match.captured(1).toLongLong()};
    const Seq last = match.captured(2).isEmpty() ? first : Seq{match.captured(2).toLongLong()};
    const bool isRange = first >= Seq{1} && first <= last && last <= Seq{kMaxSafeInteger};
    return isRange ? std::optional(SeqRange{first, last}) : std::nullopt;
}

/// False when `value` cannot be read.
bool readPart(const QString &key, const QString &value, ViewState &state)
{
    if (key == QLatin1String("filter")) {
        const auto filter = parseFilter(value);
        state.filter = filter.value_or(StreamFilter());
        return filter.has_value();
    }
    if (key == QLatin1String("range")) {
        state.visible = visibleFrom(value);
        return state.visible.has_value();
    }
    if (key == QLatin1String("seq")) {
        state.selection = seqsFrom(value);
        return state.selection.has_value();
    }
    if (key == QLatin1String("gaps"))
        state.showsGapRows = value != QLatin1String("hidden");
    return true;
}

} // namespace

QString viewLinkText(const ViewLink &link)
{
    const ViewState &state = link.state;
    QStringList parts;
    if (!state.filter.isEmpty())
        parts << QStringLiteral("filter=") + encoded(filterText(state.filter));
    if (state.visible)
        parts << QStringLiteral("range=") + rangeText(state.visible->from, state.visible->to);
    if (state.selection) {
        const SeqRange seqs = *state.selection;
        parts << QStringLiteral("seq=%1").arg(seqs.first.value)
                + (seqs.count() > 1 ? QStringLiteral("..%1").arg(seqs.last.value) : QString());
    }
    if (!state.showsGapRows)
        parts << QStringLiteral("gaps=hidden");
    QString text = kScheme.toString() + kOpen.toString()
        + QString::fromLatin1(QUrl::toPercentEncoding(link.executionId.text()));
    return parts.isEmpty() ? text : text + u'?' + parts.join(u'&');
}

bool isViewLink(QStringView text)
{
    return text.trimmed().startsWith(kScheme, Qt::CaseInsensitive);
}

Result<ViewLink> parseViewLink(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > kMostCharacters)
        return notALink(trimmed, CoreText::tr("it is too long"));
    const QStringView rest = QStringView(trimmed).sliced(std::min(kScheme.size(), trimmed.size()));
    if (!isViewLink(trimmed) || !rest.startsWith(kOpen, Qt::CaseInsensitive))
        return notALink(trimmed, CoreText::tr("it does not begin with gapline://open/"));
    const QStringView path = rest.sliced(kOpen.size());
    const qsizetype question = path.indexOf(u'?');
    ViewLink link;
    link.executionId = ExecutionId(decoded(question < 0 ? path : path.first(question)));
    if (link.executionId.isEmpty())
        return notALink(trimmed, CoreText::tr("it names no execution"));
    if (question < 0)
        return link;
    for (const QStringView part : path.sliced(question + 1).split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = part.first(equals < 0 ? part.size() : equals).toString();
        const QString value = equals < 0 ? QString() : decoded(part.sliced(equals + 1));
        if (!readPart(key, value, link.state))
            return notALink(trimmed, CoreText::tr("its %1 cannot be read").arg(key));
    }
    return link;
}

} // namespace Gapline
