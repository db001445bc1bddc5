// From a page as scanned to records: lines cut by the column, blanks between characters.
#include <hantext/extract.hpp>

#include <iostream>
#include <string>

int main() {
  const std::string page = "    本报讯 （记者林晓） 今年以来，清源县持续开\n"
                           "展“清水入河”行动，清理河道 30 多公里，投 入\n"
                           "资 金 1.2 亿 元，水质达标率同比提高3.5个百分\n"
                           "点。县水利局建立河长巡查制度，每月巡查不少\n"
                           "于两次。\n";

  const hantext::analysis found = hantext::analyze(page);

  for (const hantext::metric& m : found.metrics) {
    std::cout << m.indicator.value_or("?") << ": " << to_string(m.value) << ' ' << m.unit << " ("
              << to_string(m.bound) << ", " << to_string(m.trend) << "), " << m.actor.value_or("?")
              << ", " << m.period.value_or("?") << ", bytes " << m.source.begin << '-'
              << m.source.end << '\n';
  }
  for (const hantext::initiative& i : found.initiatives) {
    std::cout << i.name << " [" << to_string(i.kind) << "] " << i.actor.value_or("?") << ", "
              << i.action.value_or("?") << '\n';
  }
}
// Output:
// 清理河道: 30 公里 (over, none), 清源县, 今年以来, bytes 110-122
// 投入资金: 120000000 元 (exact, none), 清源县, 今年以来, bytes 141-152
// 水质达标率: 3.5 百分点 (exact, up), 清源县, 今年以来, bytes 182-198
// 巡查: 2 次 (at_least, none), 县水利局, 每月, bytes 252-268
// 清水入河行动 [campaign] 清源县, 持续开展
// 河长巡查制度 [mechanism] 县水利局, 建立
