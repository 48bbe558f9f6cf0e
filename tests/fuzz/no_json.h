// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stands before everything in the files that include qpdf, where clang reads them (the fuzzers, clang-tidy):
// there qpdf's JSON.hh, which we never use, is passed over. It has a vector of a class that is not complete
// yet, whose destructor clang 14 wants at once in C++20, since it is constexpr in libstdc++ 12. The other
// headers only name the class.

#define JSON_HH // JSON.hh's own guard
class JSON;
