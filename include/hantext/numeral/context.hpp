/// \file
/// What stands beside a numeral and decides what its characters mean: the lists behind `parse` and
/// `scan`, as data.
#pragma once

#include <hantext/numeral/types.hpp>

#include <string_view>

namespace hantext::detail {

/// Words that begin with 余, 多 or 来; after a number these are not "and more".
inline constexpr std::string_view words_with_more[] = {
    "余额", "余姚",   "余杭",   "余粮",   "余震",   "余热",   "余江",   "餘額",   "餘杭",
    "餘震", "多元化", "多元主", "多元文", "多功能", "多媒体", "多媒體", "多样化", "多样性",
    "多樣", "多边主", "多语种", "多民族", "多党",   "多层次", "来自",   "来源",   "来到",
    "来访", "来临",   "来说",   "来看",   "来信",   "来电",   "来往",   "来华",   "来函",
    "来宾", "来客",   "来者",   "来得",   "来不",   "来了",   "來自",   "來源",   "來到",
    "來訪", "來臨",   "來說",   "來看",   "來信",   "來電",   "來往",   "來賓",
};

/// What may follow 十数 (a dozen or so); elsewhere 数 begins a word such as 数据.
inline constexpr std::string_view counted_after_ten_odd[] = {
    "年", "人", "个", "個", "名", "家", "里", "条", "種", "种", "位", "次", "天", "日", "万", "萬"};

/// What makes 百 and 千 the beginning of a word: 3百分点.
inline constexpr std::string_view words_after_hundred[] = {"分点", "分點", "分比", "分制"};

/// What makes 千 and 百 a part of the unit: 750千伏, 2000万千瓦.
inline constexpr std::string_view units_after_thousand[] = {
    "瓦", "伏", "米", "克", "卡", "赫", "帕", "焦", "牛", "安", "字节", "比特", "公顷", "公頃"};

/// Prefixes of a bare multiplier: 上百, 近千, 超百亿. The longer ones stand first.
struct numeral_prefix {
  std::string_view word;
  numeral::bound limit;
};
inline constexpr numeral_prefix numeral_prefixes[] = {
    {"超过", numeral::bound::over}, {"超過", numeral::bound::over},
    {"突破", numeral::bound::over}, {"超", numeral::bound::over},
    {"逾", numeral::bound::over},   {"上", numeral::bound::at_least},
    {"近", numeral::bound::under},
};

/// Characters before 数 with which it makes a noun: 人数, 户数.
inline constexpr std::string_view before_number_noun[] = {
    "人", "总", "總", "次", "户", "戶", "分", "倍", "指", "系", "基", "多", "少", "件", "参",
    "函", "代", "整", "个", "個", "天", "岁", "歲", "字", "票", "点", "常", "度", "读", "票",
    "无", "無", "悉", "如", "奇", "偶", "半", "算", "位", "辆", "名", "例", "项", "家", "页"};

/// What 上 belongs to when it says where or when: 晚上, 网上.
inline constexpr std::string_view before_place_above[] = {
    "晚", "早", "以", "网", "網", "线", "線", "路", "街", "身", "手", "会", "會", "场", "場", "界",
    "史", "本", "马", "馬", "车", "車", "船", "山", "地", "海", "天", "陆", "陸", "床", "桌", "墙",
    "脸", "台", "河", "江", "湖", "坡", "楼", "树", "上", "同", "加", "登", "赶", "基", "总", "体"};

/// What 近 belongs to when it says near: 附近, 最近.
inline constexpr std::string_view before_near[] = {"附", "最", "靠", "邻", "鄰", "亲",
                                                   "親", "远", "遠", "贴", "貼", "新"};

/// Characters after which a hyphen or 负 is the sign of a figure: 同比-3.5%, 气温为负5度. Behind
/// any other character 负 ends a word (肩负, 减负) and a hyphen joins a name (歼-20).
inline constexpr std::string_view before_minus[] = {
    "比", "破", "为", "為", "率", "达", "達", "速", "是", "幅", "值", "额", "額",
    "差", "约", "約", "温", "溫", "于", "於", "润", "潤", "益", "至", "到"};

/// What follows a digit string of two or three digits that is one: 九八年.
inline constexpr std::string_view after_short_digit_string[] = {"年", "号", "號", "室", "房", "届"};

/// What makes the multiplier after 上, 近 or 超 the beginning of another word: 上百货.
inline constexpr std::string_view after_bare_multiplier[] = {"姓", "货", "貨", "花",
                                                             "般", "能", "物", "科"};

/// Measure words that 半 halves. Behind some a half may follow (两年半); 月 and 日 are not among
/// these, for 五月半 is a date.
struct measure_word {
  std::string_view word;
  bool half_follows;
};
inline constexpr measure_word measure_words[] = {
    // the longer ones stand before those they begin with
    {"小时", true}, {"小時", true}, {"分钟", true}, {"分鐘", true},   {"公里", true},
    {"公斤", true}, {"公顷", true}, {"公頃", true}, {"世纪", true},   {"世紀", true},
    {"学期", true}, {"學期", true}, {"星期", true}, {"平方米", true}, {"个", true},
    {"個", true},   {"年", true},   {"天", true},   {"岁", true},     {"歲", true},
    {"周", true},   {"週", true},   {"倍", true},   {"里", true},     {"斤", true},
    {"吨", true},   {"噸", true},   {"米", true},   {"亩", true},     {"畝", true},
    {"块", true},   {"塊", true},   {"杯", true},   {"碗", true},     {"瓶", true},
    {"圈", true},   {"场", true},   {"場", true},   {"届", true},     {"秒", true},
    {"月", false},  {"日", false},  {"片", false},  {"张", false},    {"張", false},
};

/// What stands before 半 where it does not halve: 上半年, 大半年.
inline constexpr std::string_view before_no_half[] = {"上", "下", "前", "后", "後", "大", "多",
                                                      "小", "过", "過", "对", "對", "每", "各",
                                                      "这", "那", "折", "参", "夜", "个", "個"};

/// What stands behind 半 where it ends a number: 两年半后. Elsewhere it begins a word (半导体).
inline constexpr std::string_view after_half[] = {
    "的", "后", "後", "前", "来", "來", "时", "時", "内", "內", "多", "以", "之", "里",
    "了", "才", "就", "也", "过", "過", "已", "至", "到", "间", "間", "中", "左", "上"};

/// What 个半 does not halve: 两个半年 is twice half a year.
inline constexpr std::string_view halves_themselves[] = {"年", "天", "日", "场", "場"};

/// What makes half a measure part of a word: 半月谈, 半年报.
inline constexpr std::string_view after_no_half[] = {"谈", "談", "刊", "板", "报",
                                                     "報", "制", "亭", "度"};

/// Units: a shortened number such as 一千二百三 never has one behind it, so it may as well mean
/// 1,203.
inline constexpr std::string_view units_after_number[] = {
    "元", "人", "个", "個", "米", "名", "户", "戶", "亩", "畝", "吨", "噸", "家", "万",
    "台", "辆", "輛", "条", "條", "件", "年", "天", "岁", "歲", "块", "塊", "斤", "公",
    "平", "立", "角", "分", "次", "位", "棵", "株", "头", "頭", "只", "隻", "张", "張",
    "所", "座", "项", "項", "场", "場", "套", "本", "册", "里", "度", "级", "瓦", "升",
    "千", "毫", "厘", "圆", "圓", "美", "欧", "歐", "港", "日", "英", "多", "余", "餘"};

/// What makes 兆 a multiplier in prose; elsewhere it is a unit: 百兆宽带.
inline constexpr std::string_view currencies_after_zhao[] = {
    "元",     "日元",   "日圆", "日圓", "韩元", "韓元", "韓圜", "美元", "美金",
    "新台币", "新臺幣", "台币", "臺幣", "圆",   "圓",   "円",   "卢比", "盧比"};

/// What makes 成 the beginning of a word rather than a tenth: 三成立.
inline constexpr std::string_view after_no_tenth[] = {
    "立", "功", "为", "為", "员", "員", "果", "长", "長", "本", "都", "绩", "績", "交", "型",
    "分", "熟", "人", "材", "形", "品", "效", "就", "因", "语", "語", "套", "册", "群", "对",
    "對", "片", "年", "了", "一", "名", "性", "批", "千", "百", "县", "市", "双", "雙", "才"};

} // namespace hantext::detail
