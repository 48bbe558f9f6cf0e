// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/format/registry.h"
#include "core/import/file_walk.h"
#include "core/import/importer.h"
#include "core/import/probe_file.h"

namespace core::import {

namespace {

// Counts what a reader finds and keeps nothing of it.
class CountingSink : public format::RecordSink {
public:
    CountingSink(FoundFile& found, base::Progress& progress)
        : found_(found), progress_(progress), begin_(progress.done()) {}

    void item(format::ItemRecord&& record) override {
        ++found_.kinds[record.kind];
        if (record.times.empty()) {
            ++found_.undated;
            return;
        }
        const std::int64_t ms = record.times[0].time.utcMs;
        if (!found_.firstMs || ms < *found_.firstMs) found_.firstMs = ms;
        if (!found_.lastMs || ms > *found_.lastMs) found_.lastMs = ms;
    }
    void issue(const model::Issue&) override {}
    void position(std::uint64_t offset) override {
        progress_.throwIfCancelled();
        progress_.setDone(begin_ + offset);
    }

private:
    FoundFile& found_;
    base::Progress& progress_;
    std::uint64_t begin_;
};

void readInto(FoundFile& found, const std::string& zone, base::Progress& progress) {
    const ProbedFile probed = probeFile(found.path);
    found.size = probed.size;
    if (probed.reader == nullptr) return;
    found.format = probed.reader->code();
    base::FileSource source(found.path);
    CountingSink sink(found, progress);
    probed.reader->read(source, readContext(found.path, probed, zone, base::Clock().nowMs()), sink);
}

} // namespace

std::vector<FoundFile> scan(const std::vector<std::filesystem::path>& paths, const std::string& zone,
                            base::Progress& progress) {
    std::vector<FoundFile> list;
    const FileWalk walk = filesUnder(paths);
    progress.setTotal(totalBytes(walk.files));
    for (const std::filesystem::path& path : walk.files) {
        progress.throwIfCancelled();
        FoundFile found;
        found.path = path;
        progress.setStage(base::repairUtf8(path.filename().string()));
        const std::uint64_t begin = progress.done();
        try {
            readInto(found, zone, progress);
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled) throw;
            found.error = error.what();
        }
        progress.setDone(begin + found.size);
        list.push_back(std::move(found));
    }
    for (const PassedOver& passed : walk.passedOver) {
        FoundFile found;
        found.path = passed.path;
        found.passedOver = passed.reason;
        list.push_back(std::move(found));
    }
    return list;
}

} // namespace core::import
