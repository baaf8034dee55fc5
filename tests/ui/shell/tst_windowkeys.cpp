// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowkeys.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Gapline;

namespace {

/// Claims every key before shortcuts are asked, as fields claim these on X11.
class GreedyField : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QLineEdit::event(event);
        event->accept();
        return true;
    }
};

} // namespace

class tst_WindowKeys : public QObject
{
    Q_OBJECT

private slots:
    void theWindowsCommandWinsOverATextFieldsEmacsKey()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *field = new GreedyField(QStringLiteral("exec_1"));
        layout->addWidget(field);
        QAction palette;
        palette.setShortcut(Qt::CTRL | Qt::Key_K);
        window.addAction(&palette);
        QSignalSpy triggered(&palette, &QAction::triggered);
        const WindowKeys keys(&window);
        window.show();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setCursorPosition(0);
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(field->text(), QStringLiteral("exec_1"));
        // Other keys are the field's.
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(field->selectedText(), QStringLiteral("exec_1"));
    }
};

QTEST_MAIN(tst_WindowKeys)
#include "tst_windowkeys.moc"
