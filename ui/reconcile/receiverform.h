// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/receiver.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace Gapline {

/// What the user says about one receiver: name, subscription, retry schedule, the log's span, secrets, runs with a
/// webhook of their own. Says beside each field what is wrong with it.
class ReceiverForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverForm(QWidget *parent = nullptr);

    /// Receivers to choose from by name; choosing one asks for it.
    void setKnown(const QStringList &names);
    /// Everything but the mapping.
    void setReceiver(const ReceiverProfile &receiver);
    void setSecrets(const QList<Secret> &secrets);
    /// Where secrets will be kept, in words.
    void setSecretPlace(const QString &words);
    /// Without a mapping. Errors: UsageInvalid, with the sentence that the form shows.
    [[nodiscard]] Result<ReceiverProfile> receiver() const;

    [[nodiscard]] QComboBox *scheduleBox() const { return m_schedule; }
    [[nodiscard]] QLineEdit *typesField() const { return m_types; }
    [[nodiscard]] QComboBox *nameBox() const { return m_name; }

signals:
    void changed();
    void receiverChosen(const QString &name);

private:
    void makeSubscription(QFormLayout *form);
    void makeTimes(QFormLayout *form);
    void makeSecrets(QFormLayout *form);
    void fillTypesMenu();
    QLineEdit *addSecretField();
    void validate();

    QComboBox *m_name;
    QLineEdit *m_types;
    QToolButton *m_typesMenu;
    QComboBox *m_schedule;
    QLineEdit *m_offsets; ///< Of a custom schedule.
    QSpinBox *m_timeout;
    QSpinBox *m_late;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_asOf;
    QPlainTextEdit *m_overrides;
    QWidget *m_secretsBox;
    QVBoxLayout *m_secretsLayout;
    QList<QLineEdit *> m_secrets;
    QLabel *m_secretPlace;
    QLabel *m_problem;
};

} // namespace Gapline
