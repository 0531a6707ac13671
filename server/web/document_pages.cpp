#include <iterator>

#include "server/web/desk.h"

namespace web {

std::vector<Page> documentPages() {
    std::vector<Page> all;
    for (auto make : {documentListPages, documentViewPages, documentActionPages, signerPages, uploadPages})
        std::ranges::move(make(), std::back_inserter(all));
    return all;
}

}  // namespace web
