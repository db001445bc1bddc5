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

/// Reads a sum of money, in 元: perhaps 人民币, an amount in any exact form that `parse` takes and
/// 元 (圆, 圓), 角, 分, and perhaps 整 or 正 at the end: 壹佰元整, 三元五角, 伍分, 1.5万元.
/// Errors as for `parse`; 三百五元 is refused, for it may be 305 or 350. Linear; does not allocate.
constexpr result<decimal> parse_money(std::string_view text,
                                      const parse_options& options = {}) noexcept;

// ---------------------------------------------------------------------------------------------

} // namespace hantext::numeral

namespace hantext::detail {

/// Whether a single digit right behind 百 or a larger multiplier ends at `end`: 三百五, 3万5.
constexpr bool ends_in_ellipsis(std::string_view text, std::size_t end) noexcept {
  const auto symbol_before = [text](std::size_t offset) {
    if (offset >= 3 && numeral_three_bytes(text, offset - 3))
      return numeral_symbol_at(text, offset - 3);
    return offset >= 1 ? numeral_symbol_at(text, offset - 1) : numeral_symbol{};
  };
  const numeral_symbol digit = symbol_before(end);
  if (digit.kind != numeral_kind::digit && digit.kind != numeral_kind::arabic) return false;
  const numeral_symbol multiplier = symbol_before(end - digit.length);
  return (multiplier.kind == numeral_kind::small || multiplier.kind == numeral_kind::big) &&
         multiplier.value > 1;
}

} // namespace hantext::detail

namespace hantext::numeral {

constexpr result<decimal> parse_money(std::string_view text,
                                      const parse_options& options) noexcept {
  using detail::numeral_at;
  if (text.empty()) return error{error_kind::empty_input, 0, 0};
  constexpr std::string_view currencies[] = {"人民币", "人民幣"};
  std::size_t offset = detail::numeral_at_any(text, 0, currencies) ? currencies[0].size() : 0;
  const auto sign = detail::numeral_symbol_at(text, offset);
  const bool negative =
      sign.kind == detail::numeral_kind::negative || numeral_at(text, offset, "-");
  if (negative) offset += sign.length;
  decimal sum;
  bool any = false;
  // 元 first: the amount before it may be any numeral.
  for (std::size_t at = offset; at < text.size(); ++at) {
    if (!numeral_at(text, at, "元") && !numeral_at(text, at, "圆") && !numeral_at(text, at, "圓")) {
      continue;
    }
    const auto amount = parse<decimal>(text.substr(offset, at - offset), options);
    if (!amount) {
      return error{amount.error().kind, offset + amount.error().offset, amount.error().length};
    }
    if (amount->is_range || amount->limit != bound::exact || amount->ratio != ratio::none ||
        amount->value.is_negative()) {
      return error{error_kind::not_a_number, offset, at - offset};
    }
    if (detail::ends_in_ellipsis(text, at)) return error{error_kind::missing_digits, at, 0};
    sum = amount->value;
    offset = at + 3;
    any = true;
    break;
  }
  struct part {
    std::string_view unit;
    int power;
  };
  constexpr part parts[] = {{"角", -1}, {"分", -2}};
  for (const part& each : parts) {
    std::size_t at = offset;
    auto digit = detail::numeral_symbol_at(text, at);
    if (digit.kind == detail::numeral_kind::zero &&
        detail::numeral_symbol_at(text, at + 3).kind == detail::numeral_kind::digit) {
      at += 3; // 元零伍分
      digit = detail::numeral_symbol_at(text, at);
    }
    const bool counts = digit.kind == detail::numeral_kind::digit ||
                        digit.kind == detail::numeral_kind::arabic ||
                        digit.kind == detail::numeral_kind::zero;
    if (!counts || !numeral_at(text, at + digit.length, each.unit)) continue;
    const auto more = add(sum, *shift10(decimal(int{digit.value}), each.power));
    if (!more) return error{error_kind::overflow, 0, text.size()};
    sum = *more;
    offset = at + digit.length + each.unit.size();
    any = true;
  }
  if (!any) return error{error_kind::not_a_number, offset, 0};
  if (numeral_at(text, offset, "整") || numeral_at(text, offset, "正")) offset += 3;
  if (offset != text.size()) {
    return error{error_kind::trailing_text, offset, text.size() - offset};
  }
  return negative ? -sum : sum;
}

} // namespace hantext::numeral
