// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testauthority.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace Gapline::Test {
namespace {

void writeText(const QString &file, const QString &text)
{
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(text.toUtf8());
}

QString stamp(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days).toString(
        QStringLiteral("yyyyMMddHHmmss'Z'"));
}

} // namespace

QSslConfiguration ServerIdentity::configuration() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // Of the client, who has no certificate.
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return tls;
}

bool TestAuthority::isAvailable()
{
    return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty();
}

TestAuthority::TestAuthority(const QString &name)
{
    // `openssl ca` alone can set both ends of the validity.
    writeText(path(QStringLiteral("index.txt")), {});
    writeText(path(QStringLiteral("ca.cnf")),
              QStringLiteral("[ca]\ndefault_ca = own\n[own]\ndatabase = %1/index.txt\n"
                             "new_certs_dir = %1\nrand_serial = yes\ndefault_md = sha256\n"
                             "unique_subject = no\npolicy = any\n[any]\ncommonName = supplied\n"
                             "[req]\ndistinguished_name = dn\n[dn]\n")
                  .arg(m_folder.path()));
    m_isReady = request(QStringLiteral("ca"), name)
        && sign(QStringLiteral("ca"),
                QStringLiteral("ca"),
                QStringLiteral("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
                               "subjectKeyIdentifier=hash\n"),
                Validity::Now);
}

bool TestAuthority::run(const QStringList &words) const
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), words);
    const bool isDone = openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
    if (!isDone)
        qWarning("openssl %s: %s",
                 qPrintable(words.join(u' ')),
                 openssl.readAllStandardError().constData());
    return isDone;
}

bool TestAuthority::request(const QString &name, const QString &subject) const
{
    return run({QStringLiteral("req"),
                QStringLiteral("-config"),
                path(QStringLiteral("ca.cnf")),
                QStringLiteral("-new"),
                QStringLiteral("-newkey"),
                QStringLiteral("rsa:2048"),
                QStringLiteral("-nodes"),
                QStringLiteral("-keyout"),
                path(name + QStringLiteral(".key")),
                QStringLiteral("-out"),
                path(name + QStringLiteral(".csr")),
                QStringLiteral("-subj"),
                QStringLiteral("/CN=") + subject});
}

bool TestAuthority::sign(const QString &name,
                         const QString &issuer,
                         const QString &extensions,
                         Validity validity) const
{
    const QString file = path(name + QStringLiteral(".ext"));
    writeText(file, extensions);
    const int begin = validity == Validity::Past ? -30 : validity == Validity::Future ? 10 : -1;
    QStringList words{QStringLiteral("ca"),
                      QStringLiteral("-batch"),
                      QStringLiteral("-notext"),
                      QStringLiteral("-config"),
                      path(QStringLiteral("ca.cnf")),
                      QStringLiteral("-in"),
                      path(name + QStringLiteral(".csr")),
                      QStringLiteral("-out"),
                      path(name + QStringLiteral(".pem")),
                      QStringLiteral("-keyfile"),
                      path(issuer + QStringLiteral(".key")),
                      QStringLiteral("-extfile"),
                      file,
                      QStringLiteral("-startdate"),
                      stamp(begin),
                      QStringLiteral("-enddate"),
                      stamp(begin + 20)};
    if (issuer == name)
        words << QStringLiteral("-selfsign");
    else
        words << QStringLiteral("-cert") << path(issuer + QStringLiteral(".pem"));
    return run(words);
}

QList<QSslCertificate> TestAuthority::certificates(const QString &name) const
{
    QFile pem(path(name + QStringLiteral(".pem")));
    return pem.open(QIODevice::ReadOnly) ? QSslCertificate::fromData(pem.readAll())
                                         : QList<QSslCertificate>();
}

ServerIdentity TestAuthority::issue(const IssueOptions &options)
{
    const QString name = QStringLiteral("leaf%1").arg(++m_issued);
    const QString between = name + QStringLiteral("-issuer");
    QString issuer = QStringLiteral("ca");
    if (options.isThroughIntermediate) {
        const QString extensions = options.isIntermediateNoAuthority
            ? QStringLiteral("basicConstraints=critical,CA:FALSE\n")
            : QStringLiteral("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n");
        if (!request(between, QStringLiteral("Test intermediate"))
            || !sign(between, issuer, extensions, Validity::Now))
            return {};
        issuer = between;
    } else if (options.isSelfSigned) {
        issuer = name;
    }
    const QString extensions = QStringLiteral("basicConstraints=CA:FALSE\nextendedKeyUsage=%1\n"
                                              "subjectAltName=%2\n")
                                   .arg(options.usage, options.names);
    if (!request(name, QStringLiteral("gapline test server"))
        || !sign(name, issuer, extensions, options.validity))
        return {};
    ServerIdentity identity;
    QFile key(path(name + QStringLiteral(".key")));
    if (key.open(QIODevice::ReadOnly))
        identity.key = QSslKey(key.readAll(), QSsl::Rsa);
    identity.chain = certificates(name);
    if (options.isThroughIntermediate)
        identity.chain += certificates(between);
    return identity;
}

} // namespace Gapline::Test
