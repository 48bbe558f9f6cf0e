// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/whatsapp_reader.h"

#include "core/base/joined_source.h"
#include "core/format/whatsapp/chat_reading.h"
#include "core/format/whatsapp/survey.h"
#include "core/format/whatsapp/words.h"

#include <map>
#include <tuple>

namespace core::format {

namespace {

using whatsapp::Line;

// Lets the user stop a first look without telling any progress.
class Waiting : public RecordSink {
public:
    explicit Waiting(RecordSink* sink) : sink_(sink) {}
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {
        if (sink_ != nullptr) sink_->position(0);
    }

private:
    RecordSink* sink_;
};

constexpr std::uint64_t kAll = ~std::uint64_t{0};
constexpr std::size_t kFirstLook = 1024 * 1024;

bool hasTrace(std::string_view head) {
    if (head.find("WhatsApp") != std::string_view::npos) return true;
    if (head.find("] \xE2\x80\x8E") != std::string_view::npos ||
        head.find(": \xE2\x80\x8E") != std::string_view::npos)
        return true;
    for (std::size_t at = head.find("-WA"); at != std::string_view::npos; at = head.find("-WA", at + 1))
        if (at + 7 <= head.size() &&
            head.substr(at + 3, 4).find_first_not_of("0123456789") == std::string_view::npos)
            return true;
    return false;
}

} // namespace

Confidence WhatsAppReader::probe(const ProbeInput& input) const {
    base::MemorySource source(input.head);
    Waiting silent(nullptr);
    whatsapp::Lines lines(source, silent);
    Line line;
    std::map<whatsapp::HeaderShape, std::pair<int, int>> shapes; // headers, and those with a name
    bool isFirst = true;
    bool beginsWithHeader = false;
    for (int count = 0; count < 400 && lines.next(line); ++count) {
        if (line.text.find('\0') != std::string::npos) return Confidence::No;
        if (line.text.find_first_not_of(" \t") == std::string::npos) continue;
        const auto header = whatsapp::headerOf(line.text);
        if (header) {
            auto& [headers, spoken] = shapes[header->shape];
            ++headers;
            if (line.text.find(": ", header->rest) != std::string::npos) ++spoken;
        }
        if (isFirst) beginsWithHeader = header.has_value();
        isFirst = false;
        if (count == 0 && !header && line.text.find('<') == 0) return Confidence::No;
    }
    int headers = 0;
    int spoken = 0;
    for (const auto& [shape, counts] : shapes)
        if (counts.first > headers) std::tie(headers, spoken) = counts;
    if (headers == 0 || (!beginsWithHeader && headers < 3)) return Confidence::No;
    const bool isNamed = input.fileName == "_chat.txt" || !whatsapp::chatNameOf(input.fileName).empty();
    if (isNamed || hasTrace(input.head)) return Confidence::Likely;
    // Other programs write dates in front of lines too: a log, notes, another messenger's text.
    return beginsWithHeader && spoken * 2 >= headers ? Confidence::Maybe : Confidence::No;
}

void WhatsAppReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    whatsapp::Survey survey;
    Waiting waiting(&sink);
    if (auto* seekable = dynamic_cast<base::SeekableSource*>(&source)) {
        survey.look(source, waiting, context.nowMs, kAll);
        survey.decide(context.dateOrder, whatsapp::chatOf(context));
        seekable->seek(0);
        return whatsapp::ChatReading(context, survey, sink).run(source);
    }
    const std::string first = base::readHead(source, kFirstLook);
    base::MemorySource beginning(first);
    survey.look(beginning, waiting, context.nowMs, kAll);
    survey.decide(context.dateOrder, whatsapp::chatOf(context));
    base::JoinedSource both(first, source);
    whatsapp::ChatReading(context, survey, sink).run(both);
}

} // namespace core::format
