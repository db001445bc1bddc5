/// \file
/// Parses the patterns of a rule pack into nodes of a syntax tree; rules.hpp describes them.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/reader.hpp>
#include <hantext/rules/syntax.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace hantext::rules::detail {

constexpr std::uint32_t any_class = 0x3F;
constexpr std::size_t most_states = std::size_t{1} << 16; // of a rule
constexpr int deepest_group = 32;
constexpr std::uint32_t deepest_tree = 2000; // patterns within patterns

constexpr std::uint32_t class_bit(chars::char_class of) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(of);
}

struct class_name {
  std::string_view name;
  std::uint32_t bits;
};
inline constexpr class_name class_names[] = {
    {"han", class_bit(chars::char_class::han)},
    {"digit", class_bit(chars::char_class::digit)},
    {"latin", class_bit(chars::char_class::latin)},
    {"punctuation", class_bit(chars::char_class::punctuation)},
    {"space", class_bit(chars::char_class::space)},
    {"other", class_bit(chars::char_class::other)},
    {"any", any_class},
};

struct built_in_type {
  std::string_view name;
  std::uint32_t type;
};
inline constexpr built_in_type built_in_types[] = {{"number", number_type},
                                                   {"percent", percent_type},
                                                   {"quoted", quoted_type},
                                                   {"title", title_type},
                                                   {"heading", heading_type}};

struct keep_name {
  std::string_view name;
  keep kept;
};
inline constexpr keep_name keep_names[] = {{"leftmost", keep::leftmost},
                                           {"longest", keep::longest},
                                           {"priority", keep::priority},
                                           {"outermost", keep::outermost},
                                           {"distinct", keep::distinct}};

/// The part of the parser that reads patterns, and the names that they use.
template <class = void> class basic_pattern_parser : protected reader {
protected:
  using reader::reader;

  // --- names -----------------------------------------------------------------------------------

  constexpr std::uint32_t find_type(std::string_view name, bool is_lexicon) const noexcept {
    if (is_lexicon) return lexicons_.find(name);
    for (const built_in_type& known : built_in_types) {
      if (are_same(known.name, name)) return known.type;
    }
    return annotations_.find(name);
  }

  constexpr std::uint32_t make_type(std::string_view name, type_kind kind, place at) {
    const bool is_lexicon = kind == type_kind::words;
    const std::uint32_t found = find_type(name, is_lexicon);
    if (found != none) return found;
    const auto made = static_cast<std::uint32_t>(out_.types.size()) + first_named;
    out_.types.push_back({name, at, kind, false});
    (is_lexicon ? lexicons_ : annotations_).insert(name, made);
    return made;
  }

  constexpr bool is_record(std::uint32_t type) const noexcept {
    return type >= first_named && out_.types[type - first_named].kind == type_kind::record;
  }
  /// Whether annotations of `type` are there when the rules of the current type run: types run in
  /// the order in which their first rules stand.
  constexpr bool runs_earlier(std::uint32_t type) const noexcept {
    return !is_record(type) || type < own_type_;
  }

  /// Reads `<lexicon>` or `@annotation` and gives its type. Only values may look at records of
  /// the rule's own type: those before the one that they are part of.
  constexpr bool read_type(std::uint32_t& type, bool own_type_too = false) {
    const bool is_lexicon = data_[at_] == '<';
    ++at_;
    std::string_view name;
    place where;
    if (!read_name(name, &where)) return false;
    type = find_type(name, is_lexicon);
    if (type == none) return unknown_type(name, where, is_lexicon);
    if (!runs_earlier(type) && !(own_type_too && type == own_type_)) {
      return fail(error_kind::runs_later, where.where.begin, name.size());
    }
    if (type >= first_named) out_.types[type - first_named].used = true;
    return !is_lexicon || expect(">");
  }

  constexpr bool unknown_type(std::string_view name, place where, bool is_lexicon) {
    name_guess guess = guess_for(name);
    if (!is_lexicon) {
      for (const built_in_type& known : built_in_types)
        guess.offer(known.name);
    }
    for (const type_text& known : out_.types) {
      if ((known.kind == type_kind::words) == is_lexicon) guess.offer(known.name);
    }
    return fail(error_kind::unknown_name, where.where.begin, name.size(),
                is_lexicon ? "lexicon" : "annotation", guess.nearest());
  }

  constexpr std::uint32_t find_capture(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < captures_.size(); ++i) {
      if (are_same(captures_[i], name)) return static_cast<std::uint32_t>(i);
    }
    return none;
  }
  constexpr bool unknown_capture(std::string_view name, place where) {
    name_guess guess = guess_for(name);
    for (const std::string_view known : captures_)
      guess.offer(known);
    return fail(error_kind::unknown_name, where.where.begin, name.size(), "capture",
                guess.nearest());
  }

  // --- the tree --------------------------------------------------------------------------------

  constexpr std::uint32_t add(node::kind what, buffer<std::uint32_t> parts) {
    node made;
    made.what = what;
    made.parts = std::move(parts);
    return add(std::move(made));
  }
  constexpr std::uint32_t add(node&& made) {
    measure(made);
    out_.nodes.push_back(std::move(made));
    return static_cast<std::uint32_t>(out_.nodes.size() - 1);
  }

  constexpr void note_type(node& made, std::uint32_t type) const noexcept {
    if (is_record(type)) made.latest_type = std::max(made.latest_type, type);
  }

  /// Sums up what is below a node.
  constexpr void measure(node& made) const noexcept {
    std::uint32_t shortest = made.what == node::kind::choice ? most_states : 0;
    for (const std::uint32_t index : made.parts) {
      const node& part = out_.nodes[index];
      shortest = made.what == node::kind::choice ? std::min(shortest, part.shortest)
                                                 : shortest + part.shortest;
      made.size = std::min<std::uint32_t>(made.size + part.size, most_states + 1);
      made.depth = std::max(made.depth, part.depth + 1);
      made.latest_type = std::max(made.latest_type, part.latest_type);
    }
    switch (made.what) {
    case node::kind::text:
      made.size = shortest = static_cast<std::uint32_t>(made.text.size());
      break;
    case node::kind::among:
    case node::kind::one_of:
      made.size = shortest = 1;
      break;
    case node::kind::jump:
      made.size = shortest = 1;
      note_type(made, made.value);
      break;
    case node::kind::look:
      for (const std::uint32_t type : out_.looks[made.value].types)
        note_type(made, type);
      for (const std::uint32_t index : out_.looks[made.value].patterns) {
        const node& part = out_.nodes[index];
        made.depth = std::max(made.depth, part.depth + 1);
        made.latest_type = std::max(made.latest_type, part.latest_type);
      }
      break;
    case node::kind::repeat:
      shortest *= made.least;
      if (made.size > 1)
        made.size = std::min<std::uint32_t>(made.size * made.most, most_states + 1);
      break;
    default:
      break;
    }
    made.shortest = std::min<std::uint32_t>(shortest, most_states);
  }

  constexpr bool is_character(std::uint32_t root) const noexcept {
    const node& made = out_.nodes[root];
    return made.what == node::kind::among ||
           (made.what == node::kind::text && made.text.size() == 1);
  }

  // --- patterns --------------------------------------------------------------------------------

  constexpr bool choice(std::uint32_t& root, int depth) {
    if (depth > deepest_group) return fail(error_kind::pattern_too_large);
    buffer<std::uint32_t> parts;
    do {
      std::uint32_t part = 0;
      if (!sequence(part, depth)) return false;
      if (!parts.empty() && is_character(part) && is_character(parts.back())) {
        // Neighbouring alternatives of one character each are one step for the engine.
        node set;
        set.what = node::kind::among;
        set.text = out_.nodes[parts.back()].text;
        for (const char32_t c : out_.nodes[part].text)
          set.text.push_back(c);
        parts.back() = add(std::move(set));
      } else {
        parts.push_back(part);
      }
    } while (accept('|'));
    root = parts.size() == 1 ? parts.front() : add(node::kind::choice, std::move(parts));
    return true;
  }

  /// What stands behind the pattern of a rule or of a guard.
  constexpr bool at_sequence_end() noexcept {
    if (at_end()) return true;
    const char c = data_[at_];
    if (c == '|' || c == ')' || c == ';') return true;
    if (c < 'a' || c > 'w') return false;
    const std::string_view word = peek_here();
    return is(word, "set") || is(word, "unless") || is(word, "within") || is(word, "where") ||
           is(word, "between") || is(word, "in") || is(word, "example") || is(word, "counter");
  }

  constexpr bool sequence(std::uint32_t& root, int depth) {
    buffer<std::uint32_t> parts;
    while (!at_sequence_end()) {
      if (!item(root, depth)) return false;
      parts.push_back(root);
    }
    if (parts.empty()) return fail(error_kind::expected_pattern);
    if (parts.size() > 1) root = add(node::kind::sequence, std::move(parts));
    return true;
  }

  constexpr bool item(std::uint32_t& root, int depth) {
    const std::string_view name = peek_name();
    const std::size_t after = at_ + name.size();
    if (name.empty() || after >= size_ || data_[after] != ':') return repeated(root, depth);
    at_ = after + 1;
    std::uint32_t index = find_capture(name);
    if (index == none) {
      index = static_cast<std::uint32_t>(captures_.size());
      captures_.push_back(name);
    }
    node made;
    made.what = node::kind::capture;
    made.value = index;
    std::uint32_t part = 0;
    if (!repeated(part, depth)) return false;
    made.parts.push_back(part);
    root = add(std::move(made));
    return true;
  }

  constexpr bool repeated(std::uint32_t& root, int depth) {
    const std::size_t begin = at_;
    if (!atom(root, depth)) return false;
    if (!next_is('?') && !next_is('{')) return true;
    node made;
    made.what = node::kind::repeat;
    if (accept('?')) {
      made.least = 0;
    } else {
      ++at_;
      if (!read_number(made.least)) return false;
      made.most = made.least;
      if (accept(',') && !read_number(made.most)) return false;
      if (!expect("}")) return false;
      if (made.least > made.most || made.most == 0 || made.most > 255)
        return fail(error_kind::bad_repeat, begin, at_ - begin);
    }
    // Directly behind the bounds: "{2,9}?" takes as few as it can, "??" rather nothing.
    if (at_ < size_ && data_[at_] == '?') {
      ++at_;
      made.reluctant = true;
    }
    if (out_.nodes[root].shortest == 0)
      return fail(error_kind::matches_nothing, begin, at_ - begin);
    made.parts.push_back(root);
    root = add(std::move(made));
    return true;
  }

  /// A text, folded: literals match whatever the width, since the engine folds the text, too.
  constexpr bool read_literal(buffer<char32_t>& out) {
    const std::size_t begin = at_;
    std::string_view quoted;
    if (!read_quoted(quoted)) return false;
    for (std::size_t i = 0; i < quoted.size();) {
      const utf8::element one = utf8::decode_one(quoted, i);
      out.push_back(chars::fold_width(one.code_point));
      i += one.length;
    }
    return !out.empty() || fail(error_kind::matches_nothing, begin, 2);
  }

  constexpr bool atom(std::uint32_t& root, int depth) {
    if (at_end()) return fail(error_kind::expected_pattern);
    const char first = data_[at_];
    if (first == '(') {
      ++at_;
      return choice(root, depth + 1) && expect(")");
    }
    if (first != '"' && first != '\'' && first != '[' && first != '<' && first != '@')
      return named_atom(root, depth);
    node made;
    switch (first) {
    case '"':
    case '\'':
      made.what = node::kind::text;
      if (!read_literal(made.text)) return false;
      break;
    case '[':
      made.what = node::kind::one_of;
      if (!read_classes(made.value)) return false;
      break;
    default: // < or @
      made.what = node::kind::jump;
      if (!read_type(made.value)) return false;
      break;
    }
    root = add(std::move(made));
    return true;
  }

  /// A look-around or the name of a pattern.
  constexpr bool named_atom(std::uint32_t& root, int depth) {
    std::string_view name = peek_name();
    const place where = place_of(at_, name.size());
    if (name.empty()) return fail(error_kind::expected_pattern);
    at_ += name.size();
    look condition;
    if (is_edge(name, condition)) {
      condition.edge_here = true;
      root = add_look(std::move(condition));
      return true;
    }
    if (is(name, "not")) {
      condition.negated = true;
      name = peek_name();
      if (!is(name, "before") && !is(name, "after"))
        return fail(error_kind::expected_symbol, "before( or after(");
      at_ += name.size();
    }
    if (is(name, "before") || is(name, "after")) {
      condition.behind = is(name, "after");
      if (!read_look(condition, depth)) return false;
      root = add_look(std::move(condition));
      return true;
    }
    if (const std::uint32_t index = patterns_.find(name); index != none) {
      out_.patterns[index].used = true;
      root = pattern_roots_[index];
      return out_.nodes[root].depth < deepest_tree ||
             fail(error_kind::pattern_too_large, where.where.begin, name.size());
    }
    name_guess guess = guess_for(name);
    for (const known_name& known : out_.patterns)
      guess.offer(known.name);
    return fail(error_kind::unknown_name, where.where.begin, name.size(), "pattern",
                guess.nearest());
  }

  static constexpr bool is_edge(std::string_view name, look& of) noexcept {
    of.sentence_edge = of.sentence_edge || is(name, "edge");
    of.paragraph_edge = of.paragraph_edge || is(name, "paragraph");
    return is(name, "edge") || is(name, "paragraph");
  }

  constexpr std::uint32_t add_look(look condition) {
    node made;
    made.what = node::kind::look;
    made.value = static_cast<std::uint32_t>(out_.looks.size());
    out_.looks.push_back(std::move(condition));
    return add(std::move(made));
  }

  /// The alternatives of a look. Those that are one text, lexicon, class or annotation are
  /// conditions on the place itself; others are patterns that end or begin there.
  constexpr bool read_look(look& condition, int depth) {
    if (depth > deepest_group) return fail(error_kind::pattern_too_large);
    if (!expect("(")) return false;
    do {
      if (next_is_edge(condition)) continue;
      const std::size_t begin = at_, captures = captures_.size();
      std::uint32_t root = 0;
      if (!sequence(root, depth + 1)) return false;
      captures_.resize(captures); // a look captures nothing
      const node& made = out_.nodes[root];
      switch (made.what) {
      case node::kind::text:
        condition.texts.push_back(made.text);
        break;
      case node::kind::one_of:
        condition.classes |= made.value;
        break;
      case node::kind::jump:
        condition.types.push_back(made.value);
        break;
      default:
        if (made.shortest == 0) return fail(error_kind::matches_nothing, begin, at_ - begin);
        condition.patterns.push_back(root);
      }
    } while (accept('|'));
    return expect(")");
  }

  /// Reads an edge that is an alternative of its own, on the look's side only.
  constexpr bool next_is_edge(look& condition) noexcept {
    const std::string_view name = peek_name();
    const std::size_t begin = at_;
    if (!is(name, "edge") && !is(name, "paragraph")) return false;
    at_ += name.size();
    if (next_is('|') || next_is(')')) return is_edge(name, condition);
    at_ = begin;
    return false;
  }

  constexpr bool read_classes(std::uint32_t& mask) {
    ++at_;
    mask = 0;
    while (!accept(']')) {
      std::string_view name;
      place where;
      if (!read_name(name, &where)) return false;
      std::uint32_t bits = 0;
      for (const class_name& known : class_names) {
        if (are_same(known.name, name)) bits = known.bits;
      }
      if (bits == 0) return unknown_class(name, where);
      mask |= bits;
    }
    return mask != 0 || fail(error_kind::expected_pattern, at_ - 1, 1);
  }

  constexpr bool unknown_class(std::string_view name, place where) {
    name_guess guess = guess_for(name);
    for (const class_name& known : class_names)
      guess.offer(known.name);
    return fail(error_kind::unknown_name, where.where.begin, name.size(), "class", guess.nearest());
  }

  name_table lexicons_, annotations_;
  name_table patterns_;
  buffer<std::uint32_t> pattern_roots_;
  buffer<std::string_view> captures_;
  std::uint32_t own_type_ = none;
};
using pattern_parser = basic_pattern_parser<>;

} // namespace hantext::rules::detail
