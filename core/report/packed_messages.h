// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The messages of an exhibit in memory, packed, as the rows of the log are (packed_rows.h).

#include "core/report/message.h"
#include "core/report/packed_pieces.h"

#include <memory>
#include <vector>

namespace core::report {

class PackedMessages final : public MessageSource {
public:
    PackedMessages();

    void add(const Message& message); // before anybody reads
    std::size_t size() const override { return pieces_.size(); }
    std::vector<Messages::Ref> some(std::size_t first, std::size_t end) const override;
    const std::vector<PictureRef>& pictures() const override { return pictures_; }
    std::size_t bytes() const { return pieces_.bytes(); } // what they take

private:
    PackedPieces pieces_;
    std::vector<PictureRef> pictures_;
};

Messages packedMessages(const std::vector<Message>& messages);

} // namespace core::report
