// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an SMS export: must return, and every place it names must lie inside the file.
#include "core/format/sms/sms_backup_reader.h"
#include "tests/fuzz/fuzz_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::readAsFile(core::format::SmsBackupReader(), data, size, "sms.xml");
    return 0;
}
