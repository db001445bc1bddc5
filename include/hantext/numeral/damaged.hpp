/// \file
/// A cleaned copy of a numeral in damaged print, with the way back to the bytes it came from.
#pragma once

#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// The other accounting characters of the Unicode character database, and the usual ones.
struct accounting_variant {
  std::string_view variant;
  std::string_view usual;
};
inline constexpr accounting_variant accounting_variants[] = {
    {"壱", "壹"}, {"弐", "贰"}, {"貮", "贰"}, {"漆", "柒"}, {"阡", "仟"}, {"陌", "佰"}};

/// What printers and scanners leave between characters.
inline constexpr std::string_view blanks_in_numerals[] = {" ",
                                                          "\t",
                                                          "\n",
                                                          "\r",
                                                          "\xC2\xA0",
                                                          "\xE3\x80\x80",
                                                          "\xE2\x80\x82",
                                                          "\xE2\x80\x83",
                                                          "\xE2\x80\x89",
                                                          "\xE2\x80\x8B"};

/// What is printed for a zero.
inline constexpr std::string_view looks_like_zero[] = {"O", "o", "Ｏ", "ｏ", "◯", "0", "０"};

/// The text as the reader shall see it. Numerals that are longer than the room do not fit any type.
template <class = void> class basic_cleaned_numeral {
public:
  /// Variants are replaced where the options say so; in lenient mode blanks are dropped, O and 0
  /// among Chinese digits become 〇, O among Arabic digits 0, and .5 gets its 0.
  constexpr basic_cleaned_numeral(std::string_view text,
                                  const numeral::parse_options& options) noexcept {
    const bool lenient = options.mode == numeral::mode::lenient;
    for (std::size_t offset = 0; offset < text.size() && !too_long_;) {
      if (options.accounting_variants && replace_variant(text, offset)) continue;
      if (lenient && mend(text, offset)) continue;
      push(text.substr(offset, 1), offset, 1);
      ++offset;
    }
    origin_[size_] = text.size();
  }

  constexpr bool too_long() const noexcept { return too_long_; }
  constexpr std::string_view text() const noexcept { return {bytes_.data(), size_}; }
  /// The bytes of the original text that a part of the cleaned one stands for.
  constexpr span origin(span cleaned) const noexcept {
    const std::size_t begin = origin_[cleaned.begin];
    return {begin, cleaned.empty() ? begin : last_[cleaned.end - 1]};
  }

private:
  static constexpr std::size_t room = 1024;

  /// Writes `piece` for `length` bytes of the original text at `offset`.
  constexpr void push(std::string_view piece, std::size_t offset, std::size_t length) noexcept {
    if (piece.size() > room - size_) {
      too_long_ = true;
      return;
    }
    for (const char byte : piece) {
      bytes_[size_] = byte;
      last_[size_] = offset + length;
      origin_[size_++] = offset;
    }
  }
  constexpr bool replace_variant(std::string_view text, std::size_t& offset) noexcept {
    for (const accounting_variant& each : accounting_variants) {
      if (!numeral_at(text, offset, each.variant)) continue;
      push(each.usual, offset, each.variant.size());
      offset += each.variant.size();
      return true;
    }
    return false;
  }
  static constexpr bool is_chinese_digit(const numeral_symbol& symbol) noexcept {
    return symbol.kind >= numeral_kind::zero && symbol.kind <= numeral_kind::code;
  }
  constexpr numeral_symbol last_symbol() const noexcept {
    if (size_ >= 3 && numeral_three_bytes(text(), size_ - 3)) {
      return numeral_symbol_at(text(), size_ - 3);
    }
    return size_ == 0 ? numeral_symbol{} : numeral_symbol_at(text(), size_ - 1);
  }
  static constexpr std::size_t blank_at(std::string_view text, std::size_t offset) noexcept {
    for (const std::string_view blank : blanks_in_numerals) {
      if (numeral_at(text, offset, blank)) return blank.size();
    }
    return 0;
  }
  constexpr bool mend(std::string_view text, std::size_t& offset) noexcept {
    if (const std::size_t blank = blank_at(text, offset); blank != 0) {
      offset += blank;
      return true;
    }
    const numeral_symbol before = last_symbol();
    const bool begins = size_ == 0 || before.kind == numeral_kind::negative ||
                        before.kind == numeral_kind::dash || text_is_plus();
    if (begins && (numeral_at(text, offset, ".") || numeral_at(text, offset, "．"))) {
      const std::size_t length = text[offset] == '.' ? 1 : 3;
      push("0.", offset, length);
      offset += length;
      return true;
    }
    for (const std::string_view each : looks_like_zero) {
      if (!numeral_at(text, offset, each)) continue;
      std::size_t next = offset + each.size();
      for (std::size_t blank = blank_at(text, next); blank != 0; blank = blank_at(text, next)) {
        next += blank;
      }
      const numeral_symbol after = numeral_symbol_at(text, next);
      const bool is_digit = numeral_symbol_at(text, offset).kind == numeral_kind::arabic;
      if (is_chinese_digit(before) || (!is_digit && is_chinese_digit(after))) {
        push("〇", offset, each.size());
      } else if (!is_digit &&
                 (before.kind == numeral_kind::arabic || after.kind == numeral_kind::arabic)) {
        push("0", offset, each.size());
      } else {
        return false;
      }
      offset += each.size();
      return true;
    }
    return false;
  }
  constexpr bool text_is_plus() const noexcept { return text() == "+"; }

  std::array<char, room> bytes_{};
  std::array<std::size_t, room + 1> origin_{}; ///< where the original of a byte begins
  std::array<std::size_t, room> last_{};       ///< and where it ends
  std::size_t size_ = 0;
  bool too_long_ = false;
};
using cleaned_numeral = basic_cleaned_numeral<>;

} // namespace hantext::detail
