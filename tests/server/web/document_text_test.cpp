#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "pdfgen/compose.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/issue.h"
#include "templates/html.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/samples.h"

/// What a document's HTML says is what its PDF says, word by word.
namespace {

using templates::Document;

/// White space and hyphens at line ends do not count; pdftotext joins broken words by their /ActualText.
std::string wordsOf(std::string text) {
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\u00a0") text.replace(i, 2, " ");
        const bool isSpace = text[i] == ' ' || text[i] == '\n' || text[i] == '\f';
        if (!isSpace) words += text[i];
        if (isSpace && !words.empty() && words.back() != '\n') words += '\n';
    }
    return words;
}

/// What a table's head says, which stands again at the top of further pages.
std::vector<std::string> headsOf(const Document& document) {
    std::vector<std::string> heads;
    for (const templates::Block& block : document.blocks)
        if (const auto* table = std::get_if<templates::Table>(&block.content)) {
            std::string words;
            for (const templates::Row& row : table->head)
                for (const templates::Cell& cell : row.cells)
                    for (const templates::Run& run : cell.text) words += run.text + '\n';
            heads.push_back(wordsOf(words));
        }
    return heads;
}

/// Without the footer, and without repeated heads.
std::string pageWords(const std::string& page, bool isFirst, const Document& document) {
    std::string words = wordsOf(page + '\n');
    const std::string footer = wordsOf(document.footer + '\n');
    const std::size_t at = words.rfind(footer + "strona\n");
    EXPECT_NE(at, words.npos) << words;
    words.resize(std::min(at, words.size()));
    for (const std::string& head : headsOf(document))
        if (!isFirst && words.starts_with(head)) words.erase(0, head.size());
    return words;
}

std::string pdfWords(const Document& document) {
    static pdfgen::Composer composer;
    const base::Instant at = *base::parseInstant("2019-11-27T09:30:00Z");
    const tools::PdfFile file(composer.compose(document, {base::Bytes(16, 'x'), at}));
    std::string words;
    std::istringstream pages(file.text("-raw"));
    for (std::string page; std::getline(pages, page, '\f');) words += pageWords(page, words.empty(), document);
    return words;
}

/// What a tag is as text: an end of a line, or nothing.
std::string_view breakOf(std::string_view tag) {
    constexpr std::array<std::string_view, 13> kEnds{"<br>",  "</p>",  "</h1>", "</h2>", "</h3>",  "</h4>",  "</h5>",
                                                     "</h6>", "</li>", "</td>", "</th>", "</div>", "</span>"};
    return std::find(kEnds.begin(), kEnds.end(), tag) == kEnds.end() ? "" : "\n";
}

/// Without tags, and without captions: the PDF has those as /Summary.
std::string withoutTags(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const auto begin = std::min(html.find('<'), html.size());
        text += html.substr(0, begin);
        html.remove_prefix(begin);
        const std::string_view end = html.starts_with("<caption") ? "</caption>" : ">";
        const auto last = html.find(end);
        const std::string_view tag = html.substr(0, last == html.npos ? last : last + end.size());
        text += breakOf(tag);
        html.remove_prefix(tag.size());
    }
    return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string htmlWords(const Document& document) {
    std::string html = withoutTags(templates::html(document, 2));
    const std::pair<const char*, const char*> reading[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
    for (const auto& [mark, text] : reading) html = replaced(std::move(html), mark, text);
    std::string words = wordsOf(std::move(html));
    const std::string footer = wordsOf(document.footer + '\n');
    EXPECT_TRUE(words.ends_with(footer)) << words;
    words.resize(words.size() - footer.size());
    return words;
}

std::vector<Document> shippedDocuments() {
    std::vector<Document> all;
    for (const std::string& name : support::sampleMeetings()) {
        const auto meeting = workflow::readMeeting(support::sample(name + ".json"), name);
        const auto office = workflow::readOffice(support::sample(name + "-office.json"), name);
        workflow::IssueRequest request{meeting, office, {}, *base::parseInstant("2019-11-27T09:30:00Z"), "PRZYKŁAD"};
        for (const std::string& one : workflow::defaultTemplates(office))
            request.templates.push_back({templates::readTemplate(templates::shippedTemplate(one), one), one});
        std::vector<base::Message> notices;
        for (auto& draft : workflow::draftDocuments(request, notices)) all.push_back(std::move(draft.document));
    }
    return all;
}

/// Where the two part, with some words before and behind; empty where they do not.
std::string difference(const std::string& html, const std::string& pdf) {
    if (html == pdf) return {};
    const auto at = std::mismatch(html.begin(), html.end(), pdf.begin(), pdf.end());
    const auto around = [](const std::string& text, std::ptrdiff_t place) {
        const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(place - 60, 0));
        return text.substr(begin, 120);
    };
    return "HTML: " + around(html, at.first - html.begin()) + "\nPDF: " + around(pdf, at.second - pdf.begin());
}

TEST(DocumentText, SaysInHtmlWhatThePdfSays) {
    const auto documents = shippedDocuments();
    ASSERT_EQ(documents.size(), 15U);
    for (const Document& document : documents) EXPECT_EQ(difference(htmlWords(document), pdfWords(document)), "");
}

TEST(DocumentText, DiffersWhereOneWordDoes) {
    Document document = shippedDocuments().front();
    const std::string paper = pdfWords(document);
    EXPECT_EQ(difference(htmlWords(document), paper), "");
    for (templates::Block& block : document.blocks)
        if (auto* heading = std::get_if<templates::Heading>(&block.content)) heading->text.front().text += " nie";
    EXPECT_NE(difference(htmlWords(document), paper), "");
}

}  // namespace
