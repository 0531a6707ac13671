#include "signing/metadata_review.h"

#include <gtest/gtest.h>

namespace {

using signing::metadataChange;
using signing::MetadataChange;

std::string packet(const std::string& inside) {
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF><rdf:Description rdf:about=\"\">" + inside +
           "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

TEST(MetadataReview, LetsAToolNoteItsSaving) {
    const auto before = packet("<dc:title>A</dc:title><xmp:ModifyDate>1</xmp:ModifyDate>");
    const auto now =
        packet("<xmp:ModifyDate>2</xmp:ModifyDate><xmpMM:InstanceID>3</xmpMM:InstanceID><dc:title>A</dc:title>");
    EXPECT_EQ(metadataChange(before, now), MetadataChange::harmless);
    EXPECT_EQ(metadataChange(before, before), MetadataChange::harmless);
}

TEST(MetadataReview, NamesAnotherTitle) {
    EXPECT_EQ(metadataChange(packet("<dc:title>A</dc:title>"), packet("<dc:title>B</dc:title>")),
              MetadataChange::unclear);
    EXPECT_EQ(metadataChange("", packet("<dc:title>B</dc:title>")), MetadataChange::unclear);
}

TEST(MetadataReview, RefusesWhatIsNoXmp) {
    const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"b\">]>" + packet("<dc:title>&b;</dc:title>");
    for (const std::string& now :
         {std::string("not XML"), std::string("<html/>"), bomb, std::string("<x:xmpmeta>"), std::string()})
        EXPECT_EQ(metadataChange(packet(""), now), MetadataChange::malformed) << now;
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<a>";
    for (int i = 0; i < 1000; ++i) deep += "</a>";
    EXPECT_EQ(metadataChange(packet(""), packet(deep)), MetadataChange::malformed);
}

}  // namespace
