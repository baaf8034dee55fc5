// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace Gapline::Test {

enum class Validity
{
    Now,
    Past,
    Future
};

struct IssueOptions
{
    QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    QString usage = QStringLiteral("serverAuth");
    Validity validity = Validity::Now;
    bool isSelfSigned = false;
    bool isThroughIntermediate = false;
    bool isIntermediateNoAuthority = false;
};

/// A key, and its certificate followed by the intermediate ones.
struct ServerIdentity
{
    QSslKey key;
    QList<QSslCertificate> chain;

    [[nodiscard]] QSslConfiguration configuration() const;
};

/// A certificate authority of its own in a temporary folder, run by the openssl program.
class TestAuthority
{
public:
    [[nodiscard]] static bool isAvailable();

    explicit TestAuthority(const QString &name);

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// PEM, for a profile.
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.pem")); }
    /// Empty when openssl fails.
    [[nodiscard]] ServerIdentity issue(const IssueOptions &options = {});

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    bool run(const QStringList &words) const;
    bool request(const QString &name, const QString &subject) const;
    bool sign(const QString &name,
              const QString &issuer,
              const QString &extensions,
              Validity validity) const;
    [[nodiscard]] QList<QSslCertificate> certificates(const QString &name) const;

    QTemporaryDir m_folder;
    bool m_isReady = false;
    int m_issued = 0;
};

} // namespace Gapline::Test
