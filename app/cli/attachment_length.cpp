// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/attachment_length.h"

#include "core/base/error.h"
#include "core/format/film/film_reader.h"

namespace app::cli {

namespace {

constexpr std::uint64_t kMostHeld = 64U << 20U; // bytes of one inside a mail
constexpr std::size_t kHead = 65536;

struct LengthSink : core::format::RecordSink {
    std::optional<std::int64_t> seconds;
    void item(core::format::ItemRecord&& record) override { seconds = record.durationSeconds; }
    void issue(const core::model::Issue&) override {}
    void position(std::uint64_t) override {}
};

std::optional<std::int64_t> lengthOf(core::base::SeekableSource& source, const core::base::Digest& sha256) {
    const core::format::FilmReader film;
    std::string head(kHead, '\0');
    head.resize(source.read(head.data(), head.size()));
    if (film.probe({head, {}, source.size()}) == core::format::Confidence::No) return std::nullopt;
    source.seek(0);
    core::format::ReadContext context;
    context.size = source.size();
    context.sha256 = core::base::toHex(sha256); // nothing has to be read for it
    LengthSink sink;
    film.read(source, context, sink);
    return sink.seconds;
}

} // namespace

std::optional<std::int64_t> attachmentLength(const core::query::CaseReader& reader,
                                             const core::query::AttachmentRow& attachment) {
    const bool isFilm = attachment.type.starts_with("video/") || attachment.type.starts_with("audio/");
    if (!isFilm || attachment.isMissing()) return std::nullopt;
    try {
        if (attachment.source != 0) {
            const auto original = reader.openSource(attachment.source);
            return lengthOf(*original, attachment.sha256);
        }
        if (attachment.size > kMostHeld) return std::nullopt;
        const std::string bytes = reader.attachmentBytes(attachment.id);
        core::base::MemorySource memory(bytes);
        return lengthOf(memory, attachment.sha256);
    } catch (const core::base::Error&) {
        return std::nullopt; // a damaged original is told of by `verify`
    }
}

} // namespace app::cli
