// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/stream.h"

#include "core/format/json/path.h"
#include "core/format/json/recovery.h"

namespace core::format::json {

namespace {

using model::IssueCode;
using model::IssueSeverity;

IssueCode codeFor(Outcome outcome) {
    switch (outcome) {
    case Outcome::TooDeep:
        return IssueCode::TooDeep;
    case Outcome::TooLarge:
        return IssueCode::TooLarge;
    case Outcome::Cut:
        return IssueCode::Truncated;
    default:
        return IssueCode::Malformed;
    }
}

class Walk {
public:
    Walk(base::ByteSource& source, const std::vector<std::string>& paths, Visitor& visitor, RecordSink& sink,
         const Limits& limits)
        : input_(source, sink), parser_(input_, limits), visitor_(visitor), sink_(sink) {
        for (const std::string& path : paths) paths_.push_back(pathOf(path));
    }

    void run() {
        input_.skipByteOrderMark();
        std::vector<std::size_t> all(paths_.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        while (!isOver_ && input_.peekPastBlanks() != Input::kEnd) {
            const std::uint64_t begin = input_.offset();
            if (isClosing(input_.peek()) || input_.peek() == ',') { // nothing is open here
                issue(IssueCode::Malformed, IssueSeverity::Odd, begin);
                return;
            }
            value(all);
        }
    }

private:
    using Alive = std::vector<std::size_t>; // paths that lead to the current place

    std::size_t depth() const { return place_.names.size(); }

    // The next byte begins a value.
    void value(const Alive& alive) {
        const int c = input_.peek();
        for (const std::size_t path : alive)
            if (paths_[path].size() == depth()) return element(path);
        if (c == '{' && leads(alive, false)) return container(alive, '}');
        if (c == '[' && leads(alive, true)) return container(alive, ']');
        if (c == '{' || c == '[') {
            const std::uint64_t begin = input_.offset();
            if (!skipValue(input_)) cut(begin, IssueSeverity::Odd);
            return;
        }
        Value field;
        if (parsed(field)) visitor_.field(place_, std::move(field));
    }

    void element(std::size_t path) {
        Value value;
        if (parsed(value)) visitor_.element(path, place_, std::move(value));
    }

    // Reads one value whole; otherwise says why not and goes to where the next may begin.
    bool parsed(Value& value) {
        const std::uint64_t begin = input_.offset();
        const char next = inObject_ ? '"' : static_cast<char>(input_.peek());
        const Outcome outcome = parser_.parse(value);
        if (outcome == Outcome::Whole) return true;
        if (outcome == Outcome::Cut) {
            cut(begin, IssueSeverity::Skipped);
            return false;
        }
        issue(codeFor(outcome), IssueSeverity::Skipped, begin);
        const Break at{parser_.nest(), parser_.inString(), outcome == Outcome::Bad, next};
        if (recover(input_, at) == Recovered::Ended) cut(begin, IssueSeverity::Skipped);
        return false;
    }

    bool leads(const Alive& alive, bool intoList) const {
        for (const std::size_t path : alive)
            if (paths_[path].size() > depth() &&
                (paths_[path][depth()].kind == Step::Kind::Element) == intoList)
                return true;
        return false;
    }

    void container(const Alive& alive, char close) {
        input_.skip();
        visitor_.enter(place_);
        while (!isOver_) {
            const int c = input_.peekPastBlanks();
            if (c == Input::kEnd) {
                cut(input_.offset(), IssueSeverity::Odd);
            } else if (c == ',') {
                input_.skip();
            } else if (isClosing(c)) {
                if (c != close) issue(IssueCode::Malformed, IssueSeverity::Odd, input_.offset());
                input_.skip();
                break;
            } else if (close == ']') {
                step(alive, "[]", true);
            } else {
                member(alive);
            }
        }
        visitor_.leave(place_);
    }

    void member(const Alive& alive) {
        const std::uint64_t begin = input_.offset();
        std::string name;
        const Outcome outcome = input_.peek() == '"' ? parser_.parseKey(name) : Outcome::Bad;
        if (outcome == Outcome::Cut) return cut(begin, IssueSeverity::Odd);
        const int c = outcome == Outcome::Whole ? input_.peekPastBlanks() : 0;
        if (c == Input::kEnd) return cut(begin, IssueSeverity::Odd);
        if (c == ':') {
            input_.skip();
            const int first = input_.peekPastBlanks();
            if (first == Input::kEnd) return cut(begin, IssueSeverity::Odd);
            if (first != ',' && !isClosing(first)) return step(alive, name, false);
        }
        issue(codeFor(outcome), IssueSeverity::Skipped, begin);
        const Break at{0, outcome == Outcome::TooLarge, outcome == Outcome::Bad, '"'};
        if (recover(input_, at) == Recovered::Ended) cut(begin, IssueSeverity::Skipped);
    }

    void step(const Alive& alive, const std::string& name, bool isElement) {
        Alive further;
        for (const std::size_t path : alive) {
            if (paths_[path].size() <= depth()) continue;
            const Step& next = paths_[path][depth()];
            if (isElement ? next.kind == Step::Kind::Element
                          : next.kind == Step::Kind::AnyName ||
                                (next.kind == Step::Kind::Name && next.name == name))
                further.push_back(path);
        }
        place_.names.push_back(name);
        inObject_ = !isElement;
        value(further);
        place_.names.pop_back();
    }

    // The file ended in the middle of what began there.
    void cut(std::uint64_t offset, IssueSeverity severity) {
        if (!isOver_) issue(IssueCode::Truncated, severity, offset);
        isOver_ = true;
    }

    void issue(IssueCode code, IssueSeverity severity, std::uint64_t offset) {
        sink_.issue({code, severity, place_.path(), offset});
    }

    Input input_;
    ValueParser parser_;
    std::vector<Path> paths_;
    Visitor& visitor_;
    RecordSink& sink_;
    Place place_;
    bool inObject_ = false; // the value that is read is a member
    bool isOver_ = false;
};

class Silent : public RecordSink {
public:
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
};

} // namespace

std::string Place::path() const {
    std::string all;
    for (const std::string& name : names) {
        if (!all.empty() && name != "[]") all += '.';
        all += name;
    }
    return all;
}

void read(base::ByteSource& source, const std::vector<std::string>& paths, Visitor& visitor, RecordSink& sink,
          const Limits& limits) {
    Walk(source, paths, visitor, sink, limits).run();
}

void readLines(base::ByteSource& source, Visitor& visitor, RecordSink& sink, const Limits& limits) {
    Input input(source, sink);
    ValueParser parser(input, limits, true);
    const Place place;
    input.skipByteOrderMark();
    while (input.peekPastBlanks() != Input::kEnd) {
        const std::uint64_t begin = input.offset();
        Value value;
        Outcome outcome = parser.parse(value);
        int behind = input.peek();
        while (outcome == Outcome::Whole && (behind == ' ' || behind == '\t' || behind == '\r')) {
            input.skip();
            behind = input.peek();
        }
        if (outcome == Outcome::Whole && behind != '\n' && behind != Input::kEnd) outcome = Outcome::Bad;
        if (outcome == Outcome::Whole) {
            visitor.element(0, place, std::move(value));
            continue;
        }
        sink.issue({codeFor(outcome), IssueSeverity::Skipped, {}, begin});
        skipLine(input);
    }
}

std::optional<Value> parse(std::string_view bytes, const Limits& limits) {
    base::MemorySource source(bytes);
    Silent sink;
    Input input(source, sink);
    input.skipByteOrderMark();
    ValueParser parser(input, limits);
    Value value;
    if (parser.parse(value) != Outcome::Whole || input.peekPastBlanks() != Input::kEnd) return std::nullopt;
    return value;
}

} // namespace core::format::json
