// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Copies what a foreign page draws with into another PDF: fonts, pictures, forms. Everything that leads
// elsewhere, acts or tells of the file's making stays behind. Internal to core/pdf.

#include "core/pdf/foreign_stream.h"
#include "core/pdf/foreign_text.h"

#include <map>
#include <string>

#include <qpdf/QPDF.hh>

namespace core::pdf {

class ForeignCopy {
public:
    ForeignCopy(QPDF& target, ForeignBudget& budget, ForeignText& text)
        : target_(target), budget_(budget), text_(text) {}

    // Throws ForeignRefusal, and what qpdf throws.
    QPDFObjectHandle copy(const QPDFObjectHandle& object) { return copyValue(object, 0, Keys::Fixed); }
    // Of the page: forms that have no resources of their own draw with its.
    void setInherited(const QPDFObjectHandle& resources) { inherited_ = resources; }
    // All that drawing them takes, the forms within forms counted out.
    double stepsOf(const ForeignWork& work, QPDFObjectHandle resources);
    double stepsOf(const QPDFObjectHandle& form) const; // that was copied

private:
    enum class Keys { Fixed, Names }; // of a dictionary: words of the format, or names that the file gives
    QPDFObjectHandle copyValue(QPDFObjectHandle object, int depth, Keys keys);
    QPDFObjectHandle copyOnce(QPDFObjectHandle object, int depth, Keys keys);
    void fillArray(QPDFObjectHandle from, QPDFObjectHandle to, int depth);
    void fillDictionary(QPDFObjectHandle from, QPDFObjectHandle to, int depth, Keys keys);
    QPDFObjectHandle copyStream(QPDFObjectHandle from, QPDFObjectHandle to, int depth);
    std::string pictureBytes(QPDFObjectHandle stream);

    QPDF& target_;
    ForeignBudget& budget_;
    ForeignText& text_;
    std::map<QPDFObjGen, QPDFObjectHandle> done_;
    std::map<QPDFObjGen, double> steps_; // of forms; one within itself is not drawn again
    QPDFObjectHandle inherited_ = QPDFObjectHandle::newNull();
};

} // namespace core::pdf
