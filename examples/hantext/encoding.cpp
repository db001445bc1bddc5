#include "encoding.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>

#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#if __has_include(<iconv.h>)
#include <iconv.h>
#define PROGRAM_HAS_ICONV
#endif

namespace program {
namespace {

#ifdef PROGRAM_HAS_ICONV

class converter {
public:
  explicit converter(const std::string& name) : handle_(iconv_open("UTF-8", name.c_str())) {}
  converter(const converter&) = delete;
  converter& operator=(const converter&) = delete;
  ~converter() {
    if (known()) iconv_close(handle_);
  }
  bool known() const { // iconv_open(3) gives minus one for what it does not know
    return reinterpret_cast<std::intptr_t>(handle_) != -1;
  }

  // Calls damaged(offset) for each byte that is left out and stands as U+FFFD; stops where that
  // says false.
  template <class Damaged> std::string convert(std::string_view bytes, Damaged damaged) {
    std::string out;
    std::string copy(bytes); // iconv's signature asks for what may be written to
    char* in = copy.data();
    std::size_t left = copy.size();
    char block[1 << 14];
    while (true) {
      char* to = block;
      std::size_t room = sizeof block;
      const bool last = left == 0; // then what the converter still holds is asked for
      const std::size_t done = last ? iconv(handle_, nullptr, nullptr, &to, &room)
                                    : iconv(handle_, &in, &left, &to, &room);
      const int problem = errno;
      out.append(block, sizeof block - room);
      if (done != static_cast<std::size_t>(-1)) {
        if (last) return out;
      } else if (problem != E2BIG) {
        if (!damaged(copy.size() - left)) return out;
        out += "\xEF\xBF\xBD";
        ++in;
        --left;
      }
    }
  }

private:
  iconv_t handle_;
};

// How many characters in a thousand are among the commonest of Chinese prose; -1 where the bytes
// are damaged.
int commonness(const std::string& name, std::string_view bytes) {
  converter convert(name);
  if (!convert.known()) return -1;
  bool damaged = false;
  const std::string text = convert.convert(bytes, [&](std::size_t at) {
    damaged = at + 4 < bytes.size(); // a character cut by the end of the sample is none
    return false;
  });
  if (damaged) return -1;
  constexpr std::u32string_view common =
      U"的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會"
      U"可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部"
      U"度，。";
  int all = 0;
  int found = 0;
  for (const char32_t c : hantext::utf8::code_points(text)) {
    ++all;
    if (common.find(c) != std::u32string_view::npos) ++found;
  }
  return all == 0 ? -1 : found * 1000 / all;
}

#endif

} // namespace

#ifdef PROGRAM_HAS_ICONV

bool is_encoding(const std::string& name) { return converter(name).known(); }

std::string to_utf8(const std::string& name, std::string_view bytes, std::string_view where,
                    complaints& complain) {
  std::size_t places = 0;
  std::size_t first = 0;
  std::string text = converter(name).convert(bytes, [&](std::size_t at) {
    if (places++ == 0) first = at;
    return true;
  });
  if (places > 0) {
    std::string what = "not well-formed " + name;
    if (places > 1)
      what +=
          " (and " + std::to_string(places - 1) + (places == 2 ? " more byte)" : " more bytes)");
    complain.add(where, first, what);
  }
  return text;
}

std::optional<std::string> guess_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
  const std::string_view sample = bytes.substr(0, 1 << 16);
  const int simplified = commonness("GB18030", sample);
  const int traditional = commonness("BIG5", sample);
  constexpr int least = 60; // Chinese prose has 200 and more; what is read wrongly, below 20
  if (std::max(simplified, traditional) < least) return std::nullopt;
  return simplified >= traditional ? "GB18030" : "BIG5";
}

#else

bool is_encoding(const std::string&) { return false; }
std::string to_utf8(const std::string&, std::string_view bytes, std::string_view, complaints&) {
  return std::string(bytes);
}
std::optional<std::string> guess_encoding(std::string_view) { return std::nullopt; }

#endif

} // namespace program
