// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keeps the toolkit from writing down which files were chosen. Not an eraser: what other programs wrote
// stays.

namespace ui::access {

// Once, at the start. On GTK the file chooser enters each chosen file in the user's list of recent files;
// from here on this process reads that list and never writes it. Nothing to do elsewhere: wx adds no files
// there unless asked.
void keepNoRecentFiles();

} // namespace ui::access
