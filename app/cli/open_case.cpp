// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/open_case.h"

#include "app/common/app_paths.h"
#include "core/base/error.h"
#include "core/base/passphrase_doubt.h"

#include <cerrno>
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

namespace app::cli {

namespace {

constexpr std::size_t kLongest = 64 * 1024; // bytes; a file beyond that was not meant

// By read(2), byte by byte: a stream would keep what it read, and read on beyond the line.
core::base::SecretText firstLine(int fd, const std::string& file) {
    core::base::SecretText line;
    for (;;) {
        char byte = 0;
        const ssize_t got = ::read(fd, &byte, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) core::base::throwErrno("the passphrase file cannot be read", file);
        if (got == 0 || byte == '\n') break;
        if (line.size() == kLongest)
            throw core::base::Error(core::base::ErrorCode::InvalidInput, "the passphrase is too long", file);
        line.append(byte);
    }
    if (line.view().ends_with('\r')) line.resize(line.size() - 1);
    return line;
}

std::unique_ptr<core::store::CaseStore> openOrAdvise(const std::string& folder, std::string_view passphrase) {
    using core::base::Error;
    try {
        return core::store::CaseStore::open(folder, passphrase, systemClock());
    } catch (const Error& error) {
        if (error.code() != core::base::ErrorCode::Damaged) throw;
        throw Error(
            error.code(),
            std::string(error.what()) +
                "; verify CASE says what is still good, and rescue CASE NEWCASE brings that into a new case",
            error.subject());
    }
}

} // namespace

const core::base::Clock& systemClock() {
    static const core::base::Clock clock;
    return clock;
}

core::base::SecretText readSecret(const Arguments& arguments, const std::string& option) {
    const std::string file = arguments.value(option);
    if (file.empty()) throw UsageError("--" + option + " FILE is needed (- reads standard input)");
    if (file == "-") return firstLine(STDIN_FILENO, file);
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) core::base::throwErrno("the passphrase file cannot be read", file);
    try {
        core::base::SecretText line = firstLine(fd, file);
        ::close(fd);
        return line;
    } catch (...) {
        ::close(fd);
        throw;
    }
}

void warnIfWeak(std::string_view passphrase) {
    using core::base::PassphraseDoubt;
    const auto common = core::base::CommonPasswords::load(assetsFolder() / "passwords" / "common.txt");
    const PassphraseDoubt doubt = core::base::doubtOf(passphrase, common);
    if (doubt == PassphraseDoubt::Short)
        std::cerr
            << "warning: this passphrase is short and can be guessed; four or five random words are safer\n";
    if (doubt == PassphraseDoubt::Common)
        std::cerr
            << "warning: this passphrase is among the first that somebody would try; four or five random "
               "words are safer\n";
}

std::unique_ptr<core::store::CaseStore> openCase(const std::string& folder, std::string_view passphrase) {
    auto store = openOrAdvise(folder, passphrase);
    if (store->openedWithRecovery())
        throw core::base::Error(core::base::ErrorCode::InvalidInput,
                                "this is the code of a recovery sheet: give the case a new passphrase first, "
                                "with passphrase CASE --recovery-file FILE --new-passphrase-file FILE");
    return store;
}

std::unique_ptr<core::store::CaseStore> openCase(const Arguments& arguments) {
    const std::string& folder = arguments.at(0, "CASE");
    auto store = openCase(folder, readPassphrase(arguments).view());
    tellOpeningFindings(*store);
    return store;
}

void tellOpeningFindings(const core::store::CaseStore& store) {
    for (const auto& finding : store.openingFindings())
        std::cerr << "logbog-cli: found when the case was opened: " << finding.what << " " << finding.subject
                  << ": " << finding.detail << "\n";
}

} // namespace app::cli
