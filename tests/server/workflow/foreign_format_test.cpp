#include "server/workflow/foreign_format.h"

#include <gtest/gtest.h>

namespace workflow {
namespace {

TEST(ForeignFormat, NamesWhatIsNoPdf) {
    using enum ForeignFormat;
    EXPECT_EQ(foreignFormat("%PDF-1.7\n<x/>"), none);
    EXPECT_EQ(foreignFormat("\n\n%PDF-1.7\n"), none);
    EXPECT_EQ(foreignFormat(""), none);
    EXPECT_EQ(foreignFormat("nic"), none);
    EXPECT_EQ(foreignFormat("\xEF\xBB\xBF<?xml version=\"1.0\"?><a/>"), xml);
    EXPECT_EQ(foreignFormat("<a><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/></a>"), xades);
    EXPECT_EQ(foreignFormat("PK\x03\x04 mimetype application/vnd.etsi.asic-e+zip"), asic);
    EXPECT_EQ(foreignFormat("PK\x03\x04 a.txt META-INF/signatures001.xml"), asic);
    EXPECT_EQ(foreignFormat("PK\x03\x04 a.txt"), zip);
    EXPECT_EQ(foreignFormat("-----BEGIN PKCS7-----\n"), cms);
    EXPECT_EQ(foreignFormat(base::Bytes("\x30\x82\x10\x00\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 15)), cms);
}

TEST(ForeignFormat, KnowsPicturesAndPdfs) {
    EXPECT_TRUE(isPicture("\xFF\xD8\xFF\xE0"));
    EXPECT_TRUE(isPicture("\x89PNG\r\n\x1A\n"));
    EXPECT_FALSE(isPicture("GIF89a"));
    EXPECT_TRUE(isPdf("%PDF-1.4"));
    EXPECT_FALSE(isPdf("PDF"));
}

}  // namespace
}  // namespace workflow
