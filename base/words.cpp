#include "base/words.h"

namespace base {

std::vector<std::span<const Word>> catalogue(Language language) {
    switch (language) {
        case Language::polish:
            return {polish::baseWords(),          polish::templatesWords(),     polish::pdfgenWords(),
                    polish::signingWords(),       polish::reportWords(),        polish::serverWords(),
                    polish::httpWords(),          polish::accountsWords(),      polish::documentsWords(),
                    polish::documentsHttpWords(), polish::serviceWords(),       polish::meetingsHttpWords(),
                    polish::cliWords(),           polish::webWords(),           polish::webKeepWords(),
                    polish::webOfficeWords(),     polish::webStatementWords(),  polish::deskWords(),
                    polish::deskBoardWords(),     polish::deskDocumentsWords(), polish::webPartnerWords()};
        case Language::english:
            return {english::baseWords(),          english::templatesWords(),     english::pdfgenWords(),
                    english::signingWords(),       english::reportWords(),        english::serverWords(),
                    english::httpWords(),          english::accountsWords(),      english::documentsWords(),
                    english::documentsHttpWords(), english::serviceWords(),       english::meetingsHttpWords(),
                    english::cliWords(),           english::webWords(),           english::webKeepWords(),
                    english::webOfficeWords(),     english::webStatementWords(),  english::deskWords(),
                    english::deskBoardWords(),     english::deskDocumentsWords(), english::webPartnerWords()};
    }
    return {};
}

}  // namespace base
