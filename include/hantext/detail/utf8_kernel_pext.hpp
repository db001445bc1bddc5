// Included by utf8_simd.hpp for the x86 instruction sets that have pext, inside their namespaces.

HANTEXT_DETAIL_KERNEL sixteen lookup_one(sixteen text, sixteen index) noexcept {
  using plain_sixteen [[gnu::vector_size(16)]] = char;
  return reinterpret_cast<sixteen>(__builtin_ia32_pshufb128(
      reinterpret_cast<plain_sixteen>(text), reinterpret_cast<plain_sixteen>(index)));
}
HANTEXT_DETAIL_KERNEL thirty_two beside(sixteen low, sixteen high) noexcept {
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                                 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
}
HANTEXT_DETAIL_KERNEL thirty_two lookup_two(const unsigned char* low, const unsigned char* high,
                                            const unsigned char* low_index,
                                            const unsigned char* high_index) noexcept {
  sixteen parts[4];
  __builtin_memcpy(&parts[0], low, 16);
  __builtin_memcpy(&parts[1], high, 16);
  __builtin_memcpy(&parts[2], low_index, 16);
  __builtin_memcpy(&parts[3], high_index, 16);
  using plain_thirty_two [[gnu::vector_size(32)]] = char;
  return reinterpret_cast<thirty_two>(
      __builtin_ia32_pshufb256(reinterpret_cast<plain_thirty_two>(beside(parts[0], parts[1])),
                               reinterpret_cast<plain_thirty_two>(beside(parts[2], parts[3]))));
}
/// The bits of `value` that `mask` names, side by side, the lowest first.
HANTEXT_DETAIL_KERNEL std::uint64_t take_bits(std::uint64_t value, std::uint64_t mask) noexcept {
  return __builtin_ia32_pext_di(value, mask);
}
HANTEXT_DETAIL_KERNEL std::size_t count_bits(std::uint64_t value) noexcept {
  return static_cast<std::size_t>(__builtin_popcountll(value));
}
