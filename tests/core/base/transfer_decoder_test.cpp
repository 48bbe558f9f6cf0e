// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64_digits.h"
#include "core/base/transfer_decoder.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

using core::base::decodeTransfer;
using core::base::TransferDecoder;
using core::base::TransferEncoding;

TEST_CASE("base64: padding, junk, cut quanta, joined encodings") {
    const auto decode = [](std::string_view s) { return decodeTransfer(TransferEncoding::Base64, s); };
    CHECK(decode("QUJD") == "ABC");
    CHECK(decode("QUI=") == "AB");
    CHECK(decode("QQ==") == "A");
    CHECK(decode("Q U\r\nJ\tD") == "ABC");
    CHECK(decode("Q!U*J#D") == "ABC");
    CHECK(decode("QUJDRE") == "ABCD");
    CHECK(decode("QUJDREU") == "ABCDE");
    CHECK(decode("QQ==QUJD") == "AABC");
    CHECK(decode("") == "");
    CHECK(decode("====") == "");
    TransferDecoder decoder(TransferEncoding::Base64);
    std::string out;
    decoder.feed("Q!U*JD", out);
    decoder.finish(out);
    CHECK(decoder.junk() == 2);
}

namespace {

using Decode = void (*)(const unsigned char*&, const unsigned char*, char*&);

// The bytes, and behind them how many digits were taken.
std::string taken(Decode decode, const std::string& digits) {
    std::string out(digits.size() + core::base::kDigitSlack, '?');
    const auto* begin = reinterpret_cast<const unsigned char*>(digits.data());
    const auto* from = begin;
    char* to = out.data();
    decode(from, begin + digits.size(), to);
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out + '|' + std::to_string(from - begin);
}

} // namespace

TEST_CASE("base64 by sixteen digits is base64 by eight, at every byte and every place") {
    const std::string digits = "+/09AZazQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo5";
    for (std::size_t length = 0; length <= digits.size(); ++length)
        for (std::size_t place = 0; place < length; ++place)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text = digits.substr(0, length);
                text[place] = static_cast<char>(byte);
                const std::string quick = taken(core::base::decodeDigits, text);
                if (quick != taken(core::base::decodeDigitsPlainly, text))
                    FAIL(length << ' ' << place << ' ' << byte);
            }
    std::string lines;
    for (int i = 0; i < 40; ++i)
        lines += digits.substr(static_cast<std::size_t>(i)) + (i % 3 == 0 ? "\r\n" : "\n");
    CHECK(taken(core::base::decodeDigits, lines) == taken(core::base::decodeDigitsPlainly, lines));
}

TEST_CASE("quoted-printable: soft breaks, padding blanks, what is no escape stays") {
    const auto decode = [](std::string_view s) {
        return decodeTransfer(TransferEncoding::QuotedPrintable, s);
    };
    CHECK(decode("k=C3=B8b") == "k\xC3\xB8"
                                "b");
    CHECK(decode("k=c3=b8b") == "k\xC3\xB8"
                                "b");
    CHECK(decode("lang=\nlinje") == "langlinje");
    CHECK(decode("lang= \t\r\nlinje") == "langlinje");
    CHECK(decode("1+1=2 =ZZ") == "1+1=2 =ZZ");
    CHECK(decode("slut=") == "slut");
    CHECK(decode("slut=4") == "slut=4");
    CHECK(decode("a\r\nb") == "a\r\nb");
}

TEST_CASE("uuencode: a file with and without its first line") {
    const auto decode = [](std::string_view s) { return decodeTransfer(TransferEncoding::Uuencode, s); };
    CHECK(decode("begin 644 hej.txt\n#:&5J\n`\nend\n") == "hej");
    CHECK(decode("#:&5J\n`\nend\nefter") == "hej");
    CHECK(decode("#:&5J") == "hej");
    CHECK(decode("#:&5J" + std::string(1000, 'x') + "\n#:&5J\n") == "hejhej");
}

TEST_CASE("pieces of any size give the same bytes as the whole") {
    std::mt19937 random(3);
    const std::string signs = "QUJDab01+/==  \r\n\t=C3=\r\n=  !#*-M`";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (unsigned n = random() % 200; n > 0; --n) text += signs[random() % signs.size()];
        if (round % 10 == 1) text += std::string(300, '#') + "\nend\n#:&5J\n";
        if (round % 10 == 0) text += "=" + std::string(random() % 2 ? 1023 : 1500, ' ') + "\nx";
        for (const auto encoding : {TransferEncoding::Identity, TransferEncoding::Base64,
                                    TransferEncoding::QuotedPrintable, TransferEncoding::Uuencode}) {
            TransferDecoder decoder(encoding);
            std::string out;
            for (std::size_t i = 0; i < text.size();) {
                const std::size_t n = random() % 9 + 1;
                decoder.feed(std::string_view(text).substr(i, n), out);
                i += n;
            }
            decoder.finish(out);
            REQUIRE(out == decodeTransfer(encoding, text));
        }
    }
}
