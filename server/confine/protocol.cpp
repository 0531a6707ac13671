#include "server/confine/protocol.h"

#include "server/process/wire.h"
#include "signing/digest.h"

namespace process {

template <>
inline constexpr auto kLast<confine::Operation> = confine::Operation::prepare;
template <>
inline constexpr auto kLast<signing::Indication> = signing::Indication::indeterminate;
template <>
inline constexpr auto kLast<signing::Integrity> = signing::Integrity::unknown;
template <>
inline constexpr auto kLast<signing::Coverage> = signing::Coverage::partial;
template <>
inline constexpr auto kLast<signing::Changes> = signing::Changes::unknown;
template <>
inline constexpr auto kLast<signing::Kind> = signing::Kind::documentTimestamp;
template <>
inline constexpr auto kLast<signing::FileIndication> = signing::FileIndication::unreadable;

template <>
struct Fields<signing::SignRequest> {
    static void list(auto& value, auto& wire) {
        wire(value.field, value.signerName, value.at, value.demonstration, value.contentsBytes);
    }
};

template <>
struct Fields<confine::Question> {
    static void list(auto& value, auto& wire) {
        wire(value.operation, value.anchors, value.at, value.request, value.page);
    }
};

template <>
struct Fields<signing::SignatureVerdict> {
    static void list(auto& value, auto& wire) {
        wire(value.field, value.kind, value.subFilter, value.indication, value.subIndication, value.integrity,
             value.coverage, value.changesAfter, value.changes, value.level, value.signerName, value.certificate,
             value.claimedTime, value.bestSignatureTime, value.qualification, value.demonstration, value.reasons,
             value.certificateSha256, value.validFrom, value.validTo, value.cmsSize, value.weakness);
    }
};

template <>
struct Fields<signing::FileVerdict> {
    static void list(auto& value, auto& wire) { wire(value.verdict, value.sha256, value.error, value.signatures); }
};

template <>
struct Fields<pdfgen::FieldInfo> {
    static void list(auto& value, auto& wire) {
        wire(value.name, value.description, value.function, value.institution, value.object, value.generation,
             value.widget, value.widgetGeneration, value.appearance, value.appearanceGeneration, value.page,
             value.widthPt, value.heightPt, value.isSigned);
    }
};

template <>
struct Fields<workflow::Inspection> {
    static void list(auto& value, auto& wire) {
        wire(value.fields, value.fileId, value.title, value.pageCount, value.activeContent, value.wasRepaired);
    }
};

}  // namespace process

namespace confine {

base::Bytes encoded(const Question& question) { return process::written(question); }

Question decodedQuestion(base::ByteView message, base::ByteView& rest) {
    Question question;
    process::Decoder decoder(message);
    decoder(question);
    rest = decoder.rest();
    return question;
}

base::Bytes encoded(const signing::FileVerdict& verdict) { return process::written(verdict); }

signing::FileVerdict decodedVerdict(base::ByteView message) { return process::read<signing::FileVerdict>(message); }

base::Bytes encoded(const workflow::Inspection& inspection) { return process::written(inspection); }

workflow::Inspection decodedInspection(base::ByteView message) { return process::read<workflow::Inspection>(message); }

base::Bytes encoded(const signing::Prepared& prepared, base::ByteView original) {
    process::Encoder encoder;
    encoder(prepared.holeBegin, prepared.holeEnd, prepared.digest, prepared.pdf.substr(original.size()));
    return std::move(encoder.bytes);
}

signing::Prepared decodedPrepared(base::ByteView message, base::ByteView original) {
    signing::Prepared prepared;
    base::Bytes revision;
    process::Decoder decoder(message);
    decoder(prepared.holeBegin, prepared.holeEnd, prepared.digest, revision);
    decoder.finish();
    prepared.pdf.reserve(original.size() + revision.size());
    prepared.pdf.append(original).append(revision);
    const bool fits = original.size() <= prepared.holeBegin && prepared.holeBegin < prepared.holeEnd &&
                      prepared.holeEnd <= prepared.pdf.size();
    if (!fits) throw process::Decoder::malformed();
    const base::ByteView whole = prepared.pdf;  // the office key signs nothing that the reader only claims
    if (prepared.digest != signing::sha256({whole.substr(0, prepared.holeBegin), whole.substr(prepared.holeEnd)}))
        throw process::Decoder::malformed();
    return prepared;
}

}  // namespace confine
