// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDeadlineTimer>
#include <QFrame>
#include <QTimer>

#include <chrono>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace Gapline {

/// Says above the page what happened, why, and what to do; details on demand. One message at a time, the latest.
class ErrorBanner : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    void showError(const Error &error);
    /// A request that will be tried again by itself. While several wait, the banner counts down to the nearest try.
    void showRetry(const Error &why, std::chrono::milliseconds delay);
    /// A fact, not a fault.
    void showNotice(const QString &message);
    /// One that goes by itself: it answers what the user has just done.
    void showPassingNotice(const QString &message, std::chrono::milliseconds stay);
    void clear();
    void clearRetry();
    /// A notice stays until it is dismissed.
    void clearError();
    void clearPassingNotice();

signals:
    void retryWanted();
    void credentialsWanted();

private:
    enum class Tone
    {
        None,
        Notice,
        Retry,
        Error
    };

    void layOut();
    void say(Tone tone, const QString &title, const QString &text);
    void showDetails(const QString &details);
    void showCountdown();
    [[nodiscard]] std::chrono::seconds untilNextTry();

    Tone m_tone = Tone::None;
    QLabel *m_glyph = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_detailsToggle = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_credentials = nullptr;
    QToolButton *m_dismiss = nullptr;
    QTimer m_countdown;
    QTimer m_stay; ///< Of a passing notice.
    std::vector<QDeadlineTimer> m_tries; ///< When each waiting request is tried again.
    QString m_reason;
};

} // namespace Gapline
