// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/crash/disk_replay.h"

#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace tests {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSector = 512;

struct Node {
    std::string durable;
    std::vector<const RecordedOp*> pending; // Write, Truncate, Open that cut it
    bool isFolder = false;
};
using NodePtr = std::shared_ptr<Node>;
using Names = std::map<std::string, NodePtr>;

void play(std::string& content, const RecordedOp& op) {
    if (op.head.op == DiskOp::Open) {
        content.clear();
    } else if (op.head.op == DiskOp::Truncate) {
        content.resize(op.head.value);
    } else {
        if (content.size() < op.head.value + op.payload.size())
            content.resize(op.head.value + op.payload.size());
        content.replace(op.head.value, op.payload.size(), op.payload);
    }
}

// Only some sectors of a write.
void playTorn(std::string& content, const RecordedOp& op, std::mt19937& random) {
    for (std::size_t at = 0; at < op.payload.size(); at += kSector) {
        if (random() % 2 == 0) continue;
        RecordedOp part{op.head, {}, op.payload.substr(at, kSector)};
        part.head.value += at;
        play(content, part);
    }
}

// One of the contents that an unsynced file may have.
std::string contentAfterCrash(const Node& node, std::mt19937& random) {
    std::string content = node.durable;
    const unsigned mode = random() % 4; // all, none, any, a beginning with a torn end
    const std::size_t whole = node.pending.empty() ? 0 : random() % (node.pending.size() + 1);
    for (std::size_t i = 0; i < node.pending.size(); ++i) {
        const RecordedOp& op = *node.pending[i];
        const bool keep = mode == 0 || (mode == 2 && random() % 2 == 0) || (mode == 3 && i < whole);
        if (keep)
            play(content, op);
        else if (op.head.op == DiskOp::Write && (mode == 2 || (mode == 3 && i == whole)))
            playTorn(content, op, random);
    }
    return content;
}

// The names of a folder, what of them is durable, and the changes in between.
struct Disk {
    Names live, durable;
    std::vector<const RecordedOp*> journal;
    std::vector<NodePtr> journalNodes;
    std::map<std::uint32_t, NodePtr> handles;
    std::map<std::uint32_t, std::string> handleNames;

    static void change(Names& names, const RecordedOp& op, const NodePtr& node) {
        if (op.head.op == DiskOp::Rename) {
            names.erase(op.name);
            names[op.payload] = node;
        } else if (op.head.op == DiskOp::Unlink) {
            names.erase(op.name);
        } else {
            names[op.name] = node;
        }
    }
    void record(const RecordedOp& op, NodePtr node) { // a copy: the name may go
        change(live, op, node);
        journal.push_back(&op);
        journalNodes.push_back(std::move(node));
    }
    void open(const RecordedOp& op) {
        NodePtr node = live.contains(op.name) ? live[op.name] : nullptr;
        if (op.head.value == 1 || !node) {
            node = std::make_shared<Node>();
            record(op, node);
        } else if (op.head.value == 2) {
            node->pending.push_back(&op);
        }
        handles[op.head.handle] = node;
        handleNames[op.head.handle] = op.name;
    }
    void sync(const RecordedOp& op) {
        const NodePtr& node = handles.at(op.head.handle);
        if (node->isFolder) {
            durable = live;
            journal.clear();
            journalNodes.clear();
            return;
        }
        for (const RecordedOp* pending : node->pending) play(node->durable, *pending);
        node->pending.clear();
    }
};

std::string below(const std::string& path, const std::string& folder) {
    return path.size() <= folder.size() + 1 ? std::string() : path.substr(folder.size() + 1);
}

} // namespace

DiskReplay::DiskReplay(const fs::path& before, const fs::path& log, const std::string& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(before)) {
        const std::string name = entry.path().lexically_relative(before).string();
        if (entry.is_directory())
            before_[name + "/"];
        else
            before_[name] = readFile(entry.path());
    }
    const std::string bytes = readFile(log);
    for (std::size_t at = 0; at + sizeof(DiskRecord) <= bytes.size();) {
        RecordedOp op;
        std::memcpy(&op.head, bytes.data() + at, sizeof op.head);
        at += sizeof op.head;
        if (at + op.head.nameSize + op.head.payloadSize > bytes.size()) break;
        op.name = below(bytes.substr(at, op.head.nameSize), folder);
        op.payload = bytes.substr(at + op.head.nameSize, op.head.payloadSize);
        if (op.head.op == DiskOp::Rename) op.payload = below(op.payload, folder);
        at += op.head.nameSize + op.head.payloadSize;
        ops_.push_back(std::move(op));
    }
}

std::vector<std::string> DiskReplay::acknowledged(std::size_t crashAt) const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < crashAt; ++i)
        if (ops_[i].head.op == DiskOp::Acknowledge) lines.push_back(ops_[i].payload);
    return lines;
}

void DiskReplay::crash(std::size_t crashAt, std::mt19937& random, const fs::path& into) const {
    Disk disk;
    disk.live[""] = std::make_shared<Node>(Node{{}, {}, true});
    for (const auto& [name, content] : before_) {
        const bool isFolder = name.ends_with('/');
        disk.live[isFolder ? name.substr(0, name.size() - 1) : name] =
            std::make_shared<Node>(Node{content, {}, isFolder});
    }
    disk.durable = disk.live;
    for (std::size_t i = 0; i < crashAt; ++i) {
        const RecordedOp& op = ops_[i];
        switch (op.head.op) {
        case DiskOp::Open:
            disk.open(op);
            break;
        case DiskOp::Write:
        case DiskOp::Truncate:
            disk.handles.at(op.head.handle)->pending.push_back(&op);
            break;
        case DiskOp::Sync:
            if (!obeys_ || obeys_(disk.handleNames[op.head.handle])) disk.sync(op);
            break;
        case DiskOp::Rename:
        case DiskOp::Unlink:
            if (disk.live.contains(op.name)) disk.record(op, disk.live[op.name]);
            break;
        case DiskOp::MakeFolder:
            disk.record(op, std::make_shared<Node>(Node{{}, {}, true}));
            break;
        case DiskOp::Acknowledge:
            break;
        }
    }
    const std::size_t kept = random() % (disk.journal.size() + 1);
    for (std::size_t i = 0; i < kept; ++i) Disk::change(disk.durable, *disk.journal[i], disk.journalNodes[i]);
    fs::remove_all(into);
    for (const auto& [name, node] : disk.durable) { // folders come before what is in them
        const fs::path path = name.empty() ? into : into / name;
        if (node->isFolder)
            fs::create_directories(path);
        else
            std::ofstream(path, std::ios::binary) << contentAfterCrash(*node, random);
    }
}

} // namespace tests
