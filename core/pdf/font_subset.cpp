// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/font_subset.h"

#include "core/base/error.h"

#include <memory>

#include <hb-subset.h>
#include <hb.h>

namespace core::pdf {
namespace {

struct Destroy {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};

// A PDF reader asks for outlines and widths only.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('m', 'e', 't', 'a'),
};

} // namespace

FontSubset subsetFont(const FontFile& file, const std::set<std::uint32_t>& glyphs) {
    const std::unique_ptr<hb_subset_input_t, Destroy> input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    for (const hb_tag_t tag : kDropped) {
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), tag);
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const std::unique_ptr<hb_subset_plan_t, Destroy> plan(
        hb_subset_plan_create_or_fail(file.face(), input.get()));
    const std::unique_ptr<hb_face_t, Destroy> face(plan ? hb_subset_plan_execute_or_fail(plan.get())
                                                        : nullptr);
    if (!face) throw base::Error(base::ErrorCode::Internal, "a font cannot be cut down", file.name());

    FontSubset out;
    const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) {
        const hb_codepoint_t newId = hb_map_get(mapping, glyph);
        out.newId[glyph] = newId == HB_MAP_VALUE_INVALID ? 0 : newId;
    }
    const std::unique_ptr<hb_blob_t, Destroy> blob(
        file.isCff() ? hb_face_reference_table(face.get(), HB_TAG('C', 'F', 'F', ' '))
                     : hb_face_reference_blob(face.get()));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &length);
    out.bytes.assign(bytes, length);
    return out;
}

} // namespace core::pdf
