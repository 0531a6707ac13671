#include "pdfgen/face.h"

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>
#include <harfbuzz/hb.h>

#include <array>
#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "base/handle.h"

namespace pdfgen {
namespace {

using base::Handle;

using Blob = Handle<hb_blob_t, hb_blob_destroy>;
using HbFace = Handle<hb_face_t, hb_face_destroy>;
using Font = Handle<hb_font_t, hb_font_destroy>;
using Buffer = Handle<hb_buffer_t, hb_buffer_destroy>;
using SubsetInput = Handle<hb_subset_input_t, hb_subset_input_destroy>;

constexpr std::size_t kLargestFont = std::size_t{16} << 20;
constexpr int kFlagSerif = 2, kFlagSymbolic = 4, kFlagItalic = 64;  // ISO 32000-1 table 123

std::string_view table(hb_face_t* face, hb_tag_t tag, Blob& keep) {
    keep.reset(hb_face_reference_table(face, tag));
    unsigned length = 0;
    const char* data = hb_blob_get_data(keep.get(), &length);
    return {data == nullptr ? "" : data, length};
}

int signed16(std::string_view bytes, std::size_t offset) {
    if (offset + 2 > bytes.size()) return 0;
    return static_cast<std::int16_t>(static_cast<unsigned char>(bytes[offset]) << 8 |
                                     static_cast<unsigned char>(bytes[offset + 1]));
}

std::string postScriptName(hb_face_t* face) {
    std::array<char, 128> name{};
    auto length = static_cast<unsigned>(name.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
    return {name.data(), length};
}

/// Everything that a viewer needs not: it gets glyph ids, and drawn outlines are not hinted.
void dropTables(hb_subset_input_t* input) {
    hb_set_t* drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "post", "name", "OS/2", "gasp", "kern", "DSIG", "cmap", "cvt ",
                            "fpgm", "prep", "hdmx", "VDMX", "LTSH", "PCLT", "FFTM"})
        hb_set_add(drop, hb_tag_from_string(tag, 4));
}

}  // namespace

struct Face::State {
    Blob blob;
    HbFace face;
    HbFace forSubsets;  ///< what hb-subset computes once for a face
    Font font;
    std::string name;
    FaceMetrics metrics;
    int unitsPerEm = 1000;

    int scaled(int value) const { return static_cast<int>(std::lround(value * 1000.0 / unitsPerEm)); }
    int metric(hb_ot_metrics_tag_t tag, int otherwise) const {
        hb_position_t value = 0;
        return hb_ot_metrics_get_position(font.get(), tag, &value) ? scaled(value) : otherwise;
    }
    void readMetrics() {
        Blob keep;
        const auto head = table(face.get(), HB_TAG('h', 'e', 'a', 'd'), keep);
        for (std::size_t i = 0; i < 4; ++i) metrics.box[i] = scaled(signed16(head, 36 + 2 * i));
        const auto post = table(face.get(), HB_TAG('p', 'o', 's', 't'), keep);
        metrics.italicAngle = signed16(post, 4);
        metrics.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800);
        metrics.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200);
        metrics.capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 660);
        metrics.xHeight = metric(HB_OT_METRICS_TAG_X_HEIGHT, 460);
        metrics.stemV = name.find("Bold") == name.npos ? 80 : 140;
        metrics.flags = kFlagSerif | kFlagSymbolic | (metrics.italicAngle != 0 ? kFlagItalic : 0);
    }
};

Face::Face(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
    const base::Bytes bytes = base::readFile(file, kLargestFont);
    state_->blob.reset(
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    state_->face.reset(hb_face_create(state_->blob.get(), 0));
    Blob keep;
    if (table(state_->face.get(), HB_TAG('g', 'l', 'y', 'f'), keep).empty())
        throw base::Error(base::ErrorCode::unreadable, base::say("face.no_font", {file.string()}));
    state_->font.reset(hb_font_create(state_->face.get()));
    state_->unitsPerEm = static_cast<int>(hb_face_get_upem(state_->face.get()));
    state_->name = pdfgen::postScriptName(state_->face.get());
    state_->readMetrics();
    state_->forSubsets.reset(hb_subset_preprocess(state_->face.get()));
}
Face::~Face() = default;
Face::Face(Face&&) noexcept = default;
Face& Face::operator=(Face&&) noexcept = default;

const std::string& Face::postScriptName() const { return state_->name; }
const FaceMetrics& Face::metrics() const { return state_->metrics; }
int Face::unitsPerEm() const { return state_->unitsPerEm; }

bool Face::has(char32_t codePoint) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(state_->font.get(), codePoint, &glyph) != 0;
}

std::vector<Glyph> Face::shape(std::string_view text) const {
    const Buffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("pl", 2));
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    // No ligatures: one glyph a character, so that text is extracted and broken anywhere.
    static const std::array<hb_feature_t, 2> features{{{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
                                                       {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END}}};
    hb_shape(state_->font.get(), buffer.get(), features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::vector<Glyph> glyphs(count);
    for (unsigned i = 0; i < count; ++i) {
        glyphs[i].id = static_cast<std::uint16_t>(infos[i].codepoint);
        glyphs[i].advance = positions[i].x_advance;
        glyphs[i].natural = hb_font_get_glyph_h_advance(state_->font.get(), infos[i].codepoint);
        glyphs[i].cluster = static_cast<int>(infos[i].cluster);
    }
    return glyphs;
}

base::Bytes Face::subset(const std::vector<std::uint16_t>& glyphs) const {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw base::Error(base::ErrorCode::internal, base::say("face.no_subset", {state_->name}));
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    dropTables(input.get());
    const HbFace made(hb_subset_or_fail(state_->forSubsets.get(), input.get()));
    if (!made) throw base::Error(base::ErrorCode::internal, base::say("face.no_subset", {state_->name}));
    const Blob blob(hb_face_reference_blob(made.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

}  // namespace pdfgen
