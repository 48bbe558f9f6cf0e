// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/other_name.h"

#include "core/format/photo/photo_times.h"
#include "core/store/source_digest.h"

namespace core::import {

namespace {

struct Picture {
    model::Id item = 0;
    std::string firstName;
    bool isWeaklyDated = false; // by the time of the file, or not at all
};

std::optional<Picture> pictureOf(store::Database& database, model::Id source) {
    auto find = database.prepare("SELECT i.id, s.name, i.time_source FROM item i "
                                 "JOIN source s ON s.id = i.source_id WHERE s.id = ? AND i.kind = ?");
    if (!find.with(source, model::codeOf(model::ItemKind::Photo)).step()) return std::nullopt;
    const auto timeSource = model::timeSourceOf(find.text(2)).value_or(model::TimeSource::Unknown);
    return Picture{find.integer(0), find.text(1),
                   timeSource == model::TimeSource::FileTime || timeSource == model::TimeSource::Unknown};
}

bool isKnownName(store::Database& database, const Picture& picture, const std::string& name) {
    auto find = database.prepare("SELECT 1 FROM issue WHERE item_id = ? AND code = ? AND detail = ?");
    return name == picture.firstName ||
           find.with(picture.item, model::codeOf(model::IssueCode::OtherName), name).step();
}

// "IMG_20230514_213045 (1).jpg" claims nothing new.
bool isKnownClaim(store::Database& database, const Picture& picture, const model::TimeClaim& claim) {
    auto find = database.prepare("SELECT 1 FROM item_time WHERE item_id = ? AND source = ? AND time_ms = ?");
    return find.with(picture.item, model::codeOf(claim.source), claim.time.utcMs).step();
}

// After those that import read, which stay as they are; chosen in their place where they were weak.
void addClaim(store::Database& database, const Picture& picture, const model::TimeClaim& claim) {
    auto last =
        database.prepare("SELECT max(coalesce(max(sequence) + 1, 0), ?2) FROM item_time WHERE item_id = ?1");
    last.with(picture.item, store::kFirstLaterClaim).step();
    const base::Timestamp& t = claim.time;
    database.prepare("INSERT INTO item_time_later VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?)")
        .with(picture.item, last.integer(0), t.utcMs, t.zone, static_cast<int>(t.precision),
              static_cast<int>(t.basis), model::codeOf(claim.source), claim.asWritten)
        .run();
    if (!picture.isWeaklyDated) return;
    database
        .prepare("UPDATE item SET time_ms = ?, offset_s = NULL, zone = ?, precision = ?, basis = ?, "
                 "about = 0, time_source = ? WHERE id = ?")
        .with(t.utcMs, t.zone, static_cast<int>(t.precision), static_cast<int>(t.basis),
              model::codeOf(claim.source), picture.item)
        .run();
}

} // namespace

bool addOtherName(store::Database& database, model::Id source, const format::ReadContext& context,
                  FileReport& report) {
    const auto picture = pictureOf(database, source);
    if (!picture || isKnownName(database, *picture, context.fileName)) return false;
    const auto claim = format::photo::claimOfFileName(context);
    if (claim && !isKnownClaim(database, *picture, *claim)) addClaim(database, *picture, *claim);
    const model::Issue issue{model::IssueCode::OtherName, model::IssueSeverity::Note, context.fileName, 0};
    database
        .prepare("INSERT INTO issue(source_id, item_id, code, severity, detail, position) "
                 "VALUES (?, ?, ?, ?, ?, 0)")
        .with(source, picture->item, model::codeOf(issue.code), model::codeOf(issue.severity), issue.detail)
        .run();
    report.issues.push_back(issue);
    ++report.issueCount;
    return true;
}

} // namespace core::import
