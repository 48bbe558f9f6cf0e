// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attempts.h"

#include "core/base/error.h"
#include "core/base/timestamp.h"
#include "core/store/disk.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace core::store {

namespace {

constexpr std::size_t kMost = 1000;             // the newest are kept
constexpr std::size_t kReadLimit = 256 * 1024;  // a file beyond it is not ours
constexpr std::int64_t kFirst = 946684800000;   // 2000
constexpr std::int64_t kLast = 253402300799999; // 9999

void addLine(std::string_view line, std::vector<std::int64_t>& times) {
    std::int64_t time = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), time);
    if (error != std::errc() || end != line.data() + line.size()) return;
    if (time >= kFirst && time <= kLast) times.push_back(time);
}

} // namespace

std::vector<std::int64_t> FailedAttempts::times() const {
    std::vector<std::int64_t> times;
    try {
        const std::string text = readWhole(file_, kReadLimit);
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            addLine(std::string_view(text).substr(from, end - from), times);
            from = end + 1;
        }
    } catch (const base::Error&) {
        return {}; // not there, or not to be read
    }
    if (times.size() > kMost) times.erase(times.begin(), times.end() - kMost);
    return times;
}

void FailedAttempts::add(std::int64_t atMs) {
    std::vector<std::int64_t> all = times();
    all.push_back(atMs);
    if (all.size() > kMost) all.erase(all.begin());
    std::string text;
    for (const std::int64_t time : all) text += std::to_string(time) + "\n";
    try {
        writeDurably(file_, text);
    } catch (const base::Error&) {
        return;
    }
}

void FailedAttempts::clear() {
    try {
        removeDurably(file_);
    } catch (const base::Error&) { // then they are told of once more
        return;
    }
}

std::string timesText(const std::vector<std::int64_t>& times) {
    std::string text;
    for (const std::int64_t time : times) text += (text.empty() ? "" : ", ") + base::toRfc3339(time);
    return text;
}

} // namespace core::store
