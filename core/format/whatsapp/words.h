// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the program itself writes into a chat, in the languages it may be set to. A sentence that is not in
// the table stays an ordinary message, or a service line where the export marks it as one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::whatsapp {

enum class Phrase : std::uint8_t {
    Deleted,     // by its sender
    DeletedByMe, // by the owner of the phone
    MissedVoice, // a call; what follows a comma, a full stop or the time is left out
    MissedVideo,
    VoiceCall, // one that came about, or that nobody answered
    VideoCall,
    GroupCall,
    Incoming, // calls of Android, with the duration in brackets
    Outgoing,
    Omitted,       // media that the export was made without
    Waiting,       // the message had not come in when the export was made
    Edited,        // inside < > at the end of a message
    Attached,      // inside ( ) behind a file name, or inside < > before one
    Unanswered,    // behind the comma of a call: nobody took it
    Service,       // a line of the program, by its begin
    ServiceInside, // and by words that stand behind a name
};

// The whole text is such a phrase. `text` without marks of direction.
bool isPhrase(std::string_view text, Phrase phrase);

// Of the phrases of calls and of Service: the text begins with it.
std::optional<Phrase> callOf(std::string_view text);
bool isServiceLine(std::string_view text);
// Words of the program stand in it; only of a line that the phone has marked as its own.
bool isServiceInside(std::string_view text);

// The text without the file name that the last of its words say is left out: "plan.pdf document omitted".
bool endsOmitted(std::string_view text);

// "Jens" for "WhatsApp chat med Jens.txt". Empty where the name is not of that kind.
std::string chatNameOf(std::string_view fileName);

} // namespace core::format::whatsapp
