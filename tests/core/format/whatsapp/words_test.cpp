// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/duration.h"
#include "core/format/whatsapp/words.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::format::whatsapp;

TEST_CASE("the name of a chat is taken from the name of its file") {
    CHECK(chatNameOf("WhatsApp chat med Jens Brandt.txt") == "Jens Brandt");
    CHECK(chatNameOf("WhatsApp-chat med Jens (2).txt") == "Jens");
    CHECK(chatNameOf("WhatsApp Chat with Anna (Work).txt") == "Anna (Work)");
    CHECK(chatNameOf("WhatsApp Chat - Pigerne 🌸") == "Pigerne 🌸");
    CHECK(chatNameOf("Jens ile WhatsApp Sohbeti.txt") == "Jens");
    CHECK(chatNameOf("_chat.txt").empty());
    CHECK(chatNameOf("WhatsApp chat med .txt").empty());
    CHECK(chatNameOf("noter.txt").empty());
}

TEST_CASE("the length of a call is read in words and as a clock") {
    CHECK(durationOf("6 min") == 360);
    CHECK(durationOf("1 t 5 min") == 3900);
    CHECK(durationOf("37 sek.") == 37);
    CHECK(durationOf("1 hr 2 min") == 3720);
    CHECK(durationOf("1:05") == 65);
    CHECK(durationOf("1:02:03)") == 3723);
    for (const char* none : {"", "snart", "6", "6 kr", "1:5", "nu 6 min", "min", "99999999999 min"})
        CHECK_FALSE(durationOf(none));
}

TEST_CASE("a phrase is known whatever its case and last full stop") {
    CHECK(isPhrase("DENNE BESKED ER BLEVET SLETTET", Phrase::Deleted));
    CHECK(isPhrase("billede udeladt", Phrase::Omitted));
    CHECK_FALSE(isPhrase("billede udeladt", Phrase::Deleted));
    CHECK_FALSE(isPhrase("", Phrase::Omitted));
    CHECK(callOf("Mistet opkald kl. 21.30") == Phrase::MissedVoice);
    CHECK(callOf("Indgående opkald (1:05)") == Phrase::Incoming);
    CHECK_FALSE(callOf("Taleopkaldet var langt"));
    CHECK(endsOmitted("Plan.pdf • 2 sider dokument udeladt"));
    CHECK_FALSE(endsOmitted("dokument"));
    CHECK(isServiceLine("Din sikkerhedskode for Jens har ændret sig."));
}
