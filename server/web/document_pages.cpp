#include "server/web/page.h"

namespace web {

std::vector<Page> documentPages() { return {}; }

}  // namespace web
