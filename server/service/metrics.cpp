#include "server/service/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <utility>

namespace service {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

ClientMetric::Label label(const char* name, std::string value) {
    ClientMetric::Label made;
    made.name = name;
    made.value = std::move(value);
    return made;
}

ClientMetric metric(double value, MetricType type, std::vector<ClientMetric::Label> labels = {}) {
    ClientMetric made;
    made.label = std::move(labels);
    (type == MetricType::Counter ? made.counter.value : made.gauge.value) = value;
    return made;
}

MetricFamily family(const char* name, const char* help, MetricType type) {
    MetricFamily made;
    made.name = name;
    made.help = help;
    made.type = type;
    return made;
}

MetricFamily single(const char* name, const char* help, MetricType type, std::size_t value) {
    MetricFamily made = family(name, help, type);
    made.metric.push_back(metric(static_cast<double>(value), type));
    return made;
}

}  // namespace

std::string metricsText(const Measured& measured) {
    MetricFamily answered = family("akces_http_answers_total", "Answers of handlers, by status.", MetricType::Counter);
    for (const auto& [status, count] : measured.gate.answered)
        answered.metric.push_back(
            metric(static_cast<double>(count), MetricType::Counter, {label("status", std::to_string(status))}));
    MetricFamily refused = family("akces_http_refusals_total", "Requests that the gate refused, by the problem's type.",
                                  MetricType::Counter);
    for (const auto& [type, count] : measured.gate.refused)
        refused.metric.push_back(metric(static_cast<double>(count), MetricType::Counter, {label("type", type)}));
    MetricFamily checks = family("akces_health", "1 where the check is not bad, by name.", MetricType::Gauge);
    for (const Check& check : measured.checks)
        checks.metric.push_back(
            metric(check.condition == Condition::bad ? 0 : 1, MetricType::Gauge, {label("check", check.name)}));
    return prometheus::TextSerializer().Serialize(
        {answered, refused, checks,
         single("akces_http_evictions_total", "Connections that left to make room.", MetricType::Counter,
                measured.gate.evicted),
         single("akces_http_connections", "Open connections.", MetricType::Gauge, measured.gate.connections),
         single("akces_http_held_bytes", "Bytes of requests and answers.", MetricType::Gauge, measured.gate.held),
         single("akces_readers_started_total", "Helper processes for untrusted files.", MetricType::Counter,
                measured.readersStarted)});
}

}  // namespace service
