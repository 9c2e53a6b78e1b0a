#pragma once

#include <QFileInfo>
#include <QString>

namespace moderato::test {

/// The folder of real content: MODERATO_DATA, or beside the repository. Empty where there is none.
inline QString realData(const QString& path) {
    const QString set = qEnvironmentVariable("MODERATO_DATA");
    const QString root = set.isEmpty() ? QStringLiteral(MODERATO_SOURCE_DIR "/../shared/data") : set;
    const QFileInfo found(root + '/' + path);
    return found.exists() ? found.absoluteFilePath() : QString();
}

} // namespace moderato::test

/// Skips the test, visibly, where the real content is not there.
#define MODERATO_NEED_DATA(variable, path)                                                                   \
    const QString variable = moderato::test::realData(path);                                                 \
    if (variable.isEmpty()) {                                                                                \
        GTEST_SKIP() << "needs " << path << " of the real content (MODERATO_DATA)";                          \
    }                                                                                                        \
    static_assert(true)
