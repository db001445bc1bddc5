/// \file
/// Parses the texts of rule packs into a `syntax`; rules.hpp describes the language.
///
/// Nothing stops at a mistake: the list of problems holds one for every statement that has one.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/parse_pattern.hpp>
#include <hantext/rules/parse_value.hpp>
#include <hantext/rules/syntax.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace hantext::rules::detail {

/// Parses the source that stands first in `out.sources`, and those that it imports. `Resolve` is
/// called with the name of a pack or file and gives its text as a
/// `std::optional<std::string_view>`, which must live as long as the syntax.
template <class Resolve> class parser : protected value_parser {
public:
  constexpr parser(syntax& out, Resolve& resolve) : value_parser(out), resolve_(resolve) {}

  constexpr void run() {
    const auto given = static_cast<std::uint32_t>(out_.sources.size());
    if (given == 1)
      out_.nodes.reserve(std::min<std::size_t>(4096, out_.sources[0].text.size() / 16));
    begun_.assign(given, 0);
    for (std::uint32_t source = 0; source < given; ++source) {
      if (!out_.sources[source].name.empty()) sources_.insert(out_.sources[source].name, source);
    }
    for (std::uint32_t source = 0; source < given; ++source) {
      if (begun_[source] != 0 || !begin_pack(source)) continue;
      for (;;) {
        if (at_end()) {
          if (importing_.empty()) break;
          go_to(importing_.back());
          importing_.pop_back();
          continue;
        }
        const std::size_t begin = at_;
        if (!statement()) recover(begin);
      }
    }
  }

private:
  struct shared_fields {
    std::uint32_t type = 0;
    cursor assignments;
  };

  constexpr bool begin_source(std::uint32_t source) {
    go_to({source, 0});
    const utf8::validation valid = utf8::validate(text_);
    return valid || fail(valid.kind, valid.offset, valid.length);
  }

  /// A pack is read once.
  constexpr bool begin_pack(std::uint32_t source) {
    begun_[source] = 1;
    return begin_source(source);
  }

  // --- statements ------------------------------------------------------------------------------

  constexpr bool statement() {
    skip_blank();
    const std::size_t begin = at_;
    const std::string_view word = peek_here();
    at_ += word.size();
    if (is(word, "lexicon")) return lexicon_statement(how::define);
    if (is(word, "pattern")) return pattern_statement();
    if (is(word, "record")) return record_statement();
    if (is(word, "rule")) return rule_statement(how::define);
    if (is(word, "import")) return import_statement();
    if (is(word, "annotation")) return annotation_statement();
    if (is(word, "example")) return read_example(none, true) && expect(";");
    if (is(word, "counter") && accept("-example")) return read_example(none, false) && expect(";");
    if (is(word, "extend") && accept_word("lexicon")) return lexicon_statement(how::extend);
    if (is(word, "replace") && accept_word("lexicon")) return lexicon_statement(how::replace);
    if (is(word, "replace") && accept_word("rule")) return rule_statement(how::replace);
    if (is(word, "off")) return off_statement();
    at_ = begin;
    name_guess guess = guess_for(word);
    for (const std::string_view known : statement_words)
      guess.offer(known);
    return fail(error_kind::expected_statement, begin, std::max<std::size_t>(1, word.size()), {},
                guess.nearest());
  }

  enum class how : std::uint8_t { define, extend, replace };

  /// `import name` : what the resolver gives for the name is read here, once.
  constexpr bool import_statement() {
    std::string_view name;
    skip_blank();
    const std::size_t begin = at_;
    if (next_is_quote() ? !read_quoted(name) : !read_name(name)) return false;
    const place where = place_of(begin, at_ - begin);
    if (!expect(";")) return false;
    std::uint32_t source = 0;
    if (!find_source(name, where, source)) return false;
    if (begun_[source] != 0) return true;
    importing_.push_back(here());
    if (!begin_pack(source)) go_to({source, size_});
    return true;
  }

  constexpr bool find_source(std::string_view name, place where, std::uint32_t& source) {
    source = sources_.find(name);
    if (source != none) return true;
    const auto text = resolve_(name);
    if (!text) return fail(error_kind::unknown_source, where.where.begin, where.where.size());
    source = static_cast<std::uint32_t>(out_.sources.size());
    out_.sources.push_back({name, *text});
    sources_.insert(name, source);
    begun_.push_back(0);
    return true;
  }

  /// `annotation name` : the caller marks these in the text.
  constexpr bool annotation_statement() {
    std::string_view name;
    place where;
    if (!read_name(name, &where) || !expect(";")) return false;
    if (find_type(name, false) != none)
      return fail(error_kind::duplicate_name, where.where.begin, name.size());
    make_type(name, type_kind::given, where);
    return true;
  }

  constexpr bool off_statement() {
    std::string_view name;
    place where;
    if (accept_word("lexicon")) {
      if (!read_name(name, &where) || !expect(";")) return false;
      const std::uint32_t type = find_type(name, true);
      if (type == none) return unknown_type(name, where, true);
      forget_words(type);
      return true;
    }
    if (!accept_word("rule")) return fail(error_kind::expected_symbol, "rule or lexicon");
    if (!read_rule_name(name, where) || !expect(";")) return false;
    bool found = false;
    for (rule_text& known : out_.rules) {
      const bool named = known.name.starts_with(name) &&
                         (known.name.size() == name.size() || known.name[name.size()] == '.');
      known.off = known.off || named;
      found = found || named;
    }
    return found || unknown_rule(name, where);
  }

  constexpr bool unknown_rule(std::string_view name, place where) {
    name_guess guess = guess_for(name);
    for (const rule_text& known : out_.rules)
      guess.offer(known.name);
    return fail(error_kind::unknown_name, where.where.begin, name.size(), "rule", guess.nearest());
  }

  // --- lexicons --------------------------------------------------------------------------------

  constexpr void forget_words(std::uint32_t type) {
    std::size_t kept = 0;
    for (const word_text& word : out_.words) {
      if (word.type != type) out_.words[kept++] = word;
    }
    out_.words.resize(kept);
  }

  constexpr bool lexicon_statement(how mode) {
    std::string_view name;
    place where;
    if (!read_name(name, &where)) return false;
    if (mode != how::define && find_type(name, true) == none)
      return unknown_type(name, where, true);
    const std::uint32_t type = make_type(name, type_kind::words, where);
    if (mode == how::replace) forget_words(type);
    std::uint32_t common = 0;
    if (!read_attributes(common) || !expect("=")) return false;
    while (!accept(';')) {
      if (next_is('@') ? !read_word_file(type, common) : !read_lexicon_word(type, common))
        return false;
    }
    return true;
  }

  /// `@file` : the words of a file, written as they are in a lexicon.
  constexpr bool read_word_file(std::uint32_t type, std::uint32_t common) {
    const std::size_t begin = at_++;
    std::string_view name;
    if (!read_word(name)) return false;
    const place where = place_of(begin, at_ - begin);
    const cursor behind = here();
    std::uint32_t source = 0;
    if (!find_source(name, where, source)) return false;
    if (begin_source(source)) {
      while (!at_end()) {
        if (read_lexicon_word(type, common)) continue;
        while (at_ < size_ && data_[at_] != '\n') // each line may have its mistake
          ++at_;
      }
    }
    go_to(behind);
    return true;
  }

  constexpr bool read_lexicon_word(std::uint32_t type, std::uint32_t common) {
    skip_blank();
    word_text made{{}, type, common, place_of(at_, 0)};
    const std::size_t begin = at_;
    if (!read_word(made.text)) return false;
    made.at = place_of(begin, at_ - begin);
    if (made.text.empty()) return fail(error_kind::empty_word, begin, at_ - begin);
    // Attributes follow their word directly, so that a word in the next line is never mistaken.
    if (at_ < size_ && data_[at_] == '(' && !read_attributes(made.attributes)) return false;
    out_.words.push_back(made);
    return true;
  }

  /// Reads attributes, if there are any, and adds them to a copy of the set `set`.
  constexpr bool read_attributes(std::uint32_t& set) {
    if (!accept('(')) return true;
    buffer<attribute_text> attributes = out_.attribute_sets[set];
    do {
      std::string_view name, value;
      if (!read_name(name) || !expect("=") || !read_word(value)) return false;
      std::size_t i = 0;
      while (i < attributes.size() && attributes[i].name != name)
        ++i;
      if (i == attributes.size()) {
        attributes.push_back({name, value});
      } else {
        attributes[i].value = value;
      }
    } while (accept(','));
    set = static_cast<std::uint32_t>(out_.attribute_sets.size());
    out_.attribute_sets.push_back(std::move(attributes));
    return expect(")");
  }

  // --- patterns and records --------------------------------------------------------------------

  constexpr bool pattern_statement() {
    std::string_view name;
    place where;
    if (!read_name(name, &where)) return false;
    if (patterns_.find(name) != none)
      return fail(error_kind::duplicate_name, where.where.begin, name.size());
    captures_ = pattern_captures_;
    own_type_ = none;
    std::uint32_t root = none;
    const bool read = expect("=") && choice(root, 0) && expect(";");
    if (!read) { // what uses it is no second mistake
      node unread;
      unread.what = node::kind::one_of;
      unread.value = any_class;
      root = add(std::move(unread));
    }
    pattern_captures_ = captures_;
    patterns_.insert(name, static_cast<std::uint32_t>(out_.patterns.size()));
    out_.patterns.push_back({name, where, false});
    pattern_roots_.push_back(root);
    return read;
  }

  /// `record type keep … set …` : which of overlapping records stay, and what every rule that emits
  /// the type sets unless it says otherwise.
  constexpr bool record_statement() {
    std::string_view name;
    place where;
    if (!read_name(name, &where)) return false;
    own_type_ = make_type(name, type_kind::record, where);
    if (!is_record(own_type_))
      return fail(error_kind::duplicate_name, where.where.begin, name.size());
    bool anything = false;
    if (accept_word("keep")) {
      if (!read_keep(out_.types[own_type_ - first_named].keep)) return false;
      anything = true;
    }
    if (!accept_word("set"))
      return anything ? expect(";") : fail(error_kind::expected_symbol, "set or keep");
    for (const shared_fields& known : shared_) {
      if (known.type == own_type_)
        return fail(error_kind::duplicate_name, where.where.begin, name.size());
    }
    shared_.push_back({own_type_, here()});
    captures_.clear();
    rule_text unused;
    return read_shared_fields(unused, here()) && expect(";");
  }

  constexpr bool read_keep(keep& kept) {
    const std::string_view name = peek_name();
    for (const keep_name& known : keep_names) {
      if (!are_same(known.name, name)) continue;
      at_ += name.size();
      kept = known.kept;
      return true;
    }
    return fail(error_kind::expected_symbol, "leftmost, longest, priority, outermost or distinct");
  }

  /// Reads the fields that stand at `from` into `made`; a capture that the rule does not have is
  /// passed over.
  constexpr bool read_shared_fields(rule_text& made, cursor from) {
    go_to(from);
    sharing_ = true;
    const bool read = read_assignments(made);
    sharing_ = false;
    return read;
  }

  // --- rules -----------------------------------------------------------------------------------

  constexpr bool rule_statement(how mode) {
    rule_text made;
    if (!read_rule_name(made.name, made.at)) return false;
    const std::uint32_t known = rules_.find(made.name);
    if (mode == how::define && known != none && !out_.rules[known].off)
      return fail(error_kind::duplicate_name, made.at.where.begin, made.name.size());
    if (mode == how::replace && known == none) return unknown_rule(made.name, made.at);
    made.blocks = accept_word("blocks");
    if (!made.blocks && !accept_word("emits"))
      return fail(error_kind::expected_symbol, "emits or blocks");
    std::string_view type;
    place where;
    if (!read_name(type, &where)) return false;
    made.type = make_type(type, type_kind::record, where);
    if (!is_record(made.type))
      return fail(error_kind::duplicate_name, where.where.begin, type.size());
    own_type_ = made.type;
    captures_ = pattern_captures_;

    std::string_view anchor, each;
    place anchor_at, each_at;
    for (;;) {
      if (accept_word("each")) {
        if (!read_name(each, &each_at)) return false;
      } else if (accept_word("at")) {
        if (!read_name(anchor, &anchor_at)) return false;
      } else if (accept_word("priority")) {
        if (!read_number(made.priority)) return false;
      } else {
        break;
      }
    }
    if (!expect("=")) return false;
    skip_blank();
    const std::size_t begin = at_;
    if (!choice(made.root, 0)) return false;
    const node& root = out_.nodes[made.root];
    if (root.shortest == 0) return fail(error_kind::matches_nothing, begin, at_ - begin);
    if (root.latest_type >= own_type_) return fail(error_kind::runs_later, begin, at_ - begin);
    if (root.size > most_states)
      return fail(error_kind::pattern_too_large, made.at.where.begin, made.at.where.size());
    keep_captures(made);
    if (!anchor.empty()) {
      const std::uint32_t capture = find_capture(anchor);
      if (capture == none) return unknown_capture(anchor, anchor_at);
      made.anchor = capture + 1;
    }
    if (!each.empty()) {
      made.each = find_capture(each);
      if (made.each == none) return unknown_capture(each, each_at);
      if (anchor.empty()) made.anchor = made.each + 1;
    }
    if (!read_guards(made)) return false;
    if (accept_word("set") && !read_assignments(made)) return false;
    const std::size_t examples = out_.examples.size();
    const auto index = mode == how::replace ? known : static_cast<std::uint32_t>(out_.rules.size());
    for (;;) {
      if (accept_word("example")) {
        if (!read_example(index, true)) return forget_examples(examples);
      } else if (accept("counter-example")) {
        if (!read_example(index, false)) return forget_examples(examples);
      } else {
        break;
      }
    }
    if (!expect(";")) return forget_examples(examples);
    const cursor behind = here();
    for (const shared_fields& shared : shared_) {
      if (shared.type != made.type || made.blocks) continue;
      if (read_shared_fields(made, shared.assignments)) continue;
      go_to(behind); // what follows is read once only
      return false;
    }
    go_to(behind);
    made.captures = captures_;
    rules_.insert(made.name, index);
    if (mode == how::replace) {
      out_.rules[index] = std::move(made);
    } else {
      out_.rules.push_back(std::move(made));
    }
    return true;
  }

  constexpr bool forget_examples(std::size_t count) {
    out_.examples.resize(count);
    return false;
  }

  /// Leaves only the captures that the pattern has, and notes which new number each old one got.
  constexpr void keep_captures(rule_text& made) {
    made.numbers.assign(captures_.size(), none);
    ++visit_;
    seen_.resize(out_.nodes.size(), 0);
    buffer<std::uint32_t> open{made.root};
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      if (seen_[index] == visit_) continue;
      seen_[index] = visit_;
      const node& part = out_.nodes[index];
      if (part.what == node::kind::capture) made.numbers[part.value] = 0;
      open.append(part.parts.begin(), part.parts.end());
    }
    buffer<std::string_view> kept;
    for (std::size_t i = 0; i < captures_.size(); ++i) {
      if (made.numbers[i] == none) continue;
      made.numbers[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(captures_[i]);
    }
    captures_ = std::move(kept);
  }

  // --- examples --------------------------------------------------------------------------------

  /// `example "text" => field = value, …` for a rule, `=> type field = value, …` elsewhere.
  constexpr bool read_example(std::uint32_t rule, bool expects) {
    example_text made;
    made.rule = rule;
    if (!next_is_quote()) return fail(error_kind::expected_value, "\"text\"");
    made.at = place_of(at_, 1);
    if (!read_quoted(made.text)) return false;
    made.at.where.end = at_;
    while (accept("=>")) {
      expected_record record;
      record.at = place_of(at_ - 2, 2);
      std::string_view name = peek_name();
      const std::size_t begin = at_;
      at_ += name.size();
      const bool is_field = is(name, "not") || (next_is('=') && !follows("=>"));
      at_ = begin;
      if (!name.empty() && !is_field) {
        place where;
        read_name(name, &where);
        record.type = find_type(name, false);
        if (record.type == none || !is_record(record.type)) return unknown_type(name, where, false);
      } else if (rule == none) {
        return fail(error_kind::expected_name);
      }
      if (expects && !next_is(';') && !follows("=>") && !is(peek_here(), "example") &&
          !is(peek_here(), "counter") && !read_expected(record))
        return false;
      made.records.push_back(std::move(record));
    }
    if (expects && made.records.empty()) return fail(error_kind::expected_symbol, "=>");
    made.expects = expects;
    out_.examples.push_back(std::move(made));
    return true;
  }

  constexpr bool read_expected(expected_record& record) {
    do {
      expected_field field;
      field.absent = accept_word("not");
      if (!read_name(field.name, &field.at)) return false;
      if (!field.absent && (!expect("=") || (skip_blank(), !read_word(field.value)))) return false;
      record.fields.push_back(field);
    } while (accept(','));
    return true;
  }

  Resolve& resolve_;
  name_table sources_;
  buffer<std::uint8_t> begun_; // by source: it was read, or is being read
  name_table rules_;
  buffer<cursor> importing_; // where to go on behind an import
  buffer<shared_fields> shared_;
  buffer<std::string_view> pattern_captures_; // of all patterns: they keep their index in rules
  buffer<std::uint32_t> seen_;                // by node: the last visit in which it was met
  std::uint32_t visit_ = 0;
};

} // namespace hantext::rules::detail
