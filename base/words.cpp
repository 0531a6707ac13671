#include "base/words.h"

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
                    polish::cliWords()};
    }
    return {};
}

}  // namespace base
