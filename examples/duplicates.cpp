// Duplicate paragraphs of a page that was printed carelessly: what belongs together, and how well.
#include <hantext/dedup.hpp>

#include <cstddef>
#include <cstdio>
#include <string_view>
#include <vector>

int main() {
  namespace dedup = hantext::dedup;
  const auto print = [](std::string_view text, const char* end = "\n") {
    std::printf("%.*s%s", int(text.size()), text.data(), end);
  };
  const std::vector<std::string_view> paragraphs = {
      "今年以来，云溪镇疏通灌渠12公里，三千亩水田用上了放心水。",
      "让老街坊在家门口学到新手艺",
      "今年以来,云溪镇疏通灌渠12公里, 三千亩水田用上了放心水.",
      "今年以来，云溪镇硫通灌渠12公里，三千亩水田用上了放心永。",
      "安平街道办起夜校，让老街坊在家门口学到新手艺，三个月来了两百多人。",
      "全县延长林果产业链链链链链，做活山货文章。",
  };
  for (const auto& group : dedup::find(paragraphs)) {
    print(to_string(group.kind), "");
    std::printf(", similarity %.2f\n", group.similarity);
    for (const auto& member : group.members) {
      std::printf("  %zu: ", member.item);
      print(member.matched.in(paragraphs[member.item]));
    }
  }
  for (const auto& change : dedup::difference(paragraphs[0], paragraphs[3])) {
    print(change.left.in(paragraphs[0]), " became ");
    print(change.right.in(paragraphs[3]));
  }
  for (const auto& found : dedup::repeats(paragraphs[5])) {
    print(found.unit.in(paragraphs[5]), "");
    std::printf(" is printed %zu times in a row at byte %zu\n", found.count, found.text.begin);
  }
  // A stream: ask, then add; save, and load where the work goes on.
  dedup::index seen;
  for (const auto paragraph : paragraphs)
    if (seen.query(paragraph).empty()) seen.add(paragraph);
  std::vector<std::byte> bytes;
  seen.save(bytes);
  if (const auto loaded = dedup::index::load(bytes))
    std::printf("%zu paragraphs are new\n", loaded->size());
}

// Output:
// near, similarity 0.92
//   0: 今年以来，云溪镇疏通灌渠12公里，三千亩水田用上了放心水。
//   2: 今年以来,云溪镇疏通灌渠12公里, 三千亩水田用上了放心水.
//   3: 今年以来，云溪镇硫通灌渠12公里，三千亩水田用上了放心永。
// contained, similarity 1.00
//   1: 让老街坊在家门口学到新手艺
//   4: 让老街坊在家门口学到新手艺
// 疏 became 硫
// 水 became 永
// 链 is printed 5 times in a row at byte 24
// 4 paragraphs are new
