// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures, documents, films and recordings of an exhibit.
#include "core/report/item_texts.h"

namespace core::report {

void addFiles(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    for (const query::ItemDetail& item : items) {
        FileView file;
        file.isPicture = item.kind == model::ItemKind::Photo;
        file.picture = {item.id, false, item.photo ? item.photo->orientation : 0};
        file.label = build.labelOf(item.id);
        file.incidents = build.incidentsWith(item.id);
        file.sourceKey = build.sourceKey(item.source);
        file.fileName = item.fileName;
        file.facts.push_back({build.tr("Time"), allTimes(build, item), false});
        if (!file.isPicture && item.call.durationSeconds > 0)
            file.facts.push_back({build.tr("Length"), duration(build, item.call.durationSeconds), false});
        if (item.photo && item.photo->width > 0) {
            int width = item.photo->width, height = item.photo->height; // as the picture stands on the page
            if (item.photo->orientation >= 5 && item.photo->orientation <= 8) std::swap(width, height);
            file.facts.push_back(
                {build.tr("Picture"),
                 base::fill(build.tr("%1 × %2 pixels"), {std::to_string(width), std::to_string(height)}),
                 false});
        }
        if (item.photo && item.photo->gps && build.options.audience == Audience::Police)
            file.facts.push_back(
                {build.tr("Place in the file"),
                 base::formatDecimal(item.photo->gps->latitude, 5, build.say.language()) + " / " +
                     base::formatDecimal(item.photo->gps->longitude, 5, build.say.language()),
                 false});
        file.facts.push_back(
            {build.tr("Size"), base::formatBytes(item.source.size, build.say.language()), false});
        file.facts.push_back({"SHA-256", hashGroups(item.source.sha256, 64), false});
        if (!item.fullText.empty()) file.facts.push_back({build.tr("Text"), item.fullText, false});
        std::vector<PictureRef> none; // a file has no attachments
        for (const std::string& note : itemNotes(build, item, none))
            file.facts.push_back({build.tr("Note"), note, false});
        part.items.push_back(item.id);
        part.files.push_back(std::move(file));
    }
}
} // namespace core::report
