// SPDX-License-Identifier: GPL-3.0-or-later
// The part about the document: times, counting, what was left out, what a code shows, how to check.
#include "core/base/zone.h"
#include "core/report/log_build.h"

#include <map>

namespace core::report {

namespace {

// "UTC+1 until 30 March 2025, then UTC+2 (summer time)": what held in the period of the log. Empty where the
// clock was changed too often to be listed.
std::string clockChanges(const Build& build) {
    constexpr std::int64_t kHourMs = 3'600'000;
    constexpr std::size_t kMostChanges = 3;
    const query::Patterns& p = build.patterns;
    if (!p.firstMs || *p.lastMs - *p.firstMs > 2 * 366 * 24 * kHourMs) return {};
    std::string text = build.say.zoneNote(*p.firstMs);
    std::size_t changes = 0;
    for (std::int64_t at = *p.firstMs; at < *p.lastMs; at += kHourMs) {
        const std::int64_t next = at + kHourMs;
        if (base::offsetSecondsAt(build.say.zone(), at) == base::offsetSecondsAt(build.say.zone(), next))
            continue;
        if (++changes > kMostChanges) return {};
        text += base::fill(build.tr(" until %1, then %2"), {build.say.date(next), build.say.zoneNote(next)});
    }
    return base::fill(build.tr("In the period of the log: %1."), {text});
}

TextSection timesSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("Times and time zones");
    std::string zone =
        build.danish() && build.say.zone() == base::kDefaultZone
            ? build.tr("All times are Danish time; summer time is marked where it applies.")
            : base::fill(
                  build.tr(
                      "All times are shown in the time zone %1; summer time is marked where it applies."),
                  {build.say.zone()});
    if (const std::string changes = clockChanges(build); !changes.empty()) zone += " " + changes;
    s.paragraphs = {
        zone,
        build.tr("A file that states its times in another zone has been converted. The original time stands "
                 "in the "
                 "unchanged file."),
        build.tr("“Approx.”, “in the afternoon” and the like mean that the time of day is not known. "
                 "Such incidents are "
                 "counted in all figures but the one of weekday and time of day."),
    };
    return s;
}

std::string aboutSource(const Build& build, model::TimeSource source) {
    switch (source) {
    case model::TimeSource::MessageExport:
        return build.tr("The time stands in the file from the phone or app, as a rule of receipt.");
    case model::TimeSource::MessageSent:
        return build.tr("Set by the sender's phone, which can be wrong.");
    case model::TimeSource::CallLog:
        return build.tr("The list of calls in the phone, or the operator's.");
    case model::TimeSource::MailDate:
        return build.tr("Set by the sender's computer. Where the field Received disagrees, both are shown.");
    case model::TimeSource::MailReceived:
        return build.tr("Set by the mail server that took it in.");
    case model::TimeSource::MailEnvelope:
        return build.tr("Written by the mail program when it put the mail away.");
    case model::TimeSource::Exif:
    case model::TimeSource::Xmp:
    case model::TimeSource::PngText:
        return build.tr("The clock of the camera or phone, which can be wrong.");
    case model::TimeSource::ExifGps:
        return build.tr("From satellites, kept in the picture.");
    case model::TimeSource::FileName:
        return build.tr("Read off the name that the phone or app gave the file.");
    case model::TimeSource::FileTime:
        return build.tr("When the file was last changed; a copy may have another.");
    case model::TimeSource::MediaHeader:
        return build.tr("Kept in the recording by the device that made it.");
    case model::TimeSource::SideFile:
        return build.tr("From a file that lay beside it in the same export.");
    case model::TimeSource::SeenInPicture:
        return build.tr("The exposed person has read the time off the picture.");
    case model::TimeSource::Witness:
        return build.tr("Stated by a witness.");
    case model::TimeSource::OwnMemory:
        return build.tr("Written by the exposed person. How long after stands in the log.");
    case model::TimeSource::Document:
        return build.tr("Stands in a document.");
    case model::TimeSource::Unknown:
        break;
    }
    return build.tr("Where it comes from is not known.");
}

// Those that the log has, in its own words.
TextSection sourcesSection(const Build& build) {
    TextSection s;
    s.heading = build.tr("Where the times come from");
    std::map<model::TimeSource, int> used;
    for (const model::Incident& n : build.incidents) ++used[n.timeSource];
    for (const auto& [source, count] : used)
        s.table.push_back(
            {capitalized(build.say.timeSource(source)),
             aboutSource(build, source) + " " + build.say.trn("%1 incident.", "%1 incidents.", count), true});
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
                 "counts from the end of the minute or the day that it is known by."),
    };
    return s;
}

std::vector<TextSection> codeSections(const Build& build) {
    return {
        {build.tr("The code on the front page"),
         {build.tr("It is the last link of the history of the case at the moment the document was made. It "
                   "cannot be worked out from the document. If the document came in a package, the same code "
                   "stands in the file manifest.json (custody_head). If the two are the same, document "
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

void buildAbout(Build& build) {
    auto& about = build.document.about;
    about.push_back(timesSection(build));
    if (!build.incidents.empty()) about.push_back(sourcesSection(build));
    about.push_back(countingSection(build));
    about.push_back(leftOutSection(build));
    for (TextSection& section : codeSections(build)) about.push_back(std::move(section));
    if (!build.document.files.empty()) about.push_back(checkSection(build));
}

} // namespace core::report
