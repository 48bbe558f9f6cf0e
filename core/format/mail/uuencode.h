// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files uuencoded in the middle of a text ("begin 644 name" ... "end"), found as the lines stream by.
// Not for a part whose transfer encoding is uuencode as a whole.

#include "core/base/sha256.h"
#include "core/base/transfer_decoder.h"
#include "core/format/mail/line_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::format::mail {

struct FoundAttachment;

class UuencodeFinder {
public:
    // True where the line belongs to an encoded file or may be the beginning of one; a line that turns out to
    // be text after all is then held.
    bool take(const Line& line);
    void reset();
    bool isBusy() const { return state_ != State::Text || !held_.empty(); }
    bool hasHeld() const { return state_ != State::Inside && !held_.empty(); }
    std::string takeHeld();
    std::vector<FoundAttachment> takeFound(); // ends a file that is not ended

private:
    enum class State { Text, Maybe, Inside };

    bool takeInside(const Line& line);
    void finish(std::uint64_t end);

    State state_ = State::Text;
    std::string held_; // the "begin" line until the next one decides
    std::string name_;
    std::string out_;
    std::uint64_t begin_ = 0;
    std::uint64_t end_ = 0;
    std::uint64_t size_ = 0;
    base::TransferDecoder decoder_{base::TransferEncoding::Uuencode};
    base::Sha256 hash_;
    std::vector<FoundAttachment> found_;
};

} // namespace core::format::mail
