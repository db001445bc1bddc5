/// \file
/// UTF-8: iterate, validate, count, decode, encode, repair, and decode a stream in pieces.
///
/// utf8/utf16.hpp has UTF-16 both ways, utf8/offset_map.hpp the way from indexes of characters to
/// offsets of bytes and back.
///
/// Text may be anything: ill-formed bytes are never an obstacle and nothing is read out of bounds.
/// Every maximal subpart of an ill-formed sequence counts as one element with the code point
/// U+FFFD, as Unicode 3.9 recommends ("U+FFFD substitution of maximal subparts") and the WHATWG
/// Encoding Standard demands: C0 AF gives two, E0 80 80 three, ED A0 80 three, F0 80 80 80 four,
/// E4 B8 at the end of the text one.
///
///     for (const auto element : hantext::utf8::elements("三万五千"))
///       use(element.code_point, element.offset);
///
/// `Text` is whatever converts to `std::string_view` or `std::u8string_view`, and is read as that.
/// Everything works in constant evaluation unless it allocates, and is linear in the text. Offsets
/// and lengths are in bytes.
#pragma once

#include <hantext/detail/utf8_blocks.hpp>
#include <hantext/detail/utf8_decode.hpp>
#include <hantext/detail/utf8_text.hpp>
#include <hantext/result/error.hpp>

#include <cstddef>
#include <cstdint>
// No <iterator>: the iterator tags come with <string_view>, and it would add a sixth to the cost of
// including this header for stream iterators that nobody here needs.
// No <string> either, which costs as much again as everything here: the functions that write or
// return a string are templates, and whoever calls them with one has included it.
#include <iosfwd>
#include <span>
#include <string_view>
#include <type_traits>

namespace hantext::utf8 {

/// U+FFFD, what an ill-formed subpart decodes to.
inline constexpr char32_t replacement_character = hantext::detail::replacement_character;

/// One character of a text, or one ill-formed subpart of it.
struct element {
  char32_t code_point = 0;  ///< a Unicode scalar value; U+FFFD where ill-formed
  std::size_t offset = 0;   ///< of its first byte
  std::uint8_t length = 0;  ///< bytes: 1 to 4
  bool well_formed = false; ///< false for an ill-formed subpart; true for a U+FFFD in the text

  /// The bytes it covers.
  constexpr hantext::span bytes() const noexcept { return {offset, offset + length}; }
  friend constexpr bool operator==(const element&, const element&) noexcept = default;
};

/// The verdict on a text: `ok`, or what is wrong first.
struct validation {
  bool ok = true;                     ///< whether the text is well-formed
  error_kind kind = error_kind::none; ///< see `errors` for the six kinds
  std::size_t offset = 0;             ///< of the first ill-formed subpart; text size where ok
  std::size_t length = 0;             ///< of that subpart, 1 to 3; 0 where ok

  /// Whether the text is well-formed.
  constexpr explicit operator bool() const noexcept { return ok; }
  /// The same as an error value, which has a message.
  constexpr hantext::error error() const noexcept { return {kind, offset, length}; }
  friend constexpr bool operator==(const validation&, const validation&) noexcept = default;
};

namespace detail {

/// Where an element of a text begins. Three pointers, no cache.
template <class Char, class Value> class element_cursor {
public:
  using char_type = Char;
  using value_type = Value;

  constexpr element_cursor() noexcept = default;
  constexpr element_cursor(const Char* first, const Char* position, const Char* last) noexcept
      : first_(first), position_(position), last_(last) {}

  constexpr Value read() const noexcept {
    const auto decoded = hantext::detail::utf8_decode_one(position_, last_);
    if constexpr (std::is_same_v<Value, element>) {
      return {decoded.code_point, offset(), decoded.length, decoded.kind == error_kind::none};
    } else {
      return decoded.code_point;
    }
  }
  constexpr void forward() noexcept { position_ = hantext::detail::utf8_next(position_, last_); }
  constexpr void backward() noexcept {
    position_ = hantext::detail::utf8_previous(first_, position_);
  }
  constexpr const Char* base() const noexcept { return position_; }
  constexpr std::size_t offset() const noexcept {
    return static_cast<std::size_t>(position_ - first_);
  }

private:
  const Char* first_ = nullptr;
  const Char* position_ = nullptr;
  const Char* last_ = nullptr;
};

} // namespace detail

/// A view of a text as elements or code points; made by `elements` and `code_points`. Its iterators
/// go forward and backward over the same elements, on any bytes, and know the `offset()` and the
/// address, `base()`, of theirs.
///
/// Satisfies std::ranges::view, borrowed_range, bidirectional_range and common_range. It holds
/// pointers only, so it is cheap to copy and its iterators outlive it (not the text).
/// \tparam Char `char` or `char8_t`
/// \tparam Value `element` or `char32_t`
template <class Char, class Value> class basic_view {
  using cursor = detail::element_cursor<Char, Value>;

public:
  /// Bidirectional; it knows its `offset()` and `base()`.
  using iterator = hantext::detail::text_iterator<cursor>;
  using const_iterator = iterator;
  using value_type = Value;

  constexpr basic_view() noexcept = default;
  /// The elements of that text.
  constexpr explicit basic_view(std::basic_string_view<Char> text) noexcept
      : first_(text.data()), last_(text.data() + text.size()) {}

  constexpr iterator begin() const noexcept { return iterator(cursor(first_, first_, last_)); }
  constexpr iterator end() const noexcept { return iterator(cursor(first_, last_, last_)); }
  constexpr bool empty() const noexcept { return first_ == last_; }
  /// The first element; the view must not be empty.
  constexpr Value front() const noexcept { return *begin(); }
  /// The last element; the view must not be empty.
  constexpr Value back() const noexcept { return *--end(); }
  /// The text that is viewed.
  constexpr std::basic_string_view<Char> text() const noexcept {
    return {first_, static_cast<std::size_t>(last_ - first_)};
  }

private:
  const Char* first_ = nullptr;
  const Char* last_ = nullptr;
};

/// The text as elements: code point, offset, length, whether well-formed.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr auto elements(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  return basic_view<typename decltype(view)::value_type, element>(view);
}

/// The text as code points, U+FFFD for each ill-formed subpart.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr auto code_points(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  return basic_view<typename decltype(view)::value_type, char32_t>(view);
}

/// The element that starts at `offset`; needs `offset < text.size()`. Constant time. Inside a
/// character it gives what is left of it: an ill-formed subpart.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr element decode_one(const Text& text, std::size_t offset) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  const auto one =
      hantext::detail::utf8_decode_one(view.data() + offset, view.data() + view.size());
  return {one.code_point, offset, one.length, one.kind == error_kind::none};
}

/// The element that ends at `offset`; needs `0 < offset <= text.size()` and `offset` at the start
/// of an element or at the end of the text. Constant time.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr element decode_before(const Text& text, std::size_t offset) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  const auto* const first = view.data();
  const auto* const start = hantext::detail::utf8_previous(first, first + offset);
  return decode_one(view, static_cast<std::size_t>(start - first));
}

/// Whether the text is well-formed, and where not: kind, offset and length of the first error.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr validation validate(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  const auto* const first = view.data();
  const auto* const last = first + view.size();
  const auto* const stop = hantext::detail::utf8_valid_prefix(first, last);
  const auto offset = static_cast<std::size_t>(stop - first);
  if (stop == last) return {true, error_kind::none, offset, 0};
  const auto bad = hantext::detail::utf8_decode_one(stop, last);
  return {false, bad.kind, offset, bad.length};
}

/// How many elements the text has: its code points, plus one for each ill-formed subpart.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr std::size_t count(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  return hantext::detail::utf8_count(view.data(), view.data() + view.size()).elements;
}

/// How many UTF-16 code units the text has, ill-formed subparts counted as U+FFFD: what JavaScript,
/// Java and Windows call its length.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr std::size_t count_utf16(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  const auto tally = hantext::detail::utf8_count(view.data(), view.data() + view.size());
  return tally.elements + tally.fours;
}

/// Calls `visit` with each code point in order, U+FFFD for each ill-formed subpart; or with each
/// `element`, where it takes that and no `char32_t`. With code points this is the fastest way
/// through a text, for it decodes in blocks.
template <hantext::detail::utf8_text Text = std::string_view, class Visitor>
constexpr void for_each(const Text& text, Visitor&& visit) {
  if constexpr (std::is_invocable_v<Visitor&, char32_t>) {
    const auto view = hantext::detail::utf8_text_of(text);
    const auto* first = view.data();
    const auto* const last = first + view.size();
    // Room for what a kernel wants, and little enough to stay close to the processor.
    char32_t room[1024];
    if (std::is_constant_evaluated()) {
      for (char32_t& c : room)
        c = 0;
    }
    while (first != last) {
      char32_t* end = room;
      first = hantext::detail::utf8_decode_block<false>(first, last, end, room + 1024);
      const char32_t* at = room;
      for (; end - at >= 4; at += 4) {
        visit(at[0]);
        visit(at[1]);
        visit(at[2]);
        visit(at[3]);
      }
      for (; at != end; ++at)
        visit(*at);
    }
  } else {
    for (const element each : elements(text))
      visit(each);
  }
}

/// Decodes into `out` until the text or the room ends, U+FFFD for each ill-formed subpart; returns
/// how many code points were written. `count(text)` is the room that the whole text needs.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr std::size_t decode(const Text& text, std::span<char32_t> out) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  char32_t* stop = out.data();
  hantext::detail::utf8_decode_block(view.data(), view.data() + view.size(), stop,
                                     out.data() + out.size());
  return static_cast<std::size_t>(stop - out.data());
}

/// Decodes the whole text and appends it to `out`, a std::u32string.
template <hantext::detail::utf8_text Text = std::string_view, class Traits, class Allocator>
void decode(const Text& text, std::basic_string<char32_t, Traits, Allocator>& out) {
  const std::size_t before = out.size();
  out.resize(before + count(text));
  decode(text, std::span<char32_t>(out.data() + before, out.size() - before));
}

/// Writes a code point as UTF-8 to `out`, which must have room for 4 bytes; returns the bytes
/// written, 1 to 4. What is no Unicode scalar value (a surrogate, or beyond U+10FFFF) is written
/// as U+FFFD.
template <class Char>
requires(std::is_same_v<Char, char> || std::is_same_v<Char, char8_t>) constexpr std::size_t
    encode(char32_t code_point, Char* out) noexcept {
  std::uint32_t value = code_point;
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement_character;
  const auto continuation = [value](int shift) {
    return static_cast<Char>(0x80U | (value >> shift & 0x3FU));
  };
  if (value < 0x80) {
    out[0] = static_cast<Char>(value);
    return 1;
  }
  if (value < 0x800) {
    out[0] = static_cast<Char>(0xC0U | value >> 6);
    out[1] = continuation(0);
    return 2;
  }
  if (value < 0x10000) {
    out[0] = static_cast<Char>(0xE0U | value >> 12);
    out[1] = continuation(6);
    out[2] = continuation(0);
    return 3;
  }
  out[0] = static_cast<Char>(0xF0U | value >> 18);
  out[1] = continuation(12);
  out[2] = continuation(6);
  out[3] = continuation(0);
  return 4;
}

/// Appends a code point to a UTF-8 string (std::string or std::u8string), as `encode` writes it.
template <class Char, class Traits, class Allocator>
requires(std::is_same_v<Char, char> ||
         std::is_same_v<Char, char8_t>) void append(std::basic_string<Char, Traits, Allocator>& out,
                                                    char32_t code_point) {
  Char bytes[4] = {};
  out.append(bytes, encode(code_point, bytes));
}

namespace detail {

/// Where an ill-formed subpart of a text begins.
template <class Char> class error_cursor {
public:
  using char_type = Char;
  using value_type = hantext::error;

  constexpr error_cursor() noexcept = default;
  /// Looks for the first error at once, so that `begin` of the view is cheap.
  constexpr error_cursor(const Char* first, const Char* last) noexcept
      : first_(first), bad_(hantext::detail::utf8_valid_prefix(first, last)), last_(last) {}
  constexpr error_cursor end() const noexcept {
    error_cursor moved = *this;
    moved.bad_ = last_;
    return moved;
  }

  constexpr hantext::error read() const noexcept {
    const auto bad = hantext::detail::utf8_decode_one(bad_, last_);
    return {bad.kind, offset(), bad.length};
  }
  /// Goes on to the next error; linear in the well-formed text between the two.
  constexpr void forward() noexcept {
    bad_ = hantext::detail::utf8_valid_prefix(hantext::detail::utf8_next(bad_, last_), last_);
  }
  constexpr const Char* base() const noexcept { return bad_; }
  constexpr std::size_t offset() const noexcept { return static_cast<std::size_t>(bad_ - first_); }

private:
  const Char* first_ = nullptr;
  const Char* bad_ = nullptr;
  const Char* last_ = nullptr;
};

} // namespace detail

/// A view of the errors of a text, in order; made by `errors`. A forward range of
/// `hantext::error`; satisfies std::ranges::view, borrowed_range and common_range.
template <class Char>
using basic_error_view = hantext::detail::text_view<detail::error_cursor<Char>>;

/// All errors of the text, one for each ill-formed subpart, with offset and length. The kinds:
/// - `unexpected_continuation`: 80–BF where a character should start
/// - `overlong`: C0 or C1; E0 or F0 with a second byte that a shorter form would cover
/// - `surrogate`: ED with a second byte A0–BF
/// - `too_large`: F5–F7; F4 with a second byte above 8F
/// - `truncated`: a character that breaks off before its last byte
/// - `invalid_byte`: F8–FF
template <hantext::detail::utf8_text Text = std::string_view>
constexpr auto errors(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  return basic_error_view<typename decltype(view)::value_type>(view);
}

namespace detail {

template <class String, class Char> String sanitize(std::basic_string_view<Char> text) {
  String out;
  out.reserve(text.size());
  std::size_t kept = 0;
  for (const hantext::error bad : errors(text)) {
    out.append(text.substr(kept, bad.offset - kept));
    append(out, replacement_character);
    kept = bad.offset + bad.length;
  }
  out.append(text.substr(kept));
  return out;
}

} // namespace detail

/// A well-formed copy of the text: U+FFFD in place of each ill-formed subpart.
template <class String = std::string> String sanitize(std::string_view text) {
  return detail::sanitize<String>(text);
}
template <class String = std::u8string> String sanitize(std::u8string_view text) {
  return detail::sanitize<String>(text);
}

/// Decodes a text that arrives in pieces, cut anywhere: a character split between two pieces is
/// joined. What comes out, with offsets from the start of the stream, is what `elements` gives for
/// the whole.
///
///     stream_decoder decoder;
///     while (read(piece)) decoder.feed(piece, sink);
///     if (!decoder.finish(sink)) complain();
///
/// `sink` is called with each `element` in order. Keeps at most 3 bytes; never allocates.
class stream_decoder {
public:
  /// Takes the next piece of the stream; what is complete goes to `sink`.
  template <hantext::detail::utf8_text Text = std::string_view, class Sink>
  constexpr void feed(const Text& piece, Sink&& sink) {
    feed_units(hantext::detail::utf8_text_of(piece), sink);
  }

  /// Ends the stream: a character still incomplete goes to `sink` as an ill-formed subpart. Returns
  /// the verdict on the whole stream and makes the decoder ready for another.
  template <class Sink> constexpr validation finish(Sink&& sink) {
    if (pending_size_ != 0) {
      const auto tail = hantext::detail::utf8_decode_one(pending_, pending_ + pending_size_);
      emit(tail, sink);
    }
    validation verdict = status();
    *this = stream_decoder();
    return verdict;
  }

  /// The verdict on what has been decoded so far; `offset` is the first error's, or where ok the
  /// number of bytes decoded (bytes held back for the next piece are not among them).
  constexpr validation status() const noexcept {
    if (first_error_.kind == error_kind::none) return {true, error_kind::none, offset_, 0};
    return {false, first_error_.kind, first_error_.offset, first_error_.length};
  }

private:
  template <class Char, class Sink>
  constexpr void feed_units(std::basic_string_view<Char> piece, Sink& sink) {
    const Char* position = piece.data();
    const Char* const last = position + piece.size();
    while (pending_size_ != 0 && position != last) {
      pending_[pending_size_] = static_cast<char>(*position);
      const char* const pending_last = pending_ + pending_size_ + 1;
      const auto one = hantext::detail::utf8_decode_one(pending_, pending_last);
      if (undecided(one, pending_last - pending_)) {
        ++pending_size_;
        ++position;
        continue;
      }
      // Complete with this byte, or ill-formed without it: then it starts the next element.
      if (one.length > pending_size_) ++position;
      pending_size_ = 0;
      emit(one, sink);
    }
    while (position != last) {
      const auto one = hantext::detail::utf8_decode_one(position, last);
      if (undecided(one, last - position)) {
        for (; position != last; ++position) {
          pending_[pending_size_++] = static_cast<char>(*position);
        }
        return;
      }
      position += one.length;
      emit(one, sink);
    }
  }

  /// Whether the bytes break off where more of the stream could complete the character.
  static constexpr bool undecided(const hantext::detail::utf8_decoded& one,
                                  std::ptrdiff_t available) noexcept {
    return one.kind == error_kind::truncated && one.length == available;
  }

  template <class Sink> constexpr void emit(const hantext::detail::utf8_decoded& one, Sink& sink) {
    const element found{one.code_point, offset_, one.length, one.kind == error_kind::none};
    if (!found.well_formed && first_error_.kind == error_kind::none) {
      first_error_ = {one.kind, offset_, one.length};
    }
    offset_ += one.length;
    sink(found);
  }

  std::size_t offset_ = 0; // in the stream, of the next element
  hantext::error first_error_;
  char pending_[4] = {};          // start of a character whose end has not come yet
  std::uint8_t pending_size_ = 0; // at most 3
};

} // namespace hantext::utf8

// As in detail/utf8_text.hpp.
template <class Char, class Value>
inline constexpr bool std::ranges::enable_view<hantext::utf8::basic_view<Char, Value>> = true;
template <class Char, class Value>
inline constexpr bool std::ranges::enable_borrowed_range<hantext::utf8::basic_view<Char, Value>> =
    true;
