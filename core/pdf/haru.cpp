// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/haru.h"

#include "core/base/error.h"

#include <new>

namespace core::pdf {
namespace {

constexpr HPDF_UINT kPagesPerNode = 100; // a flat tree ends at 32,767 pages

} // namespace

void HaruDocument::onError(HPDF_STATUS error, HPDF_STATUS, void* self) {
    auto* document = static_cast<HaruDocument*>(self);
    if (document->error_ == 0) document->error_ = error;
}

HaruDocument::HaruDocument() : doc_(HPDF_New(&HaruDocument::onError, this)) {
    if (!doc_) throw std::bad_alloc();
    HPDF_SetPagesConfiguration(doc_, kPagesPerNode);
}

HaruDocument::~HaruDocument() { HPDF_Free(doc_); }

void HaruDocument::check(const char* doing) const {
    if (error_ == 0) return;
    throw base::Error(base::ErrorCode::Internal,
                      std::string("libharu error ") + std::to_string(error_) + " while " + doing);
}

HPDF_Dict HaruDocument::newDict() {
    HPDF_Dict dict = HPDF_Dict_New(doc_->mmgr);
    if (!dict || HPDF_Xref_Add(doc_->xref, dict) != HPDF_OK) check("adding an object");
    if (!dict) throw std::bad_alloc();
    return dict;
}

HPDF_Dict HaruDocument::newStream(StreamTable& streams, StreamBytes bytes) {
    HPDF_Dict dict = HPDF_DictStream_New(doc_->mmgr, doc_->xref);
    if (!dict) throw std::bad_alloc();
    attachStream(dict, streams, std::move(bytes));
    return dict;
}

void HaruDocument::attachStream(HPDF_Dict dict, StreamTable& streams, StreamBytes bytes) {
    HPDF_Dict_AddNumber(dict, kStreamKey, static_cast<HPDF_INT32>(streams.size()));
    streams.push_back(std::move(bytes));
}

HPDF_Dict HaruDocument::addDict(HPDF_Dict parent, const char* key) {
    HPDF_Dict dict = HPDF_Dict_New(doc_->mmgr);
    if (!dict) throw std::bad_alloc();
    HPDF_Dict_Add(parent, key, dict);
    return dict;
}

HPDF_Array HaruDocument::addArray(HPDF_Dict parent, const char* key) {
    HPDF_Array array = HPDF_Array_New(doc_->mmgr);
    if (!array) throw std::bad_alloc();
    HPDF_Dict_Add(parent, key, array);
    return array;
}

std::string HaruDocument::save() {
    HPDF_SaveToStream(doc_);
    check("writing the document");
    std::string out(HPDF_GetStreamSize(doc_), '\0');
    HPDF_ResetStream(doc_);
    auto size = static_cast<HPDF_UINT32>(out.size());
    HPDF_ReadFromStream(doc_, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    out.resize(size);
    check("reading the document back");
    return out;
}

} // namespace core::pdf
