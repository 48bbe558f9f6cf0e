// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small PDFs written object by object, so that a test can put in whatever a hostile file would hold.

#include <string>
#include <utility>
#include <vector>

namespace tests {

class PdfMaker {
public:
    PdfMaker() : objects_(2) {}

    int add(std::string body) {
        objects_.push_back(std::move(body));
        return static_cast<int>(objects_.size());
    }
    int stream(const std::string& data, const std::string& keys = {}) {
        return add("<< /Length " + std::to_string(data.size()) + " " + keys + " >>\nstream\n" + data +
                   "\nendstream");
    }
    // With Helvetica as /F1.
    void page(const std::string& operators, const std::string& keys = "/MediaBox [0 0 595 842]",
              const std::string& resources = {}) {
        const int content = stream(operators);
        const std::string font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                 "/Encoding /WinAnsiEncoding >>";
        pages_.push_back(add("<< /Type /Page /Parent 2 0 R " + keys + " /Contents " +
                             std::to_string(content) + " 0 R /Resources << /Font << /F1 " + font + " >> " +
                             resources + " >> >>"));
    }
    std::string catalog; // more keys of it

    std::string bytes() {
        std::string kids;
        for (const int page : pages_) kids += std::to_string(page) + " 0 R ";
        objects_[0] = "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>";
        objects_[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>";
        std::string out = "%PDF-1.7\n", table;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            std::string at = std::to_string(out.size());
            table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
            out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
        }
        const std::string start = std::to_string(out.size()), size = std::to_string(objects_.size() + 1);
        return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer << /Size " + size +
               " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
    }

private:
    std::vector<std::string> objects_;
    std::vector<int> pages_;
};

inline std::string shownAt(int x, int y, const std::string& words) {
    return "BT /F1 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + words + ") Tj ET\n";
}

} // namespace tests
