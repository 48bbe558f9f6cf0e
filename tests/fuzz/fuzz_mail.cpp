// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as one mail: no crash, no exception, valid UTF-8, attachments where they are said to be.
#include "core/format/mail/eml_reader.h"
#include "tests/fuzz/mail_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tests::checkMails(core::format::EmlReader(), {reinterpret_cast<const char*>(data), size});
    return 0;
}
