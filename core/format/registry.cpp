// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/registry.h"

#include "core/format/archive/archive_reader.h"
#include "core/format/discord/discord_csv_reader.h"
#include "core/format/discord/discord_reader.h"
#include "core/format/document/document_reader.h"
#include "core/format/film/film_reader.h"
#include "core/format/imazing/imazing_reader.h"
#include "core/format/imessage/exporter_reader.h"
#include "core/format/iphone/iphone_reader.h"
#include "core/format/mail/eml_reader.h"
#include "core/format/mail/emlx_reader.h"
#include "core/format/mail/mbox_reader.h"
#include "core/format/messenger/html_reader.h"
#include "core/format/messenger/messenger_reader.h"
#include "core/format/outlook/msg_reader.h"
#include "core/format/outlook/pst_reader.h"
#include "core/format/outlook/tnef_reader.h"
#include "core/format/photo/photo_reader.h"
#include "core/format/photo/takeout_side_reader.h"
#include "core/format/signal/desktop_readers.h"
#include "core/format/signal/signal_reader.h"
#include "core/format/skype/skype_reader.h"
#include "core/format/sms/sms_backup_reader.h"
#include "core/format/snapchat/snapchat_reader.h"
#include "core/format/table/table_reader.h"
#include "core/format/telegram/html_reader.h"
#include "core/format/telegram/telegram_reader.h"
#include "core/format/tiktok/tiktok_reader.h"
#include "core/format/tiktok/tiktok_text_reader.h"
#include "core/format/viber/viber_reader.h"
#include "core/format/voice/voice_reader.h"
#include "core/format/whatsapp/whatsapp_reader.h"

namespace core::format {

const std::vector<std::unique_ptr<Reader>>& readers() {
    static const auto list = [] {
        std::vector<std::unique_ptr<Reader>> all;
        all.push_back(std::make_unique<SmsBackupReader>());
        all.push_back(std::make_unique<PhotoReader>());
        all.push_back(std::make_unique<MessengerReader>());
        all.push_back(std::make_unique<MessengerHtmlReader>());
        all.push_back(std::make_unique<FilmReader>());
        all.push_back(std::make_unique<TakeoutSideReader>());
        all.push_back(std::make_unique<MboxReader>());
        all.push_back(std::make_unique<EmlReader>());
        all.push_back(std::make_unique<ArchiveReader>());
        all.push_back(std::make_unique<EmlxReader>());
        all.push_back(std::make_unique<MsgReader>());
        all.push_back(std::make_unique<PstReader>());
        all.push_back(std::make_unique<TnefReader>());
        all.push_back(std::make_unique<WhatsAppReader>());
        all.push_back(std::make_unique<TelegramReader>());
        all.push_back(std::make_unique<TelegramHtmlReader>());
        all.push_back(std::make_unique<SignalReader>());
        all.push_back(std::make_unique<SignalExportReader>());
        all.push_back(std::make_unique<SignalMarkdownReader>());
        all.push_back(std::make_unique<SnapchatReader>());
        all.push_back(std::make_unique<DiscordCsvReader>());
        all.push_back(std::make_unique<DiscordReader>());
        all.push_back(std::make_unique<GoogleVoiceReader>());
        all.push_back(std::make_unique<TikTokReader>());
        all.push_back(std::make_unique<TikTokTextReader>());
        all.push_back(std::make_unique<SkypeReader>());
        all.push_back(std::make_unique<ViberReader>());
        all.push_back(std::make_unique<ImazingReader>());
        all.push_back(std::make_unique<ImessageExportReader>());
        all.push_back(std::make_unique<IphoneReader>());
        all.push_back(std::make_unique<TableReader>());
        // Last: a plain text is what no other reader is as sure of.
        all.push_back(std::make_unique<DocumentReader>());
        return all;
    }();
    return list;
}

const Reader* findReader(const ProbeInput& input) {
    const Reader* best = nullptr;
    Confidence sure = Confidence::No;
    for (const auto& reader : readers()) {
        const Confidence confidence = reader->probe(input);
        if (confidence > sure) {
            best = reader.get();
            sure = confidence;
        }
        if (sure == Confidence::Certain) break;
    }
    return best;
}

const Reader* readerByCode(std::string_view code) {
    for (const auto& reader : readers())
        if (code == reader->code()) return reader.get();
    return nullptr;
}

} // namespace core::format
