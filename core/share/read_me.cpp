// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/read_me.h"

#include "core/base/catalog.h"

#include <algorithm>

namespace core::share {

namespace {

// %1 a file of the package, %2 the same with the signs of Windows, %3 the code of the manifest, %4 what else
// is to be known of the log form
constexpr const char* kDanish = R"(LÆS MIG

Denne mappe indeholder et logskema som PDF og det, som bilagene bygger på.
Navnet på en fil begynder med kildens nummer i logskemaet (K1, K2 ...; i en engelsk udgave S1, S2 ...).
En original ligger her hel, når bilagene viser alt i den. Ellers ligger de viste poster her hver for sig i en
mappe med "uddrag" i navnet, skåret ud byte for byte. En post, der ikke kan skæres ud af sin fil, ligger her som
tekst, sådan som logskemaet har den. En fil, som en besked viser, er en original for sig. Filer, som beskeder
nævner, og som eksporten ikke indeholdt, står i manifestet som "missing". manifest.json og manifest.csv nævner
hver fil med dens SHA-256-kode, og for et uddrag også koden for hele originalen og stedet i den (offset og size).

%4Koden er et fingeraftryk af en fil. Passer koden, er filen den samme, byte for byte, som da mappen blev lavet.
Koden viser ikke, at indholdet er sandt, og ikke, hvem der har sendt en besked.

Sådan kontrollerer du en fil med computerens egne værktøjer. Åbn mappen her i et kommandovindue, og skriv:

  Windows, kommandoprompt:   certutil -hashfile "%2" SHA256
  Windows, PowerShell:       Get-FileHash "%2" -Algorithm SHA256
  macOS, Terminal:           shasum -a 256 "%1"
  Linux, terminal:           sha256sum "%1"

Sammenlign svaret med koden i manifest.csv. Store og små bogstaver er uden betydning.
Kontrollér til sidst manifest.json på samme måde. Dens kode er:

  %3
)";

constexpr const char* kEnglish = R"(READ ME

This folder holds a log form as PDF and what its exhibits rest on.
The name of a file begins with the number of its source in the log form (S1, S2 ...; K1, K2 ... in a Danish
edition). An original lies here whole where the exhibits show everything in it. Otherwise the records that are
shown lie here one by one in a folder with "extract" in its name, cut out byte for byte. A record that cannot be
cut out of its file lies here as text, as the log form has it. A file that a message shows is an original of its
own. Files that messages name and the export did not hold are listed as "missing". manifest.json and
manifest.csv name each file with its SHA-256 code, and for an extract the code of the whole original and the
place in it, too (offset and size).

%4The code is a fingerprint of a file. If it matches, the file is the same, byte for byte, as when this folder was
made. It does not show that the content is true, nor who sent a message.

How to check a file with the computer's own tools. Open this folder in a command window and write:

  Windows, command prompt:   certutil -hashfile "%2" SHA256
  Windows, PowerShell:       Get-FileHash "%2" -Algorithm SHA256
  macOS, Terminal:           shasum -a 256 "%1"
  Linux, terminal:           sha256sum "%1"

Compare the answer with the code in manifest.csv. Capital letters make no difference.
At last check manifest.json in the same way. Its code is:

  %3
)";

// %1 how many
constexpr const char* kDanishParts =
    R"(Logskemaet er delt i %1 PDF-filer ("Del 1 af %1" og så videre). Hver kan læses for sig, har sine
egne sidetal og siger, i hvilken del resten står.

)";
constexpr const char* kEnglishParts =
    R"(The log form is split into %1 PDF files ("Part 1 of %1" and so on). Each can be read alone, has page
numbers of its own and says in which part the rest stands.

)";

constexpr const char* kDanishLocked =
    R"(PDF'en er låst. Adgangskoden får du af den, der har givet dig mappen, på en anden måde end mappen selv.
Kun PDF'en er låst: originaler og lister kan åbnes af alle.

)";
constexpr const char* kEnglishLocked =
    R"(The PDF is locked. You get its password from the one who gave you the folder, in another way than the folder
itself. Only the PDF is locked: originals and lists open for everybody.

)";

std::string aboutReport(const Manifest& manifest, bool english) {
    const auto isReport = [](const ManifestFile& file) { return file.kind == "report"; };
    const auto parts = std::count_if(manifest.files.begin(), manifest.files.end(), isReport);
    std::string text;
    if (parts > 1) text += base::fill(english ? kEnglishParts : kDanishParts, {std::to_string(parts)});
    if (std::any_of(manifest.files.begin(), manifest.files.end(),
                    [](const ManifestFile& file) { return file.isLocked; }))
        text += english ? kEnglishLocked : kDanishLocked;
    return text;
}

// Windows' Notepad of every age shows the line ends right.
std::string withCrLf(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

// What the reader will want to check first: an original, else the report.
std::string exampleOf(const Manifest& manifest) {
    for (const char* kind : {"original", "extract", "report"})
        for (const ManifestFile& file : manifest.files)
            if (file.kind == kind) return file.path;
    return kManifestName;
}

} // namespace

std::string readMeName(const Manifest& manifest) {
    return manifest.language == "en" ? "README.txt" : "LÆSMIG.txt";
}

LongText packageReadMe(const Manifest& manifest, const std::string& manifestSha256) {
    const std::string example = exampleOf(manifest);
    std::string windows = example;
    std::replace(windows.begin(), windows.end(), '/', '\\');
    const auto filled = [&](bool english) {
        return base::fill(english ? kEnglish : kDanish,
                          {example, windows, manifestSha256, aboutReport(manifest, english)}) +
               "\n";
    };
    const bool english = manifest.language == "en";
    const std::size_t files = manifest.files.size();
    // Windows' Notepad of every age shows the letters right by the mark at the beginning.
    const std::string head = "\xEF\xBB\xBF" + withCrLf(filled(english) + "Filer / Files:\n");
    return {files + 2, [&manifest, head, tail = withCrLf("\n" + filled(!english)), files](std::size_t i) {
                if (i == 0) return head;
                if (i > files) return tail;
                const ManifestFile& file = manifest.files[i - 1];
                return withCrLf("  " + file.sha256 + "  " + file.path + "\n");
            }};
}

} // namespace core::share
