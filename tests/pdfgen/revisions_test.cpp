#include "pdfgen/revisions.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "pdfgen/update.h"
#include "tests/support/source.h"

namespace {

using pdfgen::Revisions;

base::Bytes sample(const std::string& name) {
    std::ifstream in(support::source("tests/data/" + name), std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

base::Bytes withObject(const base::Bytes& file, int number, const std::string& body) {
    pdfgen::Update update(file);
    update.replace(number, body);
    return file + update.finish();
}

bool isReadable(const base::Bytes& file) {
    try {
        const Revisions revisions(file);
        return true;
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::unreadable);
        return false;
    }
}

/// A file by hand: objects, then a table whose entries are computed, as a writer would.
class ByHand {
public:
    ByHand& object(int number, const std::string& body) {
        places_[number] = text_.size();
        text_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
        return *this;
    }
    ByHand& place(int number, std::size_t offset) {
        places_[number] = offset;
        return *this;
    }
    /// Ends the revision; `start` instead of the right startxref when given.
    ByHand& end(const std::string& more = "", std::optional<std::size_t> start = {}) {
        const std::size_t xref = text_.size();
        text_ += "xref\n";
        for (const auto& [number, offset] : places_) {
            std::string digits = std::to_string(offset);
            text_ += std::to_string(number) + " 1\n" + std::string(10 - digits.size(), '0') + digits + " 00000 n\r\n";
        }
        text_ += "trailer\n<< /Size 20 /Root 1 0 R " + more + " >>\nstartxref\n" +
                 std::to_string(start.value_or(xref)) + "\n%%EOF\n";
        places_.clear();
        last_ = xref;
        return *this;
    }
    std::size_t last() const { return last_; }
    std::size_t size() const { return text_.size(); }
    const base::Bytes& text() const { return text_; }

private:
    base::Bytes text_ = "%PDF-1.7\n";
    std::map<int, std::size_t> places_{};
    std::size_t last_ = 0;
};

TEST(Revisions, ShowsAnObjectAsEachRevisionHasIt) {
    for (const char* name : {"pdf/three-fields.pdf", "pdf/xref-stream.pdf", "pdf/linearized.pdf"}) {
        const base::Bytes first = sample(name);
        const base::Bytes second = withObject(first, 1, "<< /Changed true >>");
        const Revisions revisions(second);
        ASSERT_EQ(revisions.all().size(), 2U) << name;
        EXPECT_LE(revisions.all()[0].end, first.size());
        EXPECT_GE(revisions.all()[0].end + 2, first.size());
        EXPECT_EQ(revisions.end(), second.size());
        EXPECT_FALSE(revisions.value({1, 0}, 0).has("Changed")) << name;
        EXPECT_TRUE(revisions.value({1, 0}, 1).has("Changed")) << name;
        EXPECT_TRUE(revisions.changedBehind(0).contains(1));
        EXPECT_TRUE(revisions.changedBehind(1).empty());
        EXPECT_TRUE(revisions.numbersAt(0).contains(1));
    }
}

TEST(Revisions, ReadsObjectsInsideStreams) {
    const base::Bytes file = sample("pdf/xref-stream.pdf");
    const Revisions revisions(file);
    bool any = false;
    for (const int number : revisions.numbersAt(0)) {
        const auto* object = revisions.find(number, 0);
        ASSERT_NE(object, nullptr) << number;
        any = any || object->isCompressed;
    }
    EXPECT_TRUE(any);
}

TEST(Revisions, RefusesLoopsAndEncryption) {
    EXPECT_FALSE(isReadable(sample("signed/xref-prev-self-loop.pdf")));
    EXPECT_FALSE(isReadable(sample("pdf/encrypted.pdf")));
    EXPECT_FALSE(isReadable("no PDF at all"));
    ByHand file;
    file.object(1, "<< >>").end("/Prev 9");
    EXPECT_FALSE(isReadable(file.text()));
}

TEST(Revisions, HasNoObjectWhereItsEntryDoesNotLead) {
    ByHand file;
    file.object(1, "<< >>").place(2, 3).place(3, 9).end();
    const Revisions revisions(file.text());
    EXPECT_NE(revisions.find(1, 0), nullptr);
    EXPECT_EQ(revisions.find(2, 0), nullptr);
    EXPECT_EQ(revisions.find(3, 0), nullptr);  // what stands there calls itself 1
    EXPECT_TRUE(revisions.hasUnreadable(2, 0));
    EXPECT_FALSE(revisions.hasUnreadable(9, 0));
    EXPECT_EQ(revisions.find(pdfgen::Reference{1, 1}, 0), nullptr);
}

/// An object that nobody can read costs what is behind it, and entries are counted: neither holds us up.
TEST(Revisions, GivesUpOnAFileThatWouldCostTooMuch) {
    ByHand file;
    file.object(1, "<< >>");
    base::Bytes body;
    for (int number = 2; number < 3000; ++number) {
        file.place(number, file.size() + body.size());
        body += std::to_string(number) + " 0 obj(";
    }
    const base::Bytes head = file.text();
    const base::Bytes table = base::Bytes(file.end().text()).substr(head.size());
    base::Bytes text = head + body + base::Bytes(std::size_t{1} << 20, ' ');
    const std::size_t xref = text.size();
    text += table.substr(0, table.find("startxref")) + "startxref\n" + std::to_string(xref) + "\n%%EOF\n";
    const Revisions revisions(text);
    EXPECT_THROW(for (int number = 2; number < 3000; ++number) revisions.find(number, 0), base::Error);
    EXPECT_FALSE(isReadable("%PDF-1.7\nxref\n1048570 100000\n"));
}

TEST(Revisions, SeesEntriesThatLeadBehindTheirRevision) {
    ByHand file;
    file.object(1, "<< >>").place(5, 400).end();
    const std::size_t previous = file.last();
    file.object(6, "(" + std::string(400 - file.size() - 18, 'x') + ")");
    file.object(5, "<< /Late true >>");
    base::Bytes text = file.text();
    ASSERT_EQ(text.substr(400, 7), "5 0 obj");
    const std::size_t xref = text.size();
    text += "xref\n7 1\n0000000000 65535 f\r\ntrailer\n<< /Size 8 /Root 1 0 R /Prev " + std::to_string(previous) +
            " >>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
    const Revisions revisions(text);
    EXPECT_EQ(revisions.find(5, 0), nullptr);
    EXPECT_TRUE(revisions.pointsAhead(5, 0));
    EXPECT_FALSE(revisions.pointsAhead(1, 0));
    const Revisions malformed(
        text.replace(text.find("endobj", 400), 6, "      "));  // other readers take it all the same
    EXPECT_TRUE(malformed.pointsAhead(5, 0));
}

TEST(Revisions, SeesAStartxrefThatLeadsElsewhere) {
    ByHand file;
    file.object(1, "<< >>").end("", 9);
    const std::size_t previous = file.last();
    file.object(2, "<< >>").end("/Prev " + std::to_string(previous));
    const Revisions revisions(file.text());
    ASSERT_EQ(revisions.all().size(), 2U);
    EXPECT_TRUE(revisions.all()[0].isAmbiguous);
    EXPECT_FALSE(revisions.all()[1].isAmbiguous);
}

TEST(Revisions, NamesWhatStandsBehindTheEnd) {
    const base::Bytes file = sample("pdf/three-fields.pdf");
    EXPECT_FALSE(Revisions(file + "\n\n").tailHasObjects());
    const base::Bytes garbage = file + "PK\x03\x04 not an update";
    EXPECT_EQ(Revisions(garbage).end(), file.size());
    EXPECT_FALSE(Revisions(garbage).tailHasObjects());
    const base::Bytes objects = file + "4 0 obj\n<< >>\nendobj\n";
    EXPECT_TRUE(Revisions(objects).tailHasObjects());
}

TEST(Revisions, EveryTruncationIsReadOrAnErrorOfOurs) {
    const base::Bytes file = withObject(sample("pdf/xref-stream.pdf"), 1, "<< /Changed true >>");
    for (std::size_t length = 0; length < file.size(); length += 11) {
        const base::Bytes cut = file.substr(0, length);
        if (isReadable(cut)) {
            EXPECT_EQ(Revisions(cut).all().size(), 1U);
        }
    }
}

}  // namespace
