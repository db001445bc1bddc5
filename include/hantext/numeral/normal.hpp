/// \file
/// Whether a numeral stands in its normal form: the one way in which `format` would write it.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/arabic.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// Follows a numeral along the text and remembers where it first departs from its normal form.
///
/// Normal are: Chinese numerals, all lower or all financial, simplified or traditional, with 十 for
/// 10 to 19 at the beginning (壹拾 in financial ones), 一十 inside, 零 for each gap and nowhere
/// else, 亿 repeated from 10^16 on, 二 or 两 before 百 千 万 亿; Arabic digits without zeros in
/// front, alone or before one of 万 亿 万亿; digit strings with 〇; 百分之 and its like, fractions,
/// 第. Estimates, ranges, shortened and mixed forms are not.
template <class = void> class basic_normal_form {
public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  constexpr basic_normal_form(std::string_view text,
                              const numeral::parsed<decimal>& number) noexcept
      : text_(text), number_(number) {}

  /// Where the text departs from the normal form of the number that was read from it, or `none`.
  constexpr std::size_t departure() noexcept {
    using numeral::ratio;
    if (number_.is_range || number_.limit != numeral::bound::exact || !number_.measure.empty()) {
      return 0;
    }
    if (number_.ordinal) offset_ += 3;
    if (number_.value.is_negative()) {
      offset_ += numeral_symbol_at(text_, 0).length;
    } else if (numeral_at(text_, 0, "+") || numeral_at(text_, 0, "＋")) {
      return 0;
    }
    for (const std::string_view word : {"百分之", "千分之", "万分之", "萬分之"}) {
      if (number_.ratio != ratio::fraction && numeral_at(text_, offset_, word)) offset_ += 9;
    }
    const decimal size = number_.value.is_negative() ? -number_.value : number_.value;
    if (number_.ratio == ratio::fraction) {
      if (!follow(decimal(number_.denominator)) || !follow_text("分之")) return offset_;
    }
    if (!follow(size)) return offset_;
    for (const std::string_view mark : {"%", "％", "‰", "‱"}) {
      if (numeral_at(text_, offset_, mark)) offset_ += mark.size();
    }
    return offset_ == text_.size() ? none : offset_;
  }

private:
  static constexpr std::size_t most_digits = 40;
  /// The whole part of a number, first digit first.
  struct digits {
    std::array<std::uint8_t, most_digits> value{};
    std::size_t count = 0; ///< 0 where there is no room
  };

  constexpr bool follow_text(std::string_view word) noexcept {
    if (!numeral_at(text_, offset_, word)) return false;
    offset_ += word.size();
    return true;
  }
  constexpr bool follow_symbol(numeral_kind kind, unsigned value) noexcept {
    const numeral_symbol& symbol = numeral_symbol_at(text_, offset_);
    const unsigned scripts = scripts_ | symbol.script;
    constexpr unsigned both = script_lower | script_upper;
    if (symbol.kind != kind || symbol.value != value || (scripts & both) == both) return false;
    scripts_ = scripts;
    offset_ += symbol.length;
    return true;
  }
  constexpr bool follow_zero() noexcept { return follow_text("零"); }
  constexpr bool follow_digit(unsigned digit) noexcept {
    const bool two_of_measure =
        numeral_at(text_, offset_, "两") || numeral_at(text_, offset_, "兩");
    if (two_of_measure) {
      const numeral_symbol& next = numeral_symbol_at(text_, offset_ + 3);
      const bool counts =
          (next.kind == numeral_kind::small && next.value >= 2) || next.kind == numeral_kind::big;
      if (!counts) return false;
    }
    return follow_symbol(numeral_kind::digit, digit);
  }

  constexpr bool follow(const decimal& number) noexcept {
    switch (number_.form) {
    case numeral::form::digits:
    case numeral::form::mixed:
      return numeral_symbol_at(text_, offset_).kind == numeral_kind::arabic
                 ? follow_arabic()
                 : follow_chinese(number); // 壹百
    case numeral::form::digit_string:
      return follow_digit_string();
    default:
      return follow_chinese(number);
    }
  }
  constexpr bool follow_arabic() noexcept {
    const arabic_literal literal = read_arabic(text_, offset_);
    if (literal.leading_zero) return false;
    offset_ = literal.end;
    (void)(follow_symbol(numeral_kind::big, 4) && follow_symbol(numeral_kind::big, 8));
    if (numeral_before(text_, offset_, "亿") || numeral_before(text_, offset_, "億")) return true;
    (void)(!numeral_before(text_, offset_, "万") && !numeral_before(text_, offset_, "萬") &&
           follow_symbol(numeral_kind::big, 8));
    return true;
  }
  constexpr bool follow_digit_string() noexcept {
    for (;; offset_ += 3) {
      const numeral_symbol& symbol = numeral_symbol_at(text_, offset_);
      const bool normal = symbol.kind == numeral_kind::digit || numeral_at(text_, offset_, "〇");
      if (!normal) return offset_ == text_.size();
    }
  }

  static constexpr digits whole_digits(const decimal& number) noexcept {
    digits out;
    uint128 rest = coefficient_of(number);
    for (int drop = number.exponent(); drop < 0 && rest != uint128{}; ++drop) {
      rest = divide_by_ten(rest).quotient;
    }
    std::array<std::uint8_t, most_digits> reversed{};
    std::size_t count = 0;
    for (; rest != uint128{}; rest = divide_by_ten(rest).quotient) {
      reversed[count++] = static_cast<std::uint8_t>(divide_by_ten(rest).remainder);
    }
    const auto zeros = static_cast<std::size_t>(number.exponent() > 0 ? number.exponent() : 0);
    if (count + zeros > most_digits) return out;
    out.count = count + zeros;
    for (std::size_t index = 0; index < count; ++index) {
      out.value[index] = reversed[count - 1 - index];
    }
    if (out.count == 0) out.count = 1; // zero
    return out;
  }

  constexpr bool follow_chinese(const decimal& number) noexcept {
    const digits whole = whole_digits(number);
    if (whole.count == 0 || !follow_whole(whole)) return false;
    if (number.is_integer()) return true;
    if (!follow_symbol(numeral_kind::point, 0)) return false;
    for (;;) {
      const numeral_symbol& symbol = numeral_symbol_at(text_, offset_);
      if (symbol.kind != numeral_kind::zero && symbol.kind != numeral_kind::digit) return true;
      if (!follow_symbol(symbol.kind, symbol.value)) return false;
    }
  }

  /// Sections of four digits: 万 closes every second one, 亿 each group of eight.
  constexpr bool follow_whole(const digits& whole) noexcept {
    if (whole.count == 1 && whole.value[0] == 0) return follow_zero();
    bool started = false;
    bool gap = false;
    bool group_started = false;
    for (std::size_t section = (whole.count + 3) / 4; section-- > 0;) {
      unsigned values[4]{};
      bool empty = true;
      for (std::size_t place = 0; place < 4; ++place) {
        const std::size_t from_end = section * 4 + 4 - place; // 1 for the last digit
        if (from_end <= whole.count) values[place] = whole.value[whole.count - from_end];
        empty = empty && values[place] == 0;
      }
      if (empty) {
        gap = gap || started;
      } else {
        if (started && (gap || values[0] == 0) && !follow_zero()) return false;
        if (!follow_section(values, !started)) return false;
        if (section % 2 == 1 && !follow_symbol(numeral_kind::big, 4)) return false;
        started = group_started = true;
        gap = false;
      }
      if (section % 2 == 0) {
        for (std::size_t level = 0; group_started && level < section / 2; ++level) {
          if (!follow_symbol(numeral_kind::big, 8)) return false;
        }
        group_started = false;
      }
    }
    return true;
  }
  constexpr bool follow_section(const unsigned (&values)[4], bool first_of_number) noexcept {
    bool started = false;
    bool gap = false;
    for (unsigned place = 0; place < 4; ++place) {
      const unsigned power = 3 - place;
      if (values[place] == 0) {
        gap = started;
        continue;
      }
      if (gap && !follow_zero()) return false;
      gap = false;
      const bool ten_alone = first_of_number && !started && power == 1 && values[place] == 1 &&
                             numeral_at(text_, offset_, "十");
      const bool one_before_ten = first_of_number && !started && power == 1 && values[place] == 1 &&
                                  numeral_at(text_, offset_, "一");
      if (one_before_ten) return false; // 一十五
      if (!ten_alone && !follow_digit(values[place])) return false;
      if (power > 0 && !follow_symbol(numeral_kind::small, power)) return false;
      started = true;
    }
    return true;
  }

  std::string_view text_;
  const numeral::parsed<decimal>& number_;
  std::size_t offset_ = 0;
  unsigned scripts_ = script_shared;
};
using normal_form = basic_normal_form<>;

} // namespace hantext::detail
