// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/pdf_pages.h"

#include "core/base/error.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstring>
#include <mutex>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace core::pdf::view {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMostPixels = 24e6;
constexpr std::size_t kMostHits = 1000; // a page

// The bytes of an open file, while this lives.
class Mapping {
public:
    explicit Mapping(int descriptor) {
        struct stat info {};
        if (::fstat(descriptor, &info) != 0) base::throwErrno("cannot read the PDF", {});
        if (info.st_size == 0 || info.st_size > INT_MAX)
            throw base::Error(base::ErrorCode::Unsupported, "the PDF is too large to be shown");
        size_ = static_cast<std::size_t>(info.st_size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (data_ == MAP_FAILED) base::throwErrno("cannot read the PDF", {});
    }
    ~Mapping() { ::munmap(data_, size_); }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    const char* data() const { return static_cast<const char*>(data_); }
    int size() const { return static_cast<int>(size_); }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

PagePixels whitePage(double width, double height) {
    PagePixels white;
    white.width = std::max(1, static_cast<int>(std::lround(width)));
    white.height = std::max(1, static_cast<int>(std::lround(height)));
    white.rgb.assign(static_cast<std::size_t>(white.width) * static_cast<std::size_t>(white.height) * 3,
                     0xFF);
    return white;
}

} // namespace

struct PdfPages::State {
    explicit State(OutputFile given) : file(std::move(given)), bytes(file.descriptor()) {}

    std::unique_ptr<poppler::page> page(int number) const {
        return std::unique_ptr<poppler::page>(document->create_page(number));
    }

    OutputFile file;
    Mapping bytes;
    std::unique_ptr<poppler::document> document;
    std::vector<PageSize> sizes;
    std::mutex mutex; // of the document
};

PdfPages::PdfPages(OutputFile file) : state_(std::make_unique<State>(std::move(file))) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    state_->document.reset(poppler::document::load_from_raw_data(state_->bytes.data(), state_->bytes.size()));
    if (!state_->document || state_->document->is_locked())
        throw base::Error(base::ErrorCode::Damaged, "the PDF cannot be shown");
    for (int i = 0; i < state_->document->pages(); ++i) {
        const auto page = state_->page(i);
        const poppler::rectf box = page ? page->page_rect() : poppler::rectf(0, 0, 595, 842);
        const bool isTurned = page && (page->orientation() == poppler::page::landscape ||
                                       page->orientation() == poppler::page::seascape);
        const PageSize size{box.width(), box.height()};
        state_->sizes.push_back(isTurned ? PageSize{size.height, size.width} : size);
    }
}

PdfPages::~PdfPages() = default;

int PdfPages::count() const { return static_cast<int>(state_->sizes.size()); }
const std::vector<PageSize>& PdfPages::sizes() const { return state_->sizes; }
const OutputFile& PdfPages::file() const { return state_->file; }

PagePixels PdfPages::draw(int number, int widthPx) const {
    const PageSize& size = state_->sizes.at(static_cast<std::size_t>(number));
    const double most = std::sqrt(kMostPixels * size.width / size.height);
    const double width = std::clamp<double>(widthPx, 1, std::max(1.0, most));
    const double resolution = kPointsPerInch * width / size.width;
    const std::lock_guard one(state_->mutex);
    const auto page = state_->page(number);
    PagePixels pixels = whitePage(width, width * size.height / size.width);
    if (!page) return pixels;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image image =
        renderer.render_page(page.get(), resolution, resolution, 0, 0, pixels.width, pixels.height);
    if (!image.is_valid() || image.width() != pixels.width || image.height() != pixels.height) return pixels;
    const std::size_t row = static_cast<std::size_t>(pixels.width) * 3;
    for (int y = 0; y < pixels.height; ++y)
        std::memcpy(pixels.rgb.data() + static_cast<std::size_t>(y) * row,
                    image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(), row);
    return pixels;
}

std::string PdfPages::text(int number) const {
    const std::lock_guard one(state_->mutex);
    const auto page = state_->page(number);
    if (!page) return {};
    const poppler::byte_array bytes = page->text().to_utf8();
    return base::repairUtf8({bytes.data(), bytes.size()});
}

std::vector<PageHit> PdfPages::find(int number, const std::string& words) const {
    std::vector<PageHit> hits;
    if (words.empty()) return hits;
    const std::lock_guard one(state_->mutex);
    const auto page = state_->page(number);
    if (!page) return hits;
    const poppler::ustring wanted = poppler::ustring::from_utf8(words.data(), static_cast<int>(words.size()));
    poppler::rectf at;
    auto direction = poppler::page::search_from_top;
    while (hits.size() < kMostHits && page->search(wanted, at, direction, poppler::case_insensitive)) {
        hits.push_back({number, at.x(), at.y(), at.width(), at.height()});
        direction = poppler::page::search_next_result;
    }
    return hits;
}

} // namespace core::pdf::view
