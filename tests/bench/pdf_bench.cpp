// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a log form of invented rows, or of photos, and prints "name number" a line; pdf.py makes the table.
// Not a test: it judges nothing.
//
//   pdf-bench rows simple|mixed COUNT OUT.pdf
//   pdf-bench texts simple|mixed COUNT            the same rows, tab-separated, on standard output
//   pdf-bench messages COUNT OUT.pdf              a conversation in exhibits of 10,000 messages each
//   pdf-bench photos COUNT PHOTO.jpg OUT.pdf      COUNT photos made out of one
//   pdf-bench noise BYTES OUT.jpg                 a photo of noise of about that size
//   pdf-bench hash COUNT PHOTO.jpg                the floor: reads and hashes the same bytes
#include "core/base/sha256.h"
#include "core/image/picture.h"
#include "core/pdf/pages/render_files.h"
#include "core/report/packed_messages.h"
#include "core/report/packed_rows.h"
#include "tests/bench/pdf_rows.h"
#include "tests/support/sample_document.h"

#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

#include <sys/resource.h>

namespace {

namespace report = core::report;

double seconds(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

bench::Script scriptOf(const std::string& word) {
    return word == "mixed" ? bench::Script::Mixed : bench::Script::Simple;
}

report::LogDocument frame() {
    report::LogDocument document = tests::emptyDocument(core::base::Catalog(core::base::Language::English));
    document.isFull = false;
    document.columns = bench::logColumns();
    return document;
}

std::string fileBytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

// Another photo of the same size: the last step of its first table of quantization differs.
void vary(std::string& jpeg, std::size_t number) {
    const std::size_t table = jpeg.find("\xFF\xDB");
    if (table == std::string::npos) throw std::runtime_error("no table of quantization");
    constexpr std::size_t kSteps = 5, kLast = 63;
    jpeg[table + kSteps + kLast] = static_cast<char>(1 + number % 250);
    jpeg[table + kSteps + kLast - 1] = static_cast<char>(1 + number / 250);
}

double peakMib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// The document as it leaves the program: one file, or volumes.
void write(report::LogDocument document, const core::pdf::pages::PictureLoader& pictures,
           const std::filesystem::path& out) {
    std::cout << "rows-mib " << peakMib() << '\n';
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
    core::pdf::pages::FileOptions options;
    options.words = {"%1, part %2 of %3", "Part %1", "%1 in part %2"};
    const auto target = [&](int number) {
        return number == 1 ? out : std::filesystem::path(out.string() + std::to_string(number));
    };
    options.open = [&](int number, int) { return core::pdf::OutputFile(target(number)); };
    core::base::Progress progress;
    auto files = core::pdf::pages::renderFiles(document, pictures, options, progress);
    int pages = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i].file.commit();
        pages += files[i].pages;
    }
    const double endCpu = seconds(CLOCK_PROCESS_CPUTIME_ID), endWall = seconds(CLOCK_MONOTONIC);
    for (std::size_t i = 1; i < files.size(); ++i) std::filesystem::remove(target(static_cast<int>(i) + 1));
    std::cout << "pages " << pages << "\nfiles " << files.size() << "\ncpu " << endCpu - cpu << "\nwall "
              << endWall - wall << '\n';
}

void rows(bench::Script script, std::size_t count, const std::string& out) {
    report::LogDocument document = frame();
    const auto rows = std::make_shared<report::PackedRows>();
    for (std::size_t i = count; i > 0; --i) rows->add(bench::logRow(i, script));
    document.rows = report::LogRows(rows);
    write(std::move(document), {}, out);
}

void texts(bench::Script script, std::size_t count) {
    for (std::size_t i = count; i > 0; --i) {
        const bench::RowTexts row = bench::rowTexts(i, script);
        for (std::size_t c = 0; c < row.size(); ++c) std::cout << (c > 0 ? "\t" : "") << row[c];
        std::cout << '\n';
    }
}

report::Message messageOf(std::size_t index) {
    const bench::RowTexts texts = bench::rowTexts(index + 1, bench::Script::Simple);
    report::Message m;
    m.isContext = index % 10 == 9;
    m.fromOffender = !m.isContext;
    m.label = m.isContext ? std::string() : "1." + std::to_string(index + 1);
    m.day = "Day " + std::to_string(index / 200);
    m.clock = "22.11.48";
    m.zoneNote = "UTC+2";
    m.sourceNote = "K1, record " + std::to_string(index);
    m.sender = "From the offender";
    m.text = texts[index % texts.size()];
    if (!m.isContext) m.incidents = {1};
    return m;
}

void messages(std::size_t count, const std::string& out) {
    constexpr std::size_t kPerExhibit = 10'000;
    report::LogDocument document = frame();
    document.isFull = true;
    for (std::size_t i = 0; i < count; i += kPerExhibit) {
        report::ExhibitPart& exhibit = document.exhibits.emplace_back();
        exhibit.number = static_cast<int>(document.exhibits.size());
        exhibit.title = "Messages";
        exhibit.sources = {{"K1", "sms.xml", "", "", 0}};
        const auto packed = std::make_shared<report::PackedMessages>();
        for (std::size_t k = i; k < std::min(count, i + kPerExhibit); ++k) packed->add(messageOf(k));
        exhibit.messages = report::Messages(packed);
    }
    write(std::move(document), {}, out);
}

void photos(std::size_t count, const std::string& photo, const std::string& out) {
    report::LogDocument document = frame();
    document.isFull = true;
    constexpr std::size_t kEach = 100; // of an exhibit, as the plan makes them
    for (std::size_t i = 0; i < count; ++i) {
        if (i % kEach == 0) {
            document.exhibits.emplace_back().number = static_cast<int>(i / kEach) + 1;
            document.exhibits.back().kind = core::model::ExhibitKind::Pictures;
        }
        report::FileView file;
        file.isPicture = true;
        file.picture.id = static_cast<core::model::Id>(i + 1);
        file.label = std::to_string(i / kEach + 1) + "." + std::to_string(i % kEach + 1);
        file.fileName = "IMG_" + std::to_string(i + 1) + ".jpg";
        document.exhibits.back().files.push_back(std::move(file));
    }
    const auto load = [&](const report::PictureRef& ref) {
        std::string bytes = fileBytes(photo);
        vary(bytes, static_cast<std::size_t>(ref.id));
        return bytes;
    };
    core::pdf::pages::PictureLoader loader(load);
    loader.name = [](const report::PictureRef& ref) { return std::to_string(ref.id); };
    write(document, loader, out);
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    write(std::move(document), loader, out); // as after a preview
    std::cout << "again " << seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu << '\n';
}

void hash(std::size_t count, const std::string& photo) {
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
    for (std::size_t i = 0; i < count; ++i) {
        std::string bytes = fileBytes(photo);
        vary(bytes, i + 1);
        core::base::sha256(bytes);
    }
    std::cout << "cpu " << seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu << "\nwall "
              << seconds(CLOCK_MONOTONIC) - wall << '\n';
}

void noise(std::size_t bytes, const std::string& out) {
    constexpr int kWidth = 4000;
    std::string jpeg;
    for (int height = 200; jpeg.size() < bytes; height += 100) {
        core::image::Picture picture{kWidth, height, {}};
        picture.rgb.resize(static_cast<std::size_t>(3 * kWidth) * static_cast<std::size_t>(height));
        unsigned state = 1;
        for (std::size_t i = 0; i < picture.rgb.size(); ++i) { // clouds with grain, as a photo has
            state = state * 1664525U + 1013904223U;
            picture.rgb[i] = static_cast<std::uint8_t>(100 + i / 3 % kWidth / 60 + (state >> 27U));
        }
        jpeg = core::image::encodeJpeg(picture, 92);
    }
    std::ofstream(out, std::ios::binary) << jpeg;
}

} // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    if (words.size() < 3) return 2;
    try {
        if (words[0] == "rows")
            rows(scriptOf(words[1]), std::stoul(words[2]), words.at(3));
        else if (words[0] == "texts")
            texts(scriptOf(words[1]), std::stoul(words[2]));
        else if (words[0] == "messages")
            messages(std::stoul(words[1]), words[2]);
        else if (words[0] == "photos")
            photos(std::stoul(words[1]), words[2], words.at(3));
        else if (words[0] == "noise")
            noise(std::stoul(words[1]), words[2]);
        else
            hash(std::stoul(words[1]), words[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
