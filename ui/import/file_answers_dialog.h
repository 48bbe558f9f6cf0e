// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is asked of single files before they are read: the zone of their times, the order of their dates. Not
// the questions about all of them, and nothing is read here: question_page.h, import_window.h.

#include "core/import/file_answers.h"
#include "ui/common/dialog_base.h"

#include <filesystem>
#include <string>
#include <vector>

class wxChoice;

namespace ui::import {

struct AskedFile {
    std::string name;
    std::filesystem::path path; // of the first where the row stands for several
    bool hasLocalTimes = false;
    bool asksOrder = false;
    core::import::FileAnswer answer; // as it stands
};

class FileAnswersDialog : public common::DialogBase {
public:
    // At least one file. `zone` is that of all others, one of those offered; `caseZone` is the first of them.
    FileAnswersDialog(wxWindow* parent, const std::vector<AskedFile>& files, const std::string& zone,
                      const std::string& caseZone);
    // One for each file, in their order.
    std::vector<core::import::FileAnswer> answers() const;

    // For tests; null where the file is not asked for it.
    wxChoice* zoneOf(std::size_t file) const { return rows_[file].zone; }
    wxChoice* orderOf(std::size_t file) const { return rows_[file].order; }

private:
    struct Row {
        wxChoice* zone = nullptr;
        wxChoice* order = nullptr;
    };
    wxWindow* rowsOf(const std::vector<AskedFile>& files, const std::string& zone);
    wxChoice* zoneChoice(wxWindow* parent, const AskedFile& file, const std::string& zone) const;
    static wxChoice* orderChoice(wxWindow* parent, const AskedFile& file);

    std::string caseZone_;
    std::vector<Row> rows_;
};

// "I do not know", the day first, the month first.
void fillOrders(wxChoice* choice);
void chooseOrder(wxChoice* choice, std::optional<core::format::DateOrder> order);
std::optional<core::format::DateOrder> chosenOrder(const wxChoice* choice); // none: she does not know

} // namespace ui::import
