/// \file
/// What is probably a mistake in a rule pack that compiles: names that nothing uses, rules that can
/// never match or never win, words listed twice with different attributes.
///
/// Repetitions that could go on without consuming anything, and looks without a bound, need no
/// lint: the language has none, the parser refuses the former and cannot express the latter.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/parse_pattern.hpp>
#include <hantext/rules/reader.hpp>
#include <hantext/rules/syntax.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules::detail {

/// Looks through what the parser found and adds warnings about the first `given` sources to its
/// problems; those that were only imported are their authors' concern.
template <class = void> class basic_linter {
public:
  basic_linter(syntax& tree, std::size_t given) : tree_(tree), given_(given) {}

  void run() {
    find_conflicting_words();
    find_dead_rules();
    find_shadowed_rules();
    find_unused_names();
  }

private:
  void warn(error_kind kind, place at) {
    if (at.source < given_) tree_.problems.push_back({kind, false, at, {}, {}});
  }

  bool same_attributes(std::uint32_t a, std::uint32_t b) const {
    const auto& one = tree_.attribute_sets[a];
    const auto& other = tree_.attribute_sets[b];
    return std::is_permutation(one.begin(), one.end(), other.begin(), other.end(),
                               [](const attribute_text& x, const attribute_text& y) {
                                 return x.name == y.name && x.value == y.value;
                               });
  }

  void find_conflicting_words() {
    std::vector<std::uint32_t> order(tree_.words.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
      order[i] = i;
    const auto key = [&](std::uint32_t i) {
      return std::pair(tree_.words[i].type, tree_.words[i].text);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return key(a) != key(b) ? key(a) < key(b) : a < b;
    });
    std::vector<std::uint32_t> found;
    for (std::size_t i = 1; i < order.size(); ++i) {
      const word_text &one = tree_.words[order[i - 1]], &other = tree_.words[order[i]];
      if (one.type == other.type && one.text == other.text &&
          !same_attributes(one.attributes, other.attributes))
        found.push_back(order[i]);
    }
    std::sort(found.begin(), found.end());
    for (const std::uint32_t word : found)
      warn(error_kind::conflicting_word, tree_.words[word].at);
  }

  // --- rules that never match ------------------------------------------------------------------

  void find_dead_rules() {
    alive_.assign(tree_.types.size() + first_named, 0);
    for (std::uint32_t type = 0; type < first_named; ++type)
      alive_[type] = 1;
    for (std::size_t i = 0; i < tree_.types.size(); ++i)
      alive_[i + first_named] = tree_.types[i].kind == type_kind::given ? 1 : 0;
    for (const word_text& word : tree_.words)
      alive_[word.type] = 1;
    // A rule speaks of types that are made before its own.
    std::vector<std::uint32_t> order(tree_.rules.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::uint32_t one = tree_.rules[a].type, other = tree_.rules[b].type;
      return one != other ? one < other : a < b;
    });
    std::vector<std::uint32_t> dead;
    for (const std::uint32_t index : order) {
      const rule_text& rule = tree_.rules[index];
      if (rule.off) continue;
      if (!can_match(rule.root)) {
        dead.push_back(index);
      } else if (!rule.blocks) {
        alive_[rule.type] = 1;
      }
    }
    std::sort(dead.begin(), dead.end());
    for (const std::uint32_t index : dead)
      warn(error_kind::never_matches, tree_.rules[index].at);
  }

  /// Whether the pattern can match at all, as far as types and neighbouring classes tell. Patterns
  /// are as deep as groups and names nest, not as texts are long.
  bool can_match(std::uint32_t root) {
    known_.resize(tree_.nodes.size(), 0);
    if (known_[root] == 0) known_[root] = finds_match(root) ? 2 : 1;
    return known_[root] == 2;
  }

  bool finds_match(std::uint32_t root) {
    const node& made = tree_.nodes[root];
    const auto can = [&](std::uint32_t part) { return can_match(part); };
    switch (made.what) {
    case node::kind::jump:
      return alive_[made.value] != 0;
    case node::kind::choice:
      return std::any_of(made.parts.begin(), made.parts.end(), can);
    case node::kind::repeat:
      return made.least == 0 || can_match(made.parts.front());
    case node::kind::sequence:
      for (std::size_t i = 0; i + 1 < made.parts.size(); ++i) {
        if (!can_follow(made.parts[i], made.parts[i + 1])) return false;
      }
      return std::all_of(made.parts.begin(), made.parts.end(), can);
    case node::kind::capture:
      return can_match(made.parts.front());
    case node::kind::look: {
      const look& of = tree_.looks[made.value];
      return of.negated || of.sentence_edge || of.paragraph_edge || of.classes != 0 ||
             !of.texts.empty() ||
             std::any_of(of.types.begin(), of.types.end(),
                         [&](std::uint32_t type) { return alive_[type] != 0; }) ||
             std::any_of(of.patterns.begin(), of.patterns.end(), can);
    }
    default:
      return true;
    }
  }

  /// Whether what a look demands of the next character and what stands there go together.
  bool can_follow(std::uint32_t first, std::uint32_t second) const {
    if (tree_.nodes[first].what != node::kind::look) return true;
    const look& of = tree_.looks[tree_.nodes[first].value];
    const std::uint32_t next = first_classes(second);
    if (of.behind || of.edge_here || next == any_class) return true;
    if (of.negated) return (next & ~of.classes) != 0;
    const bool only_classes = of.texts.empty() && of.types.empty() && of.patterns.empty() &&
                              (of.classes != 0 || of.sentence_edge || of.paragraph_edge);
    return !only_classes || (next & of.classes) != 0;
  }

  /// The classes that the first character may have; all of them where that is not easily said.
  std::uint32_t first_classes(std::uint32_t root) const {
    const node& made = tree_.nodes[root];
    std::uint32_t classes = 0;
    switch (made.what) {
    case node::kind::one_of:
      return made.value;
    case node::kind::text:
      return classes_of(made.text.front());
    case node::kind::among:
      for (const char32_t c : made.text)
        classes |= classes_of(c);
      return classes;
    case node::kind::capture:
      return first_classes(made.parts.front());
    case node::kind::repeat:
      return made.least == 0 ? any_class : first_classes(made.parts.front());
    default:
      return any_class;
    }
  }
  /// Literals are folded, so that the text may have them in another width.
  static std::uint32_t classes_of(char32_t c) noexcept {
    return c < 0x80 ? any_class : class_bit(chars::classify(c));
  }

  // --- rules that never win --------------------------------------------------------------------

  void find_shadowed_rules() {
    name_table known;              // keys of patterns → rules
    std::vector<std::string> keys; // that the table speaks of
    std::vector<std::pair<std::uint32_t, std::vector<std::string>>> all;
    std::size_t size = 0;
    for (std::uint32_t index = 0; index < tree_.rules.size(); ++index) {
      const rule_text& rule = tree_.rules[index];
      if (rule.off || tree_.types[rule.type - first_named].keep != keep::leftmost) continue;
      std::vector<std::string> own = alternatives(rule);
      if (own.empty()) continue;
      size += own.size();
      all.push_back({index, std::move(own)});
    }
    keys.reserve(size); // the table keeps views of them
    for (auto& [index, own] : all) {
      const std::uint32_t priority = tree_.rules[index].priority;
      const auto beaten = [&](const std::string& key) {
        const std::uint32_t other = known.find(key);
        return other != none && tree_.rules[other].priority >= priority;
      };
      if (std::all_of(own.begin(), own.end(), beaten)) {
        warn(error_kind::shadowed, tree_.rules[index].at);
        continue;
      }
      if (!tree_.rules[index].guards.empty()) continue;
      for (std::string& key : own) {
        if (known.find(key) != none) continue;
        keys.push_back(std::move(key));
        known.insert(keys.back(), index);
      }
    }
  }

  /// What each alternative of a rule matches and where its record lies, written down; empty where
  /// that is long.
  std::vector<std::string> alternatives(const rule_text& rule) const {
    std::vector<std::string> out;
    const node& root = tree_.nodes[rule.root];
    buffer<std::uint32_t> roots;
    if (root.what == node::kind::choice && rule.anchor == 0) {
      roots = root.parts;
    } else {
      roots.push_back(rule.root);
    }
    if (rule.each != none) return {};
    for (const std::uint32_t part : roots) {
      std::string key = std::to_string(rule.type) + (rule.blocks ? "b" : "e");
      if (!write_key(part, rule, key)) return {};
      out.push_back(std::move(key));
    }
    return out;
  }

  static constexpr std::size_t longest_key = 4096;

  bool write_key(std::uint32_t root, const rule_text& rule, std::string& key) const {
    const node& made = tree_.nodes[root];
    if (key.size() > longest_key) return false;
    const bool is_anchor =
        made.what == node::kind::capture && rule.numbers[made.value] + 1 == rule.anchor;
    if (made.what == node::kind::capture && !is_anchor)
      return write_key(made.parts.front(), rule, key);
    const auto add = [&](std::uint32_t number) { key.append(std::to_string(number)).append(","); };
    key += '(';
    add(static_cast<std::uint32_t>(made.what));
    if (made.what == node::kind::look) { // every look has an index of its own
      if (!write_look(tree_.looks[made.value], rule, key)) return false;
    } else if (made.what != node::kind::capture) {
      add(made.value);
    }
    add(made.least);
    add(made.most);
    add(made.reluctant ? 1 : 0);
    for (const char32_t c : made.text)
      add(static_cast<std::uint32_t>(c));
    for (const std::uint32_t part : made.parts) {
      if (!write_key(part, rule, key)) return false;
    }
    key += ')';
    return true;
  }

  bool write_look(const look& of, const rule_text& rule, std::string& key) const {
    key.append(of.edge_here ? "h" : of.behind ? "b" : "a").append(of.negated ? "n" : "");
    key.append(of.sentence_edge ? "s" : "").append(of.paragraph_edge ? "p" : "");
    key.append(std::to_string(of.classes));
    for (const auto& text : of.texts) {
      key += '"';
      for (const char32_t c : text)
        key.append(std::to_string(static_cast<std::uint32_t>(c))).append(",");
    }
    for (const std::uint32_t type : of.types)
      key.append("@").append(std::to_string(type));
    return std::all_of(of.patterns.begin(), of.patterns.end(),
                       [&](std::uint32_t part) { return write_key(part, rule, key); });
  }

  // --- names -----------------------------------------------------------------------------------

  void find_unused_names() {
    for (const known_name& pattern : tree_.patterns) {
      if (!pattern.used) warn(error_kind::unused_name, pattern.at);
    }
    std::vector<bool> has_attributes(tree_.types.size() + first_named);
    for (const word_text& word : tree_.words) {
      // A capture may be asked for the attributes of what it covers without naming the lexicon.
      if (!tree_.attribute_sets[word.attributes].empty()) has_attributes[word.type] = true;
    }
    for (std::size_t i = 0; i < tree_.types.size(); ++i) {
      const type_text& type = tree_.types[i];
      if (!type.used && type.kind != type_kind::record && !has_attributes[i + first_named])
        warn(error_kind::unused_name, type.at);
    }
  }

  syntax& tree_;
  std::size_t given_;
  std::vector<std::uint8_t> alive_; // by type: there may be such annotations
  std::vector<std::uint8_t> known_; // by node: 0 for not yet, 1 for no match, 2 for a match
};
using linter = basic_linter<>;

} // namespace hantext::rules::detail
