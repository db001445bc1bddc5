/// \file
/// Runs a compiled rule pack over a document and gives the records that its rules emit.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/document.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// A value that a rule set.
struct field {
  std::string_view name; ///< owned by the program
  std::string value;
  span where; ///< the bytes of the text that it was taken from; empty for constants and attributes
};

/// What a rule found: its record's span, its fields, and the spans of its captures.
struct match {
  struct capture {
    std::string_view name; ///< owned by the program
    span where;
  };

  std::string_view type; ///< the record's type, owned by the program
  std::string_view rule; ///< the rule's name, owned by the program
  span where;            ///< the record's span, in bytes of the text
  span whole;            ///< all that the rule matched, context included
  std::size_t paragraph = 0;
  std::vector<field> fields; ///< in the order of the rule's `set`
  std::vector<capture> captures;

  /// The field of that name, or null where the rule did not set it or found nothing for it.
  const field* find(std::string_view name) const noexcept {
    for (const field& one : fields) {
      if (one.name == name) return &one;
    }
    return nullptr;
  }
};

/// Runs one program; the program must outlive the engine and its matches. An engine holds no state
/// of its runs: one may serve many threads.
class engine {
public:
  explicit engine(const program& rules) noexcept : program_(&rules) {}

  /// All records of all rules, in the order of the text; spans are bytes of `page.text()`.
  /// Cost: linear in the text for a given program, whatever the text; memory by the longest
  /// paragraph.
  std::vector<match> run(const document& page) const;

  /// The same for a text without line breaks that is one paragraph, such as a query.
  std::vector<match> run(std::string_view paragraph) const;

private:
  const program* program_;
};

namespace detail {

/// A span of the paragraph, in characters, that a rule can step over at once.
struct annotation {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t type = 0;
  std::uint32_t source = 0;     // word entry, number or match, by type
  std::uint32_t next_begin = 0; // 1 + the next annotation that begins here, longest first
  std::uint32_t next_end = 0;   // 1 + the next annotation that ends here
};

/// One paragraph made ready for matching: its characters and all annotations found so far.
class lattice {
public:
  explicit lattice(const program& rules) : rules_(rules) {
    by_type_.resize(first_named + rules.types.size());
  }

  /// Takes the paragraph `text`, which begins at byte `offset` of the document's text, and finds
  /// all that does not need rules. Keeps the memory of the paragraph before.
  void read(std::string_view text, std::size_t offset) {
    text_ = text;
    offset_ = offset;
    characters_.clear();
    classes_.clear();
    starts_.clear();
    clause_cuts_.clear();
    annotations_.clear();
    words_.clear();
    numbers_.clear();
    for (std::vector<std::uint32_t>& list : by_type_)
      list.clear();
    bytes_to_character_.resize(text.size() + 1);
    for (const utf8::element element : utf8::elements(text)) {
      for (std::size_t i = 0; i < element.length; ++i) {
        bytes_to_character_[element.offset + i] = size();
      }
      characters_.push_back(chars::fold_width(element.code_point));
      classes_.push_back(static_cast<std::uint8_t>(
          1u << static_cast<unsigned>(chars::classify(element.code_point))));
      starts_.push_back(static_cast<std::uint32_t>(element.offset));
      if (cuts_clause(characters_.back())) clause_cuts_.push_back(size() - 1);
    }
    bytes_to_character_[text.size()] = size();
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
    first_begin_.assign(characters_.size() + 1, 0);
    first_end_.assign(characters_.size() + 1, 0);
    types_at_.assign(characters_.size() + 1, 0);
    types_ending_.assign(characters_.size() + 1, 0);
    annotate_words();
    annotate_numbers();
    annotate_quotes();
  }

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(characters_.size()); }
  char32_t character(std::uint32_t at) const noexcept { return characters_[at]; }
  std::uint32_t class_mask(std::uint32_t at) const noexcept { return classes_[at]; }
  /// The types of the annotations that begin, or end, at a place, as a set modulo 64.
  std::uint64_t types_at(std::uint32_t at) const noexcept { return types_at_[at]; }
  std::uint64_t types_ending(std::uint32_t at) const noexcept { return types_ending_[at]; }
  /// All that stands in a stretch, for comparison with what a rule needs.
  necessities present(std::uint32_t begin, std::uint32_t end) const noexcept {
    necessities sum;
    for (std::uint32_t at = begin; at < end; ++at) {
      sum.types |= types_at_[at];
      sum.characters |= bit_of(characters_[at]);
    }
    return sum;
  }
  std::uint32_t character_of(std::size_t byte) const noexcept {
    return bytes_to_character_[byte - offset_];
  }
  span bytes(std::uint32_t begin, std::uint32_t end) const noexcept {
    return {offset_ + starts_[begin], offset_ + starts_[end]};
  }
  std::string_view text(std::uint32_t begin, std::uint32_t end) const noexcept {
    return text_.substr(starts_[begin], starts_[end] - starts_[begin]);
  }

  const annotation* first_at(std::uint32_t at) const noexcept { return get(first_begin_[at]); }
  const annotation* next_at(const annotation& a) const noexcept { return get(a.next_begin); }
  const annotation* first_ending(std::uint32_t at) const noexcept { return get(first_end_[at]); }
  const annotation* next_ending(const annotation& a) const noexcept { return get(a.next_end); }

  bool begins(std::uint32_t type, std::uint32_t at) const noexcept {
    const annotation* a = first_at(at);
    while (a != nullptr && a->type != type)
      a = next_at(*a);
    return a != nullptr;
  }
  bool ends(std::uint32_t type, std::uint32_t at) const noexcept {
    const annotation* a = first_ending(at);
    while (a != nullptr && a->type != type)
      a = next_ending(*a);
    return a != nullptr;
  }

  void add(std::uint32_t begin, std::uint32_t end, std::uint32_t type, std::uint32_t source) {
    annotation made{begin, end, type, source, 0, first_end_[end]};
    std::uint32_t* link = &first_begin_[begin];
    while (*link != 0 && annotations_[*link - 1].end > end) {
      link = &annotations_[*link - 1].next_begin;
    }
    made.next_begin = *link;
    const std::uint32_t index = static_cast<std::uint32_t>(annotations_.size()) + 1;
    *link = index;
    first_end_[end] = index;
    types_at_[begin] |= bit_of(type);
    types_ending_[end] |= bit_of(type);
    by_type_[type].push_back(index - 1);
    annotations_.push_back(made);
  }

  /// The places of commas, semicolons and colons.
  const std::vector<std::uint32_t>& clause_cuts() const noexcept { return clause_cuts_; }

  /// All annotations of a type, by their ends; of those that end together the longest first for
  /// words, in the order of addition else.
  const std::vector<std::uint32_t>& of_type(std::uint32_t type) const noexcept {
    return by_type_[type];
  }
  const annotation& operator[](std::uint32_t index) const noexcept { return annotations_[index]; }

  const numeral::mention& number(const annotation& a) const noexcept { return numbers_[a.source]; }
  const word_entry& word(const annotation& a) const noexcept { return *words_[a.source]; }

private:
  static constexpr bool cuts_clause(char32_t c) noexcept {
    return c == U',' || c == U';' || c == U':';
  }

  const annotation* get(std::uint32_t index) const noexcept {
    return index == 0 ? nullptr : &annotations_[index - 1];
  }

  void annotate_words() {
    rules_.words.for_each(text_, [&](const lexicon_match& found) {
      for (const word_entry& entry : rules_.entries[found.word]) {
        words_.push_back(&entry);
        add(bytes_to_character_[found.begin], bytes_to_character_[found.end], entry.type,
            static_cast<std::uint32_t>(words_.size() - 1));
      }
    });
  }

  /// Numbers and percentages; other fractions count nothing and are left out.
  void annotate_numbers() {
    numeral::parse_options options;
    options.tenths_as_units = true; // rules know 成 among their units
    for (const numeral::mention& mention : numeral::scan(text_, options)) {
      const numeral::ratio ratio = mention.number.ratio;
      if (ratio != numeral::ratio::none && ratio != numeral::ratio::percent) continue;
      numbers_.push_back(mention);
      add(bytes_to_character_[mention.begin], bytes_to_character_[mention.end],
          ratio == numeral::ratio::percent ? percent_type : number_type,
          static_cast<std::uint32_t>(numbers_.size() - 1));
    }
  }

  /// Quotations and titles with their marks, the innermost and every enclosing one.
  void annotate_quotes() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t at = 0; at < size(); ++at) {
      const char32_t c = characters_[at];
      const bool is_title = c == U'《' || c == U'》' || c == U'〈' || c == U'〉';
      const bool is_quote = c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'「' ||
                            c == U'」' || c == U'『' || c == U'』' || c == U'"';
      if (!is_title && !is_quote) continue;
      // A straight quotation mark closes what another opened.
      const bool straight_open = c == U'"' && (open.empty() || characters_[open.back()] != U'"');
      if (straight_open || chars::is_opening(c)) {
        open.push_back(at);
        continue;
      }
      while (!open.empty() && !closes(characters_[open.back()], c))
        open.pop_back();
      if (open.empty()) continue;
      add(open.back(), at + 1, is_title ? title_type : quoted_type, 0);
      open.pop_back();
    }
  }

  static bool closes(char32_t opening, char32_t closing) noexcept {
    return closing == U'"' ? opening == U'"' : chars::closing_of(opening) == closing;
  }

  const program& rules_;
  std::string_view text_;
  std::size_t offset_ = 0;
  std::vector<char32_t> characters_; // folded to one width
  std::vector<std::uint8_t> classes_;
  std::vector<std::uint32_t> starts_; // byte of each character, and the end
  std::vector<std::uint32_t> bytes_to_character_;
  std::vector<std::uint32_t> clause_cuts_;
  std::vector<annotation> annotations_;
  std::vector<std::uint32_t> first_begin_;
  std::vector<std::uint32_t> first_end_;
  std::vector<std::uint64_t> types_at_;
  std::vector<std::uint64_t> types_ending_;
  std::vector<std::vector<std::uint32_t>> by_type_;
  std::vector<const word_entry*> words_;
  std::vector<numeral::mention> numbers_;
};

/// A set of numbers that is emptied at no cost: a new generation forgets the ones before.
class visited_set {
public:
  void clear() noexcept {
    ++generation_;
    count_ = 0;
  }

  /// Whether `key` was not yet in the set.
  bool insert(std::uint32_t key) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    const std::uint64_t entry = (generation_ << 32) | key;
    std::size_t i = index(key);
    for (; (slots_[i] >> 32) == (generation_ & 0xFFFFFFFF); i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i] == entry) return false;
    }
    slots_[i] = entry;
    ++count_;
    return true;
  }

private:
  std::size_t index(std::uint32_t key) const noexcept {
    return (key * std::uint64_t{0x9E3779B97F4A7C15} >> 32) & (slots_.size() - 1);
  }

  void grow() {
    const std::vector<std::uint64_t> old = std::move(slots_);
    slots_.assign(std::max<std::size_t>(1024, 2 * old.size()), 0);
    count_ = 0;
    for (const std::uint64_t entry : old) {
      if ((entry >> 32) == generation_) insert(static_cast<std::uint32_t>(entry));
    }
  }

  std::vector<std::uint64_t> slots_; // generation and key
  std::uint64_t generation_ = 1;
  std::size_t count_ = 0;
};

/// Searches one sentence for one rule: depth first in the order of preference. A branch that was
/// followed from some place once is not followed from there again, so the cost is at most the
/// number of the rule's states times the length of the sentence.
class searcher {
public:
  searcher(const program& rules, const lattice& text) noexcept : rules_(rules), text_(text) {}

  /// Calls `found(slots)` for the matches of `rule` in characters [begin, end), which never share
  /// a character of their anchors.
  template <class F> void run(const rule& rule, std::uint32_t begin, std::uint32_t end, F&& found) {
    begin_ = begin;
    end_ = end;
    states_ = rule.end - rule.begin;
    visited_.clear();
    const instruction& first = rules_.code[rule.begin];
    const look* condition = first.op == operation::look ? &rules_.looks[first.argument] : nullptr;
    for (std::uint32_t at = begin; at < end;) {
      const bool possible = (bit_of(text_.character(at)) & rule.first_characters) != 0 ||
                            (text_.class_mask(at) & rule.first_classes) != 0 ||
                            (text_.types_at(at) & rule.first_annotations) != 0;
      if (!possible || (condition != nullptr && !holds(*condition, at)) || !match_at(rule, at)) {
        ++at;
        continue;
      }
      found(slots_);
      at = std::max(at + 1, slots_[2 * rule.anchor + 1]);
      // What a match went through has not failed: it may serve the next one.
      visited_.clear();
    }
  }

private:
  struct frame {
    std::uint32_t state;
    std::uint32_t value; // the place to go on at, or the slot's value to put back
    std::uint32_t slot;  // `none`, or the slot to put back
  };

  /// Whether a branch is followed from this place for the first time.
  bool enter(const rule& rule, std::uint32_t state, std::uint32_t at) {
    return visited_.insert(states_ * (at - begin_) + (state - rule.begin));
  }

  bool match_at(const rule& rule, std::uint32_t start) {
    slots_.assign(2 * rule.captures.size() + 2, none);
    slots_[0] = start;
    stack_.clear();
    stack_.push_back({rule.begin, start, none});
    while (!stack_.empty()) {
      const frame top = stack_.back();
      stack_.pop_back();
      if (top.slot != none) {
        slots_[top.slot] = top.value;
      } else if (enter(rule, top.state, top.value) && follow(rule, top.state, top.value)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a step that consumes something cannot be taken here.
  bool fails(const instruction& step, std::uint32_t at) const noexcept {
    switch (step.op) {
    case operation::character:
      return at == end_ || text_.character(at) != static_cast<char32_t>(step.argument);
    case operation::among:
      return at == end_ ||
             rules_.sets[step.argument].find(text_.character(at)) == std::u32string::npos;
    case operation::one_of:
      return at == end_ || (text_.class_mask(at) & step.argument) == 0;
    case operation::jump:
      return (text_.types_at(at) & bit_of(step.argument)) == 0;
    default:
      return false;
    }
  }

  /// Goes on from one state until it fails, accepts, or has left alternatives on the stack.
  bool follow(const rule& rule, std::uint32_t state, std::uint32_t at) {
    for (;;) {
      const instruction& step = rules_.code[state];
      if (fails(step, at)) return false;
      switch (step.op) {
      case operation::character:
      case operation::among:
      case operation::one_of:
        ++at;
        break;
      case operation::jump:
        push_jumps(step, at);
        return false;
      case operation::split:
        if (fails(rules_.code[step.next], at)) {
          if (step.other == step.next) return false;
          state = step.other;
          continue;
        }
        // Branches meet again at the next split, so following each split once is enough.
        if (!enter(rule, step.next, at)) return false;
        if (step.other != step.next && !fails(rules_.code[step.other], at)) {
          stack_.push_back({step.other, at, none});
        }
        break;
      case operation::save:
        stack_.push_back({0, slots_[step.argument], step.argument});
        slots_[step.argument] = at;
        break;
      case operation::look:
        if (!holds(rules_.looks[step.argument], at)) return false;
        break;
      case operation::accept:
        slots_[1] = at;
        return true;
      }
      state = step.next;
    }
  }

  /// Leaves a frame for every annotation of the type that begins here, the longest on top.
  void push_jumps(const instruction& step, std::uint32_t at) {
    const std::size_t bottom = stack_.size();
    for (const annotation* a = text_.first_at(at); a != nullptr; a = text_.next_at(*a)) {
      if (a->type == step.argument && a->end <= end_) {
        stack_.push_back({step.next, a->end, none});
      }
    }
    std::reverse(stack_.begin() + static_cast<std::ptrdiff_t>(bottom), stack_.end());
  }

  bool holds(const look& condition, std::uint32_t at) const noexcept {
    return (condition.behind ? is_behind(condition, at) : is_ahead(condition, at)) !=
           condition.negated;
  }

  bool is_ahead(const look& condition, std::uint32_t at) const noexcept {
    if (at == end_) {
      return condition.sentence_edge || (condition.paragraph_edge && at == text_.size());
    }
    if ((text_.class_mask(at) & condition.classes) != 0) return true;
    if (condition.characters.find(text_.character(at)) != std::u32string::npos) return true;
    if ((text_.types_at(at) & condition.type_mask) != 0) {
      for (const std::uint32_t type : condition.types) {
        if (text_.begins(type, at)) return true;
      }
    }
    for (const std::u32string& text : condition.texts) {
      if (spells(text, at)) return true;
    }
    return false;
  }

  bool is_behind(const look& condition, std::uint32_t at) const noexcept {
    if (at == begin_) return condition.sentence_edge || (condition.paragraph_edge && at == 0);
    if ((text_.class_mask(at - 1) & condition.classes) != 0) return true;
    if (condition.characters.find(text_.character(at - 1)) != std::u32string::npos) return true;
    if ((text_.types_ending(at) & condition.type_mask) != 0) {
      for (const std::uint32_t type : condition.types) {
        if (text_.ends(type, at)) return true;
      }
    }
    for (const std::u32string& text : condition.texts) {
      if (text.size() <= at - begin_ &&
          spells(text, at - static_cast<std::uint32_t>(text.size()))) {
        return true;
      }
    }
    return false;
  }

  bool spells(const std::u32string& word, std::uint32_t at) const noexcept {
    if (word.size() > end_ - at) return false;
    for (const char32_t c : word) {
      if (text_.character(at++) != c) return false;
    }
    return true;
  }

  const program& rules_;
  const lattice& text_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t states_ = 0;
  visited_set visited_; // by place, then by state
  std::vector<frame> stack_;
  std::vector<std::uint32_t> slots_;
};

/// Runs all rules over paragraphs, one after the other.
class runner {
public:
  runner(const program& rules, std::string_view text)
      : rules_(rules), whole_text_(text), text_(rules), search_(rules, text_) {}

  /// Appends the records of one paragraph, given its sentences. Types run in the order of their
  /// ids, so that later rules see the records of earlier ones.
  void run(span paragraph, std::size_t index, const std::vector<span>& sentences,
           std::vector<match>& out) {
    text_.read(paragraph.in(whole_text_), paragraph.begin);
    index_ = index;
    matches_.clear();
    split(sentences);
    for (std::uint32_t i = 0; i < rules_.types.size(); ++i) {
      if (rules_.types[i].is_record) run_type(i + first_named);
    }
    std::stable_sort(matches_.begin(), matches_.end(), [](const match& a, const match& b) {
      return a.where.begin != b.where.begin ? a.where.begin < b.where.begin
                                            : a.where.end > b.where.end;
    });
    for (match& found : matches_)
      out.push_back(std::move(found));
  }

private:
  struct character_span {
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct candidate {
    std::uint32_t rule;
    std::uint32_t begin; // of the anchor
    std::uint32_t end;
    character_span sentence;
    std::vector<std::uint32_t> slots;
  };

  static constexpr std::uint32_t longest_sentence = 4096;

  void split(const std::vector<span>& sentences) {
    sentences_.clear();
    for (const span sentence : sentences) {
      std::uint32_t begin = text_.character_of(sentence.begin);
      const std::uint32_t end = text_.character_of(sentence.end);
      // Text without end marks is matched piece by piece, so that memory stays bounded.
      for (; end - begin > longest_sentence; begin += longest_sentence) {
        sentences_.push_back({begin, begin + longest_sentence});
      }
      sentences_.push_back({begin, end});
    }
  }

  void run_type(std::uint32_t type) {
    std::vector<candidate> candidates;
    for (const character_span sentence : sentences_) {
      const necessities present = text_.present(sentence.begin, sentence.end);
      for (std::uint32_t i = 0; i < rules_.rules.size(); ++i) {
        const rule& rule = rules_.rules[i];
        if (rule.type != type || !rule.needed.within(present)) continue;
        search_.run(rule, sentence.begin, sentence.end, [&](const std::vector<std::uint32_t>& s) {
          // An optional capture that took no part leaves the record without a place.
          if (s[2 * rule.anchor] != none && s[2 * rule.anchor] < s[2 * rule.anchor + 1]) {
            candidates.push_back({i, s[2 * rule.anchor], s[2 * rule.anchor + 1], sentence, s});
          }
        });
      }
    }
    // Leftmost, then longest, then first in the file: a total order, so ties never depend on
    // chance.
    std::sort(candidates.begin(), candidates.end(), [](const candidate& a, const candidate& b) {
      if (a.begin != b.begin) return a.begin < b.begin;
      if (a.end != b.end) return a.end > b.end;
      return a.rule != b.rule ? a.rule < b.rule : a.slots < b.slots;
    });
    std::uint32_t free_from = 0;
    std::vector<candidate> kept;
    for (candidate& one : candidates) {
      if (one.begin < free_from) continue;
      free_from = one.end;
      if (!rules_.rules[one.rule].blocks) kept.push_back(std::move(one));
    }
    // In text order, so that a record may take a value from the one of its type before it.
    for (const candidate& one : kept) {
      matches_.push_back(make_match(one));
      text_.add(one.begin, one.end, type, static_cast<std::uint32_t>(matches_.size() - 1));
    }
  }

  match make_match(const candidate& one) {
    const rule& rule = rules_.rules[one.rule];
    match made;
    made.type = rules_.types[rule.type - first_named].name;
    made.rule = rule.name;
    made.where = text_.bytes(one.begin, one.end);
    made.whole = text_.bytes(one.slots[0], one.slots[1]);
    made.paragraph = index_;
    for (std::size_t i = 0; i < rule.captures.size(); ++i) {
      const std::uint32_t begin = one.slots[2 * i + 2], end = one.slots[2 * i + 3];
      if (begin != none && end != none) {
        made.captures.push_back({rule.captures[i], text_.bytes(begin, end)});
      }
    }
    for (const assignment& set : rule.assignments) {
      for (const value_source& source : set.alternatives) {
        field value{rules_.fields[set.field], {}, {}};
        if (!evaluate(source, one, value)) continue;
        made.fields.push_back(std::move(value));
        break;
      }
    }
    return made;
  }

  bool evaluate(const value_source& source, const candidate& one, field& out) const {
    switch (source.kind) {
    case value_kind::constant:
      out.value = source.text;
      return true;
    case value_kind::capture: {
      const std::uint32_t begin = one.slots[2 * source.target + 2];
      const std::uint32_t end = one.slots[2 * source.target + 3];
      if (begin == none || end == none || begin == end) return false;
      if (source.text.empty()) return take_text(begin, end, out);
      for (const annotation* a = text_.first_at(begin); a != nullptr; a = text_.next_at(*a)) {
        if (a->end == end && take_attribute(*a, source.text, out)) return true;
      }
      return false;
    }
    case value_kind::nearest: {
      const annotation* found = nearest(source, one);
      if (found == nullptr) return false;
      return source.text.empty() ? take_text(found->begin, found->end, out)
                                 : take_attribute(*found, source.text, out);
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
    if (rules_.types[a.type - first_named].is_record) {
      const field* known = matches_[a.source].find(name);
      if (known == nullptr) return false;
      out.value = known->value;
      out.where = known->where;
      return true;
    }
    for (const attribute& known : text_.word(a).attributes) {
      if (known.name != name) continue;
      out.value = known.value;
      return true;
    }
    return false;
  }

  static bool take_number(const numeral::parsed<decimal>& number, std::string_view name,
                          field& out);

  /// The annotation of the type that lies nearest to the record without touching it, within the
  /// scope; before it rather than after it where the distances are equal.
  const annotation* nearest(const value_source& source, const candidate& one) const noexcept {
    character_span scope = one.sentence;
    if (source.scope == scope::paragraph) scope = {0, text_.size()};
    if (source.scope == scope::clause) scope = clause_around(one);
    const std::vector<std::uint32_t>& all = text_.of_type(source.target);
    const auto ends_by = [&](std::uint32_t index, std::uint32_t at) {
      return text_[index].end <= at;
    };
    // The first that ends behind the record's begin; what lies before the record stands before it.
    auto split = std::lower_bound(all.begin(), all.end(), one.begin, ends_by);
    const annotation* before = nullptr;
    if (source.direction != direction::after && split != all.begin()) {
      const std::uint32_t end = text_[*(split - 1)].end;
      for (auto i = split; i != all.begin() && text_[*(i - 1)].end == end; --i) {
        const annotation& a = text_[*(i - 1)];
        // Of those that end here the longest says most.
        if (a.begin >= scope.begin && (before == nullptr || a.begin < before->begin)) before = &a;
      }
    }
    if (source.direction == direction::before) return before;
    for (; split != all.end() && text_[*split].end <= scope.end; ++split) {
      const annotation& a = text_[*split];
      if (a.begin < one.end) continue;
      return before != nullptr && one.begin - before->end <= a.begin - one.end ? before : &a;
    }
    return before;
  }

  /// The part of the sentence around the record that no comma, semicolon or colon cuts.
  character_span clause_around(const candidate& one) const noexcept {
    const std::vector<std::uint32_t>& cuts = text_.clause_cuts();
    const auto behind = std::lower_bound(cuts.begin(), cuts.end(), one.begin);
    const auto ahead = std::lower_bound(behind, cuts.end(), one.end);
    character_span clause = one.sentence;
    if (behind != cuts.begin()) clause.begin = std::max(clause.begin, *(behind - 1) + 1);
    if (ahead != cuts.end()) clause.end = std::min(clause.end, *ahead);
    return clause;
  }

  const program& rules_;
  std::string_view whole_text_;
  lattice text_;
  searcher search_;
  std::size_t index_ = 0;
  std::vector<character_span> sentences_;
  std::vector<match> matches_;
};

inline bool runner::take_number(const numeral::parsed<decimal>& number, std::string_view name,
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
  return false;
}

} // namespace detail

inline std::vector<match> engine::run(const document& page) const {
  std::vector<match> out;
  const std::vector<paragraph>& paragraphs = page.paragraphs();
  const std::vector<sentence>& sentences = page.sentences();
  detail::runner run(*program_, page.text());
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
    run.run(paragraphs[i].text, i, own, out);
  }
  return out;
}

inline std::vector<match> engine::run(std::string_view paragraph) const {
  std::vector<match> out;
  const span all{0, paragraph.size()};
  detail::runner(*program_, paragraph).run(all, 0, {all}, out);
  return out;
}

} // namespace hantext::rules
