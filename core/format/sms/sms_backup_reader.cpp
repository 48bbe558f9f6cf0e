// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/sms_backup_reader.h"

#include "core/format/sms/message_records.h"
#include "core/format/sms/mms_record.h"
#include "core/format/sms/repeats.h"
#include "core/format/sms/utf16.h"

namespace core::format {

namespace {

using model::IssueCode;
using model::IssueSeverity;
using sms::Attribute;
using sms::Element;
using sms::TagScanner;

constexpr std::int64_t kMostRecords = 1'000'000'000'000; // a larger count is no count

class Reading {
public:
    Reading(base::ByteSource& source, const ReadContext& context, RecordSink& sink)
        : input_(source, sink), scanner_(input_), context_(context), sink_(sink) {}

    void run() {
        for (;;) {
            switch (scanner_.next()) {
            case TagScanner::Event::Open:
                open();
                break;
            case TagScanner::Event::Close:
                close();
                break;
            case TagScanner::Event::Broken:
                broken();
                break;
            case TagScanner::Event::Truncated:
                return ended(true);
            case TagScanner::Event::End:
                return ended(false);
            }
        }
    }

private:
    void open() {
        switch (scanner_.element()) {
        case Element::Root:
            root();
            break;
        case Element::Sms:
            single(sms::smsRecord(scanner_, context_.nowMs));
            break;
        case Element::Call:
            single(sms::callRecord(scanner_, context_.nowMs));
            break;
        case Element::Mms:
            finishMms(scanner_.begin());
            ++seen_;
            mms_.begin(scanner_, context_.nowMs);
            if (scanner_.isEmptyElement()) finishMms(scanner_.end());
            break;
        case Element::Part:
            if (mms_.isOpen()) mms_.addPart(scanner_);
            break;
        case Element::Addr:
            if (mms_.isOpen()) mms_.addAddress(scanner_);
            break;
        case Element::Other:
            break;
        }
    }

    void root() {
        repeats_.startExport();
        rootIsOpen_ = !scanner_.isEmptyElement();
        const std::string count(scanner_.get(Attribute::Count));
        const auto expected = sms::numberFrom(count);
        if (expected && *expected >= 0 && *expected < kMostRecords)
            expected_ = expected_.value_or(0) + *expected; // several exports in one file add up
        if (!scanner_.unknownCharset().empty())
            issue(IssueCode::UnknownCharset, IssueSeverity::Odd, scanner_.unknownCharset(), 0);
    }

    void single(std::optional<ItemRecord> record) {
        finishMms(scanner_.begin());
        ++seen_;
        if (record)
            emit(std::move(*record));
        else
            issue(IssueCode::Malformed, IssueSeverity::Skipped, "no address, date or text", scanner_.begin());
    }

    void close() {
        if (scanner_.element() == Element::Mms) finishMms(scanner_.end());
        if (scanner_.element() == Element::Root) rootIsOpen_ = false;
    }

    void broken() {
        const Element element = scanner_.element();
        if (element == Element::Sms || element == Element::Call || element == Element::Mms) {
            finishMms(scanner_.begin());
            ++seen_;
            issue(IssueCode::Malformed, IssueSeverity::Skipped, std::to_string(seen_), scanner_.begin());
        } else if (mms_.isOpen()) {
            mms_.partBroken(scanner_.begin());
        } else {
            issue(IssueCode::Malformed, IssueSeverity::Odd, {}, scanner_.begin());
        }
    }

    void finishMms(std::uint64_t end) {
        if (mms_.isOpen()) emit(mms_.finish(end));
    }

    void emit(ItemRecord&& record) {
        record.index = seen_;
        repeats_.tellApart(record);
        sink_.item(std::move(record));
    }

    void ended(bool inTag) {
        // A message without its end may lack what matters most: it stays in the original, and is reported.
        if (mms_.isOpen()) {
            issue(IssueCode::Truncated, IssueSeverity::Skipped, std::to_string(seen_), mms_.offset());
            mms_.drop();
        } else if (inTag || rootIsOpen_) {
            issue(IssueCode::Truncated, inTag ? IssueSeverity::Skipped : IssueSeverity::Odd, {},
                  scanner_.begin());
        }
        if (expected_ && static_cast<std::uint64_t>(*expected_) != seen_)
            issue(IssueCode::CountDiffers, IssueSeverity::Note,
                  std::to_string(*expected_) + "/" + std::to_string(seen_), 0);
    }

    void issue(IssueCode code, IssueSeverity severity, std::string detail, std::uint64_t offset) {
        sink_.issue({code, severity, std::move(detail), offset});
    }

    sms::InputBuffer input_;
    TagScanner scanner_;
    const ReadContext& context_;
    RecordSink& sink_;
    sms::MmsRecord mms_;
    sms::Repeats repeats_;
    std::uint64_t seen_ = 0; // records begun, the skipped ones too
    std::optional<std::int64_t> expected_;
    bool rootIsOpen_ = false;
};

// The head without its byte order mark, blanks, comments, instructions and document type.
std::string_view withoutProlog(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    for (;;) {
        const std::size_t at = head.find_first_not_of(" \t\r\n");
        head.remove_prefix(at == std::string_view::npos ? head.size() : at);
        std::string_view end;
        if (head.starts_with("<!--"))
            end = "-->";
        else if (head.starts_with("<?"))
            end = "?>";
        else if (head.starts_with("<!"))
            end = head.find('[') < head.find('>') ? "]>" : ">";
        else
            return head;
        const std::size_t stop = head.find(end, 2);
        if (stop == std::string_view::npos) return {};
        head.remove_prefix(stop + end.size());
    }
}

bool beginsWithTag(std::string_view head, std::string_view name) {
    if (!head.starts_with("<") || !head.substr(1).starts_with(name)) return false;
    const std::size_t after = 1 + name.size();
    return after < head.size() && std::string_view(" \t\r\n>/").find(head[after]) != std::string_view::npos;
}

} // namespace

Confidence SmsBackupReader::probe(const ProbeInput& input) const {
    std::string utf8;
    const auto order = sms::utf16Order(input.head);
    if (order) sms::appendUtf16(utf8, input.head, *order, true);
    const std::string_view head = withoutProlog(order ? std::string_view(utf8) : input.head);
    for (const char* root : {"smses", "allsms", "calls"})
        if (beginsWithTag(head, root)) return Confidence::Certain;
    // A file that lost its beginning, or was put together by hand.
    for (const char* record : {"sms", "mms", "call"})
        if (beginsWithTag(head, record) && head.find(" date=") != std::string_view::npos)
            return Confidence::Likely;
    return Confidence::No;
}

void SmsBackupReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading(source, context, sink).run();
}

} // namespace core::format
