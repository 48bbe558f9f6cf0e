// SPDX-License-Identifier: GPL-3.0-or-later
// The log as CSV, JSON and DOCX, read back by Python's own readers.
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/share/log/log_csv.h"
#include "core/share/log/log_file.h"
#include "tests/core/share/share_case.h"

#include <cstdio>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::share::LogFormat;
namespace fs = std::filesystem;

namespace {

// What Python prints about a file, named in sys.argv[1]. Whole lines of code without double quotes.
std::string python(const std::string& code, const fs::path& file) {
    const std::string command = "python3 -c \"import csv,json,sys,zipfile,xml.dom.minidom as dom\n" + code +
                                "\" '" + file.string() + "' 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    std::string out;
    std::array<char, 4096> buffer{};
    while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), n);
    pclose(pipe);
    return out;
}

const std::string kCsv = "f=open(sys.argv[1],encoding='utf-8-sig',newline='')\n"
                         "r=list(csv.reader(f,delimiter=';',strict=True))\n";
const std::string kJson = "j=json.load(open(sys.argv[1],encoding='utf-8'))\n";
const std::string kDocx =
    "z=zipfile.ZipFile(sys.argv[1])\n"
    "assert z.testzip() is None\n"
    "d={n:dom.parseString(z.read(n)) for n in z.namelist()}\n"
    "t=d['word/document.xml']\n"
    "def text(e): return ''.join(x.firstChild.data for x in e.getElementsByTagName('w:t') "
    "if x.firstChild)\n";

core::model::Incident written() {
    core::model::Incident n;
    n.start.utcMs = kMay3 + 2 * 86'400'000;
    n.start.precision = core::base::Precision::Day;
    n.start.zone = "Europe/Copenhagen";
    n.start.basis = core::base::TimeBasis::LocalZone;
    n.type = "watching";
    n.title = "=SUM(A1:A9)";
    n.description = "Han stod ved \"porten\"; længe\r\nog gik & kom <igen> \x01 🚗";
    n.placeText = "Skolevej i Vejle";
    n.witnesses = "Bo Lund, tlf. 40 50 60 70";
    n.responseText = "Ringede fra Lærkebakken  27";
    n.privateNote = "kun til mig selv";
    n.stillNeeded = "spørg naboen";
    n.status = core::model::IncidentStatus::Ready;
    return n;
}

void fillLog(TempCase& c) {
    fillCase(c);
    c.editor->saveIncident(written());
    core::model::Milestone order;
    order.kind = core::model::MilestoneKind::RestrainingOrder;
    order.time.utcMs = kMay3 + 3'600'000;
    order.time.precision = core::base::Precision::Minute;
    order.reportNumber = "9999-73110-00417-25";
    order.note = "Læst op på stationen";
    c.editor->saveMilestone(order);
}

core::share::ReportResult write(TempCase& c, const std::string& name,
                                core::share::Audience audience = core::share::Audience::Adviser) {
    auto options = reportOptions();
    options.audience = audience;
    core::base::Progress progress;
    const fs::path out = c.folder.path() / name;
    return core::share::writeLog(*c.store, options, *core::share::logFormatOf(out), out, progress);
}

// All that can be read in the file: of a DOCX the unpacked parts.
std::string allText(const fs::path& file) {
    if (file.extension() != ".docx") return readFile(file);
    return python(kDocx + "sys.stdout.buffer.write(b'\\n'.join(z.read(n) for n in z.namelist()))", file);
}

} // namespace

TEST_CASE("Python's csv reads the rows newest first, with every sign of a text in its place") {
    TempCase c;
    fillLog(c);
    const auto result = write(c, "log.csv");
    const fs::path file = c.folder.path() / "log.csv";
    const std::string bytes = readFile(file);
    CHECK(bytes.starts_with("\xEF\xBB\xBF\"Nr.\";\"Dato, ugedag, kl.\";\"Type/kanal\""));
    CHECK(bytes.ends_with("\"\r\n"));
    CHECK(result.sha256 == core::base::toHex(core::base::sha256(bytes)));
    CHECK(python(kCsv + "print(len(r),{len(x) for x in r})\nprint([x[0] for x in r])", file) ==
          "5 {11}\n['Nr.', '3', '2', 'M1', '1']\n");
    CHECK(python(kCsv + "print(r[1][3])", file) ==
          "'=SUM(A1:A9)\nHan stod ved \"porten\"; længe\nog gik & kom <igen> \u2401 🚗\nemoji: bil\n");
    CHECK(python(kCsv + "print(r[1][10],r[2][10]=='',r[0][10])", file) ==
          "Der er sat en apostrof foran, så et regneark ikke regner: Hvad skete der True Bemærkning\n");
    CHECK(python(kCsv + "print(r[4][9]);print(r[3][1:4])", file) ==
          "1\n['Lørdag den 3. maj 2025 kl.\\xa023.04', 'Tilhold', 'J.nr. 9999-73110-00417-25 · Læst op på "
          "stationen\\n2 kontakter før · 2 kontakter efter']\n");
}

TEST_CASE("a cell is guarded when a spreadsheet would calculate with it, and no other one is touched") {
    const core::base::Catalog english(core::base::Language::English);
    const auto csv = [&](const std::string& text) {
        core::share::log::LogTable table;
        table.columns = {{"what", "What", 10}};
        table.rows = {{false, false, {{{{{text, false}}}}}}};
        const std::string all = core::share::log::toCsv(table, english);
        return all.substr(all.find("\r\n") + 2);
    };
    for (const std::string text : {"=1+1", "+45 12 34 56 78", "-2", "@SUM", "\tx", "  =1", "\u00a0@x", "＝1"})
        CHECK(csv(text).starts_with("\"'" + text + "\";\"An apostrophe"));
    for (const std::string text : {"", "1=1", "– ", "»=1«", "\u22121", "a\n=1", "'=1", "#1", "(+45)"})
        CHECK(csv(text) == "\"" + text + "\"\r\n");
}

TEST_CASE("Python's json reads times with offset and precision, exhibits with their hashes, and the counts") {
    TempCase c;
    fillLog(c);
    write(c, "log.json");
    const fs::path file = c.folder.path() / "log.json";
    CHECK(python(kJson + "print(j['format'],j['language'],j['audience'],j['zone'],j['counts'])", file) ==
          "logbog-log-1 da adviser Europe/Copenhagen {'incidents': 3, 'contacts': 4, 'milestones': 1, "
          "'exhibits': 2, 'redactions': 2}\n");
    CHECK(
        python(kJson + "n=j['incidents'][0]\nprint(n['number'],n['time'],n['time_source'],n['after_order'])",
               file) ==
        "3 {'start': '2025-05-05T22:04:17+02:00', 'before': '2025-05-06T22:04:17+02:00', 'precision': 'day', "
        "'about': False, 'basis': 'local'} own-memory True\n");
    CHECK(python(kJson + "n=j['incidents'][0]\nprint(n['title'],repr(n['description']))", file) ==
          "=SUM(A1:A9) 'Han stod ved \"porten\"; længe\\nog gik & kom <igen> \u2401 🚗'\n");
    CHECK(python(kJson + "print([(n['number'],n['exhibits'],n['words']['exhibit']) for n in j['incidents']])",
                 file) == "[(3, [], '–'), (2, [2], '2'), (1, [1], '1')]\n");
    const std::string hash = c.reader->sources().at(0).sha256;
    CHECK(python(kJson + "e=j['exhibits'][0]\nprint(e['number'],e['incidents'],e['files'],j['files'][0])",
                 file) == "1 [1] [{'key': 'K1', 'sha256': '" + hash +
                              "'}] {'key': 'K1', 'name': 'sms.xml', 'sha256': '" + hash + "'}\n");
    CHECK(python(kJson + "m=j['milestones'][0]\nprint(m['label'],m['kind'],m['time']['start'],m['note'])",
                 file) == "M1 restraining-order 2025-05-03T23:04:17+02:00 Læst op på stationen\n");
}

TEST_CASE("the count of an incident is that of its row, whatever it was when it was made") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 60000, 1, "b"),
                                     smsLine(kHim, kMay3 + 120000, 1, "c")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    c.editor->setExcluded({c.reader->itemIds({})[0]}, true);
    core::model::Incident told;
    told.start.utcMs = kMay3 + 86'400'000;
    told.count = 10;
    c.editor->saveIncident(told);
    write(c, "log.json");
    const fs::path file = c.folder.path() / "log.json";
    CHECK(python(kJson + "print([n['count'] for n in j['incidents']],j['counts']['contacts'])", file) ==
          "[10, 2] 3\n");
}

TEST_CASE("the DOCX is sound XML: landscape A4, repeated headings, the language, and nobody's name") {
    TempCase c;
    fillLog(c);
    write(c, "log.docx");
    const fs::path file = c.folder.path() / "log.docx";
    CHECK(python(kDocx + "s=t.getElementsByTagName('w:pgSz')[0]\n"
                         "print(z.namelist()[0],s.getAttribute('w:w'),s.getAttribute('w:h'),"
                         "s.getAttribute('w:orient'),len(t.getElementsByTagName('w:tblHeader')))",
                 file) == "[Content_Types].xml 16838 11906 landscape 1\n");
    CHECK(python(kDocx + "r=t.getElementsByTagName('w:tr')\n"
                         "print([text(x.getElementsByTagName('w:tc')[0]) for x in r],"
                         "{len(x.getElementsByTagName('w:tc')) for x in r})",
                 file) == "['Nr.', '3', '2', 'M1', '1'] {10}\n");
    CHECK(python(kDocx + "print(text(t.getElementsByTagName('w:tr')[1].getElementsByTagName('w:tc')[3]))",
                 file) ==
          "=SUM(A1:A9)Han stod ved \"porten\"; længeog gik & kom <igen> \u2401 🚗emoji: bil\n");
    CHECK(python(kDocx + "p=d['docProps/core.xml'].documentElement\n"
                         "print([(x.tagName,x.firstChild.data) for x in p.childNodes])",
                 file) == "[('dc:title', 'Logskema'), ('dc:language', 'da-DK')]\n");
    CHECK(python(kDocx + "print({i.date_time[0] for i in z.infolist()})", file) == "{1980}\n");
}

TEST_CASE("nothing that is protected, private or for others leaves in any kind of log") {
    TempCase c;
    fillLog(c);
    for (const std::string name : {"log.csv", "log.json", "log.docx"}) {
        INFO(name);
        const auto result = write(c, name);
        CHECK(result.redactions > 0);
        const std::string text = allText(c.folder.path() / name);
        CHECK(text.find("overstreget: adresse") != std::string::npos);
        for (const std::string secret : {"rkebakken", "RKEBAKKEN", "kun til mig selv", "naboen",
                                         "40 50 60 70", "Skolevej", "\uFDD0", "\uFDD1"})
            CHECK(text.find(secret) == std::string::npos);
        CHECK(text.find("Bo Lund") != std::string::npos);
        write(c, "politi-" + name, core::share::Audience::Police);
        const std::string police = allText(c.folder.path() / ("politi-" + name));
        CHECK(police.find("Skolevej i Vejle") != std::string::npos);
        CHECK(police.find("40 50 60 70") != std::string::npos);
        CHECK(police.find("rkebakken") == std::string::npos);
        CHECK(police.find("kun til mig selv") == std::string::npos);
    }
}

TEST_CASE("a log stands in the history before it has a name, and its exhibit numbers stay") {
    TempCase c;
    fillLog(c);
    const auto first = write(c, "log.csv");
    CHECK(first.exhibits == 2);
    const auto event = c.reader->custody(0).front();
    CHECK(event.action == "export");
    CHECK(event.subject == "log.csv");
    CHECK(event.detail.find(first.sha256) != std::string::npos);
    CHECK(event.detail.find("\"log-csv\"") != std::string::npos);
    const auto numbers = c.reader->exhibits();
    write(c, "log.json");
    CHECK(c.reader->exhibits().size() == numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(c.reader->exhibits()[i].items == numbers[i].items);
}

TEST_CASE("a log that cannot be written leaves the earlier file as it was") {
    TempCase c;
    fillLog(c);
    c.folder.write("log.csv", "hers");
    auto options = reportOptions();
    std::stop_source stop;
    stop.request_stop();
    core::base::Progress stopped(stop.get_token());
    CHECK_THROWS_AS(
        core::share::writeLog(*c.store, options, LogFormat::Csv, c.folder.path() / "log.csv", stopped),
        core::base::Error);
    CHECK(readFile(c.folder.path() / "log.csv") == "hers");
    core::base::Progress progress;
    CHECK_THROWS_AS(core::share::writeLog(*c.store, options, LogFormat::Csv,
                                          c.store->folder() / "objects" / "log.csv", progress),
                    core::base::Error);
    CHECK_THROWS_AS(core::share::writeLog(*c.store, options, LogFormat::Docx, "/dev/full/log.docx", progress),
                    core::base::Error);
}
