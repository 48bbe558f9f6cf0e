// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The times that one picture, film or document claims, in the order in which they are to be believed; whoever
// adds them first is believed most. Nothing is dropped but what cannot be a time at all, and that is said.

#include "core/format/item_record.h"
#include "core/format/photo/written_time.h"
#include "core/format/reader.h"

#include <string>

namespace core::format::photo {

class Ladder {
public:
    // Both must outlive it.
    Ladder(ItemRecord& record, const ReadContext& context);

    const std::string& zone() const { return zone_; } // of local times that say none

    void issue(model::IssueCode code, model::IssueSeverity severity, std::string detail) {
        record_.issues.push_back({code, severity, std::move(detail), 0});
    }

    // `text` is the source's own.
    void add(const WrittenTime& written, model::TimeSource source, const std::string& text);

    // A field that is there but is no time is said: zeros and blanks are what cameras write without a clock.
    // `offset` and `fraction` stand in fields of their own in EXIF.
    void addWritten(const std::string& text, model::TimeSource source, const std::string& offset = {},
                    const std::string& fraction = {});

    // Counted since 1970, UTC.
    void addInstant(std::int64_t utcMs, model::TimeSource source, const std::string& text);

    // What the name alone claims.
    void addFileName();
    // When the file was last written: mostly when it was copied.
    void addFileTime();

    // What is odd about the time that stands first. A claim whose text is `weak` may tell of anything.
    void judge(const std::string& weak = {});

    // The same without comparing it with the others: they tell of other things.
    void judgeAlone();

    static void addFraction(WrittenTime& time, const std::string& fraction);

private:
    // False, and said, for a clock that was never set and for what has not come yet.
    bool believable(const WrittenTime& written, const model::TimeClaim& claim);
    void issueFuture(const model::TimeClaim& claim);
    void push(model::TimeClaim claim);
    void compare(const std::string& weak);

    ItemRecord& record_;
    const ReadContext& context_;
    std::string zone_;
};

// As Ladder would add it.
model::TimeClaim claimOf(const WrittenTime& written, model::TimeSource source, const std::string& text,
                         const std::string& zone);

} // namespace core::format::photo
