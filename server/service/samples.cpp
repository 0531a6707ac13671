#include "server/service/samples.h"

#include <string>

namespace akces_embedded {
std::string_view service_samples(std::string_view name);
}

namespace service {
namespace {

Sample sample(std::string_view folder, const std::string& name) {
    return {folder, akces_embedded::service_samples(name + ".json"),
            akces_embedded::service_samples(name + "-office.json")};
}

}  // namespace

std::vector<Sample> samples() { return {sample("bedzin", "bedzin-2019-11-27"), sample("knurow", "knurow-2019-11-13")}; }

}  // namespace service
