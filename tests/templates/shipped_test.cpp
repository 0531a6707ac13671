#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "templates/template.h"
#include "tests/support/source.h"
#include "tests/templates/text_of.h"

namespace {

using namespace templates;

const std::filesystem::path kLibrary = support::source("templates/library");

/// xmllint (libxml2-utils) holds the file to the schema.
bool isValid(const std::filesystem::path& file) {
    const std::string command = "xmllint --noout --nonet --relaxng '" +
                                (kLibrary.parent_path() / "template.rng").string() + "' '" + file.string() +
                                "' 2>/dev/null";
    return std::system(command.c_str()) == 0;
}

TEST(Shipped, AreTheFilesOfTheLibrary) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kLibrary)) {
        if (entry.path().extension() != ".xml") continue;
        ++files;
        EXPECT_EQ(shippedTemplate(entry.path().stem().string()), base::readFile(entry.path(), 1U << 20))
            << entry.path();
    }
    EXPECT_EQ(files, shippedTemplateNames().size());
    EXPECT_EQ(files, 4U);
    EXPECT_TRUE(shippedTemplate("nic").empty());
    EXPECT_TRUE(shippedTemplate("../library/deklaracja").empty());
}

TEST(Shipped, AreReadWithoutFaults) {
    for (const std::string& name : shippedTemplateNames())
        EXPECT_NO_THROW(readTemplate(shippedTemplate(name), name + ".xml"));
}

TEST(Shipped, FollowTheSchemaThatTheirAuthorsEditAgainst) {
    for (const std::string& name : shippedTemplateNames()) EXPECT_TRUE(isValid(kLibrary / (name + ".xml"))) << name;
}

TEST(Shipped, GuideHasAWholeTemplateThatReadsAsItSays) {
    const base::Bytes guide = base::readFile(kLibrary / "README.md", 1U << 20);
    const std::size_t begin = guide.find("<?xml"), end = guide.find("</template>");
    ASSERT_LT(begin, end);
    Value data;
    data.set("team.name", "Zespół");
    data.set("team.name_gen", "Zespołu");
    data.set("partner.name", "Dom Pomocy");
    const Document document = bind(readTemplate(guide.substr(begin, end + 11 - begin), "README.md"), data);
    EXPECT_EQ(linesOf(document),
              (std::vector<std::string>{"DEKLARACJA PRZYSTĄPIENIA", "do Zespołu", "§ 1. Podmiot",
                                        "Podmiot: Dom Pomocy, zwany dalej „Partnerem”.", "W imieniu Partnera"}));
}

TEST(Shipped, SchemaRefusesWhatTheReaderRefuses) {
    const auto path = std::filesystem::temp_directory_path() / ("akces_shipped_" + std::to_string(::getpid()) + ".xml");
    const auto judged = [&](const std::string& body) {
        std::ofstream(path) << "<template title=\"t\">" << body << "</template>";
        return isValid(path);
    };
    EXPECT_TRUE(judged("<p>{{ a }}</p>"));
    for (const char* body :
         {"<x/>", "<p align=\"middle\">a</p>", "<item>a</item>", "<list style=\"1.\"><p>a</p></list>",
          "<heading level=\"9\">a</heading>", "<for each=\"a\"><p>a</p></for>", "<p>a<else/>b</p>",
          "<if has=\"a\" any=\"b\"><p>a</p></if>", "<table summary=\"s\"><column width=\"x\"/></table>", "słowo",
          "<signature field=\"A\"/>", "<for times=\"x\"><p>a</p></for>", "<include/>",
          "<table summary=\"s\"><column width=\"*\"/><head><cell><signature field=\"A\" "
          "description=\"d\"/></cell></head></table>"}) {
        EXPECT_FALSE(judged(body)) << body;
        EXPECT_THROW(readTemplate("<template title=\"t\">" + std::string(body) + "</template>", "x.xml"), base::Error)
            << body;
    }
    std::filesystem::remove(path);
}

}  // namespace
