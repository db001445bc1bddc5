/// \file
/// A stretch of text made ready for rules: places, rows of bits, and annotations.
///
/// Every character of every sentence has a place, and so has the end of every sentence: no match
/// can run over it. Places are gathered into windows of up to 64 words of 64 bits, and for each
/// window there is one row of bits for each thing that rules ask about, so that a rule is tried at
/// 64 places at once (Cameron et al., "Bitwise data parallelism in regular expression matching",
/// 2014). Most things are rare: a row also knows which of its words are not zero, and nothing else
/// of it is ever looked at.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hantext::rules::detail {

/// A span of places that a rule can step over at once.
struct annotation {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t type = 0;
  std::uint32_t source = 0;     // word entry, number or match, by type
  std::uint32_t next_begin = 0; // 1 + the next annotation that begins here, longest first
  bool crosses = false;         // begins in another sentence than it ends in
};

/// A sentence, or a part of a very long one.
struct piece {
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
  std::uint32_t paragraph = 0; // index in the lattice
  bool opens = false;          // its paragraph
  bool closes = false;
  std::uint32_t begin = 0; // places; the end is a place of its own
  std::uint32_t end = 0;
  std::uint32_t window = 0;
};

/// The places of a window at which something holds, the first one lowest.
struct bit_row {
  const std::uint64_t* words = nullptr; // one more than the window has, so that each has a next one
  std::uint64_t filled = 0;             // which of them are not zero

  bool empty() const noexcept { return filled == 0; }
  bool has(std::uint32_t at) const noexcept {
    return filled != 0 && (words[at / 64] >> (at % 64) & 1) != 0;
  }
};

/// Calls `visit` with the index of every bit of a word.
template <class F> void for_each_bit(std::uint64_t word, F&& visit) {
  for (; word != 0; word &= word - 1)
    visit(static_cast<std::uint32_t>(std::countr_zero(word)));
}

struct window {
  std::uint32_t first_word = 0;     // of all words of places
  std::uint32_t words = 0;          // at most 64
  std::uint64_t* rows = nullptr;    // by row, of one word more each
  std::uint64_t* filled = nullptr;  // by row
  std::uint64_t* present = nullptr; // the rows that are not empty, as a set
  std::uint64_t* awake = nullptr;   // rules of which something was found, by places in `by_type`
  std::uint64_t* reach = nullptr;   // by word: the words of the sentences that have a place in it
};

/// What the document says about a paragraph.
struct paragraph_facts {
  std::size_t index = 0; // in the document
  bool is_heading = false;
};

struct read_paragraph : paragraph_facts {
  span bytes;
  std::uint32_t first = 0; // piece
  std::uint32_t last = 0;  // the piece behind its last one
};

/// A mark of the caller: its type, its bytes, and its index in the caller's list.
struct placed_mark {
  std::uint32_t type = 0;
  span where;
  std::uint32_t index = 0;
};

/// Some paragraphs made ready for matching, and all annotations found in them so far. Places follow
/// the order of the text.
template <class T = void> class basic_lattice {
public:
  explicit basic_lattice(const program_view& rules)
      : rules_(rules), by_type_(first_named + rules.types().size()),
        present_words_((rules.heading.row_count + 63) / 64),
        awake_words_((rules.heading.by_type.size() + 63) / 64), always_awake_(awake_words_) {
    for (const std::uint32_t place : rules.of(rules.heading.always_awake))
      always_awake_[place / 64] |= std::uint64_t{1} << (place % 64);
  }

  /// Begins anew with the text `whole`; keeps the memory.
  void clear(std::string_view whole) {
    text_ = whole;
    pieces_.clear();
    windows_.clear();
    paragraphs_.clear();
    clause_cuts_.clear();
    quotes_.clear();
    annotations_.clear();
    numbers_.clear();
    for (std::vector<std::uint32_t>& list : by_type_)
      list.clear();
    size_ = size_in_words_ = 0;
  }

  /// Adds a paragraph, or a part of one, whose sentences are given in order. `opens` and `closes`
  /// say whether the paragraph's begin and end belong to it. Then `read` takes them all.
  void add_paragraph(span bytes, paragraph_facts facts, const std::vector<span>& sentences,
                     bool opens, bool closes) {
    const auto first = static_cast<std::uint32_t>(pieces_.size());
    for (const span sentence : sentences)
      add_sentence(sentence, static_cast<std::uint32_t>(paragraphs_.size()));
    paragraphs_.push_back({facts, bytes, first, static_cast<std::uint32_t>(pieces_.size())});
    if (first == pieces_.size()) return;
    pieces_[first].opens = opens && pieces_[first].byte_begin == bytes.begin;
    pieces_.back().closes = closes && pieces_.back().byte_end == bytes.end;
  }

  /// Finds all that does not need rules.
  void read() {
    if (pieces_.empty()) return;
    base_ = paragraphs_.front().bytes.begin;
    places_.resize(paragraphs_.back().bytes.end - base_ + 1);
    place_pieces();
    const std::size_t row_count = rules_.heading.row_count;
    rows_.reserve((size_in_words_ + windows_.size()) * row_count);
    filled_.assign(windows_.size() * row_count, 0);
    present_.assign(windows_.size() * present_words_, 0);
    awake_.resize(windows_.size() * awake_words_);
    reach_.assign(size_in_words_, 0);
    for (std::size_t i = 0; i < windows_.size(); ++i) {
      window& of = windows_[i];
      of.rows = rows_.data() + (of.first_word + i) * row_count;
      of.filled = filled_.data() + i * row_count;
      of.present = present_.data() + i * present_words_;
      of.awake = awake_.data() + i * awake_words_;
      of.reach = reach_.data() + of.first_word;
      std::copy(always_awake_.begin(), always_awake_.end(), of.awake);
    }
    starts_.resize(size_ + 1);
    first_begin_.assign(size_ + 1, 0);
    for (std::uint32_t i = 0; i < pieces_.size(); ++i)
      read_piece(i);
    annotate_words();
    annotate_numbers();
    annotate_quotes();
    annotate_headings();
    annotate_marks();
  }

  const std::vector<piece>& pieces() const noexcept { return pieces_; }
  const std::vector<window>& windows() const noexcept { return windows_; }
  const std::vector<read_paragraph>& paragraphs() const noexcept { return paragraphs_; }
  /// The sentence that a place belongs to: its index in `pieces()`.
  std::uint32_t index_at(std::uint32_t place) const noexcept {
    const auto behind =
        std::upper_bound(pieces_.begin(), pieces_.end(), place,
                         [](std::uint32_t at, const piece& one) { return at < one.begin; });
    return static_cast<std::uint32_t>(behind - pieces_.begin() - 1);
  }
  const piece& piece_at(std::uint32_t place) const noexcept { return pieces_[index_at(place)]; }
  /// Characters from one place to another that lies behind it in the text; the ends of sentences
  /// are none.
  std::uint32_t distance(std::uint32_t from, std::uint32_t to) const noexcept {
    const std::uint32_t first = index_at(from), last = index_at(to);
    if (first == last) return to - from;
    const span between{pieces_[first].byte_end, pieces_[last].byte_begin};
    return static_cast<std::uint32_t>((pieces_[first].end - from) + (to - pieces_[last].begin) +
                                      utf8::count(between.in(text_)));
  }

  /// What the caller marked, ordered by its end; it must live as long as this.
  void set_marks(std::span<const placed_mark> marks) noexcept { marks_ = marks; }

  bit_row row(std::uint32_t window, std::uint32_t row) const noexcept {
    const detail::window& of = windows_[window];
    return of.filled[row] == 0
               ? bit_row{}
               : bit_row{of.rows + std::size_t{row} * (of.words + 1), of.filled[row]};
  }
  /// The words of a window in which one of some rows has a place, and all those that the sentences
  /// lie in that have a place there.
  std::uint64_t words_around(std::uint32_t window, std::span<const row_word> rows) const noexcept {
    const detail::window& of = windows_[window];
    std::uint64_t filled = 0, made = 0;
    for (const row_word& word : rows)
      for_each_bit(word.bits & of.present[word.index],
                   [&](std::uint32_t bit) { filled |= of.filled[word.index * 64 + bit]; });
    for_each_bit(filled, [&](std::uint32_t i) { made |= of.reach[i]; });
    return made;
  }
  /// The rows that are not empty in a window, as a set.
  const std::uint64_t* present(std::uint32_t window) const noexcept {
    return windows_[window].present;
  }
  /// The rules, by their places in `program::by_type`, of which something was found in a window.
  const std::uint64_t* awake(std::uint32_t window) const noexcept { return windows_[window].awake; }

  span bytes(std::uint32_t begin, std::uint32_t end) const noexcept {
    return {base_ + starts_[begin], base_ + starts_[end]};
  }
  std::string_view text(std::uint32_t begin, std::uint32_t end) const noexcept {
    return bytes(begin, end).in(text_);
  }

  const annotation* first_at(std::uint32_t at) const noexcept { return get(first_begin_[at]); }
  const annotation* next_at(const annotation& a) const noexcept { return get(a.next_begin); }

  /// Adds an annotation from one place to another of the same sentence.
  void add(std::uint32_t begin, std::uint32_t end, std::uint32_t window, std::uint32_t type,
           std::uint32_t source) {
    const type_use use = rules_.uses()[type];
    if (use.listed || use.asked) link(begin, end, type, source, false);
    if (use.begins) mark(windows_[window], begin_row(type), begin);
    if (use.ends || use.listed) mark(windows_[window], end_row(type), end);
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
  const word_entry& word(const annotation& a) const noexcept {
    return rules_.all<word_entry>()[a.source];
  }

private:
  static constexpr std::uint32_t window_places = 64 * 64;
  static constexpr std::size_t longest_sentence = window_places - 1; // characters

  struct quote {
    std::uint32_t place = 0;
    std::uint32_t piece = 0;
    char32_t mark = 0;
  };

  const annotation* get(std::uint32_t index) const noexcept {
    return index == 0 ? nullptr : &annotations_[index - 1];
  }

  /// Text without end marks is matched piece by piece, so that memory stays bounded.
  void add_sentence(span sentence, std::uint32_t paragraph) {
    std::size_t begin = sentence.begin;
    while (sentence.end - begin > longest_sentence) {
      std::size_t end = begin, characters = 0;
      while (end < sentence.end && characters < longest_sentence) {
        end += utf8::decode_one(text_, end).length;
        ++characters;
      }
      if (end >= sentence.end) break;
      pieces_.push_back({begin, end, paragraph});
      begin = end;
    }
    pieces_.push_back({begin, sentence.end, paragraph});
  }

  /// Gives every piece its places and its window.
  void place_pieces() {
    for (piece& one : pieces_) {
      const auto length = static_cast<std::uint32_t>(
          utf8::count(text_.substr(one.byte_begin, one.byte_end - one.byte_begin)));
      const std::uint32_t begin = windows_.empty() ? 0 : windows_.back().first_word * 64;
      if (windows_.empty() || size_ + length + 1 - begin > window_places) {
        const std::uint32_t word = size_in_words_;
        size_ = word * 64;
        windows_.push_back({word});
      }
      one.begin = size_;
      one.end = size_ + length;
      one.window = static_cast<std::uint32_t>(windows_.size() - 1);
      size_ = one.end + 1;
      size_in_words_ = (size_ + 63) / 64;
      windows_.back().words = size_in_words_ - windows_.back().first_word;
    }
  }

  /// Sets a bit of a row; the first one of a window wakes the rules that wait for the row.
  void mark(const window& of, std::uint32_t row, std::uint32_t place) {
    const std::uint32_t own = place - of.first_word * 64;
    mark_word(of, row, own / 64, std::uint64_t{1} << (own % 64));
  }

  /// The same for some bits of one word.
  void mark_word(const window& of, std::uint32_t row, std::uint32_t word, std::uint64_t bits) {
    std::uint64_t* const all = of.rows + std::size_t{row} * (of.words + 1);
    std::uint64_t& filled = of.filled[row];
    if (filled == 0) begin_row_in(of, row, all);
    filled |= std::uint64_t{1} << word;
    all[word] |= bits;
  }
  void begin_row_in(const window& of, std::uint32_t row, std::uint64_t* all) {
    std::fill_n(all, of.words + 1, std::uint64_t{0});
    of.present[row / 64] |= std::uint64_t{1} << (row % 64);
    for (const std::uint32_t rule : rules_.of(rules_.of(rules_.heading.wakes)[row]))
      of.awake[rule / 64] |= std::uint64_t{1} << (rule % 64);
  }

  void read_piece(std::uint32_t index) {
    const piece& one = pieces_[index];
    const window& of = windows_[one.window];
    std::uint32_t place = one.begin;
    std::uint64_t han = 0; // the bits of this word of places
    for (std::size_t at = one.byte_begin; at < one.byte_end; ++place) {
      const utf8::element element = utf8::decode_one(text_, at);
      const std::size_t from = at - base_;
      starts_[place] = static_cast<std::uint32_t>(from);
      for (std::size_t i = 0; i < element.length; ++i)
        places_[from + i] = place;
      at += element.length;
      char32_t c = element.code_point;
      if (c >= 0x4E00 && c <= 0x9FFF) {
        han |= std::uint64_t{1} << (place % 64);
      } else {
        c = read_other(index, place, c);
      }
      if (const std::uint32_t row = rules_.row_of(c); row != 0) mark(of, row, place);
      if (place % 64 == 63) put_han(of, place, han);
    }
    starts_[one.end] = static_cast<std::uint32_t>(one.byte_end - base_);
    put_han(of, place, han);
    mark(of, sentence_begin_row, one.begin);
    mark(of, sentence_end_row, one.end);
    if (one.opens) mark(of, paragraph_begin_row, one.begin);
    if (one.closes) mark(of, paragraph_end_row, one.end);
    const std::uint32_t first = one.begin - of.first_word * 64, last = one.end - of.first_word * 64;
    const std::uint64_t own =
        (~std::uint64_t{0} << (first / 64)) & (~std::uint64_t{0} >> (63 - last / 64));
    for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
      of.reach[word] |= own;
      std::uint64_t bits = ~std::uint64_t{0};
      if (word == first / 64) bits &= ~std::uint64_t{0} << (first % 64);
      if (word == last / 64) bits &= ~std::uint64_t{0} >> (63 - last % 64);
      mark_word(of, inside_row, word, bits);
    }
  }

  void put_han(const window& of, std::uint32_t place, std::uint64_t& han) {
    if (han == 0) return;
    constexpr auto row = static_cast<std::uint32_t>(chars::char_class::han);
    mark_word(of, row, place / 64 - of.first_word, han);
    han = 0;
  }

  /// A character that is no common Han character; folded.
  char32_t read_other(std::uint32_t piece, std::uint32_t place, char32_t c) {
    mark(windows_[pieces_[piece].window], static_cast<std::uint32_t>(chars::classify(c)), place);
    c = chars::fold_width(c);
    if (c == U',' || c == U';' || c == U':') clause_cuts_.push_back(place);
    if (is_quote(c)) quotes_.push_back({place, piece, c});
    return c;
  }

  static constexpr bool is_title(char32_t c) noexcept {
    return c == U'《' || c == U'》' || c == U'〈' || c == U'〉';
  }
  static constexpr bool is_quote(char32_t c) noexcept {
    return c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'「' || c == U'」' ||
           c == U'『' || c == U'』' || c == U'"' || is_title(c);
  }

  void link(std::uint32_t begin, std::uint32_t end, std::uint32_t type, std::uint32_t source,
            bool crosses) {
    annotation made{begin, end, type, source, 0, crosses};
    std::uint32_t* link = &first_begin_[begin];
    while (*link != 0 && annotations_[*link - 1].end > end)
      link = &annotations_[*link - 1].next_begin;
    made.next_begin = *link;
    const auto index = static_cast<std::uint32_t>(annotations_.size());
    *link = index + 1;
    by_type_[type].push_back(index);
    annotations_.push_back(made);
  }

  /// Where bytes of the text stand: the pieces that they begin and end in, null for none, and the
  /// places there.
  struct location {
    const piece* from = nullptr;
    const piece* to = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// `last` is the piece that it ends in or an earlier one.
  location locate(std::size_t byte_begin, std::size_t byte_end, std::size_t& last) const noexcept {
    while (last < pieces_.size() && pieces_[last].byte_end < byte_end)
      ++last;
    location found;
    const piece* const to = last < pieces_.size() ? &pieces_[last] : nullptr;
    if (to != nullptr && to->byte_begin < byte_end) {
      found.to = to;
      found.end = end_place(*to, byte_end);
    }
    std::size_t first = last;
    if (to == nullptr || to->byte_begin > byte_begin) {
      while (first > 0 && pieces_[first - 1].byte_end > byte_begin)
        --first;
      if (first == last || pieces_[first].byte_begin > byte_begin) return found;
    }
    found.from = &pieces_[first];
    found.begin = places_[byte_begin - base_];
    return found;
  }

  /// Adds what stands somewhere, as far as it begins and ends in sentences.
  void add_at(const location& at, std::uint32_t type, std::uint32_t source, bool listed) {
    const type_use use = rules_.uses()[type];
    if ((listed || use.listed) && at.from != nullptr && at.from == at.to)
      link(at.begin, at.end, type, source, false);
    if (use.begins && at.from != nullptr)
      mark(windows_[at.from->window], begin_row(type), at.begin);
    if ((use.ends || use.listed) && at.to != nullptr)
      mark(windows_[at.to->window], end_row(type), at.end);
  }
  std::uint32_t end_place(const piece& in, std::size_t byte_end) const noexcept {
    return byte_end == in.byte_end ? in.end : places_[byte_end - base_];
  }

  void annotate_words() {
    std::size_t last = 0;
    const word_entry* const entries = rules_.all<word_entry>().data();
    const std::size_t begin = pieces_.front().byte_begin;
    const std::size_t size = pieces_.back().byte_end - begin;
    rules_.matcher->for_each(text_.substr(begin, size), [&](const lexicon_match& found) {
      const location at = locate(begin + found.begin, begin + found.end, last);
      for (const word_entry& entry : rules_.of(rules_.words()[found.word].entries)) {
        // What has attributes may be asked for them by any capture that covers it.
        const bool listed = !entry.attributes.empty();
        add_at(at, entry.type, static_cast<std::uint32_t>(&entry - entries), listed);
      }
    });
  }

  /// Numbers, and shares: 百分之三, 千分之三. Other fractions count nothing and are left out.
  void annotate_numbers() {
    numeral::parse_options options;
    options.tenths_as_units = true; // rules know 成 among their units
    std::size_t last = 0;
    for (const read_paragraph& paragraph : paragraphs_) {
      const std::size_t from = paragraph.bytes.begin;
      numeral::scanner scan(paragraph.bytes.in(text_), options);
      for (numeral::mention found; scan.next<T>(found);) {
        const numeral::ratio ratio = found.number.ratio;
        if (ratio == numeral::ratio::fraction) continue;
        add_at(locate(from + found.begin, from + found.end, last),
               ratio == numeral::ratio::none ? number_type : percent_type,
               static_cast<std::uint32_t>(numbers_.size()), true);
        numbers_.push_back(found);
      }
    }
  }

  /// Quotations and titles with their marks, the innermost and every enclosing one.
  void annotate_quotes() {
    open_.clear();
    for (const quote& found : quotes_) {
      const char32_t c = found.mark;
      const piece& to = pieces_[found.piece];
      if (!open_.empty() && pieces_[open_.back().piece].paragraph != to.paragraph) open_.clear();
      // A straight quotation mark closes what another opened.
      const bool straight_open = c == U'"' && (open_.empty() || open_.back().mark != U'"');
      if (straight_open || chars::is_opening(c)) {
        open_.push_back(found);
        continue;
      }
      while (!open_.empty() && !closes(open_.back().mark, c))
        open_.pop_back();
      if (open_.empty()) continue;
      const quote opened = open_.back();
      open_.pop_back();
      const std::uint32_t type = is_title(c) ? title_type : quoted_type;
      const type_use use = rules_.uses()[type];
      if (opened.piece == found.piece) link(opened.place, found.place + 1, type, 0, false);
      if (use.begins) mark(windows_[pieces_[opened.piece].window], begin_row(type), opened.place);
      if (use.ends || use.listed) mark(windows_[to.window], end_row(type), found.place + 1);
    }
  }

  /// What the caller marked, ordered by its end.
  void annotate_marks() {
    std::size_t last = 0;
    for (const placed_mark& one : marks_) {
      if (one.where.begin < base_ || one.where.end > paragraphs_.back().bytes.end) continue;
      add_at(locate(one.where.begin, one.where.end, last), one.type, one.index, true);
    }
  }

  /// Headings as a whole: those of one sentence can be stepped over.
  void annotate_headings() {
    const type_use use = rules_.uses()[heading_type];
    if (!use.listed && !use.begins && !use.ends) return;
    for (const read_paragraph& paragraph : paragraphs_) {
      if (!paragraph.is_heading || paragraph.first == paragraph.last) continue;
      const piece &from = pieces_[paragraph.first], &to = pieces_[paragraph.last - 1];
      if (from.begin == to.end) continue;
      if (from.byte_begin != paragraph.bytes.begin || to.byte_end != paragraph.bytes.end)
        continue; // something lies around the sentences
      link(from.begin, to.end, heading_type, 0, paragraph.last - paragraph.first > 1);
      mark(windows_[from.window], begin_row(heading_type), from.begin);
      mark(windows_[to.window], end_row(heading_type), to.end);
    }
  }

  static bool closes(char32_t opening, char32_t closing) noexcept {
    return closing == U'"' ? opening == U'"' : chars::closing_of(opening) == closing;
  }

  const program_view& rules_;
  std::string_view text_;
  std::span<const placed_mark> marks_;
  std::size_t base_ = 0; // the byte of the text that places begin at
  std::uint32_t size_ = 0;
  std::uint32_t size_in_words_ = 0; // of all windows
  std::vector<piece> pieces_;
  std::vector<window> windows_;
  std::vector<read_paragraph> paragraphs_;
  std::vector<std::uint32_t> starts_; // byte of each place, from `base_`
  std::vector<std::uint32_t> places_; // place of each byte, from `base_`
  std::vector<std::uint32_t> clause_cuts_;
  std::vector<quote> quotes_, open_;
  std::vector<annotation> annotations_;
  std::vector<std::uint32_t> first_begin_;
  std::vector<std::vector<std::uint32_t>> by_type_;
  std::vector<numeral::mention> numbers_;
  scratch<std::uint64_t> rows_;       // by window, then by row; those that are present
  std::vector<std::uint64_t> filled_; // likewise: their words that are not zero
  std::size_t present_words_;
  std::vector<std::uint64_t> present_; // by window: the rows that are not empty
  std::size_t awake_words_;
  std::vector<std::uint64_t> always_awake_;
  std::vector<std::uint64_t> awake_; // by window: rules
  std::vector<std::uint64_t> reach_; // by word
};
using lattice = basic_lattice<>;

} // namespace hantext::rules::detail
