// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_messages.h"

#include <array>
#include <cmath>

namespace bench {

namespace model = core::model;

namespace {

constexpr std::size_t kWords = 20'000;
constexpr std::size_t kTextBytes = 120;
constexpr std::int64_t kBeginMs = 1'500'000'000'000;
constexpr std::int64_t kStepMs = 180'000; // a million messages in about six years
constexpr int kPeople = 200;
constexpr std::size_t kLineBytes = 280; // of an app's export, beside the text

constexpr std::array kSyllables = {"be",   "for", "tal", "kom", "gå",   "så",   "mø",  "der", "hav",
                                   "stil", "kæ",  "re",  "ven", "ring", "svar", "lø",  "bil", "hus",
                                   "ny",   "tid", "fra", "på",  "skri", "ver",  "ger", "sen", "nat",
                                   "dø",   "må",  "lig", "hed", "vær",  "se",   "nu",  "op",  "ud"};
constexpr std::array kCommon = {"og", "ikke", "jeg", "du", "er", "det", "at", "på", "så", "har"};

} // namespace

Messages::Messages(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {
    words_.assign(kCommon.begin(), kCommon.end());
    while (words_.size() < kWords) {
        std::string word;
        for (std::uint64_t left = 2 + random() % 3; left > 0; --left)
            word += kSyllables[random() % kSyllables.size()];
        words_.push_back(std::move(word));
    }
}

std::uint64_t Messages::random() { // xorshift*: the same on every machine
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return (state_ * 0x2545F4914F6CDD1DULL) >> 11U;
}

std::string Messages::text() {
    std::string text;
    while (text.size() < kTextBytes) {
        // The rank is spread evenly over its logarithm.
        const double part = static_cast<double>(random() % 1'000'000) / 1e6;
        const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(words_.size()), part)) - 1;
        if (!text.empty()) text += ' ';
        text += words_[rank % words_.size()];
    }
    // Words to look for whose numbers are known: one in 20,000 and one in 50.
    if (index_ % 20'000 == 7) text += " gynækolog";
    if (index_ % 50 == 3) text += " hvæsende";
    return text;
}

core::format::ItemRecord Messages::next() {
    core::format::ItemRecord record;
    record.kind = model::ItemKind::Sms;
    model::TimeClaim claim;
    claim.time.utcMs =
        kBeginMs + static_cast<std::int64_t>(index_) * kStepMs + static_cast<std::int64_t>(random() % 60'000);
    claim.time.precision = core::base::Precision::Second;
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = std::to_string(claim.time.utcMs);
    record.direction = random() % 4 == 0 ? model::Direction::Out : model::Direction::In;
    model::Participant other;
    other.role =
        record.direction == model::Direction::In ? model::ParticipantRole::From : model::ParticipantRole::To;
    other.id = "+4520" + std::to_string(100'000 + random() % kPeople);
    other.name = "Kontakt " + other.id.substr(9);
    record.text = text();
    record.identity = other.id + '|' + claim.asWritten + '|' + record.text;
    record.times.push_back(std::move(claim));
    record.participants.push_back(std::move(other));
    record.index = ++index_;
    record.offset = offset_;
    record.length = kLineBytes + record.text.size();
    offset_ += record.length;
    return record;
}

std::string Messages::exportLine(const core::format::ItemRecord& record) const {
    std::string line = "  <sms address=\"" + record.participants[0].id + "\" date=\"" +
                       record.times[0].asWritten + "\" body=\"" + record.text + "\"";
    line.resize(record.length - 1, ' ');
    return line + '\n';
}

} // namespace bench
