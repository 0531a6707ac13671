#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace base {

/// One sentence of the catalogue. Values stand as {0} … {9}.
struct Word {
    std::string_view key;
    std::string_view sentence;
};

/// All that people read outside document templates, a section a file: words_pl_<section>.cpp and
/// words_en_<section>.cpp, which have the same keys with the same slots.
std::vector<std::span<const Word>> catalogue(Language language);

namespace polish {
std::span<const Word> baseWords();
std::span<const Word> templatesWords();
std::span<const Word> pdfgenWords();
std::span<const Word> signingWords();
std::span<const Word> reportWords();
std::span<const Word> serverWords();
std::span<const Word> httpWords();
std::span<const Word> accountsWords();
std::span<const Word> documentsWords();
std::span<const Word> documentsHttpWords();
std::span<const Word> serviceWords();
std::span<const Word> meetingsHttpWords();
std::span<const Word> cliWords();
std::span<const Word> webWords();
std::span<const Word> webKeepWords();
std::span<const Word> webOfficeWords();
std::span<const Word> webStatementWords();
std::span<const Word> deskWords();
std::span<const Word> deskBoardWords();
std::span<const Word> deskDocumentsWords();
std::span<const Word> webPartnerWords();
}  // namespace polish

namespace english {
std::span<const Word> baseWords();
std::span<const Word> templatesWords();
std::span<const Word> pdfgenWords();
std::span<const Word> signingWords();
std::span<const Word> reportWords();
std::span<const Word> serverWords();
std::span<const Word> httpWords();
std::span<const Word> accountsWords();
std::span<const Word> documentsWords();
std::span<const Word> documentsHttpWords();
std::span<const Word> serviceWords();
std::span<const Word> meetingsHttpWords();
std::span<const Word> cliWords();
std::span<const Word> webWords();
std::span<const Word> webKeepWords();
std::span<const Word> webOfficeWords();
std::span<const Word> webStatementWords();
std::span<const Word> deskWords();
std::span<const Word> deskBoardWords();
std::span<const Word> deskDocumentsWords();
std::span<const Word> webPartnerWords();
}  // namespace english

}  // namespace base
