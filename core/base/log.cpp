// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

namespace Gapline {

Q_LOGGING_CATEGORY(lcApi, "gapline.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSync, "gapline.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(lcCache, "gapline.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSandbox, "gapline.sandbox", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "gapline.ui", QtWarningMsg)

} // namespace Gapline
