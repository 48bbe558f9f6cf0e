// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

namespace app::cli {

namespace {
bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}
} // namespace

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<std::string>& flags,
                     const std::vector<std::string>& values, const std::vector<std::string>& lists) {
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (optionsEnded || word == "-" || !word.starts_with("--")) {
            positional_.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsEnded = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        std::vector<std::string>& to = options_[name];
        if (contains(flags, name)) {
            if (equals != std::string::npos) throw UsageError("--" + name + " takes no value");
        } else if (contains(values, name) || contains(lists, name)) {
            if (equals != std::string::npos) {
                to.push_back(word.substr(equals + 1));
                continue;
            }
            if (i + 1 >= words.size() || words[i + 1].starts_with("--"))
                throw UsageError("--" + name + " needs a value");
            to.push_back(words[++i]);
            while (contains(lists, name) && i + 1 < words.size() && !words[i + 1].starts_with("--"))
                to.push_back(words[++i]);
        } else {
            throw UsageError("unknown option --" + name);
        }
    }
}

const std::string& Arguments::at(std::size_t n, const char* what) const {
    if (n >= positional_.size()) throw UsageError(std::string("missing: ") + what);
    return positional_[n];
}

std::string Arguments::value(const std::string& name, const std::string& otherwise) const {
    const auto it = options_.find(name);
    return it == options_.end() || it->second.empty() ? otherwise : it->second.back();
}

std::vector<std::string> Arguments::list(const std::string& name) const {
    const auto it = options_.find(name);
    return it == options_.end() ? std::vector<std::string>() : it->second;
}

} // namespace app::cli
