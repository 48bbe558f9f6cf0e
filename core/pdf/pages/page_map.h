// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// On which printed pages a section, an exhibit, a row stands. Learned while pages are laid out, used in the
// next round. Not page indexes: the first page is 1.

#include <algorithm>
#include <map>
#include <string>

namespace core::pdf::pages {

struct PageRange {
    int first = 0, last = 0;
    bool operator==(const PageRange&) const = default;
};

// Where an exhibit shows what belongs to one incident; a name for links too.
inline std::string placeKey(int exhibit, int incident) {
    return "exhibit:" + std::to_string(exhibit) + "#" + std::to_string(incident);
}

struct PageMap {
    std::map<std::string, PageRange> ranges; // "log", "exhibit:12", "exhibit:12#45", "row:45"
    int total = 0;

    void note(const std::string& key, int page) {
        const auto [it, isNew] = ranges.try_emplace(key, PageRange{page, page});
        it->second.last = std::max(it->second.last, page);
    }
    bool has(const std::string& key) const { return ranges.contains(key); }
    // Of an exhibit, the part that shows the incident; the whole exhibit where there is no such part.
    std::string placeOf(int exhibit, int incident) const {
        std::string place = placeKey(exhibit, incident);
        return has(place) ? place : "exhibit:" + std::to_string(exhibit);
    }
    int firstPage(const std::string& key) const { return has(key) ? ranges.at(key).first : 0; }
    // "86–92"; a stand-in of likely width where it is not known yet. "total": the number of pages.
    std::string text(const std::string& key) const {
        if (key == "total") return total > 0 ? std::to_string(total) : "00";
        const auto it = ranges.find(key);
        if (it == ranges.end()) return "00";
        const auto [first, last] = it->second;
        return first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
    }
    bool operator==(const PageMap&) const = default;
};

} // namespace core::pdf::pages
