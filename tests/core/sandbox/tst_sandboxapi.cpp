// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include "core/sandbox/sandboxapi.h"
#include "core/sandbox/scenario.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gapline;
using Gapline::Test::ManualClock;

namespace {

SandboxRequest call(const QByteArray &name, const QByteArray &body)
{
    return {"POST", "/v2/workflow/" + name, kSandboxKey, kSandboxToken, body};
}

QJsonObject errorOf(const SandboxReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object().value(u"error").toObject();
}

} // namespace

class tst_SandboxApi : public QObject
{
    Q_OBJECT

private slots:
    void credentialsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("httpStatus");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("message");
        const QString invalid = QStringLiteral("INVALID_ARGUMENT");
        const QString denied = QStringLiteral("PERMISSION_DENIED");
        const QByteArray key = kSandboxKey;
        const QByteArray token = kSandboxToken;
        QTest::newRow("no token") << key << QByteArray() << 400 << invalid
                                  << QStringLiteral("Auth token is required");
        QTest::newRow("no key") << QByteArray() << token << 400 << invalid
                                << QStringLiteral("API key is required");
        QTest::newRow("unknown token") << key << QByteArray("other") << 403 << denied
                                       << QStringLiteral("Auth token is not registered");
        QTest::newRow("unknown key") << QByteArray("other") << token << 403 << denied
                                     << QStringLiteral("API key is not known");
    }

    void credentialsAreChecked()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, token);
        SandboxRequest request = call("executions/list", "{\"data\":{}}");
        request.apiKey = key;
        request.authToken = token;
        const SandboxReply reply = answer(m_scenario, request);
        QTEST(reply.httpStatus, "httpStatus");
        QTEST(errorOf(reply).value(u"status").toString(), "status");
        QTEST(errorOf(reply).value(u"message").toString(), "message");
        QVERIFY(!errorOf(reply).contains(u"details"));
    }

    void everyFieldIsChecked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("field");
        const QByteArray events = "executions/getEvents";
        const QByteArray get = "executions/get";
        const QByteArray list = "executions/list";
        const QByteArray definition = "definitions/get";
        const auto row = [](const QByteArray &name, const QByteArray &data, const char *field) {
            QTest::addRow("%s %s", name.constData(), data.constData())
                << name << data << QString::fromLatin1(field);
        };
        row(events, "{}", "executionId");
        row(events, R"({"executionId":null})", "executionId");
        row(events, R"({"executionId":7})", "executionId");
        row(events, R"({"executionId":["a"]})", "executionId");
        row(events, R"({"executionId":""})", "executionId");
        for (const QByteArray value :
             {"-1", "1.5", "\"7\"", "true", "[]", "{}", "9007199254740992", "1e300", "-1e300"})
            row(events, "{\"executionId\":\"ID\",\"sinceSeq\":" + value + '}', "sinceSeq");
        for (const QByteArray value : {"0", "501", "-5", "1.5", "\"100\"", "false", "1e18"}) {
            row(events, "{\"executionId\":\"ID\",\"pageSize\":" + value + '}', "pageSize");
            row(list, "{\"pageSize\":" + value + '}', "pageSize");
        }
        row(get, "{}", "executionId");
        row(get, R"({"executionId":{}})", "executionId");
        row(list, R"({"status":"done"})", "status");
        row(list, R"({"status":""})", "status");
        row(list, R"({"status":3})", "status");
        row(list, R"({"definitionId":3})", "definitionId");
        row(list, R"({"cursor":1777374504255})", "cursor");
        row(list, R"({"cursor":"yesterday"})", "cursor");
        row(list, R"({"cursor":""})", "cursor");
        row(definition, "{}", "definitionId");
        row(definition, R"({"definitionId":false})", "definitionId");
    }

    void everyFieldIsChecked()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, data);
        QFETCH(QString, field);
        const SandboxReply reply =
            answer(m_scenario, call(name, "{\"data\":" + data.replace("ID", m_id) + '}'));
        QCOMPARE(reply.httpStatus, 400);
        const QJsonObject error = errorOf(reply);
        QCOMPARE(error.value(u"status").toString(), QStringLiteral("INVALID_ARGUMENT"));
        const QJsonArray issues = error.value(u"details").toObject().value(u"issues").toArray();
        QCOMPARE(issues.size(), 1);
        const QJsonObject issue = issues.first().toObject();
        QCOMPARE(issue.value(u"path").toArray(), QJsonArray{field});
        QVERIFY(!issue.value(u"code").toString().isEmpty());
        const QString message = error.value(u"message").toString();
        QVERIFY2(message == u"Required" || message.startsWith(field + QLatin1String(": ")),
                 qPrintable(message));
    }

    void everyWrongFieldIsNamedAtOnce()
    {
        const SandboxReply reply = answer(
            m_scenario, call("executions/getEvents", R"({"data":{"sinceSeq":-1,"pageSize":0}})"));
        QCOMPARE(errorOf(reply).value(u"message").toString(), QStringLiteral("Required"));
        QCOMPARE(errorOf(reply).value(u"details").toObject().value(u"issues").toArray().size(), 3);
    }

    void bodiesThatAreNoEnvelopeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("data=1");
        QTest::newRow("cut") << QByteArray("{\"data\":{");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no data") << QByteArray("{}");
        QTest::newRow("null data") << QByteArray("{\"data\":null}");
        QTest::newRow("text data") << QByteArray("{\"data\":\"x\"}");
        QTest::newRow("bare fields") << QByteArray("{\"executionId\":\"x\"}");
    }

    void bodiesThatAreNoEnvelopeAreRefused()
    {
        QFETCH(QByteArray, body);
        const SandboxReply reply = answer(m_scenario, call("executions/getEvents", body));
        QCOMPARE(reply.httpStatus, 400);
        QCOMPARE(errorOf(reply).value(u"status").toString(), QStringLiteral("INVALID_ARGUMENT"));
    }

    void whatDoesNotExistIsNotFound()
    {
        for (const char *name : {"executions/getEvents", "executions/get", "definitions/get"}) {
            const SandboxReply reply = answer(
                m_scenario,
                call(name, R"({"data":{"executionId":"exec_0_none","definitionId":"none"}})"));
            QCOMPARE(reply.httpStatus, 404);
            QCOMPARE(errorOf(reply).value(u"status").toString(), QStringLiteral("NOT_FOUND"));
        }
        const SandboxReply reply = answer(m_scenario, call("executions/dispatch", "{\"data\":{}}"));
        QCOMPARE(reply.httpStatus, 404);
    }

    void onlyPostIsAnswered()
    {
        SandboxRequest request = call("executions/list", "{\"data\":{}}");
        request.method = "GET";
        QCOMPARE(answer(m_scenario, request).httpStatus, 405);
    }

    void soundRequestsAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("events");
        QTest::newRow("defaults") << QByteArray(R"({"executionId":"ID"})") << 18;
        QTest::newRow("null is absent")
            << QByteArray(R"({"executionId":"ID","sinceSeq":null,"pageSize":null})") << 18;
        QTest::newRow("smallest page") << QByteArray(R"({"executionId":"ID","pageSize":1})") << 1;
        QTest::newRow("largest page") << QByteArray(R"({"executionId":"ID","pageSize":500})") << 18;
        QTest::newRow("whole float")
            << QByteArray(R"({"executionId":"ID","sinceSeq":1.0,"pageSize":5e0})") << 5;
        QTest::newRow("seq of a gap") << QByteArray(R"({"executionId":"ID","sinceSeq":21})") << 7;
        QTest::newRow("largest seq")
            << QByteArray(R"({"executionId":"ID","sinceSeq":9007199254740991})") << 0;
        QTest::newRow("further fields")
            << QByteArray(R"({"executionId":"ID","verbose":true})") << 18;
    }

    void soundRequestsAreAnswered()
    {
        QFETCH(QByteArray, data);
        const SandboxReply reply =
            answer(m_scenario,
                   call("executions/getEvents", "{\"data\":" + data.replace("ID", m_id) + '}'));
        QCOMPARE(reply.httpStatus, 200);
        const QJsonObject result =
            QJsonDocument::fromJson(reply.body).object().value(u"result").toObject();
        QCOMPARE(result.value(u"executionId").toString().toUtf8(), m_id);
        QTEST(int(result.value(u"events").toArray().size()), "events");
    }

    void theListIsPagedByItsCursor()
    {
        const SandboxReply first =
            answer(m_scenario, call("executions/list", R"({"data":{"pageSize":5}})"));
        const QJsonObject page =
            QJsonDocument::fromJson(first.body).object().value(u"result").toObject();
        QCOMPARE(page.value(u"items").toArray().size(), 5);
        const QByteArray cursor = page.value(u"nextCursor").toString().toLatin1();
        const SandboxReply second = answer(
            m_scenario,
            call("executions/list", "{\"data\":{\"status\":null,\"cursor\":\"" + cursor + "\"}}"));
        const QJsonObject rest =
            QJsonDocument::fromJson(second.body).object().value(u"result").toObject();
        QVERIFY(!rest.value(u"items").toArray().isEmpty());
        QVERIFY(rest.value(u"nextCursor").isNull());
    }

    void answersHaveTheDocumentedFields()
    {
        const SandboxReply get = answer(
            m_scenario, call("executions/get", "{\"data\":{\"executionId\":\"" + m_id + "\"}}"));
        const QJsonObject view =
            QJsonDocument::fromJson(get.body).object().value(u"result").toObject();
        const QStringList fields = {QStringLiteral("cancelledAt"),
                                    QStringLiteral("completedAt"),
                                    QStringLiteral("correlationId"),
                                    QStringLiteral("definitionId"),
                                    QStringLiteral("definitionVersion"),
                                    QStringLiteral("executionId"),
                                    QStringLiteral("failureReason"),
                                    QStringLiteral("idempotencyKey"),
                                    QStringLiteral("startedAt"),
                                    QStringLiteral("status"),
                                    QStringLiteral("steps")};
        QCOMPARE(view.keys(), fields);
        const QStringList stepFields = {QStringLiteral("completedAt"),
                                        QStringLiteral("error"),
                                        QStringLiteral("groupId"),
                                        QStringLiteral("nodeId"),
                                        QStringLiteral("nodeType"),
                                        QStringLiteral("output"),
                                        QStringLiteral("startedAt"),
                                        QStringLiteral("status"),
                                        QStringLiteral("stepId")};
        const QJsonArray steps = view.value(u"steps").toArray();
        for (const QJsonValue &step : steps)
            QCOMPARE(step.toObject().keys(), stepFields);
    }

private:
    ManualClock m_clock;
    Scenario m_scenario{SandboxOptions{1, 12, 0, {}, 1}, m_clock};
    QByteArray m_id = m_scenario.showcase().text().toUtf8();
};

QTEST_GUILESS_MAIN(tst_SandboxApi)
#include "tst_sandboxapi.moc"
