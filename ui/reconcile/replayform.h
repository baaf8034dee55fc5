// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/receiver.h"
#include "core/domain/replay.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Gapline {

/// Where a replay goes, how it is signed and how fast it is. Says beside the fields what is wrong with them.
class ReplayForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayForm(QWidget *parent = nullptr);

    /// Its secrets to sign with, the newest one first chosen; the scheme that goes with its schedule.
    void setReceiver(const ReceiverProfile &receiver);
    void setUrl(const QString &url);
    /// The connection's own API, to which nothing is ever sent.
    void setApi(const QUrl &baseUrl);
    /// Errors: UsageInvalid and UsageInsecureUrl, with the sentence that the form shows.
    [[nodiscard]] Result<ReplayTarget> target() const;
    [[nodiscard]] SignatureScheme scheme() const;
    /// Empty where none is given yet.
    [[nodiscard]] Secret secret() const;

    [[nodiscard]] QLineEdit *urlField() const { return m_url; }
    [[nodiscard]] QComboBox *secretBox() const { return m_secretBox; }
    [[nodiscard]] QLineEdit *secretField() const { return m_secretField; }
    [[nodiscard]] QDoubleSpinBox *rateBox() const { return m_rate; }
    [[nodiscard]] QString problem() const;

signals:
    void targetChanged();
    void secretChanged();

private:
    void makeSigning(QFormLayout *form);
    void makePace(QFormLayout *form);
    void showProblem();

    QLineEdit *m_url;
    QComboBox *m_scheme;
    QComboBox *m_secretBox;
    QLineEdit *m_secretField;
    QDoubleSpinBox *m_rate;
    QSpinBox *m_timeout;
    QLabel *m_problem;
    QList<Secret> m_secrets;
    QString m_apiOrigin;
};

} // namespace Gapline
