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

// HANTEXT_SIMD is a word, `automatic` (the default) or `scalar`. It must be the same in the whole
// program.
#define HANTEXT_DETAIL_SIMD_scalar 1
#define HANTEXT_DETAIL_SIMD_automatic 2
#define HANTEXT_DETAIL_JOIN(a, b) a##b
#define HANTEXT_DETAIL_SIMD_IS(word) HANTEXT_DETAIL_JOIN(HANTEXT_DETAIL_SIMD_, word)
#ifndef HANTEXT_SIMD
#define HANTEXT_SIMD automatic
#endif
#if HANTEXT_DETAIL_SIMD_IS(HANTEXT_SIMD) == 0
#error "HANTEXT_SIMD must be automatic or scalar"
#endif

// __builtin_shufflevector came with g++ 12.
#if HANTEXT_DETAIL_SIMD_IS(HANTEXT_SIMD) != 1 &&                                                   \
    (defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 12))
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
/// Code points beyond those of a window that decoding may write.
inline constexpr std::size_t utf8_overshoot = 32;

/// What was found in well-formed text: elements, and those of four bytes among them.
struct utf8_tally {
  std::size_t elements = 0;
  std::size_t fours = 0;
};

#ifdef HANTEXT_DETAIL_SIMD

/// What two neighbouring bytes must not be, a bit for each offence: looked up by the halves of the
/// first byte and the high half of the second, an offence is there where all three have its bit.
///   01 a lead, and what continues nothing    02 ASCII, and a continuation byte
///   04 overlong: C0, C1                      08 overlong: E0 80 – E0 9F
///   10 surrogate: ED A0 – ED BF              20 too large: F4 90 and on
///   40 overlong: F0 80 – F0 8F; too large: F5 80 and on
///   80 two continuation bytes: right only as third or fourth byte
/// Each table is repeated for the widest vectors. The tests compute all tables here anew.
#define HANTEXT_DETAIL_FOUR_TIMES(...)                                                             \
  { __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__ }
struct utf8_pair_tables {
  unsigned char first_high[64];
  unsigned char first_low[64];
  unsigned char second_high[64];
};
inline constexpr utf8_pair_tables utf8_pairs = {
    HANTEXT_DETAIL_FOUR_TIMES(0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x80, 0x80, 0x80,
                              0x80, 0x05, 0x01, 0x19, 0x61),
    HANTEXT_DETAIL_FOUR_TIMES(0xCF, 0x87, 0x83, 0x83, 0xA3, 0xE3, 0xE3, 0xE3, 0xE3, 0xE3, 0xE3,
                              0xE3, 0xE3, 0xF3, 0xE3, 0xE3),
    HANTEXT_DETAIL_FOUR_TIMES(0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0xCE, 0xAE, 0xB6,
                              0xB6, 0x01, 0x01, 0x01, 0x01),
};
#undef HANTEXT_DETAIL_FOUR_TIMES

/// Where the bytes of the next characters go: four bytes a character, its last byte first; 80
/// stands for a zero.
struct utf8_gather_tables {
  /// Four characters; bit n of the index says that the nth is ASCII, else it has three bytes.
  unsigned char plain[16][16];
  /// Two characters; bits 0 and 1 of the index are the low bits of their lengths less one, bits 2
  /// and 3 the high ones. Eight bytes, the first lowest.
  std::uint64_t pairs[16];
  unsigned char four_threes[16]; ///< FF where four three-byte characters have their leads
  unsigned char twelve[16];      ///< FF in the first twelve places
};
inline constexpr utf8_gather_tables utf8_gathers = {
    {{0x02, 0x01, 0x00, 0x80, 0x05, 0x04, 0x03, 0x80, 0x08, 0x07, 0x06, 0x80, 0x0B, 0x0A, 0x09,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x03, 0x02, 0x01, 0x80, 0x06, 0x05, 0x04, 0x80, 0x09, 0x08, 0x07,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x03, 0x80, 0x80, 0x80, 0x06, 0x05, 0x04, 0x80, 0x09, 0x08, 0x07,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x01, 0x80, 0x80, 0x80, 0x04, 0x03, 0x02, 0x80, 0x07, 0x06, 0x05,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x05, 0x04, 0x03, 0x80, 0x06, 0x80, 0x80, 0x80, 0x09, 0x08, 0x07,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x03, 0x02, 0x01, 0x80, 0x04, 0x80, 0x80, 0x80, 0x07, 0x06, 0x05,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x03, 0x80, 0x80, 0x80, 0x04, 0x80, 0x80, 0x80, 0x07, 0x06, 0x05,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x01, 0x80, 0x80, 0x80, 0x02, 0x80, 0x80, 0x80, 0x05, 0x04, 0x03,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x05, 0x04, 0x03, 0x80, 0x08, 0x07, 0x06, 0x80, 0x09, 0x80, 0x80,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x03, 0x02, 0x01, 0x80, 0x06, 0x05, 0x04, 0x80, 0x07, 0x80, 0x80,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x03, 0x80, 0x80, 0x80, 0x06, 0x05, 0x04, 0x80, 0x07, 0x80, 0x80,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x01, 0x80, 0x80, 0x80, 0x04, 0x03, 0x02, 0x80, 0x05, 0x80, 0x80,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x05, 0x04, 0x03, 0x80, 0x06, 0x80, 0x80, 0x80, 0x07, 0x80, 0x80,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x03, 0x02, 0x01, 0x80, 0x04, 0x80, 0x80, 0x80, 0x05, 0x80, 0x80,
      0x80},
     {0x02, 0x01, 0x00, 0x80, 0x03, 0x80, 0x80, 0x80, 0x04, 0x80, 0x80, 0x80, 0x05, 0x80, 0x80,
      0x80},
     {0x00, 0x80, 0x80, 0x80, 0x01, 0x80, 0x80, 0x80, 0x02, 0x80, 0x80, 0x80, 0x03, 0x80, 0x80,
      0x80}},
    {0x8080800180808000, 0x8080800280800001, 0x8080010280808000, 0x8080020380800001,
     0x8080800380000102, 0x8080800400010203, 0x8080030480000102, 0x8080040500010203,
     0x8001020380808000, 0x8002030480800001, 0x0102030480808000, 0x0203040580800001,
     0x8003040580000102, 0x8004050600010203, 0x0304050680000102, 0x0405060700010203},
    {0xFF, 0x00, 0x00, 0xFF, 0x00, 0x00, 0xFF, 0x00, 0x00, 0xFF, 0x00, 0x00, 0x00, 0x00, 0x00,
     0x00},
    {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00,
     0x00},
};

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
    // The AVX-512 kernel is compared with the scalar code wherever the tests meet a processor that
    // has it; until one has, it is not chosen.
    if (!__builtin_cpu_is("znver1") && !__builtin_cpu_is("znver2")) {
      work(&utf8_avx2::pass, &utf8_avx2::decode);
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
