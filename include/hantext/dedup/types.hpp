/// \file
/// The words that the duplicate finder speaks: kinds, groups, options.
#pragma once

#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hantext::dedup {

/// How the paragraphs of a group belong together.
enum class kind : std::uint8_t {
  exact,          ///< equal after folding (see `fold`)
  near_duplicate, ///< edited copies: each is near to at least one other of its group
  contained,      ///< one stands inside the others, or they share a long run
  repeat,         ///< printed again in place: a stutter, a sentence, a loop of paragraphs
  from_template,  ///< many different texts with one skeleton: notices, bulletins, tables
};

/// The kind's name as records print it: "exact", "near", "contained", "repeat", "template".
constexpr std::string_view to_string(kind value) noexcept {
  switch (value) {
  case kind::exact:
    return "exact";
  case kind::near_duplicate:
    return "near";
  case kind::contained:
    return "contained";
  case kind::from_template:
    return "template";
  case kind::repeat:
    break;
  }
  return "repeat";
}

/// One paragraph of a group.
struct member {
  std::size_t item = 0; ///< its place in the input; in an index its id
  span text;            ///< the paragraph without the white space around it, in its bytes
  span matched;         ///< what the group shares: in a container the part that is the contained
                        ///< paragraph, of a shared run the run, otherwise the same as `text`

  friend constexpr bool operator==(const member&, const member&) noexcept = default;
};

/// Paragraphs that a reader would call the same text. An item is in at most one group of kind
/// exact, near or template (near and template groups hold the exact copies of their members, too).
/// A group of kind contained is one paragraph and those around it; of exact copies only the first
/// is in it.
struct group {
  /// How its members belong together.
  dedup::kind kind = kind::exact;
  /// 1 − edit distance / length of the longer, over folded text; of near and template members the
  /// least similar to the first one, which in a chain of copies of copies may lie below the
  /// threshold. Of contained: 1 − edits / length of the contained, the least of all containers; of
  /// a shared run the same between the run of one paragraph and that of each other.
  double similarity = 1;
  std::vector<member> members; ///< at least two, in the order of the input
  std::size_t canonical = 0;   ///< the member to keep, by `options::choice`; a place in `members`
  /// Of kind contained the member that stands inside the others; `none` where they share a run.
  std::size_t inner = none;

  /// No such member.
  static constexpr std::size_t none = ~std::size_t{0};
  friend bool operator==(const group&, const group&) = default;
};

/// Which pairs count, where the paragraphs' documents are known.
enum class scope : std::uint8_t {
  everywhere,
  within_document,  ///< only of one document
  across_documents, ///< only of different documents
};

/// Which member of a group is its canonical one. Ties go to the first in the input.
enum class canonical_choice : std::uint8_t {
  first,    ///< in the order of the input
  longest,  ///< in folded characters; in a contained group a container
  cleanest, ///< fewest ill-formed bytes, blanks between Han characters and stutters; then longest
};

/// How near pairs are proposed: by `bands` keys a text, each made of `rows` minima. No bands: every
/// pair is compared.
struct plan {
  unsigned bands = 0; ///< up to `most_bands`
  unsigned rows = 2;  ///< 1 to 4

  /// No plan has more bands.
  static constexpr unsigned most_bands = 64;
  friend constexpr bool operator==(const plan&, const plan&) noexcept = default;
};

/// What counts as a duplicate.
struct options {
  /// Near is a similarity of at least this: 0.8 allows one edit in five characters. From 0.5 to 1;
  /// what lies outside is taken as the nearer end.
  double threshold = 0.8;
  /// Contained is a paragraph whose edit distance to a stretch of a longer one is at most
  /// 1 − this, in its own length. From 0.8 to 1; 1 takes verbatim ones only, which is much faster.
  /// Without a number 0.9 among up to 16384 different texts, and 1 among more.
  std::optional<double> contained_threshold;
  /// Shorter paragraphs are left alone. In characters of the folded text.
  std::size_t minimum_length = 10;
  /// A run of so many folded characters that different paragraphs share is a group of kind
  /// contained, too, verbatim or, below a `contained_threshold` of 1, with a few differences of up
  /// to three characters; at least 12. 0: not looked for.
  std::size_t shared_run = 0;
  /// From so many different texts on a near group is a template, and texts that are equal but for
  /// their numerals (dates, sums) are one. 0: there are no templates.
  std::size_t template_size = 100;
  bool near_duplicates = true;                       ///< look for edited copies
  bool contained = true;                             ///< look for paragraphs inside others
  dedup::scope scope = scope::everywhere;            ///< which pairs count
  canonical_choice choice = canonical_choice::first; ///< which member of a group is to be kept
  unsigned gram = 3;      ///< sketches are made of so many units in a row, 1 to 8
  std::uint64_t seed = 0; ///< of the sketches: another seed loses other pairs, if any
  /// How pairs are proposed; without one `plan_for` chooses by the number of different texts.
  std::optional<dedup::plan> plan;

  friend constexpr bool operator==(const options&, const options&) noexcept = default;
};

/// What a search did.
struct statistics {
  std::size_t paragraphs = 0; ///< of at least the minimum length
  std::size_t distinct = 0;   ///< different ones among them, after folding
  std::size_t proposed = 0;   ///< pairs looked at that share a key or, where all are, a length
  std::size_t compared = 0;   ///< pairs whose edit distance was computed
  /// False where a hostile set used up the work that is allowed for its size, or where a text
  /// of a megabyte is too long to compare in full; groups may then be missing, never wrong.
  bool complete = true;
};

namespace detail {

/// The options with what lies outside its range set to the nearer end.
constexpr options checked(options wanted) noexcept {
  const auto into = [](auto& value, auto least, auto most) {
    if (!(value >= least)) value = least; // NaN, too
    if (value > most) value = most;
  };
  into(wanted.threshold, 0.5, 1.0);
  if (wanted.contained_threshold) into(*wanted.contained_threshold, 0.8, 1.0);
  into(wanted.gram, 1U, 8U);
  if (wanted.minimum_length == 0) wanted.minimum_length = 1;
  if (wanted.shared_run != 0 && wanted.shared_run < 12) wanted.shared_run = 12;
  if (wanted.plan) into(wanted.plan->bands, 0U, plan::most_bands);
  if (wanted.plan) into(wanted.plan->rows, 1U, 4U);
  return wanted;
}

} // namespace detail
} // namespace hantext::dedup
