#include "server/http/file_answer.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(FileAnswer, IsADownloadUnderItsName) {
    const Response response = fileAnswer("application/pdf", "Zażółć \"1\".pdf", "%PDF-");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "%PDF-");
    EXPECT_EQ(response.fields, (Fields{{"content-type", "application/pdf"},
                                       {"content-disposition",
                                        "attachment; filename=\"Za__________1_.pdf\"; "
                                        "filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20%221%22.pdf"}}));
}

TEST(FileAnswer, SaysWhatAFileIsByItsFirstOctets) {
    EXPECT_EQ(mediaTypeOf("%PDF-1.7"), "application/pdf");
    EXPECT_EQ(mediaTypeOf("\xFF\xD8\xFF\xE0"), "image/jpeg");
    EXPECT_EQ(mediaTypeOf("\x89PNG\r\n\x1A\n..."), "image/png");
    EXPECT_EQ(mediaTypeOf("<svg>"), "application/octet-stream");
    EXPECT_EQ(mediaTypeOf(""), "application/octet-stream");
}

}  // namespace
}  // namespace http
