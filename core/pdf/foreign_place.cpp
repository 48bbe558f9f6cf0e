// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_place.h"

#include <map>

namespace core::pdf {

std::vector<std::shared_ptr<QPDF>> placeForeignPages(QPDF& pdf, const DocumentParts& parts) {
    using Object = QPDFObjectHandle;
    std::map<ForeignId, std::shared_ptr<QPDF>> files;
    std::map<ForeignUse, Object> forms;
    const auto formOf = [&](const ForeignUse& use) {
        if (const auto known = forms.find(use); known != forms.end()) return known->second;
        auto& file = files[use.first];
        if (!file) {
            const std::string& bytes = parts.foreign[static_cast<std::size_t>(use.first)].pdf;
            file = std::make_shared<QPDF>();
            file->setSuppressWarnings(true);
            file->processMemoryFile("foreign", bytes.data(), bytes.size());
        }
        Object list = file->getRoot().getKey(kForeignPagesKey);
        return forms[use] = pdf.copyForeignObject(list.getArrayItem(static_cast<int>(use.second)));
    };
    std::vector<Object> pages = pdf.getAllPages();
    for (std::size_t i = 0; i < parts.pages.size(); ++i) {
        if (parts.pages[i].foreign.empty()) continue;
        Object resources = pages.at(i).getKey("/Resources");
        if (!resources.getKey("/XObject").isDictionary())
            resources.replaceKey("/XObject", Object::newDictionary());
        for (const ForeignUse& use : parts.pages[i].foreign)
            resources.getKey("/XObject").replaceKey("/" + foreignName(use), formOf(use));
    }
    std::vector<std::shared_ptr<QPDF>> kept;
    for (auto& [id, file] : files) kept.push_back(file);
    return kept;
}

} // namespace core::pdf
