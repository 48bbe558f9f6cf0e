// SPDX-License-Identifier: GPL-3.0-or-later
// The real program with folders of its own for everything that a program may write: whatever lies there while
// it runs, afterwards and after kill -9 holds nothing readable of the case. The store alone:
// core/store/secrecy_test.cpp.
#include "core/base/utf8.h"
#include "tests/app/run_cli.h"
#include "tests/support/temp_case.h"

#include <fstream>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>

using namespace tests;
namespace fs = std::filesystem;

namespace {

std::string utf16(const std::string& text) {
    std::string wide;
    std::u32string points;
    for (std::size_t i = 0; i < text.size(); ++i) { // the markers are of the Basic Multilingual Plane
        auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0xC0) {
            const auto low = static_cast<unsigned char>(text[++i]);
            points += static_cast<char32_t>(((c & 0x1FU) << 6U) | (low & 0x3FU));
        } else {
            points += c;
        }
    }
    for (const char32_t c : points) {
        wide += static_cast<char>(c & 0xFFU);
        wide += static_cast<char>(c >> 8U);
    }
    return wide;
}

// What of the text stands in base64 whatever stands before and behind it.
std::string base64Core(const std::string& text, std::size_t before) {
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string bytes = std::string(before, 'x') + text;
    std::string out;
    for (std::size_t i = 0; i + 3 <= bytes.size(); i += 3) {
        const unsigned group = static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << 16U |
                               static_cast<unsigned>(static_cast<unsigned char>(bytes[i + 1])) << 8U |
                               static_cast<unsigned>(static_cast<unsigned char>(bytes[i + 2]));
        for (const unsigned shift : {18U, 12U, 6U, 0U}) out += kDigits[(group >> shift) & 63U];
    }
    return out.substr(before == 0 ? 0 : 4);
}

std::vector<std::string> secrets() {
    std::vector<std::string> all;
    for (const std::string& text :
         {std::string("kanelsnegl på lærkebakken"), std::string("Torvald Æbelrose"),
          std::string("+4512345601"), std::string("eksport-fra-telefonen"),
          std::string("en hemmelig sætning til prøven"), std::string("Sag om naboen")}) {
        all.push_back(text);
        all.push_back(utf16(text));
        for (const std::size_t before : {0U, 1U, 2U}) all.push_back(base64Core(text, before));
    }
    return all;
}

bool isReadable(const fs::path& file) {
    static const std::vector<std::string> all = secrets();
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& secret) { return bytes.find(secret) != std::string::npos; });
}

// Folders as a person has them; what she gives and what she asks for lie outside.
struct Home {
    TempFolder temp;
    fs::path own = temp.path() / "own", given = temp.path() / "given", out = temp.path() / "out";
    std::string words =
        "'" + (own / "sag").string() + "' --passphrase-file '" + (given / "pass").string() + "' ";
    std::set<std::string> sharedBefore = shared();
    std::set<std::string> found;

    Home() {
        fs::create_directories(out);
        temp.write("given/pass", "en hemmelig sætning til prøven\n");
        for (const char* name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                 "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            fs::create_directories(own / name);
    }
    static std::set<std::string> shared() {
        std::set<std::string> names;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator("/dev/shm", error))
            names.insert(entry.path().string());
        return names;
    }
    void lookAt(const fs::path& file, const std::string& called) {
        if (isReadable(file)) found.insert(called);
    }
    void lookAtFiles() {
        std::error_code gone;
        for (auto it = fs::recursive_directory_iterator(own, gone); it != fs::recursive_directory_iterator();
             it.increment(gone)) {
            if (gone) break;
            if (it->is_regular_file(gone)) lookAt(it->path(), it->path().lexically_relative(own).string());
        }
        for (const std::string& name : shared())
            if (!sharedBefore.contains(name)) lookAt(name, name);
    }
    // What the program has open without a name. Not memory with a handle (memfd), in which the PDF of a
    // package is made: that is on no disk, as little as the program's other memory.
    void lookAtHandles(pid_t pid) {
        std::error_code gone;
        const fs::path handles = "/proc/" + std::to_string(pid) + "/fd";
        for (auto it = fs::directory_iterator(handles, gone); it != fs::directory_iterator();
             it.increment(gone)) {
            if (gone) break;
            const std::string target = fs::read_symlink(it->path(), gone).string();
            const bool isFile = target.ends_with(" (deleted)") && target.starts_with("/") &&
                                target.find(out.string()) == std::string::npos &&
                                !target.starts_with("/memfd:");
            if (isFile && fs::is_regular_file(it->path(), gone)) lookAt(it->path(), "handle of " + target);
        }
    }
    // Looks as long as it runs and afterwards. `killAfterMs` < 0: to its end. Its code; 256 where it was
    // killed.
    int run(const std::string& arguments, int killAfterMs = -1) {
        std::string command = "exec env";
        for (const char* name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                 "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            command += std::string(" ") + name + "='" + (own / name).string() + "'";
        const char* program = std::getenv("LOGBOG_CLI");
        command += std::string(" '") + (program == nullptr ? "logbog-cli" : program) + "' " + arguments +
                   " >/dev/null 2>'" + (temp.path() / "errors").string() + "'";
        const pid_t child = fork();
        if (child == 0) {
            execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
        const auto begun = std::chrono::steady_clock::now();
        int status = 0;
        while (waitpid(child, &status, WNOHANG) == 0) {
            lookAtHandles(child);
            lookAtFiles();
            const auto ran = std::chrono::steady_clock::now() - begun;
            if (killAfterMs >= 0 && ran > std::chrono::milliseconds(killAfterMs)) kill(child, SIGKILL);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        lookAtFiles();
        return WIFEXITED(status) ? WEXITSTATUS(status) : 256;
    }
    std::string all() const {
        std::string text;
        for (const std::string& name : found) text += name + "\n";
        return text;
    }
};

std::string exportOf(int messages) {
    std::string lines;
    for (int i = 0; i < messages; ++i) {
        std::string line =
            smsLine("+4512345601", kMay3 + i * 60000, 1, "kanelsnegl på lærkebakken " + std::to_string(i));
        const std::size_t at = line.find("/>");
        if (at != std::string::npos) line.insert(at, " contact_name=\"Torvald Æbelrose\" ");
        lines += line + "\n";
    }
    return smsFile({lines});
}

} // namespace

TEST_CASE("nothing readable lies where the program writes, while it runs and afterwards") {
    Home home;
    home.temp.write("given/eksport-fra-telefonen.xml", exportOf(300));
    const std::string file = "'" + (home.given / "eksport-fra-telefonen.xml").string() + "'";
    const std::string out = home.out.string();
    CHECK(home.run("create " + home.words + "--label 'Sag om naboen'") == 0);
    CHECK(home.run("import " + home.words + file) == 0);
    CHECK(home.run("parties " + home.words + "--offender 1") == 0);
    CHECK(home.run("episodes " + home.words + "--accept all") == 0);
    CHECK(home.run("items " + home.words) == 0);
    CHECK(home.run("report " + home.words + "--out '" + out + "/log.pdf'") == 0);
    for (const std::string kind : {"csv", "json", "docx"})
        CHECK(home.run("log " + home.words + "--out '" + out + "/log." + kind + "'") == 0);
    CHECK(home.run("share " + home.words + "--out '" + out + "/pakke.zip'") == 0);
    CHECK(fs::file_size(home.out / "pakke.zip") > 1000);
    CHECK(home.all() == "");

    // The search itself finds what is readable.
    home.temp.write("own/HOME/plain", "x" + utf16("Torvald Æbelrose"));
    home.temp.write("own/TMPDIR/coded", "x" + base64Core("kanelsnegl på lærkebakken", 1));
    home.lookAtFiles();
    CHECK(home.found.size() == 2);
}

TEST_CASE("nothing readable lies where the program writes after it was killed in the middle") {
    Home home;
    home.temp.write("given/eksport-fra-telefonen.xml", exportOf(20000));
    const std::string file = "'" + (home.given / "eksport-fra-telefonen.xml").string() + "'";
    REQUIRE(home.run("create " + home.words) == 0);
    int killed = 0;
    for (const int after : {600, 1200, 2000})
        if (home.run("import " + home.words + file, after) == 256) ++killed;
    CHECK(killed > 0);
    home.run("episodes " + home.words + "--accept all");
    home.run("report " + home.words + "--out '" + (home.out / "log.pdf").string() + "'", 1500);
    home.run("share " + home.words + "--out '" + (home.out / "pakke").string() + "'", 1500);
    CHECK(home.all() == "");
}
