// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpwindow.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace Gapline {
namespace {

struct Topic
{
    HelpTopic topic;
    const char *name; ///< Of the page, and behind "help:".
    const char *title;
};

constexpr std::array<Topic, 6> kTopics{{
    {HelpTopic::Shortcuts,
     "shortcuts",
     QT_TRANSLATE_NOOP("Gapline::HelpWindow", "Keyboard shortcuts")},
    {HelpTopic::Gaps, "gaps", QT_TRANSLATE_NOOP("Gapline::HelpWindow", "What gaps mean")},
    {HelpTopic::Coverage, "coverage", QT_TRANSLATE_NOOP("Gapline::HelpWindow", "Coverage")},
    {HelpTopic::Verdicts, "verdicts", QT_TRANSLATE_NOOP("Gapline::HelpWindow", "Verdicts")},
    {HelpTopic::Filters, "filters", QT_TRANSLATE_NOOP("Gapline::HelpWindow", "Filters")},
    {HelpTopic::CommandLine,
     "commandline",
     QT_TRANSLATE_NOOP("Gapline::HelpWindow", "Command line")},
}};

/// QTextBrowser would read files and follow links; this one shows what it was given.
class HelpPage final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QString pageFrom(const char *name)
{
    // A translation names the folder of its own pages; a page that it lacks is shown in English.
    const QString own = HelpWindow::tr("help", "folder of the help pages, such as help/de");
    for (const QString &folder : {own, QStringLiteral("help")}) {
        QFile file(QStringLiteral(":/gapline/%1/%2.html").arg(folder, QLatin1String(name)));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

} // namespace

HelpWindow::HelpWindow(const QString &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_topics(new QListWidget(this))
    , m_page(new HelpPage(this))
{
    setWindowTitle(tr("Help"));
    m_topics->setAccessibleName(tr("Topics"));
    for (const Topic &topic : kTopics)
        m_topics->addItem(tr(topic.title));
    m_topics->setFixedWidth(fontMetrics().averageCharWidth() * 26);
    m_page->setAccessibleName(tr("Help page"));
    m_page->setOpenLinks(false);
    m_page->document()->setDocumentMargin(fontMetrics().height());
    connect(m_page, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_topics, &QListWidget::currentRowChanged, this, &HelpWindow::showRow);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_topics);
    columns->addWidget(m_page, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    m_topics->setFocus(); // The keys choose a page at once; Tab goes into it.
    m_topics->setSpacing(fontMetrics().height() / 6);
    resize(fontMetrics().averageCharWidth() * 124, fontMetrics().height() * 38);
}

void HelpWindow::showTopic(HelpTopic topic)
{
    for (int row = 0; row < int(kTopics.size()); ++row) {
        if (kTopics[size_t(row)].topic == topic)
            m_topics->setCurrentRow(row);
    }
}

void HelpWindow::showRow(int row)
{
    if (row < 0 || row >= int(kTopics.size()))
        return;
    const Topic &topic = kTopics[size_t(row)];
    m_page->document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1; } h1 { font-size: large; } h2 { font-size: medium; }")
            .arg(palette().color(QPalette::Link).name()));
    m_page->setHtml(topic.topic == HelpTopic::Shortcuts ? m_shortcuts : pageFrom(topic.name));
}

void HelpWindow::follow(const QUrl &link)
{
    if (link.scheme() != QLatin1String("help"))
        return;
    for (const Topic &topic : kTopics) {
        if (link.path() == QLatin1String(topic.name))
            showTopic(topic.topic);
    }
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // The colour of links is part of the page.
    if (event->type() == QEvent::PaletteChange)
        showRow(m_topics->currentRow());
}

} // namespace Gapline
