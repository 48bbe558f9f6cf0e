// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/import/importer.h"

#include <sstream>

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace core::import {

namespace {

using Poco::JSON::Array;
using Poco::JSON::Object;

Object::Ptr newObject() { return new Object(Poco::JSON_PRESERVE_KEY_ORDER); }

Object::Ptr issueJson(const model::Issue& issue) {
    auto o = newObject();
    o->set("position", static_cast<Poco::UInt64>(issue.offset));
    o->set("what", model::codeOf(issue.code));
    o->set("severity", model::codeOf(issue.severity));
    o->set("detail", issue.detail);
    return o;
}

Object::Ptr fileJson(const FileReport& file) {
    auto o = newObject();
    o->set("path", base::repairUtf8(file.path.string()));
    o->set("sha256", file.sha256);
    o->set("format", file.format);
    o->set("items", file.items);
    o->set("duplicates", file.duplicates);
    o->set("continued", file.continued);
    o->set("skipped", file.skipped);
    o->set("undated", file.undated);
    o->set("missing", file.missing);
    o->set("known_file", file.knownFile);
    o->set("shown_in_messages", file.isShown);
    if (!file.error.empty()) {
        o->set("error", file.error);
        o->set("error_code", base::codeName(file.errorCode));
        o->set("error_number", static_cast<int>(file.errorCode));
    }
    Array::Ptr issues = new Array;
    for (const model::Issue& issue : file.issues) issues->add(issueJson(issue));
    o->set("issues", issues);
    o->set("issue_count", file.issueCount);
    return o;
}

Object::Ptr passedOverJson(const PassedOver& one) {
    auto o = newObject();
    o->set("path", base::repairUtf8(one.path.string()));
    o->set("reason", codeOf(one.reason));
    return o;
}

PassedOver passedOverOf(const Object& o) {
    PassedOver one;
    one.path = o.getValue<std::string>("path");
    const std::string reason = o.getValue<std::string>("reason");
    for (const auto known : {PassedOverReason::Hidden, PassedOverReason::Link, PassedOverReason::Case})
        if (reason == codeOf(known)) one.reason = known;
    return one;
}

model::Issue issueOf(const Object& o) {
    model::Issue issue;
    issue.offset = o.getValue<Poco::UInt64>("position");
    issue.code = model::issueCodeOf(o.getValue<std::string>("what")).value_or(model::IssueCode::Malformed);
    issue.severity =
        model::issueSeverityOf(o.getValue<std::string>("severity")).value_or(model::IssueSeverity::Odd);
    issue.detail = o.getValue<std::string>("detail");
    return issue;
}

FileReport fileOf(const Object& o) {
    FileReport file;
    file.path = o.getValue<std::string>("path");
    file.sha256 = o.getValue<std::string>("sha256");
    file.format = o.getValue<std::string>("format");
    file.items = o.getValue<int>("items");
    file.duplicates = o.getValue<int>("duplicates");
    file.continued = o.optValue<int>("continued", 0);
    file.skipped = o.getValue<int>("skipped");
    file.undated = o.getValue<int>("undated");
    file.missing = o.optValue<int>("missing", 0);
    file.knownFile = o.getValue<bool>("known_file");
    file.isShown = o.optValue<bool>("shown_in_messages", false);
    file.error = o.optValue<std::string>("error", "");
    file.errorCode = static_cast<base::ErrorCode>(o.optValue<int>("error_number", 0));
    file.issueCount = o.getValue<int>("issue_count");
    const Array::Ptr issues = o.getArray("issues");
    for (std::size_t i = 0; i < issues->size(); ++i)
        file.issues.push_back(issueOf(*issues->getObject(static_cast<unsigned>(i))));
    return file;
}

} // namespace

std::string toJson(const ImportReport& report) {
    auto o = newObject();
    o->set("run", static_cast<Poco::Int64>(report.run));
    o->set("begun_ms", static_cast<Poco::Int64>(report.begunMs));
    o->set("ended_ms", static_cast<Poco::Int64>(report.endedMs));
    o->set("cancelled", report.cancelled);
    Array::Ptr files = new Array;
    for (const FileReport& file : report.files) files->add(fileJson(file));
    o->set("files", files);
    Array::Ptr passedOver = new Array;
    for (const PassedOver& one : report.passedOver) passedOver->add(passedOverJson(one));
    o->set("passed_over", passedOver);
    std::ostringstream out;
    o->stringify(out);
    return out.str();
}

ImportReport reportFromJson(const std::string& json) {
    ImportReport report;
    try {
        Poco::JSON::Parser parser;
        const auto o = parser.parse(json).extract<Object::Ptr>();
        report.run = o->getValue<Poco::Int64>("run");
        report.begunMs = o->getValue<Poco::Int64>("begun_ms");
        report.endedMs = o->getValue<Poco::Int64>("ended_ms");
        report.cancelled = o->getValue<bool>("cancelled");
        const Array::Ptr files = o->getArray("files");
        for (std::size_t i = 0; i < files->size(); ++i)
            report.files.push_back(fileOf(*files->getObject(static_cast<unsigned>(i))));
        const Array::Ptr passedOver = o->getArray("passed_over"); // older reports have none
        for (unsigned i = 0; passedOver && i < passedOver->size(); ++i)
            report.passedOver.push_back(passedOverOf(*passedOver->getObject(i)));
    } catch (const Poco::Exception& error) {
        throw base::Error(base::ErrorCode::Damaged,
                          "the stored import report cannot be read: " + error.displayText());
    }
    return report;
}

} // namespace core::import
