// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/entry.h"

namespace core::timeline {

Lane laneOf(model::ItemKind kind) {
    switch (kind) {
    case model::ItemKind::Sms:
    case model::ItemKind::Mms:
        return Lane::Sms;
    case model::ItemKind::Call:
        return Lane::Call;
    case model::ItemKind::Email:
        return Lane::Email;
    case model::ItemKind::Chat:
    case model::ItemKind::Notice:
        return Lane::Chat;
    case model::ItemKind::Photo:
    case model::ItemKind::Video:
        return Lane::Photo;
    case model::ItemKind::Audio:
    case model::ItemKind::Document:
    case model::ItemKind::Note:
        break;
    }
    return Lane::Other;
}

} // namespace core::timeline
