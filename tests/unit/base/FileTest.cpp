#include "core/base/File.h"
#include "core/base/Hash.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace moderato;

namespace {

TEST(Hash, AgreesWithTheStandardsExample) {
    EXPECT_EQ(sha256("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4
}

TEST(Hash, OfAFileIsThatOfItsBytes) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    const QByteArray content = QByteArray(3'000'000, 'x') + "end";
    ASSERT_TRUE(writeFileAtomically(path, content).ok());
    EXPECT_EQ(sha256OfFile(path).value(), sha256(content));
    const auto missing = sha256OfFile(folder.filePath(QStringLiteral("none")));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, Error::Kind::Io);
    EXPECT_TRUE(missing.error().message.contains(QStringLiteral("none")));
}

TEST(File, KeepsTheOldContentWhereTheNewCannotBeWritten) {
    const Status status = writeFileAtomically(QStringLiteral("/proc/no/such/folder/f"), "new");
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().kind, Error::Kind::Io);
}

TEST(File, RefusesMoreThanTheLimitInsteadOfAPart) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    ASSERT_TRUE(writeFileAtomically(path, "12345").ok());
    EXPECT_EQ(readFile(path, 5).value(), "12345");
    EXPECT_EQ(readFile(path, 4).error().kind, Error::Kind::InvalidInput);
}

} // namespace
