// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/whose.h"

#include "core/format/json/stream.h"
#include "core/format/messenger/mojibake.h"

#include <array>
#include <optional>

namespace core::format::messenger {

namespace {

constexpr std::size_t kLargest = 4 * 1024 * 1024; // of a file about an account

std::optional<json::Value> open(Surroundings& around, const char* path) {
    const auto source = around.open(path);
    if (!source || source->size() > kLargest) return std::nullopt;
    return json::parse(base::readAll(*source, kLargest));
}

void addName(std::vector<std::string>& names, std::string_view name) {
    if (!name.empty()) names.push_back(unmangled(name));
}

// {"profile_v2": {"name": {"full_name": ...}, "previous_names": [{"name": ...}]}}; older: "profile".
std::vector<std::string> facebookNames(Surroundings& around) {
    std::vector<std::string> names;
    for (const char* path : {"profile_information/profile_information.json",
                             "personal_information/profile_information/profile_information.json"}) {
        const auto file = open(around, path);
        if (!file) continue;
        for (const char* version : {"profile_v2", "profile"}) {
            const json::Value* profile = file->find(version);
            if (profile == nullptr) continue;
            if (const json::Value* name = profile->find("name"); name != nullptr)
                addName(names, name->isString() ? std::string_view(name->text) : name->textOf("full_name"));
            if (const json::Value* old = profile->find("previous_names"); old != nullptr)
                for (const json::Value& one : old->items) addName(names, one.textOf("name"));
        }
        if (!names.empty()) break;
    }
    return names;
}

// {"profile_user": [{"string_map_data": {"Brugernavn": {"value": ...}, "Navn": {"value": ...}}}]}; the names
// of the fields are in the user's language, so every value is taken.
std::vector<std::string> instagramNames(Surroundings& around) {
    std::vector<std::string> names;
    for (const char* path : {"personal_information/personal_information.json",
                             "personal_information/personal_information/personal_information.json",
                             "account_information/personal_information.json"}) {
        const auto file = open(around, path);
        const json::Value* users = file ? file->find("profile_user") : nullptr;
        if (users == nullptr) continue;
        for (const json::Value& user : users->items)
            if (const json::Value* map = user.find("string_map_data"); map != nullptr)
                for (const json::Value& entry : map->items) addName(names, entry.textOf("value"));
        if (!names.empty()) break;
    }
    return names;
}

} // namespace

std::string serviceOfPath(std::string_view path) {
    if (path.find("instagram") != std::string_view::npos) return kInstagram;
    if (path.find("facebook") != std::string_view::npos) return kMessenger;
    return {};
}

Account accountAround(Surroundings* around, const std::string& service) {
    Account account{service, {}};
    if (around == nullptr) return account;
    std::vector<std::string> facebook;
    std::vector<std::string> instagram;
    if (service != kInstagram) facebook = facebookNames(*around);
    if (service != kMessenger) instagram = instagramNames(*around);
    if (service.empty() && facebook.empty() != instagram.empty())
        account.service = instagram.empty() ? kMessenger : kInstagram;
    account.names = std::move(facebook);
    account.names.insert(account.names.end(), instagram.begin(), instagram.end());
    return account;
}

} // namespace core::format::messenger
