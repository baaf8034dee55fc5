// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languagecommands.h"

#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"

#include <QAction>

#include <array>
#include <utility>

namespace Gapline {

LanguageCommands::LanguageCommands(Actions &actions, WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const std::array<std::pair<QAction *, QString>, 3> choices{
        {{actions.languageSystem, QString()},
         {actions.languageEnglish, QStringLiteral("en")},
         {actions.languageGerman, QStringLiteral("de")}}};
    for (const auto &[action, language] : choices) {
        action->setChecked(settings.language() == language);
        connect(action, &QAction::triggered, this, [this, name = language] { choose(name); });
    }
}

void LanguageCommands::choose(const QString &language)
{
    m_settings.setLanguage(language);
    emit noticed(tr("The language changes when Gapline is started again"));
}

} // namespace Gapline
