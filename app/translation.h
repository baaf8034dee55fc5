// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace Gapline {

/// The window's texts in one language, for as long as it lives; also the plurals of English. What is not translated
/// stands there in English. UI thread.
class Translation
{
public:
    /// `choice`: "de", "en", or empty for that of the system. Without a translation of it: English.
    explicit Translation(const QString &choice);
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    [[nodiscard]] const QString &language() const { return m_language; }
    /// The first of the system's languages that there is a translation for.
    [[nodiscard]] static QString languageFor(const QStringList &wanted);

private:
    QLocale m_before; ///< The default of what was there before.
    QString m_language;
    QTranslator m_own;
    QTranslator m_qt; ///< Buttons of dialogs and names of keys.
};

} // namespace Gapline
