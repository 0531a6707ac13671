#include <gtest/gtest.h>

#include <fstream>

#include "server/workflow/json_value.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;

class ArchiveVerbTest : public testing::Test {
protected:
    ArchiveVerbTest() {
        command({"meeting", "import", support::sampleFile("knurow-2019-11-13.json"), "--data", data_});
    }
    support::Outcome archive(std::vector<std::string> words, const std::string& data = {}) {
        words.insert(words.begin(), "archive");
        words.insert(words.end(), {"--data", data.empty() ? data_ : data});
        return command(words);
    }
    support::Outcome add(const std::string& name, const std::string& text) {
        return archive({"add", folder_.write(name, text), "--meeting", "knurow-2019-11-13"});
    }
    std::string object(const std::string& json) const {
        const std::string hash = *workflow::readJson(json, "").find("sha256")->text();
        return data_ + "/archive/sha256/" + hash.substr(0, 2) + '/' + hash;
    }
    support::TemporaryFolder folder_;
    std::string data_ = (folder_ / "data").string();
    std::string copy_ = (folder_ / "copy").string();
    std::string package_ = (folder_ / "paczka").string();
};

TEST_F(ArchiveVerbTest, AddsAndLists) {
    EXPECT_EQ(add("a.pdf", "jeden").code, 0);
    EXPECT_EQ(add("b.pdf", "dwa").code, 0);
    const auto list = archive({"list"});
    EXPECT_NE(list.out.find("a.pdf"), std::string::npos);
    EXPECT_TRUE(list.out.ends_with("Liczba wpisów: 2.\n")) << list.out;
    const auto json = archive({"list", "--json"});
    EXPECT_EQ(std::count(json.out.begin(), json.out.end(), '\n'), 2);
}

TEST_F(ArchiveVerbTest, KeepsTheAnswerOfVerifyForEveryFile) {
    EXPECT_EQ(add("a.pdf", "to nie PDF").code, 0);
    EXPECT_NE(archive({"list"}).out.find("plik nieczytelny"), std::string::npos);
}

TEST_F(ArchiveVerbTest, NamesDamagedMissingAndForeignFiles) {
    add("a.pdf", "jeden");
    add("b.pdf", "dwa");
    EXPECT_EQ(archive({"check"}).code, 0);
    const std::string list = archive({"list", "--json"}).out;
    const std::string first = object(list.substr(0, list.find('\n'))),
                      second = object(list.substr(list.find('\n') + 1));
    fs::permissions(first, fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(first) << "inne";
    fs::remove(second);
    std::ofstream(data_ + "/archive/sha256/obcy") << "x";
    const auto check = archive({"check"});
    EXPECT_EQ(check.code, 1);
    for (const char* part : {"jest uszkodzony", "nie ma pliku", "obcy plik", "Dotyczy dokumentów: a.pdf.",
                             "Dotyczy dokumentów: b.pdf.", "liczba uszkodzeń: 3."})
        EXPECT_NE(check.out.find(part), std::string::npos) << check.out;
    const auto json = archive({"check", "--json"});
    EXPECT_EQ(json.code, 1);
    EXPECT_EQ(std::count(json.out.begin(), json.out.end(), '\n'), 3);
}

TEST_F(ArchiveVerbTest, RestoresWhatItExported) {
    add("a.pdf", "jeden");
    EXPECT_EQ(archive({"export", "--out", package_}).code, 0);
    EXPECT_EQ(archive({"restore", package_}, copy_).code, 0);
    EXPECT_EQ(archive({"list", "--json"}, copy_).out, archive({"list", "--json"}).out);
    EXPECT_EQ(archive({"check"}, copy_).code, 0);
    EXPECT_EQ(archive({"export", "--out", package_}).code, 73);
    std::ofstream(package_ + "/data/obcy") << "x";
    EXPECT_EQ(archive({"restore", package_}, (folder_ / "third").string()).code, 4);
}

TEST_F(ArchiveVerbTest, SaysWhatIsNotInThePackage) {
    add("a.pdf", "jeden");
    fs::remove(object(archive({"list", "--json"}).out));
    const auto outcome = archive({"export", "--out", package_});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_FALSE(outcome.err.empty());
    EXPECT_EQ(archive({"restore", package_}, copy_).code, 1);
}

TEST_F(ArchiveVerbTest, RefusesAnOptionOfAnotherAction) {
    add("a.pdf", "jeden");
    for (const std::vector<std::string>& words : {std::vector<std::string>{"list", "--meeting", "zzz"},
                                                  {"check", "--trust", "x"},
                                                  {"list", "--out", "x"},
                                                  {"export", "--out", package_, "--meeting", "zzz"},
                                                  {"restore", package_, "--out", "x"},
                                                  {"add", "a.pdf", "--meeting", "m", "--out", "x"}}) {
        const auto outcome = archive(words);
        EXPECT_EQ(outcome.code, 64) << words[0];
        EXPECT_NE(outcome.err.find("nie należy do tego działania"), std::string::npos) << outcome.err;
    }
    EXPECT_FALSE(fs::exists(package_));
}

TEST_F(ArchiveVerbTest, SumsUpAPackageAsJson) {
    add("a.pdf", "jeden");
    const std::string sum = "{\"records\":1,\"objects\":3,\"meetings\":1}\n";
    EXPECT_EQ(archive({"export", "--json", "--out", package_}).out, sum);
    EXPECT_EQ(archive({"restore", "--json", package_}, copy_).out, sum);
}

TEST_F(ArchiveVerbTest, ExportsToAFolderNamedWithASlash) {
    add("a.pdf", "jeden");
    EXPECT_EQ(archive({"export", "--out", package_ + "/"}).code, 0);
    EXPECT_EQ(archive({"restore", package_ + "/"}, copy_).code, 0);
    EXPECT_EQ(archive({"export", "--out", ""}).code, 64);
}

TEST_F(ArchiveVerbTest, RefusesWrongWords) {
    EXPECT_EQ(archive({}).code, 64);
    EXPECT_EQ(archive({"burn"}).code, 64);
    EXPECT_EQ(archive({"add"}).code, 64);
    EXPECT_EQ(archive({"add", "a.pdf"}).code, 64);
    EXPECT_EQ(archive({"add", "a.pdf", "b.pdf", "--meeting", "m", "--document", "d"}).code, 64);
    EXPECT_EQ(archive({"export"}).code, 64);
    EXPECT_EQ(archive({"restore"}).code, 64);
    EXPECT_EQ(archive({"add", folder_.write("x.pdf", "x"), "--meeting", "nie-ma"}).code, 65);
    EXPECT_EQ(archive({"add", "nie-ma.pdf", "--meeting", "knurow-2019-11-13"}).code, 4);
}

}  // namespace
}  // namespace cli
