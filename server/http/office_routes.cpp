#include "server/http/office_routes.h"

#include "server/http/answers.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;

/// RFC 7468: 64 letters a line.
std::string pemOf(base::ByteView der) {
    constexpr std::size_t width = 64;
    const std::string letters = base::base64(der);
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t i = 0; i < letters.size(); i += width) pem += letters.substr(i, width) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

Value certificateValue(const workflow::OfficeCertificate& certificate) {
    const signing::CertificateInfo& info = certificate.info;
    return Value::Map{{"pem", pemOf(certificate.der)},
                      {"subject", info.subject},
                      {"issuer", info.issuer},
                      {"serial", info.serial},
                      {"not_before", base::isoInstant(info.notBefore)},
                      {"not_after", base::isoInstant(info.notAfter)},
                      {"own", certificate.isOwn},
                      {"passphrase", certificate.hasPassphrase}};
}

/// What everybody may know: who runs the service, as its accessibility statement names them.
Value contactValue(const domain::Office& office) {
    const auto shown = [](const domain::Text& text) { return text ? Value(*text) : Value(); };
    const domain::OfficeController known = office.controller.value_or(domain::OfficeController{});
    return Value::Map{
        {"name", shown(known.name)}, {"address", shown(known.address)}, {"contact", shown(known.contact)}};
}

}  // namespace

std::vector<Route> officeRoutes(const OfficeServices& services) {
    const auto show = [services](const Call&) { return withTag(json(200, services.office.json())); };
    const auto replace = [services](const Call& call, const Value& tree) {
        return withTag(json(200, services.office.replace(call.actor, tree, requiredMatch(call.request))));
    };
    const auto certificate = [services](const Call&) {
        return valueAnswer(200, certificateValue(services.key.certificate()));
    };
    const auto contact = [services](const Call&) { return valueAnswer(200, contactValue(services.office.office())); };
    return {
        {"GET", "/api/v1/office/contact", Action::readPublic, contact},
        {"GET", "/api/v1/office", Action::readMeetings, show},
        {"PUT", "/api/v1/office", Action::changeMeetings, withTree(replace)},
        {"GET", "/api/v1/office/certificate", Action::readMeetings, certificate},
    };
}

}  // namespace http
