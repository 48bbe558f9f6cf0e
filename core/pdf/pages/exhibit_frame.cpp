// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/exhibit_frame.h"

#include "core/report/marks.h"
#include "core/report/phrases.h"

#include <algorithm>
#include <functional>

namespace core::pdf::pages {

namespace {

constexpr double kLine = style::kCaption.leadingMm;
constexpr std::size_t kMostSources = 6; // lines at the foot
constexpr double kKeyWidth = 7, kHashGap = 3;
constexpr double kStampTop = 8, kStampHeight = 7; // from the top of the page

// What a name ends with stays: the ending, and a little of what stands before it.
std::string shortName(const std::string& name, const std::function<bool(const std::string&)>& fits) {
    constexpr std::size_t kMostEnding = 6, kBefore = 6; // bytes
    if (fits(name)) return name;
    if (name.find(report::kStruckBegin) != name.npos)
        return Sheet::shortened(name, fits); // never from within
    std::size_t tail = std::min(name.rfind('.'), name.size());
    if (name.size() - tail > kMostEnding) tail = name.size();
    tail -= std::min(tail, kBefore);
    while (tail > 0 && (static_cast<unsigned char>(name[tail]) & 0xC0U) == 0x80U) --tail; // no sign in two
    const std::string end = name.substr(tail);
    return Sheet::shortened(name.substr(0, tail),
                            [&](const std::string& begin) { return fits(begin + end); }) +
           end;
}

std::string shortHash(const std::string& sha256) {
    std::string code;
    for (std::size_t k = 0; k < 16 && k + 4 <= sha256.size(); k += 4) code += sha256.substr(k, 4) + " ";
    return code + "…";
}

} // namespace

ExhibitFrame::ExhibitFrame(Sheet& sheet, const report::ExhibitPart& exhibit)
    : sheet_(sheet), exhibit_(exhibit) {
    const double width = style::kPortrait.width;
    const double remark = sheet.paragraph(remarkText(), style::kCaption, width - style::kColumn).heightMm();
    double foot = 1.5 + kLine * static_cast<double>(std::min(kMostSources, exhibit.sources.size())) + remark;
    if (!exhibit.redactionNote.empty())
        foot +=
            1 + sheet.paragraph(exhibit.redactionNote, style::kCaption, width - style::kColumn).heightMm();
    bottom_ = style::kPortrait.height - foot - 1.5;
    bareFoot_ = 1.5 + kLine + remark + 1.5;
}

double ExhibitFrame::bottom() const { return isBare_ ? sheet_.height() - bareFoot_ : bottom_; }

std::string ExhibitFrame::remarkText() const {
    const std::string& remark = exhibit_.sourceRemark;
    return remark + (remark.empty() ? "" : " ") + sheet_.words().hashNote;
}

// In full on the first page; later the line about incidents gives way to what the page shows.
std::string ExhibitFrame::introText(const std::string& shown) const {
    const std::string& intro = exhibit_.intro;
    const std::size_t end = std::min(intro.find('\n'), intro.size());
    if (titled_ <= 1) return intro.substr(0, end) + (shown.empty() ? "" : " " + shown) + intro.substr(end);
    const std::string rest = end < intro.size() ? intro.substr(end + 1) : std::string();
    return rest + (rest.empty() || shown.empty() ? "" : " ") + shown;
}

double ExhibitFrame::top() const {
    const double width = style::kPortrait.width;
    const std::string intro = introText(sheet_.words().messageRange);
    return 2 + sheet_.paragraph(exhibit_.title, style::kExhibitTitle, width).heightMm() + 0.8 +
           sheet_.paragraph(intro, style::kCaption, width).heightMm() + 2;
}

std::string ExhibitFrame::listKey() const { return "list:" + std::to_string(exhibit_.number); }

std::string ExhibitFrame::key() const { return "exhibit:" + std::to_string(exhibit_.number); }

void ExhibitFrame::begin(const style::Grid& grid) {
    sheet_.beginPage(grid, "exhibits");
    sheet_.note(key());
    const bool isOfFiles = exhibit_.messages.empty() && exhibit_.mails.empty();
    if (isOfFiles && exhibit_.incident > 0) // what is said about its files belongs to it too
        sheet_.note(placeKey(exhibit_.number, exhibit_.incident));
    if (page_ == 0) {
        sheet_.destination(key(), 0);
        const std::string title = base::fill(sheet_.words().exhibit, {std::to_string(exhibit_.number)});
        sheet_.bookmark(title + " – " + exhibit_.title, 1, 0);
    }
    ++page_;
    used_.clear();
    onPage_.clear();
}

void ExhibitFrame::beginBarePage(const style::Grid& grid) {
    begin(grid);
    isBare_ = true;
}

void ExhibitFrame::beginPage() {
    begin(style::kPortrait);
    isBare_ = false;
    ++titled_;
    sheet_.write(exhibit_.title, style::kExhibitTitle, 0, 2, sheet_.width());
}

std::string ExhibitFrame::stampText(bool isShort) const {
    const auto it = sheet_.known().ranges.find(key());
    const int pages = it == sheet_.known().ranges.end() ? 1 : it->second.last - it->second.first + 1;
    std::string shown = exhibit_.incidentLabel;
    if (!onPage_.empty()) {
        const std::string numbers =
            isShort ? std::to_string(*onPage_.begin()) + " … " + std::to_string(*onPage_.rbegin())
                    : report::listedNumbers({onPage_.begin(), onPage_.end()});
        shown = base::fill(sheet_.words().exhibitIncidents, {numbers});
    }
    return base::fill(sheet_.words().exhibitStamp,
                      {std::to_string(exhibit_.number), std::to_string(page_), std::to_string(pages), shown});
}

// Known when the page is full: it names the incidents of this page alone.
double ExhibitFrame::stamp() {
    std::string text = stampText(false);
    if (sheet_.widthOf(text, style::kStamp) + 6 > sheet_.width()) text = stampText(true);
    const double width = sheet_.widthOf(text, style::kStamp) + 6;
    const double x = sheet_.width() - width;
    const double y = kStampTop - sheet_.grid().top;
    sheet_.fill(x, y, width, kStampHeight, 1);
    sheet_.frame(x, y, width, kStampHeight, 0.5);
    sheet_.line(text, style::kStamp, x + 3, y + 1);
    const int incident = onPage_.empty() ? exhibit_.incident : *onPage_.begin();
    const bool hasMilestone = incident == 0 && !exhibit_.milestone.empty();
    sheet_.link(x, y, width, kStampHeight,
                incident > 0   ? "row:" + std::to_string(incident)
                : hasMilestone ? "row:" + exhibit_.milestone
                               : std::string("section:log"));
    return width;
}

void ExhibitFrame::show(const std::vector<int>& incidents, double y) {
    for (const int incident : incidents) {
        onPage_.insert(incident);
        const std::string place = placeKey(exhibit_.number, incident);
        sheet_.note(place);
        if (placed_.insert(incident).second) sheet_.destination(place, y);
    }
}

void ExhibitFrame::show(const report::FileView& file, double y) {
    show(file.incidents, y);
    if (!file.picture.isAttachment) return;
    const std::string place = attachedKey(exhibit_.number, file.picture.id);
    sheet_.note(place);
    if (placedFiles_.insert(file.picture.id).second) sheet_.destination(place, y);
}

void ExhibitFrame::use(const std::string& sourceNote) {
    std::string source = sourceNote.substr(0, sourceNote.find(','));
    if (!source.empty() && std::find(used_.begin(), used_.end(), source) == used_.end())
        used_.push_back(std::move(source));
}

void ExhibitFrame::endPage(const std::string& shown) {
    const double width = sheet_.width();
    const double right = stamp();
    if (isBare_) {
        const double room = width - right - 4;
        const Paragraph caption = sheet_.paragraph(shown, style::kCaption, room);
        sheet_.draw(caption, 0, kStampTop - sheet_.grid().top + (kStampHeight - caption.heightMm()) / 2);
        sheet_.link(0, kStampTop - sheet_.grid().top, room, kStampHeight, listKey());
    } else {
        const double title = sheet_.paragraph(exhibit_.title, style::kExhibitTitle, width).heightMm();
        sheet_.link(0, 2, width, title, listKey());
        if (const std::string intro = introText(shown); !intro.empty())
            sheet_.write(intro, style::kCaption, 0, 2 + title + 0.8, width);
    }
    double y = bottom() + 1.5;
    sheet_.rule(0, y, width, y, 0.25);
    y = sources(y + 1.5);
    if (!exhibit_.redactionNote.empty() && !isBare_) {
        sheet_.line(sheet_.words().redactedHere, style::kCaptionBold, 0, y + 1);
        sheet_.write(exhibit_.redactionNote, style::kCaption, style::kColumn, y + 1, width - style::kColumn);
    }
}

// The files that stand behind this page, a line each; returns where the next line may begin.
double ExhibitFrame::sources(double y) {
    const double width = sheet_.width();
    sheet_.line(sheet_.words().sourcesHere, style::kCaptionBold, 0, y);
    std::vector<const report::SourceNote*> here;
    for (const report::SourceNote& source : exhibit_.sources)
        if (used_.empty() || std::find(used_.begin(), used_.end(), source.key) != used_.end())
            here.push_back(&source);
    const std::size_t lines = here.size() > kMostSources ? kMostSources - 1 : here.size();
    for (std::size_t i = 0; i < lines; ++i, y += kLine) {
        const report::SourceNote& source = *here[i];
        // One line each: the whole name stands with the files.
        const std::string code = shortHash(source.sha256), text = ", " + source.text;
        const double room =
            width - style::kColumn - kKeyWidth - kHashGap - sheet_.widthOf(code, style::kCaption);
        const std::string name = shortName(source.name, [&](const std::string& begin) {
            return sheet_.widthOf(begin + text, style::kCaption) <= room;
        });
        sheet_.line(source.key, style::kCaptionBold, style::kColumn, y);
        sheet_.line(name + text, style::kCaption, style::kColumn + kKeyWidth, y);
        sheet_.line(code, style::kCaption, width, y, Align::Right);
    }
    std::vector<std::string> rest;
    for (std::size_t i = lines; i < here.size(); ++i) rest.push_back(here[i]->key);
    if (!rest.empty())
        y += sheet_.write(base::fill(sheet_.words().moreSources, {report::joined(rest, ", ")}),
                          style::kCaption, style::kColumn, y, width - style::kColumn);
    return y + sheet_.write(remarkText(), style::kCaption, style::kColumn, y, width - style::kColumn);
}

} // namespace core::pdf::pages
