/// \file
/// From the syntax tree of a rule pack to the instructions that the engine runs.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/parse_pattern.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/rows.hpp>
#include <hantext/rules/syntax.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace hantext::rules::detail {

constexpr std::size_t most_code = std::size_t{1} << 24;

/// Writes the code of one rule after the other. All types must be known.
template <class = void> class basic_generator {
public:
  constexpr basic_generator(const syntax& tree, program_data& out)
      : tree_(tree), out_(out), code_(out.all<instruction>()) {
    code_.reserve(std::min<std::size_t>(1 << 14, 2 * tree.nodes.size()));
    row_count_ = begin_row(static_cast<std::uint32_t>(out_.types().size()) + first_named);
  }

  /// Appends the code for the pattern `root` of `made`; false where it is too large. `captures`
  /// gives the rule's numbers of captures.
  constexpr bool rule_code(std::uint32_t root, const buffer<std::uint32_t>& captures, rule& made) {
    if (!find_blocks(root)) return false;
    made.begin = here();
    if (!pattern_code(root, &captures)) return false;
    made.end = here();
    made.begins_rarely = is_rare_at(root, true) && !is_rare_at(root, false);
    find_needed(root, made);
    return true;
  }

  /// Appends the code for a pattern that captures nothing, and gives the index of its block; `none`
  /// where it is too large.
  constexpr std::uint32_t block_code(std::uint32_t root) {
    return find_blocks(root) ? make_block(root) : none;
  }

  /// Orders the rules by type and notes which rows wake them.
  constexpr void finish() {
    const auto count = static_cast<std::uint32_t>(out_.rules().size());
    const buffer<rule>& rules = out_.all<rule>();
    buffer<std::uint32_t> type_begin(out_.types().size() + 1, 0), by_type(count, 0);
    for (std::uint32_t i = 0; i < count; ++i)
      ++type_begin[rules[i].type - first_named + 1];
    for (std::size_t type = 1; type < type_begin.size(); ++type)
      type_begin[type] += type_begin[type - 1];
    buffer<std::uint32_t> next = type_begin;
    for (std::uint32_t i = 0; i < count; ++i)
      by_type[next[rules[i].type - first_named]++] = i;
    out_.heading.row_count = row_count_;
    out_.heading.by_type = out_.add(by_type);
    out_.heading.type_begin = out_.add(type_begin);
    characters_.write(out_);
    find_wakes(by_type);
    find_uses();
  }

private:
  constexpr std::uint32_t make_block(std::uint32_t root) {
    block made;
    made.begin = here();
    if (!pattern_code(root, nullptr)) return none;
    made.end = here();
    made.needed = add(need_of(root));
    out_.all<block>().push_back(made);
    return static_cast<std::uint32_t>(out_.all<block>().size() - 1);
  }

  constexpr bool pattern_code(std::uint32_t root, const buffer<std::uint32_t>* captures) {
    begin_ = here();
    captures_ = captures;
    last_fork_ = none;
    looks_.clear();
    if (!emit(root) || is_too_large()) return false;
    flush_looks();
    put(operation::accept, 0);
    drop_plain_exits();
    out_.heading.longest_code = std::max(out_.heading.longest_code, here() - begin_);
    return true;
  }

  /// Lets every instruction lead directly to where plain ends of alternatives would, and removes
  /// those.
  constexpr void drop_plain_exits() {
    const auto is_plain = [&](std::uint32_t i) {
      return code_[i].op == operation::go && code_[i].argument == none;
    };
    buffer<std::uint32_t> places(here() - begin_ + 1, 0); // new ones
    std::uint32_t count = begin_;
    for (std::uint32_t i = begin_; i < here(); ++i) {
      places[i - begin_] = count;
      if (!is_plain(i)) ++count;
    }
    places[here() - begin_] = count;
    const auto target = [&](std::uint32_t i) {
      while (i < here() && is_plain(i))
        i = code_[i].next;
      return places[i - begin_];
    };
    for (std::uint32_t i = begin_; i < here(); ++i) {
      if (is_plain(i)) continue;
      instruction made = code_[i];
      made.next = target(made.next);
      made.other = made.op == operation::fork ? target(made.other) : made.other;
      if (made.first_fork != none) made.first_fork = places[made.first_fork - begin_];
      if (made.skip_to != none) {
        const std::uint32_t to = places[made.skip_to - begin_];
        const std::uint32_t before = is_plain(made.skip_to) ? to - 1 : to;
        made.skip_to = is_plain(made.skip_to) && to == begin_ ? none : before;
      }
      if (made.op == operation::exit) {
        alternative& of = out_.all<alternative>()[made.argument];
        of.begin = places[of.begin - begin_];
        of.exit = places[i - begin_];
      }
      code_[places[i - begin_]] = made;
    }
    code_.resize(count);
  }

  /// Writes the blocks of all looks below a node, the innermost first: no code stands within other
  /// code.
  constexpr bool find_blocks(std::uint32_t root) {
    blocks_.resize(tree_.looks.size());
    looked_.resize(tree_.nodes.size(), 0);
    buffer<std::pair<std::uint32_t, std::uint32_t>> found; // look, node
    buffer<std::uint32_t> open{root};
    while (!open.empty()) {
      const std::uint32_t index = open.back();
      open.pop_back();
      if (looked_[index] != 0) continue;
      looked_[index] = 1;
      const node& made = tree_.nodes[index];
      open.append(made.parts.begin(), made.parts.end());
      if (made.what != node::kind::look) continue;
      for (const std::uint32_t part : tree_.looks[made.value].patterns) {
        found.push_back({made.value, part});
        open.push_back(part);
      }
    }
    if (found.empty()) return true;
    // What lies within another stands further up in the file, and so do its nodes.
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [look, part] : found) {
      const std::uint32_t made = make_block(part);
      if (made == none) return false;
      blocks_[look].push_back(made);
    }
    return true;
  }

  /// Rows of which every match needs one, and how often they may be expected.
  struct need {
    std::uint32_t only = none; // one row, which most needs are; else the rows are a set
    row_set rows;
    std::uint32_t cost = 0; // 0: nothing is needed

    constexpr bool is_same(const need& other) const {
      if (only == none && other.only == none) return rows == other.rows;
      if (only != none && other.only != none) return only == other.only;
      return only == none ? other.is_same_row(rows) : is_same_row(other.rows);
    }
    /// Calls `found(row)` for all rows.
    template <class F> constexpr void for_each(F&& found) const {
      if (only != none) return found(only);
      for_each_row(rows.words, found);
    }

  private:
    constexpr bool is_same_row(const row_set& set) const {
      return set.words.size() == 1 &&
             set.words[0] == row_word{only / 64, std::uint64_t{1} << (only % 64)};
    }
  };
  static constexpr std::size_t most_needs = 3;
  static constexpr std::uint32_t most_cost = 400;

  constexpr row_list add(const row_set& rows) { return out_.add(rows.words); }
  constexpr row_list add(const need& one) {
    if (one.only == none) return add(one.rows);
    buffer<row_word>& words = out_.all<row_word>();
    const auto begin = static_cast<std::uint32_t>(words.size());
    words.push_back({one.only / 64, std::uint64_t{1} << (one.only % 64)});
    return {begin, begin + 1};
  }

  template <class Rows> constexpr std::uint32_t add_need(const Rows& rows) {
    const row_list made = add(rows);
    out_.all<row_list>().push_back(made);
    return static_cast<std::uint32_t>(out_.all<row_list>().size() - 1);
  }

  /// The first thing that a rule needs wakes it, so that only the others are to be looked for.
  constexpr void find_wakes(const buffer<std::uint32_t>& by_type) {
    buffer<buffer<std::uint32_t>> woken(row_count_);
    buffer<std::uint32_t> always;
    for (std::uint32_t place = 0; place < by_type.size(); ++place) {
      rule& of = out_.all<rule>()[by_type[place]];
      if (of.needed.empty()) {
        always.push_back(place);
        continue;
      }
      for_each_row(out_.of(out_.all<row_list>()[of.needed.begin]),
                   [&](std::uint32_t row) { woken[row].push_back(place); });
      ++of.needed.begin;
    }
    buffer<list<std::uint32_t>> wakes;
    for (const buffer<std::uint32_t>& row : woken)
      wakes.push_back(out_.add(row));
    out_.heading.wakes = out_.add(wakes);
    out_.heading.always_awake = out_.add(always);
  }

  constexpr void find_uses() {
    buffer<type_use>& uses = out_.all<type_use>();
    uses.resize(out_.types().size() + first_named, type_use{});
    const auto use = [&](std::uint32_t row) {
      if (row < first_type_row || row >= begin_row(static_cast<std::uint32_t>(uses.size()))) return;
      type_use& of = uses[(row - first_type_row) / 2];
      ((row - first_type_row) % 2 == 0 ? of.begins : of.ends) = true;
    };
    for_each_row(out_.all<row_word>(), use); // of masks and needs
    for (const instruction& step : out_.code()) {
      if (step.op == operation::jump) {
        uses[step.argument].begins = true;
        uses[step.argument].listed = true;
      } else if (step.argument < row_count_ &&
                 (step.op == operation::step || step.op == operation::run)) {
        use(step.argument);
      }
    }
    for (const value_source& source : out_.all<value_source>()) {
      if (source.kind == value_kind::nearest) uses[source.target].listed = true;
    }
    for (const test& one : out_.all<test>()) {
      if (one.compare == comparison::of_type) uses[one.type].listed = true;
    }
    buffer<letters> names; // of the fields that are asked for
    for (const value_source& source : out_.all<value_source>()) {
      if (source.kind != value_kind::constant && !source.text.empty() && !has(names, source.text))
        names.push_back(source.text);
    }
    for (const rule& of : out_.rules()) {
      for (const assignment& set : out_.of(of.assignments))
        uses[of.type].asked = uses[of.type].asked || has(names, set.field);
    }
  }

  constexpr bool has(const buffer<letters>& names, letters name) const {
    return std::any_of(names.begin(), names.end(),
                       [&](letters known) { return out_.text(known) == out_.text(name); });
  }

  // --- rows and masks --------------------------------------------------------------------------

  constexpr std::uint32_t row_of(char32_t c) {
    const std::uint32_t row = characters_.insert(c, row_count_);
    if (row == row_count_) ++row_count_;
    return row;
  }

  constexpr void insert_classes(row_set& rows, std::uint32_t classes) {
    for (std::uint32_t row = 0; row < sentence_begin_row; ++row) {
      if ((classes >> row & 1) != 0) rows.insert(row);
    }
  }

  constexpr std::uint32_t mask_of(const mask_draft& draft) {
    const auto [number, is_new] = known_.insert(draft.key());
    if (!is_new) return number;
    mask made;
    made.here = add(draft.here);
    made.before = add(draft.before);
    buffer<list<std::uint32_t>> texts;
    for (const buffer<std::uint32_t>& text : draft.texts)
      texts.push_back(out_.add(text));
    made.texts = out_.add(texts);
    made.blocks = out_.add(draft.blocks);
    made.any = out_.add(draft.any);
    made.also = out_.add(draft.also);
    made.texts_before = draft.texts_before;
    made.negated = draft.negated;
    out_.all<mask>().push_back(made);
    return number;
  }

  constexpr std::uint32_t mask_of_look(std::uint32_t index) {
    const look& of = tree_.looks[index];
    mask_draft made;
    made.negated = of.negated;
    row_set& stands = of.behind ? made.before : made.here;
    insert_classes(stands, of.classes);
    made.texts_before = of.behind;
    made.blocks = blocks_[index];
    for (const buffer<char32_t>& text : of.texts) {
      if (text.size() == 1) {
        stands.insert(row_of(text.front()));
        continue;
      }
      made.texts.emplace_back();
      for (const char32_t c : text)
        made.texts.back().push_back(row_of(c));
    }
    for (const std::uint32_t type : of.types)
      made.here.insert(of.behind ? end_row(type) : begin_row(type));
    for (const bool begins : {true, false}) {
      if (!of.edge_here && begins != of.behind) continue;
      if (of.sentence_edge) made.here.insert(begins ? sentence_begin_row : sentence_end_row);
      if (of.paragraph_edge) made.here.insert(begins ? paragraph_begin_row : paragraph_end_row);
    }
    return mask_of(made);
  }

  /// The argument for an instruction that needs all `looks_` and one of `rows`, or only the looks.
  constexpr std::uint32_t argument_of(const row_set* rows) {
    buffer<std::uint32_t> looks = take_looks();
    if (rows == nullptr && looks.size() == 1) return looks.front() | is_mask;
    if (rows != nullptr && looks.empty() && rows->words.size() == 1) {
      const row_word& only = rows->words.front();
      if ((only.bits & (only.bits - 1)) == 0) {
        return only.index * 64 + static_cast<std::uint32_t>(std::countr_zero(only.bits));
      }
    }
    mask_draft made;
    if (rows != nullptr) {
      made.here = *rows;
    } else {
      made.here.insert(inside_row);
    }
    made.also = std::move(looks);
    return mask_of(made) | is_mask;
  }

  /// The argument for an instruction that needs all `looks_` and one of some texts.
  constexpr std::uint32_t argument_of(buffer<buffer<char32_t>> texts) {
    std::sort(texts.begin(), texts.end(), [](const buffer<char32_t>& a, const buffer<char32_t>& b) {
      return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    });
    mask_draft made;
    for (const buffer<char32_t>& text : texts) {
      made.texts.emplace_back();
      for (const char32_t c : text)
        made.texts.back().push_back(row_of(c));
    }
    made.also = take_looks();
    return mask_of(made) | is_mask;
  }

  constexpr buffer<std::uint32_t> take_looks() {
    buffer<std::uint32_t> looks = std::move(looks_);
    looks_.clear();
    if (looks.size() > 1) {
      std::sort(looks.begin(), looks.end());
      const auto end = std::unique(looks.begin(), looks.end());
      looks.resize(static_cast<std::size_t>(end - looks.begin()));
    }
    return looks;
  }

  // --- instructions ----------------------------------------------------------------------------
  // Code is laid out so that every part falls through to the instruction behind it. Looks are held
  // back until the character behind them is known: both together are one condition.

  constexpr std::uint32_t here() const noexcept { return static_cast<std::uint32_t>(code_.size()); }

  constexpr void put(operation op, std::uint32_t argument) {
    const std::uint32_t at = here();
    instruction& made = code_.emplace_back();
    made.op = op;
    made.argument = argument;
    made.next = at + 1;
    made.skip_to = last_fork_;
    if (op == operation::step) made.most = 1;
    if (op == operation::fork || op == operation::go || op == operation::exit) last_fork_ = at;
  }

  constexpr bool is_too_large() const noexcept {
    return here() - begin_ > most_states || here() > most_code || looks_.size() > most_states;
  }

  constexpr void flush_looks() {
    if (!looks_.empty()) put(operation::look, argument_of(nullptr));
  }

  /// Whether a node consumes exactly one character that a condition describes; notes the
  /// condition in `rows` and its looks in `looks_`.
  constexpr bool take_character(std::uint32_t root, row_set& rows) {
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
    case node::kind::choice:
      if (!is_character(root)) return false;
      take_one_of(made.parts, rows);
      return true;
    default:
      return false;
    }
  }

  /// The same for a choice of such nodes.
  constexpr void take_one_of(const buffer<std::uint32_t>& parts, row_set& rows) {
    buffer<std::uint32_t> held = std::move(looks_);
    mask_draft made;
    for (const std::uint32_t part : parts) {
      looks_.clear();
      row_set own;
      take_character(part, own);
      const std::uint32_t argument = argument_of(&own);
      if ((argument & is_mask) != 0) {
        made.any.push_back(argument & ~is_mask);
      } else {
        made.here.insert(argument);
      }
    }
    looks_ = std::move(held);
    if (made.any.empty()) {
      rows = made.here;
      return;
    }
    std::sort(made.any.begin(), made.any.end());
    looks_.push_back(mask_of(made));
    rows.insert(inside_row);
  }

  /// Whether a node consumes exactly one character that a condition describes.
  constexpr bool is_character(std::uint32_t root) const {
    const node& made = tree_.nodes[root];
    const buffer<std::uint32_t>& parts = made.parts;
    switch (made.what) {
    case node::kind::text:
      return made.text.size() == 1;
    case node::kind::among:
    case node::kind::one_of:
      return true;
    case node::kind::sequence:
      return std::all_of(
                 parts.begin(), parts.end() - 1,
                 [&](std::uint32_t part) { return tree_.nodes[part].what == node::kind::look; }) &&
             is_character(parts.back());
    case node::kind::choice:
      return std::all_of(parts.begin(), parts.end(),
                         [&](std::uint32_t part) { return is_character(part); });
    default:
      return false;
    }
  }

  constexpr bool emit(std::uint32_t root) {
    const node& made = tree_.nodes[root];
    if (is_too_large()) return false;
    if (made.what == node::kind::text) {
      put_text(made.text);
      return true;
    }
    if (is_character(root)) {
      row_set rows;
      take_character(root, rows);
      put(operation::step, argument_of(&rows));
      return true;
    }
    switch (made.what) {
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
      if (captures_ == nullptr) return emit(made.parts.front());
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

  /// One text, in steps.
  constexpr void put_text(const buffer<char32_t>& text) {
    if (text.size() == 1 && looks_.empty()) return put(operation::step, row_of(text.front()));
    for (std::size_t i = 0; i < text.size(); i += longest_step) {
      buffer<char32_t> part;
      part.append(text.begin() + i, text.begin() + std::min(text.size(), i + longest_step));
      put_texts({part});
    }
  }

  /// Texts of one length, any of which may stand here: a condition on the place where they begin.
  constexpr void put_texts(buffer<buffer<char32_t>> texts) {
    const std::size_t length = texts.front().size();
    if (length == 1) {
      row_set rows;
      for (const buffer<char32_t>& text : texts)
        rows.insert(row_of(text.front()));
      put(operation::step, argument_of(&rows));
    } else {
      put(operation::step, argument_of(std::move(texts)));
    }
    code_.back().most = static_cast<std::uint8_t>(length);
  }
  static constexpr std::size_t longest_step = 32; // characters; of less than a word of places

  /// The alternatives of a choice in their order. Single characters that follow each other stand
  /// together, and so do texts of one length, as far as no text comes to stand before another that
  /// it begins with.
  constexpr buffer<buffer<std::uint32_t>> ways_of(const node& choice) const {
    buffer<buffer<std::uint32_t>> ways;
    std::size_t first = 0; // of the texts that stand side by side
    for (const std::uint32_t part : choice.parts) {
      if (is_character(part) && !ways.empty() && is_character(ways.back().front())) {
        ways.back().push_back(part);
        first = ways.size();
        continue;
      }
      if (!is_text(part)) {
        ways.push_back({part});
        first = ways.size();
        continue;
      }
      std::size_t way = ways.size();
      while (way > first && length_of(ways[way - 1].front()) != length_of(part) &&
             !has_prefix_of(ways[way - 1], part))
        --way;
      if (way > first && length_of(ways[way - 1].front()) == length_of(part)) {
        ways[way - 1].push_back(part);
      } else {
        ways.push_back({part});
      }
    }
    return ways;
  }

  constexpr bool is_text(std::uint32_t part) const noexcept {
    const node& made = tree_.nodes[part];
    return made.what == node::kind::text && made.text.size() <= longest_step;
  }
  constexpr std::size_t length_of(std::uint32_t part) const noexcept {
    return tree_.nodes[part].text.size();
  }

  /// Whether one of some texts is the beginning of another text, or the other way round.
  constexpr bool has_prefix_of(const buffer<std::uint32_t>& some, std::uint32_t other) const {
    const buffer<char32_t>& text = tree_.nodes[other].text;
    return std::any_of(some.begin(), some.end(), [&](std::uint32_t part) {
      const buffer<char32_t>& one = tree_.nodes[part].text;
      return std::equal(one.begin(), one.begin() + std::min(one.size(), text.size()), text.begin());
    });
  }

  constexpr bool emit_way(const buffer<std::uint32_t>& way) {
    if (way.size() == 1) return emit(way.front());
    if (is_character(way.front())) {
      row_set rows;
      take_one_of(way, rows);
      put(operation::step, argument_of(&rows));
      return true;
    }
    buffer<buffer<char32_t>> texts;
    for (const std::uint32_t part : way)
      texts.push_back(tree_.nodes[part].text);
    put_texts(std::move(texts));
    return true;
  }

  constexpr bool emit_choice(const node& made) {
    flush_looks();
    const buffer<buffer<std::uint32_t>> ways = ways_of(made);
    if (ways.size() == 1) return emit_way(ways.front());
    buffer<std::uint32_t> exits;
    buffer<alternative> neighbours;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      const bool last = i + 1 == ways.size();
      const std::uint32_t begin = here();
      if (!last) put(operation::fork, 0);
      if (!emit_way(ways[i])) return false;
      flush_looks();
      exits.push_back(here());
      need one;
      if (here() - begin > shortest_passed_over) one = need_of(ways[i].front());
      if (one.cost == 0 || one.cost > most_cost) {
        put(operation::go, none);
        add_neighbours(neighbours);
      } else {
        neighbours.push_back({begin, here(), 0, 0, last, add(one)});
        put(operation::exit, 0);
        // The last alternative has no fork of its own: what stands before it is the end of another.
        code_.back().skip_to = last ? begin - 1 : begin;
        if (neighbours.size() == most_neighbours) add_neighbours(neighbours);
      }
      if (!last) code_[begin].other = here();
    }
    add_neighbours(neighbours);
    for (const std::uint32_t exit : exits)
      code_[exit].next = here();
    return true;
  }
  static constexpr std::uint32_t shortest_passed_over = 3; // instructions

  /// Writes alternatives that stand side by side.
  constexpr void add_neighbours(buffer<alternative>& some) {
    buffer<alternative>& all = out_.all<alternative>();
    const auto first = static_cast<std::uint32_t>(all.size());
    const auto last = static_cast<std::uint32_t>(first + some.size() - 1);
    for (alternative& one : some) {
      code_[one.exit].argument = static_cast<std::uint32_t>(all.size());
      one.first = first;
      one.last = last;
      all.push_back(one);
    }
    some.clear();
  }

  constexpr bool emit_repeat(const node& made) {
    flush_looks();
    const std::uint32_t part = made.parts.front();
    row_set rows;
    if (is_character(part)) {
      take_character(part, rows);
      single_looks_ = std::move(looks_);
      put_run(rows, made);
      return true;
    }
    if (tree_.nodes[part].what == node::kind::choice && made.most > 2) {
      // Where only the alternative of one character can be met, the repetition is a run.
      row_set rest;
      if (split_choice(tree_.nodes[part], rows, rest)) {
        const std::uint32_t fork = here();
        put(operation::fork, 0);
        put_run(rows, made);
        const std::uint32_t exit = here();
        const std::uint32_t rare = add_need(rest);
        put(operation::go, rare);
        code_.back().reluctant = true;
        code_[fork].other = here();
        if (!emit_unrolled(made)) return false;
        put(operation::go, rare);
        code_.back().skip_to = exit;
        code_[exit].next = here();
        return true;
      }
    }
    return emit_unrolled(made);
  }

  /// Whether a choice has alternatives of one character, and others that all need something else:
  /// gives the rows of either.
  constexpr bool split_choice(const node& choice, row_set& rows, row_set& rest) {
    buffer<std::uint32_t> single;
    for (const std::uint32_t part : choice.parts) {
      if (is_character(part)) {
        single.push_back(part);
        continue;
      }
      const need one = need_of(part);
      if (one.cost == 0) return false;
      one.for_each([&](std::uint32_t row) { rest.insert(row); });
    }
    if (single.empty()) return false;
    take_one_of(single, rows);
    single_looks_ = take_looks();
    return true;
  }

  constexpr void put_run(const row_set& rows, const node& made) {
    looks_ = single_looks_;
    put(operation::run, argument_of(&rows));
    code_.back().least = static_cast<std::uint8_t>(made.least);
    code_.back().most = static_cast<std::uint8_t>(made.most);
    code_.back().reluctant = made.reluctant;
  }

  constexpr std::uint32_t need_index(std::uint32_t root) {
    const need one = need_of(root);
    return one.cost == 0 || one.cost > most_cost ? none : add_need(one);
  }

  constexpr bool emit_unrolled(const node& made) {
    const std::uint32_t part = made.parts.front();
    for (std::uint32_t i = 0; i < made.least; ++i) {
      if (!emit(part)) return false;
      flush_looks();
    }
    buffer<std::uint32_t> forks;
    for (std::uint32_t i = made.least; i < made.most; ++i) {
      forks.push_back(here());
      put(operation::fork, 0);
      if (!emit(part)) return false;
      flush_looks();
    }
    if (!forks.empty()) {
      code_[forks.back()].first_fork = forks.front();
      if (here() - forks.back() > 3) {
        if (const std::uint32_t index = need_index(part); index != none) {
          put(operation::go, index);
          code_.back().skip_to = forks.front();
        }
      }
    }
    for (const std::uint32_t fork : forks) {
      instruction& split = code_[fork];
      split.other = here();
      if (made.reluctant) std::swap(split.next, split.other);
    }
    return true;
  }

  // --- what a match needs ----------------------------------------------------------------------

  /// How likely a character is to stand in a sentence.
  static constexpr std::uint32_t cost_of(char32_t c) noexcept {
    constexpr char32_t most_frequent[] = U"的一是在了和有不人大中为上国年成发会行地出";
    for (const char32_t known : most_frequent) {
      if (c == known) return 10;
    }
    return chars::is_punctuation(c) ? 20 : 2;
  }

  constexpr void find_needed(std::uint32_t root, rule& made) {
    buffer<need> all;
    gather_needs(root, all);
    // The rarest first; of equally rare ones those that stand first.
    buffer<const need*> chosen;
    while (chosen.size() < most_needs) {
      const need* rarest = nullptr;
      for (const need& one : all) {
        if (rarest != nullptr && one.cost >= rarest->cost) continue;
        const bool known = std::any_of(chosen.begin(), chosen.end(),
                                       [&](const need* other) { return other->is_same(one); });
        if (!known) rarest = &one;
      }
      if (rarest == nullptr) break;
      chosen.push_back(rarest);
    }
    buffer<row_list> needed;
    for (const need* const one : chosen)
      needed.push_back(add(*one));
    made.needed = out_.add(needed);
  }

  /// Whether a pattern begins, or ends, with what is rare.
  constexpr bool is_rare_at(std::uint32_t root, bool begin) const {
    const node& made = tree_.nodes[root];
    const std::size_t count = made.parts.size();
    switch (made.what) {
    case node::kind::sequence:
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t index = made.parts[begin ? i : count - 1 - i];
        const node& part = tree_.nodes[index];
        if (part.what == node::kind::look) continue;
        const bool may_be_absent = part.what == node::kind::repeat && part.least == 0;
        if (!may_be_absent || !is_rare_at(index, begin)) return is_rare_at(index, begin);
      }
      return false;
    case node::kind::capture:
    case node::kind::repeat:
      return is_rare_at(made.parts.front(), begin);
    case node::kind::choice:
      return std::all_of(made.parts.begin(), made.parts.end(),
                         [&](std::uint32_t part) { return is_rare_at(part, begin); });
    case node::kind::one_of:
      return (made.value & class_bit(chars::char_class::han)) == 0;
    default:
      return made.what != node::kind::look;
    }
  }

  constexpr void keep_need(buffer<need>& all, need one) {
    if (one.cost != 0 && one.cost <= most_cost) all.push_back(std::move(one));
  }

  constexpr void gather_needs(std::uint32_t root, buffer<need>& all) {
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
        need& one = all.emplace_back();
        one.only = row_of(c);
        one.cost = cost_of(c);
      }
      return;
    default:
      keep_need(all, need_of(root));
    }
  }

  /// The rarest need of a pattern.
  constexpr need need_of(std::uint32_t root) {
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
      sum.only = begin_row(made.value);
      sum.cost = 5;
      return sum;
    case node::kind::look:
      return need_of_look(tree_.looks[made.value]);
    case node::kind::choice:
      for (const std::uint32_t part : made.parts) {
        const need one = need_of(part);
        if (one.cost == 0) return need{};
        one.for_each([&](std::uint32_t row) { sum.rows.insert(row); });
        sum.cost += one.cost;
      }
      return sum;
    default: {
      buffer<need> all;
      gather_needs(root, all);
      for (need& one : all) {
        if (sum.cost == 0 || one.cost < sum.cost) sum = std::move(one);
      }
      return sum;
    }
    }
  }

  constexpr need need_of_look(const look& of) {
    need sum;
    if (of.negated || of.sentence_edge || of.paragraph_edge) return sum;
    if ((of.classes & class_bit(chars::char_class::han)) != 0) return sum;
    insert_classes(sum.rows, of.classes);
    if (of.classes != 0) sum.cost += 60;
    for (const buffer<char32_t>& text : of.texts) {
      sum.rows.insert(row_of(text.front()));
      sum.cost += cost_of(text.front());
    }
    for (const std::uint32_t type : of.types) {
      sum.rows.insert(of.behind ? end_row(type) : begin_row(type));
      sum.cost += 5;
    }
    for (const std::uint32_t root : of.patterns) {
      const need one = need_of(root);
      if (one.cost == 0) return need{};
      one.for_each([&](std::uint32_t row) { sum.rows.insert(row); });
      sum.cost += one.cost;
    }
    return sum;
  }

  const syntax& tree_;
  program_data& out_;
  buffer<instruction>& code_;            // of `out_`
  numbering known_;                      // masks
  buffer<buffer<std::uint32_t>> blocks_; // by look
  buffer<std::uint8_t> looked_;          // by node: its looks have their blocks
  alphabet characters_;
  std::uint32_t row_count_ = 0;
  buffer<std::uint32_t> looks_;        // masks that the next instruction must hold to
  buffer<std::uint32_t> single_looks_; // of the alternative of one character
  const buffer<std::uint32_t>* captures_ = nullptr;
  std::uint32_t begin_ = 0; // of the rule's code
  std::uint32_t last_fork_ = none;
};
using generator = basic_generator<>;

} // namespace hantext::rules::detail
