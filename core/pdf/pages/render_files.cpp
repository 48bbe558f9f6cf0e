// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/render_files.h"

#include "core/base/catalog.h"
#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/part_plan.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr std::uint64_t kVolumeBytes = 1'500'000'000; // libraries and readers fail beyond 2 GiB
constexpr std::size_t kVolumePages = 10'000;          // readers become slow, and memory grows with the pages
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

std::string contentsOf(const report::LogDocument& document, const Part& part) {
    std::string out;
    const auto add = [&](const std::string& what) { out += (out.empty() ? "" : ", ") + what; };
    for (const report::Content& entry : document.contents) {
        if (entry.key == "exhibits" && !part.exhibits.empty())
            add(entry.title + " " + numbersOf(part.exhibits));
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

// What one part knows: its own pages, and those of the others with the number of their part.
PageMap knownTo(std::size_t own, const std::vector<Part>& parts, const std::vector<PageMap>& learned,
                const std::string& inPart) {
    PageMap known = learned[own];
    known.inPart = inPart;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == own) continue;
        for (const auto& [key, range] : learned[i].ranges)
            if (key != "front" && known.ranges.try_emplace(key, range).second)
                known.partOf[key] = parts[i].number;
    }
    return known;
}

class Files {
public:
    Files(report::LogDocument& document, const PictureLoader& pictures, const FileOptions& options,
          base::Progress& progress)
        : document_(document), facts_(pictures), options_(options), progress_(progress),
          limit_(options.maxBytes > 0 ? std::min(options.maxBytes, kVolumeBytes) : kVolumeBytes) {}

    std::vector<PartFile> write() {
        Weights weights;
        PageMap map;
        std::vector<PartFile> files = writeWhole(weights, map);
        if (!files.empty()) return files;
        std::uint64_t budget = limit_;
        for (int plan = 1;; ++plan) {
            const auto parts = planParts(document_, map, weights, budget, kVolumePages);
            files = writeParts(parts);
            if (plan == kMostPlans || fits(parts, files)) return files;
            budget -= budget / 8; // fonts or tables are larger than was thought
        }
    }

private:
    // Empty where it would be too large.
    std::vector<PartFile> writeWhole(Weights& weights, PageMap& map) {
        Canvas canvas(defaultFontFolders(), metadataFor(document_), options_.form);
        RenderResult result = renderLog(canvas, document_, facts_, progress_, kVolumePages);
        weights.pageBytes = canvas.pageBytes();
        weights.fixedBytes = kFixedBytes;
        std::uint64_t total = 0;
        for (std::uint64_t& bytes : weights.pageBytes) {
            bytes += kPageBytes;
            total += bytes;
        }
        map = std::move(result.map);
        if (!result.isKept || total > limit_ || static_cast<std::size_t>(result.pages) > kVolumePages)
            return {};
        std::vector<PartFile> files;
        files.push_back({options_.open(1, 1), result.pages});
        canvas.save(files.back().file, progress_);
        if (files.back().file.size() > limit_) files.clear();
        return files;
    }

    std::vector<PartFile> writeParts(const std::vector<Part>& parts) {
        const std::vector<PageMap> learned = learn(parts);
        std::vector<PartFile> files;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const SaysPart says(document_, options_.words, parts, parts[i]);
            Canvas canvas(defaultFontFolders(), metadataFor(document_), options_.form);
            Pictures pictures(canvas, facts_);
            Documents documents(pictures, document_, progress_);
            guardTexts(canvas, document_);
            Sheet sheet(canvas, document_, knownTo(i, parts, learned, options_.words.inPart), false,
                        progress_);
            sheet.setPart(parts[i]);
            drawAll(sheet, pictures, documents);
            files.push_back({options_.open(parts[i].number, parts[i].count), sheet.page()});
            canvas.save(files.back().file, progress_);
        }
        return files;
    }

    // Drafts until no part's pages change any more.
    std::vector<PageMap> learn(const std::vector<Part>& parts) {
        std::vector<PageMap> learned(parts.size());
        Canvas canvas(defaultFontFolders(), metadataFor(document_));
        Pictures pictures(canvas, facts_);
        Documents documents(pictures, document_, progress_);
        for (int round = 0; round < kMostRounds; ++round) {
            bool isSame = true;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const SaysPart says(document_, options_.words, parts, parts[i]);
                Sheet draft(canvas, document_, knownTo(i, parts, learned, options_.words.inPart), true,
                            progress_);
                draft.setPart(parts[i]);
                drawAll(draft, pictures, documents);
                PageMap now = draft.learned();
                isSame = isSame && now.hasPagesOf(learned[i]);
                learned[i] = std::move(now);
            }
            if (isSame) break;
        }
        return learned;
    }

    // A part of a single exhibit may be larger: it is never split.
    bool fits(const std::vector<Part>& parts, const std::vector<PartFile>& files) const {
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (files[i].file.size() > limit_ &&
                (parts[i].exhibits.size() != 1 || !parts[i].sections.empty()))
                return false;
        return true;
    }

    report::LogDocument& document_;
    PictureFacts facts_;
    const FileOptions& options_;
    base::Progress& progress_;
    std::uint64_t limit_;
};

} // namespace

std::vector<PartFile> renderFiles(report::LogDocument& document, const PictureLoader& pictures,
                                  const FileOptions& options, base::Progress& progress) {
    return Files(document, pictures, options, progress).write();
}

} // namespace core::pdf::pages
