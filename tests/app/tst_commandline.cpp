// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#include "app/cli/helptext.h"
#include "app/cli/windowrequest.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace Gapline;

namespace {

struct Outcome
{
    ExitStatus status = ExitStatus::Unexpected;
    QString out;
    QString error;
};

QString readFrom(QTemporaryFile &file)
{
    file.seek(0);
    return QString::fromUtf8(file.readAll());
}

QStringList allOptionNames(const Command &command)
{
    QStringList names;
    for (const QCommandLineOption &option : command.options() + commonOptions())
        names << option.names().constLast();
    return names;
}

QString contentOf(const char *name)
{
    QFile file(QStringLiteral(GAPLINE_SOURCE_DIR "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    }

    void wrongUsageEndsWithTwoAndSaysWhy_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *line, const char *said) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(said);
        };
        row("list --frobnicate", "frobnicate");
        row("list extra", "\"extra\"");
        row("list --format xml", "table, csv, json, ndjson");
        row("list --format", "format");
        row("list --quiet=5", "quiet");
        row("list --utc --local", "exclude");
        row("list --base-url ftp://example.com", "http or https");
        row("list --base-url http://example.com", "http://");
        row("list --base-url https://user@example.com", "user");
        row("list --retries 101", "0 to 100");
        row("list --retries x", "0 to 100");
        row("list --profile nobody", "nobody");
        row("list --cache=", "--cache");
        row("events", "One execution id");
        row("events a b", "One execution id");
        row("events a --page-size 0", "1 to 500");
        row("events a --page-size 501", "1 to 500");
        row("events a --page-size ten", "1 to 500");
        row("events a --since-seq -1", "since-seq");
        row("events a --since-seq 1.5", "since-seq");
        row("events a --until-seq 9007199254740992", "until-seq");
        row("events a --from yesterday", "--from");
        row("events a --to 2026-13-01", "--to");
        row("events a --type=", "--type");
        row("events a --step=!", "--step");
        row("events a --with-gaps --format ndjson", "--with-gaps");
        row("events a --bom --format table", "--bom");
        row("events a --raw-cells --format json", "--raw-cells");
        row("events a --status x", "status");
        row("gaps", "One execution id");
        row("gaps a --type x", "type");
        row("sync", "--all");
        row("sync --all a", "exclude");
        row("sync a --offline", "offline");
        row("cache", "info, verify, purge");
        row("cache forget", "\"forget\"");
        row("cache info a", "Only purge");
        row("cache verify --all", "Only purge");
        row("cache purge", "needs execution ids");
        row("cache purge --all a", "exclude");
        row("reconcile --deliveries x --note n", "--case-file");
        row("reconcile --deliveries x --unmasked", "--case-file");
        row("reconcile --deliveries x --map colour=x", "and a column.");
        row("reconcile --deliveries=", "--deliveries");
        row("reconcile --deliveries x --case-file=", "--case-file");
        row("reconcile --deliveries x --recovery-pack=", "--recovery-pack");
        row("reconcile --deliveries x --subscribed=", "--subscribed");
        row("reconcile --case x --as-of 1", "--as-of");
        row("reconcile --case x --schedule advanced", "--schedule");
        row("reconcile --case x --secret-env S", "--secret-env");
        row("reconcile --imported x --map seq=n", "--map");
        row("reconcile --deliveries x --triage --recovery-pack p", "--recovery-pack");
        row("reconcile --deliveries x --triage --case-file c", "--case-file");
        row("reconcile --deliveries x --triage --verdict missed", "--verdict");
        row("replay pack", "--url URL");
        row("sandbox extra", "\"extra\".");
        row("help nothing", "\"nothing\"");
    }

    void wrongUsageEndsWithTwoAndSaysWhy()
    {
        QFETCH(QString, line);
        QFETCH(QString, said);
        const Outcome outcome = run(line.split(u' '));
        QCOMPARE(int(outcome.status), 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.error.startsWith(QStringLiteral("gapline: ")), qPrintable(outcome.error));
        QVERIFY2(outcome.error.contains(said), qPrintable(outcome.error));
        QVERIFY2(outcome.error.contains(QStringLiteral("[usage.")), qPrintable(outcome.error));
    }

    void whatIsReadIsNotReplaced()
    {
        const QString file = m_home.filePath(QStringLiteral("one"));
        for (const QString &line : {QStringLiteral("gaps a --cache %1 --output %1"),
                                    QStringLiteral("sync a --cache %1 --output %1"),
                                    QStringLiteral("list --offline --cache %1 --output %1"),
                                    QStringLiteral("cache info --cache %1 --output %1"),
                                    QStringLiteral("cache info --cache %1 --output %1-wal"),
                                    QStringLiteral("reconcile --case %1 --output %1"),
                                    QStringLiteral("reconcile --deliveries %1 --output %1"),
                                    QStringLiteral("reconcile --deliveries x --cache %1 "
                                                   "--case-file %1"),
                                    QStringLiteral("replay %1 --url https://example.com/ "
                                                   "--journal %1")}) {
            const Outcome outcome = run(line.arg(file).split(u' '));
            QCOMPARE(int(outcome.status), 2);
            QVERIFY2(outcome.error.contains(file), qPrintable(outcome.error));
            QVERIFY2(!QFile::exists(file), qPrintable(line));
        }
        QVERIFY(QDir(m_home.path()).isEmpty());
    }

    void anExecutionMayBeNamedAsAVerbOfTheCache()
    {
        const Outcome outcome =
            run({QStringLiteral("cache"), QStringLiteral("purge"), QStringLiteral("purge")});
        QCOMPARE(int(outcome.status), 7); // There is no cache; the words are right.
        QVERIFY2(outcome.error.contains(QStringLiteral("There is no cache at")),
                 qPrintable(outcome.error));
    }

    void withoutCredentialsNothingIsTried()
    {
        for (const char *line :
             {"list", "sync a", "events a", "gaps a", "gaps a --base-url http://127.0.0.1:9/v2/"}) {
            const Outcome outcome = run(QString::fromLatin1(line).split(u' '));
            QCOMPARE(int(outcome.status), 4);
            QVERIFY(outcome.error.contains(QStringLiteral("VELT_API_KEY is not set")));
            QVERIFY(outcome.error.contains(QStringLiteral("[credentials.missing]")));
        }
        QVERIFY(QDir(m_home.path()).isEmpty());
    }

    void anEmptyKeychainIsToldFromNone()
    {
        m_profiles = [](const QString &name) -> Result<Profile> {
            return Profile{name, QUrl(QStringLiteral("https://api.example.com/v2/")), {}, {}};
        };
        const QStringList words{
            QStringLiteral("list"), QStringLiteral("--profile"), QStringLiteral("p")};
        m_keychain = [](const Profile &) { return KeychainReading{true, std::nullopt}; };
        const Outcome empty = run(words);
        m_keychain = [](const Profile &) { return KeychainReading{}; };
        const Outcome none = run(words);
        m_keychain = [](const Profile &) {
            return KeychainReading{true, Credentials{Secret("key"), Secret()}};
        };
        const Outcome half = run(words);
        m_profiles = {};
        m_keychain = {};
        for (const Outcome &outcome : {empty, none, half})
            QCOMPARE(int(outcome.status), 4);
        QVERIFY(empty.error.contains(
            QStringLiteral("VELT_API_KEY is not set, and the system keychain holds no entry for "
                           "https://api.example.com:443.")));
        QVERIFY(none.error.contains(QStringLiteral(
            "VELT_API_KEY is not set, and there is no system keychain that answers.")));
        QVERIFY(half.error.contains(QStringLiteral("VELT_AUTH_TOKEN is not set")));
    }

    void aKeyThatCouldForgeAHeaderIsRefused()
    {
        m_environment.insert(QStringLiteral("VELT_API_KEY"), QStringLiteral("key\r\nx-evil: 1"));
        m_environment.insert(QStringLiteral("VELT_AUTH_TOKEN"), QStringLiteral("token"));
        const Outcome outcome = run({QStringLiteral("list")});
        m_environment = {};
        QCOMPARE(int(outcome.status), 4);
        QVERIFY(outcome.error.contains(QStringLiteral("[credentials.unusable]")));
        QVERIFY(!outcome.error.contains(QStringLiteral("evil")));
    }

    void offlineWithoutACacheSaysSo()
    {
        for (const char *line : {"list --offline",
                                 "events a --offline",
                                 "gaps a --offline",
                                 "cache info",
                                 "cache verify",
                                 "cache purge --all"}) {
            const Outcome outcome = run(QString::fromLatin1(line).split(u' '));
            QCOMPARE(int(outcome.status), 7);
            QCOMPARE(outcome.out, QString());
            QVERIFY(outcome.error.contains(QStringLiteral("[cache.not-stored]")));
            QVERIFY2(outcome.error.contains(QStringLiteral("There is no cache at ")),
                     qPrintable(outcome.error));
            QVERIFY2(!outcome.error.contains(QStringLiteral("--offline")),
                     qPrintable(outcome.error));
        }
        const Outcome noCase =
            run({QStringLiteral("reconcile"), QStringLiteral("--case"), QStringLiteral("nofile")});
        QCOMPARE(int(noCase.status), 7);
        QVERIFY2(noCase.error.contains(QStringLiteral("There is no case file at nofile.")),
                 qPrintable(noCase.error));
        QVERIFY(noCase.error.contains(QStringLiteral("[file.unreadable]")));
        QVERIFY(QDir(m_home.path()).isEmpty());
    }

    void helpNamesEveryOptionAndWinsOverErrors()
    {
        for (const auto &command : m_commands) {
            for (const QStringList &words :
                 {QStringList{command->name(), QStringLiteral("--help")},
                  QStringList{
                      command->name(), QStringLiteral("--frobnicate"), QStringLiteral("-h")},
                  QStringList{QStringLiteral("help"), command->name()}}) {
                const Outcome outcome = run(words);
                QCOMPARE(int(outcome.status), 0);
                QCOMPARE(outcome.error, QString());
                QVERIFY(
                    outcome.out.startsWith(QStringLiteral("Usage: gapline ") + command->name()));
                for (const QString &name : allOptionNames(*command))
                    QVERIFY2(outcome.out.contains(QStringLiteral("--") + name), qPrintable(name));
            }
        }
    }

    void helpAndVersionWorkEverywhere()
    {
        QCOMPARE(run({QStringLiteral("--version")}).out,
                 QStringLiteral("gapline " GAPLINE_VERSION "\n"));
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--version")}).out,
                 QStringLiteral("gapline " GAPLINE_VERSION "\n"));
        const Outcome help = run({QStringLiteral("--help")});
        QCOMPARE(int(help.status), 0);
        for (const auto &command : m_commands)
            QVERIFY(help.out.contains(QStringLiteral("\n  ") + command->name()));
        QCOMPARE(run({QStringLiteral("help")}).out, help.out);
    }

    void noLineOfHelpIsWiderThanATerminal()
    {
        QStringList texts{programHelp(m_commands)};
        for (const auto &command : m_commands)
            texts << commandHelp(*command);
        for (const QString &text : texts) {
            for (const QString &line : text.split(u'\n'))
                QVERIFY2(line.size() <= 80, qPrintable(line));
        }
    }

    void theManPageNamesEveryCommandOptionAndError()
    {
        QString page = contentOf("packaging/gapline.1");
        QVERIFY(!page.isEmpty());
        page.replace(QStringLiteral("\\-"), QStringLiteral("-"));
        for (const auto &command : m_commands) {
            QVERIFY2(page.contains(QStringLiteral("\n.B gapline ") + command->name()),
                     qPrintable(command->name()));
            for (const QString &name : allOptionNames(*command))
                QVERIFY2(hasWord(page, QStringLiteral("--") + name), qPrintable(name));
        }
        for (const QCommandLineOption &option : windowOptions())
            QVERIFY2(hasWord(page, QStringLiteral("--") + option.names().constLast()),
                     qPrintable(option.names().constLast()));
        for (const ErrorClass &kind : errorClasses())
            QVERIFY2(page.contains(QLatin1String(kind.textId)), kind.textId);
    }

    void theCompletionKnowsEveryCommandAndOption()
    {
        const QString script = contentOf("packaging/completions/gapline.bash");
        for (const auto &command : m_commands) {
            QVERIFY2(hasWord(script, command->name()), qPrintable(command->name()));
            for (const QString &name : allOptionNames(*command))
                QVERIFY2(hasWord(script, QStringLiteral("--") + name), qPrintable(name));
        }
        for (const QCommandLineOption &option : windowOptions())
            QVERIFY2(hasWord(script, QStringLiteral("--") + option.names().constLast()),
                     qPrintable(option.names().constLast()));
    }

    void theCompletionOffersNoOptionWhereAValueBelongs()
    {
        const QTemporaryDir empty;
        const QString script =
            QStringLiteral("source \"$1\"; shift\n"
                           "for line; do\n"
                           "    read -ra COMP_WORDS <<<\"$line\"; COMP_WORDS+=(\"\")\n"
                           "    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _gapline\n"
                           "    echo \"$line => ${COMPREPLY[*]}\"\n"
                           "done");
        QStringList lines;
        for (const auto &command : m_commands) {
            for (const QCommandLineOption &option : command->options()) {
                if (!option.valueName().isEmpty()) {
                    lines << QStringLiteral("gapline %1 --%2")
                                 .arg(command->name(), option.names().constLast());
                }
            }
        }
        for (const QCommandLineOption &option : windowOptions()) {
            if (!option.valueName().isEmpty())
                lines << QStringLiteral("gapline --") + option.names().constLast();
        }
        QProcess bash;
        bash.setWorkingDirectory(empty.path());
        bash.start(
            QStringLiteral("bash"),
            QStringList{QStringLiteral("-c"),
                        script,
                        QStringLiteral("bash"),
                        QStringLiteral(GAPLINE_SOURCE_DIR "/packaging/completions/gapline.bash")}
                + lines);
        QVERIFY(bash.waitForFinished());
        const QStringList replies =
            QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(replies.size(), lines.size());
        for (const QString &reply : replies) {
            const QString offered = reply.section(QStringLiteral(" => "), 1);
            QVERIFY2(!hasWord(offered, QStringLiteral("--quiet")), qPrintable(reply));
        }
        QVERIFY(replies.contains(QStringLiteral("gapline replay --format => table json")));
        QVERIFY(replies.contains(QStringLiteral("gapline replay --scheme => direct advanced")));
        QVERIFY(replies.contains(
            QStringLiteral("gapline reconcile --format => table csv json ndjson html")));
    }

    void aCommandIsToldFromAnExecution()
    {
        const auto isCommand = [this](const char *line) {
            return isForCommandLine(m_commands, QString::fromLatin1(line).split(u' '));
        };
        QVERIFY(isCommand("list"));
        QVERIFY(isCommand("help"));
        QVERIFY(isCommand("--version"));
        QVERIFY(isCommand("exec_1 --help"));
        QVERIFY(!isForCommandLine(m_commands, {}));
        QVERIFY(!isCommand("exec_1"));
        QVERIFY(!isCommand("--demo"));
    }

    void theWindowTakesOneExecutionAndItsOptions()
    {
        const auto request = parseWindowRequest({QStringLiteral("exec_1"),
                                                 QStringLiteral("-platform"),
                                                 QStringLiteral("offscreen"),
                                                 QStringLiteral("--base-url"),
                                                 QStringLiteral("https://api.example.com/v2")});
        QVERIFY(request);
        QCOMPARE(request->execution->text(), QStringLiteral("exec_1"));
        QCOMPARE(request->baseUrl->toString(), QStringLiteral("https://api.example.com/v2/"));
        QVERIFY(!request->isDemo);
        QVERIFY(parseWindowRequest({QStringLiteral("--demo")})->isDemo);
        const auto linked = parseWindowRequest({QStringLiteral("gapline://open/exec_1?seq=19")});
        QVERIFY(linked && !linked->execution);
        QCOMPARE(linked->link, QStringLiteral("gapline://open/exec_1?seq=19"));
        for (const char *line : {"evnts exec_1",
                                 "--frobnicate",
                                 "--base-url http://example.com",
                                 "--demo --base-url https://example.com"}) {
            const auto refused = parseWindowRequest(QString::fromLatin1(line).split(u' '));
            QVERIFY2(!refused, line);
            QCOMPARE(refused.error().exitStatus(), ExitStatus::Usage);
        }
    }

    void theWindowSendsACommandToTheFront()
    {
        const QStringList commands = commandNames(m_commands);
        for (const char *line : {"-q list",
                                 "--offline list",
                                 "--base-url https://example.com list",
                                 "--offline events exec_1",
                                 "-q list --status failed",
                                 "-q help"}) {
            const QStringList words = QString::fromLatin1(line).split(u' ');
            QVERIFY2(!isForCommandLine(m_commands, words), line);
            const auto refused = parseWindowRequest(words, commands);
            QVERIFY2(!refused, line);
            QCOMPARE(refused.error().exitStatus(), ExitStatus::Usage);
            QVERIFY2(refused.error().message.contains(QStringLiteral("Put the command first")),
                     line);
        }
        const auto named =
            parseWindowRequest({QStringLiteral("--"), QStringLiteral("list")}, commands);
        QVERIFY(named);
        QCOMPARE(named->execution->text(), QStringLiteral("list"));
        const auto value =
            parseWindowRequest({QStringLiteral("--profile"), QStringLiteral("list")}, commands);
        QVERIFY(value && !value->execution);
    }

    void quietLeavesTheErrorAlone()
    {
        const Outcome loud = run({QStringLiteral("list"), QStringLiteral("--offline")});
        const Outcome quiet =
            run({QStringLiteral("list"), QStringLiteral("--offline"), QStringLiteral("-q")});
        QVERIFY(loud.error.contains(QStringLiteral("Check the name")));
        QVERIFY(quiet.error.size() < loud.error.size());
        QVERIFY(quiet.error.contains(QStringLiteral("[cache.not-stored]")));
    }

    void controlCharactersOfAnArgumentDoNotReachTheTerminal()
    {
        const Outcome outcome =
            run({QStringLiteral("list"), QString::fromUtf8("\x1b[31m\u202Eevil")});
        QVERIFY(!outcome.error.contains(QChar(0x1b)));
        QVERIFY(outcome.error.contains(QStringLiteral("[U+202E]")));
    }

private:
    static bool hasWord(const QString &text, const QString &word)
    {
        const QRegularExpression whole(
            QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(word)));
        return text.contains(whole);
    }

    Outcome run(const QStringList &words)
    {
        QTemporaryFile out;
        QTemporaryFile error;
        if (!out.open() || !error.open())
            return {};
        Console console(out.handle(), error.handle());
        CliContext context(console, m_interrupt, m_clock);
        context.environment = m_environment;
        context.profiles = m_profiles;
        context.credentials = m_keychain;
        const ExitStatus status = runCommandLine(m_commands, words, context);
        return {status, readFrom(out), readFrom(error)};
    }

    QTemporaryDir m_home;
    Interrupt m_interrupt;
    SystemClock m_clock;
    QProcessEnvironment m_environment;
    ProfileLookup m_profiles;
    CredentialsLookup m_keychain;
    Commands m_commands = makeCommands();
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
