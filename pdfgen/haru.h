#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pdfgen/object_sink.h"

namespace pdfgen {

/// A PDF that is being written, by libharu's object API: its page tree, cross-reference and writing are libharu's, the
/// contents of dictionaries are raw syntax of ours. libharu's first failure is kept and thrown as Error(internal)
/// behind the call that met it; nothing is thrown through its C frames.
class Haru final : public ObjectSink {
public:
    Haru();
    ~Haru() override;
    Haru(const Haru&) = delete;
    Haru& operator=(const Haru&) = delete;

    int addDictionary(std::string entries) override;
    int addDeflatedStream(std::string entries, const base::Bytes& data) override;
    /// XMP must be readable as it is (ISO 19005-2 section 6.6.2.1).
    int addPlainStream(std::string entries, base::ByteView data);

    /// A dictionary whose entries come later, by set().
    int reserve();
    void set(int object, std::string entries);

    /// A page with its content, annotations and key in the parent tree. Returns the page's object number.
    int addPage(double widthPt, double heightPt);
    void finishPage(int page, base::ByteView content, int fontResources, const std::vector<int>& annotations,
                    int structParents);

    /// An entry of the catalog that refers to `object`; of the information dictionary, as a text string.
    void setCatalog(const char* key, int object);
    void setCatalogText(const char* key, const char* text);
    void setCatalogArray(const char* key, int object);
    void setInfo(const char* key, std::string_view utf8);
    void setFileId(base::ByteView id);

    base::Bytes save();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pdfgen
