// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/crash/victim_run.h"

#include "core/base/error.h"
#include "core/store/custody_log.h"
#include "tests/app/crash/disk_log.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace tests {

namespace {

std::string required(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr) throw std::runtime_error(std::string(name) + " is not set");
    return value;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line) && !in.eof();) lines.push_back(line); // whole lines only
    return lines;
}

} // namespace

std::filesystem::path diskRecorder() {
    std::filesystem::path file =
        std::filesystem::path(required("CRASH_VICTIM")).replace_filename("libdisk_recorder.so");
    if (!std::filesystem::exists(file)) throw std::runtime_error("there is no " + file.string());
    return file;
}

VictimRun::VictimRun(const std::filesystem::path& folder, const std::filesystem::path& exports, unsigned seed,
                     int rounds, const std::vector<std::string>& environment) {
    const std::string program = required("CRASH_VICTIM");
    std::filesystem::create_directories(exports);
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
    pid_ = fork();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ == 0) {
        if (ends[1] != kAcknowledgeFd) {
            dup2(ends[1], kAcknowledgeFd);
            close(ends[1]);
        }
        if (ends[0] != kAcknowledgeFd) close(ends[0]);
        for (const std::string& entry : environment) putenv(const_cast<char*>(entry.c_str()));
        execl(program.c_str(), program.c_str(), folder.c_str(), exports.c_str(), std::to_string(seed).c_str(),
              std::to_string(rounds).c_str(), nullptr);
        _exit(127);
    }
    close(ends[1]);
    pipe_ = ends[0];
}

VictimRun::~VictimRun() {
    if (pipe_ >= 0) close(pipe_);
    if (pid_ < 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

std::vector<std::string> VictimRun::collect(int microseconds) {
    std::string text;
    std::array<char, 4096> buffer{};
    const auto take = [&] {
        const ssize_t n = read(pipe_, buffer.data(), buffer.size());
        if (n > 0) text.append(buffer.data(), static_cast<std::size_t>(n));
        return n > 0;
    };
    const bool began = take();
    if (microseconds >= 0) {
        usleep(static_cast<useconds_t>(microseconds));
        kill(pid_, SIGKILL);
    }
    while (take()) continue;
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (!began || (!killed && status != 0)) throw std::runtime_error("the victim failed by itself");
    return linesOf(text);
}

std::vector<std::string> VictimRun::killAfter(int microseconds) { return collect(microseconds); }
std::vector<std::string> VictimRun::waitForEnd() { return collect(-1); }

std::string faultAfter(const std::filesystem::path& folder, const std::vector<std::string>& promises) {
    static const core::base::Clock clock;
    try {
        const auto store = core::store::CaseStore::open(folder, kVictimPassphrase, clock);
        for (const auto& finding : store->openingFindings())
            return "opening: " + finding.what + " " + finding.subject + " " + finding.detail;
        auto entry = store->database().prepare("SELECT hash FROM custody WHERE sequence = ?");
        for (const std::string& promise : promises) {
            std::istringstream in(promise);
            std::int64_t sequence = 0;
            std::string hash;
            in >> sequence >> hash;
            if (!entry.with(sequence).step() || entry.text(0) != hash) return "lost: " + promise;
        }
        entry.reset();
        for (const auto& finding : store->verify())
            return "verify: " + finding.what + " " + finding.subject + " " + finding.detail;
    } catch (const core::base::Error& error) {
        return std::string("error: ") + error.what();
    }
    return {};
}

std::string faultOfCopies(const std::filesystem::path& folder, const std::vector<std::string>& promises) {
    std::map<std::string, std::vector<std::string>> last; // of each copy the newest promise holds the others
    for (const std::string& promise : promises) {
        std::istringstream in(promise);
        std::string sequence, hash, name;
        if (in >> sequence >> hash >> name) last[name] = {promise};
    }
    for (const auto& [name, promised] : last)
        if (const std::string fault = faultAfter(folder / name, promised); !fault.empty())
            return "copy " + name + ": " + fault;
    return {};
}

} // namespace tests
