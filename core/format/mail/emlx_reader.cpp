// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/emlx_reader.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/mail_giver.h"
#include "core/format/mail/opened_part.h"
#include "core/format/mail/probe_headers.h"

#include <charconv>

namespace core::format {

namespace {

using mail::Line;

constexpr std::size_t kMaxCountLine = 32;                     // digits and the blanks behind them
constexpr std::size_t kMaxProperties = std::size_t{64} << 10; // bytes
constexpr std::size_t kPropertiesHead = 200;                  // bytes in which the next line must begin
constexpr std::string_view kXml = "<?xml";
constexpr std::uint64_t kDraftFlag = 1U << 6U;

// The count of bytes in the first line; none where it is something else.
std::optional<std::uint64_t> countIn(std::string_view line) {
    line = mail::trim(line);
    std::uint64_t count = 0;
    const auto [p, error] = std::from_chars(line.data(), line.data() + line.size(), count);
    if (error != std::errc{} || p != line.data() + line.size()) return std::nullopt;
    return count;
}

// The number behind <key>flags</key>; 0 where there is none.
std::uint64_t flagsIn(std::string_view properties) {
    constexpr std::string_view kKey = "<key>flags</key>";
    constexpr std::string_view kValue = "<integer>";
    const std::size_t key = properties.find(kKey);
    if (key == std::string_view::npos) return 0;
    std::string_view rest = mail::trim(properties.substr(key + kKey.size()));
    if (!rest.starts_with(kValue)) return 0;
    rest.remove_prefix(kValue.size());
    std::uint64_t flags = 0;
    std::from_chars(rest.data(), rest.data() + rest.size(), flags);
    return flags;
}

class Apart {
public:
    Apart(base::ByteSource& source, const ReadContext& context, RecordSink& sink, ChildSink* files)
        : files_(files), lines_(source, sink), parser_(lines_, false), context_(context), sink_(sink) {}

    void run() {
        Line line;
        if (!lines_.next(line)) return;
        const auto count = countIn(line.text);
        begin_ = line.end();
        if (!count) {
            sink_.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, "emlx", 0});
            return;
        }
        isCounted_ = *count <= context_.size - std::min(context_.size, begin_);
        end_ = begin_ + *count;
        if (!isCounted_) doubt(begin_);
        parser_.begin();
        while (lines_.next(line)) take(line);
        give();
    }

private:
    void take(const Line& line) {
        if (inProperties_) {
            keepProperties(line);
        } else if (isCounted_ && line.end() > end_) {
            takeBehindCount(line);
        } else if (!isCounted_ && isPropertiesStart(line)) {
            startProperties(line, line.offset);
        } else {
            feed(line);
        }
    }

    void feed(const Line& line) {
        contentEnd_ = line.end();
        parser_.line(line);
        const std::size_t room = isCounted_ ? static_cast<std::size_t>(end_ - lines_.offset()) : 0;
        lines_.consume(parser_.bulk(lines_.peek().substr(0, room), lines_.offset()));
        contentEnd_ = std::max(contentEnd_, lines_.offset());
    }

    // A line at or over the end of the counted bytes. A count that is wrong is not followed.
    void takeBehindCount(const Line& line) {
        const auto inside = static_cast<std::size_t>(end_ - std::min(end_, line.offset));
        if (line.text.size() >= inside && line.text.substr(inside).starts_with(kXml)) {
            Line first = line;
            first.text = line.text.substr(0, inside);
            first.eol = {};
            Line rest = line;
            rest.text = line.text.substr(inside);
            startProperties(rest, end_);
            if (inside > 0) parser_.line(first);
            return;
        }
        if (mail::trim(line.text).empty() && inside == 0) return;
        isCounted_ = false;
        doubt(line.offset);
        take(line);
    }

    bool isPropertiesStart(const Line& line) {
        if (!line.text.starts_with(kXml) || line.end() != lines_.offset()) return false;
        // Looking ahead moves the bytes under the line, so it is asked only of what lies there already.
        const std::string_view next = mail::trim(lines_.peek().substr(0, kPropertiesHead));
        return next.starts_with("<!DOCTYPE plist") || next.starts_with("<plist");
    }

    void startProperties(const Line& line, std::uint64_t contentEnd) {
        inProperties_ = true;
        contentEnd_ = contentEnd;
        keepProperties(line);
    }

    void keepProperties(const Line& line) {
        if (properties_.size() < kMaxProperties) properties_.append(line.text).append("\n");
    }

    void doubt(std::uint64_t offset) {
        issues_.push_back({model::IssueCode::CountDiffers, model::IssueSeverity::Odd, "bytes", offset});
    }

    void give() {
        if (contentEnd_ <= begin_) {
            sink_.issue({model::IssueCode::Truncated, model::IssueSeverity::Skipped, "emlx", begin_});
            return;
        }
        if ((flagsIn(properties_) & kDraftFlag) != 0)
            issues_.push_back({model::IssueCode::NotSent, model::IssueSeverity::Note, "draft", begin_});
        std::string folder = "Attachments/" + context_.fileName.substr(0, context_.fileName.find('.'));
        mail::MailGiver(context_, sink_, files_)
            .give(parser_, contentEnd_,
                  {begin_, contentEnd_, std::nullopt, std::move(issues_), std::move(folder)});
    }

    ChildSink* files_; // where given, it is unpacked and not read
    mail::LineReader lines_;
    mail::MailParser parser_;
    const ReadContext& context_;
    RecordSink& sink_;
    std::uint64_t begin_ = 0;
    std::uint64_t end_ = 0;        // by the count
    std::uint64_t contentEnd_ = 0; // of what was given to the parser
    bool isCounted_ = false;       // the count is believed
    bool inProperties_ = false;
    std::string properties_;
    std::vector<model::Issue> issues_;
};

} // namespace

Confidence EmlxReader::probe(const ProbeInput& input) const {
    const std::size_t end = input.head.find('\n');
    if (end == std::string_view::npos || end == 0 || end > kMaxCountLine) return Confidence::No;
    if (!countIn(input.head.substr(0, end))) return Confidence::No;
    return mail::probeHeaders(input.head.substr(end + 1));
}

void EmlxReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Apart(source, context, sink, nullptr).run();
}

void EmlxReader::unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const {
    if (!mail::mayHoldParts(source, sink)) return;
    source.seek(0);
    mail::UnpackingSink passing(sink);
    Apart(source, context, passing, &sink).run();
}

} // namespace core::format
