#include "server/http/multipart.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "server/http/problem.h"
#include "server/limits.h"
#include "tests/support/source.h"

namespace http {
namespace {

constexpr const char* kType = "multipart/form-data; boundary=XX";
const MultipartLimits kLimits{4, 100};

std::string part(const std::string& disposition, const std::string& content, const std::string& more = "") {
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}
std::string body(const std::string& parts) { return parts + "--XX--\r\n"; }

/// The problem's status and type, or how many parts.
std::string verdict(std::string_view type, std::string_view bytes, const MultipartLimits& limits = kLimits) {
    try {
        return std::to_string(readMultipart(type, bytes, limits).size());
    } catch (const base::Error& error) {
        return std::to_string(statusOf(error.code())) + ' ' + problemType(error.message().key);
    }
}

TEST(Multipart, ReadsWhatCurlSends) {
    const std::string sent = base::readFile(support::source("tests/data/http/multipart/file"), 10'000);
    const std::size_t line = sent.find('\n');
    const auto parts = readMultipart(sent.substr(0, line), std::string_view(sent).substr(line + 1), kLimits);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0], (Part{"name", "", "", false, "W\xC3\xB3jt Gminy"}));
    EXPECT_EQ(parts[1].name, "file");
    EXPECT_EQ(parts[1].fileName, "plik %221%22.pdf");  // as browsers escape quotes, too
    EXPECT_EQ(parts[1].contentType, "application/pdf");
    EXPECT_TRUE(parts[1].content.starts_with("%PDF-1.7\n") && parts[1].content.ends_with("%%EOF\n"));
}

TEST(Multipart, ReadsQuotedNamesAndContentThatLooksLikeADelimiter) {
    const std::string bytes =
        body(part(R"(name="fi\"le"; filename="a\b\\c")", "\r\n--X\r\n--\r\n", "Content-Type: application/pdf\r\n"));
    const auto parts = readMultipart("Multipart/Form-Data; boundary=\"XX\"", bytes, kLimits);
    EXPECT_EQ(parts.at(0), (Part{"fi\"le", "c", "application/pdf", true, "\r\n--X\r\n--\r\n"}));
}

TEST(Multipart, ReadsEmptyPartsAndNoParts) {
    EXPECT_EQ(readMultipart(kType, body(part("name=a", "")), kLimits).at(0).content, "");
    EXPECT_EQ(verdict(kType, "--XX--"), "0");
    EXPECT_EQ(verdict(kType, "--XX--\r\n"), "0");
    EXPECT_TRUE(readMultipart(kType, body(part("name=a; filename=\"\"", "")), kLimits).at(0).isFile);
}

TEST(Multipart, NeverGivesAFileNameWithFolders) {
    const auto name = [](const std::string& sent) {
        return readMultipart(kType, body(part("name=a; filename=\"" + sent + "\"", "")), kLimits).at(0).fileName;
    };
    EXPECT_EQ(name("../../etc/passwd"), "passwd");
    EXPECT_EQ(name("C:\\Dokumenty\\plik.pdf"), "plik.pdf");
    EXPECT_EQ(name("a/"), "");
    EXPECT_EQ(name("%2e%2e%2f"), "%2e%2e%2f");  // escapes are nobody's here
}

TEST(Multipart, Row13RefusesBoundariesThatAreNone) {
    for (const std::size_t size : std::vector<std::size_t>{0, 71, 1017, 1018, 2000})
        EXPECT_EQ(verdict("multipart/form-data; boundary=\"" + std::string(size, 'a') + "\"", ""), "400 multipart")
            << size;
    for (const std::size_t size : std::vector<std::size_t>{1, 2, 69, 70}) {
        const std::string boundary(size, 'a');
        EXPECT_EQ(verdict("multipart/form-data; boundary=" + boundary, "--" + boundary + "--\r\n"), "0") << size;
    }
    for (const char* bad : {"multipart/form-data", "multipart/form-data;", "multipart/form-data; boundary",
                            "multipart/form-data; boundary=", "multipart/form-data; boundary=a; boundary=b",
                            "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=\"a \"",
                            "multipart/form-data; boundary=\"a\xC5\x82\"", "multipart/form-data; boundary=a b",
                            "multipart/mixed; boundary=XX", "text/plain", ""})
        EXPECT_EQ(verdict(bad, body(part("name=a", "b"))), "400 multipart") << bad;
}

TEST(Multipart, Row13RefusesMalformedBodies) {
    const std::string good = part("name=a", "b");
    EXPECT_EQ(verdict(kType, body(good)), "1");
    for (const std::string& bad :
         {std::string(),
          "\r\n" + body(good),
          "preamble\r\n" + body(good),
          body(good) + "epilogue",
          good,
          good + "--XX",
          good + "--XX-\r\n",
          good + "--XX --\r\n",
          "--XX\n" + good,
          body(part("name=a", "b\r\n--XXY")),
          std::string("--XX\r\nContent-Disposition: form-data; name=a\r\n--XX--\r\n"),
          std::string("--XX\r\n\r\nb\r\n--XX--\r\n"),
          body(part("name=\"a", "b")),
          body(part("name=a", "b", "X-A: c\r\n")),
          body(part("name=a", "b", "Content-Transfer-Encoding: base64\r\n")),
          body(part("name=a", "b", "Content-Type: a\r\nContent-Type: b\r\n")),
          body(part("name=a", "b", "Content-Type : a\r\n")),
          body(part("name=a; name=b", "b")),
          body(part("name=a; filename*=UTF-8''b", "b")),
          body(part("filename=a", "b")),
          body(part("name=\"\"", "b")),
          body(part("name=\"\xFF\"", "b")),
          body(part("name=\"a\tb\"", "b")),
          body(part("name=" + std::string(256, 'a'), "b")),
          body(part("name=a", "b", "Content-Type: " + std::string(5000, 'a') + "\r\n")),
          std::string("--XX\r\nContent-Disposition: attachment; name=a\r\n\r\nb\r\n--XX--\r\n")})
        EXPECT_EQ(verdict(kType, bad), "400 multipart") << bad;
}

TEST(Multipart, Row13BoundsThePartsAndTheirSize) {
    std::string parts;
    for (int i = 0; i < 4; ++i) parts += part("name=a", "b");
    EXPECT_EQ(verdict(kType, body(parts)), "4");
    EXPECT_EQ(verdict(kType, body(parts + part("name=a", "b"))), "400 multipart");
    for (int i = 0; i < 1000; ++i) parts += part("name=a", "b");
    EXPECT_EQ(verdict(kType, body(parts), {limits::kParts.value, 100}), "400 multipart");
    EXPECT_EQ(verdict(kType, body(part("name=a", std::string(100, 'b')))), "1");
    EXPECT_EQ(verdict(kType, body(part("name=a", std::string(101, 'b')))), "400 multipart");
}

TEST(Multipart, RefusesEveryTruncation) {
    const std::string whole =
        body(part("name=\"a\"", "b") + part("name=c; filename=\"d\"", "e", "Content-Type: f\r\n"));
    for (std::size_t cut = 0; cut + 2 < whole.size(); ++cut)  // without the last line end it is whole
        EXPECT_EQ(verdict(kType, std::string_view(whole).substr(0, cut)), "400 multipart") << cut;
    EXPECT_EQ(verdict(kType, std::string_view(whole).substr(0, whole.size() - 2)), "2");
}

TEST(Multipart, EndsOnTheBytesThatPocoLoopsOn) {  // GH 2401's cousin: FF where a part's head ends
    EXPECT_EQ(verdict(kType, "--XX\r\nContent-Disposition: form-data; name=a\xFF"), "400 multipart");
    EXPECT_EQ(verdict(kType, "--XX\r\n\xFF"), "400 multipart");
}

}  // namespace
}  // namespace http
