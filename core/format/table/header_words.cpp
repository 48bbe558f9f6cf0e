// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/words.h"

#include <algorithm>
#include <array>

namespace core::format::table {

namespace {

struct HeaderWord {
    std::string_view word; // folded
    Role role;
};
constexpr std::array kHeaders{
    HeaderWord{"dato", Role::Date},
    HeaderWord{"date", Role::Date},
    HeaderWord{"datum", Role::Date},
    HeaderWord{"tidspunkt", Role::Date},
    HeaderWord{"dato og tid", Role::Date},
    HeaderWord{"dato og tidspunkt", Role::Date},
    HeaderWord{"dato og klokkeslaet", Role::Date},
    HeaderWord{"dato/tid", Role::Date},
    HeaderWord{"dato / tid", Role::Date},
    HeaderWord{"date and time", Role::Date},
    HeaderWord{"date/time", Role::Date},
    HeaderWord{"date & time", Role::Date},
    HeaderWord{"datetime", Role::Date},
    HeaderWord{"datum/uhrzeit", Role::Date},
    HeaderWord{"datum und uhrzeit", Role::Date},
    HeaderWord{"opkaldsdato", Role::Date},
    HeaderWord{"startdato", Role::Date},
    HeaderWord{"starttidspunkt", Role::Date},
    HeaderWord{"start date", Role::Date},
    HeaderWord{"call date", Role::Date},
    HeaderWord{"tidsstempel", Role::Date},
    HeaderWord{"timestamp", Role::Date},
    HeaderWord{"zeitstempel", Role::Date},
    HeaderWord{"zeitpunkt", Role::Date},
    HeaderWord{"tid", Role::Time},
    HeaderWord{"kl", Role::Time},
    HeaderWord{"klokken", Role::Time},
    HeaderWord{"klokkeslaet", Role::Time},
    HeaderWord{"opkaldstid", Role::Time},
    HeaderWord{"starttid", Role::Time},
    HeaderWord{"time", Role::Time},
    HeaderWord{"start time", Role::Time},
    HeaderWord{"call time", Role::Time},
    HeaderWord{"uhrzeit", Role::Time},
    HeaderWord{"zeit", Role::Time},
    HeaderWord{"retning", Role::Direction},
    HeaderWord{"ind/ud", Role::Direction},
    HeaderWord{"direction", Role::Direction},
    HeaderWord{"in/out", Role::Direction},
    HeaderWord{"richtung", Role::Direction},
    HeaderWord{"type", Role::Kind},
    HeaderWord{"art", Role::Kind},
    HeaderWord{"opkaldstype", Role::Kind},
    HeaderWord{"call type", Role::Kind},
    HeaderWord{"trafiktype", Role::Kind},
    HeaderWord{"tjeneste", Role::Kind},
    HeaderWord{"ydelse", Role::Kind},
    HeaderWord{"service", Role::Kind},
    HeaderWord{"dienst", Role::Kind},
    HeaderWord{"typ", Role::Kind},
    HeaderWord{"nummer", Role::Number},
    HeaderWord{"nr", Role::Number},
    HeaderWord{"telefonnummer", Role::Number},
    HeaderWord{"telefonnr", Role::Number},
    HeaderWord{"telefon", Role::Number},
    HeaderWord{"mobilnummer", Role::Number},
    HeaderWord{"opkaldt nummer", Role::Number},
    HeaderWord{"kaldt nummer", Role::Number},
    HeaderWord{"modtagernummer", Role::Number},
    HeaderWord{"modpart", Role::Number},
    HeaderWord{"anden part", Role::Number},
    HeaderWord{"b-nummer", Role::Number},
    HeaderWord{"number", Role::Number},
    HeaderWord{"phone", Role::Number},
    HeaderWord{"phone number", Role::Number},
    HeaderWord{"called number", Role::Number},
    HeaderWord{"number called", Role::Number},
    HeaderWord{"dialled number", Role::Number},
    HeaderWord{"dialed number", Role::Number},
    HeaderWord{"number dialled", Role::Number},
    HeaderWord{"other party", Role::Number},
    HeaderWord{"rufnummer", Role::Number},
    HeaderWord{"gewaehlte rufnummer", Role::Number},
    HeaderWord{"zielrufnummer", Role::Number},
    HeaderWord{"telefonnummern", Role::Number},
    HeaderWord{"navn", Role::Name},
    HeaderWord{"kontakt", Role::Name},
    HeaderWord{"kontaktnavn", Role::Name},
    HeaderWord{"name", Role::Name},
    HeaderWord{"contact", Role::Name},
    HeaderWord{"contact name", Role::Name},
    HeaderWord{"fra", Role::From},
    HeaderWord{"fra nummer", Role::From},
    HeaderWord{"afsender", Role::From},
    HeaderWord{"opkalder", Role::From},
    HeaderWord{"a-nummer", Role::From},
    HeaderWord{"from", Role::From},
    HeaderWord{"caller", Role::From},
    HeaderWord{"calling number", Role::From},
    HeaderWord{"sender", Role::From},
    HeaderWord{"von", Role::From},
    HeaderWord{"absender", Role::From},
    HeaderWord{"anrufer", Role::From},
    HeaderWord{"til", Role::To},
    HeaderWord{"til nummer", Role::To},
    HeaderWord{"modtager", Role::To},
    HeaderWord{"to", Role::To},
    HeaderWord{"recipient", Role::To},
    HeaderWord{"receiver", Role::To},
    HeaderWord{"an", Role::To},
    HeaderWord{"empfaenger", Role::To},
    HeaderWord{"varighed", Role::Duration},
    HeaderWord{"samtaletid", Role::Duration},
    HeaderWord{"taletid", Role::Duration},
    HeaderWord{"laengde", Role::Duration},
    HeaderWord{"sekunder", Role::Duration},
    HeaderWord{"minutter", Role::Duration},
    HeaderWord{"duration", Role::Duration},
    HeaderWord{"call duration", Role::Duration},
    HeaderWord{"length", Role::Duration},
    HeaderWord{"seconds", Role::Duration},
    HeaderWord{"minutes", Role::Duration},
    HeaderWord{"dauer", Role::Duration},
    HeaderWord{"gespraechsdauer", Role::Duration},
    HeaderWord{"tekst", Role::Text},
    HeaderWord{"besked", Role::Text},
    HeaderWord{"indhold", Role::Text},
    HeaderWord{"haendelse", Role::Text},
    HeaderWord{"haendelsen", Role::Text},
    HeaderWord{"hvad skete der", Role::Text},
    HeaderWord{"beskrivelse", Role::Text},
    HeaderWord{"beskrivelse af haendelsen", Role::Text},
    HeaderWord{"text", Role::Text},
    HeaderWord{"message", Role::Text},
    HeaderWord{"content", Role::Text},
    HeaderWord{"body", Role::Text},
    HeaderWord{"event", Role::Text},
    HeaderWord{"incident", Role::Text},
    HeaderWord{"what happened", Role::Text},
    HeaderWord{"description", Role::Text},
    HeaderWord{"nachricht", Role::Text},
    HeaderWord{"inhalt", Role::Text},
    HeaderWord{"ereignis", Role::Text},
    HeaderWord{"vorfall", Role::Text},
    HeaderWord{"beschreibung", Role::Text},
    HeaderWord{"bilag", Role::Exhibit},
    HeaderWord{"bilag nr", Role::Exhibit},
    HeaderWord{"bilagsnr", Role::Exhibit},
    HeaderWord{"bilagsnummer", Role::Exhibit},
    HeaderWord{"exhibit", Role::Exhibit},
    HeaderWord{"exhibit no", Role::Exhibit},
    HeaderWord{"anlage", Role::Exhibit},
    HeaderWord{"beleg", Role::Exhibit},
    HeaderWord{"vedhaeftet fil", Role::Attachment},
    HeaderWord{"fil", Role::Attachment},
    HeaderWord{"attachment", Role::Attachment},
    HeaderWord{"file", Role::Attachment},
};

constexpr std::array<std::string_view, 15> kCalled{
    "opkaldt nummer", "kaldt nummer",   "modtagernummer", "b-nummer",       "called number",
    "number called",  "dialled number", "dialed number",  "number dialled", "gewaehlte rufnummer",
    "zielrufnummer",  "modtager",       "recipient",      "empfaenger",     "til nummer"};
constexpr std::array<std::string_view, 10> kEvents{
    "haendelse", "haendelsen", "hvad skete der", "beskrivelse af haendelsen", "event", "incident",
    "ereignis",  "vorfall",    "what happened",  "haendelsesbeskrivelse"};
constexpr std::array<std::string_view, 16> kMoney{
    "beloeb",   "saldo", "balance", "amount", "betrag", "kontostand", "valuta", "currency",
    "waehrung", "debit", "kredit",  "credit", "debet",  "iban",       "konto",  "account"};

} // namespace

std::string headerWord(std::string_view header, std::string* inBrackets) {
    const std::size_t open = header.find_first_of("([");
    if (open != std::string_view::npos && inBrackets != nullptr) {
        std::string_view inner = header.substr(open + 1);
        *inBrackets = wordOf(inner.substr(0, inner.find_first_of(")]")));
    }
    return wordOf(header.substr(0, open));
}

std::optional<Role> roleOfHeader(std::string_view header) {
    const std::string word = headerWord(header);
    for (const HeaderWord& known : kHeaders)
        if (word == known.word) return known.role;
    return std::nullopt;
}

bool isCalledNumberHeader(std::string_view header) { return isOneOf(kCalled, headerWord(header)); }
bool isEventHeader(std::string_view header) { return isOneOf(kEvents, headerWord(header)); }
bool isSubjectHeader(std::string_view header) {
    const std::string word = headerWord(header);
    return word == "emne" || word == "subject" || word == "betreff";
}

bool isMoneyHeader(std::string_view header) { return isOneOf(kMoney, headerWord(header)); }

} // namespace core::format::table
