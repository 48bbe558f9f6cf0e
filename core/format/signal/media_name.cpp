// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/media_name.h"

#include "core/base/sha256.h"
#include "core/base/transfer_decoder.h"
#include "core/format/chat/chat_record.h"

#include <array>

namespace core::format::signal {

namespace {

using json::Value;

struct Kind {
    std::string_view type;
    std::string_view end;
};
constexpr std::array<Kind, 16> kKinds{{
    {"image/jpeg", ".jpg"},
    {"image/jpeg", ".jpeg"},
    {"image/png", ".png"},
    {"image/gif", ".gif"},
    {"image/webp", ".webp"},
    {"image/heic", ".heic"},
    {"video/mp4", ".mp4"},
    {"video/quicktime", ".mov"},
    {"audio/aac", ".aac"},
    {"audio/mp4", ".m4a"},
    {"audio/mp4", ".mp4"},
    {"audio/mpeg", ".mp3"},
    {"audio/ogg", ".ogg"},
    {"audio/ogg", ".oga"},
    {"application/pdf", ".pdf"},
    {"text/plain", ".txt"},
}};

std::string bytesAt(const Value& value, std::string_view name) {
    return base::decodeTransfer(base::TransferEncoding::Base64, value.textOf(name));
}

// The hash of the bytes and the key that the phone keeps it under, hashed again.
std::string mediaName(const Value& pointer) {
    const Value* locator = pointer.find("locatorInfo");
    if (locator == nullptr) return {};
    const std::string key = bytesAt(*locator, "localKey");
    std::string hash = bytesAt(*locator, "plaintextHash");
    if (const Value* check = locator->find("integrityCheck"); hash.empty() && check != nullptr)
        hash = bytesAt(*check, "plaintextHash");
    if (key.empty() || hash.empty()) return {};
    return base::toHex(base::sha256(hash + key));
}

} // namespace

std::optional<model::Attachment> attachmentOf(const Value& pointer, Surroundings* around) {
    const std::string name = mediaName(pointer);
    if (name.empty()) return std::nullopt;
    const std::string type(pointer.textOf("contentType"));
    const std::string begin = "files/" + name.substr(0, 2) + "/" + name;
    std::string path;
    const auto tryPath = [&](std::string_view end) {
        if (path.empty() && around != nullptr && around->open(begin + std::string(end)) != nullptr)
            path = begin + std::string(end);
    };
    for (const Kind& kind : kKinds)
        if (kind.type == type) tryPath(kind.end);
    tryPath("");
    tryPath(".bin");
    const std::string written(pointer.textOf("fileName"));
    if (const std::size_t dot = written.rfind('.'); dot != std::string::npos && written.size() - dot <= 6)
        tryPath(std::string_view(written).substr(dot));
    for (const Kind& kind : kKinds)
        if (path.empty() && kind.type == type) path = begin + std::string(kind.end);
    model::Attachment attachment = chat::fileBeside(path.empty() ? begin : path);
    if (!written.empty()) attachment.name = written.substr(written.find_last_of("/\\") + 1);
    if (!type.empty()) attachment.type = type;
    return attachment;
}

} // namespace core::format::signal
