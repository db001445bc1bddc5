/// \file
/// The built-in rule pack: metrics and initiatives in the prose of Chinese administration, from
/// local newspaper pages to work reports and bulletins, simplified and traditional.
///
/// It emits records of two types, which `extract.hpp` turns into structs; `rules.hpp` describes the
/// language.
///
///     metric      value (times a multiplier of tables), value_high, unit, per, base and factor
///                 (to the base unit), bound, indicator, trend, mood, basis, period, actor, above
///                 (whom the page is about so far)
///     initiative  kind, actor, action, status, period, part_of; its place is its name
///
/// On the way it emits records on which further packs can build: `time`, of which `bounding` binds
/// what stands behind it, `loose` its clause only and `opening` a paragraph (`reopening`: a later
/// part of it), `lasting` the parts that a `sequel` tells of, `comparison` (与上年相比), `dateline`
/// (the page's day), `clock`; `party` (who can act), `actor`, `place`, `person`, `subject` (the
/// actor that a clause begins with), `topic` and `carried` (subjects that hold beyond their
/// sentence), `counted` (places that are counted), `origin` (where a person is from), `standing`
/// (an actor that holds beyond its clause), `holder` (the page's own area directly before a
/// quantity), `doer` (by whom a work is done), `own` (the page's own area), `owner` (whose an item
/// of a list of works is) and `speaker`; `quantity`, `tally` and `multiple` (quantities of a kind),
/// `joint` (a conjunction before a quantity), `item` (where an item of a list begins), `moved` (up
/// or down), `plan` (what is planned or done), `adjunct` (for whom), `quoted_name`, `name_join`
/// (where one name ends and the next begins), `state` (how far something has come), `group` (of
/// initiatives) and `reference` (该行动: an initiative named before, whose name ends in `head`).
#pragma once

#include <hantext/packs/china_gov/actor.hpp>
#include <hantext/packs/china_gov/initiative.hpp>
#include <hantext/packs/china_gov/initiative_words.hpp>
#include <hantext/packs/china_gov/metric.hpp>
#include <hantext/packs/china_gov/places.hpp>
#include <hantext/packs/china_gov/quantity.hpp>
#include <hantext/packs/china_gov/time.hpp>
#include <hantext/packs/china_gov/traditional.hpp>

#include <string>
#include <string_view>

namespace hantext::packs {

namespace detail {

inline std::string join_china_gov() {
  std::string text;
  for (const std::string_view part :
       {china_gov_time, china_gov_quantity, china_gov_places, china_gov_actor, china_gov_metric,
        china_gov_initiative_words, china_gov_initiative, china_gov_traditional})
    text += part;
  return text;
}

} // namespace detail

/// The text of the pack, joined once from its parts, for compilers limit the length of a literal.
/// To extend it, append your own text and compile both, or import it: built_in.hpp.
inline std::string_view china_gov() {
  static const std::string joined = detail::join_china_gov();
  return joined;
}

} // namespace hantext::packs
