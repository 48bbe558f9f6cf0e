// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_stream.h"

#include <qpdf/Pipeline.hh>

namespace core::pdf {

namespace {

// Keeps what comes, as long as there is room. What it throws only makes qpdf stop: the flag tells.
class Collector : public Pipeline {
public:
    explicit Collector(std::size_t most) : Pipeline("collector", nullptr), most_(most) {}
    void write(unsigned char const* data, size_t size) override {
        if (size > most_ - bytes_.size()) {
            isFull_ = true;
            throw std::runtime_error("too large");
        }
        bytes_.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}
    bool isFull() const { return isFull_; }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
    std::size_t most_;
    bool isFull_ = false;
};

} // namespace

std::string streamBytes(QPDFObjectHandle stream, Unpack unpack, ForeignBudget& budget) {
    Collector collector(budget.bytes);
    bool isWhole = false, wasFiltered = false;
    try {
        isWhole = stream.pipeStreamData(&collector, &wasFiltered, 0,
                                        unpack == Unpack::Filters ? qpdf_dl_specialized : qpdf_dl_none, true);
    } catch (const std::exception&) {
        isWhole = false;
    }
    if (collector.isFull()) throw ForeignRefusal(ForeignTrouble::TooLarge);
    if (!isWhole) budget.isDamaged = true;
    std::string bytes = collector.take();
    if (unpack == Unpack::Filters && !wasFiltered && !stream.getDict().getKey("/Filter").isNull()) {
        budget.isDamaged = true; // filters that are not known: these are no operators
        bytes.clear();
    }
    budget.takeBytes(bytes.size());
    return bytes;
}

} // namespace core::pdf
