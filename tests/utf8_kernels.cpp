// Every kernel that this machine can run gives what the scalar code gives, on any bytes.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored                                                                     \
    "-Wpsabi" // of the emulated vectors; nothing here is called from afar
#endif

#include <hantext/utf8.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstring>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace detail = hantext::detail;
using namespace std::string_view_literals;

namespace {

/// What the scalar code finds: the end of the well-formed prefix, how many elements, the elements.
struct answers {
  std::size_t valid = 0;
  std::size_t elements = 0;
  std::size_t fours = 0;
  std::u32string decoded;
  friend bool operator==(const answers&, const answers&) = default;
};

answers scalar_answers(std::string_view text) {
  const char* const first = text.data();
  const char* const last = first + text.size();
  answers found;
  found.valid = static_cast<std::size_t>(detail::utf8_scalar_valid_prefix(first, last) - first);
  detail::utf8_tally tally;
  detail::utf8_scalar_count(first, last, last, tally);
  found.elements = tally.elements;
  found.fours = tally.fours;
  found.decoded.resize(tally.elements);
  char32_t* out = found.decoded.data();
  detail::utf8_scalar_decode(first, last, last, out, out + found.decoded.size());
  return found;
}

using detail::utf8_kernel;

// 64 bytes at once, but computed step by step: tries the code for the widest vectors on machines
// that lack them. Where the vectors of the compiler count bytes from the other end, there is none;
// AArch64 is emulated itself, and that is slow enough.
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ &&                        \
    !defined(__aarch64__) && (defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 12))
#define HANTEXT_TEST_EMULATED
namespace emulated {
using detail::utf8_decode_function;
using detail::utf8_gathers;
using detail::utf8_margin;
using detail::utf8_overshoot;
using detail::utf8_pairs;
using detail::utf8_plain_lead;
using detail::utf8_plain_leads;
using detail::utf8_tally;
using detail::utf8_window;
using sixteen [[gnu::vector_size(16)]] = unsigned char;
using thirty_two [[gnu::vector_size(32)]] = unsigned char;
using sixty_four [[gnu::vector_size(64)]] = unsigned char;
using words2 [[gnu::vector_size(16)]] = std::uint64_t;
using lanes4 [[gnu::vector_size(16)]] = std::uint32_t;
using lanes8 [[gnu::vector_size(32)]] = std::uint32_t;

template <class Vector> Vector look_up(Vector table, Vector index) noexcept {
  Vector found = {};
  for (std::size_t i = 0; i < sizeof(Vector); ++i) {
    const auto place = static_cast<unsigned>(index[i]);
    found[i] = place < 0x80 ? table[i / 16 * 16 + place % 16] : static_cast<unsigned char>(0);
  }
  return found;
}
std::uint64_t signs_of(sixty_four text) noexcept {
  std::uint64_t joined = 0;
  for (std::size_t i = 0; i < 64; ++i)
    joined |= std::uint64_t{text[i] >= 0x80} << i;
  return joined;
}
sixteen lookup_one(sixteen text, sixteen index) noexcept { return look_up(text, index); }
thirty_two lookup_two(const unsigned char* low, const unsigned char* high,
                      const unsigned char* low_index, const unsigned char* high_index) noexcept {
  thirty_two text;
  thirty_two index;
  for (std::size_t i = 0; i < 16; ++i) {
    text[i] = low[i];
    text[i + 16] = high[i];
    index[i] = low_index[i];
    index[i + 16] = high_index[i];
  }
  return look_up(text, index);
}
std::uint64_t take_bits(std::uint64_t value, std::uint64_t mask) noexcept {
  std::uint64_t taken = 0;
  unsigned place = 0;
  for (unsigned i = 0; i < 64; ++i) {
    if ((mask >> i & 1U) != 0) taken |= (value >> i & 1U) << place++;
  }
  return taken;
}
std::size_t count_bits(std::uint64_t value) noexcept {
  std::size_t bits = 0;
  for (; value != 0; value &= value - 1)
    ++bits;
  return bits;
}
#define HANTEXT_DETAIL_NAME "64 bytes, emulated"
#define HANTEXT_DETAIL_TARGET
#define HANTEXT_DETAIL_WIDTH 64
#define HANTEXT_DETAIL_LOOKUP(table, index)                                                        \
  look_up(reinterpret_cast<sixty_four>(table), reinterpret_cast<sixty_four>(index))
#define HANTEXT_DETAIL_SIGNS(text) signs_of(reinterpret_cast<sixty_four>(text))
#include <hantext/detail/utf8_kernel.hpp>
} // namespace emulated
#endif

std::vector<const utf8_kernel*> kernels() {
  std::vector<const utf8_kernel*> found;
#ifdef HANTEXT_TEST_EMULATED
  found.push_back(&emulated::kernel);
#endif
  detail::utf8_all_kernels([&found](const utf8_kernel& each) { found.push_back(&each); });
  return found;
}

answers kernel_answers(const utf8_kernel& with, std::string_view text) {
  const auto* const first = detail::utf8_plain_bytes(text.data());
  const unsigned char* const last = first + text.size();
  answers found;
  found.valid =
      static_cast<std::size_t>(detail::utf8_kernel_valid_prefix(with, first, last) - first);
  const detail::utf8_tally tally = detail::utf8_kernel_count(with, first, last);
  found.elements = tally.elements;
  found.fours = tally.fours;
  found.decoded.resize(tally.elements + 1, U'?'); // one more, which must stay
  char32_t* out = found.decoded.data();
  const auto* const stop =
      detail::utf8_kernel_decode<true>(with, first, last, out, out + tally.elements);
  if (stop == last && found.decoded.back() == U'?') found.decoded.pop_back();
  return found;
}

/// Whether all kernels agree with the scalar code. The text is copied to `room`, so that it begins
/// at `alignment` and ends where the room ends: an address sanitizer sees a step too far.
bool all_agree(std::string_view text, std::size_t alignment = 0) {
  std::vector<char> room(alignment + text.size());
  if (!text.empty()) std::memcpy(room.data() + alignment, text.data(), text.size());
  const std::string_view moved(room.data() + alignment, text.size());
  const answers expected = scalar_answers(moved);
  static const std::vector<const utf8_kernel*> all = kernels();
  for (const utf8_kernel* const with : all) {
    if (!(kernel_answers(*with, moved) == expected)) {
      UNSCOPED_INFO(with->name << " at alignment " << alignment);
      return false;
    }
  }
  return true;
}

constexpr std::string_view pieces[] = {
    "中"sv,       "国，"sv,         "安平街道的居民"sv,
    "7"sv,        "2021"sv,         "é"sv,
    "𠀀"sv,       "\xE4\xB8"sv,     "\xE4"sv,
    "\xF0\xA0"sv, "\xF0\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
    "\xED\xA0"sv, "한"sv,           "\x80"sv,
    "\xC0\xAF"sv, "\xE0\x80\x80"sv, "ऄ"sv,
    "\xFF"sv,     "\x00"sv,         "\xF8"sv,
    "привет"sv,   "😀😀"sv,           "0123456789abcdefghijklmnopqrstuvwxyz"sv,
};

/// Mostly what the first `kinds` pieces have, and every `rare`th piece any of them.
std::string mixture(std::mt19937& random, std::size_t size, std::size_t kinds, std::size_t rare) {
  std::string text;
  while (text.size() < size)
    text += pieces[random() % (random() % rare == 0 ? std::size(pieces) : kinds)];
  return text;
}

TEST_CASE("the tables say what table 3-7 of the Unicode Standard says") {
  // Of two neighbouring bytes: whether the first may be followed by the second at all, apart from
  // two continuation bytes, of which that depends on what is before them.
  const auto allowed = [](unsigned first, unsigned second) {
    const bool continuing = second >= 0x80 && second <= 0xBF;
    if (first < 0x80) return !continuing;
    if (first < 0xC0) return true;
    if (first < 0xC2 || first > 0xF4) return false;
    if (first == 0xE0) return continuing && second >= 0xA0;
    if (first == 0xED) return continuing && second <= 0x9F;
    if (first == 0xF0) return continuing && second >= 0x90;
    if (first == 0xF4) return continuing && second <= 0x8F;
    return continuing;
  };
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const unsigned offences = static_cast<unsigned>(detail::utf8_pairs.first_high[first / 16] &
                                                      detail::utf8_pairs.first_low[first % 16] &
                                                      detail::utf8_pairs.second_high[second / 16]);
      const bool two_continuing = first / 64 == 2 && second / 64 == 2;
      if (two_continuing ? offences != 0x80 : (offences == 0) != allowed(first, second))
        FAIL(first << " " << second);
    }
  }
  for (std::size_t i = 0; i < 64; ++i) {
    CHECK(detail::utf8_pairs.first_high[i] == detail::utf8_pairs.first_high[i % 16]);
    CHECK(detail::utf8_pairs.first_low[i] == detail::utf8_pairs.first_low[i % 16]);
    CHECK(detail::utf8_pairs.second_high[i] == detail::utf8_pairs.second_high[i % 16]);
  }
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool plain = byte > 0xE0 && byte < 0xF0 && byte != 0xED;
    CHECK(detail::utf8_plain_lead(static_cast<unsigned char>(byte)) == (plain ? 1U : 0U));
  }
  for (std::size_t i = 0; i < 64; ++i)
    CHECK(detail::utf8_plain_leads[i] ==
          (detail::utf8_plain_lead(static_cast<unsigned char>(0xE0 + i % 16)) != 0 ? 0xFF : 0));
  // Characters of the lengths that an index stands for, each with its last byte first.
  for (unsigned index = 0; index < 16; ++index) {
    unsigned start = 0;
    for (unsigned i = 0; i < 16; ++i) {
      const unsigned length = (index >> (i / 4) & 1U) != 0 ? 1 : 3;
      if (i % 4 == 0 && i != 0) start += (index >> (i / 4 - 1) & 1U) != 0 ? 1 : 3;
      CHECK(detail::utf8_gathers.plain[index][i] ==
            (i % 4 < length ? start + length - 1 - i % 4 : 0x80));
    }
    const unsigned lengths[] = {1 + (index & 1U) + 2 * (index >> 2 & 1U),
                                1 + (index >> 1 & 1U) + 2 * (index >> 3 & 1U)};
    for (unsigned i = 0; i < 8; ++i) {
      const unsigned length = lengths[i / 4];
      CHECK((detail::utf8_gathers.pairs[index] >> (8 * i) & 0xFFU) ==
            (i % 4 < length ? (i < 4 ? 0 : lengths[0]) + length - 1 - i % 4 : 0x80));
    }
  }
}

TEST_CASE("the kernels that run here are named, and the best of them is among them") {
  std::string names;
  const utf8_kernel* const best = detail::utf8_best_kernel();
  bool found = best == nullptr;
  for (const utf8_kernel* const each : kernels()) {
    names += std::string(each->name) + "; ";
    // The best may decode as another does.
    found = found || (best->validate == each->validate && best->count == each->count);
  }
  WARN("kernels that run here: " << names << "the best: " << (best ? best->name : "scalar code"));
  CHECK(found);
}

TEST_CASE("kernels agree with the scalar code on Chinese text at every alignment and length") {
  std::mt19937 random(1);
  const std::string text = mixture(random, 3000, 5, 1000000);
  for (std::size_t alignment = 0; alignment < 64; ++alignment)
    REQUIRE(all_agree(text, alignment));
  for (std::size_t size = 0; size < 1200; ++size)
    REQUIRE(all_agree(std::string_view(text).substr(size % 61, size), size % 64));
}

TEST_CASE("kernels agree with the scalar code on hostile bytes") {
  std::mt19937 random(2);
  for (const std::size_t rare : {1U, 3U, 20U, 100U, 400U}) {
    for (int round = 0; round < 300; ++round) {
      const std::string text =
          mixture(random, random() % 4000, 1 + random() % std::size(pieces), rare);
      CAPTURE(round, rare);
      REQUIRE(all_agree(text, random() % 64));
    }
  }
}

TEST_CASE("kernels agree with the scalar code on random bytes") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text(random() % 2000, '\0');
    for (char& byte : text)
      byte = static_cast<char>(static_cast<unsigned char>(random() & 0xFFU));
    REQUIRE(all_agree(text, random() % 64));
  }
}

TEST_CASE("an error is found wherever in a window it stands") {
  std::mt19937 random(4);
  const std::string chinese = mixture(random, 1800, 3, 1000000);
  for (const std::string_view bad :
       {"\x80"sv, "\xE4"sv, "\xE4\xB8"sv, "\xED\xA0\x80"sv, "\xE0\x9F\xBF"sv, "\xF0\x8F\xBF\xBF"sv,
        "\xF4\x90\x80\x80"sv, "\xC1\xBF"sv, "\xFF"sv, "\xF0\xA0\x80"sv, "한"sv, "ऄ"sv, "é"sv,
        "𠀀"sv, "\xC3"sv, "\xED"sv, "\xF0"sv, "\xE0"sv}) {
    for (std::size_t at = 0; at < 1700; at += bad.size() + 1 + at % 3) {
      std::string text = chinese;
      text.replace(at, bad.size(), bad);
      REQUIRE(all_agree(text));
      text = chinese;
      text.insert(at, bad);
      REQUIRE(all_agree(text));
    }
  }
}

TEST_CASE("two, three and four byte sequences between any two bytes agree in a window") {
  // Every pair of bytes, and around the edges every triple, deep inside text that is well-formed.
  std::string text(512, 'a');
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::size_t at = 200 + (first + second) % 64;
      const std::string before = text.substr(at, 4);
      text[at] = static_cast<char>(first);
      text[at + 1] = static_cast<char>(second);
      if (!all_agree(text)) FAIL(first << " " << second);
      text[at + 2] = '\x80';
      if (!all_agree(text)) FAIL(first << " " << second << " 80");
      text[at + 3] = '\xBF';
      if (!all_agree(text)) FAIL(first << " " << second << " 80 BF");
      text.replace(at, 4, before);
    }
  }
  SUCCEED();
}

} // namespace
