// SPDX-License-Identifier: GPL-3.0-or-later
// Parties and background: who is who, and what stands behind the short names of witnesses.
#include "core/report/log_build.h"
#include "core/report/witness_contacts.h"

#include <algorithm>
#include <array>
#include <set>

namespace core::report {

namespace {

// One name in two networks may be two people, so it says which.
std::string withNetwork(const query::IdentifierRow& row) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kNetworks{
        {{"whatsapp", "WhatsApp"},
         {"messenger", "Messenger"},
         {"instagram", "Instagram"},
         {"snapchat", "Snapchat"},
         {"signal", "Signal"},
         {"telegram", "Telegram"},
         {"tiktok", "TikTok"},
         {"discord", "Discord"},
         {"skype", "Skype"},
         {"viber", "Viber"},
         {"imessage", "iMessage"}}};
    const std::string& written = row.written.empty() ? row.normal : row.written;
    const std::string_view service = std::string_view(row.normal).substr(0, row.normal.find(':'));
    for (const auto& [code, name] : kNetworks)
        if (service == code && service.size() < row.normal.size())
            return written + " (" + std::string(name) + ")";
    return written;
}

TextSection offenderSection(const Build& build, const query::PartyRow& party) {
    TextSection section;
    section.heading = capitalized(build.roleName(party.role, party.id));
    if (!party.name.empty()) section.table.push_back({build.tr("Name"), party.name, false});
    for (const auto& [kind, name] :
         {std::pair{model::IdentifierKind::Phone, build.tr("Known numbers")},
          std::pair{model::IdentifierKind::Email, build.tr("Known e-mail addresses")},
          std::pair{model::IdentifierKind::Profile, build.tr("Known profiles")},
          std::pair{model::IdentifierKind::Name, build.tr("Known names")}}) {
        std::vector<std::string> values;
        for (const query::IdentifierRow& row : party.identifiers)
            if (row.kind == kind) values.push_back(withNetwork(row));
        if (!values.empty()) section.table.push_back({name, joined(values, ", "), false});
    }
    if (section.table.empty()) section.paragraphs.push_back(build.tr("No identifiers are known."));
    return section;
}

std::string identifiersOmitted(const Build& build) {
    return build.options.audience == Audience::Police
               ? build.tr(
                     "Called by their role. Their number or address stands only where an e-mail shown here "
                     "was sent to it or from it.")
               : build.tr("Called by their role, without number and address. What others wrote is reproduced "
                          "as they wrote it; what is entered as protected is struck out.");
}

// What stands behind "V1" and "V2" in the log: the words about each, and where.
TextSection witnessSection(const Build& build) {
    struct Witness {
        std::string words;
        std::vector<int> incidents;
    };
    const auto byNumber = [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    };
    std::map<std::string, Witness, decltype(byNumber)> witnesses(byNumber);
    for (const model::Incident& n : build.incidents) {
        std::size_t pos = 0;
        while (pos < n.witnesses.size()) {
            const std::size_t end = std::min(n.witnesses.find_first_of(";\n", pos), n.witnesses.size());
            const std::size_t begin = std::min(n.witnesses.find_first_not_of(' ', pos), end);
            const std::string part = n.witnesses.substr(begin, end - begin);
            pos = end + 1;
            const std::string key = witnessKey(part);
            if (key.empty()) continue;
            Witness& witness = witnesses[key];
            const std::size_t words = part.find_first_not_of(" ,:–-(", key.size());
            if (witness.words.empty() && words != std::string::npos) witness.words = part.substr(words);
            if (witness.incidents.empty() || witness.incidents.back() != n.number)
                witness.incidents.push_back(n.number);
        }
    }
    TextSection section;
    section.heading = build.tr("Witnesses");
    for (auto& [key, witness] : witnesses) {
        std::sort(witness.incidents.begin(), witness.incidents.end());
        std::string words = withoutContacts(witness.words, build.tr("(contact left out)"));
        if (build.options.audience == Audience::Police) // what the front page promises and the case has not
            words =
                words == witness.words ? joined({words, build.tr("contact not given")}, ", ") : witness.words;
        section.table.push_back(
            {key,
             joined({words, base::fill(build.tr("incident no. %1"), {listedNumbers(witness.incidents)})},
                    " – "),
             false, witness.incidents});
    }
    return section;
}

TextSection backgroundSection(const Build& build) {
    TextSection section;
    section.heading = build.tr("Background");
    if (const std::string words = build.reader.background(); !words.empty()) {
        std::size_t begin = 0;
        while (begin < words.size()) {
            const std::size_t end = std::min(words.find('\n', begin), words.size());
            if (end > begin) section.paragraphs.push_back(words.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    if (!section.paragraphs.empty()) return section; // else the little that the case itself knows
    const query::Patterns& p = build.patterns;
    if (!p.firstMs) return section;
    section.table.push_back({build.tr("Period"), build.say.period(*p.firstMs, *p.lastMs), false});
    section.table.push_back(
        {build.tr("Extent"),
         build.say.trn("%1 incident", "%1 incidents", static_cast<long long>(build.incidents.size())) +
             " · " + build.say.trn("%1 contact", "%1 contacts", static_cast<long long>(p.contacts.size())),
         false});
    for (const model::Milestone& m : build.milestones) {
        if (!isOrder(m.kind)) continue;
        std::string text = build.say.date(m.time.utcMs);
        if (const auto end = base::parseDate(m.validTo))
            text += ", " + base::fill(build.tr("valid until %1"),
                                      {base::formatDateTable(*end, build.say.language())});
        section.table.push_back({build.say.milestone(m), text, false});
    }
    return section;
}

} // namespace

std::string witnessKey(const std::string& text) {
    if (text.size() < 2 || text[0] < 'A' || text[0] > 'Z') return {};
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end > 1 ? text.substr(0, end) : std::string();
}

void buildParties(Build& build) {
    auto& sections = build.document.parties;
    for (const query::PartyRow& party : build.parties)
        if (party.role == model::PartyRole::Offender) sections.push_back(offenderSection(build, party));
    if (sections.empty())
        sections.push_back(
            {capitalized(build.tr("the offender")), {build.tr("Nobody has been named yet.")}, {}, false, {}});
    sections.push_back(
        {capitalized(build.tr("the exposed person")), {identifiersOmitted(build)}, {}, false, {}});
    std::set<model::Id> named;
    for (const model::Incident& n : build.incidents) named.insert(n.party);
    TextSection others;
    others.heading = build.tr("Others");
    for (const query::PartyRow& party : build.parties)
        if (party.role == model::PartyRole::ThirdParty && named.contains(party.id) && !party.name.empty())
            others.table.push_back({party.name, build.tr("a third party"), false});
    if (!others.table.empty()) sections.push_back(std::move(others));
    if (TextSection witnesses = witnessSection(build); !witnesses.table.empty())
        sections.push_back(std::move(witnesses));
    if (TextSection background = backgroundSection(build);
        !background.table.empty() || !background.paragraphs.empty())
        sections.push_back(std::move(background));
}

} // namespace core::report
