/// \file
/// A map between the offsets of a clean text and of the bytes it was made from, both ways.
///
/// The map is a list of runs in the order of both texts. A run is either copied (its bytes stand in
/// the source one for one) or replaced (its bytes stand for other bytes of the source as a whole).
/// Text that was copied unchanged is one run however long it is, so a clean text costs next to
/// nothing; a cut line costs one run.
#pragma once

#include <hantext/result.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace hantext {

/// Offsets of a clean text to offsets of its source and back. Look-up is O(log runs).
class source_map {
public:
  /// One piece of the clean text, up to where the next one begins.
  class run {
  public:
    constexpr run(std::size_t clean, std::size_t source, bool replaced) noexcept
        : clean_(clean), packed_(source * 2 + (replaced ? 1 : 0)) {}

    /// Where the run begins in the clean text.
    constexpr std::size_t clean() const noexcept { return clean_; }
    /// Where it begins in the source.
    constexpr std::size_t source() const noexcept { return packed_ / 2; }
    /// Whether it stands for the source up to the next run, not byte for byte.
    constexpr bool replaced() const noexcept { return packed_ % 2 != 0; }

  private:
    std::size_t clean_;
    std::size_t packed_; // no text is so long that an offset needs the last bit
  };

  /// The bytes of the source that a span of the clean text was made from. Blanks and line breaks
  /// that were dropped at either end of it are left out. Ends that lie inside a replaced piece
  /// widen to the whole of it.
  span to_source(span clean) const noexcept {
    const std::size_t begin = source_begin(clean.begin);
    if (clean.empty()) return {begin, begin};
    return {begin, std::max(begin, source_end(clean.end))};
  }

  /// The bytes of the clean text that a span of the source became. Source bytes that were dropped
  /// have no place in the clean text and are skipped; a span of nothing else comes out empty.
  span to_clean(span source) const noexcept {
    const std::size_t begin = clean_begin(source.begin);
    if (source.empty()) return {begin, begin};
    return {begin, std::max(begin, clean_end(source.end))};
  }

  /// The runs in order, for those who want to walk along them.
  const std::vector<run>& runs() const noexcept { return runs_; }
  /// Length of the clean text in bytes.
  std::size_t clean_size() const noexcept { return clean_size_; }

  /// Adds `length` bytes at the end of the clean text, copied from the source at `source`.
  /// Calls come in the order of the source.
  void copied(std::size_t source, std::size_t length) {
    if (length == 0) return;
    const bool goes_on = !runs_.empty() && !runs_.back().replaced() &&
                         runs_.back().source() + (clean_size_ - runs_.back().clean()) == source;
    if (!goes_on) runs_.push_back({clean_size_, source, false});
    clean_size_ += length;
  }

  /// Adds `length` bytes at the end of the clean text that stand for the span `source`.
  void replaced(span source, std::size_t length) {
    runs_.push_back({clean_size_, source.begin, true});
    clean_size_ += length;
    // An empty run closes the replaced one, because what follows may begin further on.
    runs_.push_back({clean_size_, source.end, false});
  }

  /// Makes room for so many runs.
  void reserve(std::size_t runs) { runs_.reserve(runs); }

private:
  /// Bytes of the clean text in run `i`.
  std::size_t length(std::size_t i) const noexcept {
    const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].clean() : clean_size_;
    return end - runs_[i].clean();
  }

  /// The last run that begins at or before an offset; `runs_` is not empty.
  std::size_t run_of_clean(std::size_t offset) const noexcept {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), offset,
                         [](std::size_t value, const run& r) { return value < r.clean(); });
    return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
  }
  std::size_t run_of_source(std::size_t offset) const noexcept {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), offset,
                         [](std::size_t value, const run& r) { return value < r.source(); });
    return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
  }

  std::size_t source_begin(std::size_t offset) const noexcept {
    if (runs_.empty()) return 0;
    const std::size_t i = run_of_clean(offset);
    if (runs_[i].replaced()) return runs_[i].source();
    return runs_[i].source() + std::min(offset - runs_[i].clean(), length(i));
  }
  std::size_t source_end(std::size_t offset) const noexcept {
    if (runs_.empty()) return 0;
    const std::size_t i = run_of_clean(offset - 1);
    if (runs_[i].replaced())
      return i + 1 < runs_.size() ? runs_[i + 1].source() : runs_[i].source();
    return runs_[i].source() + std::min(offset - runs_[i].clean(), length(i));
  }

  std::size_t clean_begin(std::size_t offset) const noexcept {
    if (runs_.empty() || offset < runs_.front().source()) return 0;
    const std::size_t i = run_of_source(offset);
    if (runs_[i].replaced()) return runs_[i].clean();
    return runs_[i].clean() + std::min(offset - runs_[i].source(), length(i));
  }
  std::size_t clean_end(std::size_t offset) const noexcept {
    if (runs_.empty() || offset <= runs_.front().source()) return 0;
    const std::size_t i = run_of_source(offset - 1);
    if (runs_[i].replaced()) return runs_[i].clean() + length(i);
    return runs_[i].clean() + std::min(offset - runs_[i].source(), length(i));
  }

  std::vector<run> runs_;
  std::size_t clean_size_ = 0;
};

} // namespace hantext
