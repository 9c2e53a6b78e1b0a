#pragma once

#include "core/base/Clock.h"
#include "core/domain/Content.h"
#include "core/domain/Decision.h"
#include "core/storage/Library.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace moderato::storage {

/// The value of a result that a test takes for granted; the test fails with the reason where there is none.
template <class T> T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error((result.error().message + u' ' + result.error().detail).toStdString());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A library in a temporary folder, with a clock that stands still.
class StorageTest : public ::testing::Test {
protected:
    StorageTest();
    ~StorageTest() override;

    void reopen();
    void close() { library.reset(); }
    Connection& reader() { return library->reader(); }

    domain::ContentId addArticle(const QString& title, const QString& body = {}, const QString& category = {},
                                 const QStringList& topics = {});
    domain::ContentId add(const domain::Content& content);
    domain::Decision decide(domain::ContentId content, domain::Decision::Kind kind,
                            const QString& category = {}, domain::DecisionId undoes = {},
                            const QString& person = QStringLiteral("ann"));
    /// Changes the closed library's file behind the program's back.
    void tamper(const QStringList& statements);

    QTemporaryDir folder;
    FixedClock clock{fromUnixMs(1'800'000'000'000)};
    std::unique_ptr<Library> library;
};

} // namespace moderato::storage
