// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonline.h"

namespace Gapline {

void JsonLine::separate()
{
    if (m_needsComma)
        m_text += ',';
    m_needsComma = true;
}

void JsonLine::beginObject()
{
    separate();
    m_text += '{';
    m_needsComma = false;
}

void JsonLine::endObject()
{
    m_text += '}';
    m_needsComma = true;
}

void JsonLine::beginArray()
{
    separate();
    m_text += '[';
    m_needsComma = false;
}

void JsonLine::endArray()
{
    m_text += ']';
    m_needsComma = true;
}

void JsonLine::key(QByteArrayView name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_needsComma = false;
}

void JsonLine::value(const QString &text)
{
    separate();
    m_text += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (uchar(c) < 0x20) {
            m_text += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

void JsonLine::value(qint64 number)
{
    separate();
    m_text += QByteArray::number(number);
}

void JsonLine::value(bool isTrue)
{
    separate();
    m_text += isTrue ? "true" : "false";
}

void JsonLine::null()
{
    separate();
    m_text += "null";
}

} // namespace Gapline
