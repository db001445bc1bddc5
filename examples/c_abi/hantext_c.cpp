#include "hantext_c.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include <hantext/extract.hpp>
#include <hantext/report.hpp>

const char* hantext_version(void) { return HANTEXT_VERSION; }

char* hantext_analyze(const char* text, size_t length, const char* doc, size_t* size) {
  try {
    const hantext::analysis found = hantext::analyze(std::string_view(text, length));
    const hantext::report::page pages[] = {{doc, &found, length}};
    const std::string records =
        hantext::report::json_lines(pages, hantext::report::find_duplicates(pages));
    char* out = static_cast<char*>(std::malloc(records.size() + 1));
    if (out == nullptr) return nullptr;
    std::memcpy(out, records.c_str(), records.size() + 1);
    if (size != nullptr) *size = records.size();
    return out;
  } catch (const std::bad_alloc&) { // nothing may be thrown into another language
    return nullptr;
  }
}

void hantext_free(char* records) { std::free(records); }
