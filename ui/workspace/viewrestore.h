// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/viewstate.h"

#include <QObject>

namespace Gapline {

/// Brings a view to a state that was saved, as its stream arrives: a range or a selection that is not known yet is shown
/// once it is, and verdicts once a log was compared; unless the user has gone elsewhere in the meantime. A child of the
/// view; deletes itself when everything is restored. Lives on the UI thread.
class ViewRestore : public QObject
{
    Q_OBJECT

public:
    ViewRestore(StreamView &view, const ViewState &state);

private:
    void advance();
    [[nodiscard]] bool isDone() const;

    StreamView &m_view;
    ViewState m_wanted;
    ViewState m_applied; ///< What the view showed after the last attempt.
};

} // namespace Gapline
