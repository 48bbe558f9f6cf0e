// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/pff_message.h"

#include <algorithm>

namespace core::format::outlook {

namespace {

constexpr std::size_t kMaxOfBag = std::size_t{64} << 20; // bytes of all values

struct FreeSet {
    void operator()(libpff_record_set_t* set) const { libpff_record_set_free(&set, nullptr); }
};
struct FreeEntry {
    void operator()(libpff_record_entry_t* entry) const { libpff_record_entry_free(&entry, nullptr); }
};
using Set = std::unique_ptr<libpff_record_set_t, FreeSet>;
using Entry = std::unique_ptr<libpff_record_entry_t, FreeEntry>;

// The number of a property: its own, or that in the list of names. 0 for one whose name is a text.
std::uint32_t keyOf(libpff_record_entry_t* entry) {
    libpff_name_to_id_map_entry_t* name = nullptr;
    if (libpff_record_entry_get_name_to_id_map_entry(entry, &name, nullptr) == 1 && name) {
        std::uint8_t kind = 0;
        std::uint32_t number = 0;
        if (libpff_name_to_id_map_entry_get_type(name, &kind, nullptr) != 1 ||
            kind != LIBPFF_NAME_TO_ID_MAP_ENTRY_TYPE_NUMERIC ||
            libpff_name_to_id_map_entry_get_number(name, &number, nullptr) != 1)
            return 0;
        return named(number);
    }
    std::uint32_t tag = 0;
    return libpff_record_entry_get_entry_type(entry, &tag, nullptr) == 1 ? tag : 0;
}

PropertyBag bagOf(libpff_item_t* item, int index, std::uint32_t codePage) {
    PropertyBag bag;
    bag.setFallbackCodePage(codePage);
    libpff_record_set_t* rawSet = nullptr;
    if (libpff_item_get_record_set_by_index(item, index, &rawSet, nullptr) != 1) return bag;
    const Set set(rawSet);
    int count = 0;
    if (libpff_record_set_get_number_of_entries(set.get(), &count, nullptr) != 1) return bag;
    std::size_t total = 0;
    for (int i = 0; i < count; ++i) {
        libpff_record_entry_t* rawEntry = nullptr;
        if (libpff_record_set_get_entry_by_index(set.get(), i, &rawEntry, nullptr) != 1) continue;
        const Entry entry(rawEntry);
        const std::uint32_t key = keyOf(entry.get());
        std::uint32_t type = 0;
        std::size_t size = 0;
        if (key == 0 || key == static_cast<std::uint32_t>(Tag::AttachData) ||
            libpff_record_entry_get_value_type(entry.get(), &type, nullptr) != 1 ||
            libpff_record_entry_get_data_size(entry.get(), &size, nullptr) != 1 || size > kMaxOfBag - total)
            continue;
        std::string bytes(size, '\0');
        if (size > 0 && libpff_record_entry_get_data(
                            entry.get(), reinterpret_cast<std::uint8_t*>(bytes.data()), size, nullptr) != 1)
            continue;
        total += size;
        const bool isCut = bytes.size() > kMaxValue;
        bytes.resize(std::min(bytes.size(), kMaxValue));
        bag.set(key, static_cast<std::uint16_t>(type), std::move(bytes), isCut);
    }
    return bag;
}

// What an attachment holds, read as it is asked for.
class AttachmentSource : public base::ByteSource {
public:
    AttachmentSource(PffItem item, std::uint64_t size) : item_(std::move(item)), left_(size) {
        libpff_attachment_data_seek_offset(item_.get(), 0, SEEK_SET, nullptr);
    }
    std::size_t read(char* buffer, std::size_t capacity) override {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(capacity, left_));
        if (wanted == 0) return 0;
        const auto n = libpff_attachment_data_read_buffer(
            item_.get(), reinterpret_cast<std::uint8_t*>(buffer), wanted, nullptr);
        if (n <= 0) left_ = 0;
        const std::size_t count = n > 0 ? static_cast<std::size_t>(n) : 0;
        left_ -= std::min<std::uint64_t>(left_, count);
        return count;
    }

private:
    PffItem item_;
    std::uint64_t left_;
};

} // namespace

PffMessage::PffMessage(PffItem item, PffItem around) : around_(std::move(around)), item_(std::move(item)) {
    properties_ = bagOf(item_.get(), 0, 0);
    readRecipients();
    readAttachments();
}

void PffMessage::readRecipients() {
    libpff_item_t* raw = nullptr;
    if (libpff_message_get_recipients(item_.get(), &raw, nullptr) != 1) return;
    const PffItem table(raw);
    int count = 0;
    if (libpff_item_get_number_of_record_sets(table.get(), &count, nullptr) != 1) return;
    count = std::min(count, static_cast<int>(kMaxRecipients));
    for (int i = 0; i < count; ++i) recipients_.push_back(bagOf(table.get(), i, properties_.codePage()));
}

void PffMessage::readAttachments() {
    int count = 0;
    if (libpff_message_get_number_of_attachments(item_.get(), &count, nullptr) != 1) return;
    count = std::min(count, static_cast<int>(kMaxAttachments));
    for (int i = 0; i < count; ++i) {
        const PffItem item = attachmentItem(static_cast<std::size_t>(i));
        attachments_.push_back(item ? bagOf(item.get(), 0, properties_.codePage()) : PropertyBag());
    }
}

PffItem PffMessage::attachmentItem(std::size_t attachment) const {
    libpff_item_t* raw = nullptr;
    if (libpff_message_get_attachment(item_.get(), static_cast<int>(attachment), &raw, nullptr) != 1)
        return nullptr;
    return PffItem(raw);
}

std::unique_ptr<Message> PffMessage::embedded(std::size_t attachment) {
    PffItem holder = attachmentItem(attachment);
    libpff_item_t* raw = nullptr;
    int type = 0;
    if (!holder || libpff_attachment_get_type(holder.get(), &type, nullptr) != 1 ||
        type != LIBPFF_ATTACHMENT_TYPE_ITEM || libpff_attachment_get_item(holder.get(), &raw, nullptr) != 1)
        return nullptr;
    return std::make_unique<PffMessage>(PffItem(raw), std::move(holder));
}

std::uint64_t PffMessage::size(std::size_t attachment) {
    const PffItem item = attachmentItem(attachment);
    int type = 0;
    size64_t size = 0;
    if (!item || libpff_attachment_get_type(item.get(), &type, nullptr) != 1 ||
        type != LIBPFF_ATTACHMENT_TYPE_DATA ||
        libpff_attachment_get_data_size(item.get(), &size, nullptr) != 1)
        return 0;
    return size;
}

std::unique_ptr<base::ByteSource> PffMessage::open(std::size_t attachment) {
    PffItem item = attachmentItem(attachment);
    int type = 0;
    size64_t size = 0;
    if (!item || libpff_attachment_get_type(item.get(), &type, nullptr) != 1 ||
        type != LIBPFF_ATTACHMENT_TYPE_DATA ||
        libpff_attachment_get_data_size(item.get(), &size, nullptr) != 1)
        return nullptr;
    return std::make_unique<AttachmentSource>(std::move(item), size);
}

} // namespace core::format::outlook
