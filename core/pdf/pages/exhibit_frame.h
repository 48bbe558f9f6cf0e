// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What every page of an exhibit has: the stamp, the title, the sources at its foot. Not its content.

#include "core/pdf/pages/sheet.h"

#include <set>
#include <string>

namespace core::pdf::pages {

class ExhibitFrame {
public:
    ExhibitFrame(Sheet& sheet, const report::ExhibitPart& exhibit);

    void beginPage();
    // Without title and intro, for a page that is full of something else.
    void beginBarePage(const style::Grid& grid);
    // Foot and intro of the current page; `shown` is "Denne side: besked 12.1–12.9." or empty. On a bare page
    // it stands beside the stamp.
    void endPage(const std::string& shown);
    void use(const std::string& sourceNote); // "K1, post 12": the source is named at the foot of this page
    // What begins at `y` belongs to these incidents: the stamp names them, their rows lead here.
    void show(const std::vector<int>& incidents, double y);
    void show(const report::FileView& file, double y); // what is said of an attachment leads here too

    double top() const;    // where content of the current page may begin
    double bottom() const; // and where it ends
    const report::ExhibitPart& exhibit() const { return exhibit_; }
    std::string key() const;

private:
    void begin(const style::Grid& grid);
    double stamp(); // returns its width
    std::string stampText(bool isShort) const;
    std::string remarkText() const;
    std::string introText(const std::string& shown) const;
    double sources(double y);
    std::string listKey() const; // its row in the list of exhibits

    Sheet& sheet_;
    const report::ExhibitPart& exhibit_;
    double bottom_ = 0, bareFoot_ = 0;
    int page_ = 0, titled_ = 0; // within the exhibit
    bool isBare_ = false;       // the current page
    std::vector<std::string> used_;
    std::set<int> onPage_, placed_; // incidents
    std::set<model::Id> placedFiles_;
};

} // namespace core::pdf::pages
