// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a mailbox: as fuzz_mail, and the mails lie one behind the other.
#include "core/format/mail/mbox_reader.h"
#include "tests/fuzz/mail_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tests::checkMails(core::format::MboxReader(), {reinterpret_cast<const char*>(data), size});
    return 0;
}
