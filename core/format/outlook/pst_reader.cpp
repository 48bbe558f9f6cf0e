// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/pst_reader.h"

#include "core/base/seekable.h"
#include "core/format/mail/ascii.h"
#include "core/format/outlook/message_record.h"
#include "core/format/outlook/pff_io.h"
#include "core/format/outlook/pff_message.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_set>

namespace core::format {

namespace {

using outlook::PffItem;
using outlook::PffMessage;

constexpr int kMaxFolderDepth = 64;
constexpr std::string_view kMagic = "!BDN";

// What Outlook stores beside what people wrote.
constexpr std::array<std::string_view, 7> kOwn{"ipm.configuration", "ipm.microsoft", "ipm.extendedrule",
                                               "ipm.rule",          "ipm.aggregate", "ipc.",
                                               "ipm.replication"};

bool isOfOutlook(const outlook::PropertyBag& p) {
    const std::string name = mail::toLower(p.text(outlook::Tag::MessageClass));
    return std::any_of(kOwn.begin(), kOwn.end(), [&](std::string_view own) { return name.starts_with(own); });
}

struct FreeFile {
    void operator()(libpff_file_t* file) const {
        libpff_file_close(file, nullptr);
        libpff_file_free(&file, nullptr);
    }
};

// Goes through all messages of a file in one order, the same each time.
template <typename Use>
class Walk {
public:
    Walk(base::SeekableSource& source, const std::function<void(std::uint64_t)>& progress, Use use)
        : io_(source, progress), use_(std::move(use)) {}

    // False where the file cannot be opened.
    bool run() {
        libpff_file_t* raw = nullptr;
        if (!io_.handle() || libpff_file_initialize(&raw, nullptr) != 1) return false;
        file_.reset(raw);
        const bool opened =
            libpff_file_open_file_io_handle(file_.get(), io_.handle(), LIBPFF_OPEN_READ, nullptr) == 1;
        io_.throwIfFailed();
        if (!opened) return false;
        libpff_item_t* root = nullptr;
        if (libpff_file_get_root_folder(file_.get(), &root, nullptr) == 1) folder(PffItem(root), 0);
        io_.throwIfFailed();
        lost();
        return true;
    }

private:
    void folder(PffItem folder, int depth) {
        int count = 0;
        if (libpff_folder_get_number_of_sub_messages(folder.get(), &count, nullptr) != 1) count = 0;
        for (int i = 0; i < count; ++i) {
            libpff_item_t* raw = nullptr;
            if (libpff_folder_get_sub_message(folder.get(), i, &raw, nullptr) == 1)
                message(PffItem(raw));
            else
                use_.unreadable();
            io_.throwIfFailed();
        }
        if (libpff_folder_get_number_of_sub_folders(folder.get(), &count, nullptr) != 1) count = 0;
        for (int i = 0; i < count; ++i) {
            libpff_item_t* raw = nullptr;
            const bool found = libpff_folder_get_sub_folder(folder.get(), i, &raw, nullptr) == 1;
            io_.throwIfFailed();
            if (found && depth < kMaxFolderDepth)
                this->folder(PffItem(raw), depth + 1);
            else
                use_.unreadable();
        }
    }

    // What no folder holds any more: orphans, and what was deleted and is not written over.
    void lost() {
        int count = 0;
        if (libpff_file_recover_items(file_.get(), 0, nullptr) != 1) count = 0;
        io_.throwIfFailed();
        if (libpff_file_get_number_of_orphan_items(file_.get(), &count, nullptr) != 1) count = 0;
        for (int i = 0; i < count; ++i) {
            libpff_item_t* raw = nullptr;
            if (libpff_file_get_orphan_item_by_index(file_.get(), i, &raw, nullptr) == 1)
                lostItem(PffItem(raw), "orphan-" + std::to_string(i + 1));
            io_.throwIfFailed();
        }
        if (libpff_file_get_number_of_recovered_items(file_.get(), &count, nullptr) != 1) count = 0;
        for (int i = 0; i < count; ++i) {
            libpff_item_t* raw = nullptr;
            if (libpff_file_get_recovered_item_by_index(file_.get(), i, &raw, nullptr) == 1)
                lostItem(PffItem(raw), "deleted-" + std::to_string(i + 1));
            io_.throwIfFailed();
        }
    }

    void lostItem(PffItem item, const std::string& name) {
        std::uint8_t type = 0;
        if (libpff_item_get_type(item.get(), &type, nullptr) != 1) return;
        switch (type) {
        case LIBPFF_ITEM_TYPE_UNDEFINED:
        case LIBPFF_ITEM_TYPE_ATTACHMENT:
        case LIBPFF_ITEM_TYPE_ATTACHMENTS:
        case LIBPFF_ITEM_TYPE_FOLDER:
        case LIBPFF_ITEM_TYPE_RECIPIENTS:
        case LIBPFF_ITEM_TYPE_SUB_ASSOCIATED_CONTENTS:
        case LIBPFF_ITEM_TYPE_SUB_FOLDERS:
        case LIBPFF_ITEM_TYPE_SUB_MESSAGES:
            return;
        default:
            break;
        }
        give(std::move(item), name + '/', true);
    }

    void message(PffItem item) {
        std::uint32_t number = 0;
        const bool hasNumber = libpff_item_get_identifier(item.get(), &number, nullptr) == 1;
        ++count_;
        const std::string name = hasNumber ? std::to_string(number) : "message-" + std::to_string(count_);
        give(std::move(item), name + '/', false);
    }

    void give(PffItem item, const std::string& folder, bool isLost) {
        PffMessage message(std::move(item));
        io_.throwIfFailed();
        if (!isOfOutlook(message.properties())) use_.message(message, folder, isLost);
        io_.throwIfFailed();
    }

    outlook::PffIo io_;
    std::unique_ptr<libpff_file_t, FreeFile> file_;
    Use use_;
    std::uint64_t count_ = 0; // of messages in folders
};

struct Recording {
    const ReadContext& context;
    RecordSink& sink;
    std::uint64_t index = 0;
    std::unordered_set<std::size_t> found = {}; // hashes of subject and time

    void message(PffMessage& message, const std::string& folder, bool isLost) {
        ItemRecord record = outlook::makeRecord(message, context, folder);
        const bool isEmpty = record.text.empty() && record.attachments.empty();
        const std::string key =
            record.subject + (record.times.empty() ? "" : std::to_string(record.times[0].time.utcMs));
        // Of what was deleted long ago nothing may be left; and the lists of a folder hold a copy of what it
        // shows of each message.
        if (isLost && isEmpty && (key.empty() || found.contains(std::hash<std::string>()(key)))) return;
        found.insert(std::hash<std::string>()(key));
        outlook::giveRecords(message, context, folder, std::move(record), index, sink);
    }
    void unreadable() {
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, "outlook-pst", 0});
    }
};

struct Unpacking {
    ChildSink& sink;
    void message(PffMessage& message, const std::string& folder, bool) {
        outlook::unpackFiles(message, folder, sink);
    }
    void unreadable() {}
};

} // namespace

Confidence PstReader::probe(const ProbeInput& input) const {
    if (!input.head.starts_with(kMagic) || input.head.size() < 12) return Confidence::No;
    const std::string_view kind = input.head.substr(8, 2);
    return kind == "SM" || kind == "SO" ? Confidence::Certain : Confidence::No; // an address book is "AB"
}

void PstReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    base::Seekable seekable(source);
    Walk walk(
        *seekable, [&](std::uint64_t done) { sink.position(done); }, Recording{context, sink});
    if (!walk.run())
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, "outlook-pst", 0});
}

void PstReader::unpack(base::SeekableSource& source, const ReadContext&, ChildSink& sink) const {
    Walk walk(
        source, [&](std::uint64_t done) { sink.position(done); }, Unpacking{sink});
    walk.run(); // that it cannot be opened is said by read()
}

} // namespace core::format
