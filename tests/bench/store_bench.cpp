// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a case with messages and looks at it, step by step, and prints "name CPU-seconds wall-seconds" or
// "name number" a line; run.py makes the table. Not a test: it judges nothing.
//
//   store-bench fill|look FOLDER MESSAGES [plain]
//
// With `plain` the same code runs on a database without a key, as the floor of what the cipher costs.
#include "core/import/item_writer.h"
#include "core/query/case_reader.h"
#include "core/store/case_store.h"
#include "core/store/key_file.h"
#include "tests/bench/bench_messages.h"
#include "tests/bench/watch.h"
#include "ui/common/case_load.h"

#include <cstring>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include <sqlite3.h>

namespace {
bool isPlain = false;
} // namespace

// The linker sends the program's calls of sqlite3_key here (--wrap).
extern "C" int __real_sqlite3_key(sqlite3* db, const void* key, int size);
extern "C" int __wrap_sqlite3_key(sqlite3* db, const void* key, int size) {
    if (!isPlain) return __real_sqlite3_key(db, key, size);
    return sqlite3_exec(db, "PRAGMA page_size = 8192", nullptr, nullptr, nullptr);
}

namespace {

namespace fs = std::filesystem;
using bench::say;
using bench::timed;
using bench::Watch;
using core::query::CaseReader;
using core::query::ItemFilter;
using core::store::CaseStore;

constexpr const char* kPassphrase = "en lang sætning til målingen";
constexpr std::size_t kPage = 50; // rows that a window shows
constexpr std::uint64_t kSeed = 20;

// The export as a stream, made while it is read.
class ExportSource : public core::base::ByteSource {
public:
    explicit ExportSource(std::uint64_t count) : left_(count), messages_(kSeed) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        while (rest_.size() < capacity && left_ > 0) {
            --left_;
            rest_ += messages_.exportLine(messages_.next());
        }
        const std::size_t count = std::min(capacity, rest_.size());
        std::memcpy(buffer, rest_.data(), count);
        rest_.erase(0, count);
        return count;
    }

private:
    std::uint64_t left_;
    bench::Messages messages_;
    std::string rest_;
};

core::model::Id addSource(CaseStore& store, std::uint64_t count) {
    ExportSource source(count);
    core::base::Progress progress;
    const core::store::StoredObject object = store.vault().store(source, progress);
    core::store::Database& db = store.database();
    core::store::WriteTransaction transaction(store.writeGate(), db);
    db.execute("INSERT INTO import_run(id, begun_ms) VALUES (1, 0)");
    db.prepare("INSERT INTO original(id, object_id, sha256, size) VALUES (1, ?, ?, ?)")
        .with(object.objectId, core::base::toHex(object.sha256), static_cast<std::int64_t>(object.size))
        .run();
    db.execute(
        "INSERT INTO source(id, run_id, original_id, name, path, format, zone, imported_ms) VALUES (1, 1, 1, "
        "'sms.xml', 'sms.xml', 'sms-backup', 'Europe/Copenhagen', 0)");
    transaction.commit();
    store.vault().settle(object.objectId);
    std::cout << "original " << object.size << std::endl;
    return 1;
}

void fill(const fs::path& folder, std::uint64_t count) {
    const core::base::Clock clock;
    const auto store =
        CaseStore::create(folder, kPassphrase, "", "Europe/Copenhagen", core::store::KdfCost::Fast, clock);
    const core::model::Id source = addSource(*store, count);
    bench::Messages messages(kSeed);
    core::import::FileReport report;
    core::import::ItemWriter writer(store->database(), store->writeGate(), source, report);
    constexpr std::uint64_t kMade = 5000; // at a time, outside the measured time
    std::vector<core::format::ItemRecord> made;
    Watch insert;
    std::uint64_t textBytes = 0;
    for (std::uint64_t done = 0; done < count;) {
        made.clear();
        for (; made.size() < kMade && done < count; ++done) made.push_back(messages.next());
        for (const auto& record : made) textBytes += record.text.size();
        insert.go();
        for (auto& record : made) writer.write(std::move(record));
        insert.stop();
    }
    insert.go();
    writer.finish([&] {
        store->database().execute("UPDATE source SET complete = 1");
        core::store::appendCustody(store->database(), clock, "import", "source 1",
                                   R"({"rows":")" + writer.digest() + R"("})");
    });
    store->database().checkpoint();
    insert.stop();
    say("insert", insert);
    std::cout << "text " << textBytes << std::endl;
}

// The rows that the window shows first.
void firstPage(const CaseReader& reader, const std::string& name, const std::string& words) {
    ItemFilter filter;
    filter.search = words;
    timed(name, [&] {
        const auto ids = reader.firstIds(filter, true, kPage);
        reader.rows(ids);
    });
}

// All that the window makes of a case, or of a search: the first rows, then everything.
void everything(const CaseReader& reader) {
    using namespace ui::common;
    std::shared_ptr<const ViewData> data;
    timed("window-first", [&] { loadFirstPage(reader, nullptr, {}, {}); });
    timed("window", [&] { data = loadView(reader, nullptr, {}, {}); });
    ViewFilter filter;
    for (const auto& [name, word] :
         {std::pair("whole-common", "ikke"), std::pair("whole-rare", "gynækolog")}) {
        filter.items.search = word;
        timed(name, [&, step = filter] { loadView(reader, data->whole, step, {}); });
    }
    filter = {};
    filter.items.kinds = {core::model::ItemKind::Sms};
    timed("whole-kind", [&] { loadView(reader, data->whole, filter, {}); });
}

void look(const fs::path& folder) {
    const core::base::Clock clock;
    timed("key", [&] { core::store::openKeyFiles(folder, kPassphrase); });
    std::unique_ptr<CaseStore> store;
    timed("open", [&] { store = CaseStore::open(folder, kPassphrase, clock); });
    auto reader = CaseReader::onOwnConnection(*store);
    firstPage(*reader, "first-page", "");
    const std::map<std::string, std::string> words = {
        {"common", "ikke"}, {"rare", "gynækolog"},   {"rare-part", "ynækol"}, {"some", "hvæsende"},
        {"letter", "å"},    {"rare-letter", "q"},    {"two", "så"},           {"rare-two", "yn"},
        {"three", "kke"},   {"folded", "HVAESENDE"}, {"none", "findesikke"},  {"both", "ikke gynækolog"}};
    for (const auto& [what, text] : words) firstPage(*reader, "search-" + what, text);
    everything(*reader);
    timed("verify", [&] { std::cout << "findings " << store->verify().size() << std::endl; });
    reader.reset();
    timed("close", [&] { store.reset(); });
}

} // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    const std::string what = arguments[1];
    isPlain = count > 4 && std::string(arguments[4]) == "plain";
    try {
        if (what == "fill")
            fill(arguments[2], std::stoull(arguments[3]));
        else
            look(arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
