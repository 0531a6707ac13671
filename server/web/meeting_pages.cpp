#include "server/web/page.h"

namespace web {

std::vector<Page> meetingPages() { return {}; }

}  // namespace web
