// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/httplog.h"

#include <QObject>

namespace Gapline {

/// The requests that the window's connections have made, also those before the present one; in memory alone.
/// Lives on the UI thread.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const HttpLog &log() const { return m_log; }

public slots:
    void add(const Gapline::HttpLogEntry &attempt);
    void clear();

signals:
    void changed();

private:
    HttpLog m_log{2000};
};

} // namespace Gapline
