#include "server/http/report_routes.h"

#include "server/http/body.h"
#include "server/http/file_answer.h"

namespace http {

using domain::Action;

std::vector<Route> reportRoutes(const ReportServices& services) {
    const auto numbers = [services](const Call&) { return valueAnswer(200, services.numbers()); };
    const auto csv = [services](const Call&) { return fileAnswer("text/csv", "raport.csv", services.csv()); };
    const auto zip = [services](const Call&) { return fileAnswer("application/zip", "raport.zip", services.zip()); };
    return {
        {"GET", "/api/v1/reports", Action::readReports, numbers},
        {"GET", "/api/v1/reports/csv", Action::readReports, csv},
        {"GET", "/api/v1/reports/zip", Action::readReports, zip},
    };
}

}  // namespace http
