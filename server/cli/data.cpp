#include "server/cli/data.h"

#include "server/cli/input.h"
#include "server/cli/verb.h"

namespace cli {

Data::Data(const Options& options, const Console& console) : Data(dataFolder(options, console)) {}

}  // namespace cli
