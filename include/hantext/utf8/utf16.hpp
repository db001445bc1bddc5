/// \file
/// UTF-16 from UTF-8 and back, for what counts and stores in it: JavaScript, Java, Windows.
///
/// Nothing is an obstacle: an ill-formed subpart of UTF-8 becomes U+FFFD, as everywhere in
/// <hantext/utf8.hpp>, and so does each lone surrogate of UTF-16. Code units are in the byte order
/// of the machine. Linear in the text.
#pragma once

#include <hantext/utf8.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace hantext::utf8 {

namespace detail {

constexpr bool is_high_surrogate(char32_t c) noexcept { return c >= 0xD800 && c <= 0xDBFF; }
constexpr bool is_low_surrogate(char32_t c) noexcept { return c >= 0xDC00 && c <= 0xDFFF; }

/// The character of UTF-16 text that begins at `first`, which goes on behind it.
constexpr char32_t next_utf16(const char16_t*& first, const char16_t* last) noexcept {
  const char32_t unit = *first++;
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  if (is_high_surrogate(unit) && first != last && is_low_surrogate(*first)) {
    return 0x10000 + ((unit - 0xD800) << 10) + (static_cast<char32_t>(*first++) - 0xDC00);
  }
  return replacement_character;
}

/// Decodes in blocks and narrows them: nearly all characters are one unit.
template <class Char>
constexpr std::size_t to_utf16(std::basic_string_view<Char> text,
                               std::span<char16_t> out) noexcept {
  const Char* first = text.data();
  const Char* const last = first + text.size();
  std::size_t written = 0;
  char32_t room[1024];
  if (std::is_constant_evaluated()) {
    for (char32_t& c : room)
      c = 0;
  }
  while (first != last) {
    char32_t* end = room;
    first = hantext::detail::utf8_decode_block<false>(first, last, end, room + 1024);
    const auto decoded = static_cast<std::size_t>(end - room);
    char32_t joined = 0;
    if (out.size() - written >= decoded) {
      char16_t* const to = out.data() + written;
      for (std::size_t i = 0; i < decoded; ++i) {
        joined |= room[i];
        to[i] = static_cast<char16_t>(room[i]);
      }
      if (joined < 0x10000) {
        written += decoded;
        continue;
      }
    }
    // Once more, with pairs or too little room.
    for (const char32_t* at = room; at != end; ++at) {
      const std::size_t units = *at < 0x10000 ? 1 : 2;
      if (out.size() - written < units) return written;
      if (units == 1) {
        out[written++] = static_cast<char16_t>(*at);
      } else {
        out[written++] = static_cast<char16_t>(0xD800 + ((*at - 0x10000) >> 10));
        out[written++] = static_cast<char16_t>(0xDC00 + ((*at - 0x10000) & 0x3FFU));
      }
    }
  }
  return written;
}

} // namespace detail

/// Writes the text as UTF-16 until it or the room ends, never half of a surrogate pair; returns how
/// many code units were written. `count_utf16(text)` is the room that the whole text needs.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr std::size_t to_utf16(const Text& text, std::span<char16_t> out) noexcept {
  return detail::to_utf16(hantext::detail::utf8_text_of(text), out);
}

/// The text as UTF-16.
template <hantext::detail::utf8_text Text = std::string_view>
std::u16string to_utf16(const Text& text) {
  std::u16string out(count_utf16(text), u'\0');
  to_utf16(text, std::span<char16_t>(out));
  return out;
}

/// How many bytes of UTF-8 the UTF-16 text makes; a lone surrogate makes the three of U+FFFD.
constexpr std::size_t count_utf8(std::u16string_view text) noexcept {
  const char16_t* first = text.data();
  const char16_t* const last = first + text.size();
  std::size_t bytes = 0;
  while (first != last) {
    const char32_t c = detail::next_utf16(first, last);
    bytes += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
  }
  return bytes;
}

/// Writes UTF-16 text as UTF-8 until it or the room ends, never a part of a character; returns how
/// many bytes were written. `count_utf8(text)` is the room that the whole text needs.
constexpr std::size_t from_utf16(std::u16string_view text, std::span<char> out) noexcept {
  const char16_t* first = text.data();
  const char16_t* const last = first + text.size();
  std::size_t written = 0;
  while (first != last) {
    const char32_t c = detail::next_utf16(first, last);
    if (out.size() - written >= 4) {
      written += encode(c, out.data() + written);
      continue;
    }
    char bytes[4] = {};
    const std::size_t length = encode(c, bytes);
    if (out.size() - written < length) break;
    for (std::size_t i = 0; i < length; ++i)
      out[written++] = bytes[i];
  }
  return written;
}

/// The UTF-16 text as UTF-8.
template <class = void> std::string from_utf16(std::u16string_view text) {
  std::string out(count_utf8(text), '\0');
  from_utf16(text, std::span<char>(out));
  return out;
}

} // namespace hantext::utf8
