#include "pdfgen/compose.h"

#include "base/error.h"
#include "base/utf8.h"
#include "pdfgen/coverage.h"
#include "pdfgen/deflate.h"
#include "pdfgen/haru.h"
#include "pdfgen/hyphenation.h"
#include "pdfgen/metadata.h"
#include "pdfgen/pages.h"
#include "pdfgen/paragraph_cache.h"
#include "pdfgen/srgb_profile.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostCachedTexts = 50000;
constexpr std::size_t kMostParagraphs = 4000;

std::string rectangle(const Box& box) {
    return '[' + number(box.x) + ' ' + number(box.y) + ' ' + number(box.x + box.width) + ' ' +
           number(box.y + box.height) + ']';
}

/// Field and widget in one object, with an appearance that draws nothing: signing rewrites the appearance's form and
/// adds /V, and nothing else (ISO 32000-1 sections 12.7.4.5 and 12.5.5).
int writeField(Haru& haru, const PlacedField& placed, int page) {
    const int form = haru.addDeflatedStream("/Type /XObject /Subtype /Form /BBox [0 0 " + number(placed.box.width) +
                                                ' ' + number(placed.box.height) + "] /Resources << >>",
                                            deflated(""));
    std::string entries = "/Type /Annot /Subtype /Widget /FT /Sig /T " + textString(placed.field->name) + " /TU " +
                          textString(placed.field->description) + " /F 4 /Rect " + rectangle(placed.box) + " /P " +
                          reference(page) + " /StructParent " + std::to_string(placed.structParent) + " /AP << /N " +
                          reference(form) + " >>";
    if (!placed.field->function.empty()) entries += " /XXAkcesFunction " + textString(placed.field->function);
    if (!placed.field->institution.empty()) entries += " /XXAkcesInstitution " + textString(placed.field->institution);
    return haru.addDictionary(entries);
}

/// A framed line at the head of the first page.
void drawNotice(Layout& layout, const std::string& notice, const Column& column, std::vector<Strip>& strips) {
    if (base::trimmed(notice).empty()) return;
    const int element = layout.tags.element("P", 0);
    const Layout::TextStyle textStyle{style::kCell, style::kCellLeading + 8, templates::Align::center, 0, false, false};
    auto lines = std::make_shared<std::vector<Strip>>();
    layout.text({{notice, true}}, textStyle, column, element, *lines);
    Strip strip;
    strip.height = static_cast<double>(lines->size()) * textStyle.leading;
    strip.draw = [column, lines, height = strip.height](Canvas& canvas, double top) {
        canvas.frame({column.x, top - height, column.width, height}, style::kRule);
        for (const Strip& line : *lines) {
            line.draw(canvas, top);
            top -= line.height;
        }
    };
    strips.push_back(std::move(strip));
    layout.spaceOwed = 10;
}

void writePages(Haru& haru, std::vector<Canvas>& pages, const std::vector<PlacedField>& fields, const FontUse& fonts,
                const TagTree& tags, const PageShape& shape) {
    std::vector<int> pageObjects, widgets;
    for (std::size_t i = 0; i < pages.size(); ++i) pageObjects.push_back(haru.addPage(shape.width, shape.height));
    std::vector<std::vector<int>> annotations(pages.size());
    widgets.resize(fields.size());
    for (const PlacedField& field : fields) {
        const int widget = writeField(haru, field, pageObjects[static_cast<std::size_t>(field.page)]);
        widgets[static_cast<std::size_t>(field.structParent - kFirstWidgetKey)] = widget;
        annotations[static_cast<std::size_t>(field.page)].push_back(widget);
    }
    std::vector<std::string> contents;
    contents.reserve(pages.size());
    for (Canvas& page : pages) contents.push_back(page.finish());
    const int resources = haru.addDictionary(fonts.write(haru));
    for (std::size_t i = 0; i < pages.size(); ++i)
        haru.finishPage(pageObjects[i], contents[i], resources, annotations[i], static_cast<int>(i));
    haru.setCatalog("StructTreeRoot", tags.write(haru, pageObjects, widgets));
    if (widgets.empty()) return;
    std::string list;
    for (const int widget : widgets) list += reference(widget) + ' ';
    haru.setCatalog("AcroForm", haru.addDictionary("/Fields [" + list + "] /SigFlags 3"));
}

}  // namespace

struct Composer::State {
    explicit State(const Resources& resources)
        : typeface(resources.fonts), hyphenator(resources.hyphenation), profile(deflated(srgbProfile())) {}
    Typeface typeface;
    Hyphenator hyphenator;
    ParagraphCache paragraphs{typeface, hyphenator};
    base::Bytes profile;

    void forgetTooMuch() {
        const bool texts = typeface.cachedTexts() > kMostCachedTexts;
        if (texts || paragraphs.size() > kMostParagraphs) paragraphs.clear();
        if (texts) typeface.clear();
    }
};

Composer::Composer(const Resources& resources) : state_(std::make_unique<State>(resources)) {}
Composer::~Composer() = default;
Composer::Composer(Composer&&) noexcept = default;
Composer& Composer::operator=(Composer&&) noexcept = default;

base::Bytes Composer::compose(const templates::Document& document, const Issue& issue) {
    if (auto faults = missingGlyphs(document, state_->typeface); !faults.empty())
        throw base::Error(base::ErrorCode::data, base::say("pdf.glyphs_missing"), std::move(faults));
    state_->forgetTooMuch();
    PageShape shape;
    if (document.landscape) std::swap(shape.width, shape.height);
    FontUse fonts(state_->typeface);
    TagTree tags(document.language);
    std::vector<PlacedField> fields;
    std::vector<Strip> strips;
    Layout layout{state_->typeface, state_->hyphenator, tags, fields, state_->paragraphs, rhythmOf(document.spacing)};
    const Column column{shape.left, shape.textWidth()};
    drawNotice(layout, document.notice, column, strips);
    layout.blocks(document.blocks, column, 0, strips);
    auto pages = fillPages(strips, shape, fonts, tags);
    drawFooters(pages, document.footer, shape, state_->typeface, state_->hyphenator);
    Haru haru;
    writeMetadata(haru, {document.title, document.subject, document.language, issue.issuedAt}, state_->profile);
    writePages(haru, pages, fields, fonts, tags, shape);
    haru.setFileId(issue.fileId);
    return haru.save();
}

}  // namespace pdfgen
