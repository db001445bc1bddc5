// Fuzz target: whatever the pack, all that is wrong with it is said; whatever pack compiles, or is
// loaded from bytes, runs on any text and finds what lies in it.
#include <hantext/rules.hpp>

#include <hantext/document.hpp>
#include <hantext/rules/explain.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace rules = hantext::rules;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Bytes from 128 on stand for words of the language or of texts, so that both are met at once.
void append_piece(std::string& text, std::uint8_t byte) {
  constexpr std::string_view pieces[] = {"import ",
                                         "annotation p ;",
                                         "off ",
                                         "extend ",
                                         "replace ",
                                         "lexicon ",
                                         "lexicon v(k=a) = 开展 造林(k=b,f=2) ;",
                                         "pattern ",
                                         "pattern q = [han]{1,4}? ;",
                                         "record r keep ",
                                         "leftmost",
                                         "longest",
                                         "priority",
                                         "outermost",
                                         "distinct",
                                         "rule a.b emits r = ",
                                         "rule c blocks r = ",
                                         "rule d emits s = ",
                                         "rule ",
                                         " emits ",
                                         " blocks ",
                                         " at ",
                                         " each ",
                                         "n:",
                                         "t:(",
                                         "v",
                                         "r",
                                         "s",
                                         "q",
                                         "n",
                                         "t",
                                         "<v>",
                                         "@number",
                                         "@percent",
                                         "@quoted",
                                         "@title",
                                         "@heading",
                                         "@r",
                                         "@p",
                                         "[han]",
                                         "[digit latin]",
                                         "[any]",
                                         "[punctuation space other]",
                                         "{0,9}",
                                         "{2,}",
                                         "{3}?",
                                         "{200}",
                                         "{0,4000}",
                                         "?",
                                         " not before(",
                                         " after(",
                                         "edge ",
                                         "paragraph ",
                                         " unless ",
                                         " between n and t",
                                         " in t",
                                         " within ",
                                         " where ",
                                         "n.value",
                                         " > ",
                                         " != ",
                                         " or ",
                                         " not ",
                                         " set x = ",
                                         "nearest ",
                                         ".value",
                                         " before",
                                         " after",
                                         " in sentence",
                                         " in heading",
                                         " in page",
                                         " in clause",
                                         " example \"造林3亩\" => x = 3",
                                         " counter-example \"开展\"",
                                         " => not ",
                                         " ;\n",
                                         "|",
                                         "(",
                                         ")",
                                         "\"",
                                         "\"造林\"",
                                         "\"甲\"",
                                         "\"，\"",
                                         ",",
                                         "=",
                                         "+",
                                         "# ",
                                         "开展",
                                         "造林",
                                         "造",
                                         "林",
                                         "甲",
                                         "乙",
                                         "三十",
                                         "2.5",
                                         "百分之五",
                                         "3至5万",
                                         "亩",
                                         "，",
                                         "。",
                                         "“",
                                         "”",
                                         "《",
                                         "》",
                                         "\n",
                                         "\n\n",
                                         "一、",
                                         "：",
                                         "；",
                                         " ",
                                         "　",
                                         "A1",
                                         "\xE6\xB8",
                                         "\xFF",
                                         "\xF0\x9F\x98\x80"};
  constexpr std::size_t count = sizeof(pieces) / sizeof(pieces[0]);
  if (byte < 128) {
    text += static_cast<char>(byte);
  } else {
    text += pieces[(byte - 128U) % count];
  }
}

void check_match(const rules::match& one, std::size_t size) {
  const auto lies_in = [&](hantext::span where, hantext::span outer) {
    require(outer.begin <= where.begin && where.begin <= where.end && where.end <= outer.end);
  };
  lies_in(one.whole, {0, size});
  lies_in(one.where, {0, size});
  require(one.where.begin < one.where.end);
  for (const rules::match::capture& capture : one.captures)
    lies_in(capture.where, {0, size});
  for (const rules::field& field : one.fields)
    lies_in(field.where, {0, size});
}

void run(const rules::program& program, std::string_view text) {
  const rules::engine engine(program);
  const hantext::document page(text);
  for (const rules::match& one : engine.run(page))
    check_match(one, page.text().size());
  for (const rules::match& one : engine.run(text))
    check_match(one, text.size());
  std::size_t rest = 2;
  for (const std::string_view name : program.rule_names()) {
    if (rest-- == 0) break;
    for (const rules::attempt& one : rules::explain(program, name, page)) {
      require(one.where.begin <= one.where.end && one.where.end <= page.text().size());
      require(!rules::to_string(one, page.text()).empty());
    }
  }
}

void compile_and_run(std::string_view pack, std::string_view text) {
  const rules::source source{"pack", pack};
  const rules::compilation made = rules::compile(std::span<const rules::source>(&source, 1));
  const hantext::result<rules::program> first = rules::compile(pack);
  require(first.has_value() == static_cast<bool>(made));
  if (!first) require(first.error().offset + first.error().length <= pack.size());
  for (const rules::diagnostic& one : made.problems)
    require(one.where.end <= pack.size() && !one.message.empty() && !to_string(one).empty());
  for (const rules::diagnostic& one : rules::check(pack))
    require(one.where.end <= pack.size());
  if (!made) return;
  run(*first, text);
  const std::string bytes = rules::save(*first);
  const hantext::result<rules::program> loaded = rules::load(bytes);
  require(loaded && rules::save(*loaded) == bytes);
}

/// Damages a stored pack in places that the input names, three bytes each, forges its checksum, and
/// runs what is loaded all the same.
void load_and_run(const std::uint8_t* data, std::size_t size, std::string_view text) {
  static const std::string stored = [] {
    const auto made = rules::compile(R"(
lexicon verb = 造林(kind=a) 开展(kind=b) ;
pattern name = ( not before(<verb>) [han] ){1,6}? ;
rule m.a emits m at n = v:<verb> what:name n:@number "亩" unless "，" between v and n
  where n.value > 2 set value = n.value, kind = v.kind ;
rule t.a emits t each n = [han]{2} n:@number ( "、" n:@number ){1,3}
  set near = nearest @m.value before in paragraph or "无", x = n ;
rule m.b blocks m = after("不") <verb> ;)");
    return rules::save(*made);
  }();
  std::string bytes = stored;
  for (std::size_t i = 0; i + 3 <= size; i += 3)
    bytes[(data[i] * 256U + data[i + 1]) % bytes.size()] = static_cast<char>(data[i + 2]);
  const std::uint64_t sum =
      rules::detail::checksum(std::string_view(bytes).substr(rules::detail::storage_header));
  for (std::size_t i = 0; i < 8; ++i)
    bytes[rules::detail::storage_header - 8 + i] = static_cast<char>(sum >> (8 * i) & 0xFF);
  const hantext::result<rules::program> loaded = rules::load(bytes);
  if (!loaded) return;
  run(*loaded, text);
  run(*loaded, "不造林清河30亩，开展植树1、2、3，造林清河4亩。");
}

} // namespace

/// The bytes up to the first zero are the pack, those behind it the text; behind a zero that comes
/// first twelve say how to damage a stored pack.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool loads = size > 0 && data[0] == 0;
  const std::uint8_t* const begin = data + (loads ? 1 : 0);
  const std::uint8_t* const end = data + size;
  const std::uint8_t* const cut =
      loads ? begin + std::min<std::ptrdiff_t>(end - begin, 12) : std::find(begin, end, 0);
  std::string text;
  for (const std::uint8_t* at = cut; at != end; ++at)
    append_piece(text, *at);
  if (loads) {
    load_and_run(begin, static_cast<std::size_t>(cut - begin), text);
    return 0;
  }
  std::string pack;
  for (const std::uint8_t* at = begin; at != cut; ++at)
    append_piece(pack, *at);
  compile_and_run(pack, text);
  return 0;
}
