// UTF-8: validate, count, decode, iterate, and the character classes on top; and the same work by
// other libraries, where CMake has found them (see CMakeLists.txt). Bytes per second of the corpus;
// "copy" is what the memory can do.
#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>
#include <hantext/utf8/offset_map.hpp>
#include <hantext/utf8/utf16.hpp>

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#ifdef HANTEXT_BENCH_ICU
#include <unicode/utf8.h>
#endif
#ifdef HANTEXT_BENCH_UTFCPP
#include <utf8.h>
#endif
#ifdef HANTEXT_BENCH_UTF8PROC
#include <utf8proc.h>
#endif
#ifdef HANTEXT_BENCH_SIMDUTF
#include <simdutf.h>
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace utf8 = hantext::utf8;
namespace chars = hantext::chars;

/// Runs `work` on the corpus and reports bytes per second.
template <class Work> void over_corpus(benchmark::State& state, Work&& work) {
  const std::string_view text = bench::corpus();
  for (auto _ : state) {
    auto answer = work(text);
    benchmark::DoNotOptimize(answer);
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

void copy(benchmark::State& state) {
  std::vector<char> out(bench::corpus().size());
  over_corpus(state, [&](std::string_view text) {
    std::memcpy(out.data(), text.data(), text.size());
    return out.data();
  });
}
BENCHMARK(copy);

void validate(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return utf8::validate(text).ok; });
}
BENCHMARK(validate);

void count(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return utf8::count(text); });
}
BENCHMARK(count);

void count_utf16(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return utf8::count_utf16(text); });
}
BENCHMARK(count_utf16);

void decode_span(benchmark::State& state) {
  std::vector<char32_t> out(utf8::count(bench::corpus()));
  over_corpus(state, [&](std::string_view text) { return utf8::decode(text, out); });
}
BENCHMARK(decode_span);

void decode_append(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::u32string out;
    utf8::decode(text, out);
    return out.size();
  });
}
BENCHMARK(decode_append);

void elements(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    for (const utf8::element element : utf8::elements(text))
      sum += element.code_point + element.offset;
    return sum;
  });
}
BENCHMARK(elements);

void code_points(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    for (const char32_t c : utf8::code_points(text))
      sum += c;
    return sum;
  });
}
BENCHMARK(code_points);

void for_each(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    utf8::for_each(text, [&sum](char32_t c) { sum += c; });
    return sum;
  });
}
BENCHMARK(for_each);

void code_points_backward(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    const auto view = utf8::code_points(text);
    std::size_t sum = 0;
    for (auto at = view.end(); at != view.begin();)
      sum += *--at;
    return sum;
  });
}
BENCHMARK(code_points_backward);

void stream_in_4_kib(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    const auto sink = [&sum](const utf8::element& element) { sum += element.code_point; };
    utf8::stream_decoder decoder;
    for (std::size_t begin = 0; begin < text.size(); begin += 4096)
      decoder.feed(text.substr(begin, 4096), sink);
    decoder.finish(sink);
    return sum;
  });
}
BENCHMARK(stream_in_4_kib);

void sanitize(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return utf8::sanitize(text).size(); });
}
BENCHMARK(sanitize);

void classify(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::array<std::size_t, 6> sums{};
    for (const char32_t c : utf8::code_points(text))
      ++sums[static_cast<std::size_t>(chars::classify(c))];
    return sums;
  });
}
BENCHMARK(classify);

void fold_width(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return chars::fold_width(text).size(); });
}
BENCHMARK(fold_width);

void runs(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    for (const chars::run each : chars::runs(text))
      sum += each.bytes.begin;
    return sum;
  });
}
BENCHMARK(runs);

void to_utf16(benchmark::State& state) {
  std::vector<char16_t> out(utf8::count_utf16(bench::corpus()));
  over_corpus(state, [&](std::string_view text) { return utf8::to_utf16(text, out); });
}
BENCHMARK(to_utf16);

void from_utf16(benchmark::State& state) { // bytes of the UTF-8 that comes out
  const std::u16string utf16 = utf8::to_utf16(bench::corpus());
  std::vector<char> out(bench::corpus().size());
  over_corpus(state, [&](std::string_view) { return utf8::from_utf16(utf16, out); });
}
BENCHMARK(from_utf16);

void offset_map(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) { return utf8::offset_map(text).utf16_units(); });
}
BENCHMARK(offset_map);

void offset_map_lookups(benchmark::State& state) { // a look-up every 100 bytes; items are those
  const utf8::offset_map map(bench::corpus());
  std::size_t lookups = 0;
  for (auto _ : state) {
    for (std::size_t byte = 0; byte < map.bytes(); byte += 100, ++lookups)
      benchmark::DoNotOptimize(map.byte_of_utf16(map.utf16_at(byte)));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(lookups));
}
BENCHMARK(offset_map_lookups);

// ---- the same by others ----

#ifdef HANTEXT_BENCH_ICU
void icu_u8_next(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::size_t sum = 0;
    for (std::int32_t at = 0; at < size;) {
      const std::int32_t begin = at;
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, at, size, c);
      sum += static_cast<std::size_t>(c) + static_cast<std::size_t>(begin);
    }
    return sum;
  });
}
BENCHMARK(icu_u8_next);
#endif

#ifdef HANTEXT_BENCH_UTFCPP
void utfcpp_next(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    std::size_t sum = 0;
    for (auto at = text.begin(); at != text.end();)
      sum += ::utf8::next(at, text.end());
    return sum;
  });
}
BENCHMARK(utfcpp_next);

void utfcpp_validate(benchmark::State& state) {
  over_corpus(state,
              [](std::string_view text) { return ::utf8::is_valid(text.begin(), text.end()); });
}
BENCHMARK(utfcpp_validate);
#endif

#ifdef HANTEXT_BENCH_UTF8PROC
void utf8proc_next(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto size = static_cast<utf8proc_ssize_t>(text.size());
    std::size_t sum = 0;
    while (size > 0) {
      utf8proc_int32_t c = 0;
      utf8proc_ssize_t length = utf8proc_iterate(bytes, size, &c);
      if (length < 1) length = 1;
      sum += static_cast<std::size_t>(c);
      bytes += length;
      size -= length;
    }
    return sum;
  });
}
BENCHMARK(utf8proc_next);
#endif

#ifdef HANTEXT_BENCH_SIMDUTF
void simdutf_validate(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    return simdutf::validate_utf8_with_errors(text.data(), text.size()).count;
  });
}
BENCHMARK(simdutf_validate);

void simdutf_count(benchmark::State& state) {
  over_corpus(state,
              [](std::string_view text) { return simdutf::count_utf8(text.data(), text.size()); });
}
BENCHMARK(simdutf_count);

void simdutf_count_utf16(benchmark::State& state) {
  over_corpus(state, [](std::string_view text) {
    return simdutf::utf16_length_from_utf8(text.data(), text.size());
  });
}
BENCHMARK(simdutf_count_utf16);

void simdutf_decode(benchmark::State& state) {
  std::vector<char32_t> out(utf8::count(bench::corpus()));
  over_corpus(state, [&](std::string_view text) {
    return simdutf::convert_utf8_to_utf32(text.data(), text.size(), out.data());
  });
}
BENCHMARK(simdutf_decode);

void simdutf_to_utf16(benchmark::State& state) {
  std::vector<char16_t> out(bench::corpus().size());
  over_corpus(state, [&](std::string_view text) {
    return simdutf::convert_utf8_to_utf16(text.data(), text.size(), out.data());
  });
}
BENCHMARK(simdutf_to_utf16);
#endif

} // namespace
