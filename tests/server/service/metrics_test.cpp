#include "server/service/metrics.h"

#include <gtest/gtest.h>

namespace service {
namespace {

TEST(Metrics, AreWrittenAsPrometheusReadsThem) {
    Measured measured;
    measured.gate.answered = {{200, 7}, {404, 1}};
    measured.gate.refused = {{"http-framing", 2}};
    measured.gate.evicted = 3;
    measured.gate.connections = 4;
    measured.checks = {{"disk", Condition::bad, {}}, {"signing", Condition::warning, {}}};
    measured.readersStarted = 5;
    const std::string text = metricsText(measured);
    for (const char* line :
         {"# TYPE akces_http_answers_total counter\n", "akces_http_answers_total{status=\"200\"} 7\n",
          "akces_http_answers_total{status=\"404\"} 1\n", "akces_http_refusals_total{type=\"http-framing\"} 2\n",
          "akces_health{check=\"disk\"} 0\n", "akces_health{check=\"signing\"} 1\n", "akces_http_evictions_total 3\n",
          "akces_http_connections 4\n", "akces_http_held_bytes 0\n", "akces_readers_started_total 5\n"})
        EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

}  // namespace
}  // namespace service
