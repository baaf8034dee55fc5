// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Gapline {

/// One step of a run, or the group that a group event belongs to.
struct RunStep
{
    QByteArray id; ///< UTF-8, unescaped.
    int node = -1; ///< Index in the workflow; -1 for a group, which is no step of its own.
    int group = -1;
    QByteArray output{}; ///< Raw JSON once completed; empty: null.
    QByteArray error{}; ///< Raw JSON {code, message} once failed; empty: null.
};

/// One seq of a run: its place in the vector is the seq less one.
struct RunEvent
{
    const char *type;
    int step = -1; ///< Index in Run::steps; -1: stepId null.
    qint64 at = 0; ///< Milliseconds after the run's startedAt.
    QByteArray
        tail{}; ///< What follows correlationId in the event's JSON: `,"data":{...}`, or nothing.
};

/// The whole course of one execution, past and still to come.
struct Run
{
    std::vector<RunStep> steps;
    std::vector<RunEvent> events; ///< In seq order; `at` never falls.
    QByteArray failureReason{}; ///< Raw JSON once failed; empty: null.
};

/// `,"data":<json>`
[[nodiscard]] inline QByteArray dataTail(const QByteArray &json)
{
    return ",\"data\":" + json;
}

} // namespace Gapline
