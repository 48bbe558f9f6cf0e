// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/av_library.h"

#include <string>

#include <dlfcn.h>

namespace core::image {

namespace {

constexpr std::size_t kLargestBlock = 512 * 1024 * 1024; // of memory, whatever a film claims

void* openLibrary(const char* name, int version) {
    const std::string file = std::string("lib") + name + ".so." + std::to_string(version);
    return ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
}

template <typename Function>
bool find(void* library, const char* name, Function& function) {
    function = library == nullptr ? nullptr : reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

bool load(AvLibrary& av) {
    void* util = openLibrary("avutil", LIBAVUTIL_VERSION_MAJOR);
    void* codec = openLibrary("avcodec", LIBAVCODEC_VERSION_MAJOR);
    void* format = openLibrary("avformat", LIBAVFORMAT_VERSION_MAJOR);
    void* scale = openLibrary("swscale", LIBSWSCALE_VERSION_MAJOR);
#define FIND(library, name) find(library, #name, av.name)
    const bool isWhole =
        FIND(format, avformat_alloc_context) && FIND(format, avformat_open_input) &&
        FIND(format, avformat_close_input) && FIND(format, av_find_best_stream) &&
        FIND(format, av_read_frame) && FIND(format, av_seek_frame) && FIND(codec, avcodec_flush_buffers) &&
        FIND(format, avio_alloc_context) && FIND(format, avio_context_free) &&
        FIND(codec, avcodec_find_decoder) && FIND(codec, avcodec_alloc_context3) &&
        FIND(codec, avcodec_free_context) && FIND(codec, avcodec_parameters_to_context) &&
        FIND(codec, avcodec_open2) && FIND(codec, avcodec_send_packet) &&
        FIND(codec, avcodec_receive_frame) && FIND(codec, av_packet_alloc) && FIND(codec, av_packet_free) &&
        FIND(codec, av_packet_unref) && FIND(util, av_frame_alloc) && FIND(util, av_frame_free) &&
        FIND(util, av_malloc) && FIND(util, av_freep) && FIND(util, av_max_alloc) &&
        FIND(util, av_dict_set) && FIND(util, av_dict_free) && FIND(util, av_log_set_level) &&
        FIND(scale, sws_getContext) && FIND(scale, sws_freeContext) && FIND(scale, sws_scale) &&
        FIND(scale, sws_getCoefficients) && FIND(scale, sws_setColorspaceDetails);
#undef FIND
    if (!isWhole) return false;
    av.av_log_set_level(AV_LOG_QUIET);
    av.av_max_alloc(kLargestBlock);
    return true;
}

} // namespace

const AvLibrary* avLibrary() {
    static AvLibrary av{};
    static const bool isLoaded = load(av); // once, whichever thread comes first
    return isLoaded ? &av : nullptr;
}

} // namespace core::image
