/// \file
/// Eight numbers of 16 bits at once, which every vector unit takes without being asked for more.
///
/// g++ and clang have vectors of their own; they do not make them of plain loops at -O2 where
/// they cannot tell that it pays. Elsewhere the plain loops do, with the same answers.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hantext::dedup::detail {

/// Eight numbers in an array.
struct eight_in_array {
  std::array<std::int16_t, 8> numbers;

  static eight_in_array load(const void* from) noexcept {
    eight_in_array made;
    std::memcpy(made.numbers.data(), from, sizeof made.numbers);
    return made;
  }
  static eight_in_array all(std::int16_t number) noexcept {
    eight_in_array made;
    made.numbers.fill(number);
    return made;
  }
  /// Of eight characters the low halves, changed by the high ones.
  static eight_in_array load_letters(const char32_t* from) noexcept {
    eight_in_array made;
    for (std::size_t i = 0; i < 8; ++i)
      made.numbers[i] =
          static_cast<std::int16_t>(static_cast<std::uint16_t>(from[i] ^ (from[i] >> 16)));
    return made;
  }
  void store(void* to) const noexcept { std::memcpy(to, numbers.data(), sizeof numbers); }

  /// Each number times `factor` plus `summand`, modulo 2^16.
  eight_in_array line(const eight_in_array& factor, const eight_in_array& summand) const noexcept {
    return joined(factor, summand, [](std::int16_t x, std::int16_t a, std::int16_t b) {
      const auto product =
          static_cast<unsigned>(static_cast<std::uint16_t>(x)) * static_cast<std::uint16_t>(a);
      return static_cast<std::int16_t>(
          static_cast<std::uint16_t>(product + static_cast<std::uint16_t>(b)));
    });
  }
  /// Each number changed by its high half.
  eight_in_array mixed() const noexcept {
    return joined(*this, *this, [](std::int16_t x, auto, auto) {
      const auto number = static_cast<std::uint16_t>(x);
      return static_cast<std::int16_t>(static_cast<std::uint16_t>(number ^ (number >> 8)));
    });
  }
  eight_in_array least(const eight_in_array& other) const noexcept {
    return joined(other, other, [](auto a, auto b, auto) { return std::min(a, b); });
  }
  eight_in_array greatest(const eight_in_array& other) const noexcept {
    return joined(other, other, [](auto a, auto b, auto) { return std::max(a, b); });
  }
  /// The greatest number there is wherever this one equals `other`, and this one elsewhere.
  eight_in_array but(const eight_in_array& other) const noexcept {
    return joined(other, other,
                  [](auto a, auto b, auto) { return a == b ? std::int16_t{0x7FFF} : a; });
  }

private:
  template <class Join>
  eight_in_array joined(const eight_in_array& b, const eight_in_array& c,
                        Join join) const noexcept {
    eight_in_array made;
    for (std::size_t i = 0; i < 8; ++i)
      made.numbers[i] = join(numbers[i], b.numbers[i], c.numbers[i]);
    return made;
  }
};

/// The least number of each of four, in this order.
inline void least_of_each(const eight_in_array& a, const eight_in_array& b, const eight_in_array& c,
                          const eight_in_array& d, std::int16_t* out) noexcept {
  for (const eight_in_array* const each : {&a, &b, &c, &d})
    *out++ = *std::min_element(each->numbers.begin(), each->numbers.end());
}

#if (defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 12)) &&                               \
    (defined(__SSE2__) || defined(__aarch64__))

/// The same in a register.
struct eight_in_register {
  using vector [[gnu::vector_size(16)]] = std::int16_t;
  using modular [[gnu::vector_size(16)]] = std::uint16_t;
  vector numbers;

  static eight_in_register load(const void* from) noexcept {
    eight_in_register made;
    std::memcpy(&made.numbers, from, sizeof made.numbers);
    return made;
  }
  static eight_in_register all(std::int16_t number) noexcept {
    return {vector{number, number, number, number, number, number, number, number}};
  }
  static eight_in_register load_letters(const char32_t* from) noexcept {
    using letters [[gnu::vector_size(32)]] = std::uint32_t;
    letters all;
    std::memcpy(&all, from, sizeof all);
    all ^= all >> 16;
    return {reinterpret_cast<vector>(__builtin_convertvector(all, modular))};
  }
  void store(void* to) const noexcept { std::memcpy(to, &numbers, sizeof numbers); }

  eight_in_register line(const eight_in_register& factor,
                         const eight_in_register& summand) const noexcept {
    return {reinterpret_cast<vector>(reinterpret_cast<modular>(numbers) *
                                         reinterpret_cast<modular>(factor.numbers) +
                                     reinterpret_cast<modular>(summand.numbers))};
  }
  eight_in_register mixed() const noexcept {
    const auto all = reinterpret_cast<modular>(numbers);
    return {reinterpret_cast<vector>(all ^ (all >> 8))};
  }
  eight_in_register least(const eight_in_register& other) const noexcept {
    return {numbers < other.numbers ? numbers : other.numbers};
  }
  eight_in_register greatest(const eight_in_register& other) const noexcept {
    return {numbers < other.numbers ? other.numbers : numbers};
  }
  eight_in_register but(const eight_in_register& other) const noexcept {
    const vector equal = numbers == other.numbers;
    return {(numbers & ~equal) | (all(0x7FFF).numbers & equal)};
  }
};

inline void least_of_each(const eight_in_register& a, const eight_in_register& b,
                          const eight_in_register& c, const eight_in_register& d,
                          std::int16_t* out) noexcept {
  using eight = eight_in_register;
  const auto pairs = [](const eight& x, const eight& y) { // x y x y …
    return eight{__builtin_shufflevector(x.numbers, y.numbers, 0, 8, 1, 9, 2, 10, 3, 11)}.least(
        {__builtin_shufflevector(x.numbers, y.numbers, 4, 12, 5, 13, 6, 14, 7, 15)});
  };
  const eight ab = pairs(a, b);
  const eight cd = pairs(c, d);
  const eight abcd = // a b c d a b c d
      eight{__builtin_shufflevector(ab.numbers, cd.numbers, 0, 1, 8, 9, 2, 3, 10, 11)}.least(
          {__builtin_shufflevector(ab.numbers, cd.numbers, 4, 5, 12, 13, 6, 7, 14, 15)});
  const eight halves =
      abcd.least({__builtin_shufflevector(abcd.numbers, abcd.numbers, 4, 5, 6, 7, 0, 1, 2, 3)});
  std::memcpy(out, &halves.numbers, 4 * sizeof *out);
}

using eight = eight_in_register;
#else
using eight = eight_in_array;
#endif

/// A factor or summand for `line`.
template <class Eight = eight> Eight all_of(std::uint16_t number) noexcept {
  return Eight::all(static_cast<std::int16_t>(number));
}

/// Of four hash functions x → factor · x + summand the least values of 8 · `blocks` numbers.
template <class Eight = eight>
void least_hashes(const std::uint16_t* numbers, std::size_t blocks, const std::uint16_t* factors,
                  const std::uint16_t* summands, std::int16_t* out) noexcept {
  const Eight a0 = all_of<Eight>(factors[0]), a1 = all_of<Eight>(factors[1]),
              a2 = all_of<Eight>(factors[2]), a3 = all_of<Eight>(factors[3]);
  const Eight b0 = all_of<Eight>(summands[0]), b1 = all_of<Eight>(summands[1]),
              b2 = all_of<Eight>(summands[2]), b3 = all_of<Eight>(summands[3]);
  Eight m0 = Eight::all(0x7FFF), m1 = m0, m2 = m0, m3 = m0;
  for (std::size_t i = 0; i < blocks; ++i) {
    const Eight x = Eight::load(numbers + 8 * i);
    m0 = m0.least(x.line(a0, b0));
    m1 = m1.least(x.line(a1, b1));
    m2 = m2.least(x.line(a2, b2));
    m3 = m3.least(x.line(a3, b3));
  }
  least_of_each(m0, m1, m2, m3, out);
}

/// The same without the values that equal `least`: the second least, or 0x7FFF.
template <class Eight = eight>
void second_hashes(const std::uint16_t* numbers, std::size_t blocks, const std::uint16_t* factors,
                   const std::uint16_t* summands, const std::int16_t* least,
                   std::int16_t* out) noexcept {
  std::array<Eight, 4> minima;
  for (std::size_t lane = 0; lane < 4; ++lane) {
    const Eight a = all_of<Eight>(factors[lane]);
    const Eight b = all_of<Eight>(summands[lane]);
    const Eight taken = Eight::all(least[lane]);
    Eight minimum = Eight::all(0x7FFF);
    for (std::size_t i = 0; i < blocks; ++i)
      minimum = minimum.least(Eight::load(numbers + 8 * i).line(a, b).but(taken));
    minima[lane] = minimum;
  }
  least_of_each(minima[0], minima[1], minima[2], minima[3], out);
}

/// Replaces each of 8 · `blocks` numbers by the least (or the greatest) of the `window` numbers
/// that begin there; `window` is a power of two. Behind them there must be as many numbers again as
/// a window has, which are read; near the end, where windows reach into these, the answers are
/// theirs, too.
template <bool Greatest, class Eight = eight>
void slide(std::int16_t* numbers, std::size_t blocks, std::size_t window) noexcept {
  for (std::size_t width = 1; width < window; width *= 2) {
    for (std::size_t i = 0; i < blocks; ++i) {
      std::int16_t* const place = numbers + 8 * i;
      const Eight here = Eight::load(place);
      const Eight there = Eight::load(place + width);
      (Greatest ? here.greatest(there) : here.least(there)).store(place);
    }
  }
}

} // namespace hantext::dedup::detail
