// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apiclient.h"
#include "ui/fleet/executiondelegate.h"
#include "ui/fleet/executionlist.h"
#include "ui/workspace/workspace.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Gapline;

/// What the left column says while it is empty; nothing is connected.
class tst_ExecutionList : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>();
        m_workspace = std::make_unique<Workspace>(
            *m_cache, m_clock, [](const Profile &, const Credentials &) { return nullptr; });
        m_list = std::make_unique<ExecutionList>(*m_workspace);
    }

    void cleanup()
    {
        m_list.reset();
        m_workspace.reset();
        m_cache.reset();
    }

    void aCacheThatCannotBeReadIsNotSaidToHoldNothing()
    {
        const QString file = path("cache.db");
        const QString link = path("link.db"); // Never followed: somebody else may have set it.
        show(file);
        QTRY_VERIFY(words().startsWith(QLatin1String("The cache holds no executions yet.")));
        QCOMPARE(syncText(), QStringLiteral("⟳ 0 of 0 synced"));

        QVERIFY(QFile::link(file, link));
        QSignalSpy failed(m_workspace.get(), &Workspace::failed);
        show(link);
        QTRY_COMPARE(words(),
                     QStringLiteral("The cache could not be read: nothing can be said of its "
                                    "executions."));
        QCOMPARE(syncText(), QStringLiteral("⟳ Sync all"));
        QVERIFY(!failed.isEmpty());

        show(file);
        QTRY_VERIFY(words().startsWith(QLatin1String("The cache holds no executions yet.")));
    }

    void missingCredentialsAreSaidWithWhyAndWhatToDo()
    {
        m_list.reset();
        m_workspace = std::make_unique<Workspace>(
            *m_cache, m_clock, [this](const Profile &profile, const Credentials &credentials) {
                return std::make_unique<Connection>(
                    std::make_unique<ApiClient>(profile, credentials, m_clock), *m_cache, m_clock);
            });
        m_list = std::make_unique<ExecutionList>(*m_workspace);
        m_workspace->connectTo({QStringLiteral("empty"),
                                QUrl(QStringLiteral("http://127.0.0.1:9/")),
                                path("cache.db"),
                                {}},
                               Credentials{},
                               false);
        QTRY_VERIFY(words().startsWith(QLatin1String("Credentials are missing")));
        QVERIFY(words().contains(QLatin1String("one of them is not set")));
        QVERIFY(words().contains(QLatin1String("enter them in the connection settings")));
    }

    void aShortLineKeepsTheDayAsLongAsItCan()
    {
        const QFontMetrics metrics(m_list->font());
        const QString summary = QStringLiteral("doc-signoff-of-contracts · 2026-11-27 15:31:14Z");
        const auto shown = [&](const char *end) {
            const int time =
                metrics.horizontalAdvance(QStringLiteral(" · ") + QString::fromUtf8(end));
            return elidedSummary(summary, metrics, time + 9 * metrics.averageCharWidth());
        };
        for (const char *end :
             {"2026-11-27 15:31:14Z", "11-27 15:31:14Z", "11-27 15:31Z", "…15:31:14Z"})
            QVERIFY2(shown(end).endsWith(QStringLiteral(" · ") + QString::fromUtf8(end)),
                     qPrintable(shown(end)));
    }

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }

    void show(const QString &cacheFile)
    {
        m_workspace->connectTo(
            {QStringLiteral("test"), QUrl(QStringLiteral("http://127.0.0.1:9/")), cacheFile, {}},
            std::nullopt);
    }

    /// Of the one label that is shown for want of rows.
    [[nodiscard]] QString words() const
    {
        for (const QLabel *label : m_list->findChildren<QLabel *>(Qt::FindDirectChildrenOnly))
            if (!label->isHidden())
                return label->text();
        return {};
    }

    [[nodiscard]] QString syncText() const
    {
        for (const QToolButton *button : m_list->findChildren<QToolButton *>())
            if (button->text().startsWith(u'⟳'))
                return button->text();
        return {};
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ExecutionList> m_list;
};

QTEST_MAIN(tst_ExecutionList)
#include "tst_executionlist.moc"
