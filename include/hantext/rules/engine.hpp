/// \file
/// Runs a compiled rule pack over a document and gives the records that its rules emit.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/document.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/search.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hantext::rules {

/// A value that a rule set.
struct field {
  std::string_view name; ///< owned by the program
  std::string value;     ///< the text or the number
  span where; ///< the bytes of the text that it was taken from; empty for constants and attributes
};

/// What a rule found: its record's span, its fields, and the spans of its captures.
struct match {
  /// What a named part of the rule matched.
  struct capture {
    std::string_view name; ///< owned by the program
    span where;            ///< in bytes of the text
  };

  std::string_view type;         ///< the record's type, owned by the program
  std::string_view rule;         ///< the rule's name, owned by the program
  std::string_view pack;         ///< the name of the rule's pack, owned by the program
  span where;                    ///< the record's span, in bytes of the text
  span whole;                    ///< all that the rule matched, context included
  std::size_t paragraph = 0;     ///< index in the page's paragraphs
  std::vector<field> fields;     ///< in the order of the rule's `set`
  std::vector<capture> captures; ///< all that matched, in the order of the text

  /// The field of that name, or null where the rule did not set it or found nothing for it.
  template <class = void> const field* find(std::string_view name) const noexcept {
    for (const field& one : fields) {
      if (one.name == name) return &one;
    }
    return nullptr;
  }
};

/// A span that the caller found by other means, for rules that name its type: the pack declares it
/// with `annotation type ;` and matches it as `@type`. Rules ask for its attributes as for those of
/// any capture.
struct marked {
  std::string type;              ///< as declared
  span where;                    ///< bytes of the text, within one sentence
  std::vector<field> attributes; ///< by name
};

/// Runs one program; the program must outlive the engine and its matches. An engine holds no state
/// of its runs: one may serve many threads.
class engine {
public:
  /// An engine for that program. Constant time.
  template <class = void> explicit engine(const program& rules) noexcept : rules_(rules.view()) {}

  /// The same for a caller who wants the records of some types only, given by their names: quicker
  /// where rules find much on their way. Names that the program does not know are passed over.
  template <class = void>
  engine(const program& rules, std::span<const std::string_view> types)
      : rules_(rules.view()), given_(rules_.types().size(), false) {
    for (std::size_t i = 0; i < given_.size(); ++i)
      given_[i] =
          std::find(types.begin(), types.end(), rules_.text(rules_.types()[i].name)) != types.end();
  }

  /// All records of all rules, in the order of the text; spans are bytes of `page.text()`.
  /// Cost: linear in the text for a given program, whatever the text; memory beside the matches is
  /// bounded by the program.
  template <class = void> std::vector<match> run(const document& page) const;

  /// The same for a text without line breaks that is one paragraph, such as a query.
  template <class = void> std::vector<match> run(std::string_view paragraph) const;

  /// The same with marks of the caller's own, in any order. Those of a type that the program does
  /// not declare, and those that do not lie in the text, are left out of account.
  template <class = void>
  std::vector<match> run(const document& page, std::span<const marked> marks) const;

  /// The same with annotators, each of which is called as `annotator(page.text(), marks)` and
  /// appends what it finds to a `std::vector<marked>&`.
  template <class... Annotators>
  requires(sizeof...(Annotators) > 0 &&
           (std::is_invocable_v<const Annotators&, std::string_view, std::vector<marked>&> &&
            ...)) std::vector<match> run(const document& page, const Annotators&... annotators)
  const {
    std::vector<marked> marks;
    (annotators(page.text(), marks), ...);
    return run(page, std::span<const marked>(marks));
  }

private:
  detail::program_view rules_;
  std::vector<bool> given_; // by type: whether its records are; empty: all are
};

namespace detail {

/// Runs all rules over paragraphs, some at a time.
template <class = void> class basic_runner {
public:
  /// `given` tells which types' records are appended to `out`; empty: all.
  basic_runner(const program_view& rules, std::string_view text, std::vector<match>& out,
               const std::vector<bool>& given = {})
      : rules_(rules), whole_text_(text), out_(out), text_(rules_), search_(rules_, text_),
        from_above_(rules_.all<value_source>().size()), given_(given) {
    text_.clear(whole_text_);
  }

  /// Takes the caller's marks, which must live as long as this.
  void set_marks(std::span<const marked> marks) {
    marks_ = marks;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
      const span where = marks[i].where;
      if (where.begin >= where.end || where.end > whole_text_.size()) continue;
      for (std::uint32_t type = 0; type < rules_.types().size(); ++type) {
        const named_type& known = rules_.types()[type];
        if (known.kind == type_kind::given && rules_.text(known.name) == marks[i].type)
          placed_.push_back({type + first_named, where, i});
      }
    }
    std::sort(placed_.begin(), placed_.end(), [](const placed_mark& a, const placed_mark& b) {
      return a.where.end != b.where.end ? a.where.end < b.where.end : a.index < b.index;
    });
    text_.set_marks(placed_);
  }

  /// Takes one paragraph, given its sentences; long ones in parts that end with a sentence.
  void add(span paragraph, std::size_t index, bool is_heading, const std::vector<span>& sentences) {
    auto first = sentences.begin();
    span part = paragraph;
    for (auto last = first; last != sentences.end(); ++last) {
      if (last->end - part.begin < longest_part || last + 1 == sentences.end()) continue;
      part.end = last->end;
      add_part(part, {index, is_heading}, {first, last + 1}, part.begin == paragraph.begin, false);
      part = {part.end, paragraph.end};
      first = last + 1;
    }
    add_part(part, {index, is_heading}, {first, sentences.end()}, part.begin == paragraph.begin,
             true);
  }

  /// Appends the records of what was taken. Types run in the order of their ids, so that later
  /// rules see the records of earlier ones.
  void flush() {
    if (waiting_ == 0) return;
    waiting_ = 0;
    begin_reading();
    run_types(first_named + static_cast<std::uint32_t>(rules_.types().size()));
    remember_above();
    give();
    text_.clear(whole_text_);
  }

protected:
  struct place_span {
    std::uint32_t begin;
    std::uint32_t end;
  };
  /// What the text above says; without a name where that is nothing.
  struct remembered {
    field value;
    std::size_t end = 0; // byte behind what it was taken from
  };
  struct candidate {
    std::uint32_t rule;
    std::uint32_t begin; // of the anchor
    std::uint32_t end;
    std::uint32_t window;
    std::uint32_t slots; // where they begin in `slots_`
  };

  static constexpr std::size_t longest_part = std::size_t{1} << 16; // bytes
  // Bytes taken at once: about what one window holds, so that its rows stay in the cache.
  static constexpr std::size_t batch = 10'000;

  void add_part(span part, paragraph_facts facts, const std::vector<span>& sentences, bool opens,
                bool closes) {
    text_.add_paragraph(part, facts, sentences, opens, closes);
    waiting_ += part.size() + 1;
    if (waiting_ >= batch) flush();
  }

  /// Makes what was taken ready for rules.
  void begin_reading() {
    matches_.clear();
    types_.clear();
    slots_.clear();
    text_.read();
    search_.clear();
  }

  /// Runs the rules for records of the types before `end`.
  void run_types(std::uint32_t end) {
    for (std::uint32_t type = first_named; type < end; ++type) {
      if (rules_.types()[type - first_named].is_record()) run_type(type);
    }
  }

  /// Gives the records to the caller, in the order of the text.
  void give() {
    order_.clear();
    for (std::uint32_t i = 0; i < matches_.size(); ++i) {
      if (is_given(types_[i])) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t i, std::uint32_t k) {
      const span a = matches_[i].where, b = matches_[k].where;
      if (a.begin != b.begin) return a.begin < b.begin;
      return a.end != b.end ? a.end > b.end : i < k;
    });
    for (const std::uint32_t i : order_)
      out_.push_back(std::move(matches_[i]));
  }

  void run_type(std::uint32_t type) {
    candidates_.clear();
    const std::uint32_t begin = rules_.of(rules_.heading.type_begin)[type - first_named];
    const std::uint32_t end = rules_.of(rules_.heading.type_begin)[type - first_named + 1];
    const auto windows = static_cast<std::uint32_t>(text_.windows().size());
    for (std::uint32_t word = begin / 64; word * 64 < end; ++word) {
      std::uint64_t left = 0; // rules that are awake in some window
      for (std::uint32_t window = 0; window < windows; ++window)
        left |= text_.awake(window)[word];
      if (word == begin / 64) left &= ~std::uint64_t{0} << (begin % 64);
      for (; left != 0; left &= left - 1) {
        const std::uint32_t place = word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
        if (place >= end) break;
        try_windows(place);
      }
    }
    if (candidates_.empty()) return;
    const keep kept = rules_.types()[type - first_named].keep;
    std::sort(candidates_.begin(), candidates_.end(),
              [&](const candidate& a, const candidate& b) { return is_preferred(a, b, kept); });
    choose(kept);
    // In text order, so that a record may take a value from the one of its type before it.
    const bool is_made = rules_.uses()[type].asked || is_given(type);
    for (const candidate& one : candidates_) {
      if (rules_.rules()[one.rule].blocks) continue;
      if (is_made) {
        matches_.push_back(make_match(one));
        types_.push_back(type);
      }
      text_.add(one.begin, one.end, one.window, type,
                is_made ? static_cast<std::uint32_t>(matches_.size() - 1) : none);
    }
  }

  bool is_given(std::uint32_t type) const { return given_.empty() || given_[type - first_named]; }

  /// Leaves those of the candidates, the preferred ones first, that keep their places, and orders
  /// them by the text.
  void choose(keep kept) {
    std::size_t count = 0;
    std::uint32_t free_from = 0;
    switch (kept) {
    case keep::leftmost:
      for (const candidate& one : candidates_) {
        if (one.begin < free_from) continue;
        free_from = one.end;
        candidates_[count++] = one;
      }
      break;
    case keep::outermost: // leftmost and longest first: what lies within another stands behind it
      for (const candidate& one : candidates_) {
        if (one.end <= free_from) continue;
        free_from = one.end;
        candidates_[count++] = one;
      }
      break;
    case keep::distinct:
      for (const candidate& one : candidates_) {
        const bool same = count > 0 && candidates_[count - 1].begin == one.begin &&
                          candidates_[count - 1].end == one.end;
        if (!same) candidates_[count++] = one;
      }
      // Annotations of a type are listed by their ends.
      std::sort(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(count),
                [](const candidate& a, const candidate& b) {
                  return a.end != b.end ? a.end < b.end : a.begin < b.begin;
                });
      break;
    case keep::longest:
    case keep::priority:
      taken_.clear();
      for (const candidate& one : candidates_) {
        const auto next = std::lower_bound(
            taken_.begin(), taken_.end(), one.begin,
            [](const place_span& place, std::uint32_t at) { return place.end <= at; });
        if (next != taken_.end() && next->begin < one.end) continue;
        taken_.insert(next, {one.begin, one.end});
        candidates_[count++] = one;
      }
      std::sort(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(count),
                [](const candidate& a, const candidate& b) { return a.begin < b.begin; });
      break;
    }
    candidates_.resize(count);
  }

  /// Tries a rule, given by its place in `by_type`, in the windows where it is awake.
  void try_windows(std::uint32_t place) {
    const std::uint32_t index = rules_.of(rules_.heading.by_type)[place];
    const rule& rule = rules_.rules()[index];
    for (std::uint32_t window = 0; window < text_.windows().size(); ++window) {
      const bool awake = (text_.awake(window)[place / 64] >> (place % 64) & 1) != 0;
      if (!awake) continue;
      const std::uint64_t words = search_.words_for(rule, window);
      if (words == 0) continue;
      search_.run(rule, window, words, [&](const std::vector<std::uint32_t>& found) {
        const std::size_t known = candidates_.size();
        if (rule.each != 0) {
          add_each(rule, index, window, found);
        } else {
          add_candidate(rule, index, window, found);
        }
        return candidates_.size() > known;
      });
    }
  }

  /// Notes a match, unless a guard of the rule forbids it.
  void add_candidate(const rule& rule, std::uint32_t index, std::uint32_t window,
                     const std::vector<std::uint32_t>& found) {
    const std::uint32_t begin = found[2 * rule.anchor], end = found[2 * rule.anchor + 1];
    // An optional capture that took no part leaves the record without a place.
    if (begin == none || end == none || begin >= end) return;
    const candidate made{index, begin, end, window, static_cast<std::uint32_t>(slots_.size())};
    slots_.insert(slots_.end(), found.begin(), found.end());
    const std::span<const guard> guards = rules_.of(rule.guards);
    const bool holds = std::all_of(guards.begin(), guards.end(),
                                   [&](const guard& one) { return guard_holds(one, made); });
    if (holds) {
      candidates_.push_back(made);
    } else {
      slots_.resize(made.slots);
    }
  }

  /// Notes a match once for every occurrence of the capture `each`. Other captures that occur as
  /// often are dealt out in order, those that occur once are shared; where one occurs another
  /// number of times nobody can say what belongs together, and nothing is noted.
  void add_each(const rule& rule, std::uint32_t index, std::uint32_t window,
                const std::vector<std::uint32_t>& found) {
    // The occurrences of each capture: a begin is noted, then its end.
    const std::uint32_t captures = rule.captures.size() + 1;
    std::vector<std::vector<place_span>> all(captures);
    for (const noted_place& one : search_.trail()) {
      std::vector<place_span>& of = all[one.slot / 2];
      if (one.slot % 2 == 0) of.push_back({one.place, one.place});
      if (one.slot % 2 == 1 && !of.empty()) of.back().end = one.place;
    }
    const std::size_t count = all[rule.each].size();
    for (const std::vector<place_span>& of : all) {
      if (of.size() > 1 && of.size() != count) return;
    }
    for (std::size_t k = 0; k < count; ++k) {
      dealt_.assign(found.begin(), found.end());
      for (std::uint32_t i = 1; i < captures; ++i) {
        if (all[i].size() != count) continue;
        dealt_[2 * i] = all[i][k].begin;
        dealt_[2 * i + 1] = all[i][k].end;
      }
      add_candidate(rule, index, window, dealt_);
    }
  }

  // --- guards ----------------------------------------------------------------------------------

  bool guard_holds(const guard& asked, const candidate& one) {
    if (asked.kind == guard_kind::test) {
      const std::span<const test> tests = rules_.of(asked.tests);
      return std::any_of(tests.begin(), tests.end(),
                         [&](const test& of) { return test_holds(of, one) != of.negated; });
    }
    std::uint32_t begin = slots_[one.slots + asked.from], end = slots_[one.slots + asked.to];
    // About a capture that took no part nothing is asked.
    if (begin == none || end == none) return true;
    if (begin > end) { // what lies between two captures of which the second one stands first
      begin = slots_[one.slots + (asked.to ^ 1)];
      end = slots_[one.slots + (asked.from ^ 1)];
      if (begin == none || end == none) return true;
    }
    switch (asked.kind) {
    case guard_kind::absent:
      return !search_.lies_between(rules_.all<block>()[asked.block], one.window, begin, end);
    case guard_kind::length:
      return begin >= end || end - begin <= asked.most;
    case guard_kind::clause: {
      const std::vector<std::uint32_t>& cuts = text_.clause_cuts();
      const auto cut = std::lower_bound(cuts.begin(), cuts.end(), begin);
      return cut == cuts.end() || *cut >= end;
    }
    case guard_kind::heading:
      return text_.paragraphs()[text_.piece_at(one.begin).paragraph].is_heading;
    case guard_kind::test:
      break;
    }
    return true;
  }

  bool test_holds(const test& asked, const candidate& one) const {
    const std::span<const value_source> operands = rules_.of(asked.operands);
    if (asked.compare == comparison::of_type) {
      const std::uint32_t begin = slots_[one.slots + 2 * operands[0].target + 2];
      const std::uint32_t end = slots_[one.slots + 2 * operands[0].target + 3];
      if (begin == none) return false;
      const annotation* a = text_.first_at(begin);
      while (a != nullptr && !(a->end == end && a->type == asked.type))
        a = text_.next_at(*a);
      return a != nullptr;
    }
    field left, right;
    if (!evaluate(operands[0], one, left)) return false;
    if (operands.size() == 1) return true;
    return std::any_of(operands.begin() + 1, operands.end(), [&](const value_source& other) {
      return evaluate(other, one, right) && compares(asked.compare, left.value, right.value);
    });
  }

  static bool compares(comparison how, std::string_view left, std::string_view right) {
    const result<decimal> a = parse_decimal(left), b = parse_decimal(right);
    const bool numbers = a && b;
    switch (how) {
    case comparison::equal:
      return numbers ? *a == *b : left == right;
    case comparison::unequal:
      return numbers ? *a != *b : left != right;
    case comparison::less:
      return numbers && *a < *b;
    case comparison::at_most:
      return numbers && *a <= *b;
    case comparison::more:
      return numbers && *a > *b;
    case comparison::at_least:
      return numbers && *a >= *b;
    default:
      return true;
    }
  }

  // --- records ---------------------------------------------------------------------------------

  /// A total order, so that ties never depend on chance.
  bool is_preferred(const candidate& a, const candidate& b, keep kept) const noexcept {
    const std::uint32_t first = rules_.rules()[a.rule].priority;
    const std::uint32_t second = rules_.rules()[b.rule].priority;
    if (kept == keep::priority && first != second) return first > second;
    if (kept == keep::longest && a.end - a.begin != b.end - b.begin)
      return a.end - a.begin > b.end - b.begin;
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    if (first != second) return first > second;
    if (a.rule != b.rule) return a.rule < b.rule;
    const std::ptrdiff_t captures = rules_.rules()[a.rule].captures.size();
    const std::ptrdiff_t count = 2 * captures + 2;
    const auto one = slots_.begin() + a.slots, other = slots_.begin() + b.slots;
    return std::lexicographical_compare(one, one + count, other, other + count);
  }

  match make_match(const candidate& one) const {
    const rule& rule = rules_.rules()[one.rule];
    const std::uint32_t* const slots = slots_.data() + one.slots;
    match made;
    made.fields.reserve(rule.assignments.size());
    for (const assignment& set : rules_.of(rule.assignments)) {
      field value{rules_.text(set.field), {}, {}};
      if (evaluate(rules_.of(set.alternatives), one, value))
        made.fields.push_back(std::move(value));
    }
    made.type = rules_.text(rules_.types()[rule.type - first_named].name);
    made.rule = rules_.text(rule.name);
    made.pack = rules_.text(rule.pack);
    made.where = text_.bytes(one.begin, one.end);
    made.whole = text_.bytes(slots[0], slots[1]);
    made.paragraph = text_.paragraphs()[text_.piece_at(one.begin).paragraph].index;
    const std::span<const letters> captures = rules_.of(rule.captures);
    for (std::size_t i = 0; i < captures.size(); ++i) {
      const std::uint32_t begin = slots[2 * i + 2], end = slots[2 * i + 3];
      if (begin != none && end != none) {
        made.captures.push_back({rules_.text(captures[i]), text_.bytes(begin, end)});
      }
    }
    return made;
  }

  /// The first alternative all parts of which are there, joined.
  bool evaluate(std::span<const value_source> parts, const candidate& one, field& out) const {
    bool complete = true;
    for (std::size_t i = 0, begin = 0; i < parts.size(); ++i) {
      field part{out.name, {}, {}};
      complete = complete && evaluate(parts[i], one, part);
      if (complete && i == begin) {
        out = std::move(part);
      } else if (complete) {
        out.value += part.value;
        // What is joined of several places was taken from none.
        if (part.where.size() != 0) out.where = out.where.size() == 0 ? part.where : span{};
      }
      if (parts[i].joined) continue;
      if (complete) return true;
      complete = true;
      begin = i + 1;
    }
    return false;
  }

  bool evaluate(const value_source& source, const candidate& one, field& out) const {
    switch (source.kind) {
    case value_kind::constant:
      out.value = std::string(rules_.text(source.text));
      return true;
    case value_kind::capture: {
      const std::uint32_t begin = slots_[one.slots + 2 * source.target + 2];
      const std::uint32_t end = slots_[one.slots + 2 * source.target + 3];
      if (begin == none || end == none || begin >= end) return false;
      if (source.text.empty()) return take_text(begin, end, out);
      for (const annotation* a = text_.first_at(begin); a != nullptr; a = text_.next_at(*a)) {
        if (a->end == end && take_attribute(*a, rules_.text(source.text), out)) return true;
      }
      return false;
    }
    case value_kind::nearest: {
      if (source.scope == scope::heading) return take_from_heading(source, one.begin, out);
      const annotation* found = nearest(source, one);
      if (found == nullptr)
        return source.scope == scope::page && reaches(source, one.begin) &&
               take_remembered(source, out);
      if (source.within != 0) {
        const std::uint32_t away = found->end <= one.begin ? text_.distance(found->end, one.begin)
                                                           : text_.distance(one.end, found->begin);
        if (away > source.within) return false;
      }
      return take(*found, source, out);
    }
    }
    return false;
  }

  bool take_text(std::uint32_t begin, std::uint32_t end, field& out) const {
    out.value = std::string(text_.text(begin, end));
    out.where = text_.bytes(begin, end);
    return true;
  }

  bool take_attribute(const annotation& a, std::string_view name, field& out) const {
    if (a.type == number_type || a.type == percent_type) {
      return take_number(text_.number(a).number, name, out);
    }
    if (a.type == quoted_type || a.type == title_type) {
      return name == "inner" && a.begin + 1 < a.end - 1 && take_text(a.begin + 1, a.end - 1, out);
    }
    if (a.type == heading_type) return false;
    const type_kind kind = rules_.types()[a.type - first_named].kind;
    if (kind == type_kind::given) {
      for (const field& known : marks_[a.source].attributes) {
        if (known.name != name) continue;
        out.value = known.value;
        out.where = known.where;
        return true;
      }
      return false;
    }
    if (kind == type_kind::record) {
      if (a.source == none) return false; // nothing asks for a field of its rules
      const field* known = matches_[a.source].find(name);
      if (known == nullptr) return false;
      out.value = known->value;
      out.where = known->where;
      return true;
    }
    for (const attribute& known : rules_.of(text_.word(a).attributes)) {
      if (rules_.text(known.name) != name) continue;
      out.value = std::string(rules_.text(known.value));
      return true;
    }
    return false;
  }

  static bool take_number(const numeral::parsed<decimal>& number, std::string_view name,
                          field& out);

  /// What the headings above a place say: the last annotation of the type in the nearest heading
  /// that has one.
  bool take_from_heading(const value_source& source, std::uint32_t at, field& out) const {
    const std::vector<std::uint32_t>& all = text_.of_type(source.target);
    const std::vector<read_paragraph>& paragraphs = text_.paragraphs();
    for (std::size_t i = at == none ? paragraphs.size() : text_.piece_at(at).paragraph; i-- > 0;) {
      if (!paragraphs[i].is_heading || paragraphs[i].first == paragraphs[i].last) continue;
      const place_span read{text_.pieces()[paragraphs[i].first].begin,
                            text_.pieces()[paragraphs[i].last - 1].end};
      auto last = std::upper_bound(
          all.begin(), all.end(), read.end,
          [&](std::uint32_t place, std::uint32_t index) { return place < text_[index].end; });
      if (last == all.begin() || text_[*--last].begin < read.begin) continue;
      return take(text_[*last], source, out);
    }
    return take_remembered(source, out);
  }

  /// What the paragraphs that were read before say, where a value asks for headings or the page.
  bool take_remembered(const value_source& source, field& out) const {
    const field& known = from_above_[index_of(source)].value;
    if (known.name.empty()) return false;
    out.value = known.value;
    out.where = known.where;
    return true;
  }

  /// Whether a place stands near enough behind what is remembered for a value.
  bool reaches(const value_source& source, std::uint32_t place) const noexcept {
    constexpr std::size_t longest_character = 4; // bytes
    const std::size_t begin = from_above_[index_of(source)].end;
    const std::size_t bytes = text_.bytes(place, place).begin - begin;
    return source.within == 0 || (bytes / longest_character <= source.within &&
                                  utf8::count(whole_text_.substr(begin, bytes)) <= source.within);
  }

  /// Keeps what rules may ask about the paragraphs that were read, for those below.
  void remember_above() {
    for (const value_source& source : rules_.all<value_source>()) {
      if (source.kind != value_kind::nearest) continue;
      field found;
      std::size_t end = 0;
      if (source.scope == scope::heading) {
        if (!take_from_heading(source, none, found)) continue;
        found.name = "above";
      } else if (source.scope == scope::page) {
        const annotation* last = last_before(source.target, 0, none);
        if (last == nullptr) continue;
        end = text_.bytes(last->end, last->end).begin;
        if (take(*last, source, found)) found.name = "above"; // else the last one says nothing
      } else {
        continue;
      }
      from_above_[index_of(source)] = {std::move(found), end};
    }
  }

  std::size_t index_of(const value_source& source) const noexcept {
    return static_cast<std::size_t>(&source - rules_.all<value_source>().data());
  }

  bool take(const annotation& a, const value_source& source, field& out) const {
    return source.text.empty() ? take_text(a.begin, a.end, out)
                               : take_attribute(a, rules_.text(source.text), out);
  }

  /// The annotation of the type that lies nearest to the record without touching it, within the
  /// scope; before it rather than after it where the distances are equal.
  const annotation* nearest(const value_source& source, const candidate& one) const noexcept {
    const std::uint32_t own = text_.index_at(one.begin);
    const piece& sentence = text_.pieces()[own];
    place_span scope{sentence.begin, sentence.end};
    if (source.scope == scope::clause) scope = clause_around(one, scope);
    if (source.scope == scope::page) scope.begin = 0;
    const annotation* before = nullptr;
    const annotation* after = nullptr;
    if (source.direction != direction::after)
      before = last_before(source.target, scope.begin, one.begin);
    if (source.direction != direction::before)
      after = first_behind(source.target, one.end, scope.end);
    if (source.scope == scope::paragraph) {
      look_around(source, text_.paragraphs()[sentence.paragraph], own, before, after);
    }
    if (before == nullptr || after == nullptr) return before == nullptr ? after : before;
    return text_.distance(before->end, one.begin) <= text_.distance(one.end, after->begin) ? before
                                                                                           : after;
  }

  /// Looks into the other sentences of a paragraph for what the own one does not have.
  void look_around(const value_source& source, const read_paragraph& paragraph, std::uint32_t own,
                   const annotation*& before, const annotation*& after) const noexcept {
    const bool backwards = source.direction != direction::after && before == nullptr;
    const bool forwards = source.direction != direction::before && after == nullptr;
    if (backwards && paragraph.first < own)
      before = last_before(source.target, text_.pieces()[paragraph.first].begin,
                           text_.pieces()[own - 1].end);
    if (forwards && own + 1 < paragraph.last)
      after = first_behind(source.target, text_.pieces()[own + 1].begin,
                           text_.pieces()[paragraph.last - 1].end);
  }

  /// The annotation of a type that ends last from one place to another of a sentence; of those that
  /// end there the longest, which says most.
  const annotation* last_before(std::uint32_t type, std::uint32_t from,
                                std::uint32_t to) const noexcept {
    const std::vector<std::uint32_t>& all = text_.of_type(type);
    auto last =
        std::upper_bound(all.begin(), all.end(), to, [&](std::uint32_t place, std::uint32_t index) {
          return place < text_[index].end;
        });
    const annotation* found = nullptr;
    const std::uint32_t end = last == all.begin() ? 0 : text_[*(last - 1)].end;
    for (; last != all.begin() && text_[*(last - 1)].end == end; --last) {
      const annotation& a = text_[*(last - 1)];
      if (a.begin >= from && (found == nullptr || a.begin < found->begin)) found = &a;
    }
    return found;
  }

  /// The first one in the order of their ends that begins and ends between two places.
  const annotation* first_behind(std::uint32_t type, std::uint32_t from,
                                 std::uint32_t to) const noexcept {
    const std::vector<std::uint32_t>& all = text_.of_type(type);
    auto next = std::lower_bound(
        all.begin(), all.end(), from,
        [&](std::uint32_t index, std::uint32_t place) { return text_[index].end <= place; });
    for (; next != all.end() && text_[*next].end <= to; ++next) {
      if (text_[*next].begin >= from) return &text_[*next];
    }
    return nullptr;
  }

  /// The part of the sentence around the record that no comma, semicolon or colon cuts.
  place_span clause_around(const candidate& one, place_span clause) const noexcept {
    const std::vector<std::uint32_t>& cuts = text_.clause_cuts();
    const auto behind = std::lower_bound(cuts.begin(), cuts.end(), one.begin);
    const auto ahead = std::lower_bound(behind, cuts.end(), one.end);
    if (behind != cuts.begin()) clause.begin = std::max(clause.begin, *(behind - 1) + 1);
    if (ahead != cuts.end()) clause.end = std::min(clause.end, *ahead);
    return clause;
  }

  const program_view& rules_;
  std::string_view whole_text_;
  std::span<const marked> marks_;
  std::vector<placed_mark> placed_;
  std::vector<match>& out_;
  lattice text_;
  searcher search_;
  std::size_t waiting_ = 0; // bytes taken
  std::vector<candidate> candidates_;
  std::vector<std::uint32_t> slots_;   // of all candidates
  std::vector<std::uint32_t> dealt_;   // the slots of one record of several
  std::vector<remembered> from_above_; // by value source
  std::vector<place_span> taken_;      // by places that are chosen
  std::vector<match> matches_;
  std::vector<std::uint32_t> types_; // of the matches
  std::vector<std::uint32_t> order_; // of the matches in the text
  const std::vector<bool> given_;    // by type: whether its records are; empty: all are
};
using runner = basic_runner<>;

template <class T>
bool basic_runner<T>::take_number(const numeral::parsed<decimal>& number, std::string_view name,
                                  field& out) {
  if (name == "value") {
    out.value = to_string(number.value);
    return true;
  }
  if (name == "value_high") {
    if (number.is_range) out.value = to_string(number.high);
    return number.is_range;
  }
  if (name == "bound") {
    out.value = std::string(numeral::to_string(number.limit));
    return number.limit != numeral::bound::exact;
  }
  if (name == "sign") {
    switch (number.ratio) {
    case numeral::ratio::percent:
      out.value = "%";
      return true;
    case numeral::ratio::per_mille:
      out.value = "‰";
      return true;
    case numeral::ratio::per_ten_thousand:
      out.value = "‱";
      return true;
    default:
      return false;
    }
  }
  return false;
}

/// Gives all paragraphs of a page to a runner.
template <class Runner> void read_page(const document& page, Runner& run) {
  const std::vector<paragraph>& paragraphs = page.paragraphs();
  const std::vector<sentence>& sentences = page.sentences();
  std::vector<span> own;
  std::size_t next = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    own.clear();
    bool goes_on = false;
    for (; next < sentences.size() && sentences[next].paragraph == i; ++next) {
      const span piece = sentences[next].text;
      if (goes_on) {
        own.back().end = piece.end;
      } else {
        own.push_back(piece);
      }
      // What a semicolon divides is still one sentence for rules; its parts are clauses.
      const std::string_view text = piece.in(page.text());
      goes_on = text.ends_with("；") || text.ends_with(";");
    }
    run.add(paragraphs[i].text, i, paragraphs[i].kind == paragraph_kind::headline, own);
  }
  run.flush();
}

} // namespace detail

template <class> std::vector<match> engine::run(const document& page) const {
  return run(page, std::span<const marked>());
}

template <class>
std::vector<match> engine::run(const document& page, std::span<const marked> marks) const {
  std::vector<match> out;
  detail::runner run(rules_, page.text(), out, given_);
  run.set_marks(marks);
  detail::read_page(page, run);
  return out;
}

template <class> std::vector<match> engine::run(std::string_view paragraph) const {
  std::vector<match> out;
  const span all{0, paragraph.size()};
  detail::runner run(rules_, paragraph, out, given_);
  if (!paragraph.empty()) run.add(all, 0, false, {all});
  run.flush();
  return out;
}

} // namespace hantext::rules
