// SPDX-License-Identifier: GPL-3.0-or-later
// Parties and background, and the part about the document: times, counting, what a code shows, how to check.
#include "core/base/zone.h"
#include "core/report/log_build.h"
#include "core/report/witness_contacts.h"

#include <algorithm>
#include <set>

namespace core::report {

namespace {

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
            if (row.kind == kind) values.push_back(row.written.empty() ? row.normal : row.written);
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

// "V2" where a text begins with it, as the form asks for; a letter and a number.
std::string witnessKey(const std::string& text) {
    if (text.size() < 2 || text[0] < 'A' || text[0] > 'Z') return {};
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end > 1 ? text.substr(0, end) : std::string();
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
        const std::string words = build.options.audience == Audience::Police
                                      ? witness.words
                                      : withoutContacts(witness.words, build.tr("(contact left out)"));
        section.table.push_back(
            {key,
             joined({words, base::fill(build.tr("incident no. %1"), {listedNumbers(witness.incidents)})},
                    " – "),
             false});
    }
    return section;
}

TextSection backgroundSection(const Build& build) {
    TextSection section;
    section.heading = build.tr("Background");
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

TextSection timesSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("Times and time zones");
    s.paragraphs = {
        build.danish() && build.say.zone() == base::kDefaultZone
            ? build.tr("All times are Danish time; summer time is said where it applies.")
            : base::fill(
                  build.tr("All times are shown in the time zone %1; summer time is said where it applies."),
                  {build.say.zone()}),
        build.tr("A file that states its times in another zone has been converted. The original time stands "
                 "in the "
                 "unchanged file."),
        build.tr("\"Approx.\", \"in the afternoon\" and the like mean that the time of day is not known. "
                 "Such incidents are "
                 "counted in all figures but the one of weekday and time of day."),
    };
    return s;
}

TextSection sourcesSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("Where the times come from");
    s.table = {
        {build.tr("Message file"),
         build.tr("The time stands in the file from the phone or app, as a rule of receipt."), true},
        {build.tr("Call list"), build.tr("The phone's own list of calls."), true},
        {build.tr("E-mail"),
         build.tr("The fields Date and Received of the e-mail's head. Where they disagree, both are shown."),
         true},
        {build.tr("Photo (EXIF)"), build.tr("The clock of the camera, which can be wrong."), true},
        {build.tr("Seen in picture"), build.tr("The exposed person has read the time off the picture."),
         true},
        {build.tr("Witness"), build.tr("Stated by a witness."), true},
        {build.tr("Memory"), build.tr("Written by the exposed person. How long after stands in the log."),
         true},
    };
    return s;
}

TextSection countingSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("How it was counted");
    std::string totals = base::fill(build.tr("In all %1 and %2"),
                                    {build.say.trn("%1 incident", "%1 incidents", build.document.incidents),
                                     build.say.trn("%1 contact", "%1 contacts", build.document.contacts)});
    if (const query::BeforeAfter* order = build.firstOrder())
        totals += base::fill(build.tr(", of which %1 after the order of %2"),
                             {build.say.number(order->after), build.say.date(order->milestone.time.utcMs)});
    s.paragraphs = {
        build.tr("An incident is one row of the log. Several messages through one channel on one day are one "
                 "incident. "
                 "A contact is one message, one call or one appearance."),
        totals + ".",
        build.tr("Own messages, and messages that stand here for their context, are not counted. A step "
                 "known by its date "
                 "only counts from the end of that day."),
    };
    return s;
}

std::vector<TextSection> codeSections(const Build& build) {
    return {
        {build.tr("The code on the front page"),
         {build.tr(
             "It is the last link of the history of the case at the moment the document was made. It "
             "cannot be worked out from the document. If the document came in a package, the same code "
             "stands in the file manifest.json after \"custody_head\". If the two are the same, document "
             "and files were taken from the same state of the case; if not, they do not belong "
             "together.")},
         {},
         false,
         {}},
        {build.tr("What a code shows"),
         {build.tr("The code (SHA-256) is a fingerprint of a file. If it fits, the file is the same, byte "
                   "for byte, as "
                   "when it was added to the case.")},
         {},
         false,
         {}},
        {build.tr("What a code does not show"),
         {build.tr("It does not show that the content is true. It does not show who sent a message. It does "
                   "not show what "
                   "happened to the file before."),
          build.tr("When the code existed can only be shown by somebody else: hence the receipt on the front "
                   "page.")},
         {},
         false,
         {}},
        {build.tr("What this document does not do"),
         {build.tr("It reproduces and counts. It takes no position on guilt, risk or punishment.")},
         {},
         false,
         {}},
    };
}

TextSection checkSection(const Build& build) {
    TextSection s;
    s.wide = true;
    s.heading = build.tr("How to check a file");
    s.paragraphs = {build.tr(
        "Use the computer's own tools. Open the folder with the files, write the line for your system, "
        "and compare the answer with the code on page {page:files}. Blanks and capital letters do "
        "not matter.")};
    const std::string name = "\"" + build.document.files.front().name + "\"";
    s.table = {
        {build.tr("Windows, command prompt"), "certutil -hashfile " + name + " SHA256", true},
        {build.tr("Windows, PowerShell"), "Get-FileHash " + name + " -Algorithm SHA256", true},
        {build.tr("macOS, Terminal"), "shasum -a 256 " + name, true},
        {build.tr("Linux, terminal"), "sha256sum " + name, true},
    };
    s.after = base::fill(
        build.tr("Example: %1 gives an answer that begins with %2. If a code does not fit, write so "
                 "on the receipt, and ask for the file again."),
        {build.document.files.front().name, hashGroups(build.document.files.front().sha256, 16)});
    return s;
}

} // namespace

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
    if (TextSection background = backgroundSection(build); !background.table.empty())
        sections.push_back(std::move(background));
}

void buildAbout(Build& build) {
    auto& about = build.document.about;
    about.push_back(timesSection(build));
    about.push_back(sourcesSection(build));
    about.push_back(countingSection(build));
    for (TextSection& section : codeSections(build)) about.push_back(std::move(section));
    if (!build.document.files.empty()) about.push_back(checkSection(build));
}

} // namespace core::report
