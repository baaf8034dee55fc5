// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fullport.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Gapline::Test {

FullPort::FullPort()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 0) != 0
        || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no port to listen on");
    m_port = ntohs(address.sin_port);
    // A backlog of 0 takes one; the others make sure of it.
    for (int i = 0; i < 4; ++i) {
        const int waiting = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        static_cast<void>(::connect(waiting, generic, size));
        m_waiting.push_back(waiting);
    }
}

FullPort::~FullPort()
{
    for (const int waiting : m_waiting)
        ::close(waiting);
    ::close(m_listener);
}

QUrl FullPort::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v2/").arg(m_port));
}

} // namespace Gapline::Test
