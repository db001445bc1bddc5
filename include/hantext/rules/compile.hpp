/// \file
/// Compiles the text of a rule pack into a `rules::program`; the language is described in
/// rules.hpp.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/generate.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// Compiles a rule pack. Packs are joined by joining their texts: a later text may add words to a
/// lexicon, and rules, of an earlier one.
/// Errors: the first mistake, with its byte offset in `text`; see `locate` for line and column.
/// Cost: linear in the text and in the number of states that its repetitions expand to.
result<program> compile(std::string_view text);

/// A place in a text as editors count: from 1, columns in characters.
struct position {
  std::size_t line = 1;   ///< from 1
  std::size_t column = 1; ///< from 1, in characters
};

/// Line and column of the byte at `offset` of `text`.
constexpr position locate(std::string_view text, std::size_t offset) noexcept {
  position where;
  for (const utf8::element element :
       utf8::elements(text.substr(0, std::min(offset, text.size())))) {
    const bool line_ends = element.code_point == U'\n';
    where.line += line_ends ? 1 : 0;
    where.column = line_ends ? 1 : where.column + 1;
  }
  return where;
}

namespace detail {

constexpr int deepest_group = 32;
constexpr std::uint32_t deepest_tree = 2000; // patterns within patterns

class compiler {
public:
  explicit compiler(std::string_view text) noexcept : text_(text) {}

  result<program> run() {
    if (const utf8::validation valid = utf8::validate(text_); !valid) {
      return error{valid.kind, valid.offset, valid.length};
    }
    while (skip_blank(), at_ < text_.size()) {
      if (!statement()) return problem_;
    }
    if (!build_words() || !generate()) return problem_;
    return std::move(out_);
  }

private:
  struct pattern {
    std::string_view name;
    std::uint32_t root = 0;
  };
  struct shared_fields {
    std::uint32_t type = 0;
    std::size_t offset = 0; // of its assignments in the text
  };
  struct parsed_rule {
    std::uint32_t root = 0;
    std::vector<std::uint32_t> captures; // the rule's numbers of all captures that it could have
    span name;
  };
  struct listed_word {
    std::string text;
    word_entry entry;
    std::size_t offset = 0;
  };

  bool fail(error_kind kind, std::size_t offset, std::size_t length) noexcept {
    problem_ = error{kind, offset, length};
    return false;
  }
  bool fail(error_kind kind) noexcept {
    return fail(kind, at_, at_ < text_.size() ? utf8::decode_one(text_, at_).length : 0u);
  }

  // --- reading ---------------------------------------------------------------------------------

  void skip_blank() noexcept {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n')
          ++at_;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
      } else {
        return;
      }
    }
  }

  bool accept(char symbol) noexcept {
    skip_blank();
    if (at_ >= text_.size() || text_[at_] != symbol) return false;
    ++at_;
    return true;
  }

  bool expect(char symbol) noexcept { return accept(symbol) || fail(error_kind::expected_symbol); }

  static constexpr bool is_name_byte(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /// A name at the current place; empty when there is none.
  std::string_view peek_name() noexcept {
    skip_blank();
    std::size_t end = at_;
    while (end < text_.size() && is_name_byte(text_[end]))
      ++end;
    return text_.substr(at_, end - at_);
  }

  bool read_name(std::string_view& name) noexcept {
    name = peek_name();
    if (name.empty()) return fail(error_kind::expected_name);
    at_ += name.size();
    return true;
  }

  /// The name of a rule, whose parts are joined by dots.
  bool read_rule_name(std::string_view& name) noexcept {
    skip_blank();
    const std::size_t begin = at_;
    do {
      if (!read_name(name)) return false;
    } while (at_ < text_.size() && text_[at_] == '.' && ++at_ > 0);
    name = text_.substr(begin, at_ - begin);
    return true;
  }

  /// An attribute's name behind a dot; empty when there is no dot.
  bool read_attribute_name(std::string& attribute) {
    if (at_ >= text_.size() || text_[at_] != '.') return true;
    ++at_;
    std::string_view name;
    if (!read_name(name)) return false;
    attribute = std::string(name);
    return true;
  }

  bool accept_word(std::string_view word) noexcept {
    if (peek_name() != word) return false;
    at_ += word.size();
    return true;
  }

  /// The text between quotation marks, "…" or '…'; the opening one has been seen but not read.
  bool read_quoted(std::string_view& quoted) noexcept {
    const char mark = text_[at_];
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != mark && text_[end] != '\n')
      ++end;
    if (end == text_.size() || text_[end] != mark) {
      return fail(error_kind::unterminated_text, at_, end - at_);
    }
    quoted = text_.substr(begin, end - begin);
    at_ = end + 1;
    return true;
  }

  /// Literals match whatever the width: the engine folds the text in the same way.
  static void decode_folded(std::string_view quoted, std::u32string& out) {
    for (const char32_t c : utf8::code_points(quoted))
      out.push_back(chars::fold_width(c));
  }

  bool next_is(char symbol) noexcept {
    skip_blank();
    return at_ < text_.size() && text_[at_] == symbol;
  }

  bool read_number(std::uint32_t& number) noexcept {
    skip_blank();
    const std::size_t begin = at_;
    number = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && number < 1000) {
      number = number * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    }
    return at_ > begin || fail(error_kind::bad_repeat);
  }

  /// A word of a lexicon or the value of an attribute: quoted, or up to a blank or a symbol.
  bool read_word(std::string_view& word) noexcept {
    if (next_is('"') || next_is('\'')) return read_quoted(word);
    std::size_t end = at_;
    while (end < text_.size() &&
           std::string_view(" \t\r\n;(),=\"'#").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    word = text_.substr(at_, end - at_);
    at_ = end;
    return !word.empty() || fail(error_kind::expected_value);
  }

  // --- names -----------------------------------------------------------------------------------

  std::uint32_t find_type(std::string_view name, bool is_record) const noexcept {
    if (is_record) {
      if (name == "number") return number_type;
      if (name == "percent") return percent_type;
      if (name == "quoted") return quoted_type;
      if (name == "title") return title_type;
    }
    for (std::size_t i = 0; i < out_.types.size(); ++i) {
      if (out_.types[i].name == name && out_.types[i].is_record == is_record) {
        return static_cast<std::uint32_t>(i) + first_named;
      }
    }
    return none;
  }

  std::uint32_t make_type(std::string_view name, bool is_record) {
    const std::uint32_t found = find_type(name, is_record);
    if (found != none) return found;
    out_.types.push_back({std::string(name), is_record});
    return static_cast<std::uint32_t>(out_.types.size() - 1) + first_named;
  }

  /// Whether annotations of `type` are there when the rules of the current type run: types run in
  /// the order in which their first rules stand.
  bool runs_earlier(std::uint32_t type) const noexcept {
    return type < first_named || !out_.types[type - first_named].is_record || type < own_type_;
  }

  bool is_named_record(std::uint32_t type) const noexcept {
    return type >= first_named && out_.types[type - first_named].is_record;
  }

  /// Reads `<lexicon>` or `@annotation` and gives its type. Only values may look at records of
  /// the rule's own type: those before the one that they are part of.
  bool read_type(std::uint32_t& type, bool own_type_too = false) {
    const bool is_record = text_[at_] == '@';
    ++at_;
    std::string_view name;
    const std::size_t begin = at_;
    if (!read_name(name)) return false;
    type = find_type(name, is_record);
    if (type == none || !(runs_earlier(type) || (own_type_too && type == own_type_))) {
      return fail(error_kind::unknown_name, begin, name.size());
    }
    return is_record || expect('>');
  }

  std::uint32_t find_capture(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < captures_.size(); ++i) {
      if (captures_[i] == name) return static_cast<std::uint32_t>(i);
    }
    return none;
  }

  // --- statements ------------------------------------------------------------------------------

  bool statement() {
    if (accept_word("lexicon")) return lexicon_statement();
    if (accept_word("pattern")) return pattern_statement();
    if (accept_word("record")) return record_statement();
    if (accept_word("rule")) return rule_statement();
    return fail(error_kind::expected_statement, at_, std::max<std::size_t>(1, peek_name().size()));
  }

  bool read_attributes(std::vector<attribute>& attributes) {
    if (!accept('(')) return true;
    do {
      std::string_view name, value;
      if (!read_name(name) || !expect('=') || !read_word(value)) return false;
      const auto same = std::find_if(attributes.begin(), attributes.end(),
                                     [&](const attribute& a) { return a.name == name; });
      if (same == attributes.end()) {
        attributes.push_back({std::string(name), std::string(value)});
      } else {
        same->value = std::string(value);
      }
    } while (accept(','));
    return expect(')');
  }

  bool lexicon_statement() {
    std::string_view name;
    if (!read_name(name)) return false;
    const std::uint32_t type = make_type(name, false);
    std::vector<attribute> common;
    if (!read_attributes(common) || !expect('=')) return false;
    while (!accept(';')) {
      std::string_view word;
      skip_blank();
      const std::size_t begin = at_;
      if (!read_word(word)) return false;
      if (word.empty()) return fail(error_kind::empty_word, begin, at_ - begin);
      listed_word listed{std::string(word), {type, common}, begin};
      // Attributes follow their word directly, so that a word in the next line is never mistaken.
      if (at_ < text_.size() && text_[at_] == '(' && !read_attributes(listed.entry.attributes)) {
        return false;
      }
      words_.push_back(std::move(listed));
    }
    return true;
  }

  bool pattern_statement() {
    std::string_view name;
    skip_blank();
    const std::size_t begin = at_;
    if (!read_name(name)) return false;
    for (const pattern& known : patterns_) {
      if (known.name == name) return fail(error_kind::duplicate_name, begin, name.size());
    }
    captures_ = pattern_captures_;
    own_type_ = none;
    std::uint32_t root = 0;
    if (!expect('=') || !choice(root, 0) || !expect(';')) return false;
    pattern_captures_ = captures_;
    patterns_.push_back({name, root});
    return true;
  }

  /// `record type set …` : what every rule that emits the type sets unless it says otherwise.
  bool record_statement() {
    std::string_view name;
    skip_blank();
    const std::size_t begin = at_;
    if (!read_name(name)) return false;
    for (const shared_fields& known : shared_) {
      if (out_.types[known.type - first_named].name == name) {
        return fail(error_kind::duplicate_name, begin, name.size());
      }
    }
    own_type_ = make_type(name, true);
    if (!accept_word("set")) return fail(error_kind::expected_symbol);
    shared_.push_back({own_type_, at_});
    captures_.clear();
    rule unused;
    return read_shared_fields(unused, at_) && expect(';');
  }

  /// Reads the fields at `offset` into `made`; a capture that the rule does not have is passed
  /// over.
  bool read_shared_fields(rule& made, std::size_t offset) {
    at_ = offset;
    sharing_ = true;
    const bool read = read_assignments(made);
    sharing_ = false;
    return read;
  }

  bool rule_statement() {
    rule made;
    std::string_view name, type;
    skip_blank();
    const std::size_t begin = at_;
    if (!read_rule_name(name)) return false;
    for (const rule& known : out_.rules) {
      if (known.name == name) return fail(error_kind::duplicate_name, begin, name.size());
    }
    made.name = std::string(name);
    if (accept_word("blocks")) {
      made.blocks = true;
    } else if (!accept_word("emits")) {
      return fail(error_kind::expected_symbol);
    }
    if (!read_name(type)) return false;
    made.type = make_type(type, true);
    own_type_ = made.type;
    captures_ = pattern_captures_;

    std::string_view anchor;
    std::size_t anchor_at = 0;
    if (accept_word("at")) {
      skip_blank();
      anchor_at = at_;
      if (!read_name(anchor)) return false;
    }
    skip_blank();
    std::uint32_t root = 0;
    if (!expect('=')) return false;
    const std::size_t pattern_at = at_;
    if (!choice(root, 0)) return false;
    if (tree_.nodes[root].shortest == 0) {
      return fail(error_kind::matches_nothing, pattern_at, at_ - pattern_at);
    }
    if (tree_.nodes[root].latest_type >= own_type_) {
      return fail(error_kind::unknown_name, pattern_at, at_ - pattern_at);
    }
    std::vector<std::uint32_t> numbers = keep_captures(root);
    if (!anchor.empty()) {
      const std::uint32_t capture = find_capture(anchor);
      if (capture == none) return fail(error_kind::unknown_name, anchor_at, anchor.size());
      made.anchor = capture + 1; // capture 0 of a match is the whole of it
    }
    if (accept_word("set") && !read_assignments(made)) return false;
    if (!expect(';')) return false;
    for (const shared_fields& shared : shared_) {
      if (shared.type != made.type || made.blocks) continue;
      const std::size_t behind = at_;
      if (!read_shared_fields(made, shared.offset)) return false;
      at_ = behind;
    }

    made.captures = captures_;
    parsed_.push_back({root, std::move(numbers), {begin, begin + name.size()}});
    out_.rules.push_back(std::move(made));
    return true;
  }

  bool read_assignments(rule& made) {
    do {
      std::string_view field;
      assignment set;
      if (!read_name(field) || !expect('=')) return false;
      const auto known = std::find(out_.fields.begin(), out_.fields.end(), field);
      set.field = static_cast<std::uint32_t>(known - out_.fields.begin());
      if (known == out_.fields.end()) out_.fields.emplace_back(field);
      do {
        value_source source;
        if (!read_value(source)) return false;
        if (source.kind != value_kind::capture || source.target != none) {
          set.alternatives.push_back(std::move(source));
        }
      } while (accept_word("or"));
      const bool already = std::any_of(made.assignments.begin(), made.assignments.end(),
                                       [&](const assignment& a) { return a.field == set.field; });
      if (!already) made.assignments.push_back(std::move(set));
    } while (accept(','));
    return true;
  }

  bool read_value(value_source& source) {
    if (next_is('"') || next_is('\'')) {
      std::string_view text;
      if (!read_quoted(text)) return false;
      source.text = std::string(text);
      return true;
    }
    if (accept_word("nearest")) {
      source.kind = value_kind::nearest;
      if (!next_is('<') && !next_is('@')) return fail(error_kind::expected_value);
      if (!read_type(source.target, true)) return false;
      if (!read_attribute_name(source.text)) return false;
      if (accept_word("before")) source.direction = direction::before;
      if (accept_word("after")) source.direction = direction::after;
      if (accept_word("in")) {
        if (accept_word("clause")) {
          source.scope = scope::clause;
        } else if (accept_word("sentence")) {
          source.scope = scope::sentence;
        } else if (accept_word("paragraph")) {
          source.scope = scope::paragraph;
        } else {
          return fail(error_kind::expected_value);
        }
      }
      return true;
    }
    skip_blank();
    const std::size_t begin = at_;
    std::string_view name;
    if (!read_name(name)) return fail(error_kind::expected_value);
    source.kind = value_kind::capture;
    source.target = find_capture(name);
    if (source.target == none && !sharing_) {
      return fail(error_kind::unknown_name, begin, name.size());
    }
    return read_attribute_name(source.text);
  }

  // --- patterns --------------------------------------------------------------------------------

  std::uint32_t add(node made) {
    measure(made);
    tree_.nodes.push_back(std::move(made));
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  /// Sums up what is below a node.
  void measure(node& made) const noexcept {
    std::uint32_t shortest = made.what == node::kind::choice ? most_states : 0;
    for (const std::uint32_t index : made.parts) {
      const node& part = tree_.nodes[index];
      shortest = made.what == node::kind::choice ? std::min(shortest, part.shortest)
                                                 : shortest + part.shortest;
      made.depth = std::max(made.depth, part.depth + 1);
      made.latest_type = std::max(made.latest_type, part.latest_type);
    }
    switch (made.what) {
    case node::kind::text:
      shortest = static_cast<std::uint32_t>(made.text.size());
      break;
    case node::kind::among:
    case node::kind::one_of:
      shortest = 1;
      break;
    case node::kind::jump:
      shortest = 1;
      if (is_named_record(made.value)) made.latest_type = made.value;
      break;
    case node::kind::look:
      for (const std::uint32_t type : tree_.looks[made.value].types) {
        if (is_named_record(type)) made.latest_type = std::max(made.latest_type, type);
      }
      break;
    case node::kind::repeat:
      shortest *= made.least;
      break;
    default:
      break;
    }
    made.shortest = std::min<std::uint32_t>(shortest, most_states);
  }

  /// Leaves only the captures that the pattern has, and says which new number each old one got.
  std::vector<std::uint32_t> keep_captures(std::uint32_t root) {
    std::vector<bool> used(captures_.size());
    const auto visit = static_cast<std::uint32_t>(out_.rules.size() + 1);
    seen_.resize(tree_.nodes.size(), 0);
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      if (seen_[index] == visit) continue;
      seen_[index] = visit;
      const node& made = tree_.nodes[index];
      if (made.what == node::kind::capture) used[made.value] = true;
      open.insert(open.end(), made.parts.begin(), made.parts.end());
    }
    std::vector<std::uint32_t> numbers(captures_.size(), none);
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!used[i]) continue;
      numbers[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(captures_[i]));
    }
    captures_ = std::move(kept);
    return numbers;
  }

  bool is_character(std::uint32_t root) const noexcept {
    const node& made = tree_.nodes[root];
    return made.what == node::kind::among ||
           (made.what == node::kind::text && made.text.size() == 1);
  }

  bool choice(std::uint32_t& root, int depth) {
    if (depth > deepest_group) return fail(error_kind::pattern_too_large);
    node made;
    made.what = node::kind::choice;
    do {
      std::uint32_t part = 0;
      if (!sequence(part, depth)) return false;
      if (!made.parts.empty() && is_character(part) && is_character(made.parts.back())) {
        // Neighbouring alternatives of one character each are one step for the engine.
        node set;
        set.what = node::kind::among;
        set.text = tree_.nodes[made.parts.back()].text + tree_.nodes[part].text;
        made.parts.back() = add(std::move(set));
      } else {
        made.parts.push_back(part);
      }
    } while (accept('|'));
    root = made.parts.size() == 1 ? made.parts.front() : add(std::move(made));
    return true;
  }

  bool at_sequence_end() noexcept {
    skip_blank();
    if (at_ >= text_.size()) return true;
    const char c = text_[at_];
    if (c == '|' || c == ')' || c == ';') return true;
    return peek_name() == "set";
  }

  bool sequence(std::uint32_t& root, int depth) {
    node made;
    while (!at_sequence_end()) {
      std::uint32_t part = 0;
      if (!item(part, depth)) return false;
      made.parts.push_back(part);
    }
    if (made.parts.empty()) return fail(error_kind::expected_pattern);
    root = made.parts.size() == 1 ? made.parts.front() : add(std::move(made));
    return true;
  }

  bool item(std::uint32_t& root, int depth) {
    const std::string_view name = peek_name();
    const std::size_t after = at_ + name.size();
    if (!name.empty() && after < text_.size() && text_[after] == ':') {
      at_ = after + 1;
      std::uint32_t index = find_capture(name);
      if (index == none) {
        index = static_cast<std::uint32_t>(captures_.size());
        captures_.emplace_back(name);
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
    return repeated(root, depth);
  }

  bool repeated(std::uint32_t& root, int depth) {
    const std::size_t begin = at_;
    if (!atom(root, depth)) return false;
    node made;
    made.what = node::kind::repeat;
    if (accept('?')) {
      made.least = 0;
    } else if (accept('{')) {
      if (!read_number(made.least)) return false;
      made.most = made.least;
      if (accept(',') && !read_number(made.most)) return false;
      if (!expect('}')) return false;
      if (made.least > made.most || made.most == 0 || made.most > 255) {
        return fail(error_kind::bad_repeat, begin, at_ - begin);
      }
      // Directly behind the bounds: "{2,9}?" takes as few as it can.
      if (at_ < text_.size() && text_[at_] == '?') {
        ++at_;
        made.reluctant = true;
      }
    } else {
      return true;
    }
    if (tree_.nodes[root].shortest == 0) {
      return fail(error_kind::matches_nothing, begin, at_ - begin);
    }
    made.parts.push_back(root);
    root = add(std::move(made));
    return true;
  }

  bool atom(std::uint32_t& root, int depth) {
    skip_blank();
    if (at_ >= text_.size()) return fail(error_kind::expected_pattern);
    node made;
    switch (text_[at_]) {
    case '"':
    case '\'': {
      std::string_view quoted;
      if (!read_quoted(quoted)) return false;
      decode_folded(quoted, made.text);
      if (made.text.empty()) return fail(error_kind::matches_nothing, at_ - 2, 2);
      made.what = node::kind::text;
      break;
    }
    case '[':
      made.what = node::kind::one_of;
      if (!class_mask(made.value)) return false;
      break;
    case '<':
    case '@':
      made.what = node::kind::jump;
      if (!read_type(made.value)) return false;
      break;
    case '(':
      ++at_;
      return choice(root, depth + 1) && expect(')');
    default:
      return named_atom(root);
    }
    root = add(std::move(made));
    return true;
  }

  /// A look-around or the name of a pattern.
  bool named_atom(std::uint32_t& root) {
    const std::size_t begin = at_;
    std::string_view name = peek_name();
    if (name.empty()) return fail(error_kind::expected_pattern);
    at_ += name.size();
    look condition;
    if (name == "not") {
      condition.negated = true;
      if (!read_name(name)) return false;
      if (name != "before" && name != "after") return fail(error_kind::expected_pattern);
    }
    if (name == "before" || name == "after") {
      condition.behind = name == "after";
      if (!read_look(condition)) return false;
      node made;
      made.what = node::kind::look;
      made.value = static_cast<std::uint32_t>(tree_.looks.size());
      tree_.looks.push_back(std::move(condition));
      root = add(std::move(made));
      return true;
    }
    for (const pattern& known : patterns_) {
      if (known.name == name) {
        root = known.root;
        return tree_.nodes[root].depth < deepest_tree ||
               fail(error_kind::pattern_too_large, begin, name.size());
      }
    }
    return fail(error_kind::unknown_name, begin, name.size());
  }

  bool read_look(look& condition) {
    if (!expect('(')) return false;
    do {
      skip_blank();
      if (at_ >= text_.size()) return fail(error_kind::expected_pattern);
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        std::string_view quoted;
        std::u32string text;
        if (!read_quoted(quoted)) return false;
        decode_folded(quoted, text);
        if (text.empty()) return fail(error_kind::matches_nothing, at_ - 2, 2);
        condition.texts.push_back(std::move(text));
      } else if (c == '[') {
        std::uint32_t classes = 0;
        if (!class_mask(classes)) return false;
        condition.classes |= classes;
      } else if (c == '<' || c == '@') {
        std::uint32_t type = 0;
        if (!read_type(type)) return false;
        condition.types.push_back(type);
      } else if (accept_word("edge")) {
        condition.sentence_edge = true;
      } else if (accept_word("paragraph")) {
        condition.paragraph_edge = true;
      } else {
        return fail(error_kind::expected_pattern);
      }
    } while (accept('|'));
    return expect(')');
  }

  bool class_mask(std::uint32_t& mask) {
    ++at_;
    mask = 0;
    while (!accept(']')) {
      skip_blank();
      const std::size_t begin = at_;
      std::string_view name;
      if (!read_name(name)) return false;
      using chars::char_class;
      static constexpr std::pair<std::string_view, std::uint32_t> classes[] = {
          {"han", class_bit(char_class::han)},
          {"digit", class_bit(char_class::digit)},
          {"latin", class_bit(char_class::latin)},
          {"punctuation", class_bit(char_class::punctuation)},
          {"space", class_bit(char_class::space)},
          {"other", class_bit(char_class::other)},
          {"any", any_class},
      };
      const auto* found = std::find_if(std::begin(classes), std::end(classes),
                                       [&](const auto& known) { return known.first == name; });
      if (found == std::end(classes)) return fail(error_kind::unknown_name, begin, name.size());
      mask |= found->second;
    }
    return mask != 0 || fail(error_kind::expected_pattern);
  }

  bool generate() {
    generator code(tree_, out_);
    for (std::size_t i = 0; i < parsed_.size(); ++i) {
      const parsed_rule& from = parsed_[i];
      if (!code.rule_code(from.root, from.captures, out_.rules[i])) {
        return fail(error_kind::pattern_too_large, from.name.begin, from.name.size());
      }
    }
    code.finish();
    return true;
  }

  /// Gives every distinct word one index in the matcher and gathers its entries there.
  bool build_words() {
    std::stable_sort(words_.begin(), words_.end(),
                     [](const listed_word& a, const listed_word& b) { return a.text < b.text; });
    std::vector<std::string_view> distinct;
    for (listed_word& word : words_) {
      if (distinct.empty() || distinct.back() != word.text) {
        distinct.push_back(word.text);
        out_.entries.emplace_back();
      }
      out_.entries.back().push_back(std::move(word.entry));
    }
    result<lexicon> built = lexicon::build(distinct);
    if (!built) {
      problem_ = built.error();
      return false;
    }
    out_.words = std::move(*built);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  error problem_;
  program out_;
  syntax tree_;
  std::vector<pattern> patterns_;
  std::vector<listed_word> words_;
  std::vector<shared_fields> shared_;
  std::vector<std::string> captures_;
  std::vector<std::string> pattern_captures_; // of all patterns: they keep their index in rules
  std::uint32_t own_type_ = none;
  std::vector<parsed_rule> parsed_; // by rule
  std::vector<std::uint32_t> seen_; // by node: the last rule whose captures were looked for there
  bool sharing_ = false;
};

} // namespace detail

inline result<program> compile(std::string_view text) { return detail::compiler(text).run(); }

} // namespace hantext::rules
