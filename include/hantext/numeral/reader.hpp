/// \file
/// The grammar of one numeral: what `parse` applies to a whole string and `scan` to a place.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/arabic.hpp>
#include <hantext/numeral/context.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace hantext::detail {

/// Both ends of what a part of a numeral stands for; equal unless it is an estimate (三四, 几).
struct numeral_amount {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr bool empty() const noexcept { return high == 0; }
  constexpr numeral_amount times(std::uint64_t factor) const noexcept {
    return {low * factor, high * factor};
  }
  constexpr numeral_amount plus(numeral_amount other) const noexcept {
    return {low + other.low, high + other.high};
  }
};

inline constexpr std::uint64_t small_power_of_ten[] = {1,
                                                       10,
                                                       100,
                                                       1000,
                                                       10'000,
                                                       100'000,
                                                       1'000'000,
                                                       10'000'000,
                                                       100'000'000,
                                                       1'000'000'000,
                                                       10'000'000'000,
                                                       100'000'000'000,
                                                       1'000'000'000'000};
inline constexpr int most_small_power = 12;

/// One numeral without sign, ratio and second end, or why there is none.
struct numeral_reading {
  decimal low{};
  decimal high{};
  std::size_t end = 0; ///< where the numeral ends; for a problem, where its characters end
  numeral::bound limit = numeral::bound::exact;
  std::uint8_t scripts = script_shared;
  bool is_range = false;
  bool has_multiplier = false;
  bool digit_string = false;
  bool bare = false;      ///< begins with a multiplier and has neither prefix nor 余: 百万
  bool shortened = false; ///< 三百五
  bool tenth = false;     ///< 成 follows: the values are percent
  int digits = 0; ///< of an Arabic numeral without fraction and multiplier, or of a digit string

  // The power of ten that can be shared with a lower end, 0 if none can. For 五百万 the last
  // multipliers are 百万, 10^6, the last great one is 万, 10^4.
  int last_power = 0;
  int great_power = 0;

  error_kind problem = error_kind::none;
  std::size_t problem_offset = 0;
  std::size_t problem_length = 0;

  constexpr explicit operator bool() const noexcept { return problem == error_kind::none; }
};

/// Reads one numeral. Forward only and at most twice over any byte, whatever the text.
///
/// The grammar, where [x] may be missing and x* may come any number of times:
///
///     numeral   = prefix multiplier | several multiplier | digit-string | number
///     number    = term* [zero] [coefficient] [more] [point digits multipliers]
///     term      = [zero] coefficient multiplier
///     coefficient = digit | two neighbouring digits (三四) | arabic | several | nothing before 十
///     multiplier = 十 | 百 | 千 | 万 | 万 or nothing, 亿 and again 亿 | 兆 | great ones by option
///     prefix    = 上 | 近 | 超 | 逾 | …        several = 几 | 数        more = 余 | 多 | 来
///
/// A numeral is a sum of coefficient x multiplier. 十 百 千 build a section below 万, sections
/// build the ten-thousands, 亿 (or several of them) or a larger one closes a group, and each group
/// counts less than the one before it. What has been read but not yet met its multiplier is the
/// pending coefficient. At the end it counts units, or what the last multiplier leaves: 三百五.
template <class = void> class basic_numeral_reader {
public:
  constexpr basic_numeral_reader(std::string_view text, std::size_t begin, bool scanning,
                                 const numeral::parse_options& options) noexcept
      : text_(text), begin_(begin), position_(begin), end_(begin), scanning_(scanning),
        prefer_digit_strings_(options.prefer_digit_strings), stacked_(options.stacked_multipliers),
        large_units_(options.large_units && options.zhao == numeral::zhao::trillion),
        lenient_(!scanning && options.mode == numeral::mode::lenient),
        zhao_power_(static_cast<int>(options.zhao)) {}

  constexpr numeral_reading read() noexcept {
    if (!read_prefix()) return result_;
    while (!done_ && step()) {
    }
    if (!done_) finish();
    if (!result_) result_.end = end_of_numeral_characters(result_.end);
    return result_;
  }

private:
  static constexpr int no_multiplier = 4;  ///< a section starts below 万
  static constexpr int no_level = 1000;    ///< above every multiplier
  static constexpr int largest_power = 60; ///< of a run of multipliers; larger ones overflow

  /// The symbol at an offset as the options want it: none for 京 to 载 unless asked for, nor for 兆
  /// where it is a unit.
  constexpr const numeral_symbol& raw_at(std::size_t offset) const noexcept {
    const numeral_symbol& symbol = numeral_symbol_at(text_, offset);
    if (symbol.kind < numeral_kind::big || symbol.kind > numeral_kind::great) return symbol;
    if (symbol.kind == numeral_kind::great) return large_units_ ? symbol : numeral_lookup.symbol[0];
    if (symbol.value != 12) return symbol;
    const std::size_t after = offset + symbol.length;
    const bool unit = numeral_at_any(text_, after, units_after_thousand) ||
                      (scanning_ && !numeral_at_any(text_, after, currencies_after_zhao));
    return unit ? numeral_lookup.symbol[0] : symbol;
  }
  /// The symbol at an offset, seen from a number that is complete: 百分点 and 千瓦 are words.
  constexpr const numeral_symbol& symbol_at(std::size_t offset) const noexcept {
    const numeral_symbol& symbol = raw_at(offset);
    if (symbol.kind == numeral_kind::small && symbol.value >= 2 &&
        (numeral_at_any(text_, offset + symbol.length, words_after_hundred) ||
         numeral_at_any(text_, offset + symbol.length, units_after_thousand))) {
      return numeral_lookup.symbol[0];
    }
    return symbol;
  }
  /// The symbol to take next. A Chinese digit takes the 千 of 千瓦 for itself (一千瓦 is a thousand
  /// watts); after Arabic digits and after multipliers it belongs to the unit.
  constexpr const numeral_symbol& peek() const noexcept {
    const numeral_symbol& symbol = numeral_symbol_at(text_, position_);
    if (symbol.kind == numeral_kind::small && has_pending_ && !pending_is_arabic_ &&
        symbol.value < smallest_ &&
        !numeral_at_any(text_, position_ + symbol.length, words_after_hundred)) {
      return symbol;
    }
    return symbol_at(position_);
  }
  constexpr const numeral_symbol& peek_after(const numeral_symbol& symbol) const noexcept {
    return raw_at(position_ + symbol.length);
  }
  constexpr void take(const numeral_symbol& symbol) noexcept {
    position_ += symbol.length;
    end_ = position_;
    result_.scripts = static_cast<std::uint8_t>(result_.scripts | symbol.script);
  }
  /// Ends the reading with a problem. Returns false so that steps can return it.
  constexpr bool fail(error_kind kind, std::size_t offset, std::size_t length) noexcept {
    done_ = true;
    result_.problem = kind;
    result_.problem_offset = offset;
    result_.problem_length = length;
    result_.end = position_ > offset ? position_ : offset;
    return false;
  }
  constexpr bool fail_at(error_kind kind, numeral_symbol symbol) noexcept {
    return fail(kind, position_, symbol.length);
  }
  constexpr std::size_t end_of_numeral_characters(std::size_t offset) const noexcept {
    for (;;) {
      const numeral_symbol& symbol = raw_at(offset);
      if (symbol.kind == numeral_kind::none || symbol.kind > numeral_kind::great) return offset;
      offset += symbol.length;
    }
  }
  static constexpr bool is_multiplier(const numeral_symbol& symbol) noexcept {
    return symbol.kind >= numeral_kind::small && symbol.kind <= numeral_kind::great;
  }
  static constexpr bool is_big(const numeral_symbol& symbol) noexcept {
    return symbol.kind == numeral_kind::big || symbol.kind == numeral_kind::great;
  }
  constexpr int power_of(const numeral_symbol& symbol) const noexcept {
    return symbol.kind == numeral_kind::big && symbol.value == 12 ? zhao_power_ : symbol.value;
  }
  static constexpr bool is_digit(const numeral_symbol& symbol) noexcept {
    return symbol.kind >= numeral_kind::zero && symbol.kind <= numeral_kind::code;
  }
  /// Whether nothing has been read but perhaps the pending coefficient.
  constexpr bool at_first_term() const noexcept {
    return section_.empty() && ten_thousands_.empty() && total_high_.is_zero() && !bare_;
  }

  /// 上, 近, 超过 … before a multiplier.
  constexpr void take_prefix() noexcept {
    for (const numeral_prefix& prefix : numeral_prefixes) {
      if (!numeral_at(text_, position_, prefix.word)) continue;
      const numeral_symbol& next = numeral_symbol_at(text_, position_ + prefix.word.size());
      if (!is_multiplier(next) || next.value == 1) return;
      position_ += prefix.word.size();
      result_.limit = prefix.limit;
      prefixed_ = true;
      return;
    }
  }
  /// 上, 近, 几, 数 … and bare multipliers; false when there is no numeral.
  constexpr bool read_prefix() noexcept {
    if (numeral_symbol_at(text_, position_).kind == numeral_kind::none) take_prefix();
    const numeral_symbol& first = raw_at(position_);
    switch (first.kind) {
    case numeral_kind::arabic:
    case numeral_kind::tens:
      return true;
    case numeral_kind::zero:
    case numeral_kind::digit:
      return take_placed_digits() || !read_digit_string();
    case numeral_kind::small:
      if (first.value > 1) start_bare();
      return true;
    case numeral_kind::big:
    case numeral_kind::great:
      start_bare();
      return true;
    case numeral_kind::code:
      if (read_digit_string()) return false;
      break;
    case numeral_kind::pair: // nothing may follow
      take(first);
      done_ = true;
      result_.low = result_.high = decimal(int{first.value});
      result_.end = end_;
      return false;
    case numeral_kind::several:
      if (is_multiplier(peek_after(first)) ||
          hundred_million_behind_measure(position_ + first.length)) {
        take(first);
        set_estimate({2, 9});
        return true;
      }
      break;
    case numeral_kind::point:
      if (is_digit(peek_after(first))) {
        if (lenient_) return true; // 点五
        return fail(error_kind::missing_digits, position_, 0);
      }
      break;
    default:
      break;
    }
    return fail(text_.size() == position_ ? error_kind::empty_input : error_kind::not_a_number,
                position_, first.length);
  }
  /// A multiplier without digit counts one of itself: 百 in 上百, 百余, and in 百万.
  constexpr void start_bare() noexcept {
    bare_ = true;
    pending_ = {1, 1};
    has_pending_ = true;
    pending_width_ = 1;
  }
  constexpr void set_estimate(numeral_amount amount) noexcept {
    pending_ = amount;
    has_pending_ = true;
    pending_width_ = 1;
    pending_is_arabic_ = false;
    estimate_ = true;
    result_.limit = numeral::bound::about;
  }

  /// 二〇二一: two digits or more without multiplier. Returns true where that settled the reading,
  /// one way or the other.
  constexpr bool read_digit_string() noexcept {
    std::size_t offset = position_;
    int count = 0;
    numeral_symbol first_two[2]{};
    decimal_accumulator number;
    std::uint8_t scripts = script_shared;
    bool has_two_of_measure = false; // 两 is never a digit of a code
    numeral_symbol symbol = numeral_symbol_at(text_, offset);
    for (; is_digit(symbol); symbol = numeral_symbol_at(text_, offset)) {
      if (count < 2) first_two[count] = symbol;
      has_two_of_measure =
          has_two_of_measure || numeral_at(text_, offset, "两") || numeral_at(text_, offset, "兩");
      number.push(symbol.value);
      scripts = static_cast<std::uint8_t>(scripts | symbol.script);
      if (count < 1000) ++count;
      offset += symbol.length;
    }
    if (count < 2) return false;
    const bool estimate = count == 2 && are_neighbours(first_two[0].value, first_two[1].value);
    if (is_multiplier(symbol)) {
      if (estimate) return false;
      if (first_two[0].kind == numeral_kind::zero) {
        fail(error_kind::misplaced_zero, position_, first_two[0].length);
      } else if (first_two[1].kind == numeral_kind::zero) {
        fail(error_kind::misplaced_zero, position_ + first_two[0].length, first_two[1].length);
      } else {
        fail(error_kind::not_a_number, position_ + first_two[0].length, first_two[1].length);
      }
      result_.end = offset;
      return true;
    }
    if (symbol.kind == numeral_kind::point && first_two[0].kind != numeral_kind::zero &&
        !has_two_of_measure && take_decimal(number, offset + symbol.length, scripts)) {
      return true;
    }
    if (estimate && (!prefer_digit_strings_ || has_two_of_measure)) return false;
    if (has_two_of_measure) {
      fail(error_kind::not_a_number, position_, offset - position_);
      result_.end = offset;
      return true;
    }
    const auto value = number.finish();
    done_ = true;
    result_.end = offset;
    if (!value) {
      fail(error_kind::overflow, position_, offset - position_);
      result_.end = offset;
      return true;
    }
    result_.low = result_.high = *value;
    result_.scripts = scripts;
    result_.digit_string = true;
    result_.digits = count;
    return true;
  }
  /// 一一六．五二萬: a decimal whose digits stand by their places, the point of which ends at
  /// `offset`.
  constexpr bool take_decimal(const decimal_accumulator& digits, std::size_t offset,
                              std::uint8_t scripts) noexcept {
    if (!is_digit(numeral_symbol_at(text_, offset))) return false;
    decimal_accumulator fraction;
    if (!read_fraction(offset, fraction, scripts)) return false;
    const auto whole = digits.finish();
    const auto part = fraction.finish();
    const auto value = whole && part ? add(*whole, *part) : whole;
    if (!value || !part) return false;
    position_ = end_ = offset;
    result_.scripts = scripts;
    finish_scaled(*value, false);
    return true;
  }
  /// 三五一億, 九○七五萬: digits by their places before 万, 亿 or 兆, as newspapers of Taiwan print
  /// them. Only in prose; false where nothing was taken.
  constexpr bool take_placed_digits() noexcept {
    if (!scanning_ || has_pending_ || over_ || estimate_ || bare_ || zero_) return false;
    if (!at_first_term() && !section_.empty()) return false;
    std::size_t offset = position_;
    std::uint64_t value = 0;
    int count = 0;
    std::uint8_t scripts = script_shared;
    std::uint8_t first_digit = 0;
    numeral_symbol symbol = numeral_symbol_at(text_, offset);
    for (; symbol.kind == numeral_kind::zero || symbol.kind == numeral_kind::digit;
         symbol = numeral_symbol_at(text_, offset)) {
      if (++count > 7 || numeral_at(text_, offset, "两") || numeral_at(text_, offset, "兩"))
        return false;
      if (count == 1) first_digit = static_cast<std::uint8_t>(symbol.value);
      value = value * 10 + symbol.value;
      scripts = static_cast<std::uint8_t>(scripts | symbol.script);
      offset += symbol.length;
    }
    if (count < 2 || first_digit == 0 || !is_big(raw_at(offset))) return false;
    if (count == 2 && are_neighbours(first_digit, value % 10)) return false;
    pending_ = {value, value};
    has_pending_ = true;
    pending_is_arabic_ = true;
    pending_width_ = count;
    pending_after_zero_ = false;
    position_ = end_ = offset;
    result_.scripts = static_cast<std::uint8_t>(result_.scripts | scripts);
    return true;
  }
  /// 三四, 一两; and 三五, the one estimate that skips a digit.
  static constexpr bool are_neighbours(std::uint64_t first, std::uint64_t second) noexcept {
    return first > 0 && (first + 1 == second || (first == 3 && second == 5));
  }

  /// Takes one symbol; false where the numeral is over.
  constexpr bool step() noexcept {
    const numeral_symbol& symbol = peek();
    switch (symbol.kind) {
    case numeral_kind::arabic:
      return take_arabic(symbol);
    case numeral_kind::zero:
      return take_placed_digits() || take_zero(symbol);
    case numeral_kind::digit:
      return take_placed_digits() || take_digit(symbol);
    case numeral_kind::tens:
      return take_tens(symbol);
    case numeral_kind::small:
      return take_small(symbol);
    case numeral_kind::big:
    case numeral_kind::great:
      return take_big(symbol);
    case numeral_kind::several:
      return take_several(symbol);
    case numeral_kind::more:
      return take_more(symbol);
    case numeral_kind::point:
      return take_point(symbol);
    default:
      return skip_blank();
    }
  }

  /// Justified print leaves a blank between digits and 万: 730 万. In speech 个 stands before 亿.
  constexpr bool skip_blank() noexcept {
    const bool counts = (has_pending_ || !section_.empty()) && !over_;
    if (counts && hundred_million_behind_measure(position_)) {
      position_ += 3;
      return true;
    }
    if (estimate_continues()) {
      position_ += 3;
      return true;
    }
    if (!has_pending_ || !pending_is_arabic_ || !numeral_at(text_, position_, " ")) return false;
    const numeral_symbol& next = numeral_symbol_at(text_, position_ + 1);
    const bool continues = is_big(next) || next.kind == numeral_kind::more ||
                           (next.kind == numeral_kind::small && next.value == 3);
    if (continues) ++position_;
    return continues;
  }

  /// 五、六万: an estimate written with a comma, which only a multiplier tells from a list.
  constexpr bool estimate_continues() const noexcept {
    if (!has_pending_ || pending_is_arabic_ || estimate_ || !at_first_term() ||
        !numeral_at(text_, position_, "、"))
      return false;
    const numeral_symbol& second = numeral_symbol_at(text_, position_ + 3);
    return second.kind == numeral_kind::digit && pending_.low > 0 &&
           pending_.low + 1 == second.value && is_multiplier(raw_at(position_ + 3 + second.length));
  }

  /// 两个亿
  constexpr bool hundred_million_behind_measure(std::size_t offset) const noexcept {
    if (!numeral_at(text_, offset, "个") && !numeral_at(text_, offset, "個")) return false;
    const numeral_symbol& next = raw_at(offset + 3);
    return next.kind == numeral_kind::big && next.value == 8 &&
           !is_big(raw_at(offset + 3 + next.length)); // 三个亿万富翁
  }

  constexpr bool take_arabic(const numeral_symbol& symbol) noexcept {
    if (has_pending_ || over_ || estimate_) return false;
    const arabic_literal literal = read_arabic(text_, position_);
    const std::size_t length = literal.end - position_;
    // In prose 周十20 is two numbers; 4十5 is one.
    const bool one_digit = literal.digits == 1 && !literal.fraction;
    if (!at_first_term() && last_power_ < 2 && (scanning_ || !one_digit)) return false;
    if (literal.overflow) {
      position_ = literal.end;
      return fail(error_kind::overflow, position_ - length, length);
    }
    const bool full_width = !at_first_term() && literal.digits == last_power_; // 3万0050
    if (literal.leading_zero && !full_width) {
      if (!at_first_term() || zero_) return fail(error_kind::misplaced_zero, position_, length);
      take({numeral_kind::arabic, 0, script_arabic, 0, true});
      done_ = true;
      result_.low = result_.high = literal.value;
      result_.digit_string = true;
      result_.digits = literal.digits;
      result_.end = literal.end;
      return false;
    }
    if (literal.fraction || literal.digits > 7) {
      if (!at_first_term() || zero_) return fail(error_kind::not_a_number, position_, length);
      position_ = end_ = literal.end;
      result_.scripts = script_arabic;
      result_.digits = literal.fraction ? 0 : literal.digits;
      finish_scaled(literal.value, true);
      return false;
    }
    pending_ = {literal.integer, literal.integer};
    has_pending_ = true;
    pending_is_arabic_ = true;
    pending_width_ = literal.digits;
    pending_after_zero_ = zero_;
    zero_ = false;
    position_ += length - symbol.length;
    take(symbol);
    return true;
  }

  constexpr bool take_zero(const numeral_symbol& symbol) noexcept {
    if (over_ || estimate_) return false;
    if (has_pending_) {
      if (pending_is_arabic_ || at_first_term()) return false;
      return fail_at(error_kind::misplaced_zero, symbol); // 三百五零
    }
    if (at_first_term()) { // 零 alone, 零点五; longer digit strings were looked for before
      pending_ = {};
      has_pending_ = true;
      pending_width_ = 1;
      take(symbol);
      first_is_zero_ = true;
      return true;
    }
    const numeral_symbol& next = peek_after(symbol);
    if (next.kind == numeral_kind::zero) {
      position_ += symbol.length;
      return fail_at(error_kind::misplaced_zero, next);
    }
    // Between 十 and the units there is no gap.
    const bool gap = last_power_ >= 2;
    const bool continues = next.kind == numeral_kind::digit || next.kind == numeral_kind::arabic ||
                           next.kind == numeral_kind::tens ||
                           (next.kind == numeral_kind::small && next.value == 1);
    if (!continues) {
      if (scanning_ && !is_multiplier(next)) return false; // 三百零售店
      return fail_at(error_kind::misplaced_zero, symbol);
    }
    if (!gap) return fail_at(error_kind::misplaced_zero, symbol); // 二十零五
    zero_ = true;
    zero_offset_ = position_;
    position_ += symbol.length; // part of the numeral once its digit is taken
    return true;
  }

  /// 两 counts measures and multipliers: 二十两 is twenty taels.
  constexpr bool is_two_of_measure() const noexcept {
    return numeral_at(text_, position_, "两") || numeral_at(text_, position_, "兩");
  }

  constexpr bool take_digit(const numeral_symbol& symbol) noexcept {
    if (over_) return false;
    if (!at_first_term() && !has_pending_ && is_two_of_measure()) {
      const numeral_symbol& next = peek_after(symbol);
      if (!is_multiplier(next) && (next.kind != numeral_kind::digit || last_power_ == 1))
        return false;
    }
    if (has_pending_) {
      if (pending_is_arabic_ || first_is_zero_) return false;
      const bool first_of_all = at_first_term();
      const bool neighbours = are_neighbours(pending_.low, symbol.value) &&
                              (first_of_all || pending_.low + 1 == symbol.value);
      if (estimate_ || !neighbours) return fail_at(error_kind::not_a_number, symbol);
      if (prefer_digit_strings_ && first_of_all && !is_multiplier(peek_after(symbol))) {
        return fail_at(error_kind::not_a_number, symbol); // 一两
      }
      pending_.high = symbol.value;
      estimate_ = true;
      take(symbol);
      return true;
    }
    if (estimate_ || prefixed_) return fail_at(error_kind::not_a_number, symbol);
    pending_ = {symbol.value, symbol.value};
    has_pending_ = true;
    pending_is_arabic_ = false;
    pending_width_ = 1;
    pending_after_zero_ = zero_;
    zero_ = false;
    take(symbol);
    return true;
  }

  /// 廿 卅 卌 皕
  constexpr bool take_tens(const numeral_symbol& symbol) noexcept {
    const int power = symbol.value < 10 ? 1 : 2;
    if (over_ || has_pending_ || estimate_ || smallest_ <= power) return false;
    if (zero_ && in_section_above(power)) return fail_zero();
    open_section(zero_);
    section_ = section_.plus({symbol.value * 10U, symbol.value * 10U});
    smallest_ = power;
    last_power_ = power;
    after_compound_ = power == 2; // 皕五 may be 205 or 250
    zero_ = false;
    ++terms_;
    take(symbol);
    result_.has_multiplier = true;
    return true;
  }

  /// Whether the multiplier before was the next larger one of the same section.
  constexpr bool in_section_above(int power) const noexcept {
    return last_power_ < no_multiplier && last_power_ == power + 1;
  }
  /// 一百零一十: there is no gap between 百 and 十.
  constexpr bool fail_zero() noexcept { return fail(error_kind::misplaced_zero, zero_offset_, 3); }
  /// Keeps whether the section that begins here stands behind a 零.
  constexpr void open_section(bool after_zero) noexcept {
    if (section_.empty()) section_after_zero_ = after_zero;
  }

  constexpr void count_term(int power) noexcept {
    if (has_pending_) {
      ++terms_;
      last_run_power_ = power;
    } else {
      last_run_power_ += power;
    }
  }

  constexpr bool take_small(const numeral_symbol& symbol) noexcept {
    const int power = symbol.value;
    if (over_) return false;
    if (first_is_zero_) return fail_at(error_kind::misplaced_zero, symbol);
    // 2021十大新闻, 2021百强: the year ends before the multiplier.
    const bool may_be_year = scanning_ || pending_.low >= 10;
    if (pending_is_arabic_ && at_first_term() && may_be_year &&
        pending_.low >= small_power_of_ten[power == 3 ? 3 : power - 1]) {
      if (!scanning_) finish_scaled(decimal(pending_.low), true); // 950百万, 8964千
      return false;
    }
    if (!has_pending_) {
      if (power != 1 || smallest_ <= 1 || estimate_) {
        const error_kind kind = power == smallest_ ? error_kind::repeated_multiplier
                                : power > smallest_ || estimate_
                                    ? error_kind::multiplier_out_of_order
                                    : error_kind::missing_digits;
        return fail_at(kind, symbol);
      }
      pending_ = {1, 1}; // 十 for 一十
      has_pending_ = true;
      pending_is_arabic_ = false;
    }
    if (power >= smallest_) {
      return fail_at(power == smallest_ ? error_kind::repeated_multiplier
                                        : error_kind::multiplier_out_of_order,
                     symbol);
    }
    if (pending_is_arabic_ && pending_.low >= 10 && !at_first_term()) {
      return fail_at(error_kind::multiplier_out_of_order, symbol);
    }
    const bool after_zero = pending_after_zero_ || zero_;
    if (after_zero && in_section_above(power)) return fail_zero();
    open_section(after_zero);
    count_term(power);
    section_ = section_.plus(pending_.times(small_power_of_ten[power]));
    smallest_ = power;
    last_power_ = power;
    clear_pending();
    take(symbol);
    result_.has_multiplier = true;
    return true;
  }

  constexpr void clear_pending() noexcept {
    pending_ = {};
    has_pending_ = false;
    pending_is_arabic_ = false;
    pending_after_zero_ = false;
    zero_ = false;
  }

  /// Where the pending coefficient goes when `section_closed` multipliers of its group are there:
  /// units of the section, or a problem.
  constexpr bool settle_before_big(numeral_symbol symbol, bool group_is_empty) noexcept {
    if (!has_pending_ || group_is_empty || pending_after_zero_ || last_power_ == 1) return true;
    if (pending_is_arabic_ && pending_width_ == last_power_) return true; // 3千500万
    return fail_at(error_kind::multiplier_out_of_order, symbol);
  }

  constexpr bool take_big(const numeral_symbol& symbol) noexcept {
    if (first_is_zero_) return fail_at(error_kind::misplaced_zero, symbol);
    const bool stacked = stacked_ && ten_thousands_used_ && section_.empty() && !has_pending_;
    return power_of(symbol) == 4 && !stacked ? take_ten_thousand(symbol) : take_group(symbol);
  }

  constexpr bool take_ten_thousand(const numeral_symbol& symbol) noexcept {
    const bool nothing = section_.empty() && !has_pending_;
    if (over_ && nothing) return false; // 3万多 万…
    if (ten_thousands_used_) return fail_at(error_kind::repeated_multiplier, symbol);
    if (nothing) return fail_at(error_kind::missing_digits, symbol);
    if (!settle_before_big(symbol, section_.empty())) return false;
    const numeral_amount group = section_.plus(pending_);
    if (!below_level(group, 4)) return fail_at(error_kind::multiplier_out_of_order, symbol);
    count_term(4);
    great_power_ = total_high_.is_zero() ? 4 : 0;
    ten_thousands_ = group.times(10'000);
    ten_thousands_used_ = true;
    section_ = {};
    smallest_ = no_multiplier;
    last_power_ = 4;
    clear_pending();
    take(symbol);
    result_.has_multiplier = true;
    return true;
  }

  /// Whether amount x 10^power is less than what the last group counted.
  constexpr bool below_level(numeral_amount amount, int power) const noexcept {
    if (level_ == no_level) return true;
    const int room = level_ - power;
    return room > 0 && (room > most_small_power || amount.high < small_power_of_ten[room]);
  }

  /// 亿, 亿亿 and so on, 兆, the great ones: closes a group.
  constexpr bool take_group(const numeral_symbol& symbol) noexcept {
    const bool directly_after_ten_thousand =
        ten_thousands_used_ && section_.empty() && !has_pending_;
    const numeral_amount group = ten_thousands_.plus(section_).plus(pending_);
    if (group.empty()) {
      if (over_ && total_high_.is_zero()) return false;
      return fail_at(total_high_.is_zero() ? error_kind::missing_digits
                                           : error_kind::repeated_multiplier,
                     symbol);
    }
    if (!settle_before_big(symbol, section_.empty() && !ten_thousands_used_)) return false;
    const std::size_t offset = position_;
    const bool had_pending = has_pending_;
    if (had_pending) count_term(0);
    int power = power_of(symbol);
    const numeral_symbol* last = &symbol;
    take(symbol);
    for (const numeral_symbol* next = &peek(); is_big(*next); next = &peek()) {
      const bool repeated = last->value == 8 && next->value == 8; // 亿亿 is 10^16
      if (!repeated && !stacked_) break;
      if (power <= largest_power) power += power_of(*next);
      last = next;
      take(*next);
    }
    if (!below_level(group, power)) {
      return fail(error_kind::multiplier_out_of_order, offset, position_ - offset);
    }
    clear_pending();
    last_run_power_ += power;
    if (total_high_.is_zero()) {
      if (directly_after_ten_thousand) {
        great_power_ += power; // 万亿
      } else {
        great_power_ = power;
      }
    } else {
      great_power_ = 0;
    }
    if (!add_to_total(group, power)) {
      return fail(error_kind::overflow, begin_, position_ - begin_);
    }
    level_ = symbol.value == 4 ? power + 4 : power; // 万万
    ten_thousands_ = section_ = {};
    ten_thousands_used_ = false;
    smallest_ = no_multiplier;
    last_power_ = power;
    after_compound_ = directly_after_ten_thousand || last != &symbol;
    result_.has_multiplier = true;
    return true;
  }

  constexpr bool add_to_total(numeral_amount group, int power) noexcept {
    const auto added = [power](decimal& total, std::uint64_t amount) {
      const auto scaled = decimal::from_parts(false, 0, amount, power);
      const auto sum = scaled ? add(total, *scaled) : scaled;
      if (sum) total = *sum;
      return sum.has_value();
    };
    const bool both = group.low == group.high && total_low_ == total_high_;
    if (!added(total_low_, group.low)) return false;
    if (!both) return added(total_high_, group.high);
    total_high_ = total_low_;
    return true;
  }

  /// 十几, 三百几十, 十数人.
  constexpr bool take_several(const numeral_symbol& symbol) noexcept {
    if (over_ || has_pending_ || estimate_ || bare_ || zero_) return false;
    const numeral_symbol& next = peek_after(symbol);
    if (last_power_ == 1) {
      const bool only_ten = ten_thousands_.empty() && total_high_.is_zero() && section_.high == 10;
      const bool counts =
          symbol.value == 0 ||
          (only_ten && numeral_at_any(text_, position_ + symbol.length, counted_after_ten_odd));
      if (!counts || next.kind == numeral_kind::small) return false;
    } else if (next.kind != numeral_kind::small || next.value >= smallest_) {
      return false;
    }
    take(symbol);
    set_estimate({1, 9});
    return true;
  }

  /// 余, 多 or 来 after a round number.
  constexpr bool take_more(const numeral_symbol& symbol) noexcept {
    if (over_ || estimate_ || zero_ || (prefixed_ && symbol.value != 0) || first_is_zero_)
      return false;
    if (numeral_at_any(text_, position_, words_with_more)) return false;
    const bool before_big = is_big(peek_after(symbol));
    if (has_pending_) {
      const std::uint64_t number = pending_.low;
      if (!pending_is_arabic_ || !at_first_term()) return false;
      const bool round = number >= 10 && number % 10 == 0;
      const bool allowed = symbol.value == 0   ? number >= 10
                           : symbol.value == 1 ? round || (before_big && number >= 10)
                                               : round && number <= 100;
      if (!allowed) return false;
    }
    over_ = true;
    result_.limit = numeral::bound::over;
    take(symbol);
    return true;
  }

  /// The digits behind the point that ends at `offset`, which is moved behind them; false where
  /// they belong to no decimal.
  constexpr bool read_fraction(std::size_t& offset, decimal_accumulator& fraction,
                               std::uint8_t& scripts) const noexcept {
    constexpr std::string_view mark = "．";
    const bool is_mark = numeral_before(text_, offset, mark);
    const std::size_t begin = offset;
    fraction.point();
    numeral_symbol digit = numeral_symbol_at(text_, offset);
    for (; is_digit(digit); digit = numeral_symbol_at(text_, offset)) {
      fraction.push(digit.value);
      scripts = static_cast<std::uint8_t>(scripts | digit.script);
      offset += digit.length;
    }
    if (is_mark && scanning_) {
      // 二〇二一．五．三 is a day.
      if (numeral_before(text_, begin_, mark) || numeral_at(text_, offset, mark)) return false;
      // 一．三个项目, 一．二〇二一年工作: the mark of an item.
      const std::size_t digits = (offset - begin) / mark.size();
      if (begins_line() && (digits == 1 || digits > 3)) return false;
    }
    // 十点五十, 三点一刻 and 八点零五分 are times of day.
    if (digit.kind == numeral_kind::small &&
        (digit.value == 1 || !is_big(raw_at(offset + digit.length)))) {
      return false;
    }
    return !scanning_ || !(numeral_at(text_, offset, "刻") ||
                           (numeral_at(text_, offset, "分") && !numeral_at(text_, offset, "分之")));
  }
  constexpr bool begins_line() const noexcept {
    return begin_ == 0 || text_[begin_ - 1] == '\n' || text_[begin_ - 1] == ' ' ||
           numeral_before(text_, begin_, "\u3000");
  }

  /// 三点一四, 一点二亿. Only after Chinese digits: 7点30 is a time of day.
  constexpr bool take_point(const numeral_symbol& symbol) noexcept {
    if (over_ || estimate_ || zero_ || bare_ || (result_.scripts & script_arabic) != 0)
      return false;
    std::size_t offset = position_ + symbol.length;
    if (!is_digit(numeral_symbol_at(text_, offset))) {
      if (scanning_ || offset != text_.size()) return false;
      position_ = offset;
      return fail(error_kind::missing_digits, offset, 0);
    }
    decimal_accumulator fraction;
    std::uint8_t scripts = result_.scripts;
    if (!read_fraction(offset, fraction, scripts)) return false;
    after_compound_ = true; // no ellipsis: 三百五点二 is refused
    finish();
    if (!result_) return false;
    const auto part = fraction.finish();
    const auto value = part ? add(result_.low, *part) : part;
    if (!value) {
      position_ = offset;
      return fail(error_kind::overflow, begin_, offset - begin_);
    }
    position_ = end_ = offset;
    result_.scripts = scripts;
    finish_scaled(*value, false);
    return false;
  }

  /// The rest after a number that only multipliers may follow, because it has a fraction or is very
  /// long: 3.5千万, 1.2万亿, 1.5万余.
  constexpr void finish_scaled(decimal value, bool small_alone) noexcept {
    done_ = true;
    result_.last_power = result_.great_power = 0;
    result_.digit_string = false;
    std::size_t offset = position_;
    if (numeral_at(text_, offset, " ") &&
        (is_big(symbol_at(offset + 1)) || symbol_at(offset + 1).kind == numeral_kind::more)) {
      ++offset;
    } else if (hundred_million_behind_measure(offset)) {
      offset += 3; // 1.5个亿
    }
    int power = 0;
    int great = 0;
    const auto take_powers = [&](bool allow_small) {
      numeral_symbol next = symbol_at(offset);
      if (allow_small && next.kind == numeral_kind::small &&
          ((small_alone && next.value > 1) || is_big(symbol_at(offset + next.length)))) {
        power += next.value;
        take_scale(next, offset);
        next = symbol_at(offset);
      }
      if (next.kind == numeral_kind::big && next.value == 4) {
        great += 4;
        take_scale(next, offset);
        next = symbol_at(offset);
      }
      if (is_big(next) && next.value > 8) {
        great += power_of(next);
        take_scale(next, offset);
        return;
      }
      while (next.kind == numeral_kind::big && next.value == 8 && great < largest_power) {
        great += 8;
        take_scale(next, offset);
        next = symbol_at(offset);
      }
    };
    take_powers(true);
    const numeral_symbol more = symbol_at(offset);
    const bool round = power + great > 0 || (more.value == 0 && value > decimal(10));
    const bool counts = power + great > 0 || value.is_integer();
    if (more.kind == numeral_kind::more && round && counts && more.value != 2 &&
        !numeral_at_any(text_, offset, words_with_more)) {
      result_.limit = numeral::bound::over;
      offset += more.length;
      end_ = offset;
      if (power + great == 0) take_powers(false);
    }
    result_.end = end_;
    // What is left over must not look like more of the same numeral: 1.5亿万, 3.5千百.
    const numeral_symbol left = symbol_at(end_);
    if (is_multiplier(left) && (power + great > 0)) {
      position_ = end_;
      fail_at(error_kind::multiplier_out_of_order, left);
      return;
    }
    const auto scaled = shift10(value, power + great);
    if (!scaled) {
      position_ = end_;
      fail(error_kind::overflow, begin_, end_ - begin_);
      return;
    }
    if (power + great > 0) {
      result_.digits = 0;
      result_.has_multiplier = true;
      result_.last_power = power + great;
      result_.great_power = great;
    }
    result_.low = result_.high = *scaled;
  }
  constexpr void take_scale(numeral_symbol symbol, std::size_t& offset) noexcept {
    offset += symbol.length;
    end_ = offset;
    result_.scripts = static_cast<std::uint8_t>(result_.scripts | symbol.script);
  }

  /// Where the pending coefficient goes at the end of the numeral, and the sum of all.
  constexpr void finish() noexcept {
    done_ = true;
    numeral_amount rest = ten_thousands_.plus(section_);
    const bool ends_in_multiplier = !has_pending_;
    if (has_pending_) {
      const bool whole = at_first_term() || bare_only();
      std::uint64_t unit = 1;
      if (!whole && !pending_after_zero_ && last_power_ > 1) {
        if (pending_is_arabic_ && pending_width_ == last_power_ && last_power_ <= 8) {
          unit = 1; // 3万5288
        } else if (pending_width_ == 1 && last_power_ <= most_small_power && !after_compound_ &&
                   !over_) {
          unit = small_power_of_ten[last_power_ - 1]; // 三百五, 3万5
          result_.shortened = true;
          if (numeral_at_any(text_, end_, units_after_number)) { // 一千二百三元
            fail(error_kind::ambiguous, end_, 0);
            return;
          }
        } else {
          fail(error_kind::missing_digits, end_, 0);
          return;
        }
      } else if (!whole && pending_after_zero_ && pending_is_arabic_ && last_power_ <= 8 &&
                 pending_.low >=
                     small_power_of_ten[last_power_ < 4 ? last_power_ - 1 : last_power_]) {
        fail(error_kind::multiplier_out_of_order, end_, 0);
        return;
      }
      rest = rest.plus(pending_.times(unit));
    }
    // 三亿五千 is said for 三亿五千万 as well as for 三亿零五千.
    if (!total_high_.is_zero() && !ten_thousands_used_ && !section_.empty() &&
        !section_after_zero_) {
      fail(error_kind::ambiguous, end_, 0);
      return;
    }
    if (bare_ && !prefixed_ && !over_) {
      // 百万 and 百二 can be read, but 百八十 means anything from 80 to 180.
      if (has_pending_ && terms_ > 1) {
        fail(error_kind::missing_digits, begin_, 0);
        return;
      }
      result_.bare = true;
    }
    if (prefixed_ && has_pending_) { // 上百5
      fail(error_kind::not_a_number, end_, 0);
      return;
    }
    if (bare_ && terms_ > 1) {
      fail(error_kind::missing_digits, begin_, 0);
      return;
    }
    if (!add_to_total(rest, 0)) {
      fail(error_kind::overflow, begin_, end_ - begin_);
      return;
    }
    result_.low = total_low_;
    result_.high = total_high_;
    result_.is_range = total_low_ != total_high_;
    result_.end = end_;
    if (!result_.has_multiplier && pending_is_arabic_) result_.digits = pending_width_;
    if (ends_in_multiplier && !result_.is_range) {
      if (terms_ == 1) result_.last_power = last_run_power_;
      if (section_.empty()) result_.great_power = great_power_;
    }
  }
  constexpr bool bare_only() const noexcept { return bare_ && terms_ == 0; }

  std::string_view text_;
  std::size_t begin_;
  std::size_t position_;
  std::size_t end_; ///< end of what surely belongs to the numeral
  bool scanning_;
  bool prefer_digit_strings_;
  bool stacked_;
  bool large_units_;
  bool lenient_;
  int zhao_power_;

  numeral_amount pending_{}; ///< coefficient that waits for its multiplier
  bool has_pending_ = false;
  bool pending_is_arabic_ = false;
  bool pending_after_zero_ = false;
  int pending_width_ = 0; ///< its digits

  numeral_amount section_{};       ///< below 万
  int smallest_ = no_multiplier;   ///< power of the smallest multiplier in the section
  numeral_amount ten_thousands_{}; ///< the 万 of the group
  bool ten_thousands_used_ = false;
  bool section_after_zero_ = false;
  decimal total_low_{}; ///< the groups that 亿 has closed
  decimal total_high_{};
  int level_ = no_level; ///< power of ten of the last group closed: what follows is less
  int last_power_ = 0;   ///< of the last multiplier

  bool zero_ = false; ///< a 零 waits for its digit
  std::size_t zero_offset_ = 0;
  bool first_is_zero_ = false;
  bool estimate_ = false; ///< 三四 or 几 was read: only multipliers may follow
  bool over_ = false;     ///< 余 or 多 was read: only 万 and 亿 may follow
  bool bare_ = false;
  bool prefixed_ = false;
  bool after_compound_ = false; ///< the last multiplier was 万亿 or 亿亿
  bool done_ = false;

  int terms_ = 0;
  int last_run_power_ = 0;
  int great_power_ = 0;
  numeral_reading result_{};
};
using numeral_reader = basic_numeral_reader<>;

} // namespace hantext::detail
