// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks that are the libraries' own, some bytes for a damaged file, so that a fuzzer goes on behind them. As
// narrow as it can be: what we forget to free is still reported.

// LeakSanitizer asks for it by this name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libpff_column_definition_initialize\n" // a table of columns that breaks off
           "leak:libdav1d\n"; // a picture that breaks off; we hold libheif's handles
}
