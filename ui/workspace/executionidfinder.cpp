// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/executionidfinder.h"

#include <QRegularExpression>
#include <QUrl>

namespace Gapline {
namespace {

constexpr qsizetype kReadCharacters = 65536;
constexpr qsizetype kLongestId = 256;

std::optional<ExecutionId> firstCapture(const QRegularExpression &pattern, const QString &text)
{
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString id = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
    if (id.isEmpty() || id.size() > kLongestId)
        return std::nullopt;
    return ExecutionId(id);
}

/// "executionId": "…" in JSON, \"executionId\":\"…\" inside a string of JSON, executionId=… in URLs and log lines.
const QRegularExpression &namedId()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\bexecution[_-]?id\\*["']?\s*[:=]\s*\\*["']?([^\s"'\\,;&#{}\[\]()<>]+))"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &formedId()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"((?<![A-Za-z0-9])(exec_[A-Za-z0-9_-]+))"));
    return pattern;
}

const QRegularExpression &idInPath()
{
    static const QRegularExpression pattern(QStringLiteral(R"(/executions?/([^\s/?#"'&]+))"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &singleWord()
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral(R"(([A-Za-z0-9._:~-]+))")));
    return pattern;
}

} // namespace

std::optional<ExecutionId> findExecutionId(QStringView text)
{
    QString read = text.left(kReadCharacters).trimmed().toString();
    // A line edit turns the line breaks of a paste into these, which \s does not know.
    read.replace(QChar::LineSeparator, u'\n').replace(QChar::ParagraphSeparator, u'\n');
    for (const QRegularExpression *pattern :
         {&namedId(), &formedId(), &idInPath(), &singleWord()}) {
        if (const std::optional<ExecutionId> id = firstCapture(*pattern, read))
            return id;
    }
    return std::nullopt;
}

} // namespace Gapline
