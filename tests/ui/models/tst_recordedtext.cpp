// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliverylog/logreader.h"
#include "core/deliverylog/rowmapping.h"
#include "ui/models/recordedtext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Gapline;

namespace {

/// Translates whatever is asked for.
class Shouting : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "RecordedText") == 0 ? QString::fromUtf8(source).toUpper()
                                                     : QString();
    }
};

} // namespace

class tst_RecordedText : public QObject
{
    Q_OBJECT

private slots:
    void withoutATranslationEveryTextStaysAsItIs()
    {
        for (const char *text : {"not JSON: 5 (the log ends in this row)", "HTTP status 503", ""})
            QCOMPARE(recordedText(QString::fromUtf8(text)), QString::fromUtf8(text));
    }

    void everyReasonThatReadersGiveIsKnown()
    {
        QByteArray log("{\"executionId\":\"e\",\"seq\":\"x\"}\n{\"a\":1}\n[1]\n{\"broken\n");
        QBuffer device(&log);
        QVERIFY(device.open(QIODevice::ReadOnly));
        RowMapping mapping;
        QStringList reasons;
        LogSinks sinks;
        sinks.rejected = [&reasons](const RejectedRow &row) { reasons << row.reason; };
        (void)readLog(device, mapping, {}, sinks);
        QVERIFY2(reasons.size() >= 3, qPrintable(reasons.join(u'\n')));
        Shouting translator;
        QCoreApplication::installTranslator(&translator);
        for (const QString &reason : reasons)
            QVERIFY2(recordedText(reason) != reason, qPrintable(reason));
        QCoreApplication::removeTranslator(&translator);
    }
};

QTEST_GUILESS_MAIN(tst_RecordedText)
#include "tst_recordedtext.moc"
