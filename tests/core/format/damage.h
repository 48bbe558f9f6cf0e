// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Holds a reader to what every reader owes: cut or changed files return, with places inside the file, within
// the time that a user would wait.

#include "tests/core/format/collected.h"

#include <chrono>
#include <random>
#include <string>

#include <catch2/catch_test_macros.hpp>

namespace tests {

struct Damage {
    int mutations = 2000;
    std::size_t truncations = 4096; // at most; longer files are cut at evenly spread places
    std::string fileName;
    core::format::Surroundings* around = nullptr;
};

inline void readsWithin2s(const core::format::Reader& reader, std::string_view bytes, const Damage& how) {
    auto context = contextFor(bytes, how.fileName);
    context.around = how.around;
    core::base::MemorySource source(bytes);
    Collected out;
    const auto begin = std::chrono::steady_clock::now();
    reader.read(source, context, out);
    // A hang, not a measurement: the machine may be busy.
    if (std::chrono::steady_clock::now() - begin > std::chrono::seconds(20)) FAIL("it takes too long");
    for (const auto& item : out.items)
        if (item.offset > bytes.size() || item.length > bytes.size() - item.offset)
            FAIL("a record lies outside of the file");
}

// Every truncation, and random changes of one to eight bytes with a fixed seed.
inline void survivesDamage(const core::format::Reader& reader, const std::string& whole,
                           const Damage& how = {}) {
    const std::size_t step = std::max<std::size_t>(1, whole.size() / how.truncations);
    for (std::size_t size = 0; size < whole.size(); size += step)
        readsWithin2s(reader, std::string_view(whole).substr(0, size), how);
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time, so that a failure can be repeated
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    for (int i = 0; i < how.mutations && !whole.empty(); ++i) {
        std::string changed = whole;
        for (std::size_t n = 1 + below(8); n > 0; --n) {
            const std::size_t at = below(changed.size());
            switch (below(4)) {
            case 0:
                changed.erase(at, 1 + below(4));
                break;
            case 1:
                changed.insert(at, 1, static_cast<char>(below(256)));
                break;
            default:
                changed[at] = static_cast<char>(below(256));
            }
            if (changed.empty()) break;
        }
        readsWithin2s(reader, changed, how);
    }
}

} // namespace tests
