#include "signing/pkcs12_work.h"

#include <cstdint>
#include <initializer_list>

namespace signing {
namespace {

void freeParts(STACK_OF(PKCS7) * parts) { sk_PKCS7_pop_free(parts, PKCS7_free); }
void freeBags(STACK_OF(PKCS12_SAFEBAG) * bags) { sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free); }

using Parts = base::Handle<STACK_OF(PKCS7), freeParts>;
using Bags = base::Handle<STACK_OF(PKCS12_SAFEBAG), freeBags>;
using PbeParameters = base::Handle<PBEPARAM, PBEPARAM_free>;
using Pbes2Parameters = base::Handle<PBE2PARAM, PBE2PARAM_free>;
using Pbkdf2Parameters = base::Handle<PBKDF2PARAM, PBKDF2PARAM_free>;
using ScryptParameters = base::Handle<SCRYPT_PARAMS, SCRYPT_PARAMS_free>;

/// An algorithm's parameters; null where they are others.
template <class Owned, class Decode>
Owned parametersOf(const X509_ALGOR* algorithm, Decode decode) {
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE) return {};
    const auto* sequence = static_cast<const ASN1_STRING*>(value);
    const unsigned char* at = ASN1_STRING_get0_data(sequence);
    return Owned(decode(nullptr, &at, ASN1_STRING_length(sequence)));
}

/// What is left of the ten million; each function says whether the work that it is shown can be paid from it.
class Budget {
public:
    bool pays(const PKCS12* container) {
        const ASN1_INTEGER* iterations = nullptr;
        PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, container);
        if (iterations != nullptr && !pays({iterations})) return false;
        const Parts parts(PKCS12_unpack_authsafes(container));
        if (!parts) return false;
        for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i)
            if (!pays(sk_PKCS7_value(parts.get(), i))) return false;
        return true;
    }

private:
    bool pays(PKCS7* part) {
        if (PKCS7_type_is_encrypted(part)) return pays(part->d.encrypted->enc_data->algorithm);
        if (!PKCS7_type_is_data(part)) return true;  // PKCS12_parse passes it over
        const Bags bags(PKCS12_unpack_p7data(part));
        return bags && pays(bags.get());
    }

    bool pays(const STACK_OF(PKCS12_SAFEBAG) * bags) {
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, i);
            const int kind = PKCS12_SAFEBAG_get_nid(bag);
            if (kind == NID_safeContentsBag && !pays(PKCS12_SAFEBAG_get0_safes(bag))) return false;
            if (kind != NID_pkcs8ShroudedKeyBag) continue;
            const X509_ALGOR* algorithm = nullptr;
            X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
            if (!pays(algorithm)) return false;
        }
        return true;
    }

    bool pays(const X509_ALGOR* algorithm) {
        if (nidOf(algorithm) != NID_pbes2) {
            const auto old = parametersOf<PbeParameters>(algorithm, d2i_PBEPARAM);
            return old && pays({old->iter});
        }
        const auto scheme = parametersOf<Pbes2Parameters>(algorithm, d2i_PBE2PARAM);
        if (!scheme) return false;
        if (nidOf(scheme->keyfunc) == NID_id_scrypt) {
            const auto scrypt = parametersOf<ScryptParameters>(scheme->keyfunc, d2i_SCRYPT_PARAMS);
            return scrypt && pays({scrypt->costParameter, scrypt->blockSize, scrypt->parallelizationParameter});
        }
        const auto derivation = parametersOf<Pbkdf2Parameters>(scheme->keyfunc, d2i_PBKDF2PARAM);
        return derivation && pays({derivation->iter});
    }

    bool pays(std::initializer_list<const ASN1_INTEGER*> factors) {
        std::uint64_t work = 1;
        for (const ASN1_INTEGER* factor : factors) {
            std::uint64_t value = 0;
            if (ASN1_INTEGER_get_uint64(&value, factor) != 1 || value > left_) return false;
            work *= value;  // below 2^48: both are at most ten million
            if (work > left_) return false;
        }
        left_ -= work;
        return true;
    }

    std::uint64_t left_ = 10'000'000;
};

}  // namespace

bool isAffordable(const PKCS12* container) { return Budget().pays(container); }

}  // namespace signing
