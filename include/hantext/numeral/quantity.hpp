/// \file
/// A numeral with everything that belongs to it: sign, 百分之, 成, 半, 又, 分之, the other end of a
/// range.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/arabic.hpp>
#include <hantext/numeral/context.hpp>
#include <hantext/numeral/reader.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// A numeral with everything that belongs to it.
struct numeral_quantity {
  numeral::parsed<decimal> number{};
  std::size_t end = 0;
  std::uint8_t scripts = script_shared;
  bool has_multiplier = false;
  bool bare = false;
  int digit_string_length = 0; ///< of a Chinese digit string
  error problem{};

  constexpr explicit operator bool() const noexcept { return problem.kind == error_kind::none; }
};

constexpr numeral::form form_of(const numeral_reading& reading) noexcept {
  using numeral::form;
  if (reading.digit_string) return form::digit_string;
  const bool arabic = (reading.scripts & script_arabic) != 0;
  const bool lower = (reading.scripts & script_lower) != 0;
  const bool upper = (reading.scripts & script_upper) != 0;
  if (arabic) return reading.has_multiplier || lower || upper ? form::mixed : form::digits;
  if (upper) return lower ? form::mixed : form::upper;
  return form::lower;
}

/// The words for parts of a whole that begin with a bare multiplier.
struct ratio_word {
  std::string_view word;
  numeral::ratio ratio;
};
inline constexpr ratio_word ratio_words[] = {
    {"百分之", numeral::ratio::percent},
    {"千分之", numeral::ratio::per_mille},
    {"万分之", numeral::ratio::per_ten_thousand},
    {"萬分之", numeral::ratio::per_ten_thousand},
};

constexpr const ratio_word* ratio_word_at(std::string_view text, std::size_t offset) noexcept {
  for (const ratio_word& each : ratio_words) {
    if (numeral_at(text, offset, each.word)) return &each;
  }
  return nullptr;
}

/// Whether two Arabic integers around a hyphen are the ends of a range rather than parts of a phone
/// number or a code: 0375-2345678 and 400-8001234 are not.
constexpr bool comparable_digits(const numeral_reading& low, const numeral_reading& high) noexcept {
  if (low.digits == 0 || high.digits == 0) return true; // fractions, multipliers: plain numbers
  return high.digits <= 4 || high.digits - low.digits <= 2;
}

/// Takes 成 behind `reading`, and what belongs to it: 两成五, 三成半, 三成多. The values become
/// percent.
template <class T = void>
constexpr bool read_tenths(std::string_view text, bool scanning,
                           numeral_reading& reading) noexcept {
  constexpr std::string_view tenth = "成";
  if (!numeral_at(text, reading.end, tenth) || reading.digit_string || reading.bare) return false;
  if (reading.limit != numeral::bound::exact || reading.high > decimal(10)) return false;
  std::size_t end = reading.end + tenth.size();
  decimal more;
  numeral::bound limit = reading.limit;
  const numeral_symbol next = numeral_symbol_at(text, end);
  if (next.kind == numeral_kind::digit && !reading.is_range && reading.low.is_integer() &&
      !(scanning && numeral_symbol_at(text, end + next.length).kind != numeral_kind::none)) {
    more = decimal(int{next.value});
    end += next.length;
  } else if (numeral_at(text, end, "半") && !reading.is_range && reading.low.is_integer()) {
    more = decimal(5);
    end += 3;
  } else if (next.kind == numeral_kind::more && next.value != 2) {
    limit = numeral::bound::over;
    end += next.length;
  } else if (scanning && numeral_at_any(text, end, after_no_tenth)) {
    return false;
  }
  const auto low = shift10(reading.low, 1);
  const auto high = shift10(reading.high, 1);
  const auto low_sum = low ? add(*low, more) : low;
  const auto high_sum = high ? add(*high, more) : high;
  if (!low_sum || !high_sum) return false;
  reading.low = *low_sum;
  reading.high = *high_sum;
  reading.limit = limit;
  reading.end = end;
  reading.tenth = true;
  return true;
}

/// The measure word at an offset; an empty one if there is none.
constexpr measure_word measure_word_at(std::string_view text, std::size_t offset) noexcept {
  for (const measure_word& each : measure_words) {
    if (numeral_at(text, offset, each.word)) return each;
  }
  return {{}, false};
}

constexpr decimal one_half() noexcept {
  return decimal::from_parts(false, 0, 5, -1).value_or(decimal());
}

/// Whether 半, which ends at `offset`, ends a number in prose: 两个半导体 holds no half. `measure`
/// stands before the 半.
template <class T = void>
constexpr bool half_ends_number(std::string_view text, std::size_t offset,
                                std::string_view measure) noexcept {
  const bool counts_things = measure == "个" || measure == "個";
  if (counts_things && numeral_at_any(text, offset, halves_themselves)) return false; // 两个半年
  return !numeral_three_bytes(text, offset) || numeral_byte(text, offset) < 0xE4 ||
         numeral_byte(text, offset) > 0xE9 || !measure_word_at(text, offset).word.empty() ||
         numeral_at_any(text, offset, after_half);
}

/// Takes the measure word and 半 behind `reading`: 两年半, 一个半.
template <class T = void>
constexpr bool read_half_behind(std::string_view text, bool scanning, numeral_reading& reading,
                                span& measure) noexcept {
  constexpr std::string_view half = "半";
  // Nearly always there is no 半 where it would have to be.
  if (!numeral_at(text, reading.end + 3, half) && !numeral_at(text, reading.end + 6, half) &&
      !numeral_at(text, reading.end + 9, half)) {
    return false;
  }
  const measure_word word = measure_word_at(text, reading.end);
  if (!word.half_follows || reading.is_range || reading.bare || reading.digit_string ||
      reading.limit != numeral::bound::exact || !reading.low.is_integer()) {
    return false;
  }
  const std::size_t begin = reading.end + word.word.size();
  std::size_t end = begin + half.size();
  if (!numeral_at(text, begin, half) || !half_ends_number<T>(text, end, word.word)) return false;
  const auto sum = add(reading.low, one_half());
  if (!sum) return false;
  measure = {reading.end, begin};
  if (!scanning) { // 一个半小时
    end += measure_word_at(text, end).word.size();
  }
  reading.low = reading.high = *sum;
  reading.end = end;
  return true;
}

/// Reads 半 and the measure word behind it: 半年, 半个小时. In prose the mention ends with 半.
template <class T = void>
constexpr numeral_quantity read_half(std::string_view text, std::size_t begin,
                                     bool scanning) noexcept {
  numeral_quantity quantity;
  const std::size_t after = begin + 3;
  quantity.end = after;
  const measure_word word = measure_word_at(text, after);
  if (word.word.empty() || (scanning && numeral_before_any(text, begin, before_no_half))) {
    quantity.problem = {error_kind::missing_measure, after, 0};
    return quantity;
  }
  std::size_t end = after + word.word.size();
  if (scanning && numeral_at_any(text, end, after_no_half)) {
    quantity.problem = {error_kind::missing_measure, after, 0};
    return quantity;
  }
  quantity.number.value = quantity.number.high = one_half();
  quantity.number.form = numeral::form::lower;
  quantity.number.measure = {after, end};
  quantity.scripts = script_lower;
  if (scanning) return quantity;
  end += measure_word_at(text, end).word.size();
  quantity.end = end;
  return quantity;
}

/// Gives `low` the multiplier of `high` where the language shares it: 3-5万, 三至五百万.
constexpr bool distribute(decimal& low, const numeral_reading& first,
                          const numeral_reading& second) noexcept {
  if (first.has_multiplier && first.low >= decimal(100)) return false;
  const bool one_digit = first.low < decimal(10) && second.last_power > 1;
  const int power = one_digit ? second.last_power : second.great_power;
  const auto coefficient = shift10(second.low, -power);
  if (power == 0 || !coefficient || !(first.low < *coefficient)) return false;
  const auto shifted = shift10(first.low, power);
  if (!shifted) return false;
  low = *shifted;
  return true;
}

/// The numeral that may stand behind a separator of ranges at `offset`; a problem if none.
template <class T = void>
constexpr numeral_reading read_second(std::string_view text, std::size_t offset, bool scanning,
                                      const numeral::parse_options& options) noexcept {
  const numeral_symbol symbol = numeral_symbol_at(text, offset);
  if (symbol.kind != numeral_kind::arabic && symbol.kind != numeral_kind::digit &&
      symbol.kind != numeral_kind::tens &&
      !(symbol.kind == numeral_kind::small && symbol.value == 1)) {
    numeral_reading none;
    none.problem = error_kind::not_a_number;
    return none;
  }
  return basic_numeral_reader<T>(text, offset, scanning, options).read();
}

/// Extends `quantity`, whose numeral is `first` from `begin`, to a range if one follows.
template <class T = void>
constexpr void read_range(std::string_view text, std::size_t begin, bool scanning,
                          const numeral::parse_options& options, const numeral_reading& first,
                          numeral_quantity& quantity) noexcept {
  const numeral_symbol separator = numeral_symbol_at(text, first.end);
  const bool dash = separator.kind == numeral_kind::dash;
  if (!dash && separator.kind != numeral_kind::wave && separator.kind != numeral_kind::to) return;
  std::size_t offset = first.end + separator.length;
  if (quantity.number.ratio != numeral::ratio::none) { // 百分之三十至百分之五十
    const ratio_word* repeated = ratio_word_at(text, offset);
    if (repeated != nullptr && repeated->ratio == quantity.number.ratio) {
      offset += repeated->word.size();
    }
  }
  numeral_reading second = read_second<T>(text, offset, scanning, options);
  const bool may_be_tenths = first.tenth || quantity.number.ratio == numeral::ratio::none;
  if (second && may_be_tenths && !(scanning && options.tenths_as_units))
    (void)read_tenths<T>(text, scanning, second);
  if (first.tenth && !second.tenth) return;
  if (!second || second.is_range || second.bare) return;
  if (second.limit != numeral::bound::exact && second.limit != numeral::bound::over) return;
  if (first.digit_string != second.digit_string) return;
  if (((first.scripts ^ second.scripts) & script_arabic) != 0) return; // 三-30
  if (first.digit_string &&
      ((first.scripts & script_arabic) != 0 || first.digits != second.digits)) {
    return;
  }
  if (dash) {
    // 2021-10-27 is a date, 9:15-17:30 and 10/27-11/3 are no ranges of plain numbers.
    const auto joins = [text](std::size_t at) {
      return numeral_symbol_at(text, at).kind == numeral_kind::dash || numeral_at(text, at, ":") ||
             numeral_at(text, at, "：") || numeral_at(text, at, "/");
    };
    const bool joined_before = (begin >= 1 && joins(begin - 1) && digit_before(text, begin - 1)) ||
                               (begin >= 3 && numeral_three_bytes(text, begin - 3) &&
                                joins(begin - 3) && digit_before(text, begin - 3));
    const numeral_symbol after = numeral_symbol_at(text, second.end);
    const std::size_t joint = after.kind == numeral_kind::dash     ? after.length
                              : numeral_at(text, second.end, "：") ? 3
                                                                   : 1;
    const bool joined_after =
        joins(second.end) &&
        numeral_symbol_at(text, second.end + joint).kind == numeral_kind::arabic;
    if (joined_before || joined_after || !comparable_digits(first, second)) return;
  }
  decimal low = first.low;
  bool shared = false;
  if (second.tenth && !first.tenth) { // 三到五成
    const auto percent = shift10(low, 1);
    if (!percent || first.digits > 2) return;
    low = *percent;
    shared = true;
  } else {
    shared = distribute(low, first, second);
  }
  if (!(low < second.low)) return;
  if (second.tenth) quantity.number.ratio = numeral::ratio::percent;
  quantity.number.value = low;
  quantity.number.high = second.low;
  quantity.number.is_range = true;
  quantity.number.distributed = shared;
  quantity.number.limit = second.limit;
  quantity.end = second.end;
  quantity.scripts = static_cast<std::uint8_t>(first.scripts | second.scripts);
  quantity.has_multiplier = first.has_multiplier || second.has_multiplier;
  numeral_reading both = second;
  both.scripts = quantity.scripts;
  both.has_multiplier = quantity.has_multiplier;
  quantity.number.form = form_of(both);
}

/// The numeral behind 分之: 三分之二.
template <class T = void>
constexpr bool read_fraction(std::string_view text, const numeral_reading& whole,
                             const numeral::parse_options& options, bool scanning,
                             numeral_quantity& quantity) noexcept {
  constexpr std::string_view of = "分之";
  if (!numeral_at(text, whole.end, of) || whole.is_range || whole.digit_string) return false;
  const auto denominator = whole.low.to_integer<std::int64_t>();
  if (!denominator || *denominator <= 0 || whole.limit != numeral::bound::exact) return false;
  const numeral_reading part = read_second<T>(text, whole.end + of.size(), scanning, options);
  if (!part || part.digit_string || part.limit != numeral::bound::exact) return false;
  quantity.number.value = part.low;
  quantity.number.high = part.high;
  quantity.number.is_range = part.is_range;
  quantity.number.ratio = numeral::ratio::fraction;
  quantity.number.denominator = *denominator;
  quantity.scripts = static_cast<std::uint8_t>(whole.scripts | part.scripts);
  quantity.end = part.end;
  return true;
}

/// The proper fraction behind 又: 一又三分之二 is 5/3.
template <class T = void>
constexpr bool read_mixed_fraction(std::string_view text, const numeral_reading& whole,
                                   const numeral::parse_options& options, bool scanning,
                                   numeral_quantity& quantity) noexcept {
  constexpr std::string_view and_word = "又";
  if (!numeral_at(text, whole.end, and_word) || whole.is_range || whole.digit_string ||
      whole.bare || whole.limit != numeral::bound::exact || !whole.low.is_integer()) {
    return false;
  }
  const numeral_reading below =
      read_second<T>(text, whole.end + and_word.size(), scanning, options);
  numeral_quantity fraction;
  if (!below || !read_fraction<T>(text, below, options, scanning, fraction)) return false;
  const decimal denominator(fraction.number.denominator);
  if (fraction.number.is_range || !fraction.number.value.is_integer() ||
      !(fraction.number.value < denominator)) {
    return false;
  }
  const auto product = multiply(whole.low, denominator);
  const auto sum = product ? add(*product, fraction.number.value) : product;
  if (!sum) return false;
  quantity.number.value = quantity.number.high = *sum;
  quantity.number.ratio = numeral::ratio::fraction;
  quantity.number.denominator = fraction.number.denominator;
  quantity.scripts = static_cast<std::uint8_t>(whole.scripts | fraction.scripts);
  quantity.end = fraction.end;
  return true;
}

/// The marks of parts of a whole; in prose they are units and stay outside.
template <class T = void>
constexpr void read_ratio_mark(std::string_view text, numeral_quantity& quantity) noexcept {
  constexpr ratio_word marks[] = {
      {"%", numeral::ratio::percent},
      {"％", numeral::ratio::percent},
      {"‰", numeral::ratio::per_mille},
      {"‱", numeral::ratio::per_ten_thousand},
  };
  for (const ratio_word& mark : marks) {
    if (!numeral_at(text, quantity.end, mark.word)) continue;
    quantity.number.ratio = mark.ratio;
    quantity.end += mark.word.size();
    return;
  }
}

/// What stands around the numeral `first`, which begins at `begin`: 成, 半, 又, 分之, the other end
/// of a range, %.
template <class T = void>
constexpr void read_surroundings(std::string_view text, std::size_t begin, bool scanning,
                                 const numeral::parse_options& options, numeral_reading& first,
                                 bool negative, numeral_quantity& quantity) noexcept {
  const bool counts = quantity.number.ratio == numeral::ratio::none;
  if (counts && read_mixed_fraction<T>(text, first, options, scanning, quantity)) return;
  if (counts && read_fraction<T>(text, first, options, scanning, quantity)) return;
  const bool tenths =
      counts && !(scanning && options.tenths_as_units) && read_tenths<T>(text, scanning, first);
  const bool half =
      counts && !tenths && read_half_behind<T>(text, scanning, first, quantity.number.measure);
  if (tenths || half) {
    quantity.number.value = first.low;
    quantity.number.high = first.high;
    quantity.number.limit = first.limit;
    quantity.end = first.end;
  }
  if (half) return;
  if (tenths) quantity.number.ratio = numeral::ratio::percent;
  const bool plain = !first.is_range && first.limit == numeral::bound::exact && !first.bare;
  if (plain && !negative) read_range<T>(text, begin, scanning, options, first, quantity);
  if (!scanning && quantity.number.ratio == numeral::ratio::none)
    read_ratio_mark<T>(text, quantity);
}

/// The quick way through most numerals of prose: a few ASCII digits or one Chinese digit, and
/// nothing behind it that could belong to it. False where `read_quantity` must look.
template <class T = void>
constexpr bool read_short(std::string_view text, std::size_t begin,
                          numeral_quantity& quantity) noexcept {
  constexpr std::size_t most_digits = 9;
  const auto digit_at = [text](std::size_t offset) {
    return offset < text.size() ? numeral_byte(text, offset) - '0' : 10U;
  };
  std::uint32_t value = 0;
  std::size_t end = begin;
  if (digit_at(begin) <= 9) {
    for (; digit_at(end) <= 9; ++end) {
      if (end - begin == most_digits) return false;
      value = value * 10 + digit_at(end);
    }
    if (digit_at(begin) == 0 && end - begin > 1) return false;
    quantity.scripts = script_arabic;
    quantity.number.form = numeral::form::digits;
  } else {
    const numeral_symbol& symbol = numeral_symbol_at(text, begin);
    if (symbol.kind != numeral_kind::digit) return false;
    value = symbol.value;
    end = begin + symbol.length;
    quantity.scripts = symbol.script;
    quantity.number.form =
        symbol.script == script_upper ? numeral::form::upper : numeral::form::lower;
  }
  if (end < text.size()) {
    const std::uint32_t next = numeral_byte(text, end);
    if (next == '.' || next == ',' || group_blank_at(text, end) != 0) return false;
    if (numeral_at(text, end, "、")) return false; // 五、六万
    if (numeral_symbol_at(text, end).kind != numeral_kind::none) return false;
    if (numeral_symbol_at(text, end + 3).kind == numeral_kind::big) return false; // 两个亿
    for (std::size_t after = end + 3; after <= end + 9; after += 3) {             // 两年半
      if (numeral_at(text, after, "半")) return false;
    }
  }
  quantity.number.value = quantity.number.high = decimal(value);
  quantity.end = end;
  return true;
}

/// Reads a numeral with sign, ratio and range from `begin`.
template <class T = void>
constexpr numeral_quantity read_quantity(std::string_view text, std::size_t begin, bool scanning,
                                         const numeral::parse_options& options) noexcept {
  numeral_quantity quantity;
  std::size_t offset = begin;
  bool negative = false;
  const auto take_sign = [&] {
    const numeral_symbol sign = numeral_symbol_at(text, offset);
    const bool minus = sign.kind == numeral_kind::negative || numeral_at(text, offset, "-") ||
                       numeral_at(text, offset, "－");
    if (minus) {
      negative = !negative;
      offset += sign.length;
    } else if (!scanning && numeral_at(text, offset, "+")) {
      offset += 1;
    } else if (!scanning && numeral_at(text, offset, "＋")) {
      offset += 3;
    } else {
      return false;
    }
    return true;
  };
  const bool has_sign = take_sign();
  if (const ratio_word* word = ratio_word_at(text, offset)) {
    const std::size_t after = offset + word->word.size();
    quantity.number.ratio = word->ratio;
    offset = after;
    if (!has_sign) take_sign();
  } else if (numeral_at(text, offset, "半")) {
    quantity = read_half<T>(text, offset, scanning);
    if (negative) quantity.number.value = quantity.number.high = -quantity.number.value;
    return quantity;
  }
  if (offset != begin && offset >= text.size()) {
    quantity.end = offset;
    quantity.problem = {error_kind::missing_digits, offset, 0};
    return quantity;
  }
  numeral_reading first = basic_numeral_reader<T>(text, offset, scanning, options).read();
  quantity.end = first.end;
  quantity.scripts = first.scripts;
  quantity.has_multiplier = first.has_multiplier;
  // 百分之百 is a whole; elsewhere a bare multiplier needs a reader that asked for one.
  quantity.bare = first.bare && quantity.number.ratio == numeral::ratio::none;
  if (!first) {
    quantity.problem = {first.problem, first.problem_offset, first.problem_length};
    return quantity;
  }
  quantity.number.value = first.low;
  quantity.number.high = first.high;
  quantity.number.limit = first.limit;
  quantity.number.is_range = first.is_range;
  quantity.number.form = form_of(first);
  quantity.number.shortened = first.shortened;
  if (first.digit_string) quantity.number.digits = first.digits;
  if (first.digit_string && (first.scripts & script_arabic) == 0) {
    quantity.digit_string_length = first.digits;
  }
  read_surroundings<T>(text, offset, scanning, options, first, negative, quantity);
  if (negative) {
    const decimal low = quantity.number.value;
    quantity.number.value = -quantity.number.high;
    quantity.number.high = -low;
  }
  return quantity;
}

} // namespace hantext::detail
