// Checks, counts and decodes a window of UTF-8 with vectors. utf8_simd.hpp includes this file once
// for each instruction set, inside a namespace that has
//   bytes                 a vector of unsigned char
//   lookup(table, index)  table[index & 15] within each 16 bytes; 0 where index has its high bit
//   HANTEXT_DETAIL_KERNEL inline functions for that instruction set
// and, where HANTEXT_DETAIL_PEXT is defined, signs(bytes), take_bits and count_bits.
//
// A window is `utf8_window` bytes that begin where an element begins. There are two examinations.
// The plain one knows only ASCII and three-byte characters whose lead is not E0 or ED, which is
// nearly all of Chinese text, and costs about half of the strict one. The strict one is the lookup
// method of J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte"
// (2020). A window that passes neither is left to the scalar code, which names the error.

static constexpr std::size_t width = sizeof(bytes);

HANTEXT_DETAIL_KERNEL bytes load(const unsigned char* from) noexcept {
  bytes loaded;
  __builtin_memcpy(&loaded, from, sizeof loaded);
  return loaded;
}

HANTEXT_DETAIL_KERNEL bytes fill(unsigned char value) noexcept { return bytes{} + value; }

HANTEXT_DETAIL_KERNEL bytes larger(bytes a, bytes b) noexcept { return a > b ? a : b; }

template <std::size_t N, std::size_t... I>
HANTEXT_DETAIL_KERNEL bytes shift_in(bytes before, bytes text, std::index_sequence<I...>) noexcept {
  return __builtin_shufflevector(before, text, static_cast<int>(width - N + I)...);
}

/// What stands N places before the bytes of `text`, which follows on `before`.
template <std::size_t N> HANTEXT_DETAIL_KERNEL bytes shift_in(bytes before, bytes text) noexcept {
  return shift_in<N>(before, text, std::make_index_sequence<width>{});
}

/// FF where a byte is a continuation byte, 00 elsewhere: as signed numbers they are the lowest.
HANTEXT_DETAIL_KERNEL bytes continuations(bytes text) noexcept {
  return reinterpret_cast<bytes>(reinterpret_cast<signed_bytes>(text) <
                                 reinterpret_cast<signed_bytes>(fill(0xC0)));
}

/// FF where a byte is at least `least`.
HANTEXT_DETAIL_KERNEL bytes from(bytes text, unsigned char least) noexcept {
  return reinterpret_cast<bytes>(larger(text, fill(least)) == text);
}

HANTEXT_DETAIL_KERNEL bool any(bytes text) noexcept {
  const words parts = reinterpret_cast<words>(text);
  std::uint64_t joined = 0;
  for (std::size_t i = 0; i < width / 8; ++i)
    joined |= parts[i];
  return joined != 0;
}

/// The sum of all bytes.
HANTEXT_DETAIL_KERNEL std::size_t sum(bytes text) noexcept {
  constexpr std::uint64_t even = 0x00FF00FF00FF00FFU;
  const words parts = reinterpret_cast<words>(text);
  const words pairs = (parts & even) + (parts >> 8 & even);
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < width / 8; ++i)
    total += pairs[i];
  return static_cast<std::size_t>(total * 0x0001000100010001U >> 48);
}

/// What one vector adds to the plain examination.
struct plain_state {
  bytes right = ~bytes{}; // not FF where something is out of place
  bytes surrogate = {};   // FF where there was an ED
  bytes highest = {};     // F0 and more: leads of four bytes, or never used
  bytes rotated = {};     // after adding 1F: DF and more where C0–E0 was
  bytes negative = {};    // minus the number of continuation bytes, place by place
};

/// `one` and `two` hold the bytes one and two places before those of `text`.
HANTEXT_DETAIL_KERNEL void plain_step(plain_state& state, bytes text, bytes one,
                                      bytes two) noexcept {
  const bytes continuation = continuations(text);
  // With no lead but those of three bytes, a continuation byte must stand exactly where a lead is
  // one or two places before.
  const bytes unexpected =
      reinterpret_cast<bytes>(larger(larger(one, two), fill(0xBF)) == fill(0xBF));
  state.right &= continuation ^ unexpected;
  state.surrogate |= reinterpret_cast<bytes>(text == fill(0xED));
  state.highest = larger(state.highest, text);
  state.rotated = larger(state.rotated, text + 0x1F);
  state.negative += continuation;
}

/// Whether `size` bytes have only ASCII and plain three-byte characters, well-formed (the last may
/// be cut off by the end); and how many continuation bytes there are. `goes_on`: what stands before
/// has been examined in the same way, and its last character may reach into these bytes.
template <bool goes_on, std::size_t size>
HANTEXT_DETAIL_KERNEL bool plain(const unsigned char* at, std::size_t& continuing) noexcept {
  plain_state state;
  std::size_t done = 0;
  if (!goes_on) {
    const bytes text = load(at);
    plain_step(state, text, shift_in<1>(bytes{}, text), shift_in<2>(bytes{}, text));
    done = width;
  }
  for (; done < size; done += width)
    plain_step(state, load(at + done), load(at + done - 1), load(at + done - 2));
  continuing = sum(bytes{} - state.negative);
  return !any(~state.right | state.surrogate | from(state.highest, 0xF0) |
              from(state.rotated, 0xDF));
}

/// Where the vector breaks the rules of table 3-7: not 0.
HANTEXT_DETAIL_KERNEL bytes strict_step(bytes text, bytes before) noexcept {
  const bytes one = shift_in<1>(before, text);
  const bytes two = shift_in<2>(before, text);
  const bytes three = shift_in<3>(before, text);
  const bytes pair = lookup(load(utf8_pairs.first_high), one >> 4) &
                     lookup(load(utf8_pairs.first_low), one & 0x0F) &
                     lookup(load(utf8_pairs.second_high), text >> 4);
  // Two continuation bytes in a row are right as third or fourth byte, and only there.
  const bytes later = (from(two, 0xE0) | from(three, 0xF0)) & 0x80;
  return pair ^ later;
}

/// Whether the window is well-formed (the last character may be cut off by its end); how many
/// continuation bytes there are, and how many leads of four bytes.
HANTEXT_DETAIL_KERNEL bool strict(const unsigned char* window, std::size_t& continuing,
                                  std::size_t& fours) noexcept {
  bytes wrong = {};
  bytes before = {};
  bytes negative = {};
  bytes negative_fours = {};
  for (std::size_t at = 0; at < utf8_window; at += width) {
    const bytes text = load(window + at);
    wrong |= strict_step(text, before);
    negative += continuations(text);
    negative_fours += from(text, 0xF0);
    before = text;
  }
  continuing = sum(bytes{} - negative);
  fours = sum(bytes{} - negative_fours);
  return !any(wrong);
}

/// How many bytes at the end of a well-formed window belong to a character that goes on after it.
/// No branches: in Chinese text they would go either way.
HANTEXT_DETAIL_KERNEL std::size_t cut_off(const unsigned char* end) noexcept {
  return std::size_t{end[-1] >= 0xC0} + 2 * std::size_t{end[-2] >= 0xE0} +
         3 * std::size_t{end[-3] >= 0xF0};
}

/// Goes window by window while they are whole and well-formed, and returns where it stopped: at
/// the start of an element.
HANTEXT_DETAIL_TARGET inline const unsigned char*
pass(const unsigned char* first, const unsigned char* last, utf8_tally* tally) noexcept {
  utf8_tally found;
  std::size_t continuing = 0;
  const unsigned char* at = first;
  const auto left = [&at, last] { return static_cast<std::size_t>(last - at); };
  while (left() >= utf8_window) {
    std::size_t fours = 0;
    if (plain<false, utf8_window>(at, continuing)) {
      found.elements += utf8_window - continuing;
      at += utf8_window;
      // From here on a character may reach from one window into the next.
      if (left() >= 4 * utf8_window) {
        // Aligned loads are faster: back to where they begin, taking out what comes twice.
        const std::size_t back = reinterpret_cast<std::uintptr_t>(at) % width;
        for (std::size_t i = 1; i <= back; ++i) {
          if ((*(at - i) & 0xC0U) != 0x80U) --found.elements;
        }
        at -= back;
      }
      while (left() >= 4 * utf8_window && plain<true, 4 * utf8_window>(at, continuing)) {
        found.elements += 4 * utf8_window - continuing;
        at += 4 * utf8_window;
      }
      while (left() >= utf8_window && plain<true, utf8_window>(at, continuing)) {
        found.elements += utf8_window - continuing;
        at += utf8_window;
      }
    } else if (strict(at, continuing, fours)) {
      found.elements += utf8_window - continuing;
      found.fours += fours;
      at += utf8_window;
    } else {
      break;
    }
    // What is cut off is examined and counted once more: one lead, the rest continuation bytes.
    const std::size_t cut = cut_off(at);
    at -= cut;
    found.elements -= std::size_t{cut != 0};
    found.fours -= std::size_t{cut != 0 && *at >= 0xF0};
  }
  *tally = found;
  return at;
}

/// Bytes of ASCII and three-byte characters, each in a lane with its last byte lowest, as code
/// points.
template <class Lanes> HANTEXT_DETAIL_KERNEL Lanes join_three(Lanes lanes) noexcept {
  return (lanes & 0x7FU) | (lanes & 0x3F00U) >> 2 | (lanes & 0x0F0000U) >> 4;
}

#ifdef HANTEXT_DETAIL_PEXT

/// A bit for each of the 64 bytes at `at`: whether it is above ASCII, is a continuation byte, is at
/// least `least`.
HANTEXT_DETAIL_KERNEL std::uint64_t above_ascii_of_64(const unsigned char* at) noexcept {
  std::uint64_t joined = 0;
  for (std::size_t i = 0; i < 64; i += width)
    joined |= signs(load(at + i)) << i;
  return joined;
}
HANTEXT_DETAIL_KERNEL std::uint64_t continuations_of_64(const unsigned char* at) noexcept {
  std::uint64_t joined = 0;
  for (std::size_t i = 0; i < 64; i += width)
    joined |= signs(continuations(load(at + i))) << i;
  return joined;
}
HANTEXT_DETAIL_KERNEL std::uint64_t from_of_64(const unsigned char* at,
                                               unsigned char least) noexcept {
  std::uint64_t joined = 0;
  for (std::size_t i = 0; i < 64; i += width)
    joined |= signs(from(load(at + i), least)) << i;
  return joined;
}

/// Where the 64 bytes at `at`, of which the first `size` belong to whole characters of the
/// window, end with a whole character; takes later starts out of `starts`.
HANTEXT_DETAIL_KERNEL std::size_t whole(const unsigned char* at, std::size_t size,
                                        std::uint64_t& starts) noexcept {
  if (size <= 64) {
    if (size < 64) starts &= (std::uint64_t{1} << size) - 1;
    return size;
  }
  const std::size_t end = 64 - cut_off(at + 64);
  if (end < 64) starts &= (std::uint64_t{1} << end) - 1;
  return end;
}

/// Decodes eight characters, the `done`th and on of those that begin at `at`; bit n of `ascii` says
/// that the nth is ASCII, else it has three bytes. So it is known where they stand without waiting
/// for those before them.
HANTEXT_DETAIL_KERNEL void decode_eight(const unsigned char* at, std::uint64_t ascii,
                                        std::size_t done, char32_t* out) noexcept {
  const std::uint64_t before = ascii & ((std::uint64_t{1} << done) - 1);
  const unsigned char* const group = at + 3 * done - 2 * count_bits(before);
  const std::uint64_t low = ascii >> done & 0x0F;
  const std::uint64_t high = ascii >> done >> 4 & 0x0F;
  lanes8 lanes = reinterpret_cast<lanes8>(lookup_two(
      group, group + 12 - 2 * count_bits(low), utf8_gathers.plain[low], utf8_gathers.plain[high]));
  lanes = join_three(lanes);
  __builtin_memcpy(out + done, &lanes, sizeof lanes);
}

/// Decodes a window, or the beginning of one, that is plain. May read `utf8_margin` bytes and write
/// `utf8_overshoot` code points too many.
HANTEXT_DETAIL_KERNEL char32_t* decode_plain(const unsigned char* at, const unsigned char* end,
                                             char32_t* out) noexcept {
  while (at < end) {
    const std::uint64_t above_ascii = above_ascii_of_64(at);
    std::uint64_t starts = ~continuations_of_64(at);
    const std::size_t size = whole(at, static_cast<std::size_t>(end - at), starts);
    const std::uint64_t ascii = take_bits(~above_ascii, starts);
    const std::size_t characters = count_bits(starts);
    // 64 bytes of Chinese have 22 characters and a few more: no branch on less.
    decode_eight(at, ascii, 0, out);
    decode_eight(at, ascii, 8, out);
    decode_eight(at, ascii, 16, out);
    for (std::size_t done = 24; done < characters; done += 8)
      decode_eight(at, ascii, done, out);
    out += characters;
    at += size;
  }
  return out;
}

/// Decodes a window that is well-formed. Reads and writes too much as `decode_plain` does.
HANTEXT_DETAIL_KERNEL char32_t* decode_strict(const unsigned char* at, const unsigned char* end,
                                              char32_t* out) noexcept {
  while (at < end) {
    std::uint64_t starts = ~continuations_of_64(at);
    const std::size_t size = whole(at, static_cast<std::size_t>(end - at), starts);
    const std::uint64_t two = from_of_64(at, 0xC0);
    const std::uint64_t three = from_of_64(at, 0xE0);
    const std::uint64_t four = from_of_64(at, 0xF0);
    // Two bits a character: its length less one.
    const std::uint64_t length_low = take_bits((two & ~three) | four, starts);
    const std::uint64_t length_high = take_bits(three, starts);
    const std::size_t characters = count_bits(starts);
    for (std::size_t done = 0; done < characters; done += 4) {
      const std::uint64_t earlier = (std::uint64_t{1} << done) - 1;
      const unsigned char* const group =
          at + done + count_bits(length_low & earlier) + 2 * count_bits(length_high & earlier);
      const std::uint64_t low = length_low >> done & 0x0F;
      const std::uint64_t high = length_high >> done & 0x0F;
      const std::uint64_t first = (low & 3) | (high & 3) << 2;
      const std::uint64_t second = low >> 2 | (high >> 2) << 2;
      const std::uint64_t shift = 2 + count_bits(low & 3) + 2 * count_bits(high & 3);
      const words2 gather = {utf8_gathers.pairs[first],
                             utf8_gathers.pairs[second] + shift * 0x0101010101010101U};
      sixteen text;
      __builtin_memcpy(&text, group, 16);
      const lanes4 lanes =
          reinterpret_cast<lanes4>(lookup_one(text, reinterpret_cast<sixteen>(gather)));
      // The third byte from the end keeps six bits, or four where it is the lead.
      const lanes4 is_four = reinterpret_cast<lanes4>(lanes > 0x7FFFFFFFU);
      const lanes4 joined = (lanes & 0x7FU) | (lanes & 0x3F00U) >> 2 |
                            (lanes & (0x0F0000U | (is_four & 0x300000U))) >> 4 |
                            (lanes & 0x07000000U) >> 6;
      __builtin_memcpy(out + done, &joined, sizeof joined);
    }
    out += characters;
    at += size;
  }
  return out;
}

#else

/// The character at `at`, known to be well-formed; goes on behind it.
HANTEXT_DETAIL_KERNEL char32_t known(const unsigned char*& at) noexcept {
  const std::uint32_t lead = at[0];
  if (lead < 0x80) {
    at += 1;
    return static_cast<char32_t>(lead);
  }
  if (lead < 0xE0) {
    at += 2;
    return static_cast<char32_t>((lead & 0x1FU) << 6 | (at[-1] & 0x3FU));
  }
  if (lead < 0xF0) {
    at += 3;
    return static_cast<char32_t>((lead & 0x0FU) << 12 | (at[-2] & 0x3FU) << 6 | (at[-1] & 0x3FU));
  }
  at += 4;
  return static_cast<char32_t>((lead & 0x07U) << 18 | (at[-3] & 0x3FU) << 12 |
                               (at[-2] & 0x3FU) << 6 | (at[-1] & 0x3FU));
}

/// Decodes what is well-formed: four characters of three bytes at a time where they stand together.
HANTEXT_DETAIL_KERNEL char32_t* decode_strict(const unsigned char* at, const unsigned char* end,
                                              char32_t* out) noexcept {
  const bytes wanted = load(utf8_gathers.four_threes);
  const bytes gather = load(utf8_gathers.plain[0]);
  const bytes considered = load(utf8_gathers.twelve);
  while (at < end) {
    const bytes text = load(at);
    const bytes leads = from(text, 0xE0);
    if (end - at >= 12 &&
        !any(((leads ^ wanted) | (continuations(text) ^ ~wanted) | from(text, 0xF0)) &
             considered)) {
      lanes4 lanes = reinterpret_cast<lanes4>(lookup(text, gather));
      lanes = join_three(lanes);
      __builtin_memcpy(out, &lanes, sizeof lanes);
      at += 12;
      out += 4;
      continue;
    }
    for (int i = 0; i < 4 && at < end; ++i)
      *out++ = known(at);
  }
  return out;
}

HANTEXT_DETAIL_KERNEL char32_t* decode_plain(const unsigned char* at, const unsigned char* end,
                                             char32_t* out) noexcept {
  return decode_strict(at, end, out);
}

#endif

/// Decodes window by window while they are well-formed and there is room: `utf8_margin` bytes to
/// read beyond the window, and as many code points to write as the window has bytes, and
/// `utf8_overshoot` more.
/// Returns where it stopped reading, and in `out` where writing.
HANTEXT_DETAIL_TARGET inline const unsigned char* decode(const unsigned char* first,
                                                         const unsigned char* last, char32_t*& out,
                                                         const char32_t* out_last) noexcept {
  char32_t* to = out;
  while (static_cast<std::size_t>(last - first) >= utf8_window + utf8_margin &&
         static_cast<std::size_t>(out_last - to) >= utf8_window + utf8_overshoot) {
    std::size_t continuing = 0;
    std::size_t fours = 0;
    if (plain<false, utf8_window>(first, continuing)) {
      const unsigned char* const end = first + utf8_window - cut_off(first + utf8_window);
      to = decode_plain(first, end, to);
      first = end;
    } else if (strict(first, continuing, fours)) {
      const unsigned char* const end = first + utf8_window - cut_off(first + utf8_window);
      to = decode_strict(first, end, to);
      first = end;
    } else {
      break;
    }
  }
  out = to;
  return first;
}
