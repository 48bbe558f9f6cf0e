// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/log_json.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/query/patterns.h"
#include "core/report/exhibit_plan.h"
#include "core/report/witness_contacts.h"
#include "core/share/report_file.h"

#include <map>
#include <sstream>

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

namespace core::share::log {

namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

Object::Ptr newObject() { return new Object(Poco::JSON_PRESERVE_KEY_ORDER); }

template <typename Value>
Array::Ptr listOf(const std::vector<Value>& values) {
    Array::Ptr list = new Array;
    for (const Value& value : values) list->add(value);
    return list;
}

const char* codeOf(base::Precision precision) {
    constexpr const char* kCodes[] = {"millisecond", "second", "minute", "hour", "part-of-day",
                                      "day",         "week",   "month",  "year"};
    return kCodes[static_cast<std::size_t>(precision)];
}

const char* codeOf(base::TimeBasis basis) {
    constexpr const char* kCodes[] = {"utc", "offset", "local", "local-twice", "local-never"};
    return kCodes[static_cast<std::size_t>(basis)];
}

// "2025-05-03T22:04:17+02:00"
std::string withOffset(std::int64_t utcMs, int offsetSeconds) {
    std::string text = base::toRfc3339(utcMs + std::int64_t{offsetSeconds} * 1000);
    text.pop_back(); // the Z
    return text + base::formatOffset(offsetSeconds);
}

class JsonWriter {
public:
    JsonWriter(const report::RedactedReader& reader, const report::LogDocument& document,
               const LogTable& table, report::Audience audience, const base::Catalog& catalog)
        : reader_(reader), document_(document), table_(table), audience_(audience), catalog_(catalog),
          zone_(reader.zone()) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) rowOf_[table.rows[i].label] = i;
        for (const query::PartyRow& party : reader.parties()) roles_[party.id] = party.role;
        std::vector<model::Incident> incidents = reader.incidents();
        std::erase_if(incidents, [](const model::Incident& n) { return !report::isExported(n); });
        patterns_ = query::patterns(reader.forCounting(), incidents);
    }

    std::string write() {
        Object::Ptr o = newObject();
        o->set("format", "logbog-log-1");
        o->set("case", text(document_.caseLabel));
        o->set("made", withOffset(document_.madeMs, document_.madeOffsetSeconds));
        o->set("language", share::codeOf(document_.language));
        o->set("audience", share::codeOf(audience_));
        o->set("zone", zone_);
        o->set("order", text(document_.logOrder));
        o->set("history_head", document_.code);
        o->set("columns", columns());
        Array::Ptr incidentList = incidents(), milestoneList = milestones(), exhibitList = exhibits();
        Object::Ptr counts = newObject();
        counts->set("incidents", incidentList->size());
        counts->set("contacts", document_.contacts);
        counts->set("milestones", milestoneList->size());
        counts->set("exhibits", exhibitList->size());
        counts->set("redactions", table_.redactions);
        o->set("counts", counts);
        o->set("incidents", incidentList);
        o->set("milestones", milestoneList);
        o->set("exhibits", exhibitList);
        o->set("files", files());
        std::ostringstream out;
        o->stringify(out, 1);
        return out.str() + "\n";
    }

private:
    // Of the case: looked through once more, and without signs.
    std::string text(const std::string& given) {
        proveText(document_, given);
        return plainText(given);
    }

    Array::Ptr columns() {
        Array::Ptr list = new Array;
        for (const report::Column& column : table_.columns) {
            Object::Ptr o = newObject();
            o->set("key", column.key);
            o->set("heading", column.heading);
            list->add(o);
        }
        return list;
    }

    Object::Ptr time(const base::Timestamp& t) const {
        Object::Ptr o = newObject();
        o->set("start", withOffset(t.utcMs, base::offsetSecondsAt(zone_, t.utcMs)));
        if (const std::int64_t span = base::spanMs(t, zone_); span > 0)
            o->set("before", withOffset(t.utcMs + span, base::offsetSecondsAt(zone_, t.utcMs + span)));
        o->set("precision", codeOf(t.precision));
        o->set("about", t.about);
        if (t.offsetSeconds) o->set("written_offset", base::formatOffset(*t.offsetSeconds));
        o->set("basis", codeOf(t.basis));
        return o;
    }

    // The words of the form's columns; empty for what has no row in the log.
    Object::Ptr words(const std::string& label) const {
        Object::Ptr o = newObject();
        const auto row = rowOf_.find(label);
        if (row == rowOf_.end()) return o;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            o->set(table_.columns[i].key, plainText(table_.rows[row->second].cells[i]));
        return o;
    }

    const std::vector<int>& exhibitsOf(const std::string& label) const {
        static const std::vector<int> kNone;
        const auto row = rowOf_.find(label);
        return row == rowOf_.end() ? kNone : table_.rows[row->second].exhibits;
    }

    std::string witnesses(const model::Incident& n) {
        return text(audience_ == report::Audience::Police
                        ? n.witnesses
                        : report::withoutContacts(n.witnesses, catalog_.tr("(contact left out)")));
    }

    // As the row has it: what is linked and counts today, not what did when the incident was made; what she
    // wrote herself where nothing is linked that can be counted.
    int countOf(const model::Incident& n) const {
        int count = 0;
        bool hasLinks = false;
        reader_.forCounting().eachRow(n.items, [&](const query::ItemRow& row) {
            const bool isContact = row.kind == model::ItemKind::Sms || row.kind == model::ItemKind::Mms ||
                                   row.kind == model::ItemKind::Call || row.kind == model::ItemKind::Chat ||
                                   row.kind == model::ItemKind::Email;
            hasLinks = hasLinks || isContact;
            const bool isCounted = isContact && !row.excluded && row.direction != model::Direction::Out;
            const bool isAround = patterns_.repeats.contains(row.id) || patterns_.others.contains(row.id);
            count += isCounted && !isAround ? 1 : 0;
        });
        return hasLinks ? count : n.count;
    }

    Object::Ptr incident(const model::Incident& n) {
        const std::string label = std::to_string(n.number);
        Object::Ptr o = newObject();
        o->set("number", n.number);
        o->set("time", time(n.start));
        if (n.end) o->set("end", time(*n.end));
        o->set("time_source", model::codeOf(n.timeSource));
        o->set("type", n.type);
        o->set("extra_types", listOf(n.extraTypes));
        o->set("channel", n.channel);
        o->set("count", countOf(n));
        o->set("title", text(n.title));
        o->set("description", text(n.description));
        o->set("quote", text(n.quote));
        o->set("place_type", n.placeType);
        if (audience_ == report::Audience::Police) o->set("place", text(n.placeText));
        o->set("targets", listOf(n.targets));
        const auto role = roles_.find(n.party);
        o->set("who", model::codeOf(role == roles_.end() ? model::PartyRole::Unknown : role->second));
        o->set("identified_by", listOf(n.identifiedBy));
        o->set("identified_text", text(n.identifiedText));
        o->set("witnesses", witnesses(n));
        o->set("response", n.response);
        o->set("response_text", text(n.responseText));
        if (n.fear >= 0) o->set("fear", n.fear);
        o->set("impact", text(n.impact));
        o->set("reported", n.reported || !n.reportNumber.empty());
        o->set("report_number", text(n.reportNumber));
        o->set("typical_example", n.highlight);
        const auto row = rowOf_.find(label);
        o->set("after_order", row != rowOf_.end() && table_.rows[row->second].afterOrder);
        if (n.createdMs > 0)
            o->set("written", withOffset(n.createdMs, base::offsetSecondsAt(zone_, n.createdMs)));
        o->set("exhibits", listOf(exhibitsOf(label)));
        o->set("words", words(label));
        return o;
    }

    Array::Ptr incidents() { // in the order of the document
        std::map<int, model::Incident> byNumber;
        for (model::Incident& n : reader_.incidents())
            if (report::isExported(n)) byNumber.emplace(n.number, std::move(n));
        Array::Ptr list = new Array;
        for (const TableRow& row : table_.rows)
            if (const auto it = byNumber.find(row.incident); !row.isMilestone && it != byNumber.end())
                list->add(incident(it->second));
        return list;
    }

    Array::Ptr milestones() { // all, oldest first, also those that are no row of the log
        Array::Ptr list = new Array;
        int number = 0;
        for (const model::Milestone& m : reader_.milestones()) {
            Object::Ptr o = newObject();
            const std::string label = "M" + std::to_string(++number);
            o->set("label", label);
            o->set("kind", model::codeOf(m.kind));
            o->set("title", text(m.title));
            o->set("time", time(m.time));
            o->set("valid_to", m.validTo);
            o->set("report_number", text(m.reportNumber));
            o->set("note", text(m.note));
            o->set("exhibits", listOf(exhibitsOf(label)));
            o->set("words", words(label));
            list->add(o);
        }
        return list;
    }

    Array::Ptr exhibits() {
        std::map<int, std::vector<int>> incidentsOf;
        for (const TableRow& row : table_.rows)
            for (const int exhibit : row.exhibits)
                if (!row.isMilestone) incidentsOf[exhibit].push_back(row.incident);
        Array::Ptr list = new Array;
        for (const report::ExhibitPart& part : document_.exhibits) {
            Object::Ptr o = newObject();
            o->set("number", part.number);
            o->set("withdrawn", part.withdrawn);
            o->set("kind", model::codeOf(part.kind));
            o->set("title", text(part.title));
            o->set("incidents", listOf(incidentsOf[part.number]));
            if (!part.milestone.empty()) o->set("milestone", part.milestone);
            Array::Ptr sources = new Array;
            for (const report::SourceNote& note : part.sources) {
                Object::Ptr file = newObject();
                file->set("key", note.key);
                file->set("sha256", note.sha256);
                sources->add(file);
            }
            o->set("files", sources);
            list->add(o);
        }
        return list;
    }

    Array::Ptr files() {
        Array::Ptr list = new Array;
        for (const report::SourceNote& note : document_.files) {
            Object::Ptr o = newObject();
            o->set("key", note.key);
            o->set("name", text(note.name));
            o->set("sha256", note.sha256);
            list->add(o);
        }
        return list;
    }

    const report::RedactedReader& reader_;
    const report::LogDocument& document_;
    const LogTable& table_;
    report::Audience audience_;
    const base::Catalog& catalog_;
    std::string zone_;
    std::map<std::string, std::size_t> rowOf_; // by the label of incident or milestone
    std::map<model::Id, model::PartyRole> roles_;
    query::Patterns patterns_; // what is linked and not counted
};

} // namespace

std::string toJson(const report::RedactedReader& reader, const report::LogDocument& document,
                   const LogTable& table, report::Audience audience, const base::Catalog& catalog) {
    return JsonWriter(reader, document, table, audience, catalog).write();
}

} // namespace core::share::log
