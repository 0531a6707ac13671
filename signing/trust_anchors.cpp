#include <openssl/err.h>
#include <openssl/pem.h>

#include "signing/trust_state.h"

namespace signing {
namespace {

base::Error noCertificate() {
    drainedErrors();
    return base::Error(base::ErrorCode::unreadable, base::say("trust.no_certificate"));
}

std::vector<Certificate> fromPem(base::ByteView text) {
    const auto in = own<Bio>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), "BIO_new_mem_buf");
    std::vector<Certificate> found;
    const auto noPassword = [](char*, int, int, void*) { return -1; };
    while (X509* certificate = PEM_read_bio_X509(in.get(), nullptr, noPassword, nullptr))
        found.emplace_back(certificate);
    const unsigned long last = ERR_peek_last_error();  // the end of the text is an error to OpenSSL
    if (ERR_GET_LIB(last) != ERR_LIB_PEM || ERR_GET_REASON(last) != PEM_R_NO_START_LINE) throw noCertificate();
    drainedErrors();
    return found;
}

}  // namespace

TrustAnchors::TrustAnchors() : state_(std::make_unique<State>()) {}
TrustAnchors::~TrustAnchors() = default;
TrustAnchors::TrustAnchors(TrustAnchors&&) noexcept = default;
TrustAnchors& TrustAnchors::operator=(TrustAnchors&&) noexcept = default;

void TrustAnchors::add(base::ByteView certificates) {
    if (certificates.size() > std::size_t{16} << 20) throw noCertificate();
    if (certificates.find("-----BEGIN") != certificates.npos) {
        auto found = fromPem(certificates);
        if (found.empty()) throw noCertificate();
        for (Certificate& certificate : found) state_->certificates.push_back(std::move(certificate));
        return;
    }
    const unsigned char* at = base::octets(certificates);
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(certificates.size())));
    if (!certificate || at != base::octets(certificates) + certificates.size()) throw noCertificate();
    state_->certificates.push_back(std::move(certificate));
}

bool TrustAnchors::empty() const { return state_->certificates.empty(); }

}  // namespace signing
