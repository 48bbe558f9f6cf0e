// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/time_stamp.h"

#include "core/base/error.h"

#include <ctime>
#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

namespace core::store {

namespace {

constexpr int kNonceBits = 64;

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
template <typename T, auto Free>
using Owned = std::unique_ptr<T, Deleter<Free>>;

void freeBio(BIO* bio) { BIO_free_all(bio); }
void freeStack(STACK_OF(X509) * certificates) { sk_X509_free(certificates); } // not what is in it

using Request = Owned<TS_REQ, TS_REQ_free>;
using Reply = Owned<TS_RESP, TS_RESP_free>;
using Bio = Owned<BIO, freeBio>;
using Store = Owned<X509_STORE, X509_STORE_free>;

template <typename T>
T* need(T* object) {
    if (object == nullptr) throw base::Error(base::ErrorCode::Internal, "the time stamp library failed");
    return object;
}

void need(int result) {
    if (result != 1) throw base::Error(base::ErrorCode::Internal, "the time stamp library failed");
}

template <typename T, typename Read>
T* fromDer(std::string_view bytes, Read read) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    T* object = read(nullptr, &at, static_cast<long>(bytes.size()));
    ERR_clear_error();
    return object;
}

Bio memory(std::string_view bytes) {
    return Bio(need(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))));
}

Store storeOf(std::string_view pem) {
    Store store(need(X509_STORE_new()));
    const Bio bio = memory(pem);
    int count = 0;
    while (X509* read = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        const Owned<X509, X509_free> certificate(read);
        count += X509_STORE_add_cert(store.get(), certificate.get());
    }
    ERR_clear_error();
    return count > 0 ? std::move(store) : Store();
}

// Version, digest and nonce, and with a store the signature up to an issuer in it.
bool fits(TS_REQ* request, TS_RESP* reply, Store store) {
    const Owned<TS_VERIFY_CTX, TS_VERIFY_CTX_free> context(need(TS_REQ_to_TS_VERIFY_CTX(request, nullptr)));
    if (store) {
        TS_VERIFY_CTX_add_flags(context.get(), TS_VFY_SIGNATURE);
        TS_VERIFY_CTX_set_store(context.get(), store.release());
    }
    const bool ok = TS_RESP_verify_response(context.get(), reply) == 1;
    ERR_clear_error();
    return ok;
}

// The signature with the certificate that the reply brings, whoever issued that.
bool isSigned(PKCS7* token) {
    const Bio out(need(BIO_new(BIO_s_mem())));
    const bool ok = PKCS7_verify(token, nullptr, nullptr, nullptr, out.get(), PKCS7_NOVERIFY) == 1;
    ERR_clear_error();
    return ok;
}

std::string signerOf(PKCS7* token) {
    const Owned<STACK_OF(X509), freeStack> signers(PKCS7_get0_signers(token, nullptr, 0));
    ERR_clear_error();
    if (!signers || sk_X509_num(signers.get()) == 0) return {};
    const Bio out(need(BIO_new(BIO_s_mem())));
    X509_NAME_print_ex(out.get(), X509_get_subject_name(sk_X509_value(signers.get(), 0)), 0,
                       XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

// Whole seconds; what an authority says beyond them is within its own stated accuracy.
std::int64_t timeOf(TS_RESP* reply) {
    std::tm time{};
    need(ASN1_TIME_to_tm(TS_TST_INFO_get_time(TS_RESP_get_tst_info(reply)), &time));
    return static_cast<std::int64_t>(timegm(&time)) * 1000;
}

bool isGranted(TS_RESP* reply) {
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(reply)));
    return (status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS) &&
           TS_RESP_get_token(reply) != nullptr && TS_RESP_get_tst_info(reply) != nullptr;
}

} // namespace

std::string makeStampRequest(const base::Digest& digest) {
    const Request request(need(TS_REQ_new()));
    const Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(need(TS_MSG_IMPRINT_new()));
    const Owned<X509_ALGOR, X509_ALGOR_free> algorithm(need(X509_ALGOR_new()));
    need(X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr));
    std::string bytes(reinterpret_cast<const char*>(digest.data()), digest.size());
    const Owned<BIGNUM, BN_free> number(need(BN_new()));
    need(BN_rand(number.get(), kNonceBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY));
    const Owned<ASN1_INTEGER, ASN1_INTEGER_free> nonce(need(BN_to_ASN1_INTEGER(number.get(), nullptr)));
    need(TS_REQ_set_version(request.get(), 1));
    need(TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()));
    need(TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(bytes.data()),
                                static_cast<int>(bytes.size())));
    need(TS_REQ_set_msg_imprint(request.get(), imprint.get()));
    need(TS_REQ_set_nonce(request.get(), nonce.get()));
    need(TS_REQ_set_cert_req(request.get(), 1));
    unsigned char* der = nullptr;
    const int size = i2d_TS_REQ(request.get(), &der);
    need(size > 0 ? 1 : 0);
    std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return out;
}

const char* sentenceOf(StampFault fault) {
    switch (fault) {
    case StampFault::None:
        return "";
    case StampFault::NotAReply:
        return "the file is not a reply of a time-stamp authority";
    case StampFault::Refused:
        return "the authority did not grant the time stamp";
    case StampFault::OtherRequest:
        return "the reply belongs to another request";
    case StampFault::BadSignature:
        return "the signature of the reply does not hold";
    case StampFault::UnknownIssuer:
        return "the signature does not lead to the given certificates";
    }
    return "";
}

Stamp readStamp(std::string_view request, std::string_view reply, std::string_view trusted) {
    const Request asked(fromDer<TS_REQ>(request, d2i_TS_REQ));
    const Reply answer(fromDer<TS_RESP>(reply, d2i_TS_RESP));
    if (!asked || !answer) return {StampFault::NotAReply, 0, {}};
    if (!isGranted(answer.get())) return {StampFault::Refused, 0, {}};
    if (!fits(asked.get(), answer.get(), {})) return {StampFault::OtherRequest, 0, {}};
    PKCS7* token = TS_RESP_get_token(answer.get());
    if (!isSigned(token)) return {StampFault::BadSignature, 0, {}};
    if (!trusted.empty()) {
        Store store = storeOf(trusted);
        if (!store || !fits(asked.get(), answer.get(), std::move(store)))
            return {StampFault::UnknownIssuer, 0, {}};
    }
    return {StampFault::None, timeOf(answer.get()), signerOf(token)};
}

} // namespace core::store
