// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where qpdf writes to: an OutputFile, with progress, Cancel and a limit. Internal to this folder.

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/pdf/output_file.h"

#include <cstdint>
#include <exception>

#include <qpdf/Pipeline.hh>

namespace core::pdf {

// Past 2 GiB libraries and readers fail in ways that nobody sees; a larger log is to be split.
inline constexpr std::uint64_t kMaxFileSize = 2'000'000'000;

// Hands qpdf's output to the file. The first error is kept and thrown after qpdf has returned: qpdf itself
// may take an exception for a damaged stream and go on.
class FilePipeline : public Pipeline {
public:
    FilePipeline(OutputFile& file, base::Progress& progress)
        : Pipeline("file", nullptr), file_(file), progress_(progress) {}
    void write(unsigned char const* data, size_t size) override {
        if (error_) return;
        try {
            progress_.throwIfCancelled();
            file_.write({reinterpret_cast<const char*>(data), size});
            progress_.setDone(file_.size());
            if (file_.size() > kMaxFileSize) {
                throw base::Error(base::ErrorCode::Unsupported, "the PDF would be larger than 2 GB");
            }
        } catch (...) {
            error_ = std::current_exception();
        }
    }
    void finish() override {}
    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }

private:
    OutputFile& file_;
    base::Progress& progress_;
    std::exception_ptr error_;
};

} // namespace core::pdf
