/// \file
/// Parses what rules ask of their matches and what they set: guards, tests, values.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/parse_pattern.hpp>
#include <hantext/rules/syntax.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace hantext::rules::detail {

/// The part of the parser that reads guards and values.
template <class = void> class basic_value_parser : protected pattern_parser {
protected:
  using pattern_parser::pattern_parser;

  // --- guards ----------------------------------------------------------------------------------

  constexpr bool read_guards(rule_text& made) {
    for (;;) {
      guard_text guard;
      if (accept_word("unless")) {
        if (!read_unless(guard)) return false;
      } else if (accept_word("within")) {
        if (!read_within(guard)) return false;
      } else if (accept_word("where")) {
        guard.kind = guard_kind::test;
        do {
          test_text test;
          if (!read_test(test)) return false;
          guard.tests.push_back(std::move(test));
        } while (accept_word("or"));
      } else {
        return true;
      }
      made.guards.push_back(std::move(guard));
    }
  }

  constexpr bool read_slot_pair(std::uint32_t& pair) {
    std::string_view name;
    place where;
    if (!read_name(name, &where)) return false;
    const std::uint32_t capture = find_capture(name);
    if (capture == none) return unknown_capture(name, where);
    pair = capture + 1;
    return true;
  }

  /// `unless pattern [ between a and b | in a ]`
  constexpr bool read_unless(guard_text& guard) {
    skip_blank();
    const std::size_t begin = at_, captures = captures_.size();
    if (!choice(guard.root, 0)) return false;
    captures_.resize(captures); // it captures nothing
    const node& root = out_.nodes[guard.root];
    if (root.shortest == 0) return fail(error_kind::matches_nothing, begin, at_ - begin);
    if (root.latest_type >= own_type_) return fail(error_kind::runs_later, begin, at_ - begin);
    if (root.size > most_states) return fail(error_kind::pattern_too_large, begin, at_ - begin);
    return read_extent(guard);
  }

  /// What a guard is about: between two captures, in one, or (if nothing is said) the whole match.
  constexpr bool read_extent(guard_text& guard) {
    std::uint32_t one = 0, other = 0;
    if (accept_word("between")) {
      if (!read_slot_pair(one) ||
          !(accept_word("and") || fail(error_kind::expected_symbol, "and")) ||
          !read_slot_pair(other))
        return false;
      guard.from = 2 * one + 1;
      guard.to = 2 * other;
      return true;
    }
    if (accept_word("in") && !read_slot_pair(one)) return false;
    guard.from = 2 * one;
    guard.to = 2 * one + 1;
    return true;
  }

  /// `within clause` or `within 20`, of the match or of a part of it
  constexpr bool read_within(guard_text& guard) {
    if (accept_word("clause")) {
      guard.kind = guard_kind::clause;
    } else if (accept_word("heading")) {
      guard.kind = guard_kind::heading;
    } else if (accept_word("sentence") || accept_word("paragraph")) {
      guard.kind = guard_kind::length; // a match always lies within one
      guard.most = none;
    } else {
      guard.kind = guard_kind::length;
      if (!is_digit_next()) {
        return fail(error_kind::expected_symbol,
                    "clause, sentence, paragraph, heading or a number of characters");
      }
      if (!read_number(guard.most)) return false;
    }
    return read_extent(guard);
  }

  constexpr bool is_digit_next() noexcept {
    return !at_end() && data_[at_] >= '0' && data_[at_] <= '9';
  }

  constexpr bool read_comparison(comparison& compare) noexcept {
    const auto take = [&](comparison found) {
      compare = found;
      return true;
    };
    if (accept("!=")) return take(comparison::unequal);
    if (accept("<=")) return take(comparison::at_most);
    if (accept(">=")) return take(comparison::at_least);
    if (accept('=')) return take(comparison::equal);
    if (accept('<')) return take(comparison::less);
    return accept('>') && take(comparison::more);
  }

  /// `[not] value`, `[not] value > value`, `[not] value in ("a", "b")`, `[not] capture in
  /// <lexicon>`
  constexpr bool read_test(test_text& test) {
    test.negated = accept_word("not");
    if (!read_part(test.left)) return false;
    if (test.left.kind == value_kind::nearest && test.left.target == own_type_)
      return fail(error_kind::runs_later); // nothing of the type is there yet
    if (accept_word("in")) {
      if (next_is('<') || next_is('@')) {
        test.compare = comparison::of_type;
        if (test.left.kind != value_kind::capture || !test.left.text.empty())
          return fail(error_kind::expected_symbol, "(");
        return read_type(test.type);
      }
      test.compare = comparison::equal;
      if (!expect("(")) return false;
      do {
        if (!read_operand(test)) return false;
      } while (accept(','));
      return expect(")");
    }
    return !read_comparison(test.compare) || read_operand(test);
  }

  /// A value or a number in digits.
  constexpr bool read_operand(test_text& test) {
    value_text made;
    if (is_digit_next() || next_is('-')) {
      const std::size_t begin = at_++;
      while (at_ < size_ && ((data_[at_] >= '0' && data_[at_] <= '9') || data_[at_] == '.'))
        ++at_;
      made.text = text_.substr(begin, at_ - begin);
    } else if (!read_part(made)) {
      return false;
    }
    test.right.push_back(made);
    return true;
  }

  // --- values ----------------------------------------------------------------------------------

  constexpr bool read_assignments(rule_text& made) {
    do {
      assignment_text set;
      if (!read_name(set.field) || !expect("=")) return false;
      do {
        if (!read_sum(set.alternatives)) return false;
      } while (accept_word("or"));
      const bool already =
          std::any_of(made.assignments.begin(), made.assignments.end(),
                      [&](const assignment_text& a) { return are_same(a.field, set.field); });
      if (!already) made.assignments.push_back(std::move(set));
    } while (accept(','));
    return true;
  }

  /// Parts joined by `+`; none of them where a shared field names a capture that is not there.
  constexpr bool read_sum(buffer<value_text>& out) {
    const std::size_t begin = out.size();
    bool complete = true;
    do {
      value_text part;
      if (!read_part(part)) return false;
      complete = complete && (part.kind != value_kind::capture || part.target != none);
      if (out.size() > begin) out.back().joined = true;
      out.push_back(part);
    } while (accept('+'));
    if (!complete) out.resize(begin);
    return true;
  }

  constexpr bool read_part(value_text& part) {
    if (next_is_quote()) return read_quoted(part.text);
    if (accept_word("nearest")) return read_nearest(part);
    std::string_view name = peek_name();
    if (name.empty()) return fail(error_kind::expected_value);
    const place where = place_of(at_, name.size());
    at_ += name.size();
    part.kind = value_kind::capture;
    part.target = find_capture(name);
    if (part.target == none && !sharing_) return unknown_capture(name, where);
    return read_attribute_name(part.text);
  }

  constexpr bool read_nearest(value_text& part) {
    part.kind = value_kind::nearest;
    if (!next_is('<') && !next_is('@'))
      return fail(error_kind::expected_value, "<lexicon> or @annotation");
    if (!read_type(part.target, true) || !read_attribute_name(part.text)) return false;
    if (accept_word("before")) part.direction = direction::before;
    if (accept_word("after")) part.direction = direction::after;
    if (accept_word("in")) {
      if (accept_word("clause")) {
        part.scope = scope::clause;
      } else if (accept_word("sentence")) {
        part.scope = scope::sentence;
      } else if (accept_word("paragraph")) {
        part.scope = scope::paragraph;
      } else if (accept_word("heading")) {
        part.scope = scope::heading;
      } else if (accept_word("page")) {
        part.scope = scope::page;
        part.direction = direction::before;
      } else {
        return fail(error_kind::expected_value, "clause, sentence, paragraph, heading or page");
      }
    }
    return !accept_word("within") || read_number(part.within);
  }

  bool sharing_ = false; // a capture that is not there is passed over
};
using value_parser = basic_value_parser<>;

} // namespace hantext::rules::detail
