/// \file
/// A part of the pack china_gov.hpp: numbers with their units and modifiers, what looks like one
/// and is none, and the words that say how a figure moved.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Statements of the pack, in the rule language: numbers, units, modifiers.
inline constexpr std::string_view china_gov_quantity =
    R"pack(
# --- quantity ------------------------------------------------------------------------------------

# What is counted piece by piece; the noun often follows.
lexicon measure =
  个 個 名 位 人 人口(canonical=人) 户 戶 家 条 條 项 項 处 處 座 间 間 栋 幢 套 台 臺 辆 輛 艘 架
  列 匹 头 頭 只 隻 羽 尾 株 棵 朵 颗 粒 份 张 張 册 部 篇 幅 枚 块 塊 片 件 起 宗 例 次 场 場 期
  批 类 類 种 種 所 支 队 組 组 部分 班 节 趟 回 遍 车 車 袋 箱 盒 瓶 桶 包 捆 口 眼 根 面 樘 扇 盏
  副 对 双 席 盘 桌 款 档 笔 轮 輪 人次 户次 车次 台次 台套 场次 班次 架次 件次 批次 趟次 艘次 辆次 项次
  家次 標段 标段 班 标台 標台 人份 剂 劑 剂次 劑次 張 條次 則 則次 場次 處次 輛次 門 门 车道 案 首 排 段 床位
  张床位 学位 站 宗地 本 把 席位 站点 罐 盆 筐 餐 顿 杯 碗 串 枝 束 丛 堵 具 尊 卷 封 帖 句 页 集 幕
  桩 单 票 孔 层 发 滴 堆 床 顶 窝 缸 篮
  航班 航次 头次 席次 泊位 工位 摊位 展位 机位 座位 车位 门次 餐次 篇次 公里次 層 頁 捲 單 ;
# What is measured; the value belongs to what stands before it. `base` is the unit that the value
# times `factor` is in: SI, 元 for money in renminbi. 亩 is 2000/3 m2, to seven digits.
lexicon unit (base=元, factor=1) = 元 元人民币(canonical=元) 元人民幣(canonical=元) 人民币 人民幣 ;
lexicon unit = # other money, and what has no base
  澳门元 澳門元 澳門幣 澳门币 美元 港元 港币 欧元 日元 英镑 卢布 澳元 新台币 新臺幣 倍 番 成 折 点
  點 亩次 蒸吨 蒸噸 吨位 载重吨 标准箱 标箱 標箱 标准货柜单位 標準貨櫃單位 柜次 櫃次
  TEU
  日历天 日曆天 人公里 吨公里 人·公里 吨·公里 人·km t·km 人·次 人·日 人天 人日 P EFlops PFlops GB TB
  MB Mbps Gbps 卡 桶油当量 吨标准煤 吨标煤 学时 课时 学分 工作日 交易日
  韩元 泰铢 加元 加拿大元 新加坡元 瑞士法郎 越南盾 卢比 林吉特 迪拉姆 里亚尔 韓元 加仑 兆字节
  兆比特 ;
lexicon unit (base=m) =
  米(factor=1) 公里(factor=1000) 千米(factor=1000) 厘米(factor=0.01) 毫米(factor=0.001)
  分米(factor=0.1)
  微米(factor=0.000001) 纳米(factor=0.000000001) 华里(factor=500) 海里(factor=1852)
  英里(factor=1609.344)
  英寸(factor=0.0254) 公尺(factor=1) 公分(factor=0.01) 延米(factor=1) 延长米(factor=1)
  km(factor=1000)
  m(factor=1) cm(factor=0.01) mm(factor=0.001) 英尺(factor=0.3048) 呎(factor=0.3048) ;
lexicon unit (base=m2) =
  平方米(factor=1) 平方公里(factor=1000000) 平方千米(factor=1000000) 平方厘米(factor=0.0001)
  平米(factor=1)
  平方公尺(factor=1) 亩(factor=666.6666667) 畝(factor=666.6666667) 公顷(factor=10000)
  千公顷(factor=10000000) 千公頃(factor=10000000)
  公頃(factor=10000)
  坪(factor=3.305785) 英亩(factor=4046.856422) 英畝(factor=4046.856422) m2(factor=1) m²(factor=1)
  ㎡(factor=1) km2(factor=1000000) km²(factor=1000000)
  平方呎(factor=0.09290304) 平方英尺(factor=0.09290304) ;
lexicon unit (base=m3) =
  立方米(factor=1) 立方(factor=1) 立方公尺(factor=1) 升(factor=0.001) 毫升(factor=0.000001)
  公升(factor=0.001) m3(factor=1) m³(factor=1) ㎥(factor=1) ;
lexicon unit (base=kg) =
  吨(factor=1000) 噸(factor=1000) 公吨(factor=1000) 公噸(factor=1000) 千克(factor=1) 公斤(factor=1)
  斤(factor=0.5) 克(factor=0.001) 担(factor=50) 台斤(factor=0.6) 克拉(factor=0.0002)
  毫克(factor=0.000001) 微克(factor=0.000000001) 磅(factor=0.45359237) kg(factor=1)
  t(factor=1000) ;
lexicon unit (base=W) =
  瓦(factor=1) 千瓦(factor=1000) 瓩(factor=1000) 千瓩(factor=1000000) 兆瓦(factor=1000000)
    MW(factor=1000000) GW(factor=1000000000) 吉瓦(factor=1000000000)
  KW(factor=1000)
  kW(factor=1000) ;
lexicon unit (base=J) =
  千瓦时(factor=3600000) 千瓦小时(factor=3600000) 瓦时(factor=3600) 兆瓦时(factor=3600000000)
  度电(factor=3600000) kWh(factor=3600000) 焦耳(factor=1) 千焦(factor=1000) 兆焦(factor=1000000)
  千卡(factor=4184) 大卡(factor=4184) ;
lexicon unit (base=s) =
  小时(factor=3600) 小時(factor=3600) 分钟(factor=60) 分鐘(factor=60) 秒(factor=1) 秒钟(factor=1)
  天(factor=86400) 周(factor=604800) 星期(factor=604800) ;
lexicon unit (base=V) = 伏(factor=1) 千伏(factor=1000) kV(factor=1000) ;
lexicon unit (base=Pa) = 帕(factor=1) 百帕(factor=100) 千帕(factor=1000) 兆帕(factor=1000000) ;
lexicon unit = 度 千伏安 兆伏安 安时 赫兹 摄氏度 ℃ °C mg/m3 mg/m³ μg/m3 μg/m³ ug/m3 mg/L mg/l mg/kg dB PF
  EB 马力 分贝 兆赫 比特 像素 盎司 卡路里 ;
lexicon ratio =
  % ％(canonical=%) ‰ 百分点 百分點 个百分点(canonical=百分点) 個百分點(canonical=百分點) 千分点
  个千分点(canonical=千分点) ;
# 个 before these belongs to the number, not to the unit.
lexicon after_ge = 小时 小時 月 百分点 百分點 星期 钟头 学时 工作日 交易日 季度 ;

lexicon bound_before (bound=under) = 近 逼近 将近 接近 不足 不到 未达 未達 低于 少于 小于 ;
lexicon bound_before (bound=about) = 约 約 约达 約達 达约 大约 大約 约为 大概 ;
lexicon bound_before (bound=over) = 超 超过 超过了 突破了 超過了 超過 逾 突破 高于 多于 大于 ;
lexicon bound_before (bound=at_least) = 不少于 不少於 至少 至少有 不得少于 不得低于 不得少於
  不得低於 不低于 不低於 最少 不小于 不得小于 不应小于 不应少于 不应低于 达到或超过 达到或超过了 ;
lexicon bound_before (bound=at_most) = 不超过 不超過 不得超过 不得超過 不得大于 不应大于 不应超过
  不得多于 不得高于 不多于 不高于 至多 最多 ;
lexicon bound_after =
  及以上(bound=at_least) 及以下(bound=at_most) 以上(bound=at_least) 以下(bound=at_most)
  以内(bound=at_most) 以內(bound=at_most)
  之内(bound=at_most) 左右(bound=about) 上下(bound=about) 有余(bound=over) ;
lexicon over_word (bound=over) = 余 餘 多 ;

# Fixed expressions with numbers that count nothing.
lexicon no_quantity =
  八项规定 三公经费 三次产业 一二三产业 两位数 三位一体 四位一体 五位一体 台阶 大关 关口 四面八方
  五湖四海 千家万户 三套班子 四套班子 三班制 两班制 三班倒 两班倒 四班三运转
  一家一户 九部委 六部委 三部委 ;

# What looks like a quantity and is none. These rules stand first: where places are equal they win.
rule no_quantity.time blocks quantity = @time | @clock ;
rule no_quantity.fixed blocks quantity = <no_quantity> ;
rule no_quantity.step blocks quantity
  = not before([digit]) @number ( "元" | "个" )? ( "台阶" | "大关" | "关口" | "位数" | "部委" | "部门" ) ;
# 排名53位, 三级医院, 3A级
# 分两期建设
rule no_quantity.stage blocks quantity = after("分") @number ( "期" | "步" | "阶段" | "批次" | "批"
  ) before("建" | "实" | "进" | "完" | "推" | "开" | "，" | "走") ;
rule no_quantity.place blocks quantity
  = after("排名" | "位居" | "位列" | "名列" | "排在" | "排第") @number ( "位" | "名" ) ( ( "、" |
      "和" ) @number (
    "位" | "名" ) ){0,3} ;
# 3栋2单元
rule no_quantity.address blocks quantity = after("村" | "社区" | "社區") @number ( "组" | "組" |
  "社" ) not before("织" | "織" | "会" | "區" | "区") | [digit]{1,4} ( "栋" | "幢" | "号楼" )
  [digit]{1,4} ( "单元" |
  "室" | "号" ) ;
# 省道107项目
rule no_quantity.road blocks quantity = ( "省道" | "国道" | "县道" | "乡道" | "國道" | "縣道" )
  @number "项" before("目") ;
rule no_quantity.race blocks quantity
  = @number ( "小时" | "小時" ) @number "分" not before("钟") ( @number "秒" )? ;
rule no_quantity.article blocks quantity = not after([digit]) "一" <measure> not before(<after_ge> (
  "以" | "之" )? ( "内" | "內" )) ;
# 一周一调度
rule no_quantity.one_each blocks quantity = "一" ( <measure> | <unit> | "年" | "月" ) before("一") ;
rule no_quantity.one_day blocks quantity = not after([digit] | "第") "一天" not before("内" | "內" |
  "时间" | "時間" | "之") ;
rule no_quantity.these blocks quantity = ( "这" | "那" | "這" ) @number ( "天" | "年" | "月" | "个月" ) ;
rule no_quantity.acre blocks quantity = not after([digit]) "一" ( "亩" | "畝" ) "地" ;
rule no_quantity.company blocks quantity = not before([digit]) @number <measure> [han]{1,8}? (
  "有限公司" | "合作社" ) not before("、" | "等") ;
rule no_quantity.coming_days blocks quantity = ( "明后" | "今明" | "明後" | "过去" | "最近" | "未来" ) @number
  ( "天" | "周" | "日" ) ;
# 翻了一番: this one is twice.
rule quantity.doubled emits quantity
  = after("翻" | "翻了") "一" unit:"番" over:<over_word>?
  set value = "1", unit = unit, bound = over.bound ;
rule no_quantity.ordinal blocks quantity = ( "第" | "其" ) [space]? @number ( "/" @number )?
  [space]? <measure>? ;
rule no_quantity.rank blocks quantity = "前" @number ( "名" | "位" | "强" | "列" | "家" )? ;
# 预期寿命达到78岁: no one's age.
lexicon life = 寿命 寿命达 寿命达到 寿命为 寿命提高到 寿命增至 寿命延长至 壽命 壽命為 壽命達
  壽命達到 壽命提高到 寿命提升至 平均年龄 平均年龄为 ;
# 比重分别回落2.16和1.66个百分点: the unit stands behind the last.
rule quantity.shared emits quantity
  = not after([digit] | "." | ":" | "：") lead:<bound_before>? fall:( "-" | "－" )? value:(
      [digit]{1,4} "." [digit]{1,2} )
    before( ( ( "、" | "和" | "，" | "及" ) ( "-" | "－" )? [digit]{1,4} "." [digit]{1,2} ){0,3} (
    "、" | "和" | "及" ) ( "-" | "－" )? @number <ratio> )
  set value = fall + value or value, unit = nearest <ratio>.canonical after within 30 or nearest
      <ratio> after within 30 ;
rule quantity.life emits quantity
  = after(<life>) value:@number unit:"岁"
  set value = value.value, unit = unit ;
rule no_quantity.age blocks quantity
  = <bound_before>? @number <over_word>? ( "周岁" | "岁" | "歲" ) <bound_after>? ;
rule no_quantity.session blocks quantity
  = @number ( "周年" | "週年" | "届" | "屆" | "中全会" | "次全会" | "次党代会" | "次代表大会" |
      "次人代会" | "次人民代表大会" | "次会议" ) ;
# 两度会晤: twice.
# 三元 before 区 or 桥, 两卡: numerals that belong to a name.
rule no_quantity.named blocks quantity = "突破" @number "年" ( "行动" | "行動" | "攻坚" | "计划" ) |
  "三元" ( "区" | "區" | "里" | "桥" | "坊" | "村" | "镇" | "宫" ) | ( "两" | "兩" ) "卡" not
  before("车" | "車") ;
rule no_quantity.war blocks quantity = ( "一" | "二" ) "次世界大" ( "战" | "戰" ) ;
rule no_quantity.times blocks quantity = not after("十") ( "两" | "三" | "四" | "几" | "再" ) "度" not
  before("电" | "的" | "以") ;
rule no_quantity.phase blocks quantity
  = ( "一" | "二" | "三" | "四" | "五" | "六" ) ( "期" | "号" | "线" | "把手" | "层" ) ;
rule no_quantity.group blocks quantity = @number ( "大" | "小" not before("时" | "時") ) [han]{2} ;
rule no_quantity.circle blocks quantity = @number ( "分钟" | "小时" | "分鐘" | "小時" ) [han]{0,8} "圈" ;
rule no_quantity.round_clock blocks quantity = "24" ( "小时" | "小時" ) not before("内" | "內" | "后" |
  "後" | "以上") ;
# 中山路三段: a part of a street.
rule no_quantity.section blocks quantity = after("路" | "街" | "道") @number "段" ;
# 出台支持创业十二条措施: within a name.
rule no_quantity.articles blocks quantity = after([han]) not after("了" | "台" | "定" | "出" | "施" |
  "共" | "有") @number ( "条" | "條" ) before( ( "政策" | "具体" )? ("措施" | "意见" | "举措") ) ;
rule no_quantity.title blocks quantity = @title ;
rule no_quantity.score blocks quantity = @number ( ":" | "比" ) @number ;
rule no_quantity.quoted_name blocks quantity
  = '"' @number ( not before("，" | "。") [han] ){1,7} '"'
  | ( "“" | "‘" | "「" | "『" )
    ( not before("，" | "。" | "！" | "？" | "；" | "”" | "’" | "」" | "』" | "…") [any] ){1,16}
    ( "”" | "’" | "」" | "』" ) ;

# 元/平方米, 立方米/秒
pattern per = ( "/" | "／" ) per:( <unit> | <measure> | "月" | "年" | "日" | "股" | "人" )
  | "每" per:( "秒" | "小时" | "小時" | "分钟" | "平方米" | "平方公里" | "立方米" | "公斤" | "千克"
      | "吨" | "千瓦时" | "桶" | "盎司"
    ) before([punctuation] | edge | "，" | "以" | "左右" | "的") ;
pattern any_unit = ( "个" | "個" ) ( over:<over_word> )? unit:<after_ge> | unit:( <ratio> | <unit>
  per? | <measure> per? ) ;

# 签约3个: the agreement is no estimate.
pattern bound_start =
  after("折合" | "折合人民币") | not after("签" | "簽" | "合" | "条" | "契" | "节" | "預" | "预" |
  "相" | "公" | "協" | "大" |
  "特" | "远" | "附" | "最") ;
# 121人才, 4部门: words that only begin like a unit.
lexicon unit_word =
  人制 类新 台灣 台湾 台北 台南 台中 台东 台州 台风 台商 台胞 台資 台资 所示 所列 所述 所指 担保
  担任 担当 担负 担心 担架 人才 人均 部门 部队 部委 组织 班子 场馆 门店 门票 门诊 家庭 例会 口岸
  条约 根据 位于 所有 份额 度假
  发展 发放 发布 发送 发现 发生 发动 发电 发行 发挥 发明 发改 发往 发车 发出 发给 发表 发起 发票
  发热 发病 发达 发射 发言 发力 发包 发货 发育 发酵
  部門 部隊 組織 場館 門診 條約 本市 本县 本区 本省 本地 本科 本土 本级 本报 本年 本次 本月 本周
  本国 本校 把握 把关 把手 把脉 单元 单位 单独 单一 单项 单体 單位 單元
  集团 集体 集中 集镇 集市 集聚 集成 集資 集團 集體 具体 具有 具备 具體 尊重 幕墙 幕后 餐厅 餐饮
  餐馆 餐廳 盆地 盆景 封闭 封面 封控 句号 页岩 页面
  层级 层次 层面 层出 層級 層次 層面 孔雀 桩基 桩号 票价 票房 票据 枝江 束缚 杯赛 帖子 卷烟 卷入
  串联 站台 座谈 ;
rule quantity.unit emits quantity
  = ( bound_start lead:<bound_before>{1,2} [space]? )? value:@number [space]? ( over:<over_word>
      )? not before(<unit_word>) any_unit ( before("阶段") | not before("阶") ) ( "（" <measure> "）" )?
    ( tail:<bound_after> | tail:<over_word> before("高" | "长" | "宽" | "深" | "远" | "的" |
    [punctuation]) )?
  set value = value.value, value_high = value.value_high, unit = unit.canonical or unit,
      bound = lead.bound or value.bound or over.bound or tail.bound, base = unit.base, factor =
      unit.factor, per = per ;
# 10%至20%, 800公斤到1000公斤; from one to another is no range.
pattern range_mark = "至" | "到" | "-" | "—" | "－" | "–" | "~" | "～" ;
rule quantity.range emits quantity
  = not after("从" | "從" | "由" | "自") ( lead:<bound_before> [space]? )? value:@number
      <over_word>?
    ( ( "%" | "％" | "‰" ) range_mark high:@number before("%" | "％" | "‰" | <over_word>)
      | ( not before(<ratio>) ( "个" | "個" )? ( <unit> | <measure> ) )? range_mark high:@number )
    ( over:<over_word> )? any_unit tail:<bound_after>?
  set value = value.value, value_high = high.value, unit = unit.canonical or unit,
      bound = lead.bound or over.bound or tail.bound, base = unit.base, factor = unit.factor ;
# 性别比为105.2: what has no unit.
lexicon index_word = 指数 指數 系数 係數 性别比 性別比 性比例 比值 ;
rule quantity.index emits quantity
  = after( ( "最高" | "最低" | "其次" | "次" ) ( "者" | "的" )? ( "为" | "為" | "是" ) [han]{1,7} (
      "县" | "縣" | "市" | "区" | "區" | "省" | "州" )
      | "减少" | "減少" | "下降" | "上升" | "提高" | "增加" | "回升" | "回落" | "降低" | "提升" )
          value:( [digit]{1,4} "." [digit]{1,3} ) before("，" | "；" | "。" | edge)
  | after(<index_word> ( ( "（" | "(" ) [any]{2,24}? ( "）" | ")" ) )?
      ( "为" | "是" | "达" | "达到" | "升至" | "降至" | "报" | "為" | "達" | "達到" | "高達" )? )
    value:@number not before(<ratio>) before(edge | [punctuation])
  set value = value.value or value, unit = "" ;
# 发病率200.17/10万
rule quantity.rate emits quantity
  = value:@number unit:( ( "/" | "／" ) ( "10万" | "十万" | "万" ) ) set value = value.value, unit = unit ;
# 76万群众, 总人口130余万: what is counted needs no measure word behind 万 and 亿.
lexicon people =
  群众 百姓 市民 村民 居民 农民 学生 儿童 老人 老年人 婴幼儿 干部 职工 党员 民众 民眾 學生 兒童
  長者 长者
  残疾人 志愿者 游客 旅客 人口 劳动力 农民工 用户 観众 观众 师生 孩子 妇女 青年 老百姓 人民 同胞
  网友 ;
rule quantity.bare emits quantity
  = value:@number after("万" | "亿" | "萬" | "億") before("经费" | "經費" | "资金" | "資金" | "补助" | "補助")
  | ( bound_start lead:<bound_before> )? before([digit]) value:@number over:<over_word>?
    after("万" | "亿" | "萬" | "億" | <over_word>) tail:<bound_after>?
    ( before(<people> | "台阶" | "关口" | "大关" | [han]) | not after("百" | "千") before(edge | "，" | "。"
    | "；" | "、" | "）" | "（" | "…" | [space]) )
  set value = value.value, value_high = value.value_high, unit = "",
      bound = lead.bound or value.bound or over.bound or tail.bound ;
# 花岭、石桥2县, 全国31省区市: places that are counted without 个.
lexicon area =
  街道 省 市 县 区 州 旗 镇 乡 村 国 县区 市州 县市 市县 乡镇 县市区 盟市 省份 省区 省区市 省市 區 鎮 鄉 里 ;
rule quantity.area emits quantity
  = not after([digit] | [latin]) before([digit]) value:@number unit:<area> not before("级" | "直" |
    "域" | "情" | "里" | "际" | "家" | "民" | "道")
  set value = value.value, value_high = value.value_high, unit = unit.canonical or unit ;
# 零下33度
rule quantity.below_zero emits quantity
  = "零下" value:@number unit:( "度" | "℃" | "摄氏度" ) tail:<bound_after>?
  set value = "-" + value.value, unit = unit, bound = tail.bound ;
# 三十日內, 3个月内: by when.
lexicon term = 日 天 个月(canonical=月) 個月(canonical=月) 小时 小時 分钟 分鐘
  个工作日(canonical=工作日) 工作日 周 ;
rule quantity.within emits quantity
  = not after("近" | "过去" | "最近" | "月" | [digit] | "第" | "“") value:@number unit:<term> ( "之"? ( "内"
    | "內" ) | "以" ( "内" | "內" ) )
    not before("外" | "容" | "部" | "涵")
  set value = value.value, value_high = value.value_high, unit = unit.canonical or unit, bound =
    "at_most" ;
# 八十分以上, 未達六十分: marks, where a bound tells them from clock times.
rule quantity.marks emits quantity
  = lead:<bound_before> value:@number unit:"分" not before("之" | "钟" | "鐘" | "别")
  | value:@number unit:"分" tail:<bound_after>
  | after("满分" | "滿分" | "得分" | "平均分") value:@number unit:"分" not before("之" | "钟" | "鐘" | "别")
  set value = value.value, unit = unit, bound = lead.bound or tail.bound ;
# 100万方: cubic metres, in short.
rule quantity.cubic emits quantity
  = lead:<bound_before>? before([digit]) value:@number unit:"方" tail:<bound_after>? not before("面"
    | "案" | "式" | "向" | "法" | "针" | "舱")
  set value = value.value, value_high = value.value_high, unit = unit, bound = lead.bound or
    tail.bound ;
# 新臺幣五十萬元
lexicon currency (base=元, factor=1) = 人民币 ;
lexicon currency = 新臺幣 新台币 新台幣 港币 ;
rule quantity.money emits quantity
  = lead:<bound_before>? unit:<currency> [space]? value:@number not before("%" | "％")
      over:<over_word>? yuan:( "元" | "圓" )?
    tail:<bound_after>?
  set value = value.value, value_high = value.value_high, unit = yuan or unit, bound = lead.bound or
    value.bound or
      over.bound or tail.bound ;
# 连续9年: how long it has gone on.
rule quantity.running emits quantity
  = after("连续" | "連續" | "连续第") value:@number over:<over_word>? unit:( "年" | "天" | "日" ) not
    before("度" | [digit])
  set value = value.value, unit = unit, bound = value.bound or over.bound ;

# 不低于5年, 为期3年: how long, where a bare 5年 would be a date.
rule quantity.years emits quantity
  = ( bound_start lead:<bound_before> | after("为期" | "用" | "历时" | "歷時" | "长达" | "期限" |
      "期限为" | "期限為" | "周期" | "周期为" | "週期" | "年限" | "年限为" | "年限达" | "年限达到" |
      "任期" | "聘期" | "有效期" | "学制" | "學制" | "保质期" | "质保期" | "租期" | "工期" |
      "使用寿命" |
      "為期" | "長達") )
    not before(@time) value:@number over:<over_word>? unit:"年" not before([digit] | "月" | "代" | "级"
    | "初" |
    "底" | "末" | "来" | "以" | "前"
      | "后" | "内" | "中" | "度" | "间") tail:<bound_after>?
  set value = value.value, value_high = value.value_high, unit = unit, bound = lead.bound or
      value.bound or tail.bound ;
# 50多年历史
rule quantity.history emits quantity
  = lead:<bound_before>? not before(@time) value:@number over:<over_word>? unit:"年" before( "的"? (
      "历史" | "歷史" | "曆史" | "经验" | "經驗" ) )
  set value = value.value, value_high = value.value_high, unit = unit, bound = lead.bound or
      value.bound or over.bound ;
# 由6.1年縮短至5.3年
rule quantity.decimal_years emits quantity
  = not after([digit] | [latin]) value:( [digit]{1,3} "." [digit]{1,2} ) unit:"年" not before("均")
  set value = value, unit = unit ;
rule quantity.percent emits quantity
  = lead:<bound_before>{0,2} value:@percent tail:<bound_after>?
  set value = value.value, value_high = value.value_high, unit = value.sign,
      bound = lead.bound or value.bound or tail.bound ;
)pack"
    R"pack(
# 203处: how many, so that what is counted has no name of its own.
rule tally.any emits tally at many = many:@quantity after(<measure>) not after("次" | "场" | "期")
  not before("的") ;
# 3.2倍
rule multiple.any emits multiple = @quantity after("倍") ;
# 和20余名, 、12辆: what comes before such a conjunction does not go on behind it.
rule joint.any emits joint = ( "和" | "及" | "与" | "與" | "以及" | "、" ) @quantity ;

# --- how a figure moved, against what

lexicon trend (trend=up) =
  增长 增长 同增 提升 上升 提高 提速 增加 上涨 扩大 增 涨 升 回升 攀升 净增 增幅 涨幅 增收
  增产
  成長 上漲 加快 增長 調漲 調升 多增 拉动 增至 增加到 提高到 提升到 上升到 扩大到 增长到 升至 提至 偏多 偏高
  提高至
  提升至 上升至 增长至 延长 飙升 激增 猛增 骤增 大增 暴涨 扩容至 扩容到 擴容至 擴容到 拓宽到 拓宽至
  拓展到 发展到 壮大到 成长 上调 上浮 调增 调高 走高 提高为 增加为 升为 ;
lexicon trend (trend=down) =
  下降 减少 減少 下滑 降低 压缩 压减 缩减 缩短 回落 下跌 降 减 減 跌 降幅 精简 缩小 负增长 收窄
  下挫
  放缓 减产 降至 减少到 下降到 降到 降低到 压缩到 压缩至 缩短至 缩短到 减至 下降至 降低至 减少至
  回落到 調降 縮短 多减 少增 偏少 偏低 锐减 骤减 骤降 大降 暴跌 压降 核减 调减 削减 下调 下浮 降为
  减为 缩短为 降低为 减少为 压缩为 ;
# Words that begin like a movement and are none.
lexicon no_trend =
  增加值 增建 增拨 增撥 增值 增值税 增长面 增量 增补 增设 增資 增资 增发 增强 增添 增进 增援 增长点
  增长极 增长率 成長率
  增色 增效 增聘 增派 增开 增购 增配 增挂 增选 增置 增列 增設 增购 增补
  增绿 增殖 增速器 减免 减排 减税 减贫 减灾 减负 减证 减震 减速 减刑 降水 降水量 降雨 降雨量 降温
  降准 降息 降解 升级 升学 升学率 升格 升华 升降 提升工程 提高班 扩大会议 压缩机 涨停 跌倒 涨价
  降成本 提升行动 降费 降噪 减碳 降碳 减污 升旗 ;
lexicon basis_word =
  同比 环比 環比 比上年 较上年 较去年 比去年 比上年同期 较上年同期 比去年同期 较去年同期
  与去年同期相比 与上年相比 較上年 較去年 較上月 較前年 较年初 比年初 按月 按季 按月及按年
  按季及按年 按年及按月 按年及按季 较上月 比上月 较上年末
  比上年末 年均 較上季 較去年同期 較上年同期 較前一年 比前一年 较前一年 按年 比上年年末 比去年末
  较去年末 比上年底 较上年底 比去年底 较去年底 比去年年底 较去年年底 比上年全年 比去年全年
  较上年全年 较去年全年 比同期 较同期 与同期相比 同期相比
  相比上年 相比去年 相比上年同期 相比去年同期 相较上年 相较去年 相较去年同期 相较于去年
  相较于去年同期 与上年同期相比 与去年相比 与上月相比 与前一年相比
  與去年同期相比 與上年同期相比 與去年相比 較同期 較上年度 較去年度 較上一年 比上一年 较上一年
  比上季度 比上季 较上季度 较上季 比一季度 较一季度 比上半年
  较上半年 比前三季度 较前三季度 比上周 较上周 比上个月 较上个月 比“十二五”末 比“十三五”末
  比十三五末 较“十三五”末 比“十四五”末 较“十二五”末 较“十四五”末 比疫情前 较疫情前 比五年前
  较五年前 比十年前 比改革前 比改造前 比前年 较前年 比前年同期 按可比口径 按同口径 同口径 可比口径
  按可比口径计算 按可比价格计算 按可比价计算 按不变价格计算 按不变价计算
  比全国平均水平 比全国平均 比全省平均水平 比全省平均 比全市平均水平 比全市平均 比全县平均
  较全国平均水平 较全省平均水平 ;
# Words that begin like a comparison and are none.
lexicon no_comparison =
  比因素 比例 比重 比较 比如 比赛 比率 比值 比武 比拼 较大 较快 较好 较高 较为 较多 较强 较低 较长 较少
  比特 比亚迪 ;
# 改造提升25个, 加快建设: what is done to things.
lexicon better = 提升 提高 加快 ;
pattern betters = <better> @quantity after(<measure>) not after("位") | "加快" not before(@quantity
  | "至" | "到" | "了" | "约") [han] | "增速" not before([digit]) ;
rule moved.any emits moved
  = not before(<no_trend> | betters) not after("提" | "新" | "递" | "“") word:<trend>
  set trend = word.trend ;
# 年增5.6%: as compared with a year before. 前移2位: in rank.
lexicon more_trend (trend=up) = 比增 增支 增收 多收 多增 增供 年增 年增加 月增 季增 前移 前进 晋升 跃升 ;
lexicon more_trend (trend=down) = 减支 减收 少收 少增 減支 減收 年減 年減少 月減 季減 后退 ;
rule moved.more emits moved
  = not after([digit] | @number | "上" | "去" | "前" | "每" | "全" | "当" | "今") word:<more_trend> "了"?
    before(@quantity) set trend = word.trend ;
)pack"sv;

} // namespace hantext::packs
