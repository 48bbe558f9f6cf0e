// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that break other writers of PDFs, from their bytes to the finished file: one test for each. A
// picture is shown as it decodes, or the page says that it cannot be shown; never are unsound bytes handed
// on.
#include "core/image/picture.h"
#include "core/pdf/pages/pictures.h"
#include "tests/core/pdf/pages/rendering.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

std::string file(const std::string& name) {
    return tests::readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "photo" / name);
}

struct Shown {
    bool isPicture = false;
    bool isClean = false;    // by qpdf
    std::string pdf;         // its bytes
    double difference = 255; // mean, of gray, from what the bytes decode to
};

struct Gray {
    int width = 0, height = 0;
    std::string rgb;
    double at(double x, double y) const {
        const auto column = static_cast<std::size_t>(x * width), row = static_cast<std::size_t>(y * height);
        const std::size_t i = 3 * (row * static_cast<std::size_t>(width) + column);
        const auto byte = [&](std::size_t c) {
            return static_cast<double>(static_cast<unsigned char>(rgb[i + c]));
        };
        return (byte(0) + byte(1) + byte(2)) / 3;
    }
};

double differenceOf(const Gray& a, const Gray& b) {
    constexpr int kGrid = 60;
    double sum = 0;
    for (int y = 0; y < kGrid; ++y)
        for (int x = 0; x < kGrid; ++x)
            sum += std::abs(a.at((x + 0.5) / kGrid, (y + 0.5) / kGrid) -
                            b.at((x + 0.5) / kGrid, (y + 0.5) / kGrid));
    return sum / (kGrid * kGrid);
}

Gray drawn(const std::filesystem::path& pdf) {
    const std::string out = pdf.string() + "-page";
    if (std::system(("pdftoppm -r 150 -singlefile '" + pdf.string() + "' '" + out + "'").c_str()) != 0)
        SKIP("no pdftoppm");
    const std::string ppm = tests::readFile(out + ".ppm");
    Gray gray;
    int most = 0, used = 0;
    REQUIRE(std::sscanf(ppm.c_str(), "P6 %d %d %d%n", &gray.width, &gray.height, &most, &used) == 3);
    gray.rgb = ppm.substr(static_cast<std::size_t>(used) + 1);
    return gray;
}

// The way of a picture into a log form, alone on a page of its own shape.
Shown shown(const std::string& bytes, int orientation = 0) {
    const tests::TempFolder folder;
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    const pdf::pages::PictureLoader loader = [&](const report::PictureRef&) { return bytes; };
    pdf::pages::Pictures pictures(canvas, loader);
    const report::PictureRef ref{1, false, orientation};
    const auto size = pictures.size(ref);
    Shown result;
    result.isPicture = size.has_value();
    const double height = size ? 200 * size->height / size->width : 100;
    canvas.newPage(200, height);
    pictures.draw(ref, 0, 0, 200, height);
    base::Progress progress;
    const auto path = folder.path() / "picture.pdf";
    canvas.save(path, progress);
    result.isClean = std::system(("qpdf --check '" + path.string() + "' > /dev/null 2>&1").c_str()) == 0;
    result.pdf = tests::readFile(path);
    if (const auto wanted = image::decodePicture(bytes, std::max(orientation, 1), {}); wanted && size)
        result.difference = differenceOf(drawn(path), {wanted->width, wanted->height,
                                                       std::string(wanted->rgb.begin(), wanted->rgb.end())});
    return result;
}

bool holds(const Shown& shown, std::string_view bytes) { return shown.pdf.find(bytes) != std::string::npos; }

// A JPEG that is not handed on as it is: the middle of its bytes stands nowhere.
bool isHandedOn(const Shown& shown, const std::string& jpeg) {
    return holds(shown, std::string_view(jpeg).substr(jpeg.size() / 2, 64));
}

std::string withFrame(std::string jpeg, char marker) {
    const std::size_t at = jpeg.find("\xFF\xC0\x00\x11"sv);
    jpeg.at(at + 1) = marker;
    return jpeg;
}

// A PNG out of chunks, its pixels stored without packing.
class Png {
public:
    Png(unsigned width, unsigned height, int bits, int colour) : bytes_("\x89PNG\r\n\x1A\n", 8) {
        std::string header = number(width) + number(height);
        for (const int byte : {bits, colour, 0, 0, 0}) header += static_cast<char>(byte);
        chunk("IHDR", header);
    }
    Png& chunk(const std::string& name, const std::string& data) {
        bytes_ += number(static_cast<std::uint32_t>(data.size())) + name + data + number(crc(name + data));
        return *this;
    }
    std::string pixels(const std::string& rows) {
        const auto size = static_cast<unsigned>(rows.size());
        std::string zlib("\x78\x01\x01", 3);
        for (const unsigned part : {size & 0xFFU, size >> 8U, ~size & 0xFFU, ~size >> 8U & 0xFFU})
            zlib += static_cast<char>(part);
        std::uint32_t a = 1, b = 0;
        for (const char c : rows) {
            a = (a + static_cast<unsigned char>(c)) % 65521;
            b = (b + a) % 65521;
        }
        chunk("IDAT", zlib + rows + number(b << 16U | a));
        chunk("IEND", "");
        return bytes_;
    }

private:
    static std::string number(std::uint32_t value) {
        std::string out;
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFU);
        return out;
    }
    static std::uint32_t crc(const std::string& data) {
        std::uint32_t sum = 0xFFFFFFFFU;
        for (const char c : data) {
            sum ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) sum = sum & 1U ? sum >> 1U ^ 0xEDB88320U : sum >> 1U;
        }
        return ~sum;
    }
    std::string bytes_;
};

// Sixteen pixels in stripes of the first two colours; the second of them cannot be seen through.
std::string palettePng(int bits) {
    const int perByte = 8 / bits;
    std::string rows;
    for (int y = 0; y < 16; ++y) {
        rows += '\0';
        for (int x = 0; x < 16; x += perByte) {
            unsigned byte = 0;
            for (int i = 0; i < perByte; ++i)
                byte = byte << static_cast<unsigned>(bits) | ((x + i) / 4 % 2 == 0 ? 0U : 1U);
            rows += static_cast<char>(byte);
        }
    }
    return Png(16, 16, bits, 3)
        .chunk("PLTE", "\xFF\x10\x10\x10\x10\xC0"s)
        .chunk("tRNS", std::string("\x00\xFF", 2))
        .pixels(rows);
}

} // namespace

TEST_CASE("trap: a truncated JPEG is shown as far as it goes and not handed on") {
    const std::string whole = file("plain.jpg");
    const std::size_t scan = whole.rfind("\xFF\xDA"sv);
    const std::string cut = whole.substr(0, scan + (whole.size() - scan) * 3 / 4);
    const Shown result = shown(cut);
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
    CHECK_FALSE(isHandedOn(result, cut));
}

TEST_CASE("trap: a JPEG with a lone marker before its frame ends in a clean file") {
    std::string jpeg = file("plain.jpg");
    jpeg.insert(2, "\xFF\x01"); // TEM stands alone, without a length
    CHECK(shown(jpeg).isClean);
}

TEST_CASE("trap: a JPEG damaged within is not handed on where its sound like has just been verified") {
    const std::string whole = file("plain.jpg");
    for (int time = 0; time < 2; ++time) CHECK(isHandedOn(shown(whole), whole));
    std::string damaged = whole; // its segments stay as they are
    const std::size_t scan = whole.rfind("\xFF\xDA"sv);
    for (std::size_t at = scan + (whole.size() - scan) / 2, i = 0; i < 40; ++i)
        damaged[at + i] = static_cast<char>(0x55 + i);
    REQUIRE(image::hasSoundSegments(damaged));
    REQUIRE_FALSE(image::isSoundJpeg(damaged));
    CHECK_FALSE(isHandedOn(shown(damaged), damaged));
    CHECK_FALSE(isHandedOn(shown(damaged), damaged)); // a refusal is no verification
}

TEST_CASE("trap: a JPEG with arithmetic coding is not handed on") {
    const std::string jpeg = withFrame(file("plain.jpg"), '\xC9');
    const Shown result = shown(jpeg);
    CHECK(result.isClean);
    CHECK_FALSE(isHandedOn(result, jpeg));
}

TEST_CASE("trap: a JPEG of the kind SOF10 is not handed on") {
    const std::string jpeg = withFrame(file("plain.jpg"), '\xCA');
    const Shown result = shown(jpeg);
    CHECK(result.isClean);
    CHECK_FALSE(isHandedOn(result, jpeg));
}

TEST_CASE("trap: fill bytes before a marker of a JPEG are not handed on, the picture is shown") {
    std::string jpeg = file("plain.jpg");
    jpeg.insert(2, 3, '\xFF');
    const Shown result = shown(jpeg);
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
    CHECK_FALSE(isHandedOn(result, jpeg));
}

TEST_CASE("trap: the header of a JPEG alone is no picture") {
    const std::string jpeg = file("plain.jpg");
    const Shown result = shown(jpeg.substr(0, jpeg.find("\xFF\xDA"sv)));
    CHECK_FALSE(result.isPicture);
    CHECK(result.isClean);
}

TEST_CASE("trap: an empty file is no picture") {
    const Shown result = shown("");
    CHECK_FALSE(result.isPicture);
    CHECK(result.isClean);
}

TEST_CASE("trap: a WebP is known by its bytes, whatever it is called") {
    const Shown result = shown(file("transparent.webp"));
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
}

TEST_CASE("trap: a CMYK JPEG comes out in its colours, with Adobe's marker and without") {
    const std::string jpeg = file("cmyk.jpg");
    std::string without = jpeg;
    if (const std::size_t at = without.find("\xFF\xEE"sv); at != std::string::npos) {
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(without[at + 2]) * 256 +
                                                     static_cast<unsigned char>(without[at + 3]));
        without.erase(at, 2 + length);
    }
    for (const std::string& bytes : {jpeg, without}) {
        const Shown result = shown(bytes);
        CHECK(result.isPicture);
        CHECK(result.isClean);
        CHECK(result.difference < 4);
        CHECK_FALSE(isHandedOn(result, bytes));
        CHECK_FALSE(holds(result, "/DeviceCMYK"));
    }
}

TEST_CASE("trap: a JPEG stands upright for every EXIF orientation") {
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        const Shown result = shown(file("plain.jpg"), orientation);
        CHECK(result.isClean);
        CHECK(result.difference < 4);
    }
}

TEST_CASE("trap: a JPEG is handed on without its place, its camera and its small picture") {
    for (const char* name : {"gps_abroad.jpg", "xmp.jpg", "samsung.jpg"}) {
        CAPTURE(name);
        const Shown result = shown(file(name));
        CHECK(result.isPicture);
        CHECK(result.isClean);
        CHECK_FALSE(holds(result, "Exif"));
        CHECK_FALSE(holds(result, "http://ns.adobe.com/xap/1.0/\0"sv));
        CHECK_FALSE(holds(result, "GPS"));
    }
}

TEST_CASE("trap: a malformed PNG is no picture") {
    std::string png = file("rgba.png");
    png[20] = '\xFF'; // in its header
    const Shown result = shown(png);
    CHECK(result.isClean);
    const Shown noise = shown("\x89PNG\r\n\x1A\n" + std::string(200, '\x7F'));
    CHECK_FALSE(noise.isPicture);
    CHECK(noise.isClean);
}

TEST_CASE("trap: every truncation of a PNG ends in a clean file") {
    const std::string png = file("rgba.png");
    for (std::size_t size = 0; size < png.size(); size += 1 + png.size() / 12) {
        CAPTURE(size);
        CHECK(shown(png.substr(0, size)).isClean);
    }
}

TEST_CASE("trap: a PNG with a wrong checksum ends in a clean file") {
    std::string png = file("rgba.png");
    png[png.find("IDAT") + 9] ^= 0x40;
    CHECK(shown(png).isClean);
}

TEST_CASE("trap: a PNG with a see-through colour is laid on white") {
    const Shown result = shown(file("rgb_transparent.png"));
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
    const Shown gray = shown(file("gray_transparent.png"));
    CHECK(gray.isPicture);
    CHECK(gray.difference < 4);
}

TEST_CASE("trap: an interlaced PNG has its pixels, with opacity too") {
    const Shown result = shown(file("rgba_interlaced.png"));
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
}

TEST_CASE("trap: a PNG of 16 bits has its pixels") {
    const Shown result = shown(file("rgb16.png"));
    CHECK(result.isPicture);
    CHECK(result.isClean);
    CHECK(result.difference < 4);
}

TEST_CASE("trap: a PNG with a palette of 1, 2 or 4 bits that is seen through has its pixels") {
    for (const int bits : {1, 2, 4, 8}) {
        CAPTURE(bits);
        const std::string png = palettePng(bits);
        const auto picture = image::decodePicture(png, 1, {});
        REQUIRE(picture);
        REQUIRE(picture->rgb.size() == 16 * 16 * 3);
        CHECK(picture->rgb[0] == 0xFF); // on white
        CHECK(picture->rgb[1] == 0xFF);
        CHECK(picture->rgb[3 * 4] == 0x10);
        CHECK(picture->rgb[3 * 4 + 2] == 0xC0);
        const Shown result = shown(png);
        CHECK(result.isPicture);
        CHECK(result.isClean);
        CHECK(result.difference < 8); // edges between few pixels
    }
}

TEST_CASE("trap: a PNG that claims 2^31 pixels is refused by its header") {
    const Shown result = shown(file("huge_claim.png"));
    CHECK_FALSE(result.isPicture);
    CHECK(result.isClean);
    const Shown larger = shown(Png(0x7FFFFFFFU, 1, 8, 2).pixels(std::string(16, '\0')));
    CHECK_FALSE(larger.isPicture);
    CHECK(larger.isClean);
}
