// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/render_files.h"

#include "core/base/catalog.h"
#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/page_weights.h"
#include "core/pdf/pages/part_plan.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr std::uint64_t kVolumeBytes = 1'500'000'000; // libraries and readers fail beyond 2 GiB
constexpr std::uint64_t kFixedBytes = 250'000;        // fonts as a rule; what they really are the file shows
constexpr std::uint64_t kPageBytes = 400;             // a page's own objects, packed
constexpr int kMostPlans = 6, kMostRounds = 6;

// "bilag 1–12, 14"
std::string numbersOf(const std::set<int>& numbers) {
    std::string out;
    for (auto it = numbers.begin(); it != numbers.end();) {
        const int first = *it;
        int last = first;
        while (++it != numbers.end() && *it == last + 1) ++last;
        out += (out.empty() ? "" : ", ") + std::to_string(first);
        if (last > first) out += "–" + std::to_string(last);
    }
    return out;
}

// "nr. 400–213", of a part that holds some of the rows.
std::string rowsOf(const report::LogDocument& document, const Part& part) {
    std::string first, last;
    for (std::size_t row = part.firstRow; row < part.endRow && first.empty(); ++row)
        if (const auto made = document.rows.at(row); !made->isMilestone) first = made->label;
    for (std::size_t end = part.endRow; end > part.firstRow && last.empty(); --end)
        if (const auto made = document.rows.at(end - 1); !made->isMilestone) last = made->label;
    if (first.empty()) return {};
    return base::fill(document.words.number, {first == last ? first : first + "–" + last});
}

std::string contentsOf(const report::LogDocument& document, const Part& part) {
    std::string out;
    const auto add = [&](const std::string& what) { out += (out.empty() ? "" : ", ") + what; };
    for (const report::Content& entry : document.contents) {
        if (entry.key == "exhibits" && !part.exhibits.empty())
            add(entry.title + " " + numbersOf(part.exhibits));
        else if (entry.key == "log" && part.holds("log") &&
                 part.endRow - part.firstRow < document.rows.size())
            add(entry.title + " " + rowsOf(document, part));
        else if (part.holds(entry.key))
            add(entry.title);
    }
    return out;
}

// The document says of itself which part it is, as long as this lives.
class SaysPart {
public:
    SaysPart(report::LogDocument& document, const PartWords& w, const std::vector<Part>& parts,
             const Part& part)
        : document_(document), logForm_(document.words.logForm), front_(document.front) {
        const std::string number = std::to_string(part.number), count = std::to_string(part.count);
        document.words.logForm = base::fill(w.title, {logForm_, number, count});
        for (const Part& each : parts)
            document.front.push_back({base::fill(w.part, {std::to_string(each.number)}),
                                      contentsOf(document, each), each.number == part.number});
    }
    ~SaysPart() {
        document_.words.logForm = logForm_;
        document_.front = front_;
    }
    SaysPart(const SaysPart&) = delete;
    SaysPart& operator=(const SaysPart&) = delete;

private:
    report::LogDocument& document_;
    std::string logForm_;
    std::vector<report::NamedValue> front_;
};

// What one part knows: its own pages, and those of the others with the number of their part. The log and the
// exhibits may be in several.
PageMap knownTo(std::size_t own, const std::vector<Part>& parts, const std::vector<PageMap>& learned,
                const std::string& inPart) {
    PageMap known = learned[own];
    known.inPart = inPart;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == own) continue;
        for (const auto& [key, range] : learned[i].ranges) {
            if (key == "front") continue;
            if (known.ranges.try_emplace(key, range).second)
                known.partOf[key] = parts[i].number;
            else if (key == "log" || key == "exhibits")
                known.further[key].push_back({range, parts[i].number});
        }
    }
    return known;
}

class Files {
public:
    Files(report::LogDocument& document, const PictureLoader& pictures, const FileOptions& options,
          base::Progress& progress)
        : document_(document), findings_(document, pictures), options_(options), progress_(progress),
          limit_(options.maxBytes > 0 ? std::min(options.maxBytes, kVolumeBytes) : kVolumeBytes) {}

    std::vector<PartFile> write() {
        WeighedPages weighed;
        std::vector<PartFile> files = writeWhole(weighed);
        if (!files.empty()) return files;
        Weights weights{std::move(weighed.bytes), kFixedBytes};
        for (std::uint64_t& bytes : weights.pageBytes) bytes += kPageBytes;
        std::uint64_t budget = limit_;
        std::size_t mostPages = options_.maxPages;
        for (int plan = 1;; ++plan) {
            const bool isLast = plan >= kMostPlans;
            const auto parts = planParts(document_, weighed.map, weights, budget, mostPages);
            const std::vector<PageMap> learned = learn(parts);
            if (const std::size_t over = pagesOver(parts, learned); over > 0 && !isLast) {
                mostPages -= std::min(mostPages - 1, over + over / 4); // names of parts take room too
                continue;
            }
            files = writeParts(parts, learned, !isLast);
            if (!files.empty()) return files;
            budget -= budget / 8; // fonts or tables are larger than was thought
        }
    }

private:
    // Empty where it would be too large: then its pages have been weighed.
    std::vector<PartFile> writeWhole(WeighedPages& weighed) {
        Canvas canvas(defaultFontFolders(), metadataFor(document_), options_.form);
        RenderResult result = renderLog(canvas, document_, findings_, progress_, options_.maxPages);
        whole_ = result.map;
        if (!result.isDrawn) {
            weighed = weighPages(document_, result.map, findings_, options_.form, progress_);
            return {};
        }
        weighed = {std::move(result.map), canvas.pageBytes()};
        std::uint64_t total = 0;
        for (const std::uint64_t bytes : weighed.bytes) total += bytes + kPageBytes;
        if (total > limit_ || static_cast<std::size_t>(result.pages) > options_.maxPages) return {};
        std::vector<PartFile> files;
        files.push_back({options_.open(1, 1), result.pages});
        canvas.save(files.back().file, progress_);
        if (files.back().file.size() > limit_) files.clear();
        return files;
    }

    // Empty where one is too large and `mustFit`.
    std::vector<PartFile> writeParts(const std::vector<Part>& parts, const std::vector<PageMap>& learned,
                                     bool mustFit) {
        std::vector<PartFile> files;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const SaysPart says(document_, options_.words, parts, parts[i]);
            Canvas canvas(defaultFontFolders(), metadataFor(document_), options_.form);
            draw(canvas, parts[i], knownTo(i, parts, learned, options_.words.inPart));
            files.push_back({options_.open(parts[i].number, parts[i].count), canvas.pageCount()});
            canvas.save(files.back().file, progress_);
            if (mustFit && !fits(parts[i], files.back())) return {};
        }
        return files;
    }

    void draw(Canvas& canvas, const Part& part, PageMap known) {
        Pictures pictures(canvas, findings_.pictures);
        Documents documents(pictures, document_, progress_);
        guardTexts(canvas, document_);
        Sheet sheet(canvas, document_, std::move(known), false, progress_);
        sheet.setPart(part);
        drawAll(sheet, pictures, documents);
    }

    // Drafts until no part's pages change any more: as a rule the first finds what was likely.
    std::vector<PageMap> learn(const std::vector<Part>& parts) {
        std::vector<PageMap> learned;
        learned.reserve(parts.size());
        for (const Part& part : parts) learned.push_back(likelyPages(document_, part, whole_));
        Canvas canvas(defaultFontFolders(), metadataFor(document_));
        Pictures pictures(canvas, findings_.pictures);
        Documents documents(pictures, document_, progress_);
        for (int round = 0; round < kMostRounds; ++round) {
            bool isSame = true;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const SaysPart says(document_, options_.words, parts, parts[i]);
                Sheet draft(canvas, document_, knownTo(i, parts, learned, options_.words.inPart), true,
                            progress_);
                draft.setPart(parts[i]);
                draft.setFindings(&findings_);
                drawAll(draft, pictures, documents);
                PageMap now = draft.learned();
                now.rows.clear(); // nothing names the page of a row
                std::erase_if(now.ranges, [](const auto& named) { return named.first.starts_with("row:"); });
                isSame = isSame && now.hasPagesOf(learned[i]);
                learned[i] = std::move(now);
            }
            if (isSame) break;
        }
        return learned;
    }

    // An exhibit is never split: a part of nothing else may be larger.
    static bool isOneExhibit(const Part& part) { return part.exhibits.size() == 1 && part.sections.empty(); }
    bool fits(const Part& part, const PartFile& file) const {
        return file.file.size() <= limit_ || isOneExhibit(part);
    }
    // By how many pages the longest part is too long.
    std::size_t pagesOver(const std::vector<Part>& parts, const std::vector<PageMap>& learned) const {
        std::size_t over = 0;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (const auto pages = static_cast<std::size_t>(learned[i].total);
                pages > options_.maxPages && !isOneExhibit(parts[i]))
                over = std::max(over, pages - options_.maxPages);
        return over;
    }

    report::LogDocument& document_;
    Findings findings_;
    const FileOptions& options_;
    base::Progress& progress_;
    std::uint64_t limit_;
    PageMap whole_; // of the document as one file
};

} // namespace

std::vector<PartFile> renderFiles(report::LogDocument& document, const PictureLoader& pictures,
                                  const FileOptions& options, base::Progress& progress) {
    return Files(document, pictures, options, progress).write();
}

} // namespace core::pdf::pages
