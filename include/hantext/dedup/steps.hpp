/// \file
/// The steps of the search apart, for those who spread it over machines: sketch, bring together
/// what shares a key, verify, join.
///
///     for each paragraph: emit (key, sketch) for every key of make_sketch(paragraph, plan)
///     for each key:       for the pairs of candidates(sketches with this key): fetch both texts,
///                         and where verify(a, b) holds emit the pair
///     at the end:         join(pairs)
///
/// With the same plan, gram and seed that gives the exact and near groups that `find` gives on one
/// machine with that plan (and without templates). Sketches travel as bytes or as JSON.
#pragma once

#include <hantext/dedup/near.hpp>
#include <hantext/dedup/sketch.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {

/// What a machine needs to know of a paragraph to propose its pairs.
struct sketch {
  detail::text_hash hash;          ///< 128 bits of the folded text
  detail::outline outline;         ///< its length in folded characters, and a bound of distances
  std::vector<std::uint64_t> keys; ///< one for each band of the plan; what shares one may be near

  friend bool operator==(const sketch&, const sketch&) = default;
};

/// The sketch of a paragraph. `how.bands` is at least 1; a paragraph shorter than
/// `minimum_length` has no keys. Linear.
template <class Tokenizer = characters>
sketch make_sketch(std::string_view paragraph, plan how, const options& wanted = {},
                   const Tokenizer& tokenizer = {}) {
  const options use = detail::checked(wanted);
  std::u32string text;
  detail::fold_onto(paragraph, text, tokenizer);
  sketch made{detail::hash(text), detail::outline_of(text), {}};
  if (text.size() < use.minimum_length) return made;
  how.bands = std::clamp(how.bands, 1U, plan::most_bands);
  how.rows = std::clamp(how.rows, 1U, 4U);
  detail::sketcher make(how, use.gram, use.seed);
  make(text, [&](unsigned band, std::uint32_t key) {
    made.keys.push_back(std::uint64_t{band} << 32 | key);
  });
  return made;
}

/// The pairs to verify among sketches that share a key, as places in `bucket`, ordered. Texts that
/// are equal by their hash are proposed in a chain and then count once. At most 65 pairs a sketch.
template <class = void>
std::vector<std::pair<std::size_t, std::size_t>> candidates(std::span<const sketch> bucket,
                                                            const options& wanted = {}) {
  const options use = detail::checked(wanted);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < bucket.size(); ++i)
    if (bucket[i].outline.length >= use.minimum_length) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (bucket[a].outline.length != bucket[b].outline.length)
      return bucket[a].outline.length < bucket[b].outline.length;
    return bucket[a].hash < bucket[b].hash;
  });
  const auto add = [&](std::size_t a, std::size_t b) {
    pairs.emplace_back(std::min(a, b), std::max(a, b));
  };
  std::vector<std::size_t> different;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i != 0 && bucket[order[i]].hash == bucket[order[i - 1]].hash)
      add(order[i - 1], order[i]);
    else
      different.push_back(order[i]);
  }
  if (use.near_duplicates && use.threshold < 1) {
    const auto limit = [&](std::size_t longer) {
      return detail::most_edits(bucket[different[longer]].outline.length, use.threshold);
    };
    detail::meet_in_bucket(
        different.size(),
        [&](std::size_t shorter, std::size_t longer) {
          return bucket[different[longer]].outline.length -
                     bucket[different[shorter]].outline.length <=
                 limit(longer);
        },
        [&](std::size_t shorter, std::size_t longer) {
          if (detail::least_edits(bucket[different[shorter]].outline,
                                  bucket[different[longer]].outline) <= limit(longer))
            add(different[shorter], different[longer]);
        });
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

/// The verdict on a pair of paragraphs.
struct verdict {
  dedup::kind kind = kind::exact; ///< exact or near_duplicate
  double similarity = 1;          ///< from 0 to 1, as in `group`

  friend bool operator==(const verdict&, const verdict&) = default;
};

/// Whether two paragraphs are exact or near copies by the definition: nothing if not, or if one is
/// shorter than `minimum_length`. O(n + d · n / 32) for n characters with d edits.
template <class Tokenizer = characters>
std::optional<verdict> verify(std::string_view a, std::string_view b, const options& wanted = {},
                              const Tokenizer& tokenizer = {}) {
  const options use = detail::checked(wanted);
  std::u32string left, right;
  detail::fold_onto(a, left, tokenizer);
  detail::fold_onto(b, right, tokenizer);
  if (std::min(left.size(), right.size()) < use.minimum_length) return std::nullopt;
  if (left == right) return verdict{};
  const std::size_t longer = std::max(left.size(), right.size());
  if (!use.near_duplicates) return std::nullopt;
  const std::size_t limit = detail::most_edits(longer, use.threshold);
  detail::edit_distance distance;
  detail::allowance unlimited;
  const std::size_t edits = distance(left, right, limit, unlimited);
  if (edits > limit) return std::nullopt;
  return verdict{kind::near_duplicate,
                 1 - static_cast<double>(edits) / static_cast<double>(longer)};
}

/// The groups that pairs of numbers make: each sorted, ordered by their first number.
template <class = void>
std::vector<std::vector<std::uint64_t>>
join(std::span<const std::pair<std::uint64_t, std::uint64_t>> pairs) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [a, b] : pairs) {
    numbers.push_back(a);
    numbers.push_back(b);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const auto place = [&](std::uint64_t number) {
    return static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                      numbers.begin());
  };
  detail::disjoint_sets sets(numbers.size());
  for (const auto& [a, b] : pairs)
    sets.join(place(a), place(b));
  std::vector<std::vector<std::uint64_t>> groups;
  std::vector<std::size_t> group_of(numbers.size());
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    const std::uint32_t root = sets.root(i);
    if (root == i) {
      group_of[i] = groups.size();
      groups.emplace_back();
    }
    groups[group_of[root]].push_back(numbers[i]);
  }
  return groups;
}

/// A sketch as bytes: the letters hds2, then little-endian the hash (low and high half), the
/// outline (two words of 64 bits and the length in 32), the number of keys in 32 bits, and the
/// keys in 32 bits each, by band.
template <class = void> void append_bytes(const sketch& from, std::vector<std::byte>& out);
/// Reads what `append_bytes` wrote from the front of `bytes` and takes it away; `damaged_index` if
/// it is no sketch.
template <class = void> result<sketch> read_sketch(std::span<const std::byte>& bytes);

/// A sketch as one JSON object (RFC 8259) on one line, numbers in hexadecimal:
/// {"v":2,"hash":"…32 digits…","parity":"…32…","length":75,"keys":["8 digits",…]}
template <class = void> std::string to_json(const sketch& from);
/// Reads exactly what `to_json` writes; `damaged_index` for anything else.
template <class = void> result<sketch> sketch_from_json(std::string_view json);

namespace detail {

template <class = void>
void append_little(std::uint64_t value, unsigned size, std::vector<std::byte>& out) {
  for (unsigned i = 0; i < size; ++i)
    out.push_back(static_cast<std::byte>(value >> (8 * i) & 0xFF));
}
/// The caller knows that there are so many bytes.
inline std::uint64_t read_little(const std::byte* bytes, unsigned size) noexcept {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < size; ++i)
    value |= std::uint64_t{std::to_integer<std::uint8_t>(bytes[i])} << (8 * i);
  return value;
}
template <class = void> void append_hex(std::uint64_t value, unsigned digits, std::string& out) {
  while (digits-- != 0)
    out.push_back("0123456789abcdef"[value >> (4 * digits) & 15]);
}

} // namespace detail

template <class> void append_bytes(const sketch& from, std::vector<std::byte>& out) {
  for (const char letter : {'h', 'd', 's', '2'})
    out.push_back(static_cast<std::byte>(letter));
  for (const std::uint64_t word :
       {from.hash.low, from.hash.high, from.outline.parity[0], from.outline.parity[1]})
    detail::append_little(word, 8, out);
  detail::append_little(from.outline.length, 4, out);
  detail::append_little(from.keys.size(), 4, out);
  for (const std::uint64_t key : from.keys)
    detail::append_little(key, 4, out);
}

template <class> result<sketch> read_sketch(std::span<const std::byte>& bytes) {
  constexpr std::size_t head = 44;
  const auto damaged = [&](std::size_t offset) {
    return error{error_kind::damaged_index, offset, bytes.size() - offset};
  };
  if (bytes.size() < head) return damaged(bytes.size());
  if (detail::read_little(bytes.data(), 4) != 0x3273'6468) return damaged(0); // "hds2"
  sketch made;
  made.hash.low = detail::read_little(bytes.data() + 4, 8);
  made.hash.high = detail::read_little(bytes.data() + 12, 8);
  made.outline.parity[0] = detail::read_little(bytes.data() + 20, 8);
  made.outline.parity[1] = detail::read_little(bytes.data() + 28, 8);
  made.outline.length = static_cast<std::uint32_t>(detail::read_little(bytes.data() + 36, 4));
  const std::uint64_t count = detail::read_little(bytes.data() + 40, 4);
  if (count > plan::most_bands) return damaged(40);
  if ((bytes.size() - head) / 4 < count) return damaged(bytes.size());
  for (std::uint64_t band = 0; band < count; ++band)
    made.keys.push_back(band << 32 | detail::read_little(bytes.data() + head + 4 * band, 4));
  bytes = bytes.subspan(head + 4 * static_cast<std::size_t>(count));
  return made;
}

template <class> std::string to_json(const sketch& from) {
  std::string out = "{\"v\":2,\"hash\":\"";
  detail::append_hex(from.hash.high, 16, out);
  detail::append_hex(from.hash.low, 16, out);
  out += "\",\"parity\":\"";
  detail::append_hex(from.outline.parity[1], 16, out);
  detail::append_hex(from.outline.parity[0], 16, out);
  out += "\",\"length\":";
  char digits[12];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, from.outline.length).ptr);
  out += ",\"keys\":[";
  for (const std::uint64_t key : from.keys) {
    if (out.back() != '[') out += ',';
    out += '"';
    detail::append_hex(key & 0xFFFF'FFFF, 8, out);
    out += '"';
  }
  out += "]}";
  return out;
}

template <class> result<sketch> sketch_from_json(std::string_view json) {
  std::size_t at = 0;
  const auto take = [&](std::string_view text) {
    if (json.substr(at, text.size()) != text) return false;
    at += text.size();
    return true;
  };
  const auto hex = [&](std::size_t digits, auto& value) {
    if (json.size() - at < digits) return false;
    const char* const begin = json.data() + at;
    for (const char digit : json.substr(at, digits)) // from_chars takes capitals, too
      if (!(digit >= '0' && digit <= '9') && !(digit >= 'a' && digit <= 'f')) return false;
    std::from_chars(begin, begin + digits, value, 16);
    at += digits;
    return true;
  };
  sketch made;
  bool fine = take("{\"v\":2,\"hash\":\"") && hex(16, made.hash.high) && hex(16, made.hash.low) &&
              take("\",\"parity\":\"") && hex(16, made.outline.parity[1]) &&
              hex(16, made.outline.parity[0]) && take("\",\"length\":");
  if (fine) {
    const char* const begin = json.data() + at;
    const auto number = std::from_chars(begin, json.data() + json.size(), made.outline.length);
    fine = number.ec == std::errc() && (*begin != '0' || number.ptr - begin == 1);
    if (fine) at += static_cast<std::size_t>(number.ptr - begin);
  }
  fine = fine && take(",\"keys\":[");
  for (std::uint64_t band = 0; fine && !take("]}"); ++band) {
    std::uint32_t key = 0;
    fine = band < plan::most_bands && (band == 0 || take(",")) && take("\"") && hex(8, key) &&
           take("\"");
    made.keys.push_back(band << 32 | key);
  }
  if (!fine || at != json.size()) return error{error_kind::damaged_index, at, json.size() - at};
  return made;
}

} // namespace hantext::dedup
