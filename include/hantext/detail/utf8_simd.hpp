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
// program. All other macros here are gone at the end of this file.
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
#define HANTEXT_DETAIL_X86 1
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#define HANTEXT_DETAIL_NEON 1
#endif
#endif
#undef HANTEXT_DETAIL_SIMD_scalar
#undef HANTEXT_DETAIL_SIMD_automatic
#undef HANTEXT_DETAIL_JOIN
#undef HANTEXT_DETAIL_SIMD_IS

#if defined(HANTEXT_DETAIL_NEON) && defined(__clang__)
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

/// Goes on while the text is right, and returns where it stopped.
using utf8_pass_function = const unsigned char*(const unsigned char*, const unsigned char*,
                                                utf8_tally*) noexcept;
/// Decodes on while there is room, and returns where it stopped reading.
using utf8_decode_function = const unsigned char*(const unsigned char*, const unsigned char*,
                                                  char32_t*&, const char32_t*) noexcept;

/// What an instruction set has to offer.
struct utf8_kernel {
  const char* name;
  utf8_pass_function* validate; ///< as far as the text is well-formed
  utf8_pass_function* count;    ///< as far as it knows the elements, and perhaps further
  utf8_decode_function* decode;
};

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

/// FF for the low halves of E1–EF but ED: the leads of three bytes that any continuation bytes may
/// follow. Place 0 also answers for what is no such lead at all.
inline constexpr unsigned char utf8_plain_leads[64] = HANTEXT_DETAIL_FOUR_TIMES(
    0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0xFF, 0xFF);
#undef HANTEXT_DETAIL_FOUR_TIMES

/// 1 where the byte is such a lead, else 0.
constexpr std::size_t utf8_plain_lead(unsigned char byte) noexcept {
  const unsigned place = byte ^ 0xE0U;
  return utf8_plain_leads[place < 0x10 ? place : 0] & 1U;
}

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

#if defined(HANTEXT_DETAIL_X86) || defined(HANTEXT_DETAIL_NEON)
using sixteen [[gnu::vector_size(16)]] = unsigned char;
using thirty_two [[gnu::vector_size(32)]] = unsigned char;
using words2 [[gnu::vector_size(16)]] = std::uint64_t;
using lanes4 [[gnu::vector_size(16)]] = std::uint32_t;
using lanes8 [[gnu::vector_size(32)]] = std::uint32_t;
#endif

// One namespace an instruction set; utf8_kernel.hpp says what each macro is, and ends them all.
#ifdef HANTEXT_DETAIL_X86

namespace utf8_ssse3 {
inline bool runs_here() noexcept { return __builtin_cpu_supports("ssse3"); }
#define HANTEXT_DETAIL_NAME "SSSE3"
#define HANTEXT_DETAIL_TARGET [[gnu::target("ssse3")]]
#define HANTEXT_DETAIL_WIDTH 16
#define HANTEXT_DETAIL_LOOKUP(table, index) __builtin_ia32_pshufb128(table, index)
#define HANTEXT_DETAIL_SUMS(text, zero) __builtin_ia32_psadbw128(text, zero)
#include <hantext/detail/utf8_kernel.hpp>
} // namespace utf8_ssse3

// What goes with pext, the same for AVX2 and AVX-512.
#define HANTEXT_DETAIL_INLINE                                                                      \
  [[gnu::always_inline, gnu::target("avx2,bmi,bmi2,popcnt,lzcnt")]] inline
/// 16 bytes looked up, and twice 16 bytes, each in a table of its own; 0 where an index has its
/// high bit.
HANTEXT_DETAIL_INLINE sixteen lookup_one(sixteen text, sixteen index) noexcept {
  using plain_sixteen [[gnu::vector_size(16)]] = char;
  return reinterpret_cast<sixteen>(__builtin_ia32_pshufb128(
      reinterpret_cast<plain_sixteen>(text), reinterpret_cast<plain_sixteen>(index)));
}
HANTEXT_DETAIL_INLINE thirty_two beside(const unsigned char* low,
                                        const unsigned char* high) noexcept {
  sixteen parts[2];
  __builtin_memcpy(&parts[0], low, 16);
  __builtin_memcpy(&parts[1], high, 16);
  return __builtin_shufflevector(parts[0], parts[1], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
                                 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
                                 31);
}
HANTEXT_DETAIL_INLINE thirty_two lookup_two(const unsigned char* low, const unsigned char* high,
                                            const unsigned char* low_index,
                                            const unsigned char* high_index) noexcept {
  using plain_thirty_two [[gnu::vector_size(32)]] = char;
  return reinterpret_cast<thirty_two>(
      __builtin_ia32_pshufb256(reinterpret_cast<plain_thirty_two>(beside(low, high)),
                               reinterpret_cast<plain_thirty_two>(beside(low_index, high_index))));
}
/// The bits of `value` that `mask` names, side by side, the lowest first.
HANTEXT_DETAIL_INLINE std::uint64_t take_bits(std::uint64_t value, std::uint64_t mask) noexcept {
  return __builtin_ia32_pext_di(value, mask);
}
HANTEXT_DETAIL_INLINE std::size_t count_bits(std::uint64_t value) noexcept {
  return static_cast<std::size_t>(__builtin_popcountll(value));
}
#undef HANTEXT_DETAIL_INLINE

namespace utf8_avx2 {
inline bool runs_here() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}
#define HANTEXT_DETAIL_NAME "AVX2"
#define HANTEXT_DETAIL_TARGET [[gnu::target("avx2,bmi,bmi2,popcnt,lzcnt")]]
#define HANTEXT_DETAIL_WIDTH 32
#define HANTEXT_DETAIL_LOOKUP(table, index) __builtin_ia32_pshufb256(table, index)
#define HANTEXT_DETAIL_SUMS(text, zero) __builtin_ia32_psadbw256(text, zero)
#define HANTEXT_DETAIL_SIGNS(text) static_cast<std::uint32_t>(__builtin_ia32_pmovmskb256(text))
#include <hantext/detail/utf8_kernel.hpp>
/// The first two generations of Zen have pext, but slower than all it saves.
inline constexpr utf8_kernel kernel_without_pext = {"AVX2 without pext", kernel.validate,
                                                    kernel.count, utf8_ssse3::kernel.decode};
} // namespace utf8_avx2

namespace utf8_avx512 {
inline bool runs_here() noexcept {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("bmi2");
}
#define HANTEXT_DETAIL_NAME "AVX-512"
#define HANTEXT_DETAIL_TARGET [[gnu::target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt,lzcnt")]]
#define HANTEXT_DETAIL_WIDTH 64
#ifdef __clang__
#define HANTEXT_DETAIL_LOOKUP(table, index) __builtin_ia32_pshufb512(table, index)
#else
#define HANTEXT_DETAIL_LOOKUP(table, index)                                                        \
  __builtin_ia32_pshufb512_mask(table, index, plain_bytes{}, ~0ULL)
#endif
#define HANTEXT_DETAIL_SUMS(text, zero) __builtin_ia32_psadbw512(text, zero)
#define HANTEXT_DETAIL_SIGNS(text) __builtin_ia32_cvtb2mask512(text)
#include <hantext/detail/utf8_kernel.hpp>
} // namespace utf8_avx512

#elif defined(HANTEXT_DETAIL_NEON)

namespace utf8_neon {
#define HANTEXT_DETAIL_NAME "NEON"
#define HANTEXT_DETAIL_TARGET
#define HANTEXT_DETAIL_WIDTH 16
#ifdef __clang__
#define HANTEXT_DETAIL_LOOKUP(table, index)                                                        \
  vqtbl1q_u8(reinterpret_cast<bytes>(table), reinterpret_cast<bytes>(index))
#else
// One instruction too; an index of 16 and more would wrap, so those places are cleared.
#define HANTEXT_DETAIL_LOOKUP(table, index)                                                        \
  (__builtin_shuffle(reinterpret_cast<bytes>(table), reinterpret_cast<bytes>(index)) &             \
   reinterpret_cast<bytes>(reinterpret_cast<bytes>(index) < 16))
#endif
#include <hantext/detail/utf8_kernel.hpp>
} // namespace utf8_neon

#endif // of the instruction sets

/// The best kernel that this machine has, or null. Asking costs a few loads: the answer of the
/// processor (and of the system, which must save the wide registers) is kept by the compiler's own
/// library.
inline const utf8_kernel* utf8_best_kernel() noexcept {
#ifdef HANTEXT_DETAIL_X86
  __builtin_cpu_init();
  if (utf8_avx512::runs_here()) return &utf8_avx512::kernel;
  if (utf8_avx2::runs_here()) {
    const bool slow_pext = __builtin_cpu_is("znver1") || __builtin_cpu_is("znver2");
    return slow_pext ? &utf8_avx2::kernel_without_pext : &utf8_avx2::kernel;
  }
  return utf8_ssse3::runs_here() ? &utf8_ssse3::kernel : nullptr;
#elif defined(HANTEXT_DETAIL_NEON)
  return &utf8_neon::kernel;
#else
  return nullptr;
#endif
}

/// Every kernel that this machine can run, for the tests: calls `see(kernel)`.
template <class See> void utf8_all_kernels([[maybe_unused]] See&& see) {
#ifdef HANTEXT_DETAIL_X86
  if (utf8_ssse3::runs_here()) see(utf8_ssse3::kernel);
  if (utf8_avx2::runs_here()) see(utf8_avx2::kernel);
  if (utf8_avx512::runs_here()) see(utf8_avx512::kernel);
#elif defined(HANTEXT_DETAIL_NEON)
  see(utf8_neon::kernel);
#endif
}

} // namespace hantext::detail

#undef HANTEXT_DETAIL_X86
#undef HANTEXT_DETAIL_NEON
