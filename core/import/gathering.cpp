// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/gathering.h"

#include "core/base/utf8.h"
#include "core/format/registry.h"

namespace core::import {

namespace {
constexpr int kDeepest = 4;                 // archives in archives
constexpr std::size_t kListedIssues = 1000; // as ItemWriter
} // namespace

std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

// Takes the files of one parent.
class Unpacked : public format::ChildSink {
public:
    Unpacked(Gathering& gathering, std::size_t parent) : gathering_(gathering), parent_(parent) {}

    void child(const format::ChildFile& file, base::ByteSource& bytes) override {
        gathering_.keepMember(parent_, file, bytes);
    }
    void issue(const model::Issue& issue) override {
        auto& issues = gathering_.all_[parent_].issues;
        if (issues.size() < kListedIssues) issues.push_back(issue);
    }
    void position(std::uint64_t) override { gathering_.progress_.throwIfCancelled(); }

private:
    Gathering& gathering_;
    std::size_t parent_;
};

void Gathering::add(Gathered&& file) {
    index_.add(file.incoming.path, all_.size());
    all_.push_back(std::move(file));
}

std::size_t Gathering::keep(const std::filesystem::path& path, const std::string& folder,
                            const ProbedFile& probed, std::size_t report) {
    Gathered file;
    file.incoming.name = base::repairUtf8(path.filename().string());
    file.incoming.path = base::repairUtf8(path.string());
    file.incoming.folder = folder;
    file.incoming.fileTimeMs = probed.fileTimeMs;
    file.reader = probed.reader;
    file.report = report;
    file.kept = keeper_.keep(path, file.incoming, probed);
    if (!file.kept.mapping.empty()) file.reader = format::readerByCode("table");
    add(std::move(file));
    return all_.size() - 1;
}

void Gathering::keepMember(std::size_t parent, const format::ChildFile& child, base::ByteSource& bytes) {
    progress_.throwIfCancelled();
    Gathered file;
    const Incoming& outer = all_[parent].incoming;
    const auto slash = child.path.rfind('/');
    file.incoming.name = slash == std::string::npos ? child.path : child.path.substr(slash + 1);
    file.incoming.path = outer.path + '/' + child.path;
    file.incoming.folder = folderOf(child.path);
    file.incoming.fileTimeMs = child.timeMs;
    file.incoming.parent = all_[parent].kept.source;
    file.incoming.memberPath = child.path;
    FileReport report;
    report.path = std::filesystem::path(file.incoming.path);
    progress_.setTotal(progress_.total() + 2 * child.size); // kept, then read
    try {
        file.kept = keeper_.keepMember(bytes, file.incoming, file.reader);
        if (!file.kept.mapping.empty()) file.reader = format::readerByCode("table");
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Unsupported)
            throw; // its data is damaged; the others may be sound
        report.error = error.what();
        report.errorCode = error.code();
        report_.files.push_back(std::move(report));
        return;
    }
    report.format = file.kept.format;
    report.sha256 = file.kept.sha256;
    file.report = report_.files.size();
    report_.files.push_back(std::move(report));
    add(std::move(file));
    unpack(all_.size() - 1);
}

void Gathering::unpack(std::size_t gathered) {
    const Gathered& file = all_[gathered];
    if (file.reader == nullptr || !file.reader->hasChildren()) return;
    Unpacked sink(*this, gathered);
    if (depth_ >= kDeepest) {
        sink.issue({model::IssueCode::TooDeep, model::IssueSeverity::Skipped, file.incoming.name, 0});
        return;
    }
    ++depth_;
    const auto original = store_.vault().read(file.kept.objectId);
    try {
        file.reader->unpack(*original, context(file), sink);
    } catch (const base::Error& error) {
        --depth_;
        if (error.code() != base::ErrorCode::Unsupported) throw;
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, error.what(), 0});
        return;
    } catch (...) {
        --depth_;
        throw;
    }
    --depth_;
}

format::ReadContext Gathering::context(const Gathered& file) const {
    format::ReadContext context;
    context.fileName = file.incoming.name;
    context.folder = file.incoming.folder;
    context.size = file.kept.size;
    context.sha256 = file.kept.sha256;
    context.zone = file.kept.zone;
    context.fileTimeMs = file.incoming.fileTimeMs;
    context.nowMs = store_.clock().nowMs();
    context.dateOrder = file.kept.dateOrder;
    context.mapping = file.kept.mapping;
    if (options_.passphrase)
        context.passphrase = [this, name = file.incoming.name](bool isAgain) {
            return options_.passphrase(name, isAgain);
        };
    return context;
}

} // namespace core::import
