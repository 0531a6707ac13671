#include "signing/path.h"

#include <algorithm>

#include "signing/certificate_info.h"
#include "signing/issuer.h"
#include "signing/policy.h"
#include "signing/trust_state.h"

namespace signing {
namespace {

constexpr int kLongestPath = 10;

void fail(PathFinding& finding, const char* subIndication, base::Message reason) {
    if (finding.subIndication.empty()) finding.subIndication = subIndication;
    finding.reasons.push_back(std::move(reason));
}

/// "27.11.2019", the day in Warsaw
std::string day(const ASN1_TIME* time) {
    const auto at = instant(time);
    if (!at) return "?";
    const std::string iso = base::isoDate(base::warsawDay(*at));
    return iso.substr(8, 2) + '.' + iso.substr(5, 2) + '.' + iso.substr(0, 4);
}

/// OpenSSL's first complaint, in our words.
void explain(PathFinding& finding, X509_STORE_CTX* context) {
    X509* certificate = X509_STORE_CTX_get_current_cert(context);
    const bool isLeaf = X509_STORE_CTX_get_error_depth(context) == 0;
    const std::string name = certificate == nullptr ? std::string("?") : certificateInfo(certificate).name;
    switch (const int error = X509_STORE_CTX_get_error(context)) {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return fail(finding, "NO_CERTIFICATE_CHAIN_FOUND", base::say("path.no_chain"));
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return fail(finding, "OUT_OF_BOUNDS_NO_POE",
                        base::say("path.expired", {name, day(X509_get0_notAfter(certificate))}));
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return fail(finding, "OUT_OF_BOUNDS_NO_POE",
                        base::say("path.not_yet", {name, day(X509_get0_notBefore(certificate))}));
        case X509_V_ERR_CERT_SIGNATURE_FAILURE:
            return fail(finding, "CERTIFICATE_CHAIN_GENERAL_FAILURE", base::say("path.bad_signature", {name}));
        default:
            return fail(finding, isLeaf ? "CHAIN_CONSTRAINTS_FAILURE" : "CERTIFICATE_CHAIN_GENERAL_FAILURE",
                        base::say("path.constraint", {name, X509_verify_cert_error_string(error)}));
    }
}

void checkPurpose(PathFinding& finding, X509* leaf, KeyPurpose purpose) {
    const std::uint32_t extended = X509_get_extended_key_usage(leaf);
    const bool fits = purpose == KeyPurpose::documents ? mayUseForSigning(leaf)
                                                       : extended != UINT32_MAX && (extended & XKU_TIMESTAMP) != 0;
    if (!fits) fail(finding, "CHAIN_CONSTRAINTS_FAILURE", base::say("path.key_usage"));
}

/// Keys and signatures of all but the anchor, whose signature nobody relies on.
void checkAlgorithms(PathFinding& finding, const STACK_OF(X509) * chain, base::Instant at) {
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        X509* certificate = sk_X509_value(chain, i);
        EVP_PKEY* key = X509_get0_pubkey(certificate);
        const bool isAnchor = i + 1 == sk_X509_num(chain);
        int digest = NID_undef;
        X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr);
        const bool weakKey = key == nullptr || !isStrong(key, at);
        const bool weakDigest = !isAnchor && digest != NID_undef && !isStrongDigest(digest, at);
        if (!weakKey && !weakDigest) continue;
        const std::string name = weakKey ? (key == nullptr ? std::string("?") : keyName(key)) : OBJ_nid2sn(digest);
        fail(finding, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE", base::say("verify.weak_algorithm", {name}));
    }
}

void checkRevocation(PathFinding& finding, const STACK_OF(X509) * chain) {
    for (int i = 0; i + 1 < sk_X509_num(chain); ++i) {
        if (i == 0 && hasNoRevocation(sk_X509_value(chain, i))) continue;
        return fail(finding, "TRY_LATER", base::say("path.no_revocation"));
    }
}

bool isDemonstrationRoot(X509* anchor) { return certificateInfo(anchor).commonName == kDemonstrationRootName; }

bool isAnchor(const X509* certificate, const TrustAnchors& anchors) {
    const auto& all = anchors.state().certificates;
    return std::any_of(all.begin(), all.end(),
                       [&](const Certificate& anchor) { return X509_cmp(anchor.get(), certificate) == 0; });
}

Store storeOf(const TrustAnchors& anchors) {
    auto store = own<Store>(X509_STORE_new(), "X509_STORE_new");
    for (const Certificate& anchor : anchors.state().certificates)
        check(X509_STORE_add_cert(store.get(), anchor.get()), "X509_STORE_add_cert");
    return store;
}

}  // namespace

PathFinding checkPath(X509* leaf, STACK_OF(X509) * others, const TrustAnchors& anchors, base::Instant at,
                      KeyPurpose purpose) {
    PathFinding finding;
    if (anchors.empty()) {
        fail(finding, "NO_CERTIFICATE_CHAIN_FOUND", base::say("path.no_anchors"));
        return finding;
    }
    const Store store = storeOf(anchors);
    const auto context = own<StoreContext>(X509_STORE_CTX_new(), "X509_STORE_CTX_new");
    check(X509_STORE_CTX_init(context.get(), store.get(), leaf, others), "X509_STORE_CTX_init");
    X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(at.time_since_epoch().count()));
    X509_VERIFY_PARAM_set_depth(parameters, kLongestPath);
    X509_VERIFY_PARAM_set_auth_level(parameters, 0);  // the algorithms are judged below, by our policy
    check(X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN), "X509_VERIFY_PARAM_set_flags");
    const bool valid = X509_verify_cert(context.get()) == 1;
    drainedErrors();
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
    X509* end = chain != nullptr && sk_X509_num(chain) > 0 ? sk_X509_value(chain, sk_X509_num(chain) - 1) : nullptr;
    finding.reachesAnchor = end != nullptr && isAnchor(end, anchors);
    finding.demonstration = finding.reachesAnchor && isDemonstrationRoot(end);
    if (!valid) {
        explain(finding, context.get());
        return finding;
    }
    checkPurpose(finding, leaf, purpose);
    checkAlgorithms(finding, chain, at);
    checkRevocation(finding, chain);
    return finding;
}

}  // namespace signing
