// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Gathers an MMS from its tags: the message, its parts, its addresses. Layout parts (SMIL) are left out.

#include "core/format/sms/record_fields.h"
#include "core/format/sms/tag_scanner.h"

#include <unordered_set>

namespace core::format::sms {

class MmsRecord {
public:
    void begin(const TagScanner& tag, std::int64_t nowMs);
    void addPart(const TagScanner& tag);
    void addAddress(const TagScanner& tag);
    void partBroken(std::uint64_t offset);
    bool isOpen() const { return isOpen_; }
    std::uint64_t offset() const { return record_.offset; }
    void drop() { isOpen_ = false; }
    ItemRecord finish(std::uint64_t end);

private:
    struct Address {
        std::string id;
        std::string form; // normalForm of the id
        model::ParticipantRole role;
    };
    using Forms = std::unordered_set<std::string>;

    void addText(std::string_view text, std::uint64_t offset);
    void addAttachment(const TagScanner& tag, std::string type);
    void tooManyPeople(std::uint64_t offset);
    void decideDirection();
    void addParticipants();
    void addListed(const Forms& members);
    void addMembers(const Forms& listed);
    bool names(const std::string& form, bool asSender) const;
    void fromTheOther();
    void checkSender();
    void nameTheOther();

    ItemRecord record_;
    bool isOpen_ = false;
    bool hasText_ = false;
    bool hasTooMany_ = false; // more addresses than are kept
    bool ownerIsSender_ = false, ownerIsReceiver_ = false;
    std::size_t parts_ = 0;
    std::size_t addressTags_ = 0;
    std::string date_;
    std::string box_;
    std::string messageType_;
    std::string contactName_;
    std::vector<Address> members_; // of the conversation, without the owner
    std::vector<Address> addresses_;
};

} // namespace core::format::sms
