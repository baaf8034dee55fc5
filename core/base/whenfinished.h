// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace Gapline {

/// A future whose answer is taken on an object's thread; made by whenFinished().
template<typename T>
class FinishedFuture
{
public:
    explicit FinishedFuture(const QFuture<T> &future)
        : m_future(future)
    { }

    template<typename Function>
    void then(QObject *context, Function function) const
    {
        auto *watcher = new QFutureWatcher<T>(context);
        QObject::connect(watcher,
                         &QFutureWatcherBase::finished,
                         context,
                         [watcher, function = std::move(function)]() mutable {
                             watcher->deleteLater();
                             if (watcher->future().resultCount() > 0)
                                 function(watcher->result());
                         });
        watcher->setFuture(m_future);
    }

private:
    QFuture<T> m_future;
};

/// whenFinished(future).then(context, function) calls the function with the result on the context's thread: always
/// from the event loop, never before it returns, and never after the context is gone. QFuture::then(context, ...)
/// promises neither: with a future that is ready it runs at once, and a context that was destroyed in the meantime
/// is a fault (Qt 6.4 asserts on the thread that ends the work). A future that ends without a result calls nothing.
template<typename T>
[[nodiscard]] FinishedFuture<T> whenFinished(const QFuture<T> &future)
{
    return FinishedFuture<T>(future);
}

} // namespace Gapline
