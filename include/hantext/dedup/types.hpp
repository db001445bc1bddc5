/// \file
/// The words that the duplicate finder speaks: kinds, groups, options.
#pragma once

#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// How the paragraphs of a group belong together.
enum class kind : std::uint8_t {
  exact,     ///< equal after folding (see `fold`)
  near,      ///< edited copies: each is near to at least one other of its group
  contained, ///< one stands wholly inside the others
  repeat,    ///< a stutter or a repeated sentence inside one paragraph
};

/// The kind's name as records print it: "exact", "near", "contained", "repeat".
constexpr std::string_view to_string(kind value) noexcept {
  switch (value) {
  case kind::exact:
    return "exact";
  case kind::near:
    return "near";
  case kind::contained:
    return "contained";
  case kind::repeat:
    break;
  }
  return "repeat";
}

/// One paragraph of a group.
struct member {
  std::size_t item = 0; ///< its place in the input
  span text;            ///< the paragraph without the white space around it, in its bytes
  span matched;         ///< what the group shares: in a container the part that is the contained
                        ///< paragraph, otherwise the same as `text`

  friend constexpr bool operator==(const member&, const member&) noexcept = default;
};

/// Paragraphs that a reader would call the same text. An item is in at most one group of kind
/// exact or near (a near group holds the exact copies of its members, too). A group of kind
/// contained is one paragraph and those around it; of exact copies only the first is in it.
struct group {
  dedup::kind kind = kind::exact;
  /// 1 − edit distance / length of the longer, over folded text; of near members the least
  /// similar to the first one, which in a chain of copies of copies may lie below the threshold.
  /// 1 for exact and contained.
  double similarity = 1;
  std::vector<member> members; ///< at least two, in the order of the input

  friend bool operator==(const group&, const group&) = default;
};

/// What counts as a duplicate.
struct options {
  /// Near is a similarity of at least this: 0.8 allows one edit in five characters. From 0.5 to 1;
  /// what lies outside is taken as the nearer end.
  double threshold = 0.8;
  /// Shorter paragraphs are left alone. In characters of the folded text.
  std::size_t minimum_length = 10;
  bool near = true;      ///< look for edited copies
  bool contained = true; ///< look for paragraphs inside others
};

/// What a search did.
struct statistics {
  std::size_t paragraphs = 0; ///< of at least the minimum length
  std::size_t distinct = 0;   ///< different ones among them, after folding
  std::size_t compared = 0;   ///< pairs whose edit distance was computed
  /// False where a hostile set used up the work that is allowed for its size, or where a text
  /// of a megabyte is too long to compare in full; groups may then be missing, never wrong.
  bool complete = true;
};

} // namespace hantext::dedup
