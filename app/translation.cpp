// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace Gapline {
namespace {

const QStringList &languages()
{
    static const QStringList kLanguages{QStringLiteral("en"), QStringLiteral("de")};
    return kLanguages;
}

} // namespace

QString Translation::languageFor(const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const QString language = name.section(u'-', 0, 0).section(u'_', 0, 0);
        if (languages().contains(language))
            return language;
    }
    return languages().constFirst();
}

Translation::Translation(const QString &choice)
    : m_language(
        languageFor(choice.isEmpty() ? QLocale::system().uiLanguages() : QStringList{choice}))
{
    // Numbers and dates go with the words; the system's own way of writing them stays where it is of that language.
    if (QLocale::system().name().section(u'_', 0, 0) != m_language && !choice.isEmpty())
        QLocale::setDefault(QLocale(m_language));
    if (m_own.load(QStringLiteral(":/gapline/translations/gapline_%1.qm").arg(m_language)))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(m_language),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    QLocale::setDefault(m_before);
}

} // namespace Gapline
