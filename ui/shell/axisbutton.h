// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolButton;
class QWidget;

namespace Gapline {

class Actions;
class TimelineWidget;
class WindowSettings;

/// The tool button that says what the timeline's axis measures and changes it. Connects the actions of the axis and of
/// the order of lanes with the timeline, and keeps its state in the settings. All of them must outlive the button.
[[nodiscard]] QToolButton *makeAxisButton(Actions &actions,
                                          TimelineWidget &timeline,
                                          WindowSettings &settings,
                                          QWidget *parent);

} // namespace Gapline
