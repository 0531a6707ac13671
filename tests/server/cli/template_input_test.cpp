#include "server/cli/template_input.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

TEST(TemplateInput, FindsATemplateThatShips) {
    const auto found = templateOf("deklaracja");
    EXPECT_EQ(found.name, "deklaracja");
    EXPECT_TRUE(found.source.text().starts_with(templates::shippedTemplate("deklaracja")));
}

TEST(TemplateInput, ReadsAFileAndCallsItByItsStem) {
    const support::TemporaryFolder folder;
    const std::string xml = "<template title=\"T\"><p>x</p></template>";
    const auto found = templateOf(folder.write("mój.wzór.xml", xml));
    EXPECT_EQ(found.name, "mój.wzór");
    EXPECT_EQ(found.source.text(), xml);
}

TEST(TemplateInput, NamesTheTemplatesThatThereAre) {
    try {
        templateOf("nie-ma");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::unreadable);
        EXPECT_NE(std::string(error.what()).find("lista-obecnosci"), std::string::npos);
    }
}

TEST(TemplateInput, RefusesAFolder) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(support::codeOf([&] { templateOf(folder.path().string()); }), base::ErrorCode::unreadable);
}

}  // namespace
}  // namespace cli
