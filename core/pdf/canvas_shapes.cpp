// SPDX-License-Identifier: GPL-3.0-or-later
// Canvas: rules, boxes and pictures.
#include "core/pdf/canvas_state.h"

#include <algorithm>
#include <array>

namespace core::pdf {
namespace {

double points(double mm) { return mm / kMmPerPoint; }

// Line width, grey and dashes inside a saved graphics state.
void beginStroke(std::string& out, double widthMm, double gray, double dashMm, double gapMm) {
    out += "q ";
    appendNumber(out, points(widthMm));
    out += " w ";
    appendNumber(out, gray);
    out += " G ";
    if (dashMm > 0) {
        out += '[';
        appendNumbers(out, {points(dashMm), points(gapMm > 0 ? gapMm : dashMm)});
        out += "]0 d ";
    }
}

// A rectangle whose right, or all, corners are rounded by quarter circles.
void appendRounded(std::string& out, double x, double y, double w, double h, double r, bool roundLeft) {
    const double k = r * (1 - 0.5522847498); // how far a curve's handle stays from the corner
    const double left = roundLeft ? r : 0;
    const double leftK = roundLeft ? k : 0;
    const auto curve = [&](std::array<double, 6> c) {
        appendNumbers(out, {c[0], c[1], c[2], c[3], c[4], c[5]});
        out += "c\n";
    };
    const auto line = [&](double toX, double toY) {
        appendNumbers(out, {toX, toY});
        out += "l\n";
    };
    appendNumbers(out, {x + left, y});
    out += "m\n";
    line(x + w - r, y);
    curve({x + w - k, y, x + w, y + k, x + w, y + r});
    line(x + w, y + h - r);
    curve({x + w, y + h - k, x + w - k, y + h, x + w - r, y + h});
    line(x + left, y + h);
    if (roundLeft) curve({x + leftK, y + h, x, y + h - leftK, x, y + h - left});
    line(x, y + left);
    if (roundLeft) curve({x, y + leftK, x + leftK, y, x + left, y});
    out += "h ";
}

} // namespace

void Canvas::rule(double x1, double y1, double x2, double y2, double widthMm, double gray, double dashMm,
                  double gapMm) {
    PageRecord& page = state_->page();
    std::string& out = page.content.open();
    beginStroke(out, widthMm, gray, dashMm, gapMm);
    appendNumbers(out, {points(x1), state_->fromTop(page, y1)});
    out += "m ";
    appendNumbers(out, {points(x2), state_->fromTop(page, y2)});
    out += "l S Q\n";
}

void Canvas::fillRect(double x, double y, double w, double h, double gray) {
    PageRecord& page = state_->page();
    std::string& out = page.content.open();
    if (gray != page.gray) {
        appendNumber(out, gray);
        out += " g\n";
        page.gray = gray;
    }
    appendNumbers(out, {points(x), state_->fromTop(page, y + h), points(w), points(h)});
    out += "re f\n";
}

void Canvas::strokeRect(double x, double y, double w, double h, double widthMm, double gray, double radiusMm,
                        double dashMm, double gapMm, bool roundLeft) {
    PageRecord& page = state_->page();
    std::string& out = page.content.open();
    beginStroke(out, widthMm, gray, dashMm, gapMm);
    const double bottom = state_->fromTop(page, y + h);
    const double radius = std::min({radiusMm, w / 2, h / 2});
    if (radius > 0) {
        appendRounded(out, points(x), bottom, points(w), points(h), points(radius), roundLeft);
    } else {
        appendNumbers(out, {points(x), bottom, points(w), points(h)});
        out += "re ";
    }
    out += "S Q\n";
}

// The unit square in which a picture is drawn, turned so that the stored rows stand as EXIF says.
void Canvas::drawImage(ImageId image, double x, double y, double w, double h, int orientation) {
    PageRecord& page = state_->page();
    std::string& out = page.content.open();
    const double left = points(x);
    const double bottom = state_->fromTop(page, y + h);
    const double width = points(w);
    const double height = points(h);
    const double right = left + width;
    const double top = bottom + height;
    std::array<double, 6> m{width, 0, 0, height, left, bottom};
    switch (orientation) {
    case 2:
        m = {-width, 0, 0, height, right, bottom};
        break;
    case 3:
        m = {-width, 0, 0, -height, right, top};
        break;
    case 4:
        m = {width, 0, 0, -height, left, top};
        break;
    case 5:
        m = {0, -height, -width, 0, right, top};
        break;
    case 6:
        m = {0, -height, width, 0, left, top};
        break;
    case 7:
        m = {0, height, width, 0, left, bottom};
        break;
    case 8:
        m = {0, height, -width, 0, right, bottom};
        break;
    default:
        break;
    }
    page.images.insert(image);
    out += "q ";
    appendNumbers(out, {m[0], m[1], m[2], m[3], m[4], m[5]});
    out += "cm /I" + std::to_string(image) + " Do Q\n";
}

void Canvas::drawImageStrip(ImageId image, double x, double y, double w, double h, int orientation,
                            double top, double bottom) {
    PageRecord& page = state_->page();
    std::string& out = page.content.open();
    out += "q ";
    appendNumbers(out, {points(x), state_->fromTop(page, bottom), points(w), points(bottom - top)});
    out += "re W n ";
    drawImage(image, x, y, w, h, orientation);
    page.content.open() += "Q\n";
}

bool Canvas::takesForeign() const { return state_->parts.form.archive == Archive::None; }

ForeignId Canvas::addForeign(ForeignPages pages) {
    pages.text.clear(); // it has been searched by now
    state_->parts.foreign.push_back(std::move(pages));
    return static_cast<ForeignId>(state_->parts.foreign.size() - 1);
}

void Canvas::drawForeign(ForeignId id, std::size_t page, double x, double y, double w, double h) {
    const ForeignPages::Size size = state_->parts.foreign.at(static_cast<std::size_t>(id)).pages.at(page);
    PageRecord& record = state_->page();
    record.foreign.insert({id, page});
    std::string& out = record.content.open();
    out += "q ";
    appendNumbers(out, {points(w) / size.widthPt, 0, 0, points(h) / size.heightPt, points(x),
                        state_->fromTop(record, y + h)});
    out += "cm /" + foreignName({id, page}) + " Do Q\n";
}

} // namespace core::pdf
