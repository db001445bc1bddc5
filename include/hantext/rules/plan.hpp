/// \file
/// What an engine can tell from a program before it reads any text: which types it needs for the
/// records that are wanted, and what a sentence must hold to be worth reading.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules::detail {

/// Why a sentence is read: it may hold a record that is wanted, or something that the fields of
/// another sentence's record are taken from.
enum : std::uint8_t { for_records = 1, for_fields = 2 };

/// Made once for an engine; many threads may use it.
class plan {
public:
  /// What a type is for.
  struct role {
    bool given = false;    ///< its records are given to the caller
    bool runs = false;     ///< its rules run
    bool early = false;    ///< its rules run first: without them no wanted record can be
    bool supports = false; ///< fields of other sentences' records may be taken from it
  };
  /// What a word of `signs` stands for.
  struct sign {
    char32_t quote = 0;   ///< a quotation or title mark
    std::uint8_t why = 0; ///< why its sentence is read
  };

  /// `wanted` are the types whose records are to be found, all if it is empty; `given` are further
  /// ones whose records are given where they have been found.
  plan(const program_view& rules, std::span<const std::string_view> wanted,
       std::span<const std::string_view> given)
      : rules_(rules), roles_(rules.types().size() + first_named), wanted_(roles_.size()),
        why_(rules.heading.row_count) {
    for (std::uint32_t type = first_named; type < roles_.size(); ++type) {
      const named_type& named = rules.types()[type - first_named];
      if (!named.is_record()) continue;
      wanted_[type] = wanted.empty() || names(wanted, rules.text(named.name));
      roles_[type].given = wanted_[type] || names(given, rules.text(named.name));
    }
    if (wanted.empty()) { // all sentences are read for all types
      always_ = for_records;
      for (std::uint32_t type = first_named; type < roles_.size(); ++type)
        roles_[type].runs = is_record(type);
    } else {
      find_costs();
      find_needed_types();
      find_support();
      find_early();
      find_asked();
    }
    find_signs();
  }

  const role& of(std::uint32_t type) const noexcept { return roles_[type]; }
  bool is_wanted(std::uint32_t type) const noexcept { return wanted_[type]; }
  /// Whether a field of that name may be asked for by other records.
  bool is_asked(std::string_view field) const noexcept {
    return std::binary_search(asked_.begin(), asked_.end(), field);
  }
  /// Words that make their sentence worth reading, and quotation marks.
  const lexicon& signs() const noexcept { return signs_; }
  const sign& meaning(std::uint32_t word) const noexcept { return meanings_[word]; }
  /// Why every sentence is read, every heading, and every one with a number.
  std::uint8_t always() const noexcept { return always_; }
  std::uint8_t for_heading() const noexcept { return for_heading_; }
  std::uint8_t for_number() const noexcept { return for_number_; }
  /// Whether all sentences are read, and all windows looked at.
  bool reads_all() const noexcept { return (always_ & for_records) != 0; }
  /// Whether fields are taken from other sentences.
  bool has_support() const noexcept { return has_support_; }
  /// Whether fields are taken from headings.
  bool looks_at_headings() const noexcept { return looks_at_headings_; }
  /// The longest word that may lie in two sentences, in bytes; 0 where none may.
  std::size_t reach() const noexcept { return reach_; }
  /// Whether one of the rows that wake a rule is in a set of rows; `place` is that in `by_type`.
  bool may_wake(std::uint32_t place, const std::uint64_t* rows) const noexcept {
    for (const std::uint32_t row : fronts_[place]) {
      if ((rows[row / 64] >> (row % 64) & 1) != 0) return true;
    }
    return fronts_[place].empty();
  }
  /// By row: the rows of records that are found late.
  const std::vector<std::uint64_t>& late_rows() const noexcept { return late_rows_; }

private:
  static constexpr std::uint32_t endless = 1'000'000;

  static bool names(std::span<const std::string_view> list, std::string_view name) noexcept {
    return std::find(list.begin(), list.end(), name) != list.end();
  }

  /// The places in `by_type` of the rules of a type.
  std::pair<std::uint32_t, std::uint32_t> rules_of(std::uint32_t type) const noexcept {
    const std::span<const std::uint32_t> begin = rules_.of(rules_.heading.type_begin);
    return {begin[type - first_named], begin[type - first_named + 1]};
  }
  const rule& rule_at(std::uint32_t place) const noexcept {
    return rules_.rules()[rules_.of(rules_.heading.by_type)[place]];
  }
  bool is_record(std::uint32_t type) const noexcept {
    return type >= first_named && rules_.types()[type - first_named].is_record();
  }
  /// The type whose begins or ends a row marks; `none` for other rows.
  std::uint32_t type_of(std::uint32_t row) const noexcept {
    if (row < first_type_row) return none;
    const std::uint32_t type = (row - first_type_row) / 2;
    return type < roles_.size() ? type : none;
  }
  template <class F> void for_each_row(row_list rows, F&& found) const {
    for (const row_word& word : rules_.of(rows)) {
      for (std::uint64_t left = word.bits; left != 0; left &= left - 1)
        found(word.index * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }

  // --- what stands in a sentence that holds a record ------------------------------------------

  /// Han characters that stand in most sentences, roughly by how often.
  static constexpr std::u32string_view frequent =
      U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"
      U"下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加"
      U"量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与"
      U"关各重新线内数正心";

  /// Of each row, how often it may be expected, in sentences of ten thousand.
  void find_costs() {
    row_costs_.assign(rules_.heading.row_count, 300);
    for (std::uint32_t row = 0; row < first_type_row; ++row)
      row_costs_[row] = row == static_cast<std::uint32_t>(chars::char_class::digit)   ? 2000
                        : row == static_cast<std::uint32_t>(chars::char_class::latin) ? 1000
                                                                                      : endless;
    characters_.resize(rules_.heading.row_count, 0);
    for_each_character([&](char32_t c, std::uint32_t row) {
      if (c >= 0x4E00 && c <= 0x9FFF) characters_[row] = c;
      const std::size_t rank = frequent.find(c);
      if (rank != std::u32string_view::npos) row_costs_[row] = rank < 60 ? 3000 : 1500;
      if (chars::is_punctuation(c))
        row_costs_[row] = is_title(c) ? 300 : chars::is_opening(c) ? 1200 : 3000;
    });
    std::vector<std::uint32_t> costs(roles_.size(), 0);
    costs[number_type] = 5000;
    costs[percent_type] = 100;
    costs[quoted_type] = 1500;
    costs[title_type] = 500;
    costs[heading_type] = 1000;
    for (const word& one : rules_.words()) {
      const std::size_t length = utf8::count(rules_.text(one.text));
      const std::uint32_t cost = length == 1 ? 1000 : length == 2 ? 60 : 15;
      for (const word_entry& entry : rules_.of(one.entries))
        costs[entry.type] = std::min(endless, costs[entry.type] + cost);
    }
    fronts_.resize(rules_.of(rules_.heading.by_type).size());
    const std::span<const list<std::uint32_t>> wakes = rules_.of(rules_.heading.wakes);
    for (std::uint32_t row = 0; row < wakes.size(); ++row) {
      for (const std::uint32_t place : rules_.of(wakes[row]))
        fronts_[place].push_back(row);
    }
    // Rules speak of types before their own only.
    for (std::uint32_t type = 0; type < roles_.size(); ++type) {
      if (is_record(type)) {
        std::uint32_t sum = 0;
        const auto [begin, end] = rules_of(type);
        for (std::uint32_t place = begin; place < end; ++place) {
          if (!rule_at(place).blocks) sum = std::min(endless, sum + best_need(place).cost);
        }
        costs[type] = sum;
      } else if (type >= first_named &&
                 rules_.types()[type - first_named].kind == type_kind::given) {
        costs[type] = endless;
      }
      row_costs_[begin_row(type)] = row_costs_[end_row(type)] = costs[type];
    }
  }

  std::uint32_t cost_of(const std::vector<std::uint32_t>& rows) const noexcept {
    if (rows.empty()) return endless;
    std::uint32_t sum = 0;
    for (const std::uint32_t row : rows)
      sum = std::min(endless, sum + row_costs_[row]);
    return sum;
  }

  /// Something of which every match of a rule holds one: rows, or a text.
  struct need {
    std::vector<std::uint32_t> rows;
    std::u32string text;
    std::uint32_t cost = endless;
    friend bool operator==(const need& a, const need& b) noexcept {
      return a.rows == b.rows && a.text == b.text;
    }
  };

  /// All that every match of a rule needs.
  std::vector<need> needs_of(std::uint32_t place) const {
    std::vector<need> all;
    const auto add_rows = [&](std::vector<std::uint32_t> rows) {
      const std::uint32_t cost = cost_of(rows);
      all.push_back({std::move(rows), {}, cost});
    };
    if (!fronts_[place].empty()) add_rows(fronts_[place]);
    for (const row_list needed : rules_.of(rule_at(place).needed)) {
      std::vector<std::uint32_t> rows;
      for_each_row(needed, [&](std::uint32_t row) { rows.push_back(row); });
      add_rows(std::move(rows));
    }
    // Instructions that no way leads past: a text of several characters is rarer than each of them.
    std::u32string text;
    const auto end_text = [&] {
      if (text.size() > 1) all.push_back({{}, text, text.size() == 2 ? 100U : 30U});
      text.clear();
    };
    std::uint32_t joined = 0; // ways that have parted come together here
    for (std::uint32_t i = rule_at(place).begin; i < rule_at(place).end; ++i) {
      const instruction& step = rules_.code()[i];
      const bool parts = step.op == operation::fork || step.op == operation::go;
      if (parts)
        joined = std::max({joined, step.next, step.op == operation::fork ? step.other : 0});
      if (step.op == operation::save) continue;
      const char32_t c =
          i >= joined && step.op == operation::step ? character_of(step.argument) : 0;
      if (c == 0) end_text();
      if (c != 0) text.push_back(c);
      if (i >= joined && step.op == operation::jump) add_rows({begin_row(step.argument)});
    }
    end_text();
    return all;
  }
  /// The common Han character that a row stands for; 0 for other rows and masks.
  char32_t character_of(std::uint32_t argument) const noexcept {
    return argument < characters_.size() ? characters_[argument] : 0;
  }

  /// The rarest need of a rule; of endless cost where it has none.
  need best_need(std::uint32_t place) const {
    need best;
    for (need& one : needs_of(place)) {
      if (one.cost < best.cost) best = std::move(one);
    }
    return best;
  }

  /// For each rule of a type one of its needs, such that sentences are read for few reasons: what
  /// many rules need goes before what is rare.
  std::vector<need> needs_of_record(std::uint32_t type) const {
    std::vector<std::vector<need>> all;
    const auto [begin, end] = rules_of(type);
    for (std::uint32_t place = begin; place < end; ++place) {
      if (!rule_at(place).blocks) all.push_back(needs_of(place));
    }
    std::vector<need> chosen;
    std::vector<std::pair<need, std::uint32_t>> counts;
    for (const std::vector<need>& own : all) {
      for (const need& one : own) {
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& other) { return other.first == one; });
        if (known == counts.end()) {
          counts.emplace_back(one, 1);
        } else {
          ++known->second;
        }
      }
    }
    for (const std::vector<need>& own : all) {
      need best;
      std::uint32_t best_cost = endless;
      for (const need& one : own) {
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& other) { return other.first == one; });
        if (const std::uint32_t cost = one.cost / known->second; cost < best_cost) {
          best_cost = cost;
          best = one;
        }
      }
      if (std::find(chosen.begin(), chosen.end(), best) == chosen.end())
        chosen.push_back(std::move(best));
    }
    return chosen;
  }

  /// Notes that sentences are read for what a row marks.
  void read_for(std::uint32_t first, std::uint8_t why) {
    std::vector<std::uint32_t> open{first};
    while (!open.empty()) {
      const std::uint32_t row = open.back();
      open.pop_back();
      if ((why_[row] & why) != 0) continue;
      why_[row] |= why;
      if (row_costs_[row] >= endless) always_ |= why;
      const std::uint32_t type = type_of(row);
      if (type != none && is_record(type)) {
        for (const std::uint32_t other : rows_of_record(type, why))
          open.push_back(other);
      }
    }
  }
  std::vector<std::uint32_t> rows_of_record(std::uint32_t type, std::uint8_t why) {
    std::vector<std::uint32_t> rows;
    for (const need& one : needs_of_record(type)) {
      if (one.cost >= endless) always_ |= why;
      rows.insert(rows.end(), one.rows.begin(), one.rows.end());
      if (!one.text.empty()) texts_.emplace_back(one.text, why);
    }
    return rows;
  }

  // --- types -----------------------------------------------------------------------------------

  void need_type(std::uint32_t type, std::vector<std::uint32_t>& open,
                 std::vector<bool>& known) const {
    if (type == none || !is_record(type) || known[type]) return;
    known[type] = true;
    open.push_back(type);
  }

  /// The types that a set of types needs, itself included.
  std::vector<bool> closure(std::vector<std::uint32_t> open) const {
    std::vector<bool> known(roles_.size());
    std::vector<bool> masks(rules_.masks().size());
    for (const std::uint32_t type : open)
      known[type] = true;
    while (!open.empty()) {
      const std::uint32_t type = open.back();
      open.pop_back();
      const auto [begin, end] = rules_of(type);
      for (std::uint32_t place = begin; place < end; ++place) {
        const rule& one = rule_at(place);
        for (const std::uint32_t row : fronts_[place])
          need_type(type_of(row), open, known);
        for (const row_list needed : rules_.of(one.needed))
          for_each_row(needed, [&](std::uint32_t row) { need_type(type_of(row), open, known); });
        need_code(one.begin, one.end, open, known, masks);
        for (const guard& asked : rules_.of(one.guards)) {
          if (asked.block != none) need_block(asked.block, open, known, masks);
          for (const test& each : rules_.of(asked.tests)) {
            if (each.compare == comparison::of_type) need_type(each.type, open, known);
            need_values(each.operands, type, open, known);
          }
        }
        for (const assignment& set : rules_.of(one.assignments))
          need_values(set.alternatives, type, open, known);
      }
    }
    return known;
  }

  void need_code(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t>& open,
                 std::vector<bool>& known, std::vector<bool>& masks) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const instruction& step = rules_.code()[i];
      switch (step.op) {
      case operation::jump:
        need_type(step.argument, open, known);
        break;
      case operation::go:
        if (step.argument == none) break;
        for_each_row(rules_.all<row_list>()[step.argument],
                     [&](std::uint32_t row) { need_type(type_of(row), open, known); });
        break;
      case operation::step:
      case operation::run:
      case operation::look:
        if ((step.argument & is_mask) == 0) {
          need_type(type_of(step.argument), open, known);
        } else {
          need_mask(step.argument & ~is_mask, open, known, masks);
        }
        break;
      default:
        break;
      }
    }
  }

  void need_block(std::uint32_t index, std::vector<std::uint32_t>& open, std::vector<bool>& known,
                  std::vector<bool>& masks) const {
    const block& one = rules_.all<block>()[index];
    for_each_row(one.needed, [&](std::uint32_t row) { need_type(type_of(row), open, known); });
    need_code(one.begin, one.end, open, known, masks);
  }

  /// Masks speak of masks and blocks that were written before them.
  void need_mask(std::uint32_t index, std::vector<std::uint32_t>& open, std::vector<bool>& known,
                 std::vector<bool>& masks) const {
    if (masks[index]) return;
    masks[index] = true;
    const mask& one = rules_.masks()[index];
    for (const row_list rows : {one.here, one.before})
      for_each_row(rows, [&](std::uint32_t row) { need_type(type_of(row), open, known); });
    for (const std::uint32_t other : rules_.of(one.also))
      need_mask(other, open, known, masks);
    for (const std::uint32_t other : rules_.of(one.blocks))
      need_block(other, open, known, masks);
  }

  void need_values(list<value_source> values, std::uint32_t own, std::vector<std::uint32_t>& open,
                   std::vector<bool>& known) const {
    for (const value_source& source : rules_.of(values)) {
      if (source.kind == value_kind::nearest) need_type(source.target, open, known);
      if (source.kind != value_kind::capture || source.text.empty()) continue;
      // A capture's attribute is that of any record that stands there.
      for (std::uint32_t type = first_named; type < own; ++type) {
        if (is_record(type) && !known[type] && sets(type, rules_.text(source.text)))
          need_type(type, open, known);
      }
    }
  }

  bool sets(std::uint32_t type, std::string_view field) const noexcept {
    const auto [begin, end] = rules_of(type);
    for (std::uint32_t place = begin; place < end; ++place) {
      for (const assignment& set : rules_.of(rule_at(place).assignments)) {
        if (rules_.text(set.field) == field) return true;
      }
    }
    return false;
  }

  std::vector<std::uint32_t> wanted_types() const {
    std::vector<std::uint32_t> types;
    for (std::uint32_t type = 0; type < roles_.size(); ++type) {
      if (wanted_[type]) types.push_back(type);
    }
    return types;
  }

  void find_needed_types() {
    const std::vector<bool> needed = closure(wanted_types());
    for (std::uint32_t type = 0; type < roles_.size(); ++type)
      roles_[type].runs = needed[type];
    for (const std::uint32_t type : wanted_types())
      read_for(begin_row(type), for_records);
  }

  /// Calls `found(source)` for all values that rules ask for, of types that run.
  template <class F> void for_each_value(F&& found) const {
    for (std::uint32_t type = first_named; type < roles_.size(); ++type) {
      if (!roles_[type].runs) continue;
      const auto [begin, end] = rules_of(type);
      for (std::uint32_t place = begin; place < end; ++place) {
        for (const assignment& set : rules_.of(rule_at(place).assignments)) {
          for (const value_source& source : rules_.of(set.alternatives))
            found(source);
        }
        for (const guard& asked : rules_.of(rule_at(place).guards)) {
          for (const test& each : rules_.of(asked.tests)) {
            for (const value_source& source : rules_.of(each.operands))
              found(source);
          }
        }
      }
    }
  }

  void find_support() {
    std::vector<std::uint32_t> types;
    for_each_value([&](const value_source& source) {
      if (source.kind != value_kind::nearest) return;
      if (source.scope != scope::paragraph && source.scope != scope::heading) return;
      has_support_ = true;
      if (source.scope == scope::heading) looks_at_headings_ = true;
      if (is_record(source.target)) types.push_back(source.target);
      read_for(begin_row(source.target), for_fields);
    });
    const std::vector<bool> needed = closure(std::move(types));
    for (std::uint32_t type = 0; type < roles_.size(); ++type)
      roles_[type].supports = needed[type];
  }

  void find_early() {
    std::vector<std::uint32_t> types;
    for (const std::uint32_t type : wanted_types()) {
      for (const need& one : needs_of_record(type)) {
        for (const std::uint32_t row : one.rows) {
          if (type_of(row) != none && is_record(type_of(row))) types.push_back(type_of(row));
        }
      }
    }
    const std::vector<bool> early = closure(std::move(types));
    late_rows_.assign((rules_.heading.row_count + 63) / 64, 0);
    for (std::uint32_t type = 0; type < roles_.size(); ++type) {
      roles_[type].early = early[type];
      if (!is_record(type) || early[type]) continue;
      for (const std::uint32_t row : {begin_row(type), end_row(type)})
        late_rows_[row / 64] |= std::uint64_t{1} << (row % 64);
    }
  }

  void find_asked() {
    for_each_value([&](const value_source& source) {
      if (source.kind != value_kind::constant && !source.text.empty())
        asked_.push_back(rules_.text(source.text));
    });
    std::sort(asked_.begin(), asked_.end());
    asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
  }

  // --- signs -----------------------------------------------------------------------------------

  template <class F> void for_each_character(F&& found) const {
    const std::span<const std::uint32_t> pages = rules_.of(rules_.heading.pages);
    for (std::uint32_t page = 0; page < pages.size(); ++page) {
      if (pages[page] == 0) continue;
      for (std::uint32_t i = 0; i < page_size; ++i) {
        const auto c = static_cast<char32_t>(page * page_size + i);
        if (const std::uint32_t row = rules_.row_of(c); row != 0) found(c, row);
      }
    }
  }

  struct spelt_sign {
    std::string text;
    sign meaning;
  };

  void find_signs() {
    std::vector<spelt_sign> all;
    const auto add = [&](char32_t c, sign meaning) {
      std::string text;
      utf8::append(text, c);
      all.push_back({std::move(text), meaning});
    };
    // Wide forms mean what the narrow ones do.
    const auto add_widths = [&](char32_t c, sign meaning) {
      add(c, meaning);
      if (c >= U'!' && c <= U'~') add(c - U'!' + 0xFF01, meaning);
      if (c == U' ') add(0x3000, meaning);
      if (c < 0x7F || (c >= 0x4E00 && c <= 0x9FFF)) return;
      for (char32_t wide = 0xFF5F; wide <= 0xFFEE; ++wide) {
        if (chars::fold_width(wide) == c && wide != c) add(wide, meaning);
      }
    };
    if (!reads_all())
      for_each_character([&](char32_t c, std::uint32_t row) {
        if (why_[row] != 0) add_widths(c, {0, why_[row]});
      });
    const auto add_range = [&](char32_t first, char32_t last, chars::char_class of) {
      const std::uint8_t why = why_[static_cast<std::uint32_t>(of)];
      for (char32_t c = first; why != 0 && c <= last; ++c)
        add_widths(c, {0, why});
    };
    for (const auto& [spelling, why] : texts_) {
      std::string text;
      for (const char32_t c : spelling)
        utf8::append(text, c);
      all.push_back({std::move(text), {0, why}});
    }
    add_range(U'0', U'9', chars::char_class::digit);
    add_range(U'A', U'Z', chars::char_class::latin);
    add_range(U'a', U'z', chars::char_class::latin);
    for (const char32_t c : quotes) {
      const std::uint32_t type = is_title(c) ? title_type : quoted_type;
      const auto why = static_cast<std::uint8_t>(why_[begin_row(type)] | why_[end_row(type)]);
      add_widths(c, {c, why});
    }
    // Where all sentences are read nothing needs to be looked for.
    for (const word& one :
         reads_all() ? std::span<const word>() : std::span<const word>(rules_.words())) {
      std::uint8_t why = 0;
      for (const word_entry& entry : rules_.of(one.entries))
        why = static_cast<std::uint8_t>(why | why_[begin_row(entry.type)] |
                                        why_[end_row(entry.type)]);
      if (why != 0) all.push_back({std::string(rules_.text(one.text)), {0, why}});
      if (is_divisible(rules_.text(one.text)))
        reach_ = std::max<std::size_t>(reach_, one.text.size());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const spelt_sign& a, const spelt_sign& b) { return a.text < b.text; });
    std::vector<std::string_view> words;
    for (const spelt_sign& one : all) {
      if (words.empty() || words.back() != one.text) {
        words.push_back(one.text);
        meanings_.push_back({});
      }
      sign& sum = meanings_.back();
      sum.why |= one.meaning.why;
      if (one.meaning.quote != 0) sum.quote = one.meaning.quote;
    }
    if (result<lexicon> built = lexicon::build(words)) signs_ = std::move(*built);
    const auto row_why = [&](std::uint32_t type) {
      return static_cast<std::uint8_t>(why_[begin_row(type)] | why_[end_row(type)]);
    };
    for_number_ = static_cast<std::uint8_t>(row_why(number_type) | row_why(percent_type));
    for_heading_ = row_why(heading_type);
  }

  /// Whether a sentence may end within a word.
  static bool is_divisible(std::string_view word) noexcept {
    for (const char32_t c : utf8::code_points(word)) {
      if (!chars::is_han(c) && !chars::is_latin(c) && !chars::is_digit(c)) return true;
    }
    return false;
  }

public:
  static constexpr std::u32string_view quotes = U"“”‘’「」『』\"《》〈〉";
  static constexpr bool is_title(char32_t c) noexcept {
    return c == U'《' || c == U'》' || c == U'〈' || c == U'〉';
  }

private:
  program_view rules_;
  std::vector<role> roles_; // by type
  std::vector<bool> wanted_;
  std::vector<std::uint8_t> why_; // by row
  std::vector<std::uint32_t> row_costs_;
  std::vector<char32_t> characters_;                           // by row
  std::vector<std::pair<std::u32string, std::uint8_t>> texts_; // why sentences are read
  std::vector<std::vector<std::uint32_t>> fronts_; // by place in `by_type`: the rows that wake it
  std::vector<std::string_view> asked_;
  lexicon signs_;
  std::vector<sign> meanings_; // by word of `signs_`
  std::uint8_t always_ = 0, for_heading_ = 0, for_number_ = 0;
  bool has_support_ = false, looks_at_headings_ = false;
  std::size_t reach_ = 0;
  std::vector<std::uint64_t> late_rows_;
};

} // namespace hantext::rules::detail
