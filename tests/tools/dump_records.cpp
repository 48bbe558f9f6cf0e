// SPDX-License-Identifier: GPL-3.0-or-later
// Test tool: prints what the readers make of files, one JSON object a line and record. Not part of the
// program.
//   dump-records [--quiet] [--verify] [--hash] [--hash-too] [--reader CODE] FILE...
// --quiet prints only counts; --verify decodes every attachment again from its place in the file and compares
// the hash; --hash only reads and hashes the files (the yardstick of the benchmarks); --hash-too hashes them
// in the pass in which they are read.

#include "core/base/byte_source.h"
#include "core/base/sha256.h"
#include "core/format/registry.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace core;

namespace {

struct Options {
    bool quiet = false;
    bool verify = false;
    bool hashOnly = false;
    bool hashToo = false;
    std::string reader;
};

std::string jsonText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
            out += buffer;
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string people(const format::ItemRecord& record, model::ParticipantRole role) {
    std::string out = "[";
    for (const model::Participant& p : record.participants) {
        if (p.role != role) continue;
        if (out.size() > 1) out += ", ";
        out += "{\"id\": " + jsonText(p.id) + ", \"name\": " + jsonText(p.name) + "}";
    }
    return out + "]";
}

class Dump : public format::RecordSink {
public:
    Dump(fs::path path, const Options& options) : path_(std::move(path)), options_(options) {}

    void item(format::ItemRecord&& record) override {
        ++items;
        attachments += record.attachments.size();
        if (options_.verify) verify(record);
        if (!options_.quiet) print(record);
    }
    void issue(const model::Issue& issue) override {
        if (!options_.quiet)
            std::cout << "{\"file\": " << jsonText(path_.string()) << ", \"issue\": \""
                      << model::codeOf(issue.code) << "\", \"detail\": " << jsonText(issue.detail) << "}\n";
    }
    void position(std::uint64_t) override {}

    std::uint64_t items = 0;
    std::uint64_t attachments = 0;
    std::uint64_t wrong = 0;

private:
    void verify(const format::ItemRecord& record) {
        std::ifstream in(path_, std::ios::binary);
        for (const model::Attachment& a : record.attachments) {
            std::string bytes(a.encodedLength, '\0');
            in.clear();
            in.seekg(static_cast<std::streamoff>(a.offset));
            in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            const std::string decoded = base::decodeTransfer(a.encoding, bytes);
            if (decoded.size() == a.size && base::sha256(decoded) == a.sha256) continue;
            ++wrong;
            std::cerr << "attachment differs from its place: " << path_ << ' ' << a.name << '\n';
        }
    }

    void print(const format::ItemRecord& r) {
        std::cout << "{\"file\": " << jsonText(path_.string()) << ", \"index\": " << r.index
                  << ", \"kind\": \"" << model::codeOf(r.kind) << "\", \"offset\": " << r.offset
                  << ", \"length\": " << r.length << ", \"message_id\": " << jsonText(r.messageId);
        std::cout << ", \"time\": ";
        if (r.times.empty())
            std::cout << "null";
        else
            std::cout << jsonText(base::toRfc3339(r.times.front().time.utcMs));
        std::cout << ", \"times\": [";
        for (std::size_t i = 0; i < r.times.size(); ++i) {
            const model::TimeClaim& t = r.times[i];
            std::cout << (i ? ", " : "") << "{\"source\": \"" << model::codeOf(t.source)
                      << "\", \"utc\": " << jsonText(base::toRfc3339(t.time.utcMs)) << ", \"offset\": "
                      << (t.time.offsetSeconds ? std::to_string(*t.time.offsetSeconds) : "null")
                      << ", \"written\": " << jsonText(t.asWritten) << "}";
        }
        std::cout << "], \"from\": " << people(r, model::ParticipantRole::From)
                  << ", \"to\": " << people(r, model::ParticipantRole::To)
                  << ", \"cc\": " << people(r, model::ParticipantRole::Cc)
                  << ", \"subject\": " << jsonText(r.subject) << ", \"text\": " << jsonText(r.text)
                  << ", \"attachments\": [";
        for (std::size_t i = 0; i < r.attachments.size(); ++i) {
            const model::Attachment& a = r.attachments[i];
            std::cout << (i ? ", " : "") << "{\"name\": " << jsonText(a.name)
                      << ", \"type\": " << jsonText(a.type) << ", \"size\": " << a.size << ", \"sha256\": \""
                      << base::toHex(a.sha256) << "\", \"offset\": " << a.offset
                      << ", \"encoded\": " << a.encodedLength
                      << ", \"inline\": " << (a.isInline ? "true" : "false") << "}";
        }
        std::cout << "], \"references\": [";
        for (std::size_t i = 0; i < r.references.size(); ++i)
            std::cout << (i ? ", " : "") << jsonText(r.references[i]);
        std::cout << "], \"direction\": \"" << model::codeOf(r.direction) << '"';
        printKind(r);
        std::cout << ", \"issues\": [";
        for (std::size_t i = 0; i < r.issues.size(); ++i)
            std::cout << (i ? ", " : "")
                      << jsonText(std::string(model::codeOf(r.issues[i].code)) + ": " + r.issues[i].detail);
        std::cout << "], \"identity\": \"" << base::toHex(base::sha256(r.identity)) << "\"}\n";
    }

    static void printKind(const format::ItemRecord& r) {
        if (r.call)
            std::cout << ", \"call\": {\"type\": \"" << model::codeOf(r.call->type)
                      << "\", \"seconds\": " << r.call->durationSeconds << "}";
        if (!r.photo) return;
        std::cout << ", \"photo\": {\"width\": " << r.photo->width << ", \"height\": " << r.photo->height
                  << ", \"orientation\": " << r.photo->orientation
                  << ", \"camera\": " << jsonText(r.photo->camera)
                  << ", \"screenshot\": " << (r.photo->isScreenshot ? "true" : "false");
        if (r.photo->gps)
            std::cout << ", \"gps\": [" << r.photo->gps->latitude << ", " << r.photo->gps->longitude << "]";
        std::cout << "}";
    }

    fs::path path_;
    const Options& options_;
};

// Hashes what is read through it.
class HashingSource : public base::ByteSource {
public:
    explicit HashingSource(base::ByteSource& source) : source_(source) {}
    ~HashingSource() override { hash_.finish(); }
    HashingSource(const HashingSource&) = delete;
    HashingSource& operator=(const HashingSource&) = delete;
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = source_.read(buffer, capacity);
        hash_.update({buffer, n});
        return n;
    }

private:
    base::ByteSource& source_;
    base::Sha256 hash_;
};

void hashFile(const fs::path& path) {
    base::FileSource source(path);
    base::Sha256 hash;
    std::vector<char> buffer(std::size_t{256} << 10);
    while (const std::size_t n = source.read(buffer.data(), buffer.size())) hash.update({buffer.data(), n});
    std::cout << base::toHex(hash.finish()) << "  " << path.string() << '\n';
}

const format::Reader* choose(const fs::path& path, const Options& options) {
    if (!options.reader.empty()) return format::readerByCode(options.reader);
    std::string head(65536, '\0');
    base::FileSource source(path);
    head.resize(source.read(head.data(), head.size()));
    return format::findReader({head, path.filename().string(), fs::file_size(path)});
}

bool dumpFile(const fs::path& path, const Options& options) {
    if (options.hashOnly) {
        hashFile(path);
        return true;
    }
    const format::Reader* reader = choose(path, options);
    if (!reader) {
        std::cerr << "no reader: " << path.string() << '\n';
        return true;
    }
    format::ReadContext context;
    context.fileName = path.filename().string();
    context.size = fs::file_size(path);
    context.zone = "Europe/Copenhagen";
    base::FileSource source(path);
    Dump dump(path, options);
    if (options.hashToo) {
        HashingSource hashing(source);
        reader->read(hashing, context, dump);
    } else {
        reader->read(source, context, dump);
    }
    if (options.quiet || options.verify)
        std::cerr << path.string() << ": " << reader->code() << ", " << dump.items << " records, "
                  << dump.attachments << " attachments, " << dump.wrong << " wrong\n";
    return dump.wrong == 0;
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    Options options;
    bool isGood = true;
    try {
        for (int i = 1; i < argc; ++i) {
            const std::string argument = argv[i];
            if (argument == "--quiet")
                options.quiet = true;
            else if (argument == "--verify")
                options.verify = true;
            else if (argument == "--hash")
                options.hashOnly = true;
            else if (argument == "--hash-too")
                options.hashToo = true;
            else if (argument == "--reader" && i + 1 < argc)
                options.reader = argv[++i];
            else
                isGood = dumpFile(argument, options) && isGood;
        }
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
    return isGood ? 0 : 1;
}
