// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_document.h"

#include "core/base/sha256.h"
#include "core/report/packed_messages.h"
#include "core/report/packed_rows.h"

#include <array>

namespace tests {

using namespace core::report;

namespace {

std::string hashOf(const std::string& text) { return core::base::toHex(core::base::sha256(text)); }
Cell text(const std::string& t) { return {{{{t, false}}, LineStyle::Plain}}; }

std::vector<Column> columns() {
    return {{"number", "Nr.", 10},
            {"when", "Dato, ugedag, kl.", 31},
            {"type", "Type/kanal", 27},
            {"what", "Hvad skete der", 62},
            {"place", "Sted", 19},
            {"who", "Hvem –\nhvordan genkendt", 28},
            {"witnesses", "Vidner", 18},
            {"reaction", "Reaktion/konsekvens", 32},
            {"reported", "Anmeldt\n(j.nr.)", 21},
            {"exhibit", "Bilag", 19}};
}

LogRow sampleRow(int number, int exhibits) {
    constexpr std::array kWhat{
        "Holdt i bil over for indgangen i ca. 10 minutter. Kørte, da jeg tog et billede. Børnene var med.",
        "Ringede til børnehaven og spurgte, hvornår børnene bliver hentet. Personalet oplyste intet.",
        "»Hvem er det, der holder i indkørslen???«",
        "Gik frem og tilbage på fortovet ved legepladsen. Jeg så ham fra vinduet."};
    LogRow row;
    row.label = std::to_string(number);
    row.incident = number;
    row.afterOrder = number > 6;
    row.when.day = 20211 + number; // from 4 May 2025 on
    Cell when{{{{"lør.\u00a003.05.2025", true}}, LineStyle::Plain},
              {{{"kl.\u00a022.04–23.51", false}}, LineStyle::Plain}};
    when.push_back({{{"tid: beskedfil", false}}, LineStyle::Small});
    if (row.afterOrder) when.push_back({{{"33 dage efter tilhold", true}}, LineStyle::Plain});
    const bool isEpisode = number % 3 == 0;
    Cell what = text(kWhat[static_cast<std::size_t>(number) % kWhat.size()]);
    if (isEpisode) {
        what = {{{{"12 SMS kl.\u00a022.04–23.51.", true}}, LineStyle::Plain},
                {{{"Undskylder og truer på skift. Den sidste: »Så kommer jeg selv forbi 😡«.", false}},
                 LineStyle::Plain}};
        row.strip =
            TimeStrip{22,
                      24,
                      {22.07, 22.1, 22.18, 22.31, 22.45, 22.52, 22.8, 22.87, 23.17, 23.4, 23.62, 23.85},
                      {"kl.\u00a022", "kl.\u00a023", "kl.\u00a024"}};
    }
    if (number % 3 == 1 && exhibits > 0) row.exhibits = {number % exhibits + 1};
    row.cells = {
        {{{{row.label, true}}, LineStyle::Plain}},
        when,
        {{{{isEpisode ? "SMS/MMS" : "Mødte op (bopæl, arbejde, andet sted)", true}}, LineStyle::Plain},
         {{{isEpisode ? "sms" : "fysisk", false}}, LineStyle::Plain}},
        what,
        text("Hjem"),
        text("Udøver\nkendt nummer; omtaler ting, kun han kender"),
        text(number % 4 == 0 ? "V1, nabo" : "–"),
        text("Svarede ikke. Sov næsten ikke."),
        text(number % 2 == 0 ? "Nej" : "Ja\n9999-73110-\u200b00417-25"),
        row.exhibits.empty() ? text("–") : Cell{}};
    return row;
}

LogRow milestoneRow() {
    LogRow row;
    row.isMilestone = true;
    row.label = "M5";
    row.when.day = 20220; // 12 May 2025
    row.cells = {{{{{"Mandag den 12. maj 2025", true}, {"   ", false}, {"Tilhold meddelt udøver", true}},
                   LineStyle::Plain}},
                 text("Gælder til 12.05.2030 · j.nr. 9999-73110-00417-25"),
                 text("ovenfor: 16 kontakter efter · nedenfor: 198 før")};
    row.exhibits = {2};
    return row;
}

Message sampleMessage(int i) {
    constexpr std::array kTexts{
        "Jeg ved godt, du har læst den.",
        "Undskyld. Jeg mente det ikke sådan. Kan vi ikke bare tale sammen som voksne mennesker 🙏",
        "Jeg kørte forbi \uFDD0[overstreget: adresse]\uFDD1 i dag. Der var lys.",
        "Hvem er det, der holder i indkørslen???",
        "SVAR MIG",
        "من فضلك أجيبي. لن أتوقف عن الكتابة.",
        "Du tror, du kan gemme dig. Det kan du ikke. Jeg kender alle de steder, du kommer, og jeg har "
        "god tid. Vi kan gøre det på den nemme måde, eller vi kan gøre det på en anden måde. Det "
        "bestemmer du selv."};
    Message m;
    m.day = i < 40 ? "Lørdag den 3. maj 2025" : "Søndag den 4. maj 2025";
    m.clock = "22." + std::to_string(10 + i % 50) + ".17";
    m.zoneNote = "UTC+2 (sommertid)";
    m.sourceNote = "K1, post " + std::to_string(2211 + i);
    m.text =
        kTexts[static_cast<std::size_t>(i) % kTexts.size()] + std::string(" ord") + std::to_string(i) + "x";
    m.fromOffender = true;
    m.sender = "Fra udøver";
    m.label = "1." + std::to_string(i + 1);
    if (i == 1) {
        m.isContext = true;
        m.fromOffender = false;
        m.label.clear();
        m.sender = "Fra den udsatte – sammenhæng, tæller ikke med";
        m.text = "Jeg ønsker ingen kontakt. Skriv ikke til mig mere. ord1x";
    }
    return m;
}

void addExhibits(LogDocument& d, const SampleSize& size) {
    ExhibitPart e;
    e.number = 1;
    e.title = "SMS-samtale, 3. maj 2025";
    e.intro = "Hændelse nr. 3: 12 SMS.\nUdøver: +45 20 11 09 17. Den udsatte: nummer udeladt i denne udgave.";
    e.incidentLabel = "hændelse nr. 3";
    e.incident = 3;
    e.listDate = "03.05.2025";
    e.listType = "SMS-eksport";
    e.listText = "12 SMS kl. 22.04–23.51";
    e.listFile = "sms-maj.xml";
    e.listIncidents = "3";
    e.sha256 = hashOf("sms-maj");
    e.sources = {{"K1", "sms-maj.xml", "lagt i sagen 05.05.2025 kl. 10.14", e.sha256}};
    e.sourceRemark = "Tider i en beskedfil er telefonens, normalt ved modtagelsen.";
    e.redactionNote = "1 sted i dette bilag. Teksten er fjernet fra denne udgave; originalfilen er uændret.";
    const auto messages = std::make_shared<PackedMessages>();
    for (int i = 0; i < size.messages; ++i) messages->add(sampleMessage(i));
    e.messages = Messages(messages);
    d.exhibits.push_back(e);

    ExhibitPart mail;
    mail.number = 2;
    mail.kind = core::model::ExhibitKind::Mail;
    mail.title = "E-mail, 6. maj 2025";
    mail.intro = "M5: 1 e-mail.";
    mail.incidentLabel = "M5";
    mail.milestone = "M5";
    mail.listDate = "06.05.2025";
    mail.listType = "E-mail";
    mail.listText = "1 e-mail";
    mail.listFile = "genhør.eml";
    mail.listIncidents = "M5";
    mail.sha256 = hashOf("mail");
    mail.sources = {{"K2", "genhør.eml", "lagt i sagen 07.05.2025 kl. 10.14", mail.sha256}};
    mail.mails.push_back(
        {"2.1",
         {{"Fra", "\"N.N.\" <nn@example.org> – udøver", false},
          {"Til", "den udsatte", false},
          {"Emne", "Genhør", true},
          {"Tid", "06.05.2025 kl. 12.34.05, UTC+2 (sommertid) (e-mail (Date))", false}},
         "Hej\n\nJeg skriver, fordi du ikke tager telefonen. Vi har noget at tale om.\n\nHilsen N.",
         {"Vedhæftet: hus.jpg, 1,2 MB, SHA-256 a59b 3536 13a9 7d6c …"},
         {{77, true, 0}}});
    d.exhibits.push_back(mail);

    ExhibitPart withdrawn;
    withdrawn.number = 3;
    withdrawn.withdrawn = true;
    d.exhibits.push_back(withdrawn);

    ExhibitPart photo;
    photo.number = 4;
    photo.kind = core::model::ExhibitKind::Pictures;
    photo.title = "Billeder, 15. maj 2025";
    photo.intro = "Hændelse nr. 4: 2 billeder.";
    photo.incidentLabel = "hændelse nr. 4";
    photo.incident = 4;
    photo.listDate = "15.05.2025";
    photo.listType = "Foto";
    photo.listText = "2 billeder";
    photo.listFile = "IMG_2630.jpg + 1 fil";
    photo.listIncidents = "4";
    photo.sha256 = hashOf("photo");
    photo.sources = {{"K3", "IMG_2630.jpg", "lagt i sagen 16.05.2025 kl. 10.14", photo.sha256}};
    photo.files.push_back({true,
                           {1, false, 1},
                           "4.1",
                           "IMG_2630.jpg",
                           {{"Tid", "15.05.2025 kl. 07.42.11, UTC+2 (sommertid) (foto (EXIF))", false},
                            {"SHA-256", photo.sha256, false}}});
    photo.files.push_back({true, {2, false, 1}, "4.2", "IMG_ødelagt.jpg", {{"Tid", "–", false}}});
    d.exhibits.push_back(photo);
}

void addOverview(LogDocument& d) {
    Overview& o = d.overview;
    o.subtitle = "6. januar – 28. september 2025 · kontakter på 57 dage · længste pause 17 dage";
    o.figures = {{"58", "hændelser", "En hændelse er én række i loggen."},
                 {"214", "kontakter", "Én besked, ét opkald eller ét fremmøde."},
                 {"34", "kontakter på én dag", "Lørdag den 5. april 2025. Nr. 34, 35, bilag 11."},
                 {"16", "kontakter efter tilhold", "Den første efter 3 dage. I alt 198 før."}};
    constexpr std::array kBars{6, 6, 5, 13, 7, 7, 9, 6, 11, 8, 11, 12, 40, 11, 7, 6, 15, 0, 0,
                               0, 3, 1, 1,  0, 0, 0, 1, 0,  0, 0,  0,  0,  0,  2, 0, 0,  0, 1};
    constexpr std::array kMonths{
        "januar", "", "", "",       "februar", "", "", "", "marts",     "", "", "", "april",
        "",       "", "", "maj",    "",        "", "", "", "juni",      "", "", "", "juli",
        "",       "", "", "august", "",        "", "", "", "september", "", "", ""};
    for (std::size_t i = 0; i < kBars.size(); ++i) {
        o.bars.push_back({kMonths[i], kBars[i]});
        o.barTotal += kBars[i];
    }
    o.markers = {{1.9, "Klart nej 19.1.", false},   {8.0, "Log påbegyndt 3.3.", false},
                 {10.4, "Anmeldelse 20.3.", false}, {15.2, "Partshøring 22.4.", false},
                 {18.0, "Tilhold 12.5.", true},     {23.0, "Skiftet nummer 16.6.", false}};
    o.dotRows = {{"Gaver", {{2.4, true}, {5.5, false}, {31.2, false}}},
                 {"Gennem andre",
                  {{5.2, true}, {8.2, false}, {12.1, false}, {12.2, false}, {19.5, true}, {24.6, false}}},
                 {"Overvågning", {{1.1, true}, {9.4, false}, {17.3, false}, {18.4, false}, {35.3, false}}}};
    o.barHeading = "Kontakter uge for uge";
    o.barUnit = "pr. uge";
    o.barNote = "Hver søjle er én uge fra mandag. Hver firkant er én kontakt; en åben er kun efter "
                "hukommelsen. Loggen blev "
                "påbegyndt den 3. marts 2025; ældre hændelser er skrevet ind bagefter.";
    o.afterOrderTitle = "Efter tilhold: 16 kontakter";
    o.afterOrderText = "den første efter 3 dage";
    o.weekdays = {"Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"};
    o.weekdayHour.assign(7, std::vector<int>(24, 0));
    for (std::size_t day = 0; day < 7; ++day)
        for (std::size_t hour = 0; hour < 24; ++hour)
            o.weekdayHour[day][hour] =
                (hour > 18 || hour < 4) && (day * 7 + hour) % 3 == 0 ? static_cast<int>(day * hour / 6) : 0;
    o.hourNote =
        "207 kontakter med kendt klokkeslæt; 7 uden er ikke med. 124 af 207 (60 %) ligger kl. 22–06.";
    o.channels = {{"Opkald", 80}, {"SMS/MMS", 77}, {"Chatbeskeder", 26},
                  {"Fysisk", 11}, {"E-mail", 6},   {"Andet", 14}};
    o.targets = {
        {"Den udsatte selv", 185}, {"Ny partner", 13}, {"Arbejdsplads", 11}, {"Børn", 3}, {"Familie", 2}};
    o.beforeAfter = {{"", "Kontakter\nfør", "pr. uge", "Kontakter\nefter", "pr. uge", "Første\nefter"},
                     {"Klart nej, 19. januar", "13", "7,0", "201", "5,6", "3 dage"},
                     {"Anmeldelse, 20. marts", "94", "9,0", "120", "4,4", "2 dage"},
                     {"Tilhold, 12. maj", "198", "11,0", "16", "0,8", "3 dage"}};
    o.boldRow = 3;
    o.foot = "Dokumentation: 38 af 58 hændelser har bilag · 13 har vidner · 16 er anmeldt · 9 er tidsfæstet "
             "efter hukommelsen.";
}

void addText(LogDocument& d) {
    d.parties = {
        {"Udøver", {}, {{"Navn", "N.N.", false}, {"Kendte numre", "+45 20 11 09 17", false}}, false, {}},
        {"Den udsatte", {"Navn, nummer og adresse er udeladt i denne udgave."}, {}, false, {}}};
    d.about = {{"Tider og tidszoner",
                {"Alle klokkeslæt er dansk tid.", "En fil med en anden zone er regnet om."},
                {},
                false,
                {}},
               {"Hvor tiderne kommer fra",
                {},
                {{"Beskedfil", "Tiden står i filen fra telefonen eller appen, normalt modtagelsen.", true},
                 {"Opkaldsliste", "Telefonens egen liste over opkald.", true}},
                false,
                {}},
               {"Hvad en kode viser", {"Koden (SHA-256) er et fingeraftryk af en fil."}, {}, false, {}},
               {"Hvad en kode ikke viser", {"Den viser ikke, at indholdet er sandt."}, {}, false, {}},
               {"Sådan kontrollerer du en fil",
                {"Sammenlign svaret med koden på side \uFDD2files\uFDD3."},
                {{"Windows, kommandoprompt", "certutil -hashfile \"sms-maj.xml\" SHA256", true},
                 {"Linux, terminal", "sha256sum \"sms-maj.xml\"", true}},
                true,
                "Passer en kode ikke, så skriv det på kvitteringen."}};
    d.files = {{"K1", "sms-maj.xml", "1,2 MB, lagt i sagen 05.05.2025 kl. 10.14", hashOf("sms-maj")},
               {"K2", "genhør.eml", "12 kB, lagt i sagen 07.05.2025 kl. 10.14", hashOf("mail")}};
}

LogDocument frame(const core::base::Catalog& catalog) {
    LogDocument d;
    d.language = catalog.language();
    d.words = makeWords(catalog);
    d.caseLabel = "Sag 7F3";
    d.madeShort = "30.09.2025 kl. 14.12";
    d.madeMs = 1759234320000;
    d.madeOffsetSeconds = 7200;
    d.code = hashOf("code");
    d.codeExplanation = "Det seneste led i sagens historik (SHA-256).";
    d.columns = columns();
    d.logOrder = "nyeste først";
    d.logNote = "Streg til venstre: efter tilhold den 12. maj 2025  ·  tidens kilde står under klokkeslættet";
    d.listNote = "Alle filer og hele koder: side \uFDD2files\uFDD3.";
    const Words& w = d.words;
    d.contents = {{"overview", w.overview, "på én side"},
                  {"parties", w.parties, "hvem er hvem"},
                  {"examples", w.examples, ""},
                  {"steps", w.steps, "M1–M6"},
                  {"log", w.log, "nyeste først"},
                  {"list", w.exhibitList, "4 bilag"},
                  {"exhibits", w.exhibits, "bilag 1–4"},
                  {"about", w.about, "tider, kilder, kontrol"},
                  {"files", w.files, "hele SHA-256 for hver fil"}};
    return d;
}

} // namespace

LogDocument sampleDocument(const core::base::Catalog& catalog, const SampleSize& size) {
    LogDocument d = frame(catalog);
    d.isFull = size.full;
    d.incidents = size.incidents;
    d.front = {{"Periode", "6. januar – 28. september 2025 (38 uger)", true},
               {"Udarbejdet", "tirsdag den 30. september 2025 kl. 14.12 (UTC+2 (sommertid))", false},
               {"Til", "Rådgiver – uden adresser og vidners kontaktoplysninger", false},
               {"Omfang", "58 hændelser · 214 kontakter · 4 bilag", false}};
    addOverview(d);
    addExhibits(d, size);
    const auto rows = std::make_shared<PackedRows>();
    for (int number = size.incidents; number >= 1; --number) {
        if (number == 6) rows->add(milestoneRow());
        rows->add(sampleRow(number, 4));
    }
    d.rows = LogRows(rows);
    for (int number = 1; number <= 5 && number <= size.incidents; ++number)
        d.examples.push_back(sampleRow(number, 4));
    d.steps.push_back(milestoneRow());
    addText(d);
    return d;
}

LogDocument emptyDocument(const core::base::Catalog& catalog) {
    LogDocument d = frame(catalog);
    d.front = {{"Periode", "Ingen hændelser endnu", true}};
    d.overview.subtitle = "Der er ingen hændelser i loggen endnu.";
    return d;
}

void changeRows(LogDocument& document, const std::function<void(LogRow&, std::size_t)>& change) {
    const auto rows = std::make_shared<PackedRows>();
    for (const LogRow& row : document.rows) {
        LogRow changed = row;
        change(changed, rows->size());
        rows->add(changed);
    }
    document.rows = LogRows(rows);
}

} // namespace tests
