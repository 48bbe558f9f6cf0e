// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// On which printed pages a section, an exhibit, a row stands. Learned while pages are laid out, used in the
// next round. Not page indexes: the first page is 1.

#include "core/base/catalog.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf::pages {

struct PageRange {
    int first = 0, last = 0;
    bool operator==(const PageRange&) const = default;
};

// Where an exhibit shows what belongs to one incident; a name for links too.
inline std::string placeKey(int exhibit, int incident) {
    return "exhibit:" + std::to_string(exhibit) + "#" + std::to_string(incident);
}

// Where an exhibit shows a file that is attached to one of its messages; a name for links too.
inline std::string attachedKey(int exhibit, long long attachment) {
    return "attached:" + std::to_string(exhibit) + "#" + std::to_string(attachment);
}

struct PageMap {
    std::map<std::string, PageRange> ranges; // "log", "exhibit:12", "exhibit:12#45", "row:45"
    std::vector<PageRange> rows;             // "row:45" by its number: a log may have very many
    int total = 0;
    std::map<std::string, int> partOf; // of what stands in another part; its pages are counted there
    std::string inPart;                // "%1 i del %2"
    struct InPart {
        PageRange range;
        int part = 0;
    };
    std::map<std::string, std::vector<InPart>> further; // of a section: the parts that hold it too

    void note(const std::string& key, int page) {
        if (const std::size_t row = rowOf(key); row > 0) {
            if (rows.size() <= row) rows.resize(row + 1);
            if (rows[row].first == 0) rows[row].first = page;
            rows[row].last = std::max(rows[row].last, page);
            return;
        }
        const auto [it, isNew] = ranges.try_emplace(key, PageRange{page, page});
        it->second.last = std::max(it->second.last, page);
    }
    const PageRange* find(const std::string& key) const {
        if (const std::size_t row = rowOf(key); row > 0)
            return row < rows.size() && rows[row].first > 0 ? &rows[row] : nullptr;
        const auto it = ranges.find(key);
        return it == ranges.end() ? nullptr : &it->second;
    }
    bool has(const std::string& key) const { return find(key) != nullptr; }
    // Of an exhibit, the part that shows the incident; the whole exhibit where there is no such part.
    std::string placeOf(int exhibit, int incident) const {
        std::string place = placeKey(exhibit, incident);
        return has(place) ? place : "exhibit:" + std::to_string(exhibit);
    }
    int firstPage(const std::string& key) const { return has(key) ? find(key)->first : 0; }
    // "86–92"; a stand-in of likely width where it is not known yet. "total": the number of pages.
    std::string text(const std::string& key) const {
        if (key == "total") return total > 0 ? std::to_string(total) : "00";
        const PageRange* range = find(key);
        if (range == nullptr) return "00";
        const auto part = partOf.find(key);
        return text(*range, part == partOf.end() ? 0 : part->second);
    }
    std::string text(const PageRange& range, int part) const { // part 0: this one
        const auto [first, last] = range;
        const std::string pages =
            first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
        return part == 0 ? pages : base::fill(inPart, {pages, std::to_string(part)});
    }
    // The same with the other parts that hold some of it, as many as `fits` says; the rest are dots.
    template <typename Fits>
    std::string textEverywhere(const std::string& key, const Fits& fits) const {
        std::string all = text(key);
        const auto found = further.find(key);
        if (found == further.end()) return all;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            const std::string more = all + ", " + text(found->second[i].range, found->second[i].part);
            const bool isLast = i + 1 == found->second.size();
            if (!fits(isLast ? more : more + " …")) return all + " …";
            all = more;
        }
        return all;
    }
    // The same pages: what is said of other parts is not asked.
    bool hasPagesOf(const PageMap& other) const {
        return ranges == other.ranges && rows == other.rows && total == other.total;
    }

private:
    // Of "row:45" 45; 0 of any other key.
    static std::size_t rowOf(const std::string& key) {
        constexpr std::string_view kRow = "row:";
        constexpr std::size_t kMostDigits = 7;
        if (!key.starts_with(kRow) || key.size() > kRow.size() + kMostDigits) return 0;
        std::size_t number = 0;
        for (const char c : std::string_view(key).substr(kRow.size())) {
            if (c < '0' || c > '9') return 0;
            number = 10 * number + static_cast<std::size_t>(c - '0');
        }
        return number;
    }
};

} // namespace core::pdf::pages
