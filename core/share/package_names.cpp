// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/package_names.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <filesystem>

namespace core::share {

namespace {

// A name may have 255 bytes on most systems; a package lies in folders with names of their own.
constexpr std::size_t kMostStem = 120;
constexpr std::size_t kMostExtension = 16;

const char* folderOf(base::Language language) {
    return language == base::Language::Danish ? "originaler/" : "originals/";
}

std::string cleaned(const std::string& text) {
    std::string out;
    for (const char c : base::repairUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool bad =
            byte < 32 || byte == 127 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        out += bad ? '_' : c;
    }
    return out;
}

// Windows drops blanks and full stops at the end of a name, and then finds the file no more.
std::string withoutEnd(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

std::string cutTo(const std::string& text, std::size_t bytes) {
    for (std::size_t count = bytes;; --count) {
        std::string cut = base::firstGraphemes(text, count);
        if (cut.size() <= bytes) return cut;
        if (count == 0) return {};
    }
}

} // namespace

std::string reportName(base::Language language) {
    return language == base::Language::Danish ? "logskema.pdf" : "log-form.pdf";
}

std::string originalName(const ShownSource& shown, const Gate& gate, base::Language language) {
    const std::filesystem::path name(withoutEnd(cleaned(shown.source.name)));
    std::string extension = name.extension().string();
    std::string stem = extension.size() > kMostExtension ? name.string() : name.stem().string();
    if (extension.size() > kMostExtension) extension.clear();
    stem = withoutEnd(cutTo(stem, kMostStem));
    if (stem.empty() || gate.finds(shown.source.name) || gate.finds(stem + extension)) stem = "original";
    if (gate.finds(extension)) extension.clear();
    return folderOf(language) + shown.key + "-" + stem + extension;
}

namespace {

std::string recordName(const ShownSource& shown, const ShownRecord& record, base::Language language) {
    const bool danish = language == base::Language::Danish;
    std::string number = std::to_string(record.index);
    constexpr std::size_t kDigits = 6;
    if (number.size() < kDigits) number.insert(0, kDigits - number.size(), '0');
    return folderOf(language) + shown.key + (danish ? "-uddrag/post-" : "-extract/record-") + number;
}

// A piece opens in what opens the whole file, as far as that can.
std::string extensionOf(const ShownSource& shown, const Gate& gate) {
    if (shown.source.format == "sms-backup") return ".xml";
    if (shown.source.format == "mbox") return ".mbox";
    const std::string extension = std::filesystem::path(shown.source.name).extension().string();
    const bool isPlain =
        extension.size() > 1 && extension.size() <= 6 &&
        std::all_of(extension.begin() + 1, extension.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
    return isPlain && !gate.finds(extension) ? extension : ".bin";
}

} // namespace

std::string extractName(const ShownSource& shown, const ShownRecord& record, const Gate& gate,
                        base::Language language) {
    return recordName(shown, record, language) + extensionOf(shown, gate);
}

std::string recordTextName(const ShownSource& shown, const ShownRecord& record, base::Language language) {
    return recordName(shown, record, language) +
           (language == base::Language::Danish ? "-tekst.txt" : "-text.txt");
}

} // namespace core::share
