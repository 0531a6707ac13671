#include "tests/support/account_service.h"

namespace support {

http::Request AccountService::request(std::string method, std::string_view target, http::Fields fields,
                                      std::string_view body) {
    const auto question = std::min(target.find('?'), target.size());
    http::Request made;
    made.method = std::move(method);
    made.path = target.substr(0, question);
    made.query = target.substr(std::min(question + 1, target.size()));
    made.fields = std::move(fields);
    if (!body.empty()) made.fields.emplace_back("content-type", "application/json; charset=utf-8");
    made.body = body;
    made.address = kAddress;
    made.id = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return made;
}

http::Fields AccountService::as(const domain::User& user) {
    const std::string secret = accounts.logIn(user);
    return {{"cookie", "akces=" + secret}, {"x-csrf-token", workflow::csrfToken(secret)}};
}

http::Response AccountService::ask(std::string method, std::string_view target, http::Fields fields,
                                   std::string_view body) {
    return router.answer(request(std::move(method), target, std::move(fields), body));
}

AccountService::AccountService() = default;

AccountService::~AccountService() = default;

}  // namespace support
