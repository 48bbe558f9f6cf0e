// SPDX-License-Identifier: GPL-3.0-or-later
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
