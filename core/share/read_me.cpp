// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/read_me.h"

namespace core::share {

namespace {

constexpr const char* kDanish = R"(LÆS MIG

Denne mappe indeholder et logskema som PDF og de originale filer, som bilagene bygger på.
manifest.json og manifest.csv nævner hver fil med dens SHA-256-kode.

Koden er et fingeraftryk af en fil. Passer koden, er filen den samme, byte for byte, som da mappen blev lavet.
Koden viser ikke, at indholdet er sandt, og ikke, hvem der har sendt en besked.

Sådan kontrollerer du en fil med computerens egne værktøjer (skriv filens navn i stedet for FIL):

  Windows, kommandoprompt:   certutil -hashfile "FIL" SHA256
  Windows, PowerShell:       Get-FileHash "FIL" -Algorithm SHA256
  macOS, Terminal:           shasum -a 256 "FIL"
  Linux, terminal:           sha256sum "FIL"

Sammenlign svaret med koden i manifest.csv. Store og små bogstaver er uden betydning.
Kontrollér til sidst manifest.json på samme måde. Dens kode er:
)";

constexpr const char* kEnglish = R"(
READ ME

This folder holds a log form as PDF and the original files behind its exhibits.
manifest.json and manifest.csv name each file with its SHA-256 code.

The code is a fingerprint of a file. If it matches, the file is the same, byte for byte, as when this folder was made.
It does not show that the content is true, nor who sent a message.

How to check a file with the computer's own tools (put the file's name in place of FILE):

  Windows, command prompt:   certutil -hashfile "FILE" SHA256
  Windows, PowerShell:       Get-FileHash "FILE" -Algorithm SHA256
  macOS, Terminal:           shasum -a 256 "FILE"
  Linux, terminal:           sha256sum "FILE"

Compare the answer with the code in manifest.csv. Capital letters make no difference.
At last check manifest.json in the same way. Its code is:
)";

// Windows' Notepad of every age shows the line ends and the letters right.
std::string withCrLf(const std::string& text) {
    std::string out = "\xEF\xBB\xBF";
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

} // namespace

std::string packageReadMe(const Manifest& manifest, const std::string& manifestSha256) {
    std::string files;
    for (const ManifestFile& file : manifest.files) files += "  " + file.sha256 + "  " + file.path + "\n";
    return withCrLf(std::string(kDanish) + "  " + manifestSha256 + "\n\nFiler / Files:\n" + files + kEnglish +
                    "  " + manifestSha256 + "\n");
}

} // namespace core::share
