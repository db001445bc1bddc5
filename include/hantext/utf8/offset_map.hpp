/// \file
/// From the index of a code point or of a UTF-16 code unit to the offset of its byte, and back:
/// Python counts text in code points, JavaScript and Java in UTF-16 units, this library in bytes.
///
///     const hantext::utf8::offset_map map(page);
///     highlight(map.utf16_at(metric.source.begin), map.utf16_at(metric.source.end));
#pragma once

#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hantext::utf8 {

/// Maps offsets of a text, which it views: the text must outlive it, unchanged.
///
/// Made in one pass over the text; each question is answered in constant time, by going at most a
/// few hundred bytes from the nearest of the places noted down, one for every 256 bytes. Takes
/// about a sixth of the text's size.
///
/// What lies inside a character (a byte, or the second half of a surrogate pair) maps as its
/// beginning does; what lies beyond the text maps as its end.
class offset_map {
public:
  offset_map() { note_places(); }
  /// Of that text, which must outlive it. Linear.
  explicit offset_map(std::string_view text) : text_(text) { note_places(); }

  /// The size in bytes.
  std::size_t bytes() const noexcept { return text_.size(); }
  /// The size in code points; an ill-formed subpart is one.
  std::size_t code_points() const noexcept { return places_.back().code_point; }
  /// The size in UTF-16 code units; an ill-formed subpart is one.
  std::size_t utf16_units() const noexcept { return places_.back().utf16; }

  /// The byte where the code point with this index begins.
  std::size_t byte_of_code_point(std::size_t index) const noexcept {
    if (index >= code_points()) return bytes();
    return walk(by_code_point_[index / stride], &place::code_point, index).byte;
  }
  /// The byte where the character of the UTF-16 code unit with this index begins.
  std::size_t byte_of_utf16(std::size_t index) const noexcept {
    if (index >= utf16_units()) return bytes();
    return walk(by_utf16_[index / stride], &place::utf16, index).byte;
  }
  /// The index of the code point that the byte belongs to.
  std::size_t code_point_at(std::size_t byte) const noexcept {
    return walk(std::min(byte, bytes()) / stride, &place::byte, byte).code_point;
  }
  /// The index of the first UTF-16 code unit of the character that the byte belongs to.
  std::size_t utf16_at(std::size_t byte) const noexcept {
    return walk(std::min(byte, bytes()) / stride, &place::byte, byte).utf16;
  }

private:
  static constexpr std::size_t stride = 256;

  /// The beginning of an element, counted in three ways.
  struct place {
    std::size_t byte = 0;
    std::size_t code_point = 0;
    std::size_t utf16 = 0;
  };

  void note_places() {
    const char* const first = text_.data();
    const char* const last = first + text_.size();
    const char* at = first;
    place here;
    places_.reserve(text_.size() / stride + 2);
    // places_[n]: the first element that begins at byte n * stride or after it.
    for (std::size_t stop = 0; stop < text_.size(); stop += stride) {
      hantext::detail::utf8_tally tally;
      at = hantext::detail::utf8_scalar_count(at, first + stop, last, tally);
      here.byte = static_cast<std::size_t>(at - first);
      here.code_point += tally.elements;
      here.utf16 += tally.elements + tally.fours;
      places_.push_back(here);
    }
    hantext::detail::utf8_tally tally;
    hantext::detail::utf8_scalar_count(at, last, last, tally);
    places_.push_back({text_.size(), here.code_point + tally.elements,
                       here.utf16 + tally.elements + tally.fours});
    by_code_point_ = index_of(&place::code_point);
    by_utf16_ = index_of(&place::utf16);
  }

  /// For every `stride`th index: the last place that is not behind it.
  std::vector<std::size_t> index_of(std::size_t place::*counted) const {
    std::vector<std::size_t> found;
    std::size_t at = 0;
    for (std::size_t index = 0; index < places_.back().*counted; index += stride) {
      while (at + 1 < places_.size() && places_[at + 1].*counted <= index)
        ++at;
      found.push_back(at);
    }
    return found;
  }

  /// From the place with this number or the one before on to the element where `counted` reaches
  /// `wanted`. Between two places lie few bytes, and between two indexes few places.
  place walk(std::size_t number, std::size_t place::*counted, std::size_t wanted) const noexcept {
    if (number >= places_.size()) number = places_.size() - 1;
    while (number > 0 && places_[number].*counted > wanted)
      --number;
    while (number + 1 < places_.size() && places_[number + 1].*counted <= wanted)
      ++number;
    place here = places_[number];
    while (here.byte < text_.size()) {
      const element each = decode_one(text_, here.byte);
      place next = here;
      next.byte += each.length;
      next.code_point += 1;
      next.utf16 += each.code_point > 0xFFFF ? 2U : 1U;
      if (next.*counted > wanted) break;
      here = next;
    }
    return here;
  }

  std::string_view text_;
  std::vector<place> places_; // never empty; the last is the end of the text
  std::vector<std::size_t> by_code_point_;
  std::vector<std::size_t> by_utf16_;
};

} // namespace hantext::utf8
