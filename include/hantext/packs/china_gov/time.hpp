/// \file
/// A part of the pack china_gov.hpp: what dates, years, stretches of time and datelines are.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Statements of the pack, in the rule language: days, years, periods.
inline constexpr std::string_view china_gov_time =
    R"pack(
# --- time ----------------------------------------------------------------------------------------

# What a time says is put into terms that extract/period.hpp describes: shift, in years from the
# page's; part of the year or month; reach.
lexicon time_word (reach=now) =
  截至目前 截止目前 截至日前 目前 当前 目前為止 截至目前為止 當前 截至現在 现在 如今 ;
lexicon time_word (reach=since) =
  今年以来(shift=0) 今年来(shift=0) 去年以来(shift=-1) 今年以來(shift=0) ;
lexicon time_word (shift=0) =
  今年 本年 年内 本年度 今年度 今年内 今年全年 本财年 本財年 本财政年度 本財政年度 ;
lexicon time_word (shift=-1) =
  去年 上年 去年度 上年度 上一年度 上财年 上財年 上一财政年度 上一財政年度 去年全年 上年末(part=end)
  上年底(part=end) 上年全年 ;
lexicon time_word (shift=1) =
  明年 明年度 下年度 下一年度 下财年 下財年 下一财政年度 下一財政年度 新一個財政年度 新一个财政年度 ;
lexicon time_word =
  大前年(shift=-3) 前年(shift=-2) 前年底(shift=-2,part=end) 上半年(part=h1) 下半年(part=h2) 年初(part=begin)
  年底(part=end)
  年末(part=year-end) 一季度(part=q1) 二季度(part=q2) 三季度(part=q3) 四季度(part=q4) 第一季度(part=q1)
  第二季度(part=q2) 第三季度(part=q3) 第四季度(part=q4) 前三季度(part=q3-to-date)
  一季度末(part=q1) 二季度末(part=q2) 三季度末(part=q3) 四季度末(part=q4)
  年底前(part=end,reach=before) 年末前(part=end,reach=before)
  首季(part=q1) 首季度(part=q1) 第一季(part=q1) 第二季(part=q2) 第三季(part=q3) 第四季(part=q4)
  第1季(part=q1) 第2季(part=q2) 第3季(part=q3) 第4季(part=q4)
  第1季度(part=q1) 第2季度(part=q2) 第3季度(part=q3) 第4季度(part=q4) 前三季(part=q3-to-date) ;
lexicon time_word (reach=day) =
  当天(count=0) 当日(count=0) 当晚(count=0) 今日(count=0) 今天(count=0) 昨日(count=-1)
  昨天(count=-1)
  明天(count=1) 當天(count=0) 當日(count=0) 今早(count=0) 今晨(count=0) 今午(count=0) 今晚(count=0)
  昨晨(count=-1) 昨早(count=-1)
  昨午(count=-1) 昨晚(count=-1) 昨夜(count=-1) 明早(count=1) 明晨(count=1) 明午(count=1) 明晚(count=1) ;
lexicon time_word (part=year) = 全年 全年度 ;
lexicon time_word =
  上个月(reach=previous-month) 上個月(reach=previous-month) 本月(reach=month) 当月(reach=month)
  上月(reach=previous-month) 上月底(reach=previous-month,part=end)
  上月末(reach=previous-month,part=end) 本月底(reach=month,part=end) ;
lexicon time_word =
  历年来 歷年來 几年来 幾年來 数年来 數年來 期末 月底前 汛期 主汛期 开年以来 当年 當年 近年来 近年
  近年來 多年来 历年 次日 近日
  日前 近期 本周 上周 每年 每月
  每天 每日
  每学年 每学期 每學年 每半年 每周 每週 每季度 下一步 长期以来 一直以来 長期以來 半年前 半年来 入冬以来
  入夏以来
  入汛以来 本季 本季度 上季 上季度 当季 年内前 月底 月末 今後 未來 这些年 這些年 年初以来 去冬今春
  近几年 近幾年 近些年 到目前为止 迄今为止 截至目前为止 过去一周 过去一周内 最近一周
    刚刚过去的一年 前段时间 前一段时间 前一阵子 前几年 前些年 每个月 每個月 本学期 本學期 开年以来
    次日起 翌日起 即日起 ;
lexicon time_word (reach=same,shift=-1) = 去年同期 上年同期 前一年同期 ;
lexicon time_word (reach=same,shift=-2) = 前年同期 ;
lexicon day_part = 上午 下午 中午 凌晨 清晨 清早 早上 早晨 晚上 晚间 晚 傍晚 夜间 夜 午后 ;
lexicon this_year = 本年(shift=0) 今年(shift=0) 去年(shift=-1) 前年(shift=-2) 明年(shift=1) 当年 次年 ;
# The five-year plans.
lexicon plan_period =
  十二五”(year=2011,year_end=2015) 十三五”(year=2016,year_end=2020) 十四五”(year=2021,year_end=2025)
  十五五”(year=2026,year_end=2030)
  十二五(year=2011,year_end=2015) 十三五(year=2016,year_end=2020) 十四五(year=2021,year_end=2025)
  十五五(year=2026,year_end=2030)
  “十一五”(year=2006,year_end=2010) “十二五”(year=2011,year_end=2015)
  “十三五”(year=2016,year_end=2020)
  “十四五”(year=2021,year_end=2025) “十五五”(year=2026,year_end=2030) ;
lexicon time_part =
  底(part=end) 末(part=end) 初(part=begin) 年初(part=begin) 上旬(part=early) 中旬(part=middle) 下旬(part=late)
  年底(part=end)
  年末(part=year-end) 上半年(part=h1) 下半年(part=h2) 前三季度(part=q3-to-date) 一季度(part=q1)
  二季度(part=q2)
  三季度(part=q3) 四季度(part=q4) 第一季度(part=q1) 第二季度(part=q2) 第三季度(part=q3)
  第四季度(part=q4)
  一季度末(part=q1) 二季度末(part=q2) 三季度末(part=q3) 四季度末(part=q4)
  底前(part=end,reach=before) 年底前(part=end,reach=before) 年初以来(reach=since) 初以来(reach=since)
  首季(part=q1) 首季度(part=q1) 第一季(part=q1) 第二季(part=q2) 第三季(part=q3) 第四季(part=q4)
  第1季(part=q1) 第2季(part=q2) 第3季(part=q3) 第4季(part=q4)
  第1季度(part=q1) 第2季度(part=q2) 第3季度(part=q3) 第4季度(part=q4) 前三季(part=q3-to-date) ;
lexicon since_word (reach=since) = 以来 以來 起 至今 迄今 ;
lexicon since_word (reach=before) = 前 以前 之前 ;
lexicon until_word (reach=until) = 截至 截止 ;
lexicon until_word (reach=since) = 自 ;
lexicon recent_word (reach=past) = 近 过去 最近 過去 ;
lexicon recent_word (reach=future) = 未来 今后 未來 今後 ;
lexicon time_unit = 年(unit=year) 个月(unit=month) 個月(unit=month) 天(unit=day) ;
lexicon day_mark = 日 号 號 ;
# House, line and document numbers look like days.
lexicon numbered = 风球 風球 文件 楼 線 线 桥 院 店 馆 机 井 车 ;

pattern dash = "-" | "—" | "－" | "–" | "~" | "～" | "至" | "到" ;
pattern day_end = [space]? <day_mark> not before(<numbered> | "”") ;
pattern han_pair = ( [han] | "○" | "〇" ){2} ;
pattern han_year = ( "二〇" | "二零" | "一九" | "二○" ) han_pair ;
pattern roc_next = before([digit] | "度" | "底" | "初" | "上半年" | "下半年") ;

pattern hour = [digit]{1,2} ( dash [digit]{1,2} )? ( "时" | "時" ) not before([digit] | "代" | "间" |
  "間")
  | [digit]{1,2} ( "点" | "點" ) ( [digit]{1,2} "分" | "半" )? not before([digit] | "多" | "之" | "的") ;
# Months and days in Chinese numerals: 六月底, 十一月三日.
pattern han_month =
  not after([digit] | "十" | "个" | "個" | "第" | "数") ( "十" ( "一" | "二" )? | "一" | "二" | "三" | "四" |
    "五" | "六" | "七" | "八" | "九" ) ;
pattern han_day = ( ( "二" | "三" )? "十" )? ( "一" | "二" | "三" | "四" | "五" | "六" | "七" | "八"
  | "九" ) |
  ( "二" | "三" )? "十" ;
pattern season = "春季" "学期"? | "秋季" "学期"? | "夏季" | "冬季" | "春节" | "暑期" | "夏天" |
  "冬天" | "春天" | "秋天" ;

# 比上年 compares; it does not date.
lexicon festival = 元旦 春节 清明 五一 “五一” 端午 中秋 国庆 十一 暑假 寒假 春節 國慶 春运 ;
lexicon festival_time = 期间 假期 长假 小长假 黄金周 假期期间 长假期间 小长假期间 黄金周期间 期間
  連假 假期間 前夕 前后 前後 ;
# 比上年末: compared with, so that 年末 in it dates nothing.
rule no_time.compared blocks time = ( "比" | "较" | "較" | "与" | "與" | "同" ) ( <this_year>
  <time_part> | <time_word> ) not before(<festival>) ;
rule time.word emits time
  = not after("比" | "较" | "較" | "与" | "與" | "同" | "上年" | [digit]) word:<time_word>
  set shift = word.shift, part = word.part, reach = word.reach, count = word.count ;
# 今年一季度, 去年底
rule time.part emits time
  = not after("比" | "较" | "較" | "与" | "與" | "同" | "上年" | [digit]) ( edge:<until_word> [space]? )?
    which:<this_year> part:<time_part> tail:<since_word>?
  set shift = which.shift, part = part.part, reach = edge.reach or part.reach or tail.reach ;
# 109年1月, 預計112年: years of the Republic of China.
rule time.date emits time
  = ( edge:<until_word> [space]? | after(edge | [punctuation] | "争" | "爭") ( "到" | "至" )
      before([digit]{4} "年") )?
    ( <this_year>? not after([digit]) year:( [digit]{4} ) [space]? "年"
      | year:han_year "年"
      | ( "民國" | "民国" ) roc:( [digit]{2,3} ) "年" | not after([digit]) roc:( [digit]{2,3} )
      "年"
      | which:<this_year> )?
    [space]? not after([digit]) month:( [digit]{1,2} ) [space]? "月"
    ( "份" | part:<time_part>
    | [space]? day:( [digit]{1,2} ) day_end
      ( "起"? dash ( month_end:( [digit]{1,2} ) "月" )? [space]? last:( [digit]{1,2} ) day_end )?
      )?
    <day_part>? hour? ( tail:<since_word> | "止" )?
  set year = year, republic = roc, shift = which.shift, month = month, month_end = month_end, day
      = day,
      day_end = last, part = part.part, reach = edge.reach or part.reach or tail.reach ;
# 截至昨日, 截止中午
rule time.until_word emits time
  = edge:<until_word> [space]? ( word:<time_word> | <day_part> ) hour?
  set shift = word.shift, part = word.part, reach = edge.reach, count = word.count ;
# 从2021年起
rule time.from emits time at when
  = ( "从" | "從" ) when:( ( not after([digit]) year:( [digit]{4} ) "年" ( month:( [digit]{1,2} )
      "月" )? | month:( [digit]{1,2} ) "月" )
    "份"? ( day:( [digit]{1,2} ) "日" )? "起" ) not before("步" | "点" | "點")
  set year = year, month = month, day = day, reach = "since" ;
# 111學年度, 2023—2024学年
rule time.school_year emits time
  = not after([digit])
    ( ( [digit]{4} dash [digit]{2} dash )? [digit]{3,4} ( ( dash | "/" ) [digit]{2,4} )? | han_year
    ( "/" | dash ) han_pair ) ( ( "学年" | "學年" ) "度"? | ( "财" | "財" ) ( "政" "年度" | "年" ) |
    "年度" ) ( "上学期" | "下学期" | "第一学期" | "第二学期" )? ;
rule time.decade emits time = ( "上世纪" | "上個世紀" | "本世纪" | "20世纪" ) ( [digit]{2} |
  [han]{1,2} ) "年代"
  ( "初" | "中期" | "末" )? ;
rule time.glossed emits time
  = ( "今天" | "昨天" | "今日" | "昨日" | "今" | "昨" ) "（" ( month:( [digit]{1,2} ) "月" )? day:(
    [digit]{1,2} ) ( "日" )? "）" ( "日" )? <day_part>? hour?
  set month = month, day = day ;
# 今（114）年
rule time.glossed_year emits time
  = ( "今" | "去" | "明" | "後" | "前" | <this_year> ) ( "（" | "(" ) ( roc:( [digit]{2,3} ) |
      year:( [digit]{4} ) ) ( "）" | ")" ) "年" "度"? ( part:<time_part> )?
  set republic = roc, year = year, part = part.part ;
rule time.season emits time = which:<this_year> ( season | "暑假" | "寒假" ) set shift = which.shift ;
rule time.han_month emits time
  = ( edge:<until_word> [space]? )?
    ( year:han_year "年" | not after([digit]) year:( [digit]{4} ) "年" |
    which:<this_year> )?
    month:han_month "月" ( "份" | part:<time_part> | day:han_day ( "日" | "號" ) )? ( tail:<since_word>
    | "止" )?
    not before("球" | "亮" | "光" | "饼" | "龄" | "齡")
  set year = year, shift = which.shift, month = month, day = day, part = part.part, reach =
    edge.reach or part.reach or
      tail.reach ;
rule time.day emits time
  = ( edge:<until_word> [space]? )? ( "本月" | "当月" )? not after([digit] | "〕" | "]" | "台风" |
      "颱風" | "第" | "道" | "线" | "線" | "路" | "楼" | "巷" | "弄" | [digit] "-") day:( ( "0" |
      "1" | "2" )? [digit] | "3" ( "0" | "1" ) ) ( dash last:( [digit]{1,2} ) )? <day_mark>
    not
      before(<numbered> | "”") <day_part>? hour?
  set day = day, day_end = last, reach = edge.reach ;
# 至今，已植树300株。
rule time.to_date emits time = after(edge | "，") ( "至今" | "迄今" ) before("，" | "已" | "全") set
  reach = "now" ;
rule time.months emits time
  = ( not after([digit]) year:( [digit]{4} ) [space]? "年" | ( "民國" )? roc:( [digit]{2,3} ) "年"
      | which:<this_year> )?
    not after([digit]) month:( [digit]{1,2} ) ( "月" "份"? )? dash month_end:( [digit]{1,2} ) "月"
    "份"?
  set year = year, republic = roc, shift = which.shift, month = month, month_end = month_end ;
rule time.first_months emits time
  = ( not after([digit]) year:( [digit]{4} ) [space]? "年" | year:han_year "年" | which:<this_year>
      )? ( "前" | "头" | "首" )
      [space]?
    count:@number [space]? ( "个" | "個" )? "月"
  set year = year, shift = which.shift, count = count.value, part = "first-months" ;
rule time.first_quarters emits time
  = ( [digit]{4} [space]? "年" | <this_year> )? ( "前" | "首" ) @number ( "个" | "個" )? ( "季度" | "季" ) ;
rule time.year emits time
  = not after("比" | "较" | "較" | "与" | "與") ( edge:<until_word> [space]? | after(edge |
      [punctuation] | "争" | "爭") ( "到" | "至" ) )?
    ( not after([digit]) year:( [digit]{4} ) dash year_end:( [digit]{4} ) [space]? "年"
      | <this_year>? not after([digit]) year:( [digit]{4} ) [space]? "年" ( dash year_end:(
      [digit]{4} ) [space]? "年" )?
      | year:han_year "年"
      | ( "民國" | "民国" ) roc:( [digit]{2,3} ) "年"
      | not after([digit]) roc:( [digit]{2,3} ) "年" dash [digit]{2,3} "年"
      | not after([digit]) roc:( [digit]{3} ) ( "-" | "、" | "至" | "—" | "~" ) [digit]{3} "年"
      | not after([digit]) roc:( [digit]{2,3} ) "年" roc_next
      | after("預計" | "于" | "於" | "自" | "至" | "在" | "因" | "迄" | edge | [punctuation]) not
      after([digit]) roc:( "1" [digit]{2} ) "年" )
    ( "上世纪"? [digit]{1,2} "年间" | part:<time_part> tail:<since_word>? | "全年" | "度" | season?
    tail:<since_word> | season
    | "期间" )?
  set year = year, republic = roc, year_end = year_end, part = part.part,
      reach = edge.reach or part.reach or tail.reach ;
rule time.plan_years emits time = <plan_period> "前" ( "两" | "三" | "四" ) "年" ;
rule time.plan emits time
  = plan:<plan_period> ( "规划" | "开局" )? ( "期间" | "时期" | tail:<since_word> | part:<time_part> )
  set year = plan.year, year_end = plan.year_end, reach = tail.reach, part = part.part ;
rule time.recent emits time
  = lead:<recent_word> ( count:@number | "数" | "數" | "几" | "幾" ) unit:<time_unit> ( "来" |
      "以来" | "內" | "内" | "里" | "间"
      )?
  set reach = lead.reach, count = count.value, unit = unit.unit ;
rule time.span emits time
  = @number "年" ( "间" | "間" | before("翻" | "累计" | "共" | "累計") )
  | after(edge | "，" | "；" | "“") @number "年" before("新增" | "转移" | "建成" | "完成" | "投入" |
      "实现" | "增加" | "减少" | "可" | "得" | "下来" | "下來" | "要") ;
# 两天后, 三年前
rule time.later emits time = @number ( "天" | "年" | "周" | "小时" | "小時" | "个月" | "個月" | "日"
  ) ( "后" | "後" | "前" ) not
  before("期" | "沿" | "续" | "勤" | "台" | "面" | "来" | "三" | "十" | "五" | "两" | "往" | "进") ;
# 三个月内，拆除违建200平方米
rule time.within emits time = after(edge | "，") @number ( "个月" | "個月" | "天" | "年" | "日" ) (
  "内" | "內" ) before("，") ;
rule time.since emits time = count:@number "年" ( "来" | "以来" | "來" | "多来" )
  set reach = "past", count = count.value, unit = "year" ;
# 入户调查开展以来, 疫情防控期间: since when, or while what lasts
rule time.event emits time
  = after(edge | "，" | "。" | "；" | "“")
    ( not before(<time_word> | "我" | "他" | "她" | "自" | "了" | "一直" | "以来" | "期间" | "期間")
    [han] ){2,12}?
    ( "以来" | "以來" | "期间" | "期間" | "至今" | "迄今" ) before("，" | ",")
  | after(edge | "，" | "。" | "；" | "：") ( "迄今" | ( "到" | "至" | "迄" ) "目前" )
  | "自" ( not before(<time_word> | "以来" | "以來") [han] ){2,10}? ( "以来" | "以來" ) before("，" | ",")
  set reach = "past" ;
# 这五年，是……的五年: the years that a report looks back on
rule time.these_years emits time
  = after(edge | "，" | "。" | "；" | "：" | "—" | "“") ( "这" | "這" | "过去的" | "過去的" | "刚刚过去的" )
    not before([digit]{3}) count:@number "年" ( "来" | "來" | "里" | "间" | "間" )? before("，" |
    "," | "是" | "我" | "全" | "来" | "新")
  set reach = "past", count = count.value, unit = "year" ;
rule time.years_within emits time = @number "年" ( "内" | "內" ) ;
# 上周三
rule time.weekday emits time
  = ( "上" | "本" | "这" | "這" | "下" ) ( "周" | "週" | "星期" ) ( "一" | "二" | "三" | "四" | "五"
      | "六" | "日" ) not before("个" | "期" | "次") <day_part>? ;
# 春节假期, 国庆期间
rule time.festival emits time = ( <this_year> | [digit]{4} "年" )? <festival> "节"? <festival_time> ;
# A clock time dates nothing by itself, but its numbers count nothing either.
rule clock.any emits clock
  = <day_part> not before([digit]) @number ( "点" | "點" ) ( "半" | "钟" | "鐘" )? | @number (
      "点钟" | "點鐘" )
  | <day_part>? not after([digit]) [digit]{1,2} ( ":" | "时" | "時" | "点" | "點" )
    ( [digit]{2} "分"? | "许" | "整" | "半" )? ( "左右" | "前后" )? ;

# The day of the page: 本报12月3日讯, ——2031年2月9日在, （2031年2月9日）, 发布日期：2024-03-05.
rule dateline.any emits dateline
  = ( not after([digit]) year:( [digit]{4} ) "年" | ( "民國" | "民国" ) roc:( [digit]{2,3} ) "年" )?
    month:( [digit]{1,2} ) "月" day:( [digit]{1,2} ) "日"
    ( "讯" | "电" | "訊" | "電" | "消息" )
  | after("（" | "——" | paragraph) not after([digit])
    ( year:( [digit]{4} ) | ( "中華" | "中华" )? ( "民國" | "民国" ) roc:( [digit]{2,3} ) ) "年" month:(
    [digit]{1,2} ) "月"
    day:( [digit]{1,2} ) "日" before("）" | "在" | paragraph | [space])
  | after("：" | [space] | paragraph) year:( [digit]{4} ) "-" month:( [digit]{2} ) "-" day:(
  [digit]{2} )
    before([space] | edge | paragraph)
  | after("：" | "，") year:( [digit]{4} ) "年" month:( [digit]{1,2} ) "月" day:( [digit]{1,2} )
  "日" before(paragraph)
  set year = year, republic = roc, month = month, day = day ;
# 完成全年预算的95%: a year's plan, not a period.
lexicon yearly = 预算 目标 计划 任务 指标 进度 預算 目標 計畫 ;
# 为2031年以来的最低值: since when there was no such thing.
lexicon superlative = 最大 最高 最低 最快 最好 最多 最少 最小 最 新高 新低 首次 第一次 首个 ;
# A time that bounds what is said behind it; 始建于2019年 and 比1至4月 bound nothing else.
lexicon loose_time = 每月 每个月 每個月 每季度 当月 ;
pattern loose_start = <loose_time> | ( "当年" | "當年" ) not before([digit] | "价" | "價") ;
rule loose.any emits loose at when = before(loose_start) when:@time ;
# 年初确定的目标: when it was set, not when it came about.
lexicon set_word = 确定 制定 布置 部署 提出 预定 预期 下达 確定 制訂 訂定 ;
# “2031年云溪名茶节”, 《2031年工作要点》: a time in a name.
lexicon named_tail = 会 節 节 展 赛 賽 班 周 活动 行动 工程 项目 计划 规划 方案 論壇 论坛 大会 會
  活動 行動 項目 計畫 計劃 規劃 ;
rule bounding.named blocks bounding
  = @title | ( "“" | "「" | "『" ) ( not before([digit]{1,6} ( "." [digit]{1,4} )? ( "个" | "個" |
      "項" | "项" | "户" | "人" | "名" | "家" | "亩" | "万" | "亿" | "%" | "公里" | "多" ) | "了" |
      "我" | "，" | "。" | "；" | "”" | "」" | "』") [any] ){4,44} after(<named_tail> | "）") ( "”"
      | "」" | "』" ) ;
rule bounding.any emits bounding at when
  = not after("比" | "较" | "較" | "与" | "與" | "于" | "同" | "作为" | "作為" | "成为" | "成為" |
      "由" | "从" | "從" | "相当于" | "恢复至" | "恢复到" | [han digit] "（") not
    before(loose_start | ( "年初" | "年度" ) <yearly> | "年初以来的" | @time "的" @number "倍" |
    "全年" <yearly> | @time [digit]{1,2} ( "岁" | "歲" ) | @time "第" @number ( "批" | "次" | "轮" |
    "場" | "场" | "輪" ) | @time ( "电" | "電" | "讯" | "訊" ) not before([han]) | @time <set_word>
    "的" | @time ( "平均汇率" | "平均匯率" | "不变价" | "可比价" | "价格" ) | @time "的"?
    <superlative>) when:@time
    not after("以前" | "之前") not before("施行" | "生效" | "起施行" | "成立")
  | after("从" | "從") when:@time after("起")
  | after("从" | "自") when:@time before("开始" | "起" | "至今" | "以来" | "開始")
  | after("截至" | "位于" | "处于" | "将于" | "已于" | "拟于" | "计划于" | "预计于" | "力争于" |
      "，于" | "于") not
    after("相当于" | "設立於" | "设立于" | "建成于" | "成立于" | "建于" | "始建于" | "创办于" |
    "组建于" | "修建于" | "生于" | "创建于" | "源于" | "始于"
    | "低于" | "高于" |
    "优于" | "好于" | "多于") when:@time ;
# Times that say nothing about the sentences behind.
lexicon passing_time =
  近年来 近年來 近几年 近幾年 近些年 近日 日前 近期 多年来 历年来 歷年來 长期以来 長期以來 一直以来
  每 当季 當季 当年 當年 当月 當月 当日 當日 下一步 即日起 这些年 這些年 往年 ;
# 初步核算，: who says so, before the time. 一、综合: a heading that stands in the same line.
lexicon source_end = 核算 测算 統計 统计 测定 反馈 快报 显示 顯示 获悉 獲悉 了解到 悉 ;
pattern heading_head = [han]{1,3} "、" @time? [han]{1,8}? [space]? ;
# 5月10日上午, 8月25日电: that day only. So do 年末 and the like.
rule opening.time emits opening at when = after(paragraph)
  ( "“" | "——" | "▶" | "刚刚过去的" | "过去的" | "即将过去的" | "回顾" | "在"
    | heading_head | heading_head? ( not before(@time) [han] ){0,16}? <source_end> "，" not
        before(<until_word>) )?
  not before("年末" | "年底" | "月末" | <passing_time>)
  ( before(<until_word>) when:@time | when:@time not after(<day_part> | "日" hour) not before("电" |
  "電" | "讯" | "訊") ) ;
# 2031年，全县…: a later sentence of a paragraph that a time opens tells of another.
rule reopening.time emits reopening at when
  = after(edge) not before(<passing_time>) when:@time not after(<day_part> | "日" hour) ( "，" |
      before("全") )
  where nearest @opening before in paragraph ;
# 其中, 分产业看: parts of what the sentence before told, of the same time.
lexicon sequel_word = 其中 当中 當中 ;
rule lasting.any emits lasting at when = not before(<passing_time>) when:@bounding ;
rule sequel.any emits sequel
  = after(edge) ( <sequel_word> | ( "分" | "按" | "从" | "從" ) [han]{2,10}? ( "看" | "来看" |
      "來看" | "分" | "划分" | "劃分" | "分析" | "统计" | "統計" ) before("，" | "：") )
  set period = nearest @lasting before in paragraph within 100 ;
# 与上年相比，: compared with what, before the clause.
lexicon compared = 相比 相比较 相比較 比较 比較 ;
rule comparison.any emits comparison
  = after(edge | "，" | "；" | "若" | @time) ( "与" | "與" | "和" | "同" ) ( not before("，" | "、") [any]
      ){2,14}? ( <compared> | "比" ) before("，") ;
)pack"sv;

} // namespace hantext::packs
