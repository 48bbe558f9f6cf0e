// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ascii.h"
#include "core/format/table/date_words.h"
#include "core/format/table/written_date.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::format::table {

namespace {

constexpr std::size_t kLongestDuration = 80;
constexpr double kMost = 1e7; // of one number

enum class Piece { None, Hours, Minutes, Seconds };

Piece pieceOf(std::string_view word) {
    for (const std::string_view hours :
         {"t", "time", "timer", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"})
        if (word == hours) return Piece::Hours;
    for (const std::string_view minutes :
         {"m", "min", "mins", "minut", "minutter", "minute", "minutes", "minuten"})
        if (word == minutes) return Piece::Minutes;
    for (const std::string_view seconds :
         {"s", "sek", "sec", "secs", "sekund", "sekunder", "second", "seconds", "sekunde", "sekunden"})
        if (word == seconds) return Piece::Seconds;
    return Piece::None;
}

std::optional<WrittenDuration> withColons(std::string_view text) {
    std::array<std::int64_t, 3> parts{};
    std::size_t many = 0;
    while (many < 3) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts.at(many));
        if (error != std::errc() || parts.at(many) < 0 || parts.at(many) > 1'000'000) return std::nullopt;
        ++many;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) break;
        if (text.front() != ':' || many == 3) return std::nullopt;
        text.remove_prefix(1);
    }
    if (many < 2 || parts.at(many - 1) > 59 || (many == 3 && parts[1] > 59)) return std::nullopt;
    if (many == 2) return WrittenDuration{parts[0] * 60 + parts[1], true};
    return WrittenDuration{parts[0] * 3600 + parts[1] * 60 + parts[2], false};
}

// "1 t 2 min og 3 sek": number and unit, again and again.
class Parts {
public:
    explicit Parts(std::string_view text) : text_(text) {}

    std::optional<double> seconds(DurationUnit unit) {
        double all = 0;
        bool any = false;
        while (skipBetween(any), at_ < text_.size()) {
            const auto value = number();
            if (!value) return std::nullopt;
            while (at_ < text_.size() && text_[at_] == ' ') ++at_;
            const std::string_view unitWord = word();
            Piece piece = pieceOf(unitWord);
            if (unitWord.empty()) { // a number alone
                if (any || at_ < text_.size()) return std::nullopt;
                piece = unit == DurationUnit::Minutes ? Piece::Minutes : Piece::Seconds;
            }
            if (piece == Piece::None) return std::nullopt;
            all += *value * (piece == Piece::Hours ? 3600 : piece == Piece::Minutes ? 60 : 1);
            any = true;
        }
        return any ? std::optional<double>(all) : std::nullopt;
    }

private:
    void skipBetween(bool isBetween) {
        const auto skipSigns = [&] {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',' || text_[at_] == '.')) ++at_;
        };
        skipSigns();
        const std::size_t before = at_;
        const std::string_view found = word();
        if (isBetween && (found == "og" || found == "and" || found == "und"))
            skipSigns();
        else
            at_ = before;
    }

    std::string_view word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && base::isLetter(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    std::optional<double> number() {
        std::string digits;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            const bool isPoint =
                (c == ',' || c == '.') && at_ + 1 < text_.size() && base::isDigit(text_[at_ + 1]);
            if (!base::isDigit(c) && !isPoint) break;
            digits += c == ',' ? '.' : c;
        }
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size() || value > kMost)
            return std::nullopt;
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::optional<WrittenDuration> parseDuration(std::string_view written, DurationUnit unit) {
    if (written.empty() || written.size() > kLongestDuration) return std::nullopt;
    const std::string text = plainWords(written);
    std::string trimmed = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    while (trimmed.ends_with(' ') || trimmed.ends_with('.')) trimmed.pop_back();
    if (trimmed.find(':') != std::string::npos) return withColons(trimmed);
    const auto seconds = Parts(trimmed).seconds(unit);
    if (!seconds) return std::nullopt;
    return WrittenDuration{static_cast<std::int64_t>(*seconds + 0.5), false};
}

} // namespace core::format::table
