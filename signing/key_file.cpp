#include "signing/key_file.h"

#include <openssl/pem.h>

#include <cstring>

#include "signing/identity_state.h"

namespace signing {
namespace {

base::Error noKey() {
    drainedErrors();
    return base::Error(base::ErrorCode::unreadable, base::say("identity.no_key_file"));
}

/// A BIO whose memory is cleansed with it.
Bio secretMemory() { return own<Bio>(BIO_new(BIO_s_secmem()), "BIO_new"); }

base::Bytes contents(BIO* memory) {
    char* data = nullptr;
    const long length = BIO_get_mem_data(memory, &data);
    return {data, static_cast<std::size_t>(length)};
}

int givePassphrase(char* buffer, int room, int, void* passphrase) {
    const auto& given = *static_cast<std::string_view*>(passphrase);
    if (given.empty() || given.size() > static_cast<std::size_t>(room)) return -1;
    std::memcpy(buffer, given.data(), given.size());
    return static_cast<int>(given.size());
}

Bio reader(base::ByteView pem) {
    return own<Bio>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), "BIO_new_mem_buf");
}

Key readKey(base::ByteView pem, std::string_view passphrase) {
    Key key(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, givePassphrase, &passphrase));
    if (key) return key;
    if (!isEncryptedKeyFile(pem)) throw noKey();
    drainedErrors();
    throw base::Error(base::ErrorCode::secret, base::say("identity.wrong_password"));
}

Certificates readCertificates(base::ByteView pem) {
    auto all = own<Certificates>(sk_X509_new_null(), "sk_X509_new_null");
    const Bio in = reader(pem);
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    while (X509* certificate = PEM_read_bio_X509(in.get(), nullptr, noPassphrase, nullptr))
        sk_X509_push(all.get(), certificate);
    drainedErrors();  // the end of the text is an error to OpenSSL
    return all;
}

}  // namespace

base::Bytes keyFile(const Identity& identity, std::string_view passphrase) {
    const Identity::State& state = identity.state();
    const Bio out = secretMemory();
    const EVP_CIPHER* cipher = passphrase.empty() ? nullptr : EVP_aes_256_cbc();
    check(PEM_write_bio_PKCS8PrivateKey(out.get(), state.key.get(), cipher, passphrase.data(),
                                        static_cast<int>(passphrase.size()), nullptr, nullptr),
          "PEM_write_bio_PKCS8PrivateKey");
    check(PEM_write_bio_X509(out.get(), state.certificate.get()), "PEM_write_bio_X509");
    for (int i = 0; i < sk_X509_num(state.chain.get()); ++i)
        check(PEM_write_bio_X509(out.get(), sk_X509_value(state.chain.get(), i)), "PEM_write_bio_X509");
    return contents(out.get());
}

Identity fromKeyFile(base::ByteView pem, std::string_view passphrase) {
    Key key = readKey(pem, passphrase);
    Certificates all = readCertificates(pem);
    if (sk_X509_num(all.get()) == 0) throw noKey();
    Certificate first(sk_X509_shift(all.get()));
    return identityOf(std::move(key), std::move(first), std::move(all));
}

bool isEncryptedKeyFile(base::ByteView pem) { return pem.find("BEGIN ENCRYPTED PRIVATE KEY") != pem.npos; }

void cleanse(base::Bytes& secret) { OPENSSL_cleanse(secret.data(), secret.size()); }

}  // namespace signing
