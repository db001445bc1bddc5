/// \file
/// What the parser finds in the texts of a rule pack, before any of it is compiled.
///
/// Texts are views of the sources that were parsed. Nodes, types and captures are named by index.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/program.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::rules::detail {

/// A stretch of one of the sources.
struct place {
  std::uint32_t source = 0;
  span where;
};

/// A mistake, or something that is likely to be one.
struct problem {
  error_kind kind = error_kind::none;
  bool is_error = true;
  place at;
  std::string_view wanted;  ///< the symbols or words that would be right here; empty: see the kind
  std::string_view nearest; ///< the known name that is most like the unknown one; empty: none is
};

/// A name of the sources and how often it is used.
struct known_name {
  std::string_view name;
  place at;
  bool used = false;
};

/// A condition on what stands before or behind a place: it holds where one of its parts does.
struct look {
  bool behind = false;
  bool edge_here = false; ///< an edge that is an element: it may begin or end at the place
  bool negated = false;
  bool sentence_edge = false;
  bool paragraph_edge = false;
  std::uint32_t classes = 0;
  buffer<buffer<char32_t>> texts;
  buffer<std::uint32_t> types;
  buffer<std::uint32_t> patterns; ///< nodes: what is none of the above
};

/// The syntax tree of a pattern; nodes name their parts by index.
struct node {
  enum class kind : std::uint8_t {
    text,
    among,
    one_of,
    jump,
    look,
    sequence,
    choice,
    repeat,
    capture
  };
  kind what = kind::sequence;
  bool reluctant = false;
  std::uint32_t value = 0; ///< class mask, annotation type, look index or capture index
  buffer<char32_t> text;
  buffer<std::uint32_t> parts;
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  std::uint32_t shortest = 0; ///< characters that it consumes at least; an annotation counts as one
  std::uint32_t size = 0;     ///< instructions that it takes at least
  std::uint32_t depth = 0;    ///< of the tree below
  std::uint32_t latest_type = 0; ///< the latest record type that it speaks of
};

struct attribute_text {
  std::string_view name;
  std::string_view value;
};

/// A word of a lexicon; `attributes` is an index of `syntax::attribute_sets`.
struct word_text {
  std::string_view text;
  std::uint32_t type = 0;
  std::uint32_t attributes = 0;
  place at;
};

/// A part of a value; see `value_source`. `capture` is an index of the rule's captures, as are
/// those of `guard_text`.
struct value_text {
  value_kind kind = value_kind::constant;
  std::uint32_t target = 0;
  std::string_view text;
  detail::direction direction = detail::direction::either;
  detail::scope scope = detail::scope::sentence;
  std::uint32_t within = 0; ///< characters; 0: as many as there are
  bool joined = false;      ///< the next part's value follows this one's directly
};

struct assignment_text {
  std::string_view field;
  buffer<value_text> alternatives;
};

/// One alternative of a `where`.
struct test_text {
  bool negated = false;
  value_text left;
  comparison compare = comparison::exists;
  buffer<value_text> right; ///< any of these; for `of_type` none
  std::uint32_t type = 0;   ///< of `of_type`
};

struct guard_text {
  guard_kind kind = guard_kind::absent;
  std::uint32_t from = 0; ///< slots
  std::uint32_t to = 0;
  std::uint32_t root = 0; ///< of the pattern that must be absent
  std::uint32_t most = 0; ///< characters
  buffer<test_text> tests;
};

struct rule_text {
  std::string_view name;
  place at;
  std::uint32_t type = 0;
  bool blocks = false;
  bool off = false;
  std::uint32_t anchor = 0;  ///< slot pair: 0 is the whole match
  std::uint32_t each = none; ///< capture whose every occurrence gives a record of its own
  std::uint32_t priority = 0;
  std::uint32_t root = 0;
  buffer<std::uint32_t> numbers; ///< the rule's numbers of all captures that it could have
  buffer<std::string_view> captures;
  buffer<guard_text> guards;
  buffer<assignment_text> assignments;
};

struct expected_field {
  std::string_view name;
  std::string_view value;
  bool absent = false; ///< it must not be there
  place at;
};

/// A record that an example expects.
struct expected_record {
  std::uint32_t type = none; ///< none: of the example's rule
  place at;
  buffer<expected_field> fields;
};

struct example_text {
  std::string_view text;
  place at;
  std::uint32_t rule = none;       ///< the rule that it belongs to
  bool expects = true;             ///< records; else none, or none of the types named
  buffer<expected_record> records; ///< none: no record may be found
};

struct type_text {
  std::string_view name;
  place at;
  type_kind kind = type_kind::words;
  bool used = false;
  detail::keep keep = detail::keep::leftmost;
};

struct source_text {
  std::string_view name;
  std::string_view text;
};

/// Everything that the parser found.
struct syntax {
  buffer<source_text> sources;
  buffer<type_text> types; ///< index + first_named is the type's id
  buffer<buffer<attribute_text>> attribute_sets{{}};
  buffer<word_text> words;
  buffer<node> nodes;
  buffer<look> looks;
  buffer<known_name> patterns;
  buffer<rule_text> rules;
  buffer<example_text> examples;
  buffer<problem> problems; ///< in the order of the sources
};

} // namespace hantext::rules::detail
