/// \file
/// The built-in packs by name, for rules that import them: `time` (the record `time`: dates, years,
/// periods), `quantity` (the record `quantity`: a number with its unit, and what `time` has), and
/// `china_gov` (all of china_gov.hpp, of which both are parts).
///
///     const rules::source own{"own", R"(import quantity ;
///       rule area.any emits area = "造林" q:@quantity where q.base = "m2" set value = q.value
///       ;)"};
///     rules::compile({&own, 1}, packs::built_in{});
///
/// What a quantity or a time is, is knowledge about language, which stands in packs and can be
/// extended there; the engine itself knows numbers, quotations and headings.
#pragma once

#include <hantext/packs/china_gov.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace hantext::packs {

namespace detail {

inline std::string importing(std::string_view name, std::initializer_list<std::string_view> parts) {
  std::string text("import ");
  text.append(name).append(" ;");
  for (const std::string_view part : parts)
    text += part;
  return text;
}

} // namespace detail

/// Gives the text of a built-in pack to `rules::compile` and `rules::check`.
struct built_in {
  /// The text of that name, in static storage; nothing for no such name. The first call joins it.
  template <class = void> std::optional<std::string_view> operator()(std::string_view name) const {
    if (name == "time") return china_gov_time;
    if (name == "quantity") {
      static const std::string text = detail::importing("time", {china_gov_quantity});
      return text;
    }
    if (name == "china_gov") {
      static const std::string text =
          detail::importing("quantity", {china_gov_places, china_gov_actor, china_gov_metric,
                                         china_gov_initiative_words, china_gov_initiative});
      return text;
    }
    return std::nullopt;
  }
};

} // namespace hantext::packs
