// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fontzoom.h"

#include "ui/settings/windowsettings.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

#include <algorithm>
#include <array>

namespace Gapline {
namespace {

constexpr std::array<int, 12> kSteps{
    FontZoom::kLeastPercent, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, FontZoom::kMostPercent};
const QString kSetting = QStringLiteral("textPercent");

int nextStep(int percent, bool isLarger)
{
    if (isLarger) {
        const auto step = std::ranges::upper_bound(kSteps, percent);
        return step == kSteps.end() ? kSteps.back() : *step;
    }
    const auto step = std::ranges::lower_bound(kSteps, percent);
    return step == kSteps.begin() ? kSteps.front() : *std::prev(step);
}

} // namespace

FontZoom::FontZoom(const Actions &actions, WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_own(QApplication::font())
{
    connect(actions.textLarger, &QAction::triggered, this, [this] {
        setPercent(nextStep(m_percent, true));
    });
    connect(actions.textSmaller, &QAction::triggered, this, [this] {
        setPercent(nextStep(m_percent, false));
    });
    connect(actions.textNormal, &QAction::triggered, this, [this] { setPercent(100); });
    const int kept = settings.layout(kSetting).toInt();
    if (kept >= kLeastPercent && kept <= kMostPercent && kept != m_percent) {
        m_percent = kept;
        apply();
        // Menus, toolbar and lists that stand already keep their fonts until they have been polished.
        QTimer::singleShot(0, this, &FontZoom::apply);
    }
}

void FontZoom::setPercent(int percent)
{
    if (percent != m_percent) {
        m_percent = percent;
        m_settings.setLayout(kSetting, QByteArray::number(percent));
        apply();
    }
    emit noticed(tr("Text at %1 %").arg(m_percent));
}

void FontZoom::apply()
{
    QFont font = m_own;
    if (m_own.pointSizeF() > 0)
        font.setPointSizeF(m_own.pointSizeF() * m_percent / 100);
    else
        font.setPixelSize(std::max(1, m_own.pixelSize() * m_percent / 100));
    QApplication::setFont(font);
}

} // namespace Gapline
