#include "commands.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hantext/decimal.hpp>
#include <hantext/numeral.hpp>

#include "complaints.hpp"
#include "input.hpp"
#include "output.hpp"

namespace program {
namespace {

namespace numeral = hantext::numeral;
using hantext::decimal;
using numeral::bound;
using numeral::form;
using numeral::ratio;
using numeral::style;
using written = hantext::result<std::string>;

// A numeral, or a sum of money in 元.
struct reading {
  numeral::parsed<decimal> number;
  bool money = false;
};

hantext::result<reading> read(std::string_view text, const options& chosen) {
  const auto number = numeral::parse(text, chosen.reading);
  if (number) return reading{*number, false};
  const auto sum = numeral::parse_money(text, chosen.reading, chosen.written.rounding);
  if (!sum) return sum.error().offset >= number.error().offset ? sum.error() : number.error();
  reading money{{}, true};
  money.number.value = money.number.high = *sum;
  return money;
}

// What a bound is called beside digits and beside Chinese numerals.
std::string_view name_of(bound limit, bool chinese) {
  switch (limit) {
  case bound::exact:
    break;
  case bound::over:
    return chinese ? "超过" : "over ";
  case bound::under:
    return chinese ? "不足" : "under ";
  case bound::at_least:
    return chinese ? "至少" : "at least ";
  case bound::at_most:
    return chinese ? "至多" : "at most ";
  case bound::about:
    return chinese ? "约" : "about ";
  }
  return {};
}

// over 30, 12–15, 30%, 2/3, 007
written in_digits(const numeral::parsed<decimal>& number, const numeral::format_options& how) {
  if (number.form == form::digit_string && !number.is_range) return numeral::digit_text(number);
  const written low = numeral::format(number.value, style::arabic, how);
  const written high = numeral::format(number.high, style::arabic, how);
  if (!low || !high) return low ? high : low;
  std::string out(name_of(number.limit, false));
  out += *low;
  if (number.is_range) out += "–" + *high;
  switch (number.ratio) {
  case ratio::none:
    break;
  case ratio::percent:
    out += "%";
    break;
  case ratio::per_mille:
    out += "‰";
    break;
  case ratio::per_ten_thousand:
    out += "‱";
    break;
  case ratio::fraction:
    out.append("/").append(std::to_string(number.denominator));
    break;
  }
  return out;
}

// 超过三十, 十二至十五, 百分之三十, 三分之二, 第三
written in_chinese(const numeral::parsed<decimal>& number, style to,
                   const numeral::format_options& how) {
  if (number.form == form::digit_string && !number.is_range && to == style::digits)
    return numeral::format_digits(numeral::digit_text(number), how);
  if (number.ordinal && to == style::lower) to = style::ordinal;
  const written low =
      numeral::format_ratio(number.value, number.ratio, number.denominator, to, how);
  const written high = numeral::format(number.high, to, how);
  if (!low || !high) return low ? high : low;
  std::string out(name_of(number.limit, true));
  out += *low;
  if (number.is_range) out += "至" + *high;
  return out;
}

written answer(const reading& found, const options& chosen) {
  if (!chosen.to || *chosen.to == style::arabic) return in_digits(found.number, chosen.written);
  return in_chinese(found.number, *chosen.to, chosen.written);
}

// --- how a numeral was understood ----------------------------------------------------------------

std::string_view name_of(form how) {
  switch (how) {
  case form::digits:
    return "Arabic digits";
  case form::lower:
    return "Chinese numerals";
  case form::upper:
    return "financial numerals";
  case form::mixed:
    return "digits and numerals mixed";
  case form::digit_string:
    return "digit by digit";
  }
  return {};
}

std::string_view name_of(ratio of) {
  switch (of) {
  case ratio::none:
    break;
  case ratio::percent:
    return "of a hundred";
  case ratio::per_mille:
    return "of a thousand";
  case ratio::per_ten_thousand:
    return "of ten thousand";
  case ratio::fraction:
    return "a fraction; the number is its numerator";
  }
  return {};
}

// The pieces of a numeral that end in a multiplier, with what each adds: 三百 (300) + 五 (50).
// Empty where there is only one. A piece ends where what follows adds less than it, so
// that the 万 of 三万亿 and the 三万 of 三万五千亿 are none.
std::string pieces_of(std::string_view text, const numeral::parsed<decimal>& number,
                      const numeral::parse_options& how) {
  constexpr std::size_t longest = 300; // bytes: each piece is read from the front
  constexpr std::string_view multipliers = "十百千万亿拾佰仟萬億";
  if (number.is_range || text.size() > longest) return {};
  const auto size = [](const decimal& value) { return value.is_negative() ? -value : value; };
  std::string pieces;
  decimal before;
  std::size_t begin = 0;
  const auto add_piece = [&](std::size_t end, const decimal& value) {
    pieces += pieces.empty() ? "" : " + ";
    pieces.append(text.substr(begin, end - begin)).append(" (").append(to_string(value)) += ")";
  };
  for (std::size_t end = 3; end < text.size(); ++end) {
    const std::size_t found = multipliers.find(text.substr(end - 3, 3));
    if (found == std::string_view::npos || found % 3 != 0) continue;
    const auto front = numeral::parse(text.substr(0, end), how);
    if (!front || front->is_range || front->ratio != number.ratio) continue;
    const auto added = subtract(front->value, before);
    const auto left = subtract(number.value, front->value);
    if (!added || !left || left->is_zero() || !(size(*left) < size(*added))) continue;
    add_piece(end, *added);
    before = front->value;
    begin = end;
  }
  if (pieces.empty()) return pieces;
  if (const auto left = subtract(number.value, before)) add_piece(text.size(), *left);
  return pieces;
}

void add_row(std::string& out, std::string_view name, std::string_view what) {
  if (what.empty()) return;
  out.append("  ").append(name).append(12 - name.size(), ' ').append(what).append("\n");
}

std::string explanation(std::string_view text, const reading& found, const std::string& shown,
                        const options& chosen) {
  const numeral::parsed<decimal>& number = found.number;
  std::string out;
  add_row(out, "number", shown);
  if (number.is_range && number.limit == bound::exact)
    add_row(out, "meaning", "somewhere between the two ends");
  if (number.limit != bound::exact)
    add_row(out, "meaning", std::string(name_of(number.limit, false)) + "what is written");
  if (number.distributed) add_row(out, "multiplier", "belongs to both ends");
  add_row(out, "share", name_of(number.ratio));
  if (number.shortened) add_row(out, "left out", "the last multiplier");
  if (number.ordinal) add_row(out, "meaning", "a place in an order");
  if (!number.measure.empty())
    add_row(out, "measure", std::string("半 is half a ").append(number.measure.in(text)));
  add_row(out, "form", found.money ? "a sum of money, in 元" : name_of(number.form));
  if (!found.money && number.form == form::digit_string) return out;
  const written in_full = found.money ? numeral::format(number.value, style::money)
                                      : in_chinese(number, style::lower, {});
  if (in_full) add_row(out, "in full", *in_full);
  if (!found.money) add_row(out, "pieces", pieces_of(text, number, chosen.reading));
  return out;
}

// What could be read before the place where it failed, and that place.
std::string refusal(std::string_view text, const hantext::error& problem, const options& chosen) {
  std::string out;
  add_row(out, "refused", problem.message());
  const std::size_t at = std::min(problem.offset, text.size());
  add_row(out, "at byte",
          std::to_string(at) + ", " + std::string(text.substr(0, at)) + "▸" +
              std::string(text.substr(at)));
  if (const auto before = read(text.substr(0, at), chosen)) {
    const written shown = in_digits(before->number, {});
    if (shown) add_row(out, "read so far", *shown);
  }
  return out;
}

// --- the command ---------------------------------------------------------------------------------

// The texts of the command line; for "-" the lines of standard input that are not empty, or with
// --scan all of it.
std::vector<std::string> texts_of(const options& chosen, complaints& complain) {
  std::vector<std::string> texts;
  for (const std::string& operand : chosen.operands) {
    if (operand != "-") {
      texts.push_back(operand);
      continue;
    }
    const std::optional<std::string> input = read_file(operand, complain);
    if (!input) continue;
    if (chosen.scan) {
      texts.push_back(*input);
      continue;
    }
    for (std::size_t begin = 0; begin < input->size();) {
      const std::size_t end = std::min(input->find('\n', begin), input->size());
      std::string line = input->substr(begin, end - begin);
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (!line.empty()) texts.push_back(std::move(line));
      begin = end + 1;
    }
  }
  return texts;
}

} // namespace

int number(const options& chosen) {
  complaints complain(chosen.quiet);
  std::string output;
  for (const std::string& text : texts_of(chosen, complain)) {
    // One numeral: where it stands for a complaint, its text, and its name in the output.
    const auto tell = [&](std::string_view where, std::string_view quote, const std::string& name,
                          const reading& found) {
      const written shown = answer(found, chosen);
      if (!shown) {
        const bool share = found.number.ratio != ratio::none;
        complain.add(where, share ? "a share can be written as lower, upper or arabic only"
                                  : shown.error().message());
      } else if (chosen.explain) {
        output += name + "\n" + explanation(quote, found, *shown, chosen);
      } else {
        output += (chosen.scan ? name + " " : "") + *shown + "\n";
      }
    };
    if (chosen.scan) {
      for (const numeral::mention& each : numeral::scan(text, chosen.reading)) {
        const std::string quote = text.substr(each.begin, each.end - each.begin);
        const std::string place = std::to_string(each.begin) + "-" + std::to_string(each.end);
        tell(place, quote, place + " " + quote, {each.number, false});
      }
      continue;
    }
    const auto found = read(text, chosen);
    if (found) {
      tell(in_quotes(text), text, text, *found);
      continue;
    }
    complain.add(in_quotes(text), found.error().offset, found.error().message());
    if (chosen.explain) output += text + "\n" + refusal(text, found.error(), chosen);
  }
  return finish(chosen, output, complain);
}

} // namespace program
