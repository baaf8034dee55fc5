// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/streamdeliveries.h"
#include "ui/inspect/detailsection.h"

class QLabel;
class QPushButton;

namespace Gapline {

/// "Webhook delivery" of one event, or of a whole execution: the verdict in words, and all that it rests on. Hidden
/// without a comparison.
class DeliverySection : public DetailSection
{
    Q_OBJECT

public:
    explicit DeliverySection(QWidget *parent = nullptr);

    /// Hides the section where there is nothing to say.
    void showFor(const StreamDeliveriesPtr &deliveries, Seq seq, TimeZoneChoice zone);
    void showForExecution(const StreamDeliveriesPtr &deliveries, TimeZoneChoice zone);
    [[nodiscard]] QPushButton *exportButton() const { return m_export; }
    [[nodiscard]] QPushButton *curlButton() const { return m_curl; }
    /// False where the payloads at hand may not be sent.
    void setReplayable(bool isReplayable);
    [[nodiscard]] QPushButton *replayButton() const { return m_replay; }

signals:
    void exportMissedWanted();
    void replayWanted(); ///< Of this execution.
    /// The request that returns every missed event.
    void curlWanted(Gapline::Seq sinceSeq);

private:
    void showBadge(const QString &text, std::optional<Verdict> verdict);
    void showRecovery(const StreamDeliveries &deliveries, QList<Fact> &facts);

    QLabel *m_badge;
    QPushButton *m_export;
    QPushButton *m_curl;
    QPushButton *m_replay;
    std::optional<Seq> m_since;
    bool m_isReplayable = true;
};

} // namespace Gapline
