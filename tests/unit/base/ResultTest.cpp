#include "core/base/Result.h"
#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/base/Setting.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

using namespace moderato;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0) {
        return Error::invalid(QStringLiteral("%1 is odd. Give an even number.").arg(value));
    }
    return value / 2;
}

TEST(Result, CarriesAValueOrAnError) {
    EXPECT_EQ(half(8).value(), 4);
    const Result<int> odd = half(3);
    ASSERT_FALSE(odd);
    EXPECT_EQ(odd.error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(odd.error().message, QStringLiteral("3 is odd. Give an even number."));
    EXPECT_EQ(odd.valueOr(7), 7);
}

TEST(Result, MovesWhatCannotBeCopied) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = std::move(result).value();
    EXPECT_EQ(*taken, 5);
}

TEST(Result, AStatusIsFineUnlessItHasAnError) {
    EXPECT_TRUE(Status().ok());
    const Status cancelled = Error::cancelled();
    ASSERT_FALSE(cancelled.ok());
    EXPECT_TRUE(cancelled.error().isCancelled());
}

struct Apple;
struct Pear;
static_assert(!std::is_convertible_v<Id<Apple>, Id<Pear>>, "ids of different things do not mix");

TEST(Id, ZeroMeansNone) {
    EXPECT_FALSE(Id<Apple>{}.isValid());
    EXPECT_TRUE(Id<Apple>{1}.isValid());
    EXPECT_LT(Id<Apple>{1}, Id<Apple>{2});
}

TEST(Clock, WritesIsoInUtc) {
    EXPECT_EQ(toIso(fromUnixMs(1'795'256'334'500)), QStringLiteral("2026-11-21T10:18:54.500Z"));
}

TEST(Setting, FallsBackWhereNothingOrNonsenseIsStored) {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    const Setting<int> size{"window/size", 13};
    EXPECT_EQ(size.read(settings), 13);
    size.write(settings, 15);
    EXPECT_EQ(size.read(settings), 15);
    settings.setValue(QStringLiteral("window/size"), QVariant());
    EXPECT_EQ(size.read(settings), 13);
}

} // namespace
