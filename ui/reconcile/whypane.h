// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace Gapline {

class DetailSection;
struct Why;

/// Answers "why?" of what is selected on the comparison's page, and holds what can be done about that one thing. Lives
/// on the UI thread.
class WhyPane : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPane(QWidget *parent = nullptr);

    /// Nothing to be done about it.
    void showWhy(const Why &why);
    void showExecution(const Why &why, const ExecutionId &id, qint64 missed, bool canReplay);
    /// A log row whose execution is not known yet.
    void showForeign(const Why &why, const ExecutionId &id, bool canFetch);
    /// Nothing is selected.
    void showHint(const QString &sentence);

    [[nodiscard]] DetailSection *section() const { return m_section; }
    [[nodiscard]] QPushButton *replayButton() const { return m_replay; }

signals:
    /// To be opened, which fetches it when it is not known.
    void executionWanted(const Gapline::ExecutionId &executionId);
    void replayWanted(const Gapline::ExecutionId &executionId);

private:
    void fill(const Why &why);

    DetailSection *m_section;
    QPushButton *m_open;
    QPushButton *m_replay;
    QPushButton *m_fetch;
    ExecutionId m_execution; ///< What the buttons speak of.
};

} // namespace Gapline
