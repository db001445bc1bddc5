/// \file
/// A stretch of text made ready for rules: places, rows of bits, and annotations.
///
/// Every character of every sentence has a place, and so has the end of every sentence: no match
/// can run over it. Places are gathered into windows of whole 64-bit words, and for each window
/// there is one row of bits for each thing that rules ask about, so that a rule is tried at 64
/// places at once (Cameron et al., "Bitwise data parallelism in regular expression matching",
/// 2014).
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/plan.hpp>
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

/// A sentence, a part of a very long one, or what lies between two of them.
struct piece {
  std::size_t byte_begin = 0;
  std::size_t byte_end = 0;
  std::uint32_t paragraph = 0; // index in the lattice
  bool is_sentence = true;
  bool continues = false; // the sentence of the piece before it
  bool opens = false;     // its paragraph
  bool closes = false;
  std::uint8_t why = 0;    // it is worth reading
  std::uint32_t begin = 0; // places, once it has been read; the end is a place of its own
  std::uint32_t end = 0;
  std::uint32_t window = none; // none: not read
};

struct window {
  std::uint32_t first_word = 0; // of all words of places
  std::uint32_t words = 0;
  std::uint64_t* rows = nullptr;    // by row
  std::uint64_t* present = nullptr; // the rows that are not empty, as a set
  std::uint64_t* awake = nullptr;   // rules of which something was found, by places in `by_type`
  std::uint8_t why = 0;             // it is worth trying rules
};

/// What the document says about a paragraph.
struct paragraph_facts {
  std::size_t index = 0; // in the document
  bool is_heading = false;
};

struct read_paragraph : paragraph_facts {
  std::uint32_t first = 0; // piece
  std::uint32_t last = 0;  // the piece behind its last one
  // Of its pieces, those of the first and of the second reading, as a stretch of `order()`.
  std::uint32_t read_begin[2] = {0, 0};
  std::uint32_t read_end[2] = {0, 0};
};

/// A mark of the caller: its type, its bytes, and its index in the caller's list.
struct placed_mark {
  std::uint32_t type = 0;
  span where;
  std::uint32_t index = 0;
};

/// Some paragraphs made ready for matching, and all annotations found in them so far. Only pieces
/// that are worth it are read, some earlier and some later, so that places do not follow the order
/// of the text but within one reading.
class lattice {
public:
  lattice(const program_view& rules, const detail::plan& plan)
      : rules_(rules), plan_(plan), by_type_(first_named + rules.types().size()),
        present_words_((rules.heading.row_count + 63) / 64),
        awake_words_((rules.heading.by_type.size() + 63) / 64), always_awake_(awake_words_) {
    for (const std::uint32_t place : rules.of(rules.heading.always_awake))
      always_awake_[place / 64] |= std::uint64_t{1} << (place % 64);
  }

  /// Begins anew with the text `whole`; keeps the memory.
  void clear(std::string_view whole) {
    forget_rows();
    text_ = whole;
    pieces_.clear();
    windows_.clear();
    paragraphs_.clear();
    clause_cuts_.clear();
    read_.clear();
    quotes_.clear();
    starts_.clear();
    first_begin_.clear();
    annotations_.clear();
    words_.clear();
    numbers_.clear();
    for (std::vector<std::uint32_t>& list : by_type_)
      list.clear();
    size_ = 0;
  }

  /// Adds a paragraph, or a part of one, whose sentences are given in order. `opens` and `closes`
  /// say whether the paragraph's begin and end belong to it. Then `read` takes them all.
  void add_paragraph(span bytes, paragraph_facts facts, const std::vector<span>& sentences,
                     bool opens, bool closes) {
    const auto first = static_cast<std::uint32_t>(pieces_.size());
    std::size_t at = bytes.begin;
    const auto own = static_cast<std::uint32_t>(paragraphs_.size());
    for (const span sentence : sentences) {
      if (at < sentence.begin) pieces_.push_back({at, sentence.begin, own, false});
      add_sentence(sentence, own);
      at = sentence.end;
    }
    if (at < bytes.end) pieces_.push_back({at, bytes.end, own, false});
    paragraphs_.push_back({facts, first, static_cast<std::uint32_t>(pieces_.size()), {}, {}});
    if (first == pieces_.size()) return;
    pieces_[first].opens = opens;
    pieces_.back().closes = closes;
  }

  /// Looks through all that was added for what makes sentences worth reading.
  void look_through() {
    if (pieces_.empty()) return;
    base_ = pieces_.front().byte_begin;
    const std::size_t bytes = pieces_.back().byte_end - base_;
    places_.resize(bytes + 1);
    for (piece& one : pieces_) {
      if (one.is_sentence) {
        one.why = plan_.always();
        if (paragraphs_[one.paragraph].is_heading) one.why |= plan_.for_heading();
      }
    }
    std::size_t last = 0;
    quotes_.clear();
    plan_.signs().for_each(text_.substr(base_, bytes), [&](const lexicon_match& found) {
      const std::size_t begin = base_ + found.begin, end = base_ + found.end;
      while (pieces_[last].byte_end < end)
        ++last;
      const plan::sign meaning = plan_.meaning(found.word);
      for (std::size_t i = last;; --i) {
        if (pieces_[i].is_sentence) pieces_[i].why |= meaning.why;
        if (pieces_[i].byte_begin <= begin) break;
      }
      if (meaning.quote != 0 && pieces_[last].is_sentence)
        quotes_.push_back({begin, end, meaning.quote, pieces_[last].paragraph});
    });
    pair_quotes();
    find_numbers();
    // Parts of one sentence, and the sentences of a heading, are read together.
    for (const read_paragraph& paragraph : paragraphs_) {
      for (std::uint32_t i = paragraph.first; i < paragraph.last;) {
        std::uint32_t end = i + 1;
        while (end < paragraph.last && (pieces_[end].continues || paragraph.is_heading))
          ++end;
        std::uint8_t why = 0;
        for (std::uint32_t k = i; k < end; ++k)
          why |= pieces_[k].why;
        for (; i < end; ++i) {
          if (pieces_[i].is_sentence) pieces_[i].why = why;
        }
      }
    }
  }

  /// Reads those sentences, of the ones not read before, for which `chosen(piece)` holds: finds all
  /// that does not need rules. Their windows are the last ones. To be called twice at most.
  template <class F> void read(F&& chosen) {
    fresh_.clear();
    reading_ = windows_.empty() ? 0 : 1;
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].is_sentence && pieces_[i].window == none && chosen(pieces_[i]))
        fresh_.push_back(i);
    }
    if (fresh_.empty()) return;
    const std::size_t known = windows_.size();
    place_pieces();
    rows_.resize(std::max(rows_.size(), std::size_t{words_of_places()} * rules_.heading.row_count),
                 0);
    present_.resize(known * present_words_);
    present_.resize(windows_.size() * present_words_, 0);
    awake_.resize(windows_.size() * awake_words_);
    for (std::size_t i = 0; i < windows_.size(); ++i) {
      window& of = windows_[i];
      of.rows = rows_.data() + std::size_t{of.first_word} * rules_.heading.row_count;
      of.present = present_.data() + i * present_words_;
      of.awake = awake_.data() + i * awake_words_;
      if (i >= known) std::copy(always_awake_.begin(), always_awake_.end(), of.awake);
    }
    starts_.resize(size_ + 1);
    first_begin_.resize(size_ + 1, 0);
    for (const std::uint32_t index : fresh_)
      read_piece(pieces_[index]);
    annotate_words();
    annotate_numbers();
    annotate_quotes();
    annotate_headings();
    annotate_marks();
    fresh_.clear();
  }

  const std::vector<piece>& pieces() const noexcept { return pieces_; }
  const std::vector<window>& windows() const noexcept { return windows_; }
  /// Notes why rules are to be tried in a window.
  void set_why(std::uint32_t window, std::uint8_t why) noexcept { windows_[window].why = why; }
  const std::vector<read_paragraph>& paragraphs() const noexcept { return paragraphs_; }
  /// Indexes of pieces, in the order of their places.
  const std::vector<std::uint32_t>& order() const noexcept { return read_; }
  /// The sentence that a place belongs to: its index in `pieces()`.
  std::uint32_t index_at(std::uint32_t place) const noexcept {
    return *(std::upper_bound(
                 read_.begin(), read_.end(), place,
                 [&](std::uint32_t at, std::uint32_t index) { return at < pieces_[index].begin; }) -
             1);
  }
  const piece& piece_at(std::uint32_t place) const noexcept { return pieces_[index_at(place)]; }
  /// Characters from one place to another that lies behind it in the text; the ends of sentences
  /// are none.
  std::uint32_t distance(std::uint32_t from, std::uint32_t to) const noexcept {
    const std::uint32_t first = index_at(from), last = index_at(to);
    if (first == last) return to - from;
    std::size_t sum = (pieces_[first].end - from) + (to - pieces_[last].begin);
    if (last > first + 1)
      sum += utf8::count(text_.substr(pieces_[first].byte_end,
                                      pieces_[last].byte_begin - pieces_[first].byte_end));
    return static_cast<std::uint32_t>(sum);
  }

  /// What the caller marked, ordered by its end; it must live as long as this.
  void set_marks(std::span<const placed_mark> marks) noexcept { marks_ = marks; }

  /// A row of bits: `windows()[window].words` words, the first place lowest.
  const std::uint64_t* row(std::uint32_t window, std::uint32_t row) const noexcept {
    return windows_[window].rows + std::size_t{row} * windows_[window].words;
  }
  /// The rows that are not empty in a window, as a set.
  const std::uint64_t* present(std::uint32_t window) const noexcept {
    return windows_[window].present;
  }
  bool is_present(std::uint32_t window, std::uint32_t row) const noexcept {
    return (present(window)[row / 64] >> (row % 64) & 1) != 0;
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
    link(begin, end, type, source, false);
    if (rules_.uses()[type].begins) mark(windows_[window], begin_row(type), begin);
    if (rules_.uses()[type].ends) mark(windows_[window], end_row(type), end);
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
  static constexpr std::uint32_t window_places = 128;
  static constexpr std::size_t longest_sentence = 4096; // characters
  static constexpr std::size_t near = 32; // bytes between sentences that are looked through, too

  struct quote {
    std::size_t begin = 0; // bytes
    std::size_t end = 0;
    char32_t mark = 0;
    std::uint32_t paragraph = 0;
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
      pieces_.push_back({begin, end, paragraph, true, begin != sentence.begin});
      begin = end;
    }
    pieces_.push_back({begin, sentence.end, paragraph, true, begin != sentence.begin});
  }

  /// Gives every fresh piece its places and its window.
  void place_pieces() {
    const std::size_t known = windows_.size();
    for (const std::uint32_t index : fresh_) {
      piece& one = pieces_[index];
      const auto length = static_cast<std::uint32_t>(
          utf8::count(text_.substr(one.byte_begin, one.byte_end - one.byte_begin)));
      const std::uint32_t begin = windows_.empty() ? 0 : windows_.back().first_word * 64;
      if (windows_.size() == known || size_ + length + 1 - begin > window_places) {
        const std::uint32_t word = words_of_places();
        size_ = word * 64;
        windows_.push_back({word, 0, nullptr, nullptr, nullptr, 0});
      }
      one.begin = size_;
      one.end = size_ + length;
      one.window = static_cast<std::uint32_t>(windows_.size() - 1);
      size_ = one.end + 1;
      windows_.back().words = words_of_places() - windows_.back().first_word;
      windows_.back().why |= one.why;
      read_paragraph& paragraph = paragraphs_[one.paragraph];
      if (paragraph.read_end[reading_] == 0)
        paragraph.read_begin[reading_] = static_cast<std::uint32_t>(read_.size());
      read_.push_back(index);
      paragraph.read_end[reading_] = static_cast<std::uint32_t>(read_.size());
    }
  }
  std::uint32_t words_of_places() const noexcept { return (size_ + 63) / 64; }

  /// Sets a bit of a row; the first one of a window wakes the rules that wait for the row.
  void mark(const window& of, std::uint32_t row, std::uint32_t place) {
    const std::uint32_t own = place - of.first_word * 64;
    of.rows[std::size_t{row} * of.words + own / 64] |= std::uint64_t{1} << (own % 64);
    wake(of, row);
  }

  void wake(const window& of, std::uint32_t row) {
    std::uint64_t& present = of.present[row / 64];
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    if ((present & bit) != 0) return;
    present |= bit;
    for (const std::uint32_t rule : rules_.of(rules_.of(rules_.heading.wakes)[row]))
      of.awake[rule / 64] |= std::uint64_t{1} << (rule % 64);
  }

  /// Empties the rows in use, so that all of them are empty.
  void forget_rows() noexcept {
    for (const window& of : windows_) {
      if (of.rows == nullptr) continue;
      for (std::size_t word = 0; word < present_words_; ++word) {
        for (std::uint64_t left = of.present[word]; left != 0; left &= left - 1) {
          const std::size_t row = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
          std::uint64_t* const bits = of.rows + row * of.words;
          for (std::uint32_t k = 0; k < of.words; ++k)
            bits[k] = 0;
        }
      }
    }
  }

  void read_piece(const piece& one) {
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
        c = read_other(of, place, c);
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
    std::uint64_t* const inside = of.rows + std::size_t{inside_row} * of.words;
    const std::uint32_t first = one.begin - of.first_word * 64, last = one.end - of.first_word * 64;
    for (std::uint32_t word = first / 64; word <= last / 64; ++word) {
      std::uint64_t bits = ~std::uint64_t{0};
      if (word == first / 64) bits &= ~std::uint64_t{0} << (first % 64);
      if (word == last / 64) bits &= ~std::uint64_t{0} >> (63 - last % 64);
      inside[word] |= bits;
    }
    wake(of, inside_row);
  }

  void put_han(const window& of, std::uint32_t place, std::uint64_t& han) {
    if (han == 0) return;
    constexpr auto row = static_cast<std::uint32_t>(chars::char_class::han);
    of.rows[row * of.words + place / 64 - of.first_word] |= han;
    wake(of, row);
    han = 0;
  }

  /// A character that is no common Han character; folded.
  char32_t read_other(const window& of, std::uint32_t place, char32_t c) {
    mark(of, static_cast<std::uint32_t>(chars::classify(c)), place);
    c = chars::fold_width(c);
    if (c == U',' || c == U';' || c == U':') clause_cuts_.push_back(place);
    return c;
  }

  void link(std::uint32_t begin, std::uint32_t end, std::uint32_t type, std::uint32_t source,
            bool crosses) {
    annotation made{begin, end, type, source, 0, crosses};
    // Of those that end together a record stands before what is none, later types before earlier.
    const bool is_record = type >= first_named && rules_.types()[type - first_named].is_record();
    const auto stands_before = [&](const annotation& other) {
      if (other.end != end) return other.end > end;
      return other.type > type && is_record && rules_.types()[other.type - first_named].is_record();
    };
    std::uint32_t* link = &first_begin_[begin];
    while (*link != 0 && stands_before(annotations_[*link - 1]))
      link = &annotations_[*link - 1].next_begin;
    made.next_begin = *link;
    const auto index = static_cast<std::uint32_t>(annotations_.size());
    *link = index + 1;
    by_type_[type].push_back(index);
    annotations_.push_back(made);
  }

  /// Adds what stands at bytes of the text, as far as the pieces that it begins and ends in are
  /// fresh; `last` is the place in `fresh_` of the piece that it ends in or of an earlier one.
  void add_bytes(std::size_t byte_begin, std::size_t byte_end, std::uint32_t type,
                 std::uint32_t source, bool listed, std::size_t& last) {
    while (last < fresh_.size() && pieces_[fresh_[last]].byte_end < byte_end)
      ++last;
    const type_use use = rules_.uses()[type];
    const piece* const to = last < fresh_.size() ? &pieces_[fresh_[last]] : nullptr;
    if (to != nullptr && to->byte_begin <= byte_begin) {
      const std::uint32_t begin = places_[byte_begin - base_], end = end_place(*to, byte_end);
      if (listed || use.listed) link(begin, end, type, source, false);
      if (use.begins) mark(windows_[to->window], begin_row(type), begin);
      if (use.ends) mark(windows_[to->window], end_row(type), end);
      return;
    }
    if (use.ends && to != nullptr && to->byte_begin < byte_end)
      mark(windows_[to->window], end_row(type), end_place(*to, byte_end));
    std::size_t first = last;
    while (first > 0 && pieces_[fresh_[first - 1]].byte_end > byte_begin)
      --first;
    if (!use.begins || first == last) return;
    const piece& from = pieces_[fresh_[first]];
    if (from.byte_begin <= byte_begin)
      mark(windows_[from.window], begin_row(type), places_[byte_begin - base_]);
  }
  std::uint32_t end_place(const piece& in, std::size_t byte_end) const noexcept {
    return byte_end == in.byte_end ? in.end : places_[byte_end - base_];
  }

  /// Words of the fresh pieces; what lies next to one is looked at as far as a word may reach.
  void annotate_words() {
    std::size_t last = 0;
    const std::size_t reach = plan_.reach(), limit = pieces_.back().byte_end;
    for (std::size_t i = 0; i < fresh_.size();) {
      const std::size_t first = pieces_[fresh_[i]].byte_begin;
      const std::size_t begin = first - std::min(first - base_, reach);
      std::size_t end = 0;
      do {
        end = std::min(limit, pieces_[fresh_[i++]].byte_end + reach);
      } while (i < fresh_.size() && pieces_[fresh_[i]].byte_begin <= end + reach + near);
      rules_.matcher->for_each(text_.substr(begin, end - begin), [&](const lexicon_match& found) {
        for (const word_entry& entry : rules_.of(rules_.words()[found.word].entries)) {
          // What has attributes may be asked for them by any capture that covers it.
          const bool listed = !entry.attributes.empty();
          add_bytes(begin + found.begin, begin + found.end, entry.type,
                    static_cast<std::uint32_t>(words_.size()), listed, last);
          words_.push_back(&entry);
        }
      });
    }
  }

  /// Numbers and percentages; other fractions count nothing and are left out.
  void find_numbers() {
    numeral::parse_options options;
    options.tenths_as_units = true; // rules know 成 among their units
    std::size_t last = 0;
    for (const read_paragraph& paragraph : paragraphs_) {
      if (paragraph.first == paragraph.last) continue;
      const std::size_t from = pieces_[paragraph.first].byte_begin;
      numeral::scanner scan(text_.substr(from, pieces_[paragraph.last - 1].byte_end - from),
                            options);
      for (numeral::mention found; scan.next(found);) {
        const numeral::ratio ratio = found.number.ratio;
        if (ratio != numeral::ratio::none && ratio != numeral::ratio::percent) continue;
        found.begin += from;
        found.end += from;
        numbers_.push_back(found);
        while (pieces_[last].byte_end < found.end)
          ++last;
        for (std::size_t i = last;; --i) {
          if (pieces_[i].is_sentence) pieces_[i].why |= plan_.for_number();
          if (pieces_[i].byte_begin <= found.begin) break;
        }
      }
    }
  }

  void annotate_numbers() {
    std::size_t last = 0;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const numeral::mention& found = numbers_[i];
      const bool is_percent = found.number.ratio == numeral::ratio::percent;
      add_bytes(found.begin, found.end, is_percent ? percent_type : number_type,
                static_cast<std::uint32_t>(i), true, last);
    }
  }

  /// Quotations and titles with their marks, the innermost and every enclosing one.
  void pair_quotes() {
    open_.clear();
    pairs_.clear();
    for (const quote& found : quotes_) {
      const char32_t c = found.mark;
      if (!open_.empty() && open_.back().paragraph != found.paragraph) open_.clear();
      // A straight quotation mark closes what another opened.
      const bool straight_open = c == U'"' && (open_.empty() || open_.back().mark != U'"');
      if (straight_open || chars::is_opening(c)) {
        open_.push_back(found);
        continue;
      }
      while (!open_.empty() && !closes(open_.back().mark, c))
        open_.pop_back();
      if (open_.empty()) continue;
      pairs_.push_back({open_.back().begin, found.end, c, found.paragraph});
      open_.pop_back();
    }
  }

  void annotate_quotes() {
    std::size_t last = 0;
    for (const quote& pair : pairs_)
      add_bytes(pair.begin, pair.end, plan::is_title(pair.mark) ? title_type : quoted_type, 0, true,
                last);
  }

  /// Headings as a whole: those of one sentence can be stepped over. Their sentences are read
  /// together.
  /// What the caller marked, ordered by its end.
  void annotate_marks() {
    std::size_t last = 0;
    for (const placed_mark& one : marks_) {
      if (one.where.begin < base_ || one.where.end > pieces_.back().byte_end) continue;
      add_bytes(one.where.begin, one.where.end, one.type, one.index, true, last);
    }
  }

  void annotate_headings() {
    const type_use use = rules_.uses()[heading_type];
    if (!use.listed && !use.begins && !use.ends) return;
    for (std::size_t first = 0, last = 0; first < fresh_.size(); first = last + 1) {
      const std::uint32_t paragraph = pieces_[fresh_[first]].paragraph;
      last = first;
      while (last + 1 < fresh_.size() && pieces_[fresh_[last + 1]].paragraph == paragraph)
        ++last;
      const piece &from = pieces_[fresh_[first]], &to = pieces_[fresh_[last]];
      if (!paragraphs_[paragraph].is_heading || from.begin == to.end) continue;
      if (fresh_[first] != paragraphs_[paragraph].first ||
          fresh_[last] + 1 != paragraphs_[paragraph].last)
        continue; // something lies around the sentences
      link(from.begin, to.end, heading_type, 0, first != last);
      mark(windows_[from.window], begin_row(heading_type), from.begin);
      mark(windows_[to.window], end_row(heading_type), to.end);
    }
  }

  static bool closes(char32_t opening, char32_t closing) noexcept {
    return closing == U'"' ? opening == U'"' : chars::closing_of(opening) == closing;
  }

  const program_view& rules_;
  const detail::plan& plan_;
  std::string_view text_;
  std::span<const placed_mark> marks_;
  std::size_t base_ = 0; // the byte of the text that places begin at
  std::uint32_t size_ = 0;
  std::vector<piece> pieces_;
  std::vector<window> windows_;
  std::vector<read_paragraph> paragraphs_;
  std::vector<std::uint32_t> fresh_; // pieces that are being read
  std::vector<std::uint32_t> read_;  // pieces by their places
  std::size_t reading_ = 0;
  std::vector<std::uint32_t> starts_; // byte of each place, from `base_`
  std::vector<std::uint32_t> places_; // place of each byte, from `base_`
  std::vector<std::uint32_t> clause_cuts_;
  std::vector<quote> quotes_, open_, pairs_;
  std::vector<annotation> annotations_;
  std::vector<std::uint32_t> first_begin_;
  std::vector<std::vector<std::uint32_t>> by_type_;
  std::vector<const word_entry*> words_;
  std::vector<numeral::mention> numbers_;
  std::vector<std::uint64_t> rows_; // by window, then by row; all empty between texts
  std::size_t present_words_;
  std::vector<std::uint64_t> present_; // by window: the rows that are not empty
  std::size_t awake_words_;
  std::vector<std::uint64_t> always_awake_;
  std::vector<std::uint64_t> awake_; // by window: rules
};

} // namespace hantext::rules::detail
