// Duplicate paragraphs of a page that was printed carelessly: what belongs together, and how well.
#include <hantext/dedup.hpp>

#include <cstdio>
#include <string_view>
#include <vector>

int main() {
  namespace dedup = hantext::dedup;
  const std::vector<std::string_view> paragraphs = {
      "今年以来，云溪镇疏通灌渠12公里，三千亩水田用上了放心水。",
      "让老街坊在家门口学到新手艺",
      "今年以来,云溪镇疏通灌渠12公里, 三千亩水田用上了放心水.",
      "今年以来，云溪镇硫通灌渠12公里，三千亩水田用上了放心永。",
      "安平街道办起夜校，让老街坊在家门口学到新手艺，三个月来了两百多人。",
      "全县延长林果产业链链链链链，做活山货文章。",
  };

  for (const auto& group : dedup::find(paragraphs)) {
    const std::string_view kind = to_string(group.kind);
    std::printf("%.*s, similarity %.2f\n", int(kind.size()), kind.data(), group.similarity);
    for (const auto& member : group.members) {
      const std::string_view text = member.matched.in(paragraphs[member.item]);
      std::printf("  %zu: %.*s\n", member.item, int(text.size()), text.data());
    }
  }

  for (const auto paragraph : paragraphs) {
    for (const auto& found : dedup::repeats(paragraph)) {
      const std::string_view unit = found.unit.in(paragraph);
      std::printf("%.*s is printed %zu times in a row at byte %zu\n", int(unit.size()), unit.data(),
                  found.count, found.text.begin);
    }
  }

  std::printf("%.3f\n", dedup::similarity("安平街道党工委书记", "安平街道党工委副书记"));
}

// Output:
// near, similarity 0.92
//   0: 今年以来，云溪镇疏通灌渠12公里，三千亩水田用上了放心水。
//   2: 今年以来,云溪镇疏通灌渠12公里, 三千亩水田用上了放心水.
//   3: 今年以来，云溪镇硫通灌渠12公里，三千亩水田用上了放心永。
// contained, similarity 1.00
//   1: 让老街坊在家门口学到新手艺
//   4: 让老街坊在家门口学到新手艺
// 链 is printed 5 times in a row at byte 24
// 0.900
