// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of one command line: positional ones and --options. Not the meaning of any of them.

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace app::cli {

// Wrong words on the command line: the program says which and exits with 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Arguments {
public:
    // "--name value", "--name=value", and for the names in `flags` "--name" alone. An option may take several
    // values where its name is in `lists`: everything up to the next option. "--" ends the options.
    Arguments(const std::vector<std::string>& words, const std::vector<std::string>& flags,
              const std::vector<std::string>& values, const std::vector<std::string>& lists);

    const std::vector<std::string>& positional() const { return positional_; }
    // The n-th positional word; throws UsageError naming what is missing.
    const std::string& at(std::size_t n, const char* what) const;
    bool has(const std::string& name) const { return options_.contains(name); }
    std::string value(const std::string& name, const std::string& otherwise = {}) const;
    std::vector<std::string> list(const std::string& name) const;

private:
    std::vector<std::string> positional_;
    std::map<std::string, std::vector<std::string>> options_;
};

} // namespace app::cli
