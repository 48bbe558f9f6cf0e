// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_copy.h"

#include "core/image/picture.h"
#include "core/pdf/content.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace core::pdf {

namespace {

using Object = QPDFObjectHandle;

constexpr int kDeepest = 60; // of what pages are drawn with; hostile files nest until a stack ends

// Never copied: what acts, leads out of the page, is only for editing, or tells of the file's making.
constexpr std::array<std::string_view, 30> kLeftBehind{
    "/Metadata",     "/PieceInfo",     "/AA",         "/A",
    "/JS",           "/OpenAction",    "/Parent",     "/P",
    "/StructParent", "/StructParents", "/Annots",     "/B",
    "/Thumb",        "/OPI",           "/Alternates", "/AF",
    "/Ref",          "/LastModified",  "/Dest",       "/URI",
    "/OC",           "/Properties",    "/Private",    "/SeparationInfo",
    "/EF",           "/Names",         "/Measure",    "/PtData",
    "/Contents",     "/Kids"};
// Of streams: where the bytes are is ours to say, and they are never in another file.
constexpr std::array<std::string_view, 4> kOfStreams{"/Length", "/F", "/FFilter", "/FDecodeParms"};
// Their keys are names that the file gives.
constexpr std::array<std::string_view, 8> kNamed{"/Font",    "/XObject", "/ExtGState", "/ColorSpace",
                                                 "/Pattern", "/Shading", "/CharProcs", "/Colorants"};

template <std::size_t n>
bool isAmong(const std::array<std::string_view, n>& list, const std::string& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

// A # in a name, be it written as its code or begin none (then qpdf keeps a zero for it): qpdf 11.3 writes it
// as it is, which no reader takes. What a name stands for is another thing: see fillDictionary.
bool hasStraySign(const std::string& name) { return name.find_first_of(std::string("#\0", 2)) != name.npos; }
std::string soundName(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '#' || c == '\0'; }, '_');
    return name;
}

bool isNamed(Object dict, const char* key, const char* name) {
    return dict.getKey(key).isNameAndEquals(name);
}

bool hasOperators(Object dict) {
    return isNamed(dict, "/Subtype", "/Form") ||
           (dict.getKey("/PatternType").isInteger() && dict.getKey("/PatternType").getIntValue() == 1);
}

// How often a tile may be repeated on a page; 1 for what is no tile.
double cellsOf(Object dict) {
    constexpr double kPage = 600.0 * 850, kMostTiles = 1e6; // square points
    Object x = dict.getKey("/XStep"), y = dict.getKey("/YStep"), matrix = dict.getKey("/Matrix");
    if (!x.isNumber() || !y.isNumber()) return 1;
    double area = std::abs(x.getNumericValue() * y.getNumericValue());
    if (matrix.isMatrix()) {
        const Object::Matrix m = matrix.getArrayAsMatrix();
        area *= std::abs(m.a * m.d - m.b * m.c);
    }
    return area > kPage / kMostTiles ? std::max(1.0, kPage / area) : kMostTiles;
}

double pictureSteps(Object dict) {
    constexpr double kPixelsAStep = 500;
    Object width = dict.getKey("/Width"), height = dict.getKey("/Height");
    if (!width.isInteger() || !height.isInteger()) return 0;
    return std::abs(static_cast<double>(width.getIntValue()) * static_cast<double>(height.getIntValue())) /
           kPixelsAStep;
}

} // namespace

Object ForeignCopy::copyValue(Object object, int depth, Keys keys) {
    if (depth > kDeepest) throw ForeignRefusal(ForeignTrouble::Deep);
    if (object.isIndirect()) {
        const auto known = done_.find(object.getObjGen());
        if (known != done_.end()) return known->second;
    }
    budget_.takeObject();
    if (object.isArray() || object.isDictionary() || object.isStream()) return copyOnce(object, depth, keys);
    if (object.isBool()) return Object::newBool(object.getBoolValue());
    if (object.isInteger()) return Object::newInteger(object.getIntValue());
    if (object.isReal()) return Object::newReal(object.getRealValue());
    if (object.isName()) return Object::newName(soundName(object.getName()));
    if (object.isString()) return Object::newString(object.getStringValue());
    return Object::newNull();
}

// An object that several refer to, or that refers to itself, is one again.
Object ForeignCopy::copyOnce(Object object, int depth, Keys keys) {
    Object made = object.isArray()    ? Object::newArray()
                  : object.isStream() ? Object::newStream(&target_)
                                      : Object::newDictionary();
    if (object.isIndirect()) {
        if (!made.isStream()) made = target_.makeIndirectObject(made);
        done_.emplace(object.getObjGen(), made);
    }
    if (object.isArray())
        fillArray(object, made, depth);
    else if (object.isStream())
        made = copyStream(object, made, depth);
    else
        fillDictionary(object, made, depth, keys);
    return made;
}

void ForeignCopy::fillArray(Object from, Object to, int depth) {
    const int count = from.getArrayNItems();
    for (int i = 0; i < count; ++i) to.appendItem(copyValue(from.getArrayItem(i), depth + 1, Keys::Fixed));
}

void ForeignCopy::fillDictionary(Object from, Object to, int depth, Keys keys) {
    for (const std::string& key : from.getKeys()) {
        if (keys == Keys::Fixed && isAmong(kLeftBehind, key)) continue;
        // What is drawn names it so, and would not find it under another name.
        if (keys == Keys::Names && hasStraySign(key)) throw ForeignRefusal(ForeignTrouble::Damaged);
        const bool namesFollow = keys == Keys::Fixed && isAmong(kNamed, key);
        Object value = copyValue(from.getKey(key), depth + 1, namesFollow ? Keys::Names : Keys::Fixed);
        if (!value.isNull()) to.replaceKey(soundName(key), value);
    }
}

Object ForeignCopy::copyStream(Object from, Object to, int depth) {
    Object dict = from.getDict();
    const bool isProgram = isNamed(dict, "/Subtype", "/PS") || isNamed(dict, "/Subtype2", "/PS");
    for (const std::string& key : dict.getKeys()) {
        if (isAmong(kLeftBehind, key) || isAmong(kOfStreams, key)) continue;
        to.getDict().replaceKey(soundName(key), copyValue(dict.getKey(key), depth + 1, Keys::Fixed));
    }
    if (isProgram) {
        to.replaceStreamData(std::string(), Object::newNull(), Object::newNull());
    } else if (hasOperators(dict)) {
        // Unpacked: what qpdf has written into the look of a field comes only that way.
        const std::string operators = streamBytes(from, Unpack::Filters, budget_);
        Object resources = dict.getKey("/Resources");
        if (!resources.isDictionary()) resources = inherited_;
        const double steps = stepsOf(text_.add(operators, resources), resources) * cellsOf(dict);
        budget_.checkWork(steps);
        steps_[from.getObjGen()] = steps;
        to.replaceStreamData(deflated(operators), Object::newName("/FlateDecode"), Object::newNull());
    } else {
        const std::string bytes = isNamed(dict, "/Subtype", "/Image")
                                      ? pictureBytes(from)
                                      : streamBytes(from, Unpack::Nothing, budget_);
        to.replaceStreamData(bytes, to.getDict().getKey("/Filter"), to.getDict().getKey("/DecodeParms"));
    }
    return to;
}

double ForeignCopy::stepsOf(const Object& form) const {
    const auto known = steps_.find(form.getObjGen());
    return known == steps_.end() ? 0 : known->second;
}

double ForeignCopy::stepsOf(const ForeignWork& work, Object resources) {
    double steps = work.steps;
    Object drawn = resources.isDictionary() ? resources.getKey("/XObject") : Object::newNull();
    if (!drawn.isDictionary()) return steps;
    for (const auto& [name, times] : work.calls)
        if (Object called = drawn.getKey(name); called.isStream())
            steps += times * (1 + stepsOf(called) + pictureSteps(called.getDict()));
    return steps;
}

// A photo in a PDF has its metadata like any other.
std::string ForeignCopy::pictureBytes(Object stream) {
    std::string bytes = streamBytes(stream, Unpack::Nothing, budget_);
    Object filter = stream.getDict().getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
    if (image::pictureFormat(bytes) == image::PictureFormat::Jpeg) {
        if (std::string clean = image::withoutMetadata(bytes); !clean.empty()) bytes = std::move(clean);
    } else if (filter.isArray() && filter.getArrayNItems() > 1 &&
               filter.getArrayItem(filter.getArrayNItems() - 1).isNameAndEquals("/DCTDecode")) {
        budget_.isDamaged = true; // packed twice: nobody writes that, and nobody looks into it
        bytes.clear();
    }
    return bytes;
}

} // namespace core::pdf
