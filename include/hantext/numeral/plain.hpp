/// \file
/// The quick way through the commonest numerals: whole numbers in Chinese, written out.
#pragma once

#include <hantext/numeral/symbols.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// A whole number below 10^16, where `found`.
struct plain_integer {
  std::uint64_t value = 0;
  std::uint8_t scripts = script_shared;
  bool found = false;
};

inline constexpr std::uint32_t plain_powers[] = {1, 10, 100, 1000};

/// Reads digits, 十 百 千, 万 and one 亿 in falling order with 零 for gaps, all lower or all
/// financial. Whatever is not exactly so, or could mean something else too, is not found here and
/// left to the reader, which gives the same number for all that is found.
constexpr plain_integer read_plain_integer(std::string_view text) noexcept {
  constexpr const numeral_table& table = numeral_lookup;
  constexpr plain_integer none{};
  constexpr std::size_t longest = 3 * 40;
  constexpr unsigned ten_thousand = 4; // the power, also where a section starts
  if (text.empty() || text.size() > longest || text.size() % 3 != 0) return none;

  std::uint64_t total = 0;   // what 亿 has closed
  std::uint64_t group = 0;   // what 万 has closed
  std::uint64_t section = 0; // below 万
  unsigned pending = 0;      // the digit that waits for its multiplier
  unsigned smallest = ten_thousand;
  unsigned last = 0; // power of the last multiplier
  bool zero = false; // a 零 stands before what comes next
  bool section_after_zero = false;
  unsigned scripts = script_shared;

  for (std::size_t offset = 0; offset < text.size(); offset += 3) {
    const std::uint32_t lead = numeral_byte(text, offset) - 0xE0U;
    const std::uint32_t second = numeral_byte(text, offset + 1) ^ 0x80U;
    const std::uint32_t third = numeral_byte(text, offset + 2) ^ 0x80U;
    if ((lead >> 4 | (second | third) >> 6) != 0) return none;
    const std::size_t row = table.block[lead << 6 | second];
    const numeral_symbol& symbol = table.symbol[table.cell[row][third]];
    scripts |= symbol.script;
    if (symbol.kind == numeral_kind::digit) {
      if (pending != 0) return none;
      pending = symbol.value;
    } else if (symbol.kind == numeral_kind::small) {
      const unsigned power = symbol.value;
      if (power >= smallest) return none;
      if (pending == 0) { // 十 for 一十, at the beginning
        if (power != 1 || offset != 0) return none;
        pending = 1;
      }
      if (zero && last == power + 1 && last < ten_thousand) return none; // 一百零一十
      if (section == 0) section_after_zero = zero;
      section += pending * plain_powers[power];
      smallest = last = power;
      pending = 0;
      zero = false;
    } else if (symbol.kind == numeral_kind::zero) {
      if (pending != 0 || zero || last < 2) return none;
      zero = true;
    } else if (symbol.kind == numeral_kind::big && symbol.value <= 8) {
      if (pending != 0 && last != 0 && last != 1 && !zero) return none; // 一千五万
      if (pending == 0 && zero) return none;                            // 二千零万
      section += pending;
      if (symbol.value == ten_thousand) {
        if (group != 0 || section == 0) return none;
        group = section * 10'000;
      } else {
        if (total != 0 || group + section == 0) return none;
        total = (group + section) * 100'000'000;
        group = 0;
      }
      section = pending = 0;
      smallest = ten_thousand;
      last = symbol.value;
      zero = false;
    } else {
      return none;
    }
  }
  if (pending == 0 && zero) return none;
  // 二十两 is twenty taels.
  const bool two_of_measure =
      text.substr(text.size() - 3) == "两" || text.substr(text.size() - 3) == "兩";
  if (two_of_measure && last != 0) return none;
  // 三百五; and 三亿五千, which may leave out 万 as well as 零.
  if (pending != 0 && last > 1 && !zero) return none;
  if (total != 0 && group == 0 && section != 0 && !section_after_zero) return none;
  constexpr unsigned both = script_lower | script_upper;
  if ((scripts & both) == both) return none;
  return {total + group + section + pending, static_cast<std::uint8_t>(scripts), true};
}

} // namespace hantext::detail
