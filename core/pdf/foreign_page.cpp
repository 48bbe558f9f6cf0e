// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_page.h"

#include "core/pdf/content.h"
#include "core/pdf/foreign_box.h"
#include "core/pdf/foreign_copy.h"
#include "core/pdf/foreign_place.h"
#include "core/pdf/foreign_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <set>

#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace core::pdf {

namespace {

using Object = QPDFObjectHandle;

// What qpdf reads of the file. It goes through this wherever it is, so here it is stopped.
class WatchedInput : public BufferInputSource {
public:
    WatchedInput(Buffer& bytes, ForeignBudget& budget)
        : BufferInputSource("foreign", &bytes), budget_(budget) {}
    qpdf_offset_t findAndSkipNextEOL() override {
        budget_.look();
        return BufferInputSource::findAndSkipNextEOL();
    }
    size_t read(char* into, size_t length) override {
        budget_.look();
        return BufferInputSource::read(into, length);
    }

private:
    ForeignBudget& budget_;
};

class Reading {
public:
    Reading(const ForeignLimits& limits, ForeignPages& out, const base::Progress* progress)
        : limits_(limits), out_(out), budget_(limits, progress), text_(budget_),
          copy_(target_, budget_, text_) {}

    void read(std::string_view bytes) {
        if (bytes.size() > limits_.mostBytes) throw ForeignRefusal(ForeignTrouble::TooLarge);
        if (!areTablesBounded(bytes)) throw ForeignRefusal(ForeignTrouble::Packed);
        source_.setSuppressWarnings(true);
        // It is only read: qpdf's own way for bytes in memory does the same.
        Buffer buffer(reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
                      bytes.size()); // NOLINT
        source_.processInputSource(std::make_shared<WatchedInput>(buffer, budget_));
        readPages();
        source_.closeInputSource(); // the buffer ends here
    }

private:
    void readPages() {
        budget_.isDamaged = source_.anyWarnings();
        refuseWhatIsNotDrawnByItsPages();
        target_.emptyPDF();
        countPages();
        const std::vector<Object>& pages = source_.getAllPages();
        out_.pageCount = pages.size();
        if (pages.empty()) throw ForeignRefusal(ForeignTrouble::Damaged);
        if (pages.size() > limits_.mostPages) throw ForeignRefusal(ForeignTrouble::TooManyPages);
        drawFields();
        Object forms = target_.makeIndirectObject(Object::newArray());
        target_.getRoot().replaceKey(kForeignPagesKey, forms);
        for (const Object& page : pages) forms.appendItem(makePage(QPDFPageObjectHelper(page)));
        budget_.throwIfOver();
        write();
    }

    // qpdf makes an object of every page before anybody can say that they are too many.
    void countPages() {
        std::set<QPDFObjGen> seen;
        std::vector<Object> open{source_.getRoot().getKey("/Pages")};
        while (!open.empty()) {
            Object node = open.back();
            open.pop_back();
            budget_.look();
            Object kids = node.isDictionary() ? node.getKey("/Kids") : Object::newNull();
            if (!kids.isArray()) {
                ++out_.pageCount;
            } else if (!node.isIndirect() || seen.insert(node.getObjGen()).second) {
                const int count = kids.getArrayNItems();
                if (open.size() + static_cast<std::size_t>(count) > limits_.mostObjects)
                    throw ForeignRefusal(ForeignTrouble::Heavy);
                for (int i = 0; i < count; ++i) open.push_back(kids.getArrayItem(i));
            }
        }
        if (out_.pageCount > limits_.mostPages) throw ForeignRefusal(ForeignTrouble::TooManyPages);
    }

    void refuseWhatIsNotDrawnByItsPages() {
        Object root = source_.getRoot();
        Object dynamic = root.getKey("/NeedsRendering");
        if (dynamic.isBool() && dynamic.getBoolValue()) throw ForeignRefusal(ForeignTrouble::Dynamic);
        Object layers = root.getKey("/OCProperties");
        if (!layers.isDictionary() || !layers.getKey("/D").isDictionary()) return;
        Object shown = layers.getKey("/D");
        Object off = shown.getKey("/OFF");
        const bool hides =
            (off.isArray() && off.getArrayNItems() > 0) || shown.getKey("/BaseState").isNameAndEquals("/OFF");
        if (hides) throw ForeignRefusal(ForeignTrouble::Layers);
    }

    // Fields whose look is left to the reader's program. qpdf warns of what it cannot write there, as if the
    // file were damaged: whether it is has to be known before.
    void drawFields() {
        if (!source_.getRoot().getKey("/AcroForm").isDictionary()) return;
        QPDFAcroFormDocumentHelper form(source_);
        if (!form.getNeedAppearances()) return;
        source_.getAllObjects();
        budget_.isDamaged = budget_.isDamaged || source_.anyWarnings();
        form.generateAppearancesIfNeeded();
        source_.getWarnings(); // takes them away
    }

    std::string operatorsOf(Object contents) {
        std::string all;
        if (contents.isStream()) return streamBytes(contents, Unpack::Filters, budget_);
        if (!contents.isArray()) return all;
        const int count = contents.getArrayNItems();
        for (int i = 0; i < count; ++i) {
            budget_.takeObject();
            if (Object part = contents.getArrayItem(i); part.isStream())
                all += streamBytes(part, Unpack::Filters, budget_) + "\n";
        }
        return all;
    }

    Object newForm(const std::string& operators, const Object& resources, const ForeignBox& box) {
        Object form = Object::newStream(&target_);
        Object dict = form.getDict();
        dict.replaceKey("/Type", Object::newName("/XObject"));
        dict.replaceKey("/Subtype", Object::newName("/Form"));
        dict.replaceKey("/BBox", numberArray({box.x0, box.y0, box.x1, box.y1}));
        dict.replaceKey("/Resources", resources);
        form.replaceStreamData(deflated(operators), Object::newName("/FlateDecode"), Object::newNull());
        return form;
    }

    // Its operators stand in a form of their own: whatever they leave open ends with it.
    Object makePage(QPDFPageObjectHelper page) {
        budget_.takeObject();
        const ForeignBox sheet = sheetBox(page), shown = shownBox(page);
        const ForeignBox& box = limits_.wholeSheets ? sheet : shown;
        const int turn = turnOf(page);
        const double unit = unitOf(page);
        Object resources = page.getAttribute("/Resources", false);
        const std::string operators = operatorsOf(page.getObjectHandle().getKey("/Contents"));
        const ForeignWork work = text_.add(operators, resources);
        copy_.setInherited(resources);
        Object own = copy_.copy(resources);
        steps_ = copy_.stepsOf(work, resources);
        budget_.checkWork(steps_);
        Object drawn = Object::newDictionary();
        drawn.replaceKey("/C", newForm(operators, own.isDictionary() ? own : Object::newDictionary(), box));
        std::string all = "q /C Do Q\n" + annotations(page, turn, drawn);
        Object names = Object::newDictionary();
        names.replaceKey("/XObject", drawn);
        Object form = newForm(all, names, box);
        form.getDict().replaceKey("/Matrix", uprightMatrix(box, turn, unit));
        Object group = page.getObjectHandle().getKey("/Group");
        if (group.isDictionary()) form.getDict().replaceKey("/Group", copy_.copy(group));
        const double width = (box.x1 - box.x0) * unit, height = (box.y1 - box.y0) * unit;
        const bool isSideways = turn == 90 || turn == 270;
        const UprightMargins hidden = marginsOf(shown, sheet, turn, unit);
        out_.pages.push_back({isSideways ? height : width, isSideways ? width : height, hidden[0], hidden[1],
                              hidden[2], hidden[3]});
        budget_.checkWork(steps_);
        out_.heaviest = std::max(out_.heaviest, steps_);
        addPage(form, out_.pages.back());
        return form;
    }

    // For whoever wants to read it as a reader does.
    void addPage(const Object& form, const ForeignPages::Size& size) {
        Object names = Object::newDictionary();
        names.replaceKey("/P", form);
        Object resources = Object::newDictionary();
        resources.replaceKey("/XObject", names);
        Object page = Object::newDictionary();
        page.replaceKey("/Type", Object::newName("/Page"));
        page.replaceKey("/MediaBox", numberArray({0, 0, size.widthPt, size.heightPt}));
        page.replaceKey("/Resources", resources);
        page.replaceKey("/Contents", Object::newStream(&target_, "/P Do"));
        target_.addPage(target_.makeIndirectObject(page), false);
    }

    // Filled fields, stamps, marks and notes in writing, as they look.
    std::string annotations(QPDFPageObjectHelper& page, int turn, Object drawn) {
        static const std::set<std::string> kWithoutLook{"/Link",  "/Popup",          "/Screen",    "/Movie",
                                                        "/Sound", "/FileAttachment", "/RichMedia", "/3D"};
        constexpr int kNoView = 1 << 5;
        std::string all;
        int index = 0;
        for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations()) {
            budget_.takeObject();
            if (kWithoutLook.contains(annotation.getSubtype())) continue;
            Object look = annotation.getAppearanceStream("/N");
            if (!look.isStream()) continue;
            const std::string name = "/A" + std::to_string(index);
            const std::string operators =
                annotation.getPageContentForAppearance(name, turn, 0, an_invisible | an_hidden | kNoView);
            if (operators.empty()) continue;
            look.getDict().replaceKey("/Subtype", Object::newName("/Form")); // some leave it out
            if (Object copied = copy_.copy(look); copied.isStream()) {
                steps_ += copy_.stepsOf(look);
                drawn.replaceKey(name, copied);
                all += operators;
                ++index;
            }
        }
        return all;
    }

    void write() {
        QPDFWriter writer(target_);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setDeterministicID(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        out_.pdf.assign(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        refuseWhatIsNotSound();
        out_.isDamaged = budget_.isDamaged || source_.anyWarnings();
        out_.text = text_.text();
        out_.hasUnknownLetters = text_.hasUnknownLetters();
    }

    // Within a log form it would cost the whole file: that is read back too, and must be without fault.
    void refuseWhatIsNotSound() const {
        QPDF again;
        again.setSuppressWarnings(true);
        again.processMemoryFile("foreign pages", out_.pdf.data(), out_.pdf.size());
        again.getAllObjects();
        if (again.anyWarnings()) throw ForeignRefusal(ForeignTrouble::Damaged);
    }

    const ForeignLimits& limits_;
    ForeignPages& out_;
    QPDF source_, target_;
    ForeignBudget budget_;
    ForeignText text_;
    ForeignCopy copy_;
    double steps_ = 0; // of the page that is being made
};

} // namespace

ForeignPages readForeignPages(std::string_view bytes, const ForeignLimits& limits,
                              const base::Progress* progress) {
    ForeignPages out;
    try {
        Reading(limits, out, progress).read(bytes);
    } catch (const ForeignRefusal& refusal) {
        out.trouble = refusal.trouble;
    } catch (const QPDFExc& error) {
        out.trouble =
            error.getErrorCode() == qpdf_e_password ? ForeignTrouble::Sealed : ForeignTrouble::Damaged;
    } catch (const std::exception&) { // of qpdf, and no memory for what the file claims
        out.trouble = ForeignTrouble::Damaged;
    }
    if (progress != nullptr) progress->throwIfCancelled();
    if (out.trouble != ForeignTrouble::None) {
        out.pages.clear();
        out.pdf.clear();
    }
    return out;
}

} // namespace core::pdf
