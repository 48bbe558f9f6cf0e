// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read_me.h"

#include "core/store/disk.h"

namespace core::store {

namespace {

// In both languages at once, whatever the window speaks: who finds the folder may be somebody else.
// Windows line ends, so that every editor shows the lines.
constexpr const char* kText =
    "Denne mappe er en krypteret sagsmappe fra programmet Logbog.\r\n"
    "\r\n"
    "- Mappen hører sammen. Flyt, kopiér eller gem den altid som en helhed.\r\n"
    "- Lad være med at omdøbe, rette eller slette filer i den. Mangler der én, kan indholdet gå tabt.\r\n"
    "- Den åbnes i Logbog med sagens adgangsord. Uden det kan ingen læse den, heller ikke dem, der har lavet "
    "programmet.\r\n"
    "- Luk sagen i Logbog, før mappen kopieres.\r\n"
    "- Filerne \"keys\" og \"keys.bak\" er sagens nøgle. Uden dem kan sagen ikke åbnes, heller ikke med "
    "adgangsordet.\r\n"
    "\r\n"
    "\r\n"
    "This folder is an encrypted case folder of the program Logbog.\r\n"
    "\r\n"
    "- The folder belongs together. Always move, copy or back it up as a whole.\r\n"
    "- Do not rename, change or delete files in it. If one is missing, the content may be lost.\r\n"
    "- It is opened in Logbog with the passphrase of the case. Without it nobody can read it, not even those "
    "who made the program.\r\n"
    "- Close the case in Logbog before the folder is copied.\r\n"
    "- The files \"keys\" and \"keys.bak\" are the key of the case. Without them the case cannot be opened, "
    "not even with the passphrase.\r\n";

} // namespace

void writeReadMe(const std::filesystem::path& folder) { writeDurably(folder / "LAESMIG.txt", kText); }

} // namespace core::store
