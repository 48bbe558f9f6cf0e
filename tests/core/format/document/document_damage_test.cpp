// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/damage.h"
#include "tests/core/format/document/document_support.h"

TEST_CASE("cut or changed documents return") {
    for (const char* name : {"letter.pdf", "sealed.pdf", "open_password.pdf", "letter.docx", "log.docx",
                             "letter.odt", "letter.rtf", "old.doc", "utf8.txt", "utf16.txt"}) {
        CAPTURE(name);
        tests::Damage how;
        how.truncations = 200;
        how.mutations = 300;
        how.fileName = "2023-05-14 brev.pdf";
        tests::survivesDamage(core::format::DocumentReader(), tests::documentFixture(name), how);
    }
}
