/// \file
/// Duplicates in a stream: ask for each paragraph whether it was there before, then add it.
#pragma once

#include <hantext/dedup/find.hpp>
#include <hantext/dedup/sketch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// A paragraph of an index that is the same text as the one asked for.
struct match {
  std::size_t item = 0;
  dedup::kind kind = kind::exact; ///< exact or near
  double similarity = 1;

  friend bool operator==(const match&, const match&) = default;
};

/// A growing set of paragraphs. It keeps their bytes, so the caller need not; beyond those it takes
/// some 600 bytes and four for each character of a paragraph. Up to 2^32 − 1 paragraphs.
///
///     if (index.query(paragraph).empty()) keep(paragraph);
///     index.add(paragraph);
class index {
public:
  explicit index(const options& wanted = {}) : wanted_(detail::checked(wanted)) {}

  std::size_t size() const noexcept { return ends_.size(); }
  /// A paragraph as it was added; `item < size()`.
  std::string_view operator[](std::size_t item) const noexcept {
    const std::size_t begin = item == 0 ? 0 : ends_[item - 1];
    return std::string_view(bytes_.data() + begin, ends_[item] - begin);
  }

  /// Adds a paragraph and returns its number: how many there were before. Linear in its length.
  std::size_t add(std::string_view paragraph);

  /// The paragraphs that are exact or near copies of this one, the most similar first. Up to 4096
  /// paragraphs all are tried, beyond that those that sketches propose; at most 64 of each
  /// of their 32 buckets.
  std::vector<match> query(std::string_view paragraph) const;

  /// The groups among all paragraphs, as `find` gives them for the same ones.
  std::vector<group> groups(statistics* seen = nullptr) const;

  /// Adds all paragraphs of another index behind those of this one.
  void merge(const index& other) {
    const std::size_t count = other.size(); // it may be this one
    for (std::size_t item = 0; item < count; ++item)
      add(std::string(other[item]));
  }

private:
  static constexpr std::size_t try_all = 4096;
  static constexpr std::size_t most_looks = 64; // in one bucket
  static constexpr std::uint32_t nobody = 0xFFFF'FFFF;

  /// Where a key's chain begins; each band has buckets of its own.
  std::size_t bucket(std::size_t band, std::uint32_t key) const noexcept {
    return band * buckets_ + ((key * 0x9E37'79B1u) >> 7) % buckets_;
  }
  void link(std::uint32_t item) noexcept {
    for (std::size_t band = 0; band < sketches_[item].size(); ++band) {
      std::uint32_t& head = heads_[bucket(band, sketches_[item][band])];
      next_[item][band] = head;
      head = item;
    }
  }
  std::vector<std::uint32_t> candidates(std::u32string_view letters) const;

  options wanted_;
  std::string bytes_;
  std::vector<std::size_t> ends_;
  detail::texts folded_;
  std::vector<detail::bag> bags_;
  std::vector<detail::sketch> sketches_;
  std::size_t buckets_ = 0;          // of each band
  std::vector<std::uint32_t> heads_; // bucket -> the newest item in it
  std::vector<detail::sketch> next_; // item, band -> the next older item in the bucket
};

inline std::size_t index::add(std::string_view paragraph) {
  const std::size_t item = size();
  bytes_ += paragraph;
  ends_.push_back(bytes_.size());
  folded_.add(paragraph);
  const std::u32string_view letters = folded_[item];
  bags_.push_back(detail::bag_of(letters));
  sketches_.push_back(detail::sketch_of(letters));
  next_.emplace_back().fill(nobody);
  if (buckets_ < size()) {
    buckets_ = std::max<std::size_t>(64, 2 * buckets_);
    heads_.assign(buckets_ * std::tuple_size_v<detail::sketch>, nobody);
    for (std::size_t i = 0; i <= item; ++i)
      link(static_cast<std::uint32_t>(i));
  } else {
    link(static_cast<std::uint32_t>(item));
  }
  return item;
}

inline std::vector<std::uint32_t> index::candidates(std::u32string_view letters) const {
  std::vector<std::uint32_t> list;
  if (size() <= try_all) {
    for (std::size_t i = 0; i < size(); ++i)
      list.push_back(static_cast<std::uint32_t>(i));
    return list;
  }
  const detail::sketch keys = detail::sketch_of(letters);
  for (std::size_t band = 0; band < keys.size(); ++band) {
    std::uint32_t item = heads_[bucket(band, keys[band])];
    for (std::size_t looks = 0; item != nobody && looks < most_looks; ++looks) {
      if (sketches_[item][band] == keys[band]) list.push_back(item);
      item = next_[item][band];
    }
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

inline std::vector<match> index::query(std::string_view paragraph) const {
  std::vector<match> found;
  std::u32string letters;
  detail::fold_onto(paragraph, letters);
  if (letters.size() < wanted_.minimum_length) return found;
  const detail::bag bag = detail::bag_of(letters);
  detail::edit_distance distance;
  detail::allowance work{(std::uint64_t{1} << 26) + 1024 * std::uint64_t{letters.size()}};
  for (const std::uint32_t item : candidates(letters)) {
    const std::u32string_view other = folded_[item];
    if (other.size() < wanted_.minimum_length) continue;
    const std::size_t longer = std::max(other.size(), letters.size());
    const std::size_t limit =
        wanted_.near ? detail::most_edits(longer, wanted_.threshold) : std::size_t{0};
    if (longer - std::min(other.size(), letters.size()) > limit) continue;
    if (detail::bag_distance(bag, bags_[item]) > limit) continue;
    const std::size_t edits = distance(letters, other, limit, work);
    if (edits > limit) continue;
    found.push_back({item, edits == 0 ? kind::exact : kind::near,
                     1 - static_cast<double>(edits) / static_cast<double>(longer)});
  }
  std::sort(found.begin(), found.end(), [](const match& a, const match& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.item < b.item;
  });
  return found;
}

inline std::vector<group> index::groups(statistics* seen) const {
  std::vector<std::string_view> paragraphs;
  paragraphs.reserve(size());
  for (std::size_t item = 0; item < size(); ++item)
    paragraphs.push_back((*this)[item]);
  return find(paragraphs, wanted_, seen);
}

} // namespace hantext::dedup
