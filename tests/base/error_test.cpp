#include "base/error.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Error, SaysItsSentenceAndKeepsFactsForTheLog) {
    const Error error = Error(ErrorCode::unreadable, say("file.missing", {"a.pdf"})).with("folder", "x");
    EXPECT_STREQ(error.what(), "Nie znaleziono pliku „a.pdf”.");
    EXPECT_EQ(error.context().front().second, "x");
}

TEST(Fault, NamesItsPlace) {
    const Fault fault{{"lista.csv", 3, 7, ""}, say("bytes.not_hex")};
    EXPECT_EQ(text(fault), "lista.csv, wiersz 3, kolumna 7: Ciąg znaków nie jest zapisem szesnastkowym.");
    EXPECT_EQ(text(Fault{{"", 0, 0, "/a/0"}, say("bytes.not_hex")}),
              "/a/0: Ciąg znaków nie jest zapisem szesnastkowym.");
}

}  // namespace
}  // namespace base
