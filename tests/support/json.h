// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Gapline::Test {

/// JSON as a test writes it down: ' stands for ". (Raw strings would be nicer, but moc 6.4 stops reading a file at
/// some of them and then finds no class.)
[[nodiscard]] inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace Gapline::Test
