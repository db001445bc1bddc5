/// \file
/// Compiles the text of rule packs into a `rules::program`; the language is described in rules.hpp.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/diagnostic.hpp>
#include <hantext/rules/generate.hpp>
#include <hantext/rules/parse.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/syntax.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// Compiles one pack that imports nothing; `name` is what its matches say of it.
/// Errors: the first mistake, with its byte offset in `text`; see `locate` for line and column.
/// Cost: linear in the text and in the number of states that its repetitions expand to; words are
/// sorted.
template <class = void> result<program> compile(std::string_view text, std::string_view name = {});

/// A pack or a file of words: its name and its text.
struct source {
  std::string_view name; ///< for messages, and for the matches of a pack's rules
  std::string_view text; ///< in the rule language; or words, one a line
};

/// What became of some packs: a program, or at least one error.
struct compilation {
  program rules;                    ///< empty where there is an error
  std::vector<diagnostic> problems; ///< all of them, in the order of the sources

  /// Whether there is a program: warnings alone do no harm.
  explicit operator bool() const noexcept {
    for (const diagnostic& one : problems) {
      if (one.is_error) return false;
    }
    return true;
  }
};

/// Finds nothing: for packs that import nothing and read no files.
struct no_sources {
  /// Nothing, whatever the name.
  constexpr std::optional<std::string_view> operator()(std::string_view) const noexcept {
    return std::nullopt;
  }
};

/// Compiles packs one after the other, each of which may extend, replace or switch off what those
/// before it define. `resolve(name)` gives the text of an imported pack or of a file of words as a
/// `std::optional<std::string_view>`; the text must live until this returns. It is asked once for
/// each name, and not for those of `packs`, which may import each other.
template <class Resolve = no_sources>
compilation compile(std::span<const source> packs, Resolve&& resolve = {});

namespace detail {

/// Writes a program for what the parser found. All of it may run at compile time.
template <class = void> class basic_program_writer {
public:
  constexpr basic_program_writer(syntax& from, program_data& out) noexcept
      : from_(from), out_(out) {}

  /// False where a pattern is too large, which is then the last problem.
  constexpr bool run() {
    for (const type_text& type : from_.types)
      out_.all<named_type>().push_back({out_.add(type.name), type.kind, type.keep});
    for (const source_text& source : from_.sources)
      packs_.push_back(out_.add(source.name));
    write_words();
    generator code(from_, out_);
    for (const rule_text& one : from_.rules) {
      if (!one.off && !write_rule(code, one)) return false;
    }
    code.finish();
    return true;
  }

private:
  /// Gives every distinct word one index in the matcher and gathers its entries there.
  constexpr void write_words() {
    buffer<list<attribute>> sets;
    for (const buffer<attribute_text>& set : from_.attribute_sets) {
      buffer<attribute> attributes;
      for (const attribute_text& one : set)
        attributes.push_back({out_.add(one.name), out_.add(one.value)});
      sets.push_back(out_.add(attributes));
    }
    buffer<word_key> order;
    for (std::uint32_t i = 0; i < from_.words.size(); ++i)
      order.push_back({first_bytes(from_.words[i].text), i});
    std::sort(order.begin(), order.end(), [&](const word_key& a, const word_key& b) {
      if (a.first != b.first) return a.first < b.first;
      const int compared = from_.words[a.index].text.compare(from_.words[b.index].text);
      return compared != 0 ? compared < 0 : a.index < b.index;
    });
    buffer<word>& words = out_.all<word>();
    buffer<word_entry>& entries = out_.all<word_entry>();
    std::string_view last;
    for (const word_key& key : order) {
      const word_text& one = from_.words[key.index];
      const auto begin = static_cast<std::uint32_t>(entries.size());
      if (words.empty() || one.text != last) words.push_back({out_.add(one.text), {begin, begin}});
      last = one.text;
      const word_entry entry{one.type, sets[one.attributes]};
      // One of many is told once, as far as it is quickly seen.
      const std::uint32_t seen = std::min<std::uint32_t>(8, words.back().entries.size());
      if (std::find(entries.end() - seen, entries.end(), entry) != entries.end()) continue;
      entries.push_back(entry);
      ++words.back().entries.end;
    }
  }

  /// What most words differ by, so that sorting seldom looks at the words themselves.
  struct word_key {
    std::uint64_t first = 0;
    std::uint32_t index = 0;
  };
  static constexpr std::uint64_t first_bytes(std::string_view text) noexcept {
    const char* const from = text.data();
    const std::size_t size = text.size();
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 8; ++i)
      bytes = bytes << 8 | (i < size ? static_cast<unsigned char>(from[i]) : 0u);
    return bytes;
  }

  constexpr bool write_rule(generator& code, const rule_text& one) {
    rule made;
    made.name = out_.add(one.name);
    made.pack = packs_[one.at.source];
    made.type = one.type;
    made.blocks = one.blocks;
    made.anchor = one.anchor;
    made.each = one.each == none ? 0 : one.each + 1;
    made.priority = one.priority;
    buffer<guard> guards;
    for (const guard_text& text : one.guards) {
      guard written{text.kind, text.from, text.to, none, text.most, {}};
      if (text.kind == guard_kind::absent) {
        written.block = code.block_code(text.root);
        if (written.block == none) return is_too_large(one);
      }
      buffer<test> tests;
      for (const test_text& asked : text.tests) {
        buffer<value_text> operands{asked.left};
        operands.append(asked.right.begin(), asked.right.end());
        tests.push_back({asked.compare, asked.negated, asked.type, add_values(operands)});
      }
      written.tests = out_.add(tests);
      guards.push_back(written);
    }
    if (!code.rule_code(one.root, one.numbers, made)) return is_too_large(one);
    buffer<letters> captures;
    for (const std::string_view capture : one.captures)
      captures.push_back(out_.add(capture));
    made.captures = out_.add(captures);
    made.guards = out_.add(guards);
    buffer<assignment> assignments;
    for (const assignment_text& set : one.assignments)
      assignments.push_back({out_.add(set.field), add_values(set.alternatives)});
    made.assignments = out_.add(assignments);
    out_.all<rule>().push_back(made);
    return true;
  }

  constexpr bool is_too_large(const rule_text& one) {
    from_.problems.push_back({error_kind::pattern_too_large, true, one.at, {}, {}});
    return false;
  }

  constexpr list<value_source> add_values(const buffer<value_text>& values) {
    buffer<value_source> made;
    for (const value_text& one : values) {
      value_source source;
      source.kind = one.kind;
      source.direction = one.direction;
      source.scope = one.scope;
      source.joined = one.joined;
      source.target = one.target;
      source.within = one.within;
      source.text = out_.add(one.text);
      made.push_back(source);
    }
    return out_.add(made);
  }

  syntax& from_;
  program_data& out_;
  buffer<letters> packs_; // the names of the sources
};
using program_writer = basic_program_writer<>;

/// Compiles one text, which must outlive it. All of it may run at compile time.
template <class = void> class basic_compiler {
public:
  constexpr explicit basic_compiler(std::string_view text, std::string_view name = {}) {
    tree_.sources.push_back({name, text});
  }

  /// False where there is a mistake, which `problem` tells; else `data` is the program.
  constexpr bool run() {
    no_sources resolve;
    parser(tree_, resolve).run();
    return tree_.problems.empty() && program_writer(tree_, out_).run();
  }
  constexpr error problem() const noexcept {
    const detail::problem& first = tree_.problems.front();
    return {first.kind, first.at.where.begin, first.at.where.size()};
  }
  constexpr const syntax& tree() const noexcept { return tree_; }
  constexpr program_data& data() noexcept { return out_; }

private:
  syntax tree_;
  program_data out_;
};
using compiler = basic_compiler<>;

template <class Resolve>
compilation compile_sources(std::span<const source> packs, Resolve& resolve, syntax& tree) {
  for (const source& one : packs)
    tree.sources.push_back({one.name, one.text});
  parser(tree, resolve).run();
  program_data data;
  compilation made;
  if (tree.problems.empty() && program_writer(tree, data).run()) {
    if (result<program> built = program::make(std::move(data))) {
      made.rules = std::move(*built);
    } else {
      tree.problems.push_back({built.error().kind, true, {}, {}, {}});
    }
  }
  diagnostic_writer write(tree.sources);
  for (const problem& one : tree.problems)
    made.problems.push_back(write(one, message_of(one)));
  return made;
}

} // namespace detail

template <class> result<program> compile(std::string_view text, std::string_view name) {
  detail::compiler compiler(text, name);
  if (!compiler.run()) return compiler.problem();
  return program::make(std::move(compiler.data()));
}

template <class Resolve> compilation compile(std::span<const source> packs, Resolve&& resolve) {
  detail::syntax tree;
  return detail::compile_sources(packs, resolve, tree);
}

} // namespace hantext::rules
