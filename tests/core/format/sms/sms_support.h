// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Short ways to write an export down in a test.

#include "core/format/sms/sms_backup_reader.h"
#include "tests/core/format/collected.h"

namespace tests {

inline Collected readSms(std::string_view xml, std::size_t most = 1 << 20) {
    return collect<core::format::SmsBackupReader>(xml, most);
}

// One SMS with the given attribute text, exactly as written, in a whole file.
inline std::string oneSms(const std::string& body, const std::string& rest = {}) {
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n  <sms "
           "address=\"+4512345678\" date=\"1700000000123\" type=\"1\" body=\"" +
           body + "\" " + rest + " />\n</smses>\n";
}

} // namespace tests
