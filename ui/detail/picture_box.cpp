// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/picture_box.h"

#include "core/image/film_frame.h"
#include "core/image/picture.h"
#include "ui/common/controls.h"
#include "ui/common/error_text.h"

#include <cstdlib>
#include <cstring>
#include <optional>

#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/scrolwin.h>

namespace ui::detail {
namespace {

constexpr int kLongestSide = 640; // pixels kept; the pane is narrower

constexpr std::uint64_t kMostFilm = 64U
                                    << 20U; // bytes of a film inside a mail: it is held while it is looked at

std::optional<core::image::Picture> pictureOf(const core::query::CaseReader& reader,
                                              const PictureSource& source,
                                              const core::image::DecodeLimits& limits) {
    if (!source.isFilm) {
        const std::string bytes =
            source.attachment ? reader.attachmentBytes(source.attachment) : reader.itemBytes(source.item);
        return core::image::decodePicture(bytes, source.orientation, limits);
    }
    core::image::FilmLimits film;
    film.picture = limits;
    if (source.filmSource != 0) {
        const auto original = reader.openSource(source.filmSource);
        auto* seekable = dynamic_cast<core::base::SeekableSource*>(original.get());
        return seekable ? core::image::filmFrame(*seekable, source.orientation, film) : std::nullopt;
    }
    std::string bytes;
    reader.readAttachment(source.attachment, [&](std::string_view piece) {
        if (bytes.size() <= kMostFilm) bytes += piece;
    });
    if (bytes.size() > kMostFilm) return std::nullopt;
    core::base::MemorySource memory(bytes);
    return core::image::filmFrame(memory, source.orientation, film);
}

wxString shownName(const PictureSource& source) {
    return source.isFilm ? _("Show a still of the film") : _("Show the picture");
}

wxImage toImage(const core::image::Picture& picture) {
    wxImage image(picture.width, picture.height, false);
    std::memcpy(image.GetData(), picture.rgb.data(), picture.rgb.size());
    return image;
}

} // namespace

PictureBox::PictureBox(wxWindow* parent, common::SessionPtr session, PictureSource source)
    : wxPanel(parent), session_(std::move(session)), source_(std::move(source)) {
    SetBackgroundColour(common::color(common::Color::Base));
    text_ =
        new common::WrappedText(this,
                                source_.isFilm ? _("The film is not shown until you ask for a still of it.")
                                               : _("The picture is closed until you open it."),
                                common::TextStyle::Small, common::Color::Muted);
    button_ = new wxButton(this, wxID_ANY, shownName(source_));
    button_->SetName(source_.name.empty() ? shownName(source_) : shownName(source_) + " " + source_.name);
    button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (bitmap_.IsOk())
            showBitmap({});
        else
            open();
    });
    Bind(wxEVT_PAINT, &PictureBox::OnPaint, this);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->AddSpacer(0);
    sizer->Add(text_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    sizer->Add(button_, wxSizerFlags().Right().Border(wxRIGHT | wxBOTTOM, FromDIP(12)));
    SetSizer(sizer);
}

void PictureBox::open() {
    button_->Disable();
    const int longest = static_cast<int>(kLongestSide * GetContentScaleFactor());
    job_ = common::runJob(
        this,
        [session = session_, source = source_, longest](core::base::Progress&) {
            core::image::DecodeLimits limits;
            limits.fitWithin = longest;
            return pictureOf(*session->openReader(), source, limits);
        },
        [this](common::Outcome<std::optional<core::image::Picture>> outcome) {
            button_->Enable();
            if (!outcome.ok()) {
                static_cast<common::WrappedText*>(text_)->setText(common::errorText(outcome.error()));
            } else if (!outcome.value()) {
                static_cast<common::WrappedText*>(text_)->setText(
                    source_.isFilm
                        ? _("There is no picture in it that can be shown here. The file is kept as it was.")
                        : _("This picture cannot be shown here. The file is kept as it was."));
            } else {
                showBitmap(wxBitmap(toImage(*outcome.value())));
            }
        });
}

void PictureBox::showBitmap(const wxBitmap& bitmap) {
    bitmap_ = bitmap;
    int height = 0;
    if (bitmap_.IsOk()) {
        const int width = GetClientSize().x - FromDIP(24);
        height = bitmap_.GetHeight() * std::min(width, bitmap_.GetWidth()) / bitmap_.GetWidth() + FromDIP(12);
    }
    GetSizer()->GetItem(std::size_t{0})->AssignSpacer(0, height);
    text_->Show(!bitmap_.IsOk());
    button_->SetLabel(bitmap_.IsOk() ? _("Close the picture") : shownName(source_));
    SetMinSize(wxDefaultSize);
    SetMinSize(GetSizer()->CalcMin());
    if (auto* page = wxDynamicCast(GetParent(), wxScrolledWindow)) {
        page->Layout();
        page->FitInside();
    }
    Layout();
    Refresh();
}

void PictureBox::OnPaint(wxPaintEvent&) {
    wxPaintDC dc(this);
    dc.SetPen(common::color(common::Color::Line));
    dc.SetBrush(common::color(common::Color::Base));
    dc.DrawRectangle(GetClientRect());
    if (!bitmap_.IsOk()) return;
    const int width = std::min(GetClientSize().x - FromDIP(24), bitmap_.GetWidth());
    const int height = bitmap_.GetHeight() * width / bitmap_.GetWidth();
    wxImage scaled = bitmap_.ConvertToImage().Scale(width, height, wxIMAGE_QUALITY_BILINEAR);
    dc.DrawBitmap(wxBitmap(scaled), FromDIP(12), FromDIP(12));
}

} // namespace ui::detail
