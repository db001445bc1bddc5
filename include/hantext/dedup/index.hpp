/// \file
/// Duplicates in a stream: ask for each paragraph whether it was there before, then add it; merge,
/// save and load what was gathered.
#pragma once

#include <hantext/dedup/find.hpp>
#include <hantext/dedup/sketch.hpp>
#include <hantext/dedup/steps.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {

/// A paragraph of an index that is the same text as the one asked for.
struct match {
  std::size_t item = 0;           ///< its id
  dedup::kind kind = kind::exact; ///< exact or near_duplicate
  double similarity = 1;          ///< from 0 to 1, as in `group`

  friend bool operator==(const match&, const match&) = default;
};

namespace detail {

/// A vector that grows by pieces, so that it neither moves nor has more room than a piece to spare.
template <class T> class pieces {
public:
  std::size_t size() const noexcept { return size_; }
  T& operator[](std::size_t i) noexcept { return pieces_[i / piece][i % piece]; }
  const T& operator[](std::size_t i) const noexcept { return pieces_[i / piece][i % piece]; }
  void push_back(const T& value) {
    if (size_ % piece == 0) pieces_.emplace_back().reserve(piece);
    pieces_.back().push_back(value);
    ++size_;
  }
  /// Bytes that it takes.
  std::size_t memory() const noexcept {
    return pieces_.size() * piece * sizeof(T) + pieces_.capacity() * sizeof(pieces_[0]);
  }

private:
  static constexpr std::size_t piece = 512;
  std::vector<std::vector<T>> pieces_;
  std::size_t size_ = 0;
};

/// A checksum of bytes that no change of up to eight neighbouring bytes leaves as it is, and others
/// with a probability of 2^-64. Linear.
inline std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
  std::uint64_t sum = mixed(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    const std::size_t size = std::min<std::size_t>(8, bytes.size() - at);
    sum =
        (sum ^ read_little(bytes.data() + at, static_cast<unsigned>(size))) * 0x9E37'79B9'7F4A'7C15;
    sum ^= sum >> 32;
  }
  return mixed(sum);
}

} // namespace detail

/// A growing set of paragraphs, each with an id. It keeps their bytes, so the caller need not;
/// beyond those it takes at most 128 bytes a paragraph (`memory`). Up to 2^32 − 2 paragraphs.
///
///     if (index.query(paragraph).empty()) keep(paragraph);
///     index.add(paragraph);
///
/// What it holds does not depend on how it came about: indexes of parts of a corpus, merged
/// in any order, have the groups and the saved bytes of the index of the whole.
template <class Tokenizer = characters> class basic_index {
public:
  /// An empty index; options out of their range are moved into it.
  explicit basic_index(const options& wanted = {}, Tokenizer tokenizer = {})
      : wanted_(detail::checked(wanted)), tokenizer_(std::move(tokenizer)) {}

  /// How many paragraphs there are, the removed ones not counted.
  std::size_t size() const noexcept { return live_; }
  /// The options it was made with, moved into their range.
  const options& wanted() const noexcept { return wanted_; }
  /// The paragraph with this id as it was added; empty if there is none. O(log n).
  std::string_view operator[](std::size_t id) const noexcept {
    const std::size_t place = place_of(id);
    return place == items_.size() || !items_[place].live ? std::string_view() : text(place);
  }

  /// Adds a paragraph and returns its id: one more than the last, from 0. Linear in its length.
  std::size_t add(std::string_view paragraph) {
    const std::size_t id = items_.size() == 0 ? 0 : items_[items_.size() - 1].id + 1;
    add(paragraph, id);
    return id;
  }
  /// Adds a paragraph with an id of the caller's, and the number of its document for
  /// `options::scope`. Ids must ascend: false, and nothing is done, if there is one as large.
  bool add(std::string_view paragraph, std::size_t id, std::uint32_t document = 0);

  /// Takes a paragraph out; false if there is none with this id. O(log n); its bytes stay until
  /// the index is merged or loaded again.
  bool remove(std::size_t id) noexcept {
    const std::size_t place = place_of(id);
    if (place == items_.size() || !items_[place].live) return false;
    items_[place].live = false;
    --live_;
    return true;
  }

  /// The paragraphs that are exact or near copies of this one, the most similar first. Up to 4096
  /// paragraphs all are tried, beyond that those that sketches propose; of each bucket of a
  /// sketch at most the 64 newest. `document` is for `options::scope`.
  std::vector<match> query(std::string_view paragraph, std::uint32_t document = 0) const;

  /// The groups among all paragraphs, as `find` gives them for the same ones in the order of ids.
  std::vector<group> groups(statistics* seen = nullptr) const;

  /// Adds all paragraphs of another index. False, and nothing is done, if the options differ or
  /// an id stands for different paragraphs; the same paragraph in both is there once. Linear, and
  /// in the size of the other only if its ids are all greater.
  bool merge(const basic_index& other);

  /// Appends the index as bytes: versioned, with a checksum, the same on every machine. To keep
  /// the old file whole should the program end while it writes, write to a new file and rename it.
  void save(std::vector<std::byte>& out) const;
  /// Reads what `save` wrote; `damaged_index` for anything else, be it cut, changed or of
  /// another version. With `borrow` the paragraphs stay where they are, for instance in a file
  /// that is mapped into memory: the bytes must then outlive the index and its copies.
  static result<basic_index> load(std::span<const std::byte> bytes, bool borrow = false,
                                  Tokenizer tokenizer = {});

  /// Bytes that it takes beyond those of the paragraphs.
  std::size_t memory() const noexcept {
    return items_.memory() + heads_.capacity() * sizeof(heads_[0]);
  }

private:
  static constexpr std::size_t try_all = 4096;
  static constexpr std::size_t most_looks = 64; // in one bucket
  static constexpr std::uint32_t nobody = 0xFFFF'FFFF;
  static constexpr unsigned bands = 16; // a query has four keys for each
  static constexpr plan how{bands, 2};
  static constexpr std::size_t header = 112; // bytes of a saved index

  struct item {
    std::array<std::uint64_t, 2> parity; // the outline
    std::uint32_t length;
    std::uint32_t document;
    std::size_t id;
    std::uint64_t end : 63; // of its bytes
    std::uint64_t live : 1;
    std::array<std::uint32_t, bands> next; // band -> the next older item in the bucket
  };

  /// The first item whose id is not less.
  std::size_t lower_bound(std::size_t id) const noexcept {
    std::size_t begin = 0;
    std::size_t end = items_.size();
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (items_[middle].id < id)
        begin = middle + 1;
      else
        end = middle;
    }
    return begin;
  }
  std::size_t place_of(std::size_t id) const noexcept {
    const std::size_t place = lower_bound(id);
    return place < items_.size() && items_[place].id == id ? place : items_.size();
  }
  std::string_view text(std::size_t place) const noexcept {
    const std::size_t begin = place == 0 ? 0 : static_cast<std::size_t>(items_[place - 1].end);
    const std::size_t size = static_cast<std::size_t>(items_[place].end) - begin;
    return begin < borrowed_.size()
               ? borrowed_.substr(begin, size)
               : std::string_view(bytes_).substr(begin - borrowed_.size(), size);
  }

  /// Where a key's chain begins; each band has buckets of its own.
  std::size_t bucket(unsigned band, std::uint32_t key) const noexcept {
    return band * buckets_ + static_cast<std::size_t>(key & (buckets_ - 1));
  }
  void link(std::size_t place, std::u32string_view letters, detail::sketcher& sketch) {
    sketch(letters, [&](unsigned band, std::uint32_t key) {
      std::uint32_t& head = heads_[bucket(band, key)];
      items_[place].next[band] = head;
      head = static_cast<std::uint32_t>(place);
    });
  }
  void append(std::string_view paragraph, std::size_t id, std::uint32_t document);
  template <class Try> void try_candidates(std::u32string_view letters, Try attempt) const;

  options wanted_;
  Tokenizer tokenizer_;
  std::string_view borrowed_; // the bytes of the first paragraphs
  std::string bytes_;         // of those after them
  detail::pieces<item> items_;
  std::size_t live_ = 0;
  std::size_t buckets_ = 0;          // of each band, a power of two
  std::vector<std::uint32_t> heads_; // bucket -> the newest item in it
};

/// The index of paragraphs compared by characters.
using index = basic_index<>;

template <class Tokenizer>
bool basic_index<Tokenizer>::add(std::string_view paragraph, std::size_t id,
                                 std::uint32_t document) {
  if (items_.size() != 0 && items_[items_.size() - 1].id >= id) return false;
  bytes_ += paragraph;
  append(std::string_view(bytes_).substr(bytes_.size() - paragraph.size()), id, document);
  return true;
}

/// Adds a paragraph whose bytes are in place already.
template <class Tokenizer>
void basic_index<Tokenizer>::append(std::string_view paragraph, std::size_t id,
                                    std::uint32_t document) {
  const std::size_t place = items_.size();
  const std::uint64_t begin = place == 0 ? 0 : std::uint64_t{items_[place - 1].end};
  std::u32string letters;
  detail::fold_onto(paragraph, letters, tokenizer_);
  const detail::outline known = detail::outline_of(letters);
  item added{known.parity, known.length, document, id, 0, 1, {}};
  added.end = (begin + paragraph.size()) & (~std::uint64_t{0} >> 1);
  items_.push_back(added);
  ++live_;
  detail::sketcher sketch(how, wanted_.gram, wanted_.seed);
  if (7 * buckets_ > place) return link(place, letters, sketch);
  buckets_ = std::max<std::size_t>(64, 2 * buckets_);
  heads_.assign(buckets_ * bands, nobody);
  heads_.shrink_to_fit();
  for (std::size_t i = 0; i <= place; ++i) {
    letters.clear();
    detail::fold_onto(text(i), letters, tokenizer_);
    link(i, letters, sketch);
  }
}

/// Calls `attempt(place)` for the items that may be near; for some more than once.
template <class Tokenizer>
template <class Try>
void basic_index<Tokenizer>::try_candidates(std::u32string_view letters, Try attempt) const {
  if (items_.size() <= try_all) {
    for (std::size_t place = 0; place < items_.size(); ++place)
      attempt(place);
    return;
  }
  detail::sketcher sketch(how, wanted_.gram, wanted_.seed);
  sketch.probes(letters, [&](unsigned band, std::uint32_t key) {
    std::uint32_t place = heads_[bucket(band, key)];
    for (std::size_t looks = 0; place != nobody && looks < most_looks; ++looks) {
      attempt(place);
      place = items_[place].next[band];
    }
  });
}

template <class Tokenizer>
std::vector<match> basic_index<Tokenizer>::query(std::string_view paragraph,
                                                 std::uint32_t document) const {
  std::vector<match> found;
  std::u32string letters, other;
  detail::fold_onto(paragraph, letters, tokenizer_);
  if (letters.size() < wanted_.minimum_length) return found;
  const detail::outline known = detail::outline_of(letters);
  std::vector<std::size_t> places;
  try_candidates(letters, [&](std::size_t place) {
    const item& it = items_[place];
    if (!it.live || it.length < wanted_.minimum_length) return;
    if (wanted_.scope != scope::everywhere &&
        (it.document == document) != (wanted_.scope == scope::within_document))
      return;
    const std::size_t limit =
        wanted_.near_duplicates
            ? detail::most_edits(std::max(it.length, known.length), wanted_.threshold)
            : std::size_t{0};
    if (detail::least_edits(known, {it.parity, it.length}) <= limit) places.push_back(place);
  });
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  detail::edit_distance distance;
  detail::allowance work{(std::uint64_t{1} << 26) + 1024 * std::uint64_t{letters.size()}};
  for (const std::size_t place : places) {
    other.clear();
    detail::fold_onto(text(place), other, tokenizer_);
    const std::size_t longer = std::max(other.size(), letters.size());
    const std::size_t limit =
        wanted_.near_duplicates ? detail::most_edits(longer, wanted_.threshold) : std::size_t{0};
    const std::size_t edits = distance(letters, other, limit, work);
    if (edits > limit) continue;
    found.push_back({items_[place].id, edits == 0 ? kind::exact : kind::near_duplicate,
                     1 - static_cast<double>(edits) / static_cast<double>(longer)});
  }
  std::sort(found.begin(), found.end(), [](const match& a, const match& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.item < b.item;
  });
  return found;
}

template <class Tokenizer>
std::vector<group> basic_index<Tokenizer>::groups(statistics* seen) const {
  std::vector<std::string_view> paragraphs;
  std::vector<std::uint32_t> documents;
  std::vector<std::size_t> ids;
  for (std::size_t place = 0; place < items_.size(); ++place) {
    if (!items_[place].live) continue;
    paragraphs.push_back(text(place));
    documents.push_back(items_[place].document);
    ids.push_back(items_[place].id);
  }
  std::vector<group> found =
      find(std::span<const std::string_view>(paragraphs), std::span<const std::uint32_t>(documents),
           wanted_, seen, tokenizer_);
  for (group& each : found)
    for (member& m : each.members)
      m.item = ids[m.item];
  return found;
}

template <class Tokenizer> bool basic_index<Tokenizer>::merge(const basic_index& other) {
  if (other.wanted_ != wanted_) return false;
  if (other.items_.size() == 0 || &other == this) return true;
  if (items_.size() == 0 || items_[items_.size() - 1].id < other.items_[0].id) {
    for (std::size_t place = 0; place < other.items_.size(); ++place)
      if (other.items_[place].live)
        add(other.text(place), other.items_[place].id, other.items_[place].document);
    return true;
  }
  basic_index both(wanted_, tokenizer_);
  std::size_t own = 0;
  std::size_t its = 0;
  const auto live = [](const basic_index& from, std::size_t& place) {
    while (place < from.items_.size() && !from.items_[place].live)
      ++place;
    return place < from.items_.size();
  };
  for (;;) {
    const bool any_own = live(*this, own);
    const bool any_its = live(other, its);
    if (!any_own && !any_its) break;
    const bool take_own = any_own && (!any_its || items_[own].id <= other.items_[its].id);
    if (take_own && any_its && items_[own].id == other.items_[its].id) {
      if (text(own) != other.text(its) || items_[own].document != other.items_[its].document)
        return false;
      ++its;
    }
    const basic_index& from = take_own ? *this : other;
    const std::size_t place = take_own ? own++ : its++;
    both.add(from.text(place), from.items_[place].id, from.items_[place].document);
  }
  *this = std::move(both);
  return true;
}

// The saved form, little-endian: "hantextD", the version in 32 bits, the plan's bands and rows in
// 16 each (bands 65535: none given), the checksum of all that follows; the options; the number of
// paragraphs and of their bytes; the ids, the documents, the lengths in bytes; the bytes.
template <class Tokenizer> void basic_index<Tokenizer>::save(std::vector<std::byte>& out) const {
  const std::size_t begin = out.size();
  const auto put = [&](std::uint64_t value, unsigned size) {
    detail::append_little(value, size, out);
  };
  std::uint64_t count = 0;
  std::uint64_t size = 0;
  for (std::size_t place = 0; place < items_.size(); ++place) {
    if (!items_[place].live) continue;
    ++count;
    size += text(place).size();
  }
  out.reserve(begin + header + static_cast<std::size_t>(count) * 20 +
              static_cast<std::size_t>(size));
  put(0x4474'7865'746E'6168, 8); // "hantextD"
  put(1, 4);
  put(wanted_.plan ? wanted_.plan->bands : 0xFFFF, 2);
  put(wanted_.plan ? wanted_.plan->rows : 0, 2);
  put(0, 8); // the checksum
  put(std::bit_cast<std::uint64_t>(wanted_.threshold), 8);
  put(std::bit_cast<std::uint64_t>(wanted_.contained_threshold.value_or(0)), 8); // 0: none given
  put(wanted_.minimum_length, 8);
  put(wanted_.shared_run, 8);
  put(wanted_.template_size, 8);
  put(wanted_.seed, 8);
  put(wanted_.gram, 4);
  put(wanted_.near_duplicates ? 1 : 0, 1);
  put(wanted_.contained ? 1 : 0, 1);
  put(static_cast<std::uint64_t>(wanted_.scope), 1);
  put(static_cast<std::uint64_t>(wanted_.choice), 1);
  put(0, 8); // for later versions, and the next eight
  put(0, 8);
  put(count, 8);
  put(size, 8);
  const auto for_each_live = [&](auto use) {
    for (std::size_t place = 0; place < items_.size(); ++place)
      if (items_[place].live) use(place);
  };
  for_each_live([&](std::size_t place) { put(items_[place].id, 8); });
  for_each_live([&](std::size_t place) { put(items_[place].document, 4); });
  for_each_live([&](std::size_t place) { put(text(place).size(), 8); });
  for_each_live([&](std::size_t place) {
    for (const char byte : text(place))
      out.push_back(static_cast<std::byte>(byte));
  });
  const std::uint64_t sum = detail::checksum(std::span(out).subspan(begin + 24)) ^
                            detail::checksum(std::span(out).subspan(begin, 16));
  for (unsigned i = 0; i < 8; ++i)
    out[begin + 16 + i] = static_cast<std::byte>(sum >> (8 * i) & 0xFF);
}

template <class Tokenizer>
result<basic_index<Tokenizer>> basic_index<Tokenizer>::load(std::span<const std::byte> bytes,
                                                            bool borrow, Tokenizer tokenizer) {
  const auto damaged = [&](std::size_t offset) {
    return error{error_kind::damaged_index, offset, bytes.size() - offset};
  };
  const auto get = [&](std::size_t offset, unsigned size) {
    return detail::read_little(bytes.data() + offset, size);
  };
  if (bytes.size() < header) return damaged(bytes.size());
  if (get(0, 8) != 0x4474'7865'746E'6168) return damaged(0);
  if (get(8, 4) != 1) return damaged(8);
  if (get(16, 8) != (detail::checksum(bytes.subspan(24)) ^ detail::checksum(bytes.subspan(0, 16))))
    return damaged(16);
  // From here on the bytes are what somebody saved; who made the checksum may still mean harm.
  options wanted;
  if (get(12, 2) != 0xFFFF)
    wanted.plan = plan{static_cast<unsigned>(get(12, 2)), static_cast<unsigned>(get(14, 2))};
  wanted.threshold = std::bit_cast<double>(get(24, 8));
  if (get(32, 8) != 0) wanted.contained_threshold = std::bit_cast<double>(get(32, 8));
  wanted.minimum_length = static_cast<std::size_t>(get(40, 8));
  wanted.shared_run = static_cast<std::size_t>(get(48, 8));
  wanted.template_size = static_cast<std::size_t>(get(56, 8));
  wanted.seed = get(64, 8);
  wanted.gram = static_cast<unsigned>(get(72, 4));
  wanted.near_duplicates = get(76, 1) != 0;
  wanted.contained = get(77, 1) != 0;
  if (get(78, 1) > 2 || get(79, 1) > 2) return damaged(78);
  wanted.scope = static_cast<dedup::scope>(get(78, 1));
  wanted.choice = static_cast<canonical_choice>(get(79, 1));
  const std::uint64_t count = get(96, 8);
  const std::uint64_t size = get(104, 8);
  if (count >= nobody || count > (bytes.size() - header) / 20) return damaged(96);
  const auto items = static_cast<std::size_t>(count);
  const std::size_t documents = header + 8 * items;
  const std::size_t lengths = documents + 4 * items;
  const std::size_t texts = lengths + 8 * items;
  if (size != bytes.size() - texts) return damaged(104);
  basic_index made(wanted, std::move(tokenizer));
  const std::string_view all(reinterpret_cast<const char*>(bytes.data()) + texts,
                             static_cast<std::size_t>(size));
  if (borrow)
    made.borrowed_ = all;
  else
    made.bytes_ = all;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < items; ++i) {
    const std::uint64_t id = get(header + 8 * i, 8);
    const std::uint64_t length = get(lengths + 8 * i, 8);
    if (id > std::numeric_limits<std::size_t>::max() || (i != 0 && id <= made.items_[i - 1].id))
      return damaged(header + 8 * i);
    if (length > all.size() - begin) return damaged(lengths + 8 * i);
    made.append(all.substr(begin, static_cast<std::size_t>(length)), static_cast<std::size_t>(id),
                static_cast<std::uint32_t>(get(documents + 4 * i, 4)));
    begin += static_cast<std::size_t>(length);
  }
  if (begin != all.size()) return damaged(texts + begin);
  return made;
}

} // namespace hantext::dedup
