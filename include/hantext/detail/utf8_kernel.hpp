// Checks, counts and decodes a window of UTF-8 with vectors. utf8_simd.hpp includes this file once
// for each instruction set, inside a namespace, with these macros, which end here:
//   HANTEXT_DETAIL_NAME                  of the instruction set
//   HANTEXT_DETAIL_TARGET                the attribute that asks for it
//   HANTEXT_DETAIL_WIDTH                 bytes in a vector
//   HANTEXT_DETAIL_LOOKUP(table, index)  table[index & 15] within each 16 bytes; 0 where index has
//                                        its high bit
//   HANTEXT_DETAIL_SUMS(text, zero)     the sum of each eight bytes; may be missing
//   HANTEXT_DETAIL_SIGNS(text)           the highest bit of each byte, the first lowest. Where it
//   is
//                                        there, so are take_bits, count_bits, lookup_one,
//                                        lookup_two
//
// A window is `utf8_window` bytes that begin where an element begins. There are two examinations.
// The plain one knows only ASCII and three-byte characters whose lead is not E0 or ED, which is
// nearly all of Chinese text, and costs less than half of the strict one. The strict one is the
// lookup method of J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One Instruction Per
// Byte" (2020). A window that passes neither is left to the scalar code, which names the error.

#define HANTEXT_DETAIL_KERNEL [[gnu::always_inline]] HANTEXT_DETAIL_TARGET inline

using bytes [[gnu::vector_size(HANTEXT_DETAIL_WIDTH)]] = unsigned char;
using signed_bytes [[gnu::vector_size(HANTEXT_DETAIL_WIDTH)]] = signed char;
using plain_bytes [[gnu::vector_size(HANTEXT_DETAIL_WIDTH)]] = char; // what the built-ins take
using words [[gnu::vector_size(HANTEXT_DETAIL_WIDTH)]] = std::uint64_t;

inline constexpr std::size_t width = sizeof(bytes);

HANTEXT_DETAIL_KERNEL bytes load(const unsigned char* from) noexcept {
  bytes loaded;
  __builtin_memcpy(&loaded, from, sizeof loaded);
  return loaded;
}

HANTEXT_DETAIL_KERNEL bytes lookup(bytes table, bytes index) noexcept {
  return reinterpret_cast<bytes>(HANTEXT_DETAIL_LOOKUP(reinterpret_cast<plain_bytes>(table),
                                                       reinterpret_cast<plain_bytes>(index)));
}

HANTEXT_DETAIL_KERNEL bytes fill(unsigned char value) noexcept { return bytes{} + value; }

HANTEXT_DETAIL_KERNEL bytes larger(bytes a, bytes b) noexcept { return a > b ? a : b; }
HANTEXT_DETAIL_KERNEL bytes smaller(bytes a, bytes b) noexcept { return a < b ? a : b; }

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

/// FF where a byte is not ASCII.
HANTEXT_DETAIL_KERNEL bytes above_ascii(bytes text) noexcept {
  return reinterpret_cast<bytes>(reinterpret_cast<signed_bytes>(text) < signed_bytes{});
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
#ifdef HANTEXT_DETAIL_SUMS
  const words sums = reinterpret_cast<words>(
      HANTEXT_DETAIL_SUMS(reinterpret_cast<plain_bytes>(text), plain_bytes{}));
#else
  constexpr std::uint64_t even = 0x00FF00FF00FF00FFU;
  const words parts = reinterpret_cast<words>(text);
  const words sums = ((parts & even) + (parts >> 8 & even)) * 0x0001000100010001U >> 48;
#endif
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < width / 8; ++i)
    total += sums[i];
  return static_cast<std::size_t>(total);
}

/// FF where a byte is the lead of a plain three-byte character.
HANTEXT_DETAIL_KERNEL bytes plain_leads(bytes text) noexcept {
  return lookup(load(utf8_plain_leads), smaller(text ^ 0xE0, fill(0x10)));
}

/// What the plain examination adds up.
struct plain_state {
  bytes wrong = {};      // not 00 where something is out of place
  bytes continuing = {}; // minus the number of continuation bytes, place by place
  bytes high = {};       // minus the number of bytes above ASCII
};

/// `one` and `two` hold the bytes one and two places before those of `text`.
template <bool whole>
HANTEXT_DETAIL_KERNEL void plain_step(plain_state& state, bytes text, bytes one,
                                      bytes two) noexcept {
  const bytes continuation = continuations(text);
  // A continuation byte stands where a lead is one or two places before, and nowhere else. The
  // larger of the two is the lead, or they are out of place themselves.
  state.wrong |= continuation ^ plain_leads(larger(one, two));
  state.continuing += continuation;
  if (whole) state.high += above_ascii(text);
}

/// How many continuation bytes are missing where the text is cut off before `end`.
HANTEXT_DETAIL_KERNEL std::size_t missing(const unsigned char* end) noexcept {
  return 2 * utf8_plain_lead(end[-1]) + utf8_plain_lead(end[-2]);
}

/// Whether in `size` bytes the continuation bytes stand behind the leads of plain three-byte
/// characters, two behind each (the last may be cut off by the end), and nowhere else; and how many
/// continuation bytes there are. `goes_on`: what stands before has been examined in the same way,
/// and its last character may reach into these bytes.
///
/// `whole`: and whether there are no other leads, so that all is well-formed. Without it others may
/// stand alone, each an ill-formed subpart, and the elements are still as many as there are bytes
/// that are no continuation bytes.
template <bool whole, bool goes_on, std::size_t size>
HANTEXT_DETAIL_KERNEL bool plain(const unsigned char* at, std::size_t& continuing) noexcept {
  plain_state state;
  std::size_t done = 0;
  if (!goes_on) {
    const bytes text = load(at);
    plain_step<whole>(state, text, shift_in<1>(bytes{}, text), shift_in<2>(bytes{}, text));
    done = width;
  }
  for (; done < size; done += width)
    plain_step<whole>(state, load(at + done), load(at + done - 1), load(at + done - 2));
  continuing = sum(bytes{} - state.continuing);
  if (any(state.wrong)) return false;
  if (!whole) return true;
  // Of the bytes above ASCII two in three are continuation bytes, if no lead stands alone.
  const std::size_t reaching_in = goes_on ? missing(at) : 0;
  return 2 * sum(bytes{} - state.high) + reaching_in == 3 * continuing + missing(at + size);
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

/// Goes window by window while they are plain or well-formed, and returns where it stopped: at the
/// start of an element. `whole`: all that lies before is well-formed. Without it ill-formed
/// subparts of one byte may be among the elements that are counted.
template <bool whole>
HANTEXT_DETAIL_TARGET inline const unsigned char*
pass(const unsigned char* first, const unsigned char* last, utf8_tally* tally) noexcept {
  utf8_tally found;
  std::size_t continuing = 0;
  const unsigned char* at = first;
  const auto left = [&at, last] { return static_cast<std::size_t>(last - at); };
  const auto go_on = [&](std::size_t size) {
    found.elements += size - continuing;
    at += size;
  };
  // What is cut off is examined and counted once more: one lead, the rest continuation bytes.
  const auto go_back = [&](std::size_t cut) {
    found.elements -= std::size_t{cut != 0};
    at -= cut;
  };
  while (left() >= utf8_window) {
    if (plain<whole, false, utf8_window>(at, continuing)) {
      go_on(utf8_window);
      // From here on a character may reach from one window into the next.
      while (left() >= 4 * utf8_window && plain<whole, true, 4 * utf8_window>(at, continuing))
        go_on(4 * utf8_window);
      while (left() >= utf8_window && plain<whole, true, utf8_window>(at, continuing))
        go_on(utf8_window);
      // Any lead in the last place may go on; before it, only one that a continuation byte follows.
      go_back(std::size_t{at[-1] >= 0xC0} + 2 * utf8_plain_lead(at[-2]));
      if (left() < utf8_window) break;
    }
    std::size_t fours = 0;
    if (!strict(at, continuing, fours)) break;
    go_on(utf8_window);
    const std::size_t cut = cut_off(at);
    go_back(cut);
    found.fours += fours - std::size_t{cut != 0 && *at >= 0xF0};
  }
  *tally = found;
  return at;
}

/// Bytes of ASCII and three-byte characters, each in a lane with its last byte lowest, as code
/// points.
template <class Lanes> HANTEXT_DETAIL_KERNEL Lanes join_three(Lanes lanes) noexcept {
  return (lanes & 0x7FU) | (lanes & 0x3F00U) >> 2 | (lanes & 0x0F0000U) >> 4;
}

#ifdef HANTEXT_DETAIL_SIGNS

HANTEXT_DETAIL_KERNEL std::uint64_t signs(bytes text) noexcept {
  return HANTEXT_DETAIL_SIGNS(reinterpret_cast<plain_bytes>(text));
}

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
    if (plain<true, false, utf8_window>(first, continuing)) {
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

inline constexpr utf8_kernel kernel = {HANTEXT_DETAIL_NAME, &pass<true>, &pass<false>, &decode};

#undef HANTEXT_DETAIL_NAME
#undef HANTEXT_DETAIL_TARGET
#undef HANTEXT_DETAIL_WIDTH
#undef HANTEXT_DETAIL_LOOKUP
#undef HANTEXT_DETAIL_SUMS
#undef HANTEXT_DETAIL_SIGNS
#undef HANTEXT_DETAIL_KERNEL
