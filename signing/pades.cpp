#include "signing/pades.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "base/error.h"
#include "pdfgen/appearance.h"
#include "pdfgen/reader.h"
#include "pdfgen/revisions.h"
#include "pdfgen/syntax.h"
#include "pdfgen/update.h"
#include "signing/changes.h"
#include "signing/cms.h"
#include "signing/digest.h"
#include "signing/identity.h"
#include "signing/structure.h"

namespace signing {
namespace {

using pdfgen::FieldInfo;
using Entries = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kRangePlaceholder = "[0 0000000000 0000000000 0000000000]";

base::Error refused(base::Message message) { return base::Error(base::ErrorCode::refused, std::move(message)); }

std::string quotedNames(const std::vector<FieldInfo>& fields) {
    std::string names;
    for (const FieldInfo& field : fields) names += (names.empty() ? "„" : ", „") + field.name + "”";
    return names;
}

FieldInfo onlyOpenField(const std::vector<FieldInfo>& fields) {
    std::vector<FieldInfo> open;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(open),
                 [](const FieldInfo& field) { return !field.isSigned; });
    if (open.empty()) throw refused(base::say("sign.all_signed"));
    if (open.size() > 1) throw refused(base::say("sign.choose_field", {quotedNames(open)}));
    return open.front();
}

FieldInfo chosenField(const pdfgen::Reader& reader, const std::string& name) {
    const auto fields = reader.signatureFields();
    if (fields.empty()) throw refused(base::say("sign.no_fields"));
    if (name.empty()) return onlyOpenField(fields);
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) { return field.name == name; });
    if (found == fields.end()) throw refused(base::say("sign.field_missing", {name, quotedNames(fields)}));
    if (found->isSigned) throw refused(base::say("sign.field_signed", {name}));
    return *found;
}

/// Documents are in Polish, whatever the language of whoever asks for the signature.
constexpr base::Language kOnPaper = base::Language::polish;

/// "27.11.2019, godz. 10.30", time of Warsaw
std::string writtenTime(base::Instant at) {
    const std::string stamp = base::warsawInstant(at);  // 2019-11-27T10:30:00+01:00
    const std::string day = stamp.substr(8, 2) + '.' + stamp.substr(5, 2) + '.' + stamp.substr(0, 4);
    return base::text(base::say("appearance.time", {day, stamp.substr(11, 2) + '.' + stamp.substr(14, 2)}), kOnPaper);
}

std::vector<pdfgen::AppearanceLine> appearanceLines(const SignRequest& request, const FieldInfo& field) {
    std::vector<pdfgen::AppearanceLine> lines;
    const auto heading = request.demonstration ? base::say("appearance.demonstration") : base::say("appearance.signed");
    lines.push_back({base::text(heading, kOnPaper), false});
    lines.push_back({request.signerName, true});
    if (!field.function.empty()) lines.push_back({field.function, false});
    if (!field.institution.empty()) lines.push_back({field.institution, false});
    lines.push_back({writtenTime(request.at), false});
    return lines;
}

/// The signature dictionary (ISO 32000-1 table 252) as EN 319 142-1 section 6.3 wants it.
std::string signatureDictionary(const SignRequest& request) {
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (" + base::pdfDate(request.at) +
           ") /ByteRange " + std::string(kRangePlaceholder) + " /Contents <" +
           std::string(request.contentsBytes * 2, '0') + "> >>";
}

/// Whether nothing but `widget` leads to the object: by one reference, or through a dictionary that is its own too.
bool isOnlyIn(int widget, int number, const pdfgen::Revisions& revisions) {
    constexpr int farthest = 3;
    std::map<int, std::vector<int>> holders;
    for (const int holder : revisions.numbersAt(revisions.last()))
        if (const auto* object = revisions.find(holder, revisions.last()))
            for (const pdfgen::Reference reference : pdfgen::referencesIn(object->raw))
                holders[reference.number].push_back(holder);
    for (int step = 0; step < farthest; ++step) {
        if (holders[number].size() != 1) return false;
        number = holders[number].front();
        if (number == widget) return true;
    }
    return false;
}

/// The appearance goes into the form that the empty field has; a field without one of its own (not ours) gets a new
/// form.
void writeAppearance(pdfgen::Update& update, const pdfgen::Reader& reader, const pdfgen::Revisions& revisions,
                     const SignRequest& request, const FieldInfo& field, Entries& fieldEntries,
                     pdfgen::SignatureAppearances& appearances) {
    if (field.widthPt < 1 || field.heightPt < 1) return;
    std::string form = appearances.form(update, appearanceLines(request, field), field.widthPt, field.heightPt);
    if (field.appearance != 0 && isOnlyIn(field.widget, field.appearance, revisions)) {
        update.replace(field.appearance, std::move(form), field.appearanceGeneration);
        return;
    }
    const std::string entry = "<< /N " + std::to_string(update.add(std::move(form))) + " 0 R >>";
    if (field.widget == field.object)
        fieldEntries.emplace_back("/AP", entry);
    else
        update.replace(field.widget, reader.objectWith(field.widget, field.widgetGeneration, {{"/AP", entry}}),
                       field.widgetGeneration);
}

/// No earlier signature may forbid this one: each revision's permissions, as validation will judge it by them.
void checkPermitted(const pdfgen::Revisions& revisions, const std::string& field) {
    const auto signatures = findSignatures(revisions);
    for (std::size_t r = 0; r <= revisions.last(); ++r) {
        const Permissions permissions = permissionsAt(revisions, signatures, r);
        if (permissions.level == 1) throw refused(base::say("sign.not_permitted"));
        if (permissions.locks(field)) throw refused(base::say("sign.field_locked", {field}));
    }
}

void writeByteRange(Prepared& prepared, std::size_t dictionary) {
    const std::size_t at = prepared.pdf.find(kRangePlaceholder, dictionary);
    std::array<char, 64> range{};
    std::snprintf(range.data(), range.size(), "[0 %zu %zu %zu]", prepared.holeBegin, prepared.holeEnd,
                  prepared.pdf.size() - prepared.holeEnd);
    std::string text = range.data();
    text.resize(kRangePlaceholder.size(), ' ');
    prepared.pdf.replace(at, text.size(), text);
}

}  // namespace

Prepared prepare(base::ByteView pdf, const SignRequest& request, pdfgen::SignatureAppearances& appearances) {
    const pdfgen::Reader reader(pdf);
    const FieldInfo field = chosenField(reader, request.field);
    if (reader.wasRepaired()) throw base::Error(base::ErrorCode::unreadable, base::say("sign.repaired"));
    const pdfgen::Revisions revisions(pdf);
    checkPermitted(revisions, field.name);
    if (field.object == 0 || field.widget == 0)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged"));
    pdfgen::Update update(pdf);
    const int signature = update.add(signatureDictionary(request));
    Entries entries{{"/V", std::to_string(signature) + " 0 R"}};
    writeAppearance(update, reader, revisions, request, field, entries, appearances);
    update.replace(field.object, reader.objectWith(field.object, field.generation, entries), field.generation);
    if (const auto form = reader.form(); form.object != 0 && form.signatureFlags != 3)
        update.replace(form.object, reader.objectWith(form.object, form.generation, {{"/SigFlags", "3"}}),
                       form.generation);
    Prepared prepared;
    prepared.pdf = base::Bytes(pdf) + update.finish();
    const std::size_t dictionary = update.offsetOf(signature);
    prepared.holeBegin = prepared.pdf.find("/Contents <", dictionary) + 10;
    prepared.holeEnd = prepared.holeBegin + request.contentsBytes * 2 + 2;
    writeByteRange(prepared, dictionary);
    const base::ByteView whole = prepared.pdf;
    prepared.digest = sha256({whole.substr(0, prepared.holeBegin), whole.substr(prepared.holeEnd)});
    return prepared;
}

base::Bytes finish(Prepared prepared, base::ByteView cms) {
    if (cms.size() * 2 + 2 > prepared.holeEnd - prepared.holeBegin)
        throw base::Error(base::ErrorCode::internal, base::say("sign.hole_too_small"));
    const std::string digits = base::hex(cms);
    prepared.pdf.replace(prepared.holeBegin + 1, digits.size(), digits);
    return std::move(prepared.pdf);
}

base::Bytes sign(base::ByteView pdf, const Identity& identity, const SignRequest& request,
                 pdfgen::SignatureAppearances& appearances) {
    checkMaySign(identity, request.at);
    SignRequest roomy = request;
    roomy.contentsBytes = std::max(request.contentsBytes, largestSignedData(identity));
    Prepared prepared = prepare(pdf, roomy, appearances);
    const base::Bytes cms = signedData(identity, prepared.digest);
    return finish(std::move(prepared), cms);
}

}  // namespace signing
