// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reconcile/reconciler.h"
#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QWidget>

namespace Gapline {

class ElidedLabel;

/// The status bar's content: the connection, and what is known about the open execution: seqs scanned, events,
/// internal-only and unknown seqs, cursor, when it was fetched.
class CoverageLine : public QWidget
{
    Q_OBJECT

public:
    /// `workspace` must outlive the line.
    explicit CoverageLine(Workspace &workspace, QWidget *parent = nullptr);

    /// "✕ 4 webhooks missed"; never "0 missed", which needs its coverage beside it. Late ones have arrived, but are not
    /// counted as delivered.
    [[nodiscard]] static QString webhooksText(const ReconcileTotals &totals);
    /// What is known about a stream, in words.
    [[nodiscard]] static QString coverageText(const StreamView &view);

    /// False while another page than the execution's is shown: its numbers would be taken for that page's.
    void setTellsOfExecution(bool tells);

private:
    void followView();
    void showConnection();
    void showCoverage();
    void showWebhooks();

    Workspace &m_workspace;
    QPointer<StreamView> m_view;
    bool m_tellsOfExecution = true;
    ElidedLabel *m_connection = nullptr;
    ElidedLabel *m_coverage = nullptr;
    ElidedLabel *m_webhooks = nullptr;
    ElidedLabel *m_fetched = nullptr;
};

} // namespace Gapline
