// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/test_authority.h"

#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace tests {

namespace {

template <typename T>
T* need(T* object) {
    if (object == nullptr) throw std::runtime_error("the test authority failed");
    return object;
}

void need(int result) {
    if (result <= 0) throw std::runtime_error("the test authority failed");
}

void extend(X509* certificate, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = need(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    need(X509_add_ext(certificate, extension, -1));
    X509_EXTENSION_free(extension);
}

X509* certify(EVP_PKEY* key, const char* name, X509* issuer, EVP_PKEY* issuerKey) {
    static long serial = 1;
    X509* certificate = need(X509_new());
    need(X509_set_version(certificate, 2));
    need(ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++));
    need(X509_gmtime_adj(X509_getm_notBefore(certificate), -86400));
    need(X509_gmtime_adj(X509_getm_notAfter(certificate), 86400L * 365));
    need(X509_set_pubkey(certificate, key));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    need(X509_set_issuer_name(certificate, X509_get_subject_name(issuer != nullptr ? issuer : certificate)));
    if (issuer == nullptr) {
        extend(certificate, NID_basic_constraints, "critical,CA:TRUE");
        extend(certificate, NID_key_usage, "critical,keyCertSign");
    } else {
        extend(certificate, NID_ext_key_usage, "critical,timeStamping");
    }
    need(X509_sign(certificate, issuerKey, EVP_sha256()));
    return certificate;
}

ASN1_INTEGER* nextSerial(TS_RESP_CTX*, void*) {
    ASN1_INTEGER* serial = ASN1_INTEGER_new();
    ASN1_INTEGER_set(serial, 7);
    return serial;
}

std::string der(TS_RESP* reply) {
    unsigned char* bytes = nullptr;
    const int size = i2d_TS_RESP(reply, &bytes);
    need(size);
    std::string out(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return out;
}

} // namespace

struct TestAuthority::State {
    EVP_PKEY* rootKey = need(EVP_EC_gen("P-256"));
    EVP_PKEY* key = need(EVP_EC_gen("P-256"));
    X509* root = certify(rootKey, "Prøverod", nullptr, rootKey);
    X509* certificate = certify(key, "Prøvetidsstempel", root, rootKey);

    TS_RESP_CTX* context() const {
        TS_RESP_CTX* ctx = need(TS_RESP_CTX_new());
        need(TS_RESP_CTX_set_signer_cert(ctx, certificate));
        need(TS_RESP_CTX_set_signer_key(ctx, key));
        ASN1_OBJECT* policy = need(OBJ_txt2obj("1.2.3.4.1", 1));
        need(TS_RESP_CTX_set_def_policy(ctx, policy));
        ASN1_OBJECT_free(policy);
        need(TS_RESP_CTX_add_md(ctx, EVP_sha256()));
        need(TS_RESP_CTX_set_signer_digest(ctx, EVP_sha256()));
        TS_RESP_CTX_set_serial_cb(ctx, nextSerial, nullptr);
        return ctx;
    }
    ~State() {
        X509_free(certificate);
        X509_free(root);
        EVP_PKEY_free(key);
        EVP_PKEY_free(rootKey);
    }
};

TestAuthority::TestAuthority() : state_(std::make_unique<State>()) {}
TestAuthority::~TestAuthority() = default;

std::string TestAuthority::reply(std::string_view request) const {
    TS_RESP_CTX* context = state_->context();
    BIO* in = need(BIO_new_mem_buf(request.data(), static_cast<int>(request.size())));
    TS_RESP* reply = need(TS_RESP_create_response(context, in));
    std::string out = der(reply);
    TS_RESP_free(reply);
    BIO_free(in);
    TS_RESP_CTX_free(context);
    return out;
}

std::string TestAuthority::refusal(std::string_view request) const {
    return reply(std::string(request.substr(0, request.size() / 2))); // it cannot read that, and says so
}

std::string TestAuthority::root() const {
    BIO* out = need(BIO_new(BIO_s_mem()));
    need(PEM_write_bio_X509(out, state_->root));
    char* text = nullptr;
    const long size = BIO_get_mem_data(out, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(out);
    return pem;
}

} // namespace tests
