// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits of chats: files beside the export, files that are not there, lines of the service.
#include "tests/core/report/log_case.h"
#include "tests/support/messages.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::Case;

namespace {

const char* const kThread = R"({"participants":[{"name":"Bo Lund"},{"name":"Anna Dal"}],"messages":[
{"sender_name":"Bo Lund","timestamp_ms":1747900000000,"content":"Se her","photos":[{"uri":"photos/1.jpg"}],
 "reactions":[{"reaction":"x","actor":"Bo Lund","timestamp":1747900060}]},
{"sender_name":"Bo Lund","timestamp_ms":1747900120000,"videos":[{"uri":"videos/2.mp4"}]},
{"sender_name":"Bo Lund","timestamp_ms":1747900180000,"is_unsent":true}],
"title":"Bo Lund","thread_path":"inbox/bolund_1"})";

struct ChatCase : Case {
    ChatCase() {
        folder.write("bolund_1/message_1.json", kThread);
        folder.write("bolund_1/photos/1.jpg", "et billede");
        base::Progress progress;
        import::importFiles(*store, {folder.path() / "bolund_1"}, {}, progress);
        const query::CaseReader reader(*store);
        for (const auto& row : reader.identifiers())
            if (row.written == "Bo Lund") editor->assignIdentifiers({row.id}, model::PartyRole::Offender);
        std::vector<edit::EpisodeToAccept> accepted;
        for (const query::Episode& e : query::episodes(reader))
            if (e.channel == query::Channel::Chat) accepted.push_back(query::toAccept(e, reader.zone()));
        editor->acceptEpisodes(accepted);
    }
};

const report::ExhibitPart& chatOf(const report::LogDocument& d) {
    for (const report::ExhibitPart& e : d.exhibits)
        for (const report::Message& m : e.messages)
            if (m.text == "Se her") return e;
    FAIL("no exhibit of the chat");
    return d.exhibits.front();
}

// Those of the chat, which are the last of the month's exhibit.
std::vector<report::Message> chatMessages(const report::LogDocument& d) {
    const auto all = tests::listed(chatOf(d).messages);
    const auto first = std::find_if(all.begin(), all.end(), [](const auto& m) { return m.text == "Se her"; });
    return {first, all.end()};
}

bool says(const report::Message& message, const std::string& words) {
    return std::any_of(message.notes.begin(), message.notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

// Brings in that chat of Bo Lund with Anna and accepts its episodes of messages.
void acceptChat(Case& c, const std::string& name, const std::string& chat,
                const import::FileAnswer& answer = {}) {
    base::Progress progress;
    const auto path = c.folder.write(name, chat);
    import::ImportOptions options;
    options.answers.set(path, answer);
    import::importFiles(*c.store, {path}, options, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers()) {
        if (row.written == "Bo Lund") c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender);
        if (row.written == "Anna") c.editor->assignIdentifiers({row.id}, model::PartyRole::Exposed);
    }
    std::vector<edit::EpisodeToAccept> accepted;
    for (const query::Episode& e : query::episodes(reader))
        if (e.channel == query::Channel::Chat) accepted.push_back(query::toAccept(e, reader.zone()));
    REQUIRE(!accepted.empty());
    c.editor->acceptEpisodes(accepted);
}

} // namespace

TEST_CASE("a picture beside the export is shown, has a key, and its whole code stands in the list of files") {
    ChatCase c;
    const report::LogDocument d = c.build();
    const report::Message message = chatMessages(d).at(0);
    REQUIRE(message.pictures.size() == 1);
    CHECK(message.pictures[0].isAttachment);
    const auto file = std::find_if(d.files.begin(), d.files.end(),
                                   [](const report::SourceNote& note) { return note.name == "1.jpg"; });
    REQUIRE(file != d.files.end());
    CHECK(file->sha256 == base::toHex(base::sha256("et billede")));
    CHECK(says(message, "Attached: 1.jpg (" + file->key + ")"));
    // What an exhibit rests on are the files of its messages.
    for (const report::SourceNote& note : chatOf(d).sources) CHECK(note.name != "1.jpg");
}

TEST_CASE("how long an attached recording is stands beside its size, where it is known") {
    ChatCase c;
    CHECK(says(chatMessages(c.build()).at(0), "), 10 B, SHA-256"));
    c.store->database().execute(
        "DROP TRIGGER attachment_no_update; UPDATE attachment SET duration_s = 65 WHERE name = '1.jpg'");
    CHECK(says(chatMessages(c.build()).at(0), "), 1 min 5 s, 10 B, SHA-256"));
}

TEST_CASE("a file that the export did not hold is said once, with its name, and no picture is drawn of it") {
    ChatCase c;
    const report::LogDocument d = c.build();
    const auto messages = chatMessages(d);
    const auto film = std::find_if(messages.begin(), messages.end(), [](const report::Message& m) {
        return says(m, "Attached: 2.mp4. The file is not in the export.");
    });
    REQUIRE(film != messages.end());
    CHECK(film->notes.size() == 1);
    CHECK(film->pictures.empty());
}

TEST_CASE("a line of the service stands in its place, is no bubble and is not counted") {
    ChatCase c;
    const report::LogDocument d = c.build();
    const auto messages = chatMessages(d);
    REQUIRE(messages.size() == 4);
    const report::Message& notice = messages[1];
    CHECK(notice.isNotice);
    CHECK(notice.isContext);
    CHECK(notice.label.empty());
    CHECK(notice.incidents.empty());
    CHECK(notice.sender == "The offender");
    CHECK(chatOf(d).listText.find("3 chat messages") != std::string::npos);
    CHECK(chatOf(d).listText.find("notice") == std::string::npos);
    CHECK(says(messages[3], "taken back by its sender"));
    CHECK(messages[3].label.ends_with(".3"));
}

TEST_CASE("what a chat is called is not taken for words of its messages") {
    Case c;
    acceptChat(c, "WhatsApp chat med Bo Lund.txt",
               "14.05.2025 21.30 - Bo Lund: Hvor er du?\n"
               "14.05.2025 21.31 - Mig: Hjemme\n"
               "14.05.2025 21.32 - Bo Lund: Svar mig\n");
    std::string all;
    for (const report::ExhibitPart& e : c.build().exhibits)
        for (const report::Message& m : e.messages) all += m.text + "|";
    CHECK(all.find("|Hvor er du?|") != std::string::npos);
    CHECK(all.find("Bo Lund\nHvor") == std::string::npos);
}

TEST_CASE("the name of a conversation is never quoted as what a caller in it said") {
    Case c;
    base::Progress progress;
    import::importFiles(
        *c.store,
        {c.folder.write("WhatsApp-chat med Bo Lund.txt", "04.06.2025 12.00 - Bo Lund: Ubesvaret taleopkald\n"
                                                         "04.06.2025 13.00 - Bo Lund: Svar mig\n")},
        {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers())
        if (row.written == "Bo Lund") c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender);
    std::vector<edit::EpisodeToAccept> accepted;
    for (const query::Episode& e : query::episodes(reader))
        if (e.channel == query::Channel::Calls) accepted.push_back(query::toAccept(e, reader.zone()));
    REQUIRE(accepted.size() == 1);
    c.editor->acceptEpisodes(accepted);
    const auto d = c.build();
    bool isThere = false;
    for (const report::LogRow& row : d.rows) {
        const std::string text = textOf(row);
        if (text.find("The call was not answered.") == std::string::npos) continue;
        isThere = true;
        CHECK(text.find("Bo Lund") == std::string::npos);
        CHECK(text.find("profile") != std::string::npos);
        CHECK(text.find("number") == std::string::npos);
    }
    CHECK(isThere);
    for (const report::ExhibitPart& e : d.exhibits)
        for (const report::Message& m : e.messages) CHECK(m.text.find("Bo Lund") == std::string::npos);
}

namespace {

// The words Et, Stop and To in the order of the exhibit made of it.
std::vector<std::string> wordsOfMinute(const std::string& name, const std::string& chat) {
    Case c;
    acceptChat(c, name, chat);
    std::vector<std::string> words;
    for (const report::ExhibitPart& e : c.build().exhibits)
        for (const report::Message& m : e.messages)
            if (m.text == "Et" || m.text == "Stop" || m.text == "To") words.push_back(m.text);
    return words;
}

} // namespace

TEST_CASE("what an app wrote in the place of a picture or of a deleted message is never quoted") {
    Case c;
    acceptChat(c, "WhatsApp-chat med Bo Lund.txt",
               "04.06.2025 12.00 - Bo Lund: Svar mig nu\n"
               "04.06.2025 12.01 - Bo Lund: <Medier udeladt>\n"
               "04.06.2025 12.02 - Bo Lund: Denne besked blev slettet.\n"
               "10.06.2025 12.00 - Bo Lund: <Medier udeladt>\nSe hvor jeg er\n"
               "12.06.2025 12.00 - Bo Lund: <Medier udeladt>\n"
               "14.06.2025 12.00 - Bo Lund: null\n"
               "16.06.2025 12.00 - Bo Lund: Venter på denne besked. Det kan tage lidt tid\n");
    std::string all;
    for (const report::LogRow& row : c.build().rows) all += textOf(row) + "\n";
    CHECK(all.find("The last: “Svar mig nu”") != std::string::npos);
    CHECK(all.find("“Se hvor jeg er”") != std::string::npos);
    CHECK(all.find("<Medier udeladt>") != std::string::npos); // it is there, and not as his words
    for (const char* quoted : {"“<Medier", "“Denne besked", "“null", "“Venter på"})
        CHECK(all.find(quoted) == std::string::npos);
}

TEST_CASE("how a file is read where she said so, the list of files says too") {
    Case c;
    acceptChat(c, "WhatsApp Chat with Bo Lund.txt", "03/04/23, 21:30 - Bo Lund: Svar mig\n",
               {"America/New_York", format::DateOrder::MonthFirst});
    int said = 0;
    for (const report::SourceNote& file : c.build().files) {
        const bool isIt = file.name == "WhatsApp Chat with Bo Lund.txt";
        CHECK((file.text.find("with the month first, as stated by the exposed person") !=
               std::string::npos) == isIt);
        CHECK((file.text.find("read in America/New_York") != std::string::npos) == isIt);
        said += isIt ? 1 : 0;
    }
    CHECK(said == 1);
}

TEST_CASE("what both sides wrote within one minute stands in the order of the file") {
    CHECK(wordsOfMinute("WhatsApp-chat med Bo Lund.txt",
                        "04.06.2025 12.00 - Bo Lund: Et\n"
                        "04.06.2025 12.00 - Anna: Stop\n"
                        "04.06.2025 12.00 - Bo Lund: To\n") == std::vector<std::string>{"Et", "Stop", "To"});
}

TEST_CASE("of a file that begins with the newest, the last of one minute stands first") {
    const auto message = [](const std::string& who, const std::string& text, const std::string& time) {
        return R"(<section class="_a6-g"><h2 class="_2ph_ _a6-h _a6-i">)" + who +
               R"(</h2><div class="_2ph_ _a6-p"><div><div></div><div>)" + text +
               R"(</div><div></div></div></div><footer class="_3-94 _a6-o"><div class="_a72d">)" + time +
               "</div></footer></section>";
    };
    const std::string page =
        R"(<html><head><title>Bo Lund</title></head><body class="_5vb_ _2yq _a7o5"><div><header class="_a705">)"
        R"(<h1>Bo Lund</h1></header><main class="_a706" role="main">)" +
        message("Bo Lund", "To", "jun. 4, 2025 12:00 pm") + message("Anna", "Stop", "jun. 4, 2025 12:00 pm") +
        message("Bo Lund", "Et", "jun. 4, 2025 12:00 pm") +
        message("Bo Lund", "Nul", "jun. 3, 2025 12:00 pm") + message("Anna", "Hej", "jun. 2, 2025 12:00 pm") +
        "</main></div></body></html>";
    CHECK(wordsOfMinute("message_1.html", page) == std::vector<std::string>{"Et", "Stop", "To"});
}

TEST_CASE("a message whose time was stated says so beside it, with the time of the file") {
    Case c;
    const query::CaseReader reader(*c.store);
    model::Id changed = 0;
    for (const auto& row : reader.rows(reader.itemIds({})))
        if (row.text == "Er du vågen?") changed = row.id;
    REQUIRE(changed != 0);
    c.editor->setTime(changed,
                      base::fromLocal({2025, 5, 13, 9, 0, 0}, base::kDefaultZone, base::Precision::Minute),
                      model::TimeSource::Witness, "the phone's clock was wrong");
    int noted = 0;
    for (const report::ExhibitPart& e : c.build().exhibits)
        for (const report::Message& m : e.messages) {
            const bool isIt = m.text == "Er du vågen?";
            CHECK(says(m, "stated by the exposed person") == isIt);
            if (!isIt) continue;
            ++noted;
            CHECK(m.clock == "09:00");
            CHECK(says(m, "07:20")); // as the phone had it
        }
    CHECK(noted == 1);
}
