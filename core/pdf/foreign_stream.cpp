// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_stream.h"

#include <ctime>

#include <qpdf/Pipeline.hh>

namespace core::pdf {

namespace {

std::int64_t threadTimeNs() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

// Keeps what comes, as long as there is room. What it throws only makes qpdf stop: the flag tells.
class Collector : public Pipeline {
public:
    explicit Collector(ForeignBudget& budget)
        : Pipeline("collector", nullptr), budget_(budget), most_(budget.bytesLeft()) {}
    void write(unsigned char const* data, size_t size) override {
        budget_.look();
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
    ForeignBudget& budget_;
    std::string bytes_;
    std::size_t most_;
    bool isFull_ = false;
};

} // namespace

ForeignBudget::ForeignBudget(const ForeignLimits& limits, const base::Progress* progress)
    : bytes_(limits.mostUnpacked), objects_(limits.mostObjects), mostWork_(limits.mostWork),
      endNs_(threadTimeNs() + std::chrono::nanoseconds(limits.mostTime).count()), progress_(progress) {}

bool ForeignBudget::isLate() const { return threadTimeNs() > endNs_; }

void ForeignBudget::stop(ForeignTrouble why) {
    if (!isOver_) why_ = why;
    isOver_ = true;
    throw ForeignRefusal(why_);
}

std::string streamBytes(QPDFObjectHandle stream, Unpack unpack, ForeignBudget& budget) {
    Collector collector(budget);
    bool isWhole = false, wasFiltered = false;
    try {
        isWhole = stream.pipeStreamData(&collector, &wasFiltered, 0,
                                        unpack == Unpack::Filters ? qpdf_dl_specialized : qpdf_dl_none, true);
    } catch (const std::exception&) {
        isWhole = false;
    }
    budget.throwIfOver();
    if (collector.isFull()) throw ForeignRefusal(ForeignTrouble::Packed);
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
