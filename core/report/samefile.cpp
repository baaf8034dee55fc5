// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/samefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace Gapline {
namespace {

/// The place of a file that may not exist yet, in a folder that does.
QString placeOf(const QString &name)
{
    const QFileInfo file(name);
    const QString folder = file.dir().canonicalPath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath())
                            : QDir(folder).filePath(file.fileName());
}

} // namespace

bool isSameFile(const QString &one, const QString &other)
{
    // Hard links have different names, and a file system that ignores case has many for one.
    struct stat first = {};
    struct stat second = {};
    const bool isFirstThere = ::stat(QFile::encodeName(one).constData(), &first) == 0;
    const bool isSecondThere = ::stat(QFile::encodeName(other).constData(), &second) == 0;
    if (isFirstThere && isSecondThere)
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    return !isFirstThere && !isSecondThere && placeOf(one) == placeOf(other);
}

} // namespace Gapline
