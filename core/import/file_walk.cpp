// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_walk.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace core::import {

namespace fs = std::filesystem;

namespace {

// A path may end in a slash.
std::string nameOf(const fs::path& path) {
    const fs::path name = path.filename().empty() ? path.parent_path().filename() : path.filename();
    return base::repairUtf8(name.string());
}

// The folders of a mailbox (Maildir++) are named ".Sent", and its mails are no settings.
bool isMailFolder(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "cur", error) && fs::is_directory(folder / "new", error);
}

bool isHidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(".") && !name.starts_with(".trashed-") && !isMailFolder(path);
}

void walk(const fs::path& folder, const std::string& inside, FileWalk& out) {
    std::error_code error;
    // A case among her documents is no material, and its own files are sealed.
    if (fs::exists(folder / "case.logbog", error)) {
        out.passedOver.push_back({folder, PassedOverReason::Case});
        return;
    }
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        entries.push_back(*it);
    if (error) out.files.push_back({folder, inside}); // opening it gives the error
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) {
        if (isHidden(entry.path()))
            out.passedOver.push_back({entry.path(), PassedOverReason::Hidden});
        else if (entry.is_symlink(error))
            out.passedOver.push_back({entry.path(), PassedOverReason::Link});
        else if (entry.is_directory(error))
            walk(entry.path(), inside + '/' + base::repairUtf8(entry.path().filename().string()), out);
        else if (entry.is_regular_file(error))
            out.files.push_back({entry.path(), inside});
        else
            out.passedOver.push_back({entry.path(), PassedOverReason::Other});
    }
}

} // namespace

const char* codeOf(PassedOverReason reason) {
    constexpr std::array<const char*, 4> codes{"hidden", "link", "case", "other"};
    return codes.at(static_cast<std::size_t>(reason));
}

FileWalk filesUnder(const std::vector<fs::path>& paths) {
    FileWalk out;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error))
            walk(path, nameOf(path), out);
        else
            out.files.push_back({path, {}});
    }
    return out;
}

} // namespace core::import
