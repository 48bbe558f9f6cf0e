// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table behind words.h: facts only, no rule. Verified: stands in the programs' own string tables
// (WhatsApp 2.8 for Android, 22.24 for iPhone), or was seen in exports; the rest is how the same is said in
// that language, and still to be seen.

#include "core/format/whatsapp/words.h"

#include <array>
#include <span>

namespace core::format::whatsapp {

// clang-format off
inline constexpr std::array<std::string_view, 47> kDeleted{
    "This message was deleted", "Denne besked er blevet slettet", "Denne besked blev slettet",
    "Det här meddelandet raderades", "Detta meddelande raderades", "Denne meldingen ble slettet",
    "Diese Nachricht wurde gelöscht", "Dit bericht is verwijderd", "Ce message a été supprimé",
    "Se eliminó este mensaje", "Este mensaje fue eliminado", "Questo messaggio è stato eliminato",
    "Esta mensagem foi apagada", "Mensagem apagada", "Esta mensagem foi apagada pelo remetente",
    "Ta wiadomość została usunięta", "Bu mesaj silindi", "تم حذف هذه الرسالة", "Tämä viesti poistettiin",
    "Tato zpráva byla smazána", "Tato zpráva byla odstraněna", "Táto správa bola odstránená",
    "Данное сообщение удалено", "Це повідомлення було видалено", "Acest mesaj a fost șters",
    "Ez az üzenet törlésre került", "Αυτό το μήνυμα διαγράφηκε", "این پیام حذف شده است", "این پیام حذف شد",
    "Tin nhắn này đã bị xóa", "Ova je poruka izbrisana", "Ova poruka je izbrisana", "Pesan ini dihapus",
    "Pesan ini telah dihapus", "הודעה זו נמחקה", "このメッセージは削除されました", "이 메시지는 삭제되었습니다", "此訊息已刪除", "这条消息已被删除",
    "ข้อความนี้ถูกลบแล้ว", "यह मैसेज डिलीट कर दिया गया है", "Ši žinutė buvo ištrinta",
    "Šī ziņa tika izdzēsta", "See sõnum on kustutatud", "یہ میسج حذف کر دیا گیا ہے",
    "This message was deleted by an admin", "Denne besked er blevet slettet af en administrator",
};
inline constexpr std::array<std::string_view, 45> kDeletedByMe{
    "You deleted this message", "Du har slettet denne besked", "Du slettede denne besked",
    "Du har tagit bort meddelandet", "Du raderade det här meddelandet", "Du raderade detta meddelande",
    "Du slettet denne meldingen", "Du hast diese Nachricht gelöscht", "U hebt dit bericht verwijderd",
    "Vous avez supprimé ce message", "Eliminaste este mensaje", "Hai eliminato questo messaggio",
    "Apagou esta mensagem", "Você apagou esta mensagem", "Usunąłeś(-ęłaś) tę wiadomość",
    "Usunąłeś(aś) tę wiadomość", "Bu mesajı sildiniz", "لقد حذَفت هذه الرسالة", "أنت حذفت هذه الرسالة",
    "Poistit tämän viestin", "Tuto zprávu jste smazal/a", "Tuto zprávu jste odstranil/a",
    "Túto správu ste odstránili", "Вы удалили это сообщение", "Вы удалили данное сообщение",
    "Ви видалили це повідомлення", "Ați șters acest mesaj", "Törölted ezt az üzenetet",
    "Ezt az üzenetet törölted", "Διαγράψατε αυτό το μήνυμα", "شما این پیام را حذف کردید",
    "Bạn đã xóa tin nhắn này", "Izbrisali ste ovu poruku", "Anda menghapus pesan ini",
    "Anda telah menghapus pesan ini", "מחקת את ההודעה הזו", "このメッセージを削除しました", "이 메시지를 삭제했습니다", "您已刪除此訊息",
    "您已删除这条消息", "คุณได้ลบข้อความนี้", "आपने यह मैसेज डिलीट किया", "Jūs ištrynėte šią žinutę",
    "آپ نے یہ میسج حذف کر دیا ہے", "You deleted this message as admin",
};
inline constexpr std::array<std::string_view, 39> kMissedVoice{
    "Missed voice call", "Missed group voice call", "Silenced voice call", "Ubesvaret taleopkald",
    "Mistet opkald", "Missat röstsamtal", "Missat samtal", "Tapt taleanrop", "Verpasster Sprachanruf",
    "Gemist spraakgesprek", "Gemiste spraakoproep", "Appel vocal manqué", "Llamada perdida",
    "Llamada de voz perdida", "Chiamata vocale persa", "Chamada de voz perdida", "Nieodebrane poł. głosowe",
    "Nieodebrane połączenie", "Cevapsız sesli arama", "مكالمة صوتية فائتة", "Vastaamaton äänipuhelu",
    "Zmeškaný hovor", "Zmeškaný hlasový hovor", "Пропущенный аудиозвонок", "Пропущений аудіодзвінок",
    "Apel vocal ratat", "Apel vocal nepreluat", "Nem fogadott hanghívás", "Αναπάντητη φωνητική κλήση",
    "تماس صوتی پاسخ داده نشده", "Cuộc gọi nhỡ", "Propušteni glasovni poziv", "Panggilan suara tak terjawab",
    "שיחה קולית שלא נענתה", "音声通話不在着信", "부재중 전화", "未接語音通話", "未接语音通话", "मिस्ड वॉइस कॉल",
};
inline constexpr std::array<std::string_view, 38> kMissedVideo{
    "Missed video call", "Missed group video call", "Silenced video call", "Ubesvaret videoopkald",
    "Mistede video opkald", "Missat videosamtal", "Tapt videoanrop", "Tapt videosamtale",
    "Verpasster Videoanruf", "Gemist videogesprek", "Gemiste video-oproep", "Appel vidéo manqué",
    "Videollamada perdida", "Videochiamata persa", "Videochamada perdida", "Chamada de vídeo perdida",
    "Nieodebrane poł. wideo", "Cevapsız görüntülü arama", "مكالمة فيديو فائتة", "Vastaamaton videopuhelu",
    "Zmeškaný videohovor", "Пропущенный видеозвонок", "Пропущений відеодзвінок", "Apel video ratat",
    "Apel video nepreluat", "Nem fogadott videohívás", "Nem fogadott videóhívás", "Αναπάντητη βιντεοκλήση",
    "تماس تصویری پاسخ داده نشده", "Cuộc gọi nhỡ video", "Propušteni videopoziv",
    "Panggilan video tak terjawab", "שיחת וידאו שלא נענתה", "ビデオ通話不在着信", "부재중 영상통화", "未接視像通話", "未接视频通话",
    "मिस्ड वीडियो कॉल",
};
inline constexpr std::array<std::string_view, 2> kVoiceCall{
    "Voice call", "Taleopkald",
};
inline constexpr std::array<std::string_view, 16> kVoiceCallUnseen{
    "Röstsamtal", "Taleanrop", "Sprachanruf", "Spraakoproep", "Appel vocal", "Llamada de voz",
    "Chiamata vocale", "Chamada de voz", "Połączenie głosowe", "Sesli arama", "Äänipuhelu", "Hlasový hovor",
    "Аудиозвонок", "Аудіодзвінок", "Apel vocal", "Hanghívás",
};
inline constexpr std::array<std::string_view, 2> kVideoCall{
    "Video call", "Videoopkald",
};
inline constexpr std::array<std::string_view, 16> kVideoCallUnseen{
    "Videosamtal", "Videoanrop", "Videoanruf", "Video-oproep", "Appel vidéo", "Videollamada",
    "Videochiamata", "Videochamada", "Połączenie wideo", "Görüntülü arama", "Videopuhelu", "Videohovor",
    "Видеозвонок", "Відеодзвінок", "Apel video", "Videohívás",
};
inline constexpr std::array<std::string_view, 1> kGroupCall{
    "Group call",
};
inline constexpr std::array<std::string_view, 3> kGroupCallUnseen{
    "Gruppeopkald", "Gruppsamtal", "Gruppenanruf",
};
inline constexpr std::array<std::string_view, 1> kIncoming{
    "Indgående opkald",
};
inline constexpr std::array<std::string_view, 3> kIncomingUnseen{
    "Incoming call", "Eingehender Anruf", "Inkommande samtal",
};
inline constexpr std::array<std::string_view, 1> kOutgoing{
    "Udgående opkald",
};
inline constexpr std::array<std::string_view, 3> kOutgoingUnseen{
    "Outgoing call", "Ausgehender Anruf", "Utgående samtal",
};
inline constexpr std::array<std::string_view, 4> kUnanswered{
    "No answer", "Tap to call back", "Click to call back", "Focus mode",
};
inline constexpr std::array<std::string_view, 10> kUnansweredUnseen{
    "Intet svar", "Ikke besvaret", "Tryk for at ringe tilbage", "Inget svar", "Keine Antwort",
    "Geen antwoord", "Pas de réponse", "Sin respuesta", "Nessuna risposta", "Sem resposta",
};
inline constexpr std::array<std::string_view, 209> kOmitted{
    "image omitted", "video omitted", "audio omitted", "sticker omitted", "GIF omitted",
    "Contact card omitted", "document omitted", "video note omitted", "Media omitted", "billede udeladt",
    "video udeladt", "lyd udeladt", "klistermærke udeladt", "GIF udeladt", "Kontaktkort udeladt",
    "dokument udeladt", "produktbillede udeladt", "Mediefil udeladt", "Medier udeladt", "bild utesluten",
    "video utesluten", "ljud utelslutet", "sticker utesluten", "GIF utesluten", "Kontaktkort uteslutet",
    "dokument uteslutet", "Media har utelämnats", "bilde ikke inkludert", "video utelatt", "lyd utelatt",
    "klistremerke utelatt", "GIF utelatt", "Kontaktkort sløyfet", "utelatt dokument", "Uten vedlegg",
    "Media utelatt", "Bild weggelassen", "Video weggelassen", "Audio weggelassen", "Sticker weggelassen",
    "GIF weggelassen", "Kontaktkarte ausgelassen", "Dokument weggelassen", "Medien weggelassen",
    "Medien ausgeschlossen", "afbeelding weggelaten", "video weggelaten", "audio weggelaten",
    "sticker weggelaten", "GIF weggelaten", "Visitekaartje weggelaten", "document weggelaten",
    "Media weggelaten", "image absente", "vidéo absente", "audio omis", "sticker omis", "GIF retiré",
    "Fiche contact manquante", "document manquant", "Fichier omis", "Médias omis", "imagen omitida",
    "Video omitido", "audio omitido", "sticker omitido", "GIF omitido", "Tarjeta de contacto omitida",
    "documento omitido", "Archivo omitido", "Multimedia omitido", "immagine omessa", "video omesso",
    "audio omesso", "sticker non incluso", "GIF esclusa", "Scheda contatto omessa", "documento omesso",
    "Media omesso", "imagem não revelada", "vídeo não revelado", "ficheiro de áudio não revelado",
    "sticker não revelado", "GIF não revelada", "Contacto não revelado", "documento não revelado",
    "Ficheiro não revelado", "imagem ocultada", "vídeo omitido", "áudio ocultado", "figurinha omitida",
    "Cartão do contato omitido", "Mídia omitida", "obraz pominięty", "wideo pominięte", "audio pominięte",
    "pominięto naklejkę", "Plik GIF pominięty", "Pominięta wizytówka kontaktu", "dokument pominięty",
    "pliki pominięto", "görüntü dahil edilmedi", "video dahil edilmedi", "ses dahil edilmedi",
    "Çıkartma dahil edilmedi", "GIF dahil edilmedi", "Kişi kartı dahil edilmedi", "belge dahil edilmedi",
    "Medya atlanmış", "Medya dahil edilmedi", "لم يتم إدراج الصورة", "لم يتم إدراج الفيديوهات",
    "لم يتم إدراج المقاطع الصوتية", "تم حذف الملصقات", "لم يتم إدراج صورة GIF",
    "لم يتم إدراج بطاقة جهة اتصال", "لم يتم إدراج المستند", "تم استبعاد الوسائط", "ei kuvaa",
    "videota ei sisällytetä", "äänitiedostoa ei sisällytetä", "tarraa ei sisällytetty",
    "GIF-animaatio jätetty pois", "Yhteystietokortti jätettiin pois", "dokumenttia ei sisällytetä",
    "Media jätetty pois", "obrázek vynechán", "video vynecháno", "zvukový soubor vynechán",
    "nálepka vynechána", "GIF vynechán", "Vizitka vynechána", "dokument vynechán", "Média vynechána",
    "obrázok vynechaný", "video vynechané", "zvuk vynechaný", "nálepka vynechaná", "GIF vynechaný",
    "dokument vynechaný", "Médiá vynechané", "изображение отсутствует", "видео отсутствует",
    "аудиофайл отсутствует", "стикер не добавлен", "GIF отсутствует", "Карточка контакта отсутствует",
    "документ отсутствует", "Файл пропущен", "Без медиафайлов", "зображення відсутнє", "відео відсутнє",
    "аудіо відсутнє", "Наклейку не додано", "GIF-анімацію пропущено", "Картка контакту відсутня",
    "документ пропущено", "Медіа пропущено", "Imagine omisă", "clip video omis", "fără audio", "GIF omis",
    "Carte de vizită contact omisă", "document omis", "Conținut media omis", "kép küldése sikertelen",
    "Videó kihagyva", "Hang kihagyása", "matrica kihagyva", "GIF fájl kihagyása", "Névjegykártya kihagyva",
    "dokumentum kihagyva", "Hiányzó médiafájl", "εικόνα παραλείφθηκε", "βίντεο παραλείφθηκε",
    "ήχος παραλείφθηκε", "αυτοκόλλητο παραλήφθηκε", "Παράληψη GIF", "έγγραφο παραλείφθηκε",
    "Εξαίρεση πολυμέσων", "تصویر حذف شد", "ویدیو حذف شد", "صدا حذف شد", "استیکر حذف شد", "سند حذف شد",
    "đã bỏ qua hình ảnh", "đã bỏ video", "Bỏ qua Media", "slika izostavljena", "video izostavljen",
    "Medijski zapis izostavljen", "gambar tidak disertakan", "video tidak disertakan",
    "Media tidak disertakan", "התמונה הושמטה", "סרטון הווידאו הושמט", "מדיה הושמטה", "画像は含まれていません",
    "ビデオは含まれていません", "メディアは含まれていません", "이미지 생략됨", "비디오 생략됨", "圖片已略去", "照片已忽略", "视频已忽略", "省略多媒体文件", "忽略多媒體檔",
    "สื่อถูกลบ", "मीडिया के बिना",
};
inline constexpr std::array<std::string_view, 2> kOmittedUnseen{
    "Media omessi", "Arquivo de mídia oculto",
};
inline constexpr std::array<std::string_view, 4> kWaiting{
    "Venter på denne besked. Det kan godt tage lidt tid", "Venter på denne besked. Det kan tage lidt tid",
    "Waiting for this message", "Waiting for this message. This may take a while",
};
inline constexpr std::array<std::string_view, 7> kEdited{
    "This message was edited", "Diese Nachricht wurde bearbeitet", "Se editó este mensaje",
    "Ce message a été modifié", "Mensagem editada", "Questo messaggio è stato modificato",
    "Dit bericht is bewerkt",
};
inline constexpr std::array<std::string_view, 13> kEditedUnseen{
    "Denne besked blev redigeret", "Denne besked er blevet redigeret", "Beskeden er redigeret",
    "Det här meddelandet redigerades", "Denne meldingen ble redigert", "Esta mensagem foi editada",
    "Wiadomość edytowana", "Ta wiadomość została edytowana", "Bu mesaj düzenlendi",
    "Это сообщение изменено", "Tätä viestiä muokattiin", "Tato zpráva byla upravena",
    "تم تعديل هذه الرسالة",
};
inline constexpr std::array<std::string_view, 73> kAttached{
    "attached", "file attached", "vedhæftet", "fil vedhæftet", "bifogat", "bifogad fil", "vedlagt",
    "vedlagt fil", "Anhang", "angehängt", "Datei angehängt", "bijgevoegd", "bestand bijgevoegd",
    "pièce jointe", "fichier joint", "adjunto", "archivo adjunto", "archivo adjuntado", "allegato",
    "file allegato", "anexo", "anexado", "ficheiro anexado", "arquivo anexado", "załączono",
    "załączony plik", "eklendi", "dosya ekli", "المُرفق", "الملف مرفق", "liite", "liitetiedosto", "příloha",
    "soubor byl přiložen", "príloha", "súbor pripojený", "прикреплено", "файл добавлен", "додано",
    "файл додано", "atașare", "fișier atașat", "csatolva", "fájl csatolva", "επισυνάφθηκε",
    "συνημμένο αρχείο", "پیوست", "đính kèm", "tệp đính kèm", "priloženo", "datoteka u privitku",
    "terlampir", "file terlampir", "מצורף", "קובץ מצורף", "添付ファイル", "添付ファイル有り", "첨부됨", "파일 첨부됨", "附件",
    "文件附件", "附件檔案", "แนบ", "ไฟล์ที่แนบ", "अटैच किया गया", "फाइल अटैच कर दी गई है", "прикачен файл",
    "byla prisegta", "pievienots fails", "fail lisatud", "priložena datoteka", "adjunt", "arxiu adjunt",
};
inline constexpr std::array<std::string_view, 50> kService{
    "Messages and calls are end-to-end encrypted", "Messages to this chat and calls are now secured",
    "Messages you send to this chat and calls are now secured",
    "Beskeder og opkald er end-to-end-krypterede", "Dine beskeder og opkald er sikret med kryptering",
    "Meddelanden och samtal är komplett krypterade", "Dina meddelanden och samtal är säkrade",
    "Meldinger og samtaler er ende-til-ende-krypterte", "Dine meldinger og samtaler er sikret",
    "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt",
    "Deine Nachrichten und Anrufe werden automatisch",
    "Berichten en gesprekken worden end-to-end versleuteld", "Uw oproepen en berichten zijn beveiligd",
    "Les messages et les appels sont chiffrés de bout en bout", "Vos messages et vos appels sont protégés",
    "Los mensajes y las llamadas están cifrados de extremo a extremo",
    "Tus mensajes y llamadas ahora están protegidos",
    "I messaggi e le chiamate sono crittografati end-to-end",
    "I tuoi messaggi e le tue chiamate sono protetti",
    "As mensagens e chamadas são encriptadas ponto a ponto", "As mensagens e as chamadas são protegidas",
    "Wiadomości i połączenia są w pełni zaszyfrowane", "Mesajlar ve aramalar uçtan uca şifrelidir",
    "الرسائل والمكالمات مشفرة تمامًا", "Viestit ja puhelut salataan täysin",
    "Zprávy a hovory jsou opatřeny koncovým šifrováním", "Správy a hovory sú zabezpečené šifrovaním",
    "Сообщения и звонки защищены сквозным шифрованием",
    "Повідомлення й дзвінки захищено наскрізним шифруванням",
    "Mesajele și apelurile sunt criptate integral",
    "Az üzenetek és hívások végpontok közötti titkosítással",
    "Τα μηνύματα και οι κλήσεις κρυπτογραφούνται πλήρως", "پیامها و تماسها سرتاسر رمزگذاری",
    "Tin nhắn và cuộc gọi được mã hóa đầu cuối", "Poruke i pozivi zaštićeni su potpunom enkripcijom",
    "Pesan dan panggilan terenkripsi secara end-to-end", "Your security code with",
    "Din sikkerhedskode for", "Deine Sicherheitsnummer für", "Votre code de sécurité avec",
    "Sikkerhetskoden med", "Uw beveiligingscode voor", "Il tuo codice di sicurezza con",
    "Cambió tu código de seguridad con", "Ваш код безопасности с контактом",
    "Twój kod zabezpieczeń z użytkownikiem", "You blocked this contact", "You unblocked this contact",
    "Du har blokeret denne kontakt", "Du har fjernet blokeringen af denne kontakt",
};
inline constexpr std::array<std::string_view, 8> kServiceUnseen{
    "Du blokerede denne kontakt", "Du fjernede blokeringen af denne kontakt",
    "Du har blockerat den här kontakten", "Du hast diesen Kontakt blockiert",
    "Du hast diesen Kontakt freigegeben", "Vous avez bloqué ce contact", "Bloqueaste a este contacto",
    "Hai bloccato questo contatto",
};

inline constexpr std::array<std::string_view, 3> kServiceInside{
    "changed their phone number to a new number", "har ændret sit telefonnummer til et nyt nummer",
    "har slået forsvindende beskeder til",
};

// Names of the files; the % is the name of the chat.
inline constexpr std::array<std::string_view, 38> kSubjects{
    "WhatsApp Chat with %", "WhatsApp chat med %", "WhatsApp-chatt med %", "WhatsApp-samtale med %",
    "WhatsApp Chat mit %", "WhatsApp-chat met %", "Discussion WhatsApp avec %", "Chat de WhatsApp con %",
    "Chat WhatsApp con %", "Conversa no WhatsApp com %", "Conversa do WhatsApp com %", "Czat WhatsApp z %",
    "% ile WhatsApp Sohbeti", "دردشة واتساب مع %", "WhatsApp-keskustelu henkilön % kanssa",
    "Chat WhatsApp s uživatelem %", "WhatsApp chat s používateľom %", "Чат WhatsApp с %",
    "Бесіда WhatsApp з %", "Conversație WhatsApp cu %", "WhatsApp csevegés vele: %",
    "Συνομιλία WhatsApp με %", "گفتگوی WhatsApp با %", "Trò chuyện WhatsApp với %", "WhatsApp razgovor s %",
    "Chat WhatsApp dengan %", "Xat de WhatsApp amb %", "צ'אט WhatsApp עם %", "%とのWhatsAppチャット",
    "%님과의 WhatsApp 대화", "WhatsApp 与 % 的对话", "WhatsApp 與 % 的對話", "แชท WhatsApp กับ %",
    "% के साथ WhatsApp चैट", "WhatsApp Чат с %", "WhatsApp pokalbis su %", "WhatsApp sarakste ar %",
    "WhatsApp Gesprek met %",
};
inline constexpr std::array<std::string_view, 3> kSubjectsUnseen{
    "WhatsApp Chat - %", "WhatsApp-chat med %", "WhatsApp-Chat mit %",
};
// clang-format on

struct PhraseRows {
    Phrase phrase;
    bool isVerified;
    std::span<const std::string_view> texts;
};
inline constexpr std::array<PhraseRows, 25> kPhrases{{
    {Phrase::Deleted, true, kDeleted},
    {Phrase::DeletedByMe, true, kDeletedByMe},
    {Phrase::MissedVoice, true, kMissedVoice},
    {Phrase::MissedVideo, true, kMissedVideo},
    {Phrase::VoiceCall, true, kVoiceCall},
    {Phrase::VoiceCall, false, kVoiceCallUnseen},
    {Phrase::VideoCall, true, kVideoCall},
    {Phrase::VideoCall, false, kVideoCallUnseen},
    {Phrase::GroupCall, true, kGroupCall},
    {Phrase::GroupCall, false, kGroupCallUnseen},
    {Phrase::Incoming, true, kIncoming},
    {Phrase::Incoming, false, kIncomingUnseen},
    {Phrase::Outgoing, true, kOutgoing},
    {Phrase::Outgoing, false, kOutgoingUnseen},
    {Phrase::Unanswered, true, kUnanswered},
    {Phrase::Unanswered, false, kUnansweredUnseen},
    {Phrase::Omitted, true, kOmitted},
    {Phrase::Omitted, false, kOmittedUnseen},
    {Phrase::Waiting, true, kWaiting},
    {Phrase::Edited, true, kEdited},
    {Phrase::Edited, false, kEditedUnseen},
    {Phrase::Attached, true, kAttached},
    {Phrase::Service, true, kService},
    {Phrase::Service, false, kServiceUnseen},
    {Phrase::ServiceInside, true, kServiceInside},
}};

} // namespace core::format::whatsapp
