/// \file
/// The vector kernels for UTF-8, one namespace an instruction set, and which of them this machine
/// has. utf8_kernel.hpp is the code; here is what differs between instruction sets.
///
/// On x86-64 with g++ and clang all kernels are compiled whatever -march says, each function for
/// its instruction set, and the processor is asked at run time. On AArch64 every processor has
/// NEON. Elsewhere, with other compilers, and where HANTEXT_SIMD is defined as `scalar`, there are
/// none and the scalar code does everything. All of them give the same answers.
///
/// The kernels are written with vector types and a handful of compiler built-ins, for <immintrin.h>
/// takes longer to read than everything else that utf8.hpp needs.
#pragma once

#include <cstddef>
#include <cstdint>

#include <utility>

// HANTEXT_SIMD=scalar: 1 where the macro is defined as the word `scalar`, else 0.
#define HANTEXT_DETAIL_SIMD_scalar 1
#define HANTEXT_DETAIL_JOIN(a, b) a##b
#define HANTEXT_DETAIL_SIMD_IS(word) HANTEXT_DETAIL_JOIN(HANTEXT_DETAIL_SIMD_, word)
#ifdef HANTEXT_SIMD
#define HANTEXT_DETAIL_SCALAR_ONLY HANTEXT_DETAIL_SIMD_IS(HANTEXT_SIMD)
#else
#define HANTEXT_DETAIL_SCALAR_ONLY 0
#endif

// __builtin_shufflevector came with g++ 12.
#if !HANTEXT_DETAIL_SCALAR_ONLY && (defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 12))
#if defined(__x86_64__) && !defined(__ILP32__)
#define HANTEXT_DETAIL_SIMD_X86 1
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#define HANTEXT_DETAIL_SIMD_NEON 1
#endif
#endif

#if defined(HANTEXT_DETAIL_SIMD_X86) || defined(HANTEXT_DETAIL_SIMD_NEON)
#define HANTEXT_DETAIL_SIMD 1
#endif

#if defined(HANTEXT_DETAIL_SIMD_NEON) && defined(__clang__)
#include <arm_neon.h>
#endif

namespace hantext::detail {

/// Bytes that are examined at once.
inline constexpr std::size_t utf8_window = 256;
/// Bytes beyond a window that decoding may read.
inline constexpr std::size_t utf8_margin = 128;

/// What was found in well-formed text: elements, and those of four bytes among them.
struct utf8_tally {
  std::size_t elements = 0;
  std::size_t fours = 0;
};

#ifdef HANTEXT_DETAIL_SIMD

/// What two neighbouring bytes must not be, a bit for each offence: looked up by the halves of the
/// first byte and the high half of the second, an offence is there where all three have its bit.
/// Each table is there four times over, for the widest vectors.
struct utf8_pair_tables {
  unsigned char first_high[64] = {};
  unsigned char first_low[64] = {};
  unsigned char second_high[64] = {};

  constexpr utf8_pair_tables() noexcept {
    // Bit n of a set: the half-byte n belongs to it.
    constexpr unsigned all = 0xFFFF;
    constexpr unsigned continuing = 0x0F00; // 8–B
    constexpr struct {
      unsigned first_high;
      unsigned first_low;
      unsigned second_high;
    } offences[8] = {
        {0xF000, all, 0xF0FF},         // a lead, and what continues nothing
        {0x00FF, all, continuing},     // ASCII, and a continuation byte
        {0x1000, 0x0003, continuing},  // overlong: C0, C1
        {0x4000, 0x0001, 0x0300},      // overlong: E0 80 – E0 9F
        {0x4000, 0x2000, 0x0C00},      // surrogate: ED A0 – ED BF
        {0x8000, 0xFFF0, 0x0E00},      // too large: F4 90 and on
        {0x8000, 0xFFE1, 0x0100},      // overlong: F0 80 – F0 8F; too large: F5 80 and on
        {continuing, all, continuing}, // two continuation bytes: right only as third or fourth
    };
    for (unsigned bit = 0; bit < 8; ++bit) {
      for (unsigned i = 0; i < 64; ++i) {
        const auto mark = static_cast<unsigned char>(1U << bit);
        if (offences[bit].first_high >> i % 16 & 1U) first_high[i] |= mark;
        if (offences[bit].first_low >> i % 16 & 1U) first_low[i] |= mark;
        if (offences[bit].second_high >> i % 16 & 1U) second_high[i] |= mark;
      }
    }
  }
};
inline constexpr utf8_pair_tables utf8_pairs{};

/// Where the bytes of the next characters go: four bytes a character, its last byte first; 80
/// stands for a zero.
struct utf8_gather_tables {
  /// Four characters; bit n of the index says that the nth is ASCII, else it has three bytes.
  unsigned char plain[16][16] = {};
  /// Two characters; bits 0 and 1 of the index are the low bits of their lengths less one, bits 2
  /// and 3 the high ones. Eight bytes, the first lowest.
  std::uint64_t pairs[16] = {};
  unsigned char four_threes[16] = {}; ///< FF where four three-byte characters have their leads
  unsigned char twelve[16] = {};      ///< FF in the first twelve places

  constexpr utf8_gather_tables() noexcept {
    for (unsigned index = 0; index < 16; ++index) {
      unsigned start = 0;
      for (unsigned i = 0; i < 4; ++i) {
        const unsigned length = (index >> i & 1U) != 0 ? 1 : 3;
        for (unsigned place = 0; place < 4; ++place)
          plain[index][4 * i + place] =
              static_cast<unsigned char>(place < length ? start + length - 1 - place : 0x80);
        start += length;
      }
      start = 0;
      for (unsigned i = 0; i < 2; ++i) {
        const unsigned length = 1 + (index >> i & 1U) + 2 * (index >> (i + 2) & 1U);
        for (unsigned place = 0; place < 4; ++place)
          pairs[index] |= std::uint64_t{place < length ? start + length - 1 - place : 0x80}
                          << (8 * (4 * i + place));
        start += length;
      }
      four_threes[index] = index < 12 && index % 3 == 0 ? 0xFF : 0;
      twelve[index] = index < 12 ? 0xFF : 0;
    }
  }
};
inline constexpr utf8_gather_tables utf8_gathers{};

using sixteen [[gnu::vector_size(16)]] = unsigned char;
using words2 [[gnu::vector_size(16)]] = std::uint64_t;
using lanes4 [[gnu::vector_size(16)]] = std::uint32_t;
using lanes8 [[gnu::vector_size(32)]] = std::uint32_t;

using thirty_two [[gnu::vector_size(32)]] = unsigned char;

#ifdef HANTEXT_DETAIL_SIMD_X86

namespace utf8_ssse3 {
#define HANTEXT_DETAIL_TARGET [[gnu::target("ssse3")]]
#define HANTEXT_DETAIL_KERNEL [[gnu::always_inline]] HANTEXT_DETAIL_TARGET inline
using bytes [[gnu::vector_size(16)]] = unsigned char;
using signed_bytes [[gnu::vector_size(16)]] = signed char;
using plain_bytes [[gnu::vector_size(16)]] = char; // what the built-ins take
using words [[gnu::vector_size(16)]] = std::uint64_t;
HANTEXT_DETAIL_KERNEL bytes lookup(bytes table, bytes index) noexcept {
  return reinterpret_cast<bytes>(__builtin_ia32_pshufb128(reinterpret_cast<plain_bytes>(table),
                                                          reinterpret_cast<plain_bytes>(index)));
}

#include <hantext/detail/utf8_kernel.hpp>
#undef HANTEXT_DETAIL_TARGET
#undef HANTEXT_DETAIL_KERNEL
} // namespace utf8_ssse3

#define HANTEXT_DETAIL_PEXT

namespace utf8_avx2 {
#define HANTEXT_DETAIL_TARGET [[gnu::target("avx2,bmi,bmi2,popcnt,lzcnt")]]
#define HANTEXT_DETAIL_KERNEL [[gnu::always_inline]] HANTEXT_DETAIL_TARGET inline
using bytes [[gnu::vector_size(32)]] = unsigned char;
using signed_bytes [[gnu::vector_size(32)]] = signed char;
using plain_bytes [[gnu::vector_size(32)]] = char; // what the built-ins take
using words [[gnu::vector_size(32)]] = std::uint64_t;
HANTEXT_DETAIL_KERNEL bytes lookup(bytes table, bytes index) noexcept {
  return reinterpret_cast<bytes>(__builtin_ia32_pshufb256(reinterpret_cast<plain_bytes>(table),
                                                          reinterpret_cast<plain_bytes>(index)));
}
/// The highest bit of each byte.
HANTEXT_DETAIL_KERNEL std::uint64_t signs(bytes text) noexcept {
  return static_cast<std::uint32_t>(
      __builtin_ia32_pmovmskb256(reinterpret_cast<plain_bytes>(text)));
}
#include <hantext/detail/utf8_kernel_pext.hpp>

#include <hantext/detail/utf8_kernel.hpp>
#undef HANTEXT_DETAIL_TARGET
#undef HANTEXT_DETAIL_KERNEL
} // namespace utf8_avx2

namespace utf8_avx512 {
#define HANTEXT_DETAIL_TARGET [[gnu::target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt,lzcnt")]]
#define HANTEXT_DETAIL_KERNEL [[gnu::always_inline]] HANTEXT_DETAIL_TARGET inline
using bytes [[gnu::vector_size(64)]] = unsigned char;
using signed_bytes [[gnu::vector_size(64)]] = signed char;
using plain_bytes [[gnu::vector_size(64)]] = char; // what the built-ins take
using words [[gnu::vector_size(64)]] = std::uint64_t;
HANTEXT_DETAIL_KERNEL bytes lookup(bytes table, bytes index) noexcept {
#ifdef __clang__
  return reinterpret_cast<bytes>(__builtin_ia32_pshufb512(reinterpret_cast<plain_bytes>(table),
                                                          reinterpret_cast<plain_bytes>(index)));
#else
  return reinterpret_cast<bytes>(__builtin_ia32_pshufb512_mask(reinterpret_cast<plain_bytes>(table),
                                                               reinterpret_cast<plain_bytes>(index),
                                                               plain_bytes{}, ~0ULL));
#endif
}
/// The highest bit of each byte.
HANTEXT_DETAIL_KERNEL std::uint64_t signs(bytes text) noexcept {
  return __builtin_ia32_cvtb2mask512(reinterpret_cast<plain_bytes>(text));
}
#include <hantext/detail/utf8_kernel_pext.hpp>

#include <hantext/detail/utf8_kernel.hpp>
#undef HANTEXT_DETAIL_TARGET
#undef HANTEXT_DETAIL_KERNEL
} // namespace utf8_avx512

#undef HANTEXT_DETAIL_PEXT

#elif defined(HANTEXT_DETAIL_SIMD_NEON)

namespace utf8_neon {
#define HANTEXT_DETAIL_TARGET
#define HANTEXT_DETAIL_KERNEL [[gnu::always_inline]] HANTEXT_DETAIL_TARGET inline
using bytes [[gnu::vector_size(16)]] = unsigned char;
using signed_bytes [[gnu::vector_size(16)]] = signed char;
using plain_bytes [[gnu::vector_size(16)]] = char; // what the built-ins take
using words [[gnu::vector_size(16)]] = std::uint64_t;
HANTEXT_DETAIL_KERNEL bytes lookup(bytes table, bytes index) noexcept {
#ifdef __clang__
  return reinterpret_cast<bytes>(vqtbl1q_u8(table, index));
#else
  // One instruction too; an index of 16 and more would wrap, so those places are cleared.
  return __builtin_shuffle(table, index) & reinterpret_cast<bytes>(index < 16);
#endif
}

#include <hantext/detail/utf8_kernel.hpp>
#undef HANTEXT_DETAIL_TARGET
#undef HANTEXT_DETAIL_KERNEL
} // namespace utf8_neon

#endif // of the instruction sets

/// Calls `work` with the functions of the best kernel that this machine has and returns true, or
/// returns false where it has none. Asking costs a few loads: the answer of the processor is kept
/// by the compiler's own library.
template <class Work> inline bool utf8_with_kernel(Work&& work) noexcept {
#ifdef HANTEXT_DETAIL_SIMD_X86
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    // The first two generations of Zen have pext, but slower than all it saves.
    if (!__builtin_cpu_is("znver1") && !__builtin_cpu_is("znver2")) {
      if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) {
        work(&utf8_avx512::pass, &utf8_avx512::decode);
      } else {
        work(&utf8_avx2::pass, &utf8_avx2::decode);
      }
    } else {
      work(&utf8_avx2::pass, &utf8_ssse3::decode);
    }
    return true;
  }
  if (!__builtin_cpu_supports("ssse3")) return false;
  work(&utf8_ssse3::pass, &utf8_ssse3::decode);
#else
  work(&utf8_neon::pass, &utf8_neon::decode);
#endif
  return true;
}

#endif // HANTEXT_DETAIL_SIMD

} // namespace hantext::detail
