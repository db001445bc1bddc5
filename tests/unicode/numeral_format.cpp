// What is written beside the spell-out of ICU, which is only needed here.
#include <hantext/numeral/format.hpp>

#include "../catch.hpp"

#include <unicode/unum.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace {

using hantext::decimal;
namespace numeral = hantext::numeral;
using numeral::format_options;
using numeral::script;
using numeral::style;
using numeral::zero_sign;

/// A rule set of ICU's for a language.
class spell_out {
public:
  spell_out(const char* language, std::string_view rules) {
    UErrorCode status = U_ZERO_ERROR;
    format_ = unum_open(UNUM_SPELLOUT, nullptr, 0, language, nullptr, &status);
    std::array<UChar, 64> name{};
    std::transform(rules.begin(), rules.end(), name.begin(),
                   [](char letter) { return static_cast<UChar>(letter); });
    unum_setTextAttribute(format_, UNUM_DEFAULT_RULESET, name.data(),
                          static_cast<std::int32_t>(rules.size()), &status);
    REQUIRE(U_SUCCESS(status));
  }
  spell_out(const spell_out&) = delete;
  spell_out& operator=(const spell_out&) = delete;
  ~spell_out() { unum_close(format_); }

  std::string operator()(std::string_view number) const {
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 256> units{};
    const std::int32_t count =
        unum_formatDecimal(format_, number.data(), static_cast<std::int32_t>(number.size()),
                           units.data(), static_cast<std::int32_t>(units.size()), nullptr, &status);
    std::array<char, 1024> bytes{};
    std::int32_t size = 0;
    u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, units.data(), count,
                &status);
    if (U_FAILURE(status)) FAIL(number << ": " << u_errorName(status));
    return {bytes.data(), static_cast<std::size_t>(size)};
  }

private:
  UNumberFormat* format_ = nullptr;
};

constexpr std::int64_t hundred_million = 100'000'000;
constexpr std::int64_t first_with_zhao = 1'000'000'000'000; // ICU writes 兆 from here on

/// From 亿 on ICU leaves out 零 before 万: 一亿十万 for 一亿零一十万.
bool icu_omits_zero(std::int64_t number) {
  const std::int64_t ten_thousands = number / 10'000 % 10'000;
  return number >= hundred_million && ten_thousands > 0 && ten_thousands < 1000;
}

/// Numbers with as many digits as one likes, and runs of zeros.
class drawn_numbers {
public:
  std::int64_t operator()() {
    const std::uint64_t digits = 1 + random_() % 12;
    const std::uint64_t zeros = 1 + random_() % 4;
    std::int64_t number = 0;
    for (std::uint64_t digit = 0; digit < digits; ++digit)
      number = number * 10 + (random_() % zeros == 0 ? static_cast<int>(random_() % 10) : 0);
    return number;
  }

private:
  std::mt19937_64 random_{43};
};

#ifdef HANTEXT_TEST_EXHAUSTIVE
constexpr int rounds = 200'000;
#else
constexpr int rounds = 5'000;
#endif

struct pairing {
  const char* language;
  std::string_view rules;
  style how;
  format_options options;
};

} // namespace

TEST_CASE("whole numbers are written as ICU spells them, but for 零 before 万 and for 壹拾") {
  const pairing pairings[] = {
      {"zh", "%spellout-cardinal", style::lower, {}},
      {"zh", "%spellout-numbering", style::lower, {.zero = zero_sign::circle}},
      {"zh", "%spellout-ordinal", style::ordinal, {.zero = zero_sign::circle}},
      {"zh", "%spellout-cardinal-financial", style::upper, {}},
      {"zh_Hant", "%spellout-cardinal", style::lower, {.script = script::traditional}},
      {"zh_Hant", "%spellout-cardinal-financial", style::upper, {.script = script::traditional}},
  };
  for (const pairing& each : pairings) {
    const spell_out icu(each.language, each.rules);
    drawn_numbers draw;
    for (int round = 0; round < rounds; ++round) {
      const std::int64_t number = round < rounds / 2 ? round : draw();
      if (number >= first_with_zhao) FAIL(number);
      const std::string text = numeral::format(number, each.how, each.options).value_or("");
      std::string expected = icu(std::to_string(number));
      if (each.how == style::upper && std::string_view(expected).substr(0, 3) == "拾")
        expected.insert(0, "壹"); // of a cheque the first 拾 may not stand alone
      if ((text == expected) == icu_omits_zero(number))
        FAIL(number << " is written " << text << ", and by ICU " << expected);
    }
  }
}

TEST_CASE("years are written as ICU spells them") {
  const spell_out icu("zh", "%spellout-numbering-year");
  for (int year = 1000; year < 10000; ++year) {
    if (numeral::format(year, style::digits).value_or("") != icu(std::to_string(year))) FAIL(year);
  }
  SUCCEED();
}

TEST_CASE("fractions and negative numbers are written as ICU spells them") {
  const spell_out icu("zh", "%spellout-cardinal");
  drawn_numbers draw;
  for (int round = 0; round < rounds / 5; ++round) {
    const std::int64_t number = draw() % hundred_million;
    const auto value = *shift10(decimal(round % 2 == 0 ? number : -number), -(round % 7));
    const std::string text = numeral::format(value, style::lower).value_or("");
    const std::string expected = icu(to_string(value));
    if (text != expected)
      FAIL(to_string(value) << " is written " << text << ", and by ICU " << expected);
  }
  SUCCEED();
}
