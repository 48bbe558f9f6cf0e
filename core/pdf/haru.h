// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// libharu's object layer as we use it: a document with its error kept, and short ways to make its objects.
// Only for the .cpp files that write objects: libharu holds the pages and their tree, never text or fonts of
// its own.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#include <hpdf_utils.h>

namespace core::pdf {

// The bytes of the streams stay outside libharu: a stream is written empty with this key, whose value is the
// index of its bytes, and finish.cpp puts them in. So nothing large is held twice.
inline constexpr char kStreamKey[] = "LogbogStream";

struct StreamBytes {
    std::string owned;
    std::string_view shared; // of the picture store, where `owned` is empty
    std::string filter;      // "/FlateDecode", "/DCTDecode"
    // Fetches them when they are written, where they are too large to be kept; `size` bytes.
    std::function<std::string()> load = {};
    std::uint64_t size = 0;
    std::string name = {}; // of what `load` gives: the same for the same bytes alone
    std::string_view bytes() const { return owned.empty() ? shared : std::string_view(owned); }
    std::uint64_t length() const { return load ? size : bytes().size(); }
};
using StreamTable = std::vector<StreamBytes>;

class HaruDocument {
public:
    HaruDocument();
    ~HaruDocument();
    HaruDocument(const HaruDocument&) = delete;
    HaruDocument& operator=(const HaruDocument&) = delete;

    // Throws base::Error(Internal) with the first error libharu met: its errors are sticky, and its handler
    // must not throw through C.
    void check(const char* doing) const;

    HPDF_Doc doc() const { return doc_; }
    HPDF_Dict newDict(); // indirect
    HPDF_Dict newStream(StreamTable& streams, StreamBytes bytes);
    void attachStream(HPDF_Dict dict, StreamTable& streams, StreamBytes bytes);
    HPDF_Dict addDict(HPDF_Dict parent, const char* key);   // direct, inside `parent`
    HPDF_Array addArray(HPDF_Dict parent, const char* key); // direct, inside `parent`
    std::string save();                                     // the whole file

private:
    static void onError(HPDF_STATUS error, HPDF_STATUS detail, void* self);

    HPDF_Doc doc_ = nullptr;
    HPDF_STATUS error_ = 0;
};

} // namespace core::pdf
