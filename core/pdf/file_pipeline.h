// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where qpdf writes to: an OutputFile, with progress, Cancel and a limit. Internal to this folder.

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/pdf/file_id.h"
#include "core/pdf/output_file.h"

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include <qpdf/Pipeline.hh>

namespace core::pdf {

// Past 2 GiB libraries and readers fail in ways that nobody sees; a larger log is to be split.
inline constexpr std::uint64_t kMaxFileSize = 2'000'000'000;

// Hands qpdf's output to the file. The first error is kept and thrown after qpdf has returned: qpdf itself
// may take an exception for a damaged stream and go on.
class FilePipeline : public Pipeline {
public:
    // `id`: what is written for kNoFileId, which qpdf hands over by itself, twice behind "/ID [".
    FilePipeline(OutputFile& file, std::string id, base::Progress& progress)
        : Pipeline("file", nullptr), file_(file), id_(std::move(id)), progress_(progress) {}
    void write(unsigned char const* data, size_t size) override {
        if (error_) return;
        try {
            progress_.throwIfCancelled();
            const std::string_view bytes(reinterpret_cast<const char*>(data), size);
            isId_ = bytes == kNoFileId && (isId_ || endsBeforeId_);
            endsBeforeId_ = bytes.ends_with("/ID [");
            file_.write(isId_ ? std::string_view(id_) : bytes);
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
    std::string id_;
    bool endsBeforeId_ = false, isId_ = false; // the bytes before these
    base::Progress& progress_;
    std::exception_ptr error_;
};

} // namespace core::pdf
