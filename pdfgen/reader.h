#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace pdfgen {

/// A signature field as it stands in a file.
struct FieldInfo {
    std::string name{};         ///< fully qualified, UTF-8 (ISO 32000-1 section 12.7.3.2)
    std::string description{};  ///< /TU
    std::string function{};     ///< ours: what the appearance shows below the name
    std::string institution{};
    int object = 0;
    int generation = 0;
    int widget = 0;  ///< object number of its widget, the field's own where they are one
    int widgetGeneration = 0;
    int appearance = 0;  ///< object number of /AP /N, 0 where there is none
    int appearanceGeneration = 0;
    int page = 0;  ///< from 1; 0 where the widget is on no page
    double widthPt = 0;
    double heightPt = 0;
    bool isSigned = false;  ///< has /V
    bool operator==(const FieldInfo&) const = default;
};

/// Reads a PDF through QPDF, under limits. Owns nothing of the bytes; they must outlive it.
class Reader {
public:
    /// Throws Error(unreadable) for what is no PDF, is damaged beyond repair, encrypted, or over the limits.
    explicit Reader(base::ByteView file);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    std::size_t pageCount() const;
    std::vector<FieldInfo> signatureFields() const;
    std::optional<FieldInfo> signatureField(std::string_view name) const;
    /// Whether QPDF had to repair something to read it.
    bool wasRepaired() const;
    /// The first octets of /ID, empty where there is none.
    base::Bytes fileId() const;
    std::string title() const;
    /// The dictionary `number` as PDF syntax, with `entries` ("/V", "12 0 R") replacing or joining its own.
    std::string objectWith(int number, int generation,
                           const std::vector<std::pair<std::string, std::string>>& entries) const;

    struct Form {
        int object = 0;  ///< 0 where /AcroForm is missing or direct
        int generation = 0;
        int signatureFlags = 0;
    };
    Form form() const;

    struct State;
    State& state() const { return *state_; }

private:
    std::unique_ptr<State> state_;
};

/// Largest PDF that is read, in octets.
inline constexpr std::size_t kLargestPdf = std::size_t{64} << 20;

}  // namespace pdfgen
