// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Gapline {

/// Name, version, licence and what the program is built on. Opens the window and returns.
void showAbout(QWidget *parent);
/// The licence's text.
void showLicence(QWidget *parent);

} // namespace Gapline
