// SPDX-License-Identifier: GPL-3.0-or-later
// crash-victim CASE EXPORTS SEED ROUNDS: opens the case and does what a person does, in an order that the
// seed decides: imports, log rows, tags, exclusions, undo, copies. After each it promises, on descriptor 3,
// the number and hash of the last entry of the history: from then on that entry must never be missing. A
// third word names a copy that holds it, too.
#include "core/base/error.h"
#include "core/store/custody_log.h"
#include "tests/app/crash/disk_log.h"
#include "tests/app/crash/victim_run.h"
#include "tests/support/temp_case.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

#include <unistd.h>

namespace {

using core::model::Id;

class Victim {
public:
    Victim(const std::filesystem::path& folder, std::filesystem::path exports, unsigned seed)
        : exports_(std::move(exports)), random_(seed), name_(std::to_string(seed)),
          store_(core::store::CaseStore::open(folder, tests::kVictimPassphrase, clock_)), editor_(*store_),
          reader_(*store_) {
        promise();
    }

    void round() {
        switch (random_() % 9) {
        case 0:
        case 1:
            import();
            break;
        case 2:
        case 3:
            writeIncident();
            break;
        case 4:
            if (const auto items = someItems(); !items.empty()) editor_.tagItems(items, "kræver svar");
            break;
        case 5:
            if (const auto items = someItems(); !items.empty())
                editor_.setExcluded(items, random_() % 2 == 0);
            break;
        case 6:
            if (editor_.undoable()) editor_.undo();
            break;
        case 7:
            return copy();
        default:
            store_->database().checkpoint();
        }
        promise();
    }

private:
    void import() {
        std::vector<std::string> lines;
        const unsigned count = 5 + random_() % 60;
        for (unsigned i = 0; i < count; ++i)
            lines.push_back(tests::smsLine("+4512345601", 1'746'302'657'000 + random_() % 1'000'000'000, 1,
                                           "Besked " + std::to_string(random_())));
        const auto file = exports_ / ("sms-" + name_ + "-" + std::to_string(++files_) + ".xml");
        std::ofstream(file, std::ios::binary) << tests::smsFile(lines);
        core::base::Progress progress;
        core::import::importFiles(*store_, {file}, {}, progress);
    }
    void writeIncident() {
        core::model::Incident incident;
        incident.start.utcMs = 1'746'302'657'000 + static_cast<std::int64_t>(random_() % 1'000'000'000);
        incident.title = "Mødte op " + std::to_string(random_());
        incident.description = std::string(random_() % 3000, 'x');
        editor_.saveIncident(incident);
    }
    // An earlier one is brought up to date, or, where the seed says so, a new one is made.
    void copy() {
        const auto place = exports_.parent_path() / (random_() % 4 == 0 ? "kopi-" + name_ : "kopi");
        core::base::Progress progress;
        const auto result = store_->saveCopy(place, progress);
        send(std::to_string(result.entries) + " " + result.head + " " + place.filename().string());
        promise();
    }
    std::vector<Id> someItems() {
        const auto all = reader_.itemIds({});
        std::vector<Id> chosen;
        for (const Id id : all)
            if (random_() % 5 == 0) chosen.push_back(id);
        return chosen;
    }
    void promise() {
        core::store::Database& database = store_->database();
        send(std::to_string(database.integer("SELECT max(sequence) FROM custody")) + " " +
             core::store::custodyHead(database));
    }
    static void send(const std::string& promised) {
        const std::string line = promised + "\n";
        if (::write(tests::kAcknowledgeFd, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            std::_Exit(3);
    }

    std::filesystem::path exports_;
    std::mt19937 random_;
    std::string name_;
    int files_ = 0;
    core::base::Clock clock_;
    std::unique_ptr<core::store::CaseStore> store_;
    core::edit::Editor editor_;
    core::query::CaseReader reader_;
};

} // namespace

int main(int argc, char** argv) try {
    if (argc != 5) return 2;
    Victim victim(argv[1], argv[2], static_cast<unsigned>(std::atoi(argv[3])));
    for (int left = std::atoi(argv[4]); left > 0; --left) victim.round();
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
}
