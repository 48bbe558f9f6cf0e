// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/form_data.h"

#include "core/base/byte_source.h"
#include "core/base/error.h"

#include <map>

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace core::report {

namespace {

Poco::JSON::Object::Ptr readObject(const std::filesystem::path& path) {
    base::FileSource source(path);
    Poco::JSON::Parser parser;
    return parser.parse(base::readAll(source, 1U << 20U)).extract<Poco::JSON::Object::Ptr>();
}

template <typename Visit>
void eachOf(const Poco::JSON::Object::Ptr& object, const char* name, Visit visit) {
    const auto array = object->getArray(name);
    if (array.isNull()) throw Poco::NotFoundException(name);
    for (unsigned i = 0; i < array->size(); ++i) visit(array->getObject(i));
}

std::string text(const Poco::JSON::Object::Ptr& object, const char* key) {
    return object->getValue<std::string>(key);
}

void readTypes(const std::filesystem::path& path, FormData& form) {
    const auto object = readObject(path);
    eachOf(object, "groups", [&](const auto& o) {
        form.groups.push_back({text(o, "code"), text(o, "danish"), text(o, "english")});
    });
    eachOf(object, "types", [&](const auto& o) {
        form.types.push_back({text(o, "code"), text(o, "danish"), text(o, "english"), text(o, "group")});
    });
}

// A rung names groups, types, or both.
void readLadder(const std::filesystem::path& path, FormData& form) {
    const auto strings = [](const Poco::JSON::Object::Ptr& o, const char* key) {
        std::vector<std::string> list;
        const auto array = o->getArray(key);
        for (unsigned i = 0; !array.isNull() && i < array->size(); ++i)
            list.push_back(array->getElement<std::string>(i));
        return list;
    };
    eachOf(readObject(path), "ladder", [&](const auto& o) {
        LadderRung rung{text(o, "danish"), text(o, "english"), strings(o, "types")};
        for (const std::string& group : strings(o, "groups"))
            for (const model::IncidentType& type : form.types)
                if (type.group == group) rung.types.push_back(type.code);
        if (rung.types.empty()) throw Poco::DataFormatException("ladder: no types for " + rung.english);
        form.ladder.push_back(std::move(rung));
    });
}

void readHelp(const std::filesystem::path& path, FormData& form) {
    eachOf(readObject(path), "contacts", [&](const auto& o) {
        form.help.push_back({text(o, "name"), text(o, "english"), text(o, "phone"), text(o, "hours"),
                             text(o, "hoursEnglish"), text(o, "email"), text(o, "note"),
                             text(o, "noteEnglish"), o->template getValue<bool>("verify")});
    });
}

void readEmoji(const std::filesystem::path& path, FormData& form) {
    eachOf(readObject(path), "emoji", [&](const auto& o) {
        form.emoji.push_back({text(o, "emoji"), text(o, "danish"), text(o, "english")});
        if (form.emoji.back().emoji.empty()) throw Poco::DataFormatException("empty emoji");
    });
}

} // namespace

std::string FormData::typeName(std::string_view code, base::Language language) const {
    for (const auto& type : types)
        if (type.code == code) return language == base::Language::Danish ? type.danish : type.english;
    return std::string(code);
}

std::string FormData::groupName(std::string_view code, base::Language language) const {
    for (const auto& group : groups)
        if (group.code == code) return language == base::Language::Danish ? group.danish : group.english;
    return std::string(code);
}

std::string FormData::groupOf(std::string_view type) const {
    for (const auto& known : types)
        if (known.code == type) return known.group;
    return "other";
}

std::string FormData::emojiIn(std::string_view text, base::Language language) const {
    std::map<std::size_t, const EmojiName*> found; // by the first place
    for (const EmojiName& name : emoji) {
        std::string_view sign = name.emoji;
        if (sign.ends_with("\uFE0F")) sign.remove_suffix(3); // with and without the sign for colour
        const std::size_t at = text.find(sign);
        if (at != std::string_view::npos) found.emplace(at, &name);
    }
    std::string out;
    for (const auto& [at, name] : found) {
        const std::string& word = language == base::Language::Danish ? name->danish : name->english;
        if (out.find(word) == std::string::npos) out += (out.empty() ? "" : ", ") + word;
    }
    return out;
}

FormData loadFormData(const std::filesystem::path& assetsFolder, const std::string& formName) {
    const std::filesystem::path folder = assetsFolder / "logskema";
    std::filesystem::path current;
    FormData form;
    form.log = loadForm(assetsFolder, formName);
    try {
        readTypes(current = folder / "types.json", form);
        readLadder(current, form);
        readHelp(current = folder / "help.json", form);
        readEmoji(current = folder / "emoji.json", form);
    } catch (const Poco::Exception& e) {
        throw base::Error(base::ErrorCode::Damaged, "form data: " + e.displayText(), current.string());
    }
    return form;
}

} // namespace core::report
