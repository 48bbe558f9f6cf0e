// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/view/cut_pages.h"

#include "core/base/error.h"

#include <algorithm>

#define POINTERHOLDER_TRANSITION 4 // shared_ptr only
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace core::pdf::view {

namespace {

class ToFile : public Pipeline {
public:
    explicit ToFile(OutputFile& file) : Pipeline("file", nullptr), file_(file) {}
    void write(unsigned char const* data, size_t size) override {
        file_.write({reinterpret_cast<const char*>(data), size});
    }
    void finish() override {}

private:
    OutputFile& file_;
};

} // namespace

std::vector<int> pagesIn(const std::vector<PageRange>& ranges, int pageCount) {
    std::vector<int> pages;
    for (const PageRange& range : ranges)
        for (int page = std::max(0, range.first); page <= std::min(range.last, pageCount - 1); ++page)
            pages.push_back(page);
    return pages;
}

void cutPages(const OutputFile& pdf, const std::vector<int>& wanted, OutputFile& out,
              base::Progress& progress) {
    if (wanted.empty()) throw base::Error(base::ErrorCode::InvalidInput, "no page is to be printed");
    try {
        QPDF from, to;
        from.setSuppressWarnings(true);
        from.processFile(pdf.readable().c_str());
        to.emptyPDF();
        const auto all = QPDFPageDocumentHelper(from).getAllPages();
        QPDFPageDocumentHelper target(to);
        for (const int number : wanted) {
            progress.throwIfCancelled();
            QPDFObjectHandle page = all.at(static_cast<std::size_t>(number)).getObjectHandle();
            page.removeKey("/Annots");
            page.removeKey("/B");
            page.removeKey("/StructParents");
            target.addPage(QPDFPageObjectHelper(page), false);
        }
        ToFile pipeline(out);
        QPDFWriter writer(to);
        writer.setOutputPipeline(&pipeline);
        writer.setStaticID(false);
        writer.write();
    } catch (const base::Error&) {
        throw;
    } catch (const std::exception& error) {
        throw base::Error(base::ErrorCode::Damaged,
                          std::string("pages cannot be taken out: ") + error.what());
    }
}

} // namespace core::pdf::view
