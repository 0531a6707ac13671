#include "pdfgen/haru.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <unordered_map>

#include "base/error.h"
#include "base/handle.h"
#include "base/utf8.h"
#include "pdfgen/deflate.h"

namespace pdfgen {
namespace {

struct Failure {
    HPDF_STATUS code = 0;
    HPDF_STATUS detail = 0;
};

/// Later errors overwrite the first inside libharu; ours keeps it.
void recordFirst(HPDF_STATUS code, HPDF_STATUS detail, void* failure) {
    auto* first = static_cast<Failure*>(failure);
    if (first->code == 0) *first = {code, detail};
}

HPDF_STATUS writeRaw(HPDF_Dict dictionary, HPDF_Stream stream) {
    const auto* entries = static_cast<const std::string*>(dictionary->attr);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries->data()),
                             static_cast<HPDF_UINT>(entries->size()));
}

void freeRaw(HPDF_Dict dictionary) {
    delete static_cast<std::string*>(dictionary->attr);
    dictionary->attr = nullptr;
}

void makeRaw(HPDF_Dict dictionary, std::string entries) {
    dictionary->attr = new std::string(std::move(entries) + '\n');  // libharu frees it through freeRaw
    dictionary->write_fn = writeRaw;
    dictionary->free_fn = freeRaw;
}

}  // namespace

struct Haru::State {
    Failure failure{};
    base::Handle<struct _HPDF_Doc_Rec, HPDF_Free> document{HPDF_New(recordFirst, &failure)};
    std::unordered_map<int, HPDF_Dict> objects{};

    void check() const {
        if (failure.code != 0)
            throw base::Error(base::ErrorCode::internal,
                              base::say("pdf.library_failed", {"libharu", std::to_string(failure.code) + '/' +
                                                                              std::to_string(failure.detail)}));
    }
    HPDF_MMgr memory() const { return document->mmgr; }
    int keep(HPDF_Dict dictionary) {
        const int number = static_cast<int>(dictionary->header.obj_id & 0x00FFFFFF);
        objects[number] = dictionary;
        return number;
    }
    HPDF_Dict newDictionary() const {
        HPDF_Dict dictionary = HPDF_Dict_New(memory());
        HPDF_Xref_Add(document->xref, dictionary);
        check();
        return dictionary;
    }
    int addStream(std::string entries, base::ByteView data) {
        HPDF_Dict stream = HPDF_DictStream_New(memory(), document->xref);
        check();
        makeRaw(stream, std::move(entries));
        HPDF_Stream_Write(stream->stream, base::octets(data), static_cast<HPDF_UINT>(data.size()));
        stream->filter = HPDF_STREAM_FILTER_NONE;
        check();
        return keep(stream);
    }
    void addText(HPDF_Dict dictionary, const char* key, std::string_view utf8) const {
        base::Bytes units = base::utf16WithMark(utf8);
        HPDF_Dict_Add(dictionary, key,
                      HPDF_Binary_New(memory(), base::octets(units), static_cast<HPDF_UINT>(units.size())));
        check();
    }
};

Haru::Haru() : state_(std::make_unique<State>()) {
    if (!state_->document)
        throw base::Error(base::ErrorCode::internal, base::say("pdf.library_failed", {"libharu", "HPDF_New"}));
    state_->document->pdf_version = HPDF_VER_17;
    HPDF_SetCompressionMode(state_->document.get(), HPDF_COMP_ALL);
    state_->check();
}
Haru::~Haru() = default;

int Haru::addDictionary(std::string entries) {
    const int number = reserve();
    set(number, std::move(entries));
    return number;
}

int Haru::reserve() { return state_->keep(state_->newDictionary()); }

void Haru::set(int object, std::string entries) { makeRaw(state_->objects.at(object), std::move(entries)); }

int Haru::addDeflatedStream(std::string entries, const base::Bytes& data) {
    return state_->addStream(std::move(entries) + " /Filter /FlateDecode", data);
}

int Haru::addPlainStream(std::string entries, base::ByteView data) {
    return state_->addStream(std::move(entries), data);
}

int Haru::addPage(double widthPt, double heightPt) {
    HPDF_Page page = HPDF_AddPage(state_->document.get());
    state_->check();
    HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(widthPt));
    HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(heightPt));
    HPDF_Dict_AddName(page, "Tabs", "S");
    state_->check();
    return state_->keep(page);
}

void Haru::finishPage(int page, base::ByteView content, int fontResources, const std::vector<int>& annotations,
                      int structParents) {
    HPDF_Dict dictionary = state_->objects.at(page);
    auto* attributes = static_cast<HPDF_PageAttr>(dictionary->attr);
    base::Bytes packed = deflated(content);
    HPDF_Stream_Write(attributes->stream, base::octets(packed), static_cast<HPDF_UINT>(packed.size()));
    makeRaw(attributes->contents, "/Filter /FlateDecode");
    attributes->contents->filter = HPDF_STREAM_FILTER_NONE;
    auto* resources = static_cast<HPDF_Dict>(HPDF_Page_GetInheritableItem(dictionary, "Resources", HPDF_OCLASS_DICT));
    HPDF_Dict_RemoveElement(resources, "ProcSet");
    HPDF_Dict_Add(resources, "Font", state_->objects.at(fontResources));
    HPDF_Dict_AddNumber(dictionary, "StructParents", structParents);
    if (!annotations.empty()) {
        HPDF_Array list = HPDF_Array_New(state_->memory());
        HPDF_Dict_Add(dictionary, "Annots", list);
        for (const int annotation : annotations) HPDF_Array_Add(list, state_->objects.at(annotation));
    }
    state_->check();
}

void Haru::setCatalog(const char* key, int object) {
    HPDF_Dict_Add(state_->document->catalog, key, state_->objects.at(object));
    state_->check();
}

void Haru::setCatalogText(const char* key, const char* text) {
    HPDF_Dict_Add(state_->document->catalog, key, HPDF_String_New(state_->memory(), text, nullptr));
    state_->check();
}

void Haru::setCatalogArray(const char* key, int object) {
    HPDF_Array list = HPDF_Array_New(state_->memory());
    HPDF_Dict_Add(state_->document->catalog, key, list);
    HPDF_Array_Add(list, state_->objects.at(object));
    state_->check();
}

void Haru::setInfo(const char* key, std::string_view utf8) { state_->addText(state_->document->info, key, utf8); }

void Haru::setFileId(base::ByteView id) {
    base::Bytes octets(id);
    HPDF_Array list = HPDF_Array_New(state_->memory());
    HPDF_Dict_Add(state_->document->trailer, "ID", list);
    for (int i = 0; i < 2; ++i)
        HPDF_Array_Add(list,
                       HPDF_Binary_New(state_->memory(), base::octets(octets), static_cast<HPDF_UINT>(octets.size())));
    state_->check();
}

base::Bytes Haru::save() {
    HPDF_SaveToStream(state_->document.get());
    state_->check();
    // HPDF_ReadFromStream would copy octet by octet.
    HPDF_Stream stream = state_->document->stream;
    base::Bytes bytes;
    bytes.reserve(HPDF_GetStreamSize(state_->document.get()));
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); ++i) {
        HPDF_UINT length = 0;
        const HPDF_BYTE* part = HPDF_MemStream_GetBufPtr(stream, i, &length);
        bytes.append(reinterpret_cast<const char*>(part), length);
    }
    state_->check();
    return bytes;
}

}  // namespace pdfgen
