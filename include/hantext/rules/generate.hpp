/// \file
/// From the syntax tree of a rule pack to the instructions that the engine runs.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/rules/program.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hantext::rules::detail {

constexpr std::uint32_t any_class = 0x3F;
constexpr std::size_t most_states = std::size_t{1} << 16; // of a rule
constexpr std::size_t most_code = std::size_t{1} << 24;

constexpr std::uint32_t class_bit(chars::char_class of) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(of);
}

/// A condition on what stands before or behind a place: it holds where one of its parts does.
struct look {
  bool behind = false;
  bool negated = false;
  bool sentence_edge = false;
  bool paragraph_edge = false;
  std::uint32_t classes = 0;
  std::vector<std::u32string> texts;
  std::vector<std::uint32_t> types;
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
  std::uint32_t value = 0; // class mask, annotation type, look index or capture index
  std::u32string text;
  std::vector<std::uint32_t> parts;
  std::uint32_t least = 1;
  std::uint32_t most = 1;
  bool reluctant = false;
  std::uint32_t shortest = 0; // characters that it consumes at least; an annotation counts as one
  std::uint32_t depth = 0;    // of the tree below
  std::uint32_t latest_type = 0; // the latest record type that it speaks of
};

/// What the parser found, apart from the names.
struct syntax {
  std::vector<node> nodes;
  std::vector<look> looks;
};

/// Writes the code of one rule after the other. All types must be known.
class generator {
public:
  generator(const syntax& tree, program& out) : tree_(tree), out_(out) {
    out_.row_count = begin_row(static_cast<std::uint32_t>(out_.types.size()) + first_named);
  }

  /// Appends the code for the pattern `root` of `made`; false where it is too large. `captures`
  /// gives the rule's numbers of captures.
  bool rule_code(std::uint32_t root, const std::vector<std::uint32_t>& captures, rule& made) {
    made.begin = here();
    begin_ = here();
    captures_ = &captures;
    last_fork_ = none;
    if (!emit(root) || is_too_large()) return false;
    flush_looks();
    put(operation::accept, 0);
    made.end = here();
    out_.longest_code = std::max<std::size_t>(out_.longest_code, made.end - made.begin);
    find_needed(root, made);
    return true;
  }

  /// Orders the rules by type and notes which rows wake them.
  void finish() {
    const auto count = static_cast<std::uint32_t>(out_.rules.size());
    for (std::uint32_t i = 0; i < count; ++i)
      out_.by_type.push_back(i);
    std::stable_sort(out_.by_type.begin(), out_.by_type.end(),
                     [&](auto a, auto b) { return out_.rules[a].type < out_.rules[b].type; });
    out_.wakes.resize(out_.row_count);
    std::uint32_t place = 0;
    for (std::uint32_t type = 0; type < out_.types.size(); ++type) {
      out_.type_begin.push_back(place);
      while (place < count && out_.rules[out_.by_type[place]].type == type + first_named)
        wake(place++);
    }
    out_.type_begin.push_back(place);
    find_uses();
  }

private:
  /// A set of rows of which every match needs one, and how often they may be expected.
  struct need {
    row_set rows;
    std::uint32_t cost = 0; // 0: nothing is needed
  };
  static constexpr std::size_t most_needs = 3;
  static constexpr std::uint32_t most_cost = 400;

  void wake(std::uint32_t place) {
    std::vector<row_set>& needed = out_.rules[out_.by_type[place]].needed;
    if (needed.empty()) {
      out_.always_awake.push_back(place);
      return;
    }
    needed.front().for_each([&](std::uint32_t row) { out_.wakes[row].push_back(place); });
    needed.erase(needed.begin()); // being awake says as much
  }

  void find_uses() {
    out_.uses.resize(out_.types.size() + first_named);
    const auto use = [&](std::uint32_t row) {
      if (row < first_type_row || row >= begin_row(static_cast<std::uint32_t>(out_.uses.size())))
        return;
      type_use& of = out_.uses[(row - first_type_row) / 2];
      ((row - first_type_row) % 2 == 0 ? of.begins : of.ends) = true;
    };
    for (const mask& one : out_.masks) {
      one.here.for_each(use);
      one.before.for_each(use);
    }
    for (const row_set& one : out_.needs)
      one.for_each(use);
    for (const instruction& step : out_.code) {
      if (step.op == operation::jump) {
        out_.uses[step.argument].begins = true;
        out_.uses[step.argument].listed = true;
      } else if (step.argument < out_.row_count &&
                 (step.op == operation::step || step.op == operation::run)) {
        use(step.argument);
      }
    }
    for (const rule& one : out_.rules) {
      for (const row_set& needed : one.needed)
        needed.for_each(use);
      for (const assignment& set : one.assignments) {
        for (const value_source& source : set.alternatives) {
          if (source.kind == value_kind::nearest) out_.uses[source.target].listed = true;
        }
      }
    }
    for (std::uint32_t row = 0; row < out_.wakes.size(); ++row) {
      if (!out_.wakes[row].empty()) use(row);
    }
  }

  // --- rows and masks --------------------------------------------------------------------------

  std::uint32_t row_of(char32_t c) {
    const std::uint32_t row = out_.characters.insert(c, out_.row_count);
    if (row == out_.row_count) ++out_.row_count;
    return row;
  }

  void insert_classes(row_set& rows, std::uint32_t classes) {
    for (std::uint32_t row = 0; row < sentence_begin_row; ++row) {
      if ((classes >> row & 1) != 0) rows.insert(row);
    }
  }

  std::uint32_t mask_of(mask made) {
    const auto next = static_cast<std::uint32_t>(out_.masks.size());
    const auto [place, is_new] = known_.emplace(std::move(made), next);
    if (is_new) out_.masks.push_back(place->first);
    return place->second;
  }

  std::uint32_t mask_of_look(std::uint32_t index) {
    const look& of = tree_.looks[index];
    mask made;
    made.negated = of.negated;
    row_set& stands = of.behind ? made.before : made.here;
    insert_classes(stands, of.classes);
    for (const std::u32string& text : of.texts) {
      if (text.size() == 1) {
        stands.insert(row_of(text.front()));
        continue;
      }
      made.texts_before = of.behind;
      made.texts.emplace_back();
      for (const char32_t c : text)
        made.texts.back().push_back(row_of(c));
    }
    for (const std::uint32_t type : of.types)
      made.here.insert(of.behind ? end_row(type) : begin_row(type));
    if (of.sentence_edge) made.here.insert(of.behind ? sentence_begin_row : sentence_end_row);
    if (of.paragraph_edge) made.here.insert(of.behind ? paragraph_begin_row : paragraph_end_row);
    return mask_of(std::move(made));
  }

  /// The argument for an instruction that needs all `looks_` and one of `rows`, or only the looks.
  std::uint32_t argument_of(const row_set* rows) {
    std::vector<std::uint32_t> looks = std::move(looks_);
    looks_.clear();
    std::sort(looks.begin(), looks.end());
    looks.erase(std::unique(looks.begin(), looks.end()), looks.end());
    if (rows == nullptr && looks.size() == 1) return looks.front() | is_mask;
    if (rows != nullptr && looks.empty() && rows->words.size() == 1) {
      const row_set::word& only = rows->words.front();
      if ((only.bits & (only.bits - 1)) == 0) {
        std::uint32_t bit = 0;
        while ((only.bits >> bit & 1) == 0)
          ++bit;
        return only.index * 64 + bit;
      }
    }
    mask made;
    if (rows != nullptr) {
      made.here = *rows;
    } else {
      made.here.insert(inside_row);
    }
    made.also = std::move(looks);
    return mask_of(std::move(made)) | is_mask;
  }

  // --- instructions ----------------------------------------------------------------------------
  // Code is laid out so that every part falls through to the instruction behind it. Looks are held
  // back until the character behind them is known: both together are one condition.

  std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(out_.code.size()); }

  void put(operation op, std::uint32_t argument) {
    instruction made;
    made.op = op;
    made.argument = argument;
    made.next = here() + 1;
    made.skip_to = last_fork_;
    if (op == operation::fork || op == operation::go) last_fork_ = here();
    out_.code.push_back(made);
  }

  bool is_too_large() const noexcept {
    return here() - begin_ > most_states || here() > most_code || looks_.size() > most_states;
  }

  void flush_looks() {
    if (!looks_.empty()) put(operation::look, argument_of(nullptr));
  }

  /// Whether a node consumes exactly one character that a condition describes; notes the
  /// condition in `rows` and its looks in `looks_`.
  bool take_character(std::uint32_t root, row_set& rows) {
    const node& made = tree_.nodes[root];
    switch (made.what) {
    case node::kind::text:
      if (made.text.size() != 1) return false;
      rows.insert(row_of(made.text.front()));
      return true;
    case node::kind::among:
      for (const char32_t c : made.text)
        rows.insert(row_of(c));
      return true;
    case node::kind::one_of:
      insert_classes(rows, made.value);
      return true;
    case node::kind::sequence: {
      const std::size_t held = looks_.size();
      for (std::size_t i = 0; i + 1 < made.parts.size(); ++i) {
        if (tree_.nodes[made.parts[i]].what != node::kind::look) {
          looks_.resize(held);
          return false;
        }
        looks_.push_back(mask_of_look(tree_.nodes[made.parts[i]].value));
      }
      if (take_character(made.parts.back(), rows)) return true;
      looks_.resize(held);
      return false;
    }
    default:
      return false;
    }
  }

  bool emit(std::uint32_t root) {
    const node& made = tree_.nodes[root];
    if (is_too_large()) return false;
    if (row_set rows; take_character(root, rows)) {
      put(operation::step, argument_of(&rows));
      return true;
    }
    switch (made.what) {
    case node::kind::text:
      for (const char32_t c : made.text) {
        row_set rows;
        rows.insert(row_of(c));
        put(operation::step, argument_of(&rows));
      }
      return true;
    case node::kind::jump:
      flush_looks();
      put(operation::jump, made.value);
      return true;
    case node::kind::look:
      looks_.push_back(mask_of_look(made.value));
      return true;
    case node::kind::sequence:
      for (const std::uint32_t part : made.parts) {
        if (!emit(part)) return false;
      }
      return true;
    case node::kind::capture:
      flush_looks();
      put(operation::save, 2 * (*captures_)[made.value] + 2);
      if (!emit(made.parts.front())) return false;
      flush_looks();
      put(operation::save, 2 * (*captures_)[made.value] + 3);
      return true;
    case node::kind::choice:
      return emit_choice(made);
    case node::kind::repeat:
      return emit_repeat(made);
    default: // one character, done above
      return false;
    }
  }

  bool emit_choice(const node& made) {
    flush_looks();
    std::vector<std::uint32_t> exits;
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
      const bool last = i + 1 == made.parts.size();
      const std::uint32_t fork = here();
      if (!last) put(operation::fork, 0);
      if (!emit(made.parts[i])) return false;
      flush_looks();
      // The end of each alternative; without its need it is passed over as a whole.
      exits.push_back(here());
      put(operation::go, here() - fork > 3 ? need_index(made.parts[i]) : none);
      if (out_.code.back().argument != none) {
        // The last alternative has no fork of its own: what stands before it is the exit of
        // another.
        out_.code.back().skip_to = last ? fork - 1 : fork;
      }
      if (!last) out_.code[fork].other = here();
    }
    for (const std::uint32_t exit : exits)
      out_.code[exit].next = here();
    return true;
  }

  bool emit_repeat(const node& made) {
    flush_looks();
    const std::uint32_t part = made.parts.front();
    if (row_set rows; take_character(part, rows)) {
      single_looks_ = std::move(looks_);
      put_run(rows, made);
      return true;
    }
    if (tree_.nodes[part].what == node::kind::choice && made.most > 2) {
      // Where only the alternative of one character can be met, the repetition is a run.
      row_set rows, rest;
      if (split_choice(tree_.nodes[part], rows, rest)) {
        const std::uint32_t fork = here();
        put(operation::fork, 0);
        put_run(rows, made);
        const std::uint32_t exit = here();
        const auto rare = static_cast<std::uint32_t>(out_.needs.size());
        out_.needs.push_back(std::move(rest));
        put(operation::go, rare);
        out_.code.back().reluctant = true;
        out_.code[fork].other = here();
        if (!emit_unrolled(made)) return false;
        put(operation::go, rare);
        out_.code.back().skip_to = exit;
        out_.code[exit].next = here();
        return true;
      }
    }
    return emit_unrolled(made);
  }

  /// Whether a choice has one alternative of one character, without looks of its own place, and
  /// others that all need something else: gives the rows of either.
  bool split_choice(const node& choice, row_set& rows, row_set& rest) {
    bool found = false;
    for (const std::uint32_t part : choice.parts) {
      row_set own;
      const std::size_t held = looks_.size();
      if (!found && take_character(part, own)) {
        found = true;
        rows = std::move(own);
        single_looks_.assign(looks_.begin() + static_cast<std::ptrdiff_t>(held), looks_.end());
        looks_.resize(held);
        continue;
      }
      looks_.resize(held);
      const need one = need_of(part);
      if (one.cost == 0) return false;
      one.rows.for_each([&](std::uint32_t row) { rest.insert(row); });
    }
    return found;
  }

  void put_run(const row_set& rows, const node& made) {
    looks_ = single_looks_;
    put(operation::run, argument_of(&rows));
    out_.code.back().least = static_cast<std::uint8_t>(made.least);
    out_.code.back().most = static_cast<std::uint8_t>(made.most);
    out_.code.back().reluctant = made.reluctant;
  }

  std::uint32_t need_index(std::uint32_t root) {
    need one = need_of(root);
    if (one.cost == 0 || one.cost > most_cost) return none;
    out_.needs.push_back(std::move(one.rows));
    return static_cast<std::uint32_t>(out_.needs.size() - 1);
  }

  bool emit_unrolled(const node& made) {
    const std::uint32_t part = made.parts.front();
    for (std::uint32_t i = 0; i < made.least; ++i) {
      if (!emit(part)) return false;
      flush_looks();
    }
    std::vector<std::uint32_t> forks;
    for (std::uint32_t i = made.least; i < made.most; ++i) {
      forks.push_back(here());
      put(operation::fork, 0);
      if (!emit(part)) return false;
      flush_looks();
    }
    if (!forks.empty()) {
      out_.code[forks.back()].first_fork = forks.front();
      if (here() - forks.back() > 3) {
        if (const std::uint32_t index = need_index(part); index != none) {
          put(operation::go, index);
          out_.code.back().skip_to = forks.front();
        }
      }
    }
    for (const std::uint32_t fork : forks) {
      instruction& split = out_.code[fork];
      split.other = here();
      if (made.reluctant) std::swap(split.next, split.other);
    }
    return true;
  }

  // --- what a match needs ----------------------------------------------------------------------

  static constexpr std::uint32_t cost_of(char32_t c) noexcept {
    return chars::is_punctuation(c) ? 20 : 2;
  }

  void find_needed(std::uint32_t root, rule& made) {
    std::vector<need> all;
    gather_needs(root, all);
    std::stable_sort(all.begin(), all.end(),
                     [](const need& a, const need& b) { return a.cost < b.cost; });
    for (need& one : all) {
      if (made.needed.size() == most_needs) break;
      if (std::find(made.needed.begin(), made.needed.end(), one.rows) == made.needed.end())
        made.needed.push_back(std::move(one.rows));
    }
  }

  void add_need(std::vector<need>& all, need one) {
    if (one.cost != 0 && one.cost <= most_cost) all.push_back(std::move(one));
  }

  void gather_needs(std::uint32_t root, std::vector<need>& all) {
    const node& made = tree_.nodes[root];
    switch (made.what) {
    case node::kind::sequence:
    case node::kind::capture:
      for (const std::uint32_t part : made.parts)
        gather_needs(part, all);
      return;
    case node::kind::repeat:
      if (made.least > 0) gather_needs(made.parts.front(), all);
      return;
    case node::kind::text:
      for (const char32_t c : made.text) {
        need one;
        one.rows.insert(row_of(c));
        one.cost = cost_of(c);
        add_need(all, std::move(one));
      }
      return;
    default:
      add_need(all, need_of(root));
    }
  }

  /// The rarest need of a pattern.
  need need_of(std::uint32_t root) {
    const node& made = tree_.nodes[root];
    need sum;
    switch (made.what) {
    case node::kind::among:
      for (const char32_t c : made.text) {
        sum.rows.insert(row_of(c));
        sum.cost += cost_of(c);
      }
      return sum;
    case node::kind::one_of:
      if ((made.value & class_bit(chars::char_class::han)) != 0) return sum;
      insert_classes(sum.rows, made.value);
      sum.cost = 60;
      return sum;
    case node::kind::jump:
      sum.rows.insert(begin_row(made.value));
      sum.cost = 5;
      return sum;
    case node::kind::look:
      return need_of_look(tree_.looks[made.value]);
    case node::kind::choice:
      for (const std::uint32_t part : made.parts) {
        const need one = need_of(part);
        if (one.cost == 0) return need{};
        one.rows.for_each([&](std::uint32_t row) { sum.rows.insert(row); });
        sum.cost += one.cost;
      }
      return sum;
    default: {
      std::vector<need> all;
      gather_needs(root, all);
      for (need& one : all) {
        if (sum.cost == 0 || one.cost < sum.cost) sum = std::move(one);
      }
      return sum;
    }
    }
  }

  need need_of_look(const look& of) {
    need sum;
    if (of.negated || of.sentence_edge || of.paragraph_edge) return sum;
    if ((of.classes & class_bit(chars::char_class::han)) != 0) return sum;
    insert_classes(sum.rows, of.classes);
    if (of.classes != 0) sum.cost += 60;
    for (const std::u32string& text : of.texts) {
      sum.rows.insert(row_of(text.front()));
      sum.cost += cost_of(text.front());
    }
    for (const std::uint32_t type : of.types) {
      sum.rows.insert(of.behind ? end_row(type) : begin_row(type));
      sum.cost += 5;
    }
    return sum;
  }

  const syntax& tree_;
  program& out_;
  std::map<mask, std::uint32_t> known_;
  std::vector<std::uint32_t> looks_;        // masks that the next instruction must hold to
  std::vector<std::uint32_t> single_looks_; // of the alternative of one character
  const std::vector<std::uint32_t>* captures_ = nullptr;
  std::uint32_t begin_ = 0; // of the rule's code
  std::uint32_t last_fork_ = none;
};

} // namespace hantext::rules::detail
