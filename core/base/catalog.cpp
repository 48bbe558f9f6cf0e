// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/catalog.h"

#include "core/base/byte_source.h"
#include "core/base/date_format.h"
#include "core/base/error.h"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace core::base {

namespace {

// The .mo layout: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html. Only the byte order of
// the machine is read, since the file is built with the program.
class MoFile {
public:
    explicit MoFile(std::string bytes) : bytes_(std::move(bytes)) {
        if (bytes_.size() < 20 || number(0) != 0x950412DEU) fail();
    }
    std::size_t count() const { return number(8); }
    std::string_view original(std::size_t i) const { return entry(number(12), i); }
    std::string_view translated(std::size_t i) const { return entry(number(16), i); }

private:
    [[noreturn]] static void fail() { throw Error(ErrorCode::Damaged, "translation file is damaged"); }
    std::uint32_t number(std::size_t offset) const {
        std::uint32_t value = 0;
        if (offset + sizeof value > bytes_.size()) fail();
        std::memcpy(&value, bytes_.data() + offset, sizeof value);
        return value;
    }
    std::string_view entry(std::size_t table, std::size_t i) const {
        const std::size_t length = number(table + 8 * i);
        const std::size_t offset = number(table + 8 * i + 4);
        if (offset > bytes_.size() || length > bytes_.size() - offset) fail();
        return std::string_view(bytes_).substr(offset, length);
    }
    std::string bytes_;
};

std::vector<std::string> splitAtNul(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\0', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

} // namespace

Catalog Catalog::load(Language language, const std::filesystem::path& localeFolder) {
    Catalog catalog(language);
    if (language == Language::English) return catalog;
    FileSource source(localeFolder / "da" / "LC_MESSAGES" / "logbog.mo");
    const MoFile file(readAll(source, 16U << 20U));
    for (std::size_t i = 0; i < file.count(); ++i) {
        const std::string_view key = file.original(i);
        if (key.empty()) continue;
        catalog.messages_.emplace(key.substr(0, key.find('\0')), splitAtNul(file.translated(i)));
    }
    return catalog;
}

const std::string& Catalog::tr(const std::string& text) const {
    const auto it = messages_.find(text);
    return it == messages_.end() || it->second[0].empty() ? text : it->second[0];
}

std::string Catalog::trn(const std::string& one, const std::string& many, long long n) const {
    const auto it = messages_.find(one);
    const bool known = it != messages_.end() && it->second.size() == 2;
    const std::string& form = n == 1 ? (known ? it->second[0] : one) : (known ? it->second[1] : many);
    return fill(form, {formatCount(n, language_)});
}

std::string fill(std::string text, const std::vector<std::string>& arguments) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = mark ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (mark && index < arguments.size()) {
            out += arguments[index];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace core::base
