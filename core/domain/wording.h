// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gapline {

/// For whom core puts facts into words.
enum class Wording
{
    English, ///< For files and the command line: programs parse them, so no language changes their bytes.
    Window, ///< In the window's language, where a translation is installed.
};

/// What core says in the window: messages of errors by tr(), which the command line, without a translation, shows in
/// English; and by say() what files hold too. Thread: any.
class CoreText
{
    Q_DECLARE_TR_FUNCTIONS(Gapline::CoreText)

public:
    /// `source` is marked for translation: QT_TRANSLATE_NOOP("Gapline::CoreText", "...").
    [[nodiscard]] static QString say(Wording wording, const char *source)
    {
        return wording == Wording::Window ? tr(source) : QString::fromUtf8(source);
    }
};

} // namespace Gapline
