// SPDX-License-Identifier: GPL-3.0-or-later
// Broken, cut, deep and endless mails: nothing throws, nothing grows without bound.
#include "tests/core/format/mail/mail_fixture.h"

#include <random>

#include <sys/resource.h>

using core::format::EmlReader;
using core::format::MboxReader;
using core::model::IssueCode;
using tests::collect;
using tests::has;

namespace {

long peakKiB() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// A prefix, a middle repeated, an end: without holding it.
class Repeating : public core::base::ByteSource {
public:
    Repeating(std::string head, std::string middle, std::size_t times, std::string tail)
        : head_(std::move(head)), middle_(std::move(middle)), tail_(std::move(tail)), times_(times) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        while (pos_ == part().size()) {
            if (stage_ > times_) return 0;
            ++stage_;
            pos_ = 0;
        }
        const std::size_t n = part().copy(buffer, capacity, pos_);
        pos_ += n;
        return n;
    }

private:
    const std::string& part() const { return stage_ == 0 ? head_ : stage_ <= times_ ? middle_ : tail_; }
    std::string head_, middle_, tail_;
    std::size_t times_, stage_ = 0, pos_ = 0;
};

template <typename Reader>
tests::Collected run(core::base::ByteSource& source) {
    tests::Collected out;
    core::format::ReadContext context;
    context.size = std::uint64_t{1} << 40;
    Reader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("every truncation of every fixture is read without an exception") {
    for (const auto& entry : std::filesystem::directory_iterator(tests::mailFolder())) {
        const std::string file = tests::readFile(entry.path());
        CAPTURE(entry.path().filename().string());
        for (std::size_t n = 0; n < file.size(); ++n) {
            const std::string cut = file.substr(0, n);
            CHECK_NOTHROW(collect<EmlReader>(cut));
            CHECK_NOTHROW(collect<MboxReader>(cut, 13));
        }
    }
}

TEST_CASE(
    "500 random changes are read without an exception, and attachments stay where they are said to be") {
    std::mt19937 random(7);
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(tests::mailFolder()))
        files.push_back(tests::readFile(entry.path()));
    for (int round = 0; round < 500; ++round) {
        std::string file = files[random() % files.size()];
        for (unsigned changes = random() % 20 + 1; changes > 0; --changes) {
            const std::size_t at = random() % file.size();
            if (random() % 3 == 0)
                file.erase(at, random() % 20);
            else if (random() % 2 == 0)
                file.insert(at, file.substr(random() % file.size(), random() % 40));
            else
                file[at] = static_cast<char>(random());
            if (file.empty()) file = "x";
        }
        CAPTURE(round);
        for (const auto& found : {collect<EmlReader>(file), collect<MboxReader>(file)}) {
            for (const auto& item : found.items) {
                CHECK(core::base::isValidUtf8(item.text));
                CHECK(core::base::isValidUtf8(item.subject));
                for (const auto& a : item.attachments)
                    if (a.path.empty()) // no file that is handed out
                        CHECK(core::base::sha256(tests::attachmentBytes(file, a)) == a.sha256);
            }
        }
    }
}

TEST_CASE("10,000 levels of nesting stop at the limit, with the rest as an attachment") {
    std::string file = "From: a@b\nDate: Sat, 3 May 2025 22:04:17 +0200\n";
    for (int i = 0; i < 10'000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        file += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    file += "Content-Type: text/plain\n\ndybt nede\n";
    const auto mail = tests::mailOf(file);
    CHECK(has(mail, IssueCode::TooDeep));
    REQUIRE(mail.attachments.size() == 1);
    CHECK(tests::attachmentBytes(file, mail.attachments[0]).ends_with("dybt nede"));
}

TEST_CASE("a header of 100 MB is bounded and the mail is read", "[slow]") {
    Repeating source("From: a@b\nDate: Sat, 3 May 2025 22:04:17 +0200\nSubject: ", std::string(1 << 20, 'x'),
                     100, "\nTo: c@d\n\nTekst\n");
    const long before = peakKiB();
    const auto found = run<EmlReader>(source);
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].text == "Tekst");
    CHECK(found.items[0].participants.size() == 2);
    CHECK(has(found.items[0], IssueCode::TooLarge));
    CHECK(peakKiB() - before < 32 * 1024);
}

TEST_CASE("an attachment of 2 GB is not held", "[slow]") {
    const std::string line(76, 'A');
    std::string block;
    while (block.size() < (1 << 20)) block += line + "\n";
    const std::size_t times = 2048;
    Repeating source("From: a@b\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n", block,
                     times, "");
    const long before = peakKiB();
    const auto found = run<EmlReader>(source);
    REQUIRE(found.items.size() == 1);
    REQUIRE(found.items[0].attachments.size() == 1);
    CHECK(found.items[0].attachments[0].size == times * (block.size() / 77) * 57);
    CHECK(peakKiB() - before < 32 * 1024);
}

TEST_CASE("a text of 200 MB without a line end is cut, with a word about it", "[slow]") {
    Repeating source("From: a@b\n\n", std::string(1 << 20, 'y'), 200, "\n");
    const long before = peakKiB();
    const auto found = run<EmlReader>(source);
    REQUIRE(found.items.size() == 1);
    CHECK(has(found.items[0], IssueCode::TooLarge));
    CHECK(found.items[0].text.size() >= 4 << 20);
    CHECK(peakKiB() - before < 64 * 1024);
}

TEST_CASE("what is quadratic elsewhere is not here") {
    const auto repeat = [](std::string_view piece, std::size_t bytes) {
        std::string out;
        while (out.size() < bytes) out += piece;
        return out;
    };
    const std::string head = "From: a@b\nDate: Sat, 3 May 2025 22:04:17 +0200\n";
    for (const char* piece : {"=?a?q?", "(", "\"", "<", "=?utf-8?B?", "a, ", ":;"}) {
        const auto mail =
            tests::mailOf("To: " + repeat(piece, 200'000) + "\nSubject: " + repeat(piece, 200'000) + "\n" +
                          "Content-Type: text/plain; x=" + repeat(piece, 200'000) + "\n" + head + "\nx\n");
        CHECK(mail.text == "x");
    }
    for (const char* piece : {"<a ='", "<a =\">\" ", "<!--", "<title>", "&", "<", "<script>", "</"})
        CHECK_NOTHROW(tests::mailOf(head + "Content-Type: text/html\n\n" + repeat(piece, 4'000'000)));
    std::string alternatives;
    for (int i = 0; i < 20'000; ++i)
        alternatives += "--X\nContent-Type: text/html\n\n<p>ord" + std::to_string(i) + " er nyt</p>\n";
    CHECK(tests::mailOf(head + "Content-Type: multipart/alternative; boundary=X\n\n" + alternatives)
              .text.ends_with("ord19998 er nyt"));
}

TEST_CASE("a mail behind 4 GiB of a mailbox has its true place") {
    const std::string second =
        "\nFrom bo@example.org Sat May  3 20:04:17 2025\nFrom: bo@example.org\nSubject: b\n"
        "Content-Type: image/png\n\nPNG\n";
    const std::string text = "From: x@example.org\nSubject: stor\n\n";
    const std::string block(std::size_t{1} << 20, 'a');
    constexpr std::size_t kTimes = 4200;
    Repeating source("From bo@example.org Sat May  3 20:04:17 2025\n" + text, block + "\n", kTimes, second);
    const auto out = run<MboxReader>(source);
    REQUIRE(out.items.size() == 2);
    const std::uint64_t begin = 45 + text.size() + kTimes * (block.size() + 1) + 1;
    CHECK(begin > std::uint64_t{1} << 32);
    CHECK(out.items[1].offset == begin);
    CHECK(out.items[1].attachments.at(0).offset == begin + second.size() - 1 - 4);
}
