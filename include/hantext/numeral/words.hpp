/// \file
/// Words of Chinese that hold numeral characters but no number, and words that look like one of
/// these and do: the data behind `scan`, and its lookup.
#pragma once

#include <hantext/numeral/symbols.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Words that hide a numeral which begins inside them and does not reach beyond them. Simplified
/// and, where it differs, traditional.
inline constexpr std::string_view words_without_number =
    // with 一 at the front
    "一切 一些 一样 一樣 一般 一定 一直 一起 一致 一体 一體 一旦 一线 一線 一律 一贯 一貫 "
    "一度 一向 一再 一边 一邊 一面 一时 一時 一流 一手 一把手 一把抓 一方面 一方 一同 一并 "
    "一併 一道 一经 一經 一举 一舉 一味 一心 一路 一番 一共 一概 一齐 一齊 一生 一辈子 "
    "一輩子 一半 一系列 一点 一點 一下 一会 一會 一带 一帶 一旁 一侧 一側 一端 一如 一视 "
    "一言 一目 一丝 一绝 一应 一来 一來 一往 一拥 一蹴 一锤 一脉 一鼓 一网 一馬 一马 一帆 "
    "一针 一瞬 一刹 一早 一口气 一股脑 一行 一身 一新 一空 一色 一贫 一朝 一阵 一陣 一连 "
    "一连串 一大批 一大早 一揽子 一刀切 一盘棋 一盤棋 一条龙 一條龍 一站式 一窗 一卡通 "
    "一本通 一码通 一锅端 一窝蜂 一家亲 一家人 一辈 一届 一代 一颗心 一而再 一氧化 一次性 "
    "一体化 一一 一二线 一开始 一開始 一眼 一键 一鍵 一角 一隅 一跃 一战 一以贯之 一对一 "
    "一衣带水 一抓到底 一己之 一片片 "
    // with 一 at the end
    "统一 統一 唯一 惟一 同一 单一 單一 专一 專一 逐一 之一 每一 任一 某一 另一 这一 這一 "
    "那一 哪一 合一 不一 万一 萬一 划一 归一 歸一 如一 其一 进一步 進一步 上一 下一 前一 "
    "后一 後一 头一 有一些 有一点 清一色 吃一惊 二合一 三合一 九一八 五一路 五一街 五一节 "
    "五一 六一 七一 八一 双十一 十一五 "
    // set phrases
    "一视同仁 一概而论 一期工程 一件事一次办 一意孤行 独一无二 獨一無二 数一数二 數一數二 "
    "说一不二 举一反三 舉一反三 九九归一 合二为一 三位一体 五位一体 从一而终 有朝一日 "
    "一心一意 一模一样 一模一樣 一五一十 一清二楚 一清二白 一干二净 一乾二淨 一穷二白 "
    "一石二鸟 一箭双雕 一举两得 一分为二 一国两制 一國兩制 一村一品 一人一策 一企一策 "
    "一户一策 一户一档 一事一议 一校一策 一点一滴 一言一行 一举一动 一砖一瓦 一草一木 "
    "一针一线 一朝一夕 一年一度 一步一个脚印 一老一小 一日三餐 一年四季 一波三折 一唱一和 "
    "一问一答 一问三不知 一日千里 一刻千金 一诺千金 一落千丈 一泻千里 一应俱全 一丝不苟 "
    "一如既往 三心二意 三番五次 三番两次 三三两两 三令五申 三言两语 三長兩短 三长两短 "
    "三五成群 三头六臂 三教九流 三顾茅庐 三更半夜 三天两头 三下五除二 三严三实 三会一课 "
    "三通一平 四面八方 四通八达 四通八達 四分五裂 四舍五入 四平八稳 四世同堂 五花八门 "
    "五花八門 五湖四海 五颜六色 五顏六色 五光十色 五险一金 五體投地 五体投地 五大三粗 "
    "五谷丰登 六神无主 六稳六保 七上八下 七嘴八舌 七手八脚 七拼八凑 七零八落 七七八八 "
    "七七事变 七十二变 八九不离十 八九不離十 八荣八耻 八面玲珑 九牛一毛 九死一生 九牛二虎 "
    "十全十美 十面埋伏 十拿九稳 十之八九 十有八九 十恶不赦 十万火急 十里八乡 十里八村 "
    "十年如一日 十指连心 接二连三 颠三倒四 朝三暮四 推三阻四 不三不四 低三下四 说三道四 "
    "挑三拣四 丢三落四 隔三差五 隔三岔五 乱七八糟 亂七八糟 横七竖八 杂七杂八 半斤八两 "
    "两全其美 两全齐美 两袖清风 两相情愿 两败俱伤 两弹一星 两学一做 进退两难 势不两立 "
    "千方百计 成千上万 成百上千 三十六计 三百六十行 二十四史 二十四节气 二十四孝 "
    "九九八十一难 二话不说 零零散散 零零碎碎 零零星星 零基预算 零增长点 一二三产 "
    // names, places and terms
    "一带一路 一帶一路 三重一大 二百五 一二九运动 两岸 兩岸 两会 兩會 两侧 兩側 两边 兩邊 "
    "两旁 兩旁 两极 两难 两手 两者 兩者 两翼 两口子 两用 两不误 两栖 两性 两山 两委 两癌 "
    "两面派 两面人 两面性 两码事 两广 两湖 两江新区 两样 两两 二手 二战 二戰 二炮 二世 二维 "
    "二維 二氧化 二胡 二人转 二次元 二者 二流 二郎 二连浩特 二把手 二孩 二胎 二锅头 二线 "
    "不二 二七区 二七广场 二七路 二噁英 二元 二三线 三四线 三农 三军 三軍 三星堆 三级跳 三農 "
    "三公经费 三包 三亚 三亞 三峡 三峽 三星电子 三国演义 三國演義 三明市 三明治 三门峡 "
    "三沙市 三河市 三台县 三江源 三轮摩托 三輪車 三角 三思 三维 三維 三资企业 三聚氰胺 "
    "三文鱼 三甲 三无 三夏 三秋 三伏 三九天 三下乡 三好学生 三八节 三八妇女节 三八红旗 三线 "
    "三产 三中全会 四中全会 五中全会 六中全会 一中全会 二中全会 七中全会 再三 张三 李四 王五 "
    "三轮车 四川 四平市 四处 四處 四周 四面 四季 四海 四邻 四肢 四会市 四合院 四书 四风 四旬 "
    "五一广场 五一劳动节 五一国际劳动节 五一假期 五一小长假 五一期间 五四青年 五四运动 "
    "五四精神 五谷 五穀 五金 五粮液 五星红旗 五彩 五台山 五官 五保 五常市 五脏 五味 五角星 "
    "五角大楼 五指山 五大连池 五莲 五河县 五华区 五华县 六安 六盘水 六盘山 六合区 六亲 六朝 "
    "七夕 七彩 七星区 七里河 七台河 八达岭 八卦 八方 八仙 八宝 八寶 八路军 八路軍 八里庄 "
    "八公山 八角 八宿 九龙 九龍 九江 九寨沟 九三学社 九霄 九州 九华山 九台区 九泉 数九 十分 "
    "十足 十字 十堰 红十字 紅十字 合十 双十二 十四五 十三五 十二五 十五五 十一假期 "
    "十一黄金周 十一长假 十九大 十八大 十七大 十六大 二十大 二十一大 十月革命 五十铃 零售 "
    "零件 零部件 零星 零碎 零散 零食 零钱 零錢 零工 零距离 零下 零上 零点 零點 零容忍 零陵 "
    "零落 零用 零卖 零担 零花 一成不变 一成不變 九成宫 九成宮 一年半载 一年半載 一时半 "
    "一星半点 一知半解 一官半职 一鳞半爪 一男半女 半导体 半導體 半岛 半島 半途 半数 半數 "
    "半空 半边天 半步 半路 半夜 半成品 半圆 半径 半壁 半推半就 半信半疑 大半 多半 过半 過半 "
    "减半 減半 折半 对半 參半 参半 上半 下半 前半 后半 後半 半日游 半个多 半天云 凋零 飘零 "
    "归零 清零 孤零零 零门槛 零基础 千万不 千万要 千万别 千万勿 千萬不 千萬要 千萬別 百姓 "
    "百货 百貨 百度 百花 百科 百般 百合 千般 万般 万物 萬物 万能 萬能 万里长城 队伍 隊伍 "
    "入伍 退伍 大陆 大陸 内陆 登陆 登陸 着陆 收拾 陆续 陸續 四射 四梁八柱 八纵八横 零碳 零和"sv;

/// Longer words that begin or end like one of these and do hold a number: 十分钟 beside 十分.
inline constexpr std::string_view words_with_number =
    "一点钟 一点半 一點鐘 一行字 一行诗 三角钱 四周年 四周岁 连续四周 第四周 四季度 十分钟 "
    "十分鐘 十四五岁 十四五个 十四五名"sv;

/// How many words a list holds.
template <class> constexpr std::size_t words_in(std::string_view list) noexcept {
  std::size_t count = 1;
  for (const char c : list)
    count += c == ' ' ? 1 : 0;
  return count;
}

/// Finds the words by the first numeral character in them and the character beside it: the one
/// behind it where the word begins with it, the one before it otherwise.
template <class T> struct numeral_word_table {
  static constexpr std::size_t hiding = words_in<T>(words_without_number);
  static constexpr std::size_t count = hiding + words_in<T>(words_with_number);
  static constexpr std::size_t buckets = 1024;
  static constexpr std::size_t none = count;

  std::array<std::uint16_t, buckets> first{}; ///< word of a bucket, or `none`
  std::array<std::uint16_t, count> next{};    ///< the following word of the same bucket
  std::array<std::uint8_t, count> anchor{};   ///< offset of the numeral character
  std::array<std::uint16_t, count> begin{};   ///< of the word in its list
  std::array<std::uint8_t, count> length{};

  constexpr std::string_view word(std::size_t index) const noexcept {
    const std::string_view list = index < hiding ? words_without_number : words_with_number;
    return list.substr(begin[index], length[index]);
  }
  /// Both characters have three bytes.
  static constexpr std::size_t bucket(std::string_view text, std::size_t one,
                                      std::size_t other) noexcept {
    const std::uint32_t mixed =
        (numeral_byte(text, one + 1) * 31 + numeral_byte(text, one + 2)) * 37 +
        (numeral_byte(text, other) * 41 + numeral_byte(text, other + 1)) * 43 +
        numeral_byte(text, other + 2) * 7 + (one < other ? 1U : 0U);
    return mixed % buckets;
  }

  constexpr numeral_word_table() noexcept {
    for (auto& each : first) {
      each = static_cast<std::uint16_t>(none);
    }
    std::size_t at = 0;
    for (std::size_t index = 0; index < count; ++index) {
      const std::string_view list = index < hiding ? words_without_number : words_with_number;
      if (index == hiding) at = 0;
      std::size_t end = at;
      while (end < list.size() && list[end] != ' ')
        ++end;
      begin[index] = static_cast<std::uint16_t>(at);
      length[index] = static_cast<std::uint8_t>(end - at);
      at = end + 1;
      std::size_t offset = 0;
      while (!numeral_symbol_at(word(index), offset).starts) {
        offset += 3;
      }
      anchor[index] = static_cast<std::uint8_t>(offset);
      const std::size_t place = bucket(word(index), offset, offset == 0 ? 3 : offset - 3);
      next[index] = first[place];
      first[place] = static_cast<std::uint16_t>(index);
    }
  }

  /// Where the farthest-reaching word around the numeral character at `offset` ends, if it hides
  /// the numeral; 0 where there is none or the number counts.
  constexpr std::size_t end_of_hiding_word(std::string_view text,
                                           std::size_t offset) const noexcept {
    std::size_t best = none;
    std::size_t best_end = 0;
    const auto look = [&](std::size_t place) {
      for (std::size_t index = first[place]; index != none; index = next[index]) {
        if (anchor[index] > offset || !numeral_at(text, offset - anchor[index], word(index))) {
          continue;
        }
        const std::size_t end = offset - anchor[index] + word(index).size();
        if (end > best_end || (end == best_end && index >= hiding)) {
          best = index;
          best_end = end;
        }
      }
    };
    if (numeral_three_bytes(text, offset + 3)) look(bucket(text, offset, offset + 3));
    if (offset >= 3 && numeral_three_bytes(text, offset - 3)) {
      look(bucket(text, offset, offset - 3));
    }
    return best < hiding ? best_end : 0;
  }
};
template <class T = void> inline constexpr numeral_word_table<T> numeral_word_lookup{};

} // namespace hantext::detail
