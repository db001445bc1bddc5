/// \file
/// Reading sums of money in 元, 角 and 分; `format` with `style::money` writes them.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/parse.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <string_view>

namespace hantext::numeral {

/// Reads a sum of money, in 元: 壹佰元整, 三元五角, 伍分, 1.5万元, 三块五, 人民币壹元零伍分,
/// ¥1,234.50.
///
/// 人民币 or ¥ may stand in front (behind ¥ 元 may be left out), the amount before 元 (圆, 圓, 块)
/// takes any exact form that `parse` takes, then follow 角 (毛), 分, 厘 with one digit each, and
/// perhaps 整 or 正, but not behind 分. A sum finer than 分 is the error `inexact` unless `fen`
/// says how to round. 三百五元 is `ambiguous`: 305 or 350. In strict mode the amount is in normal
/// form, 整 must stand behind 元 and 零 before 分 exactly where there is no 角: the error
/// `not_normal`. Other errors as for `parse`. Linear; does not allocate.
template <class = void>
constexpr result<decimal> parse_money(std::string_view text, const parse_options& options = {},
                                      rounding fen = rounding::exact) noexcept;

} // namespace hantext::numeral

// ---------------------------------------------------------------------------------------------

namespace hantext::detail {

struct money_unit {
  std::string_view word;
  int power;
};
inline constexpr money_unit money_units[] = {{"元", 0},  {"圆", 0},  {"圓", 0},  {"块", 0},
                                             {"塊", 0},  {"角", -1}, {"毛", -1}, {"分", -2},
                                             {"厘", -3}, {"釐", -3}};
inline constexpr std::string_view money_prefixes[] = {"人民币", "人民幣"};
inline constexpr std::string_view money_marks[] = {"￥", "¥"};
inline constexpr std::string_view money_ends[] = {"整", "正"};

/// Reads one sum, part by part from 元 down.
template <class = void> class basic_money_reader {
public:
  constexpr basic_money_reader(std::string_view text,
                               const numeral::parse_options& options) noexcept
      : text_(text), options_(options), strict_(options.mode == numeral::mode::strict) {}

  constexpr result<decimal> read() noexcept {
    if (text_.empty()) return error{error_kind::empty_input, 0, 0};
    const bool marked = take_front();
    const numeral_symbol& sign = numeral_symbol_at(text_, offset_);
    const bool negative = sign.kind == numeral_kind::negative || numeral_at(text_, offset_, "-") ||
                          numeral_at(text_, offset_, "－");
    if (negative) offset_ += sign.length;
    std::size_t end = offset_; // of the first amount, where its unit begins
    money_unit unit{{}, 0};
    for (; end < text_.size() && unit.word.empty(); end += unit.word.empty() ? 1 : 0) {
      unit = unit_at(end);
    }
    if (unit.word.empty() && !marked) return missing_unit();
    if (!take_amount(end, unit)) return problem_;
    while (offset_ < text_.size() && take_part()) {
    }
    if (problem_.kind != error_kind::none) return problem_;
    if (!take_end()) return problem_;
    return negative ? -sum_ : sum_;
  }

private:
  constexpr bool fail(error_kind kind, std::size_t offset, std::size_t length) noexcept {
    problem_ = {kind, offset, length};
    return false;
  }
  /// The unit at an offset; an empty one if there is none.
  constexpr money_unit unit_at(std::size_t offset) const noexcept {
    for (const money_unit& each : money_units) {
      if (numeral_at(text_, offset, each.word)) return each;
    }
    return {{}, 0};
  }
  /// Whether a mark stands in front with which 元 may be left out.
  constexpr bool take_front() noexcept {
    for (const std::string_view prefix : money_prefixes) {
      if (numeral_at(text_, 0, prefix)) offset_ = prefix.size();
    }
    for (const std::string_view mark : money_marks) {
      if (!numeral_at(text_, offset_, mark)) continue;
      offset_ += mark.size();
      return true;
    }
    return false;
  }
  constexpr error missing_unit() const noexcept {
    const std::string_view rest = text_.substr(offset_);
    if (rest.empty()) return {error_kind::missing_digits, offset_, 0};
    const auto amount = numeral::parse<decimal>(rest, options_);
    if (amount) return {error_kind::not_a_number, offset_, rest.size()}; // a number, but no money
    return {amount.error().kind, offset_ + amount.error().offset, amount.error().length};
  }
  /// The amount that ends at `end`, before its unit or at the end of the text.
  constexpr bool take_amount(std::size_t end, const money_unit& unit) noexcept {
    const std::string_view digits = text_.substr(offset_, end - offset_);
    if (digits.empty()) return fail(error_kind::missing_digits, offset_, 0);
    const auto amount = numeral::parse<decimal>(digits, options_);
    if (!amount) {
      return fail(amount.error().kind, offset_ + amount.error().offset, amount.error().length);
    }
    const bool counts = !amount->is_range && amount->limit == numeral::bound::exact &&
                        amount->ratio == numeral::ratio::none && !amount->ordinal &&
                        amount->measure.empty() && !amount->value.is_negative();
    last_power_ = unit.power;
    if (!counts || (last_power_ < 0 && !amount->value.is_integer())) {
      return fail(error_kind::not_a_number, offset_, digits.size());
    }
    if (amount->shortened) return fail(error_kind::ambiguous, end, 0);
    const auto value = shift10(amount->value, last_power_);
    if (!value) return fail(error_kind::overflow, 0, text_.size());
    sum_ = *value;
    complete_ = unit.word.empty() || !sum_.is_integer();
    ends_in_zero_ = is_multiple_of_ten(amount->value);
    offset_ = end + unit.word.size();
    if (last_power_ < 0) complete_ = false;
    return true;
  }
  static constexpr bool is_multiple_of_ten(const decimal& value) noexcept {
    return value.is_zero() || value.exponent() > 0;
  }
  /// 五角, 零伍分, and the 五 of 三块五. False where there is no such part, or a problem.
  constexpr bool take_part() noexcept {
    std::size_t at = offset_;
    numeral_symbol digit = numeral_symbol_at(text_, at);
    const numeral_kind next = numeral_symbol_at(text_, at + 3).kind;
    const bool zero = digit.kind == numeral_kind::zero &&
                      (next == numeral_kind::digit || next == numeral_kind::arabic);
    if (zero) {
      at += 3;
      digit = numeral_symbol_at(text_, at);
    }
    const bool counts = digit.kind == numeral_kind::digit || digit.kind == numeral_kind::arabic ||
                        digit.kind == numeral_kind::zero;
    if (!counts || complete_) return false;
    const std::size_t after = at + digit.length;
    const money_unit unit = unit_at(after);
    const bool shortened = unit.word.empty() && after == text_.size() && !zero && digit.value != 0;
    if (!shortened && unit.word.empty()) return false;
    const int power = shortened ? last_power_ - 1 : unit.power;
    if (power >= last_power_) return fail(error_kind::multiplier_out_of_order, after, 3);
    if (shortened && power < -2) return fail(error_kind::trailing_text, at, digit.length);
    if (strict_) {
      const bool gap = power < last_power_ - 1 || (zero && last_power_ == 0 && ends_in_zero_);
      if (shortened || zero != gap || digit.value == 0 || digit.kind != numeral_kind::digit) {
        return fail(error_kind::not_normal, offset_, text_.size() - offset_);
      }
    }
    const auto part = shift10(decimal(int{digit.value}), power);
    const auto sum = part ? add(sum_, *part) : part;
    if (!sum) return fail(error_kind::overflow, 0, text_.size());
    sum_ = *sum;
    last_power_ = power;
    offset_ = after + unit.word.size();
    return true;
  }
  constexpr bool take_end() noexcept {
    const bool whole = numeral_at_any(text_, offset_, money_ends);
    if (whole && last_power_ > -2) offset_ += 3;
    if (offset_ != text_.size()) {
      return fail(error_kind::trailing_text, offset_, text_.size() - offset_);
    }
    if (strict_ && last_power_ == 0 && !whole) return fail(error_kind::not_normal, offset_, 0);
    return true;
  }

  std::string_view text_;
  const numeral::parse_options& options_;
  bool strict_;
  std::size_t offset_ = 0;
  decimal sum_{};
  int last_power_ = 0;        ///< of the last unit
  bool complete_ = false;     ///< a fraction of 元 was given: 角 and 分 cannot follow
  bool ends_in_zero_ = false; ///< 拾元零伍角 may have its 零
  error problem_{};
};
using money_reader = basic_money_reader<>;

} // namespace hantext::detail

namespace hantext::numeral {

template <class T>
constexpr result<decimal> parse_money(std::string_view text, const parse_options& options,
                                      rounding fen) noexcept {
  const auto sum = detail::basic_money_reader<T>(text, options).read();
  if (!sum) return sum;
  const auto rounded = round_to(*sum, 2, fen);
  if (!rounded) return error{rounded.error().kind, 0, text.size()};
  return rounded;
}

} // namespace hantext::numeral
