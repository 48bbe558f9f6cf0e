// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pdf_rows.h"

namespace bench {

namespace {

using Words = std::vector<const char*>;

const std::vector<Words> kSimple = {
    {"Hun",    "sagde",   "nej",     "til",   "at",      "mødes",  "igen",    "og",     "bad",   "ham",
     "om",     "at",      "lade",    "være",  "med",     "skrive", "ringede", "sytten", "gange", "efter",
     "midnat", "står",    "udenfor", "døren", "hvorfor", "svarer", "du",      "ikke",   "jeg",   "ved",
     "hvor",   "børnene", "går",     "i",     "skole,",  "og",     "det",     "bliver", "værre."},
    {"Zażółć", "gęślą", "jaźń", "łódź", "proszę", "przestań", "dzwonić"},
    {"Καλημέρα", "κόσμε", "ώρα", "δεν", "θέλω", "να", "μιλήσουμε"},
    {"Съешь", "ещё", "булок", "їжак", "почему", "не", "отвечаешь"},
};

const std::vector<Words> kOther = {
    {"السَّلامُ", "عليكم", "لا", "إله", "مرحبا", "كيف", "حالك"},
    {"שָׁלוֹם", "עליכם", "למה", "את", "לא", "עונה"},
    {"नमस्ते", "दुनिया", "क्षत्रिय", "किताब", "तुम", "कहाँ", "हो"},
    {"สวัสดีชาวโลก", "น้ำ", "ทำไมไม่ตอบ"},
    {"你好", "世界", "电话", "为什么不回答"},
    {"こんにちは", "カナ", "漢字", "どうして"},
    {"안녕하세요", "전화", "왜", "대답이", "없어"},
    {"தமிழ்", "వణక్కం", "বাংলা"},
};

const Words kEmoji = {
    "😀", "👨‍👩‍👧‍👦", "🇩🇰", "1️⃣", "👍🏽", "❤️", "🏳️‍🌈", "😡", "💔"};

class Random { // splitmix64: the same on every machine
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

private:
    std::uint64_t state_;
};

std::string sentence(Random& random, Script script, std::size_t words) {
    const Words* list = &kSimple[0];
    const std::size_t draw = random.below(100);
    if (script == Script::Mixed && draw < 50)
        list = &kOther[random.below(kOther.size())];
    else if (draw < 65)
        list = &kSimple[random.below(kSimple.size())];
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0) out += ' ';
        out += (*list)[random.below(list->size())];
    }
    return out;
}

std::string two(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

} // namespace

RowTexts rowTexts(std::size_t number, Script script) {
    Random random(number);
    static const Words days = {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"};
    const std::size_t day = random.below(28) + 1, month = random.below(12) + 1;
    RowTexts row;
    row[0] = std::to_string(number);
    row[1] = std::string(days[random.below(7)]) + " den " + two(day) + "." + two(month) + "." +
             std::to_string(2015 + random.below(10)) + " kl. " + two(random.below(24)) + "." +
             two(random.below(60)) + "." + two(random.below(60));
    row[2] = random.below(3) == 0 ? "Opkald, ubesvaret" : "SMS til hendes telefon";
    row[3] = sentence(random, script, 12 + random.below(14));
    if (script == Script::Mixed && random.below(100) < 30)
        row[3] += std::string(" ") + kEmoji[random.below(kEmoji.size())];
    row[4] = random.below(4) == 0 ? "Hjemme" : "–";
    row[5] = "Udøver, kendt nummer";
    row[6] = "–";
    row[7] = random.below(5) == 0 ? "Sov ikke den nat" : "–";
    row[8] = random.below(9) == 0 ? "4100-70121-" + std::to_string(random.below(99999)) : "–";
    row[9] = "";
    return row;
}

core::report::LogRow logRow(std::size_t number, Script script) {
    core::report::LogRow row;
    row.label = std::to_string(number);
    row.incident = static_cast<int>(number);
    for (std::string& text : rowTexts(number, script)) {
        core::report::Cell cell;
        if (!text.empty()) cell.push_back({{{std::move(text), false}}, core::report::LineStyle::Plain});
        row.cells.push_back(std::move(cell));
    }
    return row;
}

std::vector<core::report::Column> logColumns() {
    static const std::array<const char*, kColumns> kKeys = {
        "number", "when", "type", "what", "place", "who", "witnesses", "reaction", "reported", "exhibit"};
    static const std::array<const char*, kColumns> kHeadings = {
        "Nr.",    "Dato, ugedag, kl.",   "Type/kanal",       "Hvad skete der", "Sted", "Hvem",
        "Vidner", "Reaktion/konsekvens", "Anmeldt\n(j.nr.)", "Bilag"};
    std::vector<core::report::Column> columns;
    for (std::size_t i = 0; i < kColumns; ++i)
        columns.push_back({kKeys[i], kHeadings[i], kColumnWidthsMm[i]});
    return columns;
}

} // namespace bench
