#include "base/words.h"

#include <algorithm>
#include <iterator>

namespace base {

std::vector<std::span<const Word>> catalogue(Language language) {
    switch (language) {
        case Language::polish:
            return {polish::baseWords(),         polish::templatesWords(),
                    polish::pdfgenWords(),       polish::signingWords(),
                    polish::reportWords(),       polish::serverWords(),
                    polish::httpWords(),         polish::accountsWords(),
                    polish::documentsWords(),    polish::documentsHttpWords(),
                    polish::meetingsHttpWords(), polish::serviceWords(),
                    polish::cliWords(),          polish::webWords(),
                    polish::webPartnerWords()};
        case Language::english: {
            std::vector<std::span<const Word>> sections{english::webWords(), english::webPartnerWords()};
            std::ranges::copy(catalogue(Language::polish), std::back_inserter(sections));
            return sections;
        }
    }
    return {};
}

}  // namespace base
