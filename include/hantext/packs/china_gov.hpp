/// \file
/// The built-in rule pack: metrics and initiatives in the prose of Chinese administration, from
/// local newspaper pages to work reports and bulletins, simplified and traditional.
///
/// It emits records of two types, which `extract.hpp` turns into structs; `rules.hpp` describes the
/// language.
///
///     metric      value, value_high, unit, bound, indicator, trend, basis, period, actor
///     initiative  kind, actor, action, status, period; its place is its name
///
/// On the way it emits records on which further packs can build: `time` and `opening` (the time
/// that opens a paragraph), `clock`, `actor`, `subject` (the actor that a clause begins with) and
/// `holder` (the one directly before a quantity), `quantity`, `joint` (a conjunction before a
/// quantity), `adjunct` (for whom), `quoted_name`.
#pragma once

#include <string_view>

namespace hantext::packs {

/// The text of the pack. To extend it, join your own text and compile both.
inline constexpr std::string_view china_gov =
    R"pack(
# --- time ----------------------------------------------------------------------------------------

lexicon time_word =
  截至目前 截止目前 截至日前 目前 当前 今年以来 今年 去年以来 去年 前年 明年 本年 当年 近年来 近年
  多年来 历年 全年 上年 上半年 下半年 年初 年底 年末 年内 今年初 今年底 今年年初 今年年底
  今年上半年 今年下半年 去年初 去年底 去年末 去年年底 当天 当日 当晚 次日 昨日 昨天 今日 今天 明天
  近日 日前 近期 本周 上周 本月 上月 当月 每年 每月 每天 每日 每周 每季度 下一步 长期以来 一直以来
  一季度 二季度 三季度 四季度 前三季度 第一季度 第二季度 第三季度 第四季度 今年一季度 今年前三季度
  上年末 上年底 同期 过去一年 过去五年 未来五年 今后五年 一年来 两年来 三年来 五年来 十年来
  去年同期 上年同期 一年内 两年内 三年内 五年内 半年前 半年来 本年度 入冬以来 入夏以来 入汛以来
  目前為止 截至目前為止 當前 當天 當日 今年度 近年來 長期以來 每週 ;
lexicon day_part = 上午 下午 中午 凌晨 清晨 清早 早上 早晨 晚上 晚间 晚 傍晚 夜间 夜 午后 ;
lexicon this_year = 今年 去年 前年 明年 当年 次年 ;
lexicon plan_period = “十一五” “十二五” “十三五” “十四五” “十五五” ;
lexicon day_mark = 日 号 號 ;
# House, line and document numbers look like days.
lexicon numbered = 文件 楼 線 线 桥 院 店 馆 机 井 车 ;

pattern year =
    <this_year>? not after([digit]) [digit]{4} [space]? "年"
  | ( "二〇" | "二零" | "一九" ) [han]{2} "年"
  | ( "民國" | "民国" ) [digit]{2,3} "年" ;
pattern dash = "-" | "—" | "－" | "–" | "~" | "～" | "至" | "到" ;
pattern since = "以来" | "以來" | "起" | "前" | "以前" | "之前" ;
pattern until = ( "截至" | "截止" | "自" ) [space]? ;
pattern day = [space]? [digit]{1,2} [space]? <day_mark> not before(<numbered>) ;

# 比上年 compares; it does not date.
rule time.word emits time
  = not after("比" | "较" | "較" | "与" | "與" | "同") <time_word> ;
rule time.date emits time
  = until? ( year | <this_year> )? [space]? not after([digit]) [digit]{1,2} [space]? "月"
    ( "份" | "底" | "初" | "末" | "中旬" | "上旬" | "下旬"
    | day ( dash ( [digit]{1,2} "月" )? day )? )? <day_part>? since? ;
rule time.day emits time
  = not after([digit]) [digit]{1,2} ( dash [digit]{1,2} )? <day_mark> not
      before(<numbered>) <day_part>? ;
rule time.months emits time
  = ( year | <this_year> )? not after([digit]) [digit]{1,2} ( "月" "份"? )? dash
    [digit]{1,2} "月" "份"? ;
rule time.first_months emits time
  = ( year | <this_year> )? ( "前" | "头" ) [space]? @number [space]? ( "个" | "個" )? ( "月"
      | "季度" ) ;
rule time.year emits time
  = not after("比" | "较" | "較" | "与" | "與") ( until | "到" )? year ( dash year )?
    ( "底" | "末" | "初" | "年底" | "年末" | "上半年" | "下半年" | "全年" | "度" | since
    | "前三季度" | "第"? [han] "季度" | "期间" )? ;
rule time.plan emits time = <plan_period> "规划"? ( "期间" | "时期" | "以来" | "末" ) ;
rule time.recent emits time
  = ( "近" | "过去" | "未来" | "今后" | "最近" ) @number ( "年" | "个月" | "天" )
    ( "来" | "以来" | "內" | "内" | "里" | "间" )? ;
rule time.since emits time = @number "年" ( "来" | "以来" | "來" | "多来" ) ;
# A clock time dates nothing by itself, but its numbers count nothing either.
rule clock.any emits clock
  = <day_part>? not after([digit]) [digit]{1,2} ( ":" | "时" | "時" | "点" | "點" )
    ( [digit]{2} "分"? | "许" | "整" | "半" )? ;

rule opening.time emits opening at when = after(paragraph) ( "“" | "——" | "▶" )? when:@time ;

# --- quantity ------------------------------------------------------------------------------------

# What is counted piece by piece; the noun often follows.
lexicon measure =
  个 個 名 位 人 人口(canonical=人) 户 戶 家 条 條 项 項 处 處 座 间 間 栋 幢 套 台 臺 辆 輛 艘 架
  列 匹 头 頭 只 隻 羽 尾 株 棵 朵 颗 粒 份 张 張 册 部 篇 幅 枚 块 塊 片 件 起 宗 例 次 场 場 期
  批 类 類 种 種 级 所 支 队 組 组 班 节 趟 回 遍 车 車 袋 箱 盒 瓶 桶 包 捆 口 眼 根 面 樘 扇 盏
  副 对 双 席 盘 桌 款 档 笔 人次 户次 车次 台次 台套 场次 班次 架次 件次 批次 趟次 艘次 辆次 项次
  家次 標段 标段 车道 床位 张床位 学位 站 宗地 ;
# What is measured; the value belongs to what stands before it.
lexicon unit =
  元 美元 港元 港币 欧元 日元 英镑 卢布 澳元 新台币 新臺幣 人民币 人民幣 元人民币 米 公里 千米
  厘米 毫米 分米 微米 纳米 华里 海里 英里 英寸 公尺 公分 平方米 平方公里 平方千米 平方厘米 平米
  平方公尺 立方米 立方 立方公尺 亩 畝 公顷 公頃 亩次 延米 延长米 吨 噸 公吨 千克 公斤 斤 克 毫克
  微克 吨标准煤 吨标煤 载重吨 吨位 升 毫升 桶油当量 千瓦 千瓦时 千瓦小时 瓦 瓦时 兆瓦 兆瓦时 度电
  度 伏 千伏 千伏安 安时 赫兹 摄氏度 ℃ °C 帕 兆帕 卡 焦耳 小时 小時 分钟 分鐘 秒 秒钟 天 周 星期
  倍 番 成 折 元/吨 元/斤 元/公斤 元/人 元/平方米 元/亩 元/月 元/年 吨/日 吨/年 吨/天 立方米/日
  立方米/秒 立方米/天 公里/小时 千米/小时 米/秒 毫克/升 微克/立方米 毫克/立方米 千克/亩 公斤/亩
  人/平方公里 人公里 吨公里 标准箱 TEU GB TB MB Mbps Gbps MW GW KW kW kWh km m kg t ;
lexicon ratio =
  % ％(canonical=%) ‰ 百分点 百分點 个百分点(canonical=百分点) 個百分點(canonical=百分點) 千分点
  个千分点(canonical=千分点) ;
# 个 before these belongs to the number, not to the unit.
lexicon after_ge = 小时 小時 月 百分点 百分點 星期 钟头 学时 工作日 交易日 季度 ;

lexicon bound_before (bound=under) = 近 将近 接近 不足 不到 未达 低于 少于 小于 ;
lexicon bound_before (bound=about) = 约 約 大约 大約 约为 大概 ;
lexicon bound_before (bound=over) = 超 超过 超過 逾 突破 高于 多于 大于 ;
lexicon bound_before (bound=at_least) = 不少于 不少於 至少 至少有 不低于 不低於 最少 不小于 ;
lexicon bound_before (bound=at_most) = 不超过 不超過 不多于 不高于 至多 最多 ;
lexicon bound_after =
  以上(bound=at_least) 以下(bound=at_most) 以内(bound=at_most) 以內(bound=at_most)
  之内(bound=at_most) 左右(bound=about) 上下(bound=about) 有余(bound=over) ;
lexicon over_word (bound=over) = 余 餘 多 ;

# Fixed expressions with numbers that count nothing.
lexicon no_quantity =
  三次产业 一二三产业 两位数 三位一体 四位一体 五位一体 台阶 大关 关口 四面八方 五湖四海 千家万户
  一家一户 九部委 六部委 三部委 ;

# What looks like a quantity and is none. These rules stand first: where places are equal they win.
rule no_quantity.time blocks quantity = @time | @clock ;
rule no_quantity.fixed blocks quantity = <no_quantity> ;
rule no_quantity.step blocks quantity = @number ( "台阶" | "大关" | "关口" | "位数" | "部委"
    | "部门" ) ;
rule no_quantity.race blocks quantity
  = @number ( "小时" | "小時" ) @number "分" not before("钟") ( @number "秒" )? ;
rule no_quantity.article blocks quantity = not after([digit]) "一" <measure> ;
rule no_quantity.ordinal blocks quantity = ( "第" | "其" ) @number <measure>? ;
rule no_quantity.rank blocks quantity = "前" @number ( "名" | "位" | "强" | "列" | "家" )? ;
rule no_quantity.age blocks quantity
  = <bound_before>? @number <over_word>? ( "周岁" | "岁" | "歲" ) <bound_after>? ;
rule no_quantity.session blocks quantity
  = @number ( "届" | "屆" | "中全会" | "次全会" | "次党代会" | "次代表大会" | "次会议" ) ;
rule no_quantity.phase blocks quantity
  = ( "一" | "二" | "三" | "四" | "五" | "六" ) ( "期" | "号" | "线" | "把手" ) ;
rule no_quantity.group blocks quantity = @number ( "大" | "小" ) [han]{2} ;
rule no_quantity.circle blocks quantity = @number "分钟" [han]{0,8} "圈" ;
rule no_quantity.round_clock blocks quantity = "24小时" not before("内" | "后" | "以上") ;
rule no_quantity.title blocks quantity = @title ;
rule no_quantity.score blocks quantity = @number ( ":" | "比" ) @number ;
rule no_quantity.quoted_name blocks quantity
  = ( "“" | "‘" | "「" | "『" )
    ( not before("，" | "。" | "！" | "？" | "；" | "”" | "’" | "」" | "』" | "…") [any] ){1,16}
    ( "”" | "’" | "」" | "』" ) ;

pattern any_unit = ( "个" | "個" ) unit:<after_ge> | unit:( <ratio> | <unit> | <measure> ) ;

rule quantity.unit emits quantity
  = ( lead:<bound_before>{1,2} [space]? )? value:@number [space]? over:<over_word>? any_unit
    tail:<bound_after>?
  set value = value.value, value_high = value.value_high, unit = unit.canonical or unit,
      bound = lead.bound or value.bound or over.bound or tail.bound ;
rule quantity.percent emits quantity
  = lead:<bound_before>{0,2} value:@percent tail:<bound_after>?
  set value = value.value, value_high = value.value_high, unit = "%",
      bound = lead.bound or value.bound or tail.bound ;

# 和20余名, 、12辆: what comes before such a conjunction does not go on behind it.
rule joint.any emits joint = ( "和" | "及" | "与" | "與" | "以及" | "、" ) @quantity ;
)pack" // MSVC limits one literal to 16 kB; the parts join to one text.
    R"pack(
# --- actor ---------------------------------------------------------------------------------------

# Verbs that set something going. They bind initiatives and end names.
lexicon run_verb =
  开展 实施 启动 推行 推出 建立 建立健全 健全 完善 制定 制订 印发 出台 编制 落实 打造 构建 组织
  举办 举行 主办 承办 召开 探索 执行 实行 设立 设置 成立 搭建 采取 推广 谋划 确定 形成 加强 加快
  强化 突出 参加 参与 纳入 投入 安排 坚持 聚焦 围绕 聚力 依托 利用 抓好 抓实 做好 用好 开启 开设
  开通 引入 发起 发布 公布 签订 签署 严格落实 织牢 选配 组建 争取 申报 承担 提供 发挥 巩固
  深入开展 扎实开展 广泛开展 持续开展 組織 開展 實施 啟動 辦理 舉辦 興建 建置 執行 ;
lexicon run_verb (status=ongoing) =
  推进 推动 深化 加快推进 扎实推进 持续推进 大力推进 深入推进 持续深化 推動 推進 ;
lexicon run_verb (status=completed) = 完成 建成 建起 竣工 建成投用 ;

# Words that end like a division but name none, and words that begin behind a division's name.
lexicon no_division =
  城市 都市 上市 超市 门市 股市 楼市 夜市 早市 城区 市区 辖区 小区 园区 景区 库区 矿区 郊区 山区
  灾区 老区 特区 新区 地区 片区 街区 校区 社区 农村 乡村 全村 厂区 牧区 林区 湖区 港区 开发区
  示范区 保护区 试验区 功能区 院区 省区 国旗 红旗 党旗 军旗 锦旗 旗帜 联盟 同盟 结盟 专区 战区
  禁区 误区 棚户区 产区 主产区 展区 营区 办公区 生活区 居民区 商业区 工业区 住宅区 服务区 安置区
  种植区 养殖区 集聚区 产业区 自贸区 高新区 经开区 一村 一镇 一乡 一县 一区 两区 三区 两县 多村
  每村 每县 集镇 古镇 特色镇 城乡 家乡 下乡 返乡 故乡 乡镇 村镇 城镇 各县 各市 各区 各乡 各镇 各村
  县市 市县 區域 社區 地區 園區 景區 鄉村 農村 市區 ;
lexicon division_tail =
  内 外 里 民 级 帜 幟 域 场 长 庄 容 面 县 区 道 间 块 位 分 划 别 居 史 情 貌 政 直 委会 部落 內
  裡 級 場 長 間 ;
lexicon deictic =
  该省 该市 该县 该区 该州 该旗 该镇 该乡 该村 该街道 该社区 该局 该厅 该委 该办 该院 该校 该厂
  该企业 该公司 该集团 该项目 该中心 该园区 该开发区 该行 该所 该站 该队 该单位 该部门 该协会
  该平台 该工程 该基地 该小区 该景区 我国 我省 我市 我县 我区 我州 我镇 我乡 我村 我校 我院 本省
  本市 本县 本区 本镇 本村 本公司 双方 該市 該區 該縣 該局 該校 我縣 我區 市府 縣府 本府 本處 該處 ;
lexicon whole_area = 全省 全市 全县 全区 全州 全旗 全镇 全乡 全村 全街道 全系统 全區 全縣 ;
lexicon body =
  区委区政府 市委市政府 县委县政府 省委省政府 区委、区政府 市委、市政府 县委、县政府 省委、省政府
  党委、政府 党委政府 区委 市委 县委 省委 镇党委 乡党委 党工委 区政府 市政府 县政府 省政府 镇政府
  乡政府 国务院 党中央 自治区党委 自治区政府 自治区 人民政府 办事处 村委会 居委会 村两委
  区直各单位 市直各单位 县直各单位 各街道 各单位 各部门 各地 各乡镇 各县区 各县市 各级各部门 ;
lexicon body_end =
  局 委 办 厅 公司 集团 银行 支行 分行 中心 协会 学会 商会 联合会 基金会 大学 学院 研究院 中学
  小学 学校 医院 法院 检察院 中院 派出所 研究所 管理所 司法所 卫生院 政府 党委 党组 党工委 党支部
  党总支 指挥部 领导小组 专班 工作组 督导组 管委会 办公室 办事处 村委会 居委会 委员会 合作社 工会
  妇联 团委 部门 宣传部 组织部 统战部 武装部 支队 大队 总队 工作队 总局 總局 處 廳 隊 協會 ;
# Full names of bodies that need no division before them.
lexicon full_body_end =
  公司 集团 银行 大学 学院 医院 法院 检察院 管委会 委员会 合作社 指挥部 领导小组 统计局 統計局
  总局 部门 協會 公會 ;
lexicon name_stop =
  将 把 对 在 的 了 为 与 和 从 等 已 共 被 按 于 及 以 向 由 就 是 有 到 至 并 又 也 还 则 不 让
  使 给 用 其 省级 市级 县级 区级 乡级 村级 国家级 这 那 着 过 所有 各 每 该 全 本 我 他 她 它 们
  去 要 会议 会上 近 后 前 中 内 外 联合 牵头 负责 集中 准确 积极 主动 充分 努力 全力 大力 认真
  深入 持续 不断 先后 相继 共同 全面 严格 迅速 及时 切实 重点 创建 导致 紧邻 邻近 东邻 西接 南接
  北靠 位于 获得 获 另 顯見 提请 时任 当 当选 结合 評 購 购 若 將 對 於 與 從 為 並 還 讓 ;
lexicon body_tail = 员 长 议 展 理 法 公 事 好 案 结 实 成 学 面 限 势 级 托 屈 任 務 計 場 ;

pattern letter =
  not before(<name_stop> | <run_verb> | @time | @quantity | [digit punctuation]) [han] ;
pattern division =
  ( not before(<no_division>) letter ){1,7}?
  not before(<no_division>)
  ( "市" | "县" | "縣" | "区" | "區" | "镇" | "鎮" | "乡" | "鄉" | "村" | "街道"
    | after([han]) letter ( "省" | "州" | "盟" | "旗" ) )
  not before(<division_tail>) ;
pattern body_name = ( <body> | letter{0,9} <body_end> not before(<body_tail>) ) ;
pattern known_actor =
    ( <deictic> | <whole_area> ) not before(<division_tail>) body_name?
  | ( "该" | "該" ) letter{1,6}? <body_end> not before(<body_tail>)
  | <body>
  | division{1,4} body_name?
  | ( "省" | "市" | "县" | "縣" | "区" | "區" | "州" | "镇" | "乡" )
      not before(<division_tail>) letter{1,9} <body_end> not before(<body_tail>)
  | letter{2,14} <full_body_end> not before(<body_tail>) ;
pattern actors = known_actor ( ( "、" | "与" | "和" | "與" ) known_actor ){0,2} ;

rule actor.any emits actor at who
  = after(edge | [punctuation] | @time | "在" | "由" | "为" | "从" | "是" | "据" | "與" | "与" | "和"
      | "及" | "到" | "至" | "让" | "使" | "對" | "对" | "向" | "成为" | "带动" | "组织" | "把" | "将")
    who:actors ;
rule actor.deictic emits actor
  = ( <deictic> | <whole_area> ) not before(<division_tail>) body_name? ;
rule actor.body emits actor = <body> ;
rule actor.whole_country emits actor at who
  = after(edge | "，" | "；" | "：" | "。" | @time) who:"全国" ;

rule subject.clause emits subject at who
  = ( after(edge | "，" | "；" | "：" | "。" | "——" | @time | "由") | after(edge) "“" ) who:@actor ;
# 全市120个村: whose they are.
rule holder.any emits holder at who = who:@actor before(@quantity) ;
rule subject.deictic emits subject at who = before(<deictic>) who:@actor ;

# --- metric --------------------------------------------------------------------------------------

lexicon trend (trend=up) =
  增长 增長 同增 提升 上升 提高 提速 增加 上涨 扩大 增 涨 升 回升 攀升 净增 增幅 增速 涨幅 增收
  成長 上漲 加快 增长率 增長率 調漲 ;
lexicon trend (trend=down) =
  下降 减少 減少 下滑 降低 压缩 压减 缩减 缩短 回落 下跌 降 减 跌 降幅 精简 缩小 负增长 收窄 下挫
  放缓 ;
lexicon basis_word =
  同比 环比 環比 比上年 较上年 较去年 比去年 比上年同期 较上年同期 比去年同期 较去年同期
  与去年同期相比 与上年相比 較上年 較去年 較上月 較前年 较年初 比年初 较上月 比上月 较上年末
  比上年末 年均 ;
# Words that begin like a comparison and are none.
lexicon no_comparison =
  比例 比重 比较 比如 比赛 比率 比值 比武 比拼 较大 较快 较好 较高 较为 较多 较强 较低 较长 ;
lexicon adverb =
  先后 相继 已 已经 共 共计 总共 累计 一共 合计 仅 就 均 平均 分别 也 还 又 再 将 拟 计划 预计
  力争 确保 约 大约 目前 其中 同时 此外 另外 每年 共同 全部 全面 扎实 积极 大力 有力 继续 持续
  不断 成功 顺利 主动 认真 实际 现有 现已 陆续 进一步 進一步 切实 有效 明显 显著 稳步 同步 直接
  间接 只 至今 迄今 并 以及 和 而且 则 再次 首次 大幅 快速 较快 据统计 统计显示 数据显示 初步核算 ;
# Verbs that only tie a figure to what is measured.
lexicon link =
  为 為 是 达 达到 達 達到 达成 到 至 有 共有 共 约 已 已达 已完成 高达 仅 仅为 只有 约为 占 的 了
  分别为 分别达 分别 等 均为 合计 总计 共计 累计 累计达 总数达 就 拥有 稳定在 保持在 控制在 增加到
  增至 提高到 提升到 上升到 下降到 降至 减少到 进行 实现 由 从 自 在 共计有 总计达 ;
# What never begins an indicator.
lexicon lead_in =
  达到 达 为 是 至 到 共有 有 设有 就有 约为 比 的 了 在 从 由 以 等 中的 每隔 间隔 相隔 ;
# Verbs whose object is counted: a measured thing may begin with them.
lexicon metric_verb =
  发放 清理 清除 清运 出动 改造 新建 新修 新增 修建 修复 建成 建设 完成 投入 投资 处理 处置 办理
  办结 受理 解决 排查 整改 整治 检查 抽查 培训 走访 慰问 帮扶 资助 救助 理赔 赔付 挽回 追回 缴获
  查处 查获 破获 抓获 审结 调解 化解 接待 接诊 服务 宣传 印发 发布 收集 征集 回收 拆除 种植 栽植
  栽种 造林 绿化 硬化 铺设 安装 更换 购置 采购 配备 设立 设置 成立 组建 招聘 引进 签约 落地 开工
  竣工 实现 达成 减免 退税 补贴 补助 争取 筹措 募集 捐赠 捐款 节约 减少 增加 取消 压减 吸引 接纳
  安置 转移 疏散 发现 提出 收到 举办 开展 组织 召开 授予 评选 選出 興建 辦理 核定 補助 ;
# What ends the noun behind a figure.
lexicon predicate =
  参加 参会 参与 宣讲 前往 走进 来到 进行 得到 获得 成为 组成 用于 推动 表示 需要 享受 纳入 受益
  完成 投入使用 投入运行 以 为 在 从 向 被 将 由 与 对 并 后 及其 位居 占 的 了 是 有 到 已 均
  全部 参訓 接受 正在 于 正 现场 先后 共同 实现 達 达 增长 下降 ;

# Words that begin like an adverb and are none.
lexicon no_adverb =
  就业 就医 就读 就诊 就餐 均衡 均价 共建 共享 共青团 共和 再生 再造 还款 还田 并购 并网 将军 将领
  将近 只有 仅次 已婚 分别为 又好 每户 每人 ;
rule adverbial.any emits adverbial = not before(<no_adverb>) <adverb> ;

rule adjunct.any emits adjunct at whom
  = whom:( ( "为" | "向" | "给" | "帮助" | "指导" | "使" | "對" | "为了" )
    ( not before(@quantity | "，" | "；" | "：" | "。" | "、") [any] ){2,20}? )
        before(<metric_verb>) ;

record metric
  set value = quantity.value, value_high = quantity.value_high, unit = quantity.unit,
      bound = quantity.bound,
      period = nearest @time before or nearest @opening before in paragraph,
      actor = nearest @holder before in clause or nearest @subject before or nearest @actor before
        or nearest @subject before in paragraph or nearest @actor before in paragraph ;

pattern clause_start =
  after(edge | "，" | "；" | "：" | "。" | "、" | "！" | "？" | "“" | "（" | "——" | "▶" | "有" | "到"
    | @quantity | @actor | @time | @adjunct | @adverbial)
  [space]? ;
pattern bracketed = "（" ( not before("）") [any] ){1,14} "）" ;
pattern part = # of an indicator
    not before(@quantity | @actor | @time | @adjunct | "，" | "；" | "：" | "。" | "！" | "？" | "…"
      | "（" | "）")
    [han latin digit punctuation other]
  | bracketed ;
pattern first_part =
  not before(@adverbial | <basis_word> | <trend> | <lead_in> | "、" | "和" | "及" | "与" | "的" | "”")
  part ;
pattern than = # 比上年, 较改造前
    <basis_word>
  | not before(<no_comparison>) ( "比" | "较" | "較" ) ( not before(<trend>) part ){1,10}? ;
pattern degree = ( @adverbial | @time | [space] | "了" | "达" | "达到" | "至" | "到" | "为" ){0,3} ;

# 公路通车里程同比增长5%
rule metric.change emits metric at quantity
  = clause_start indicator:( first_part ( not before(<basis_word>) part ){1,24}? )
    ( @adverbial | "，" ){0,2} basis:than degree trend:<trend> degree quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = basis ;
# 流程压缩30%
rule metric.change_without_basis emits metric at quantity
  = clause_start indicator:( first_part part{1,24}? ) degree trend:<trend> degree quantity:@quantity
  set indicator = indicator, trend = trend.trend ;
# 实现增加值200亿元，同比增长5%: the change of what was named before.
rule metric.change_of_previous emits metric at quantity
  = after(edge | "，" | "、" | "；" | "（" | @quantity | @time) degree basis:than? degree
    trend:<trend> degree quantity:@quantity
  set indicator = nearest @metric.indicator before, trend = trend.trend, basis = basis ;

# 一行6人
rule metric.party emits metric at quantity
  = indicator:"一行" quantity:@quantity
  set indicator = indicator ;
# 组建了120人的巡逻队: what a figure describes.
rule metric.attribute emits metric at quantity
  = after(<run_verb> | "了" | @time | edge | "，" | "、") quantity:@quantity "的"
    indicator:( ( not before(<predicate> | @joint) part ){2,16} )
  set indicator = indicator ;
# 20个总投资5亿元的项目
rule metric.counted_with_attribute emits metric at quantity
  = quantity:@quantity after(<measure>) part{1,8} @quantity "的"
    indicator:( ( not before(<predicate> | @joint | "、") part ){2,16} )
  set indicator = indicator ;
# 增设12个服务窗口: the noun follows its measure word.
rule metric.counted_noun emits metric at quantity
  = quantity:@quantity after(<measure>) [space]? not before(<predicate> | <trend> | @adverbial)
    indicator:( ( not before(<predicate> | @joint | "、" | "）") part ){1,16} )
  set indicator = indicator ;
# 铺设管网12公里 · 总投资为8亿元: what is measured stands before.
rule metric.measured emits metric at quantity
  = clause_start indicator:( first_part part{1,30}? ) ( <link> | @adverbial | [space] ){0,3}
    quantity:@quantity
  set indicator = indicator ;
# 环湖步道（6.5公里）
rule metric.bracketed emits metric at quantity
  = clause_start indicator:( first_part part{1,24}? ) "（" quantity:@quantity
  set indicator = indicator ;
# 农机合作社达到290家
rule metric.counted_body emits metric at quantity
  = clause_start not before(<deictic>) indicator:@actor <link>{1,2} quantity:@quantity
    before([punctuation] | edge)
  set indicator = indicator ;
# 受理申请40件，涉及90人 · 60个1200户: a second figure for the same.
rule metric.same_again emits metric at quantity
  = after(@quantity | "，" | "、" | "和" | "及" | "与") quantity:@quantity
    before([punctuation] | edge | @quantity | "和" | "及" | "与")
  set indicator = nearest @metric.indicator before ;
# 每隔50米设一处
rule metric.followed emits metric at quantity
  = quantity:@quantity not before(<trend>)
    indicator:( ( not before(<predicate> | @joint | "、") part ){2,16} )
  set indicator = indicator ;
rule metric.plain emits metric at quantity = quantity:@quantity ;
)pack"
    R"pack(
# --- initiative ----------------------------------------------------------------------------------

lexicon status_word (status=planned) = 将 將 拟 计划 即将 预计 下一步 继续 力争 打算 準備 預計 ;
lexicon status_word (status=ongoing) = 正在 持续 持續 推进 推动 不断 有序 稳步 扎实 深化 ;
lexicon status_word (status=completed) = 已 已经 完成 建成 竣工 完工 投用 投入运行 投入使用 ;

# Words that make what stands before them an initiative.
lexicon head (kind=campaign) =
  活动 行动 专项行动 专项斗争 攻坚战 大会战 大行动 整治行动 创建活动 主题活动 攻坚行动 活動 行動 ;
lexicon head (kind=project) =
  工程 改造工程 建设工程 建设项目 改造项目 提升工程 示范工程 惠民工程 改善工程 拓寬工程 新建工程
  改建工程 扩建工程 整治工程 工程项目 ;
lexicon head (kind=mechanism) =
  制度 机制 工作法 模式 体系 工作机制 工作制度 责任制 负责制 承诺制 包联制 机制改革 制度改革
  体制改革 综合改革 機制 體系 ;
lexicon head (kind=plan) = 规划 行动计划 实施方案 行动方案 三年计划 規劃 計畫 ;
lexicon head (kind=service) = 平台 套餐 服务站 热线 服务平台 工作站 直通车 平臺 專線 ;
# Heads that need a quotation before them.
lexicon quoted_head (kind=campaign) =
  工作 创建 整治 攻坚 大赛 比赛 文化节 旅游节 艺术节 美食节 采摘节 购物节 丰收节 攻势 ;
lexicon quoted_head (kind=project) = 项目 改造 小镇 ;
lexicon quoted_head (kind=mechanism) = 改革 方法 制 办法 做法 ;
lexicon quoted_head (kind=plan) = 方案 计划 手册 战略 ;
lexicon quoted_head (kind=service) = 大篷车 专列 驿站 窗口 ;
# Heads that need a verb or a place in a list before them, and a longer name.
lexicon weak_head (kind=campaign) = 专项整治 专项治理 整治 治理 攻坚 ;
lexicon weak_head (kind=project) = 改造 升级改造 改造提升 提升改造 项目 ;
# What is built.
lexicon built (kind=project) =
  系统 中心 公园 广场 基地 产业园 科技园 园区 医院 学校 污水处理厂 图书馆 体育馆 体育场 博物馆
  文化馆 综合体 水库 大桥 高速公路 铁路 枢纽 机场 电站 水厂 展馆 湿地 长廊 ;
# Words that close a list of quoted names.
lexicon list_head (kind=campaign) = 活动 宣传 宣讲 行动 比赛 活動 ;
lexicon list_head (kind=service) = 服务 套餐 平台 ;
lexicon list_head (kind=mechanism) = 机制 制度 做法 模式 機制 ;
lexicon list_head (kind=project) = 工程 项目 ;
# What a quoted name itself may end in.
lexicon inner_head (kind=service) = 套餐” 平台” 热线” 大篷车” 驿站” 服务站” ;
lexicon inner_head (kind=mechanism) =
  机制” 工作法” 模式” 制度” 办结制” 负责制” 承诺制” 责任制” ;
lexicon inner_head (kind=project) = 工程” 项目” ;
# What is said of a project under way, done or to come.
lexicon progress =
  有序推进 稳步推进 加快推进 扎实推进 顺利推进 正在 已 已经 即将 将 建成 竣工 完工 开工 投用 投入
  启用 通车 进展顺利 施工 预计 全面完成 ;

# What never stands inside the name of an initiative.
lexicon name_cut =
  等 的 是 为 被 把 将 向 从 让 使 并 而 也 就 都 还 已 正 了 着 过 对 在 以 于 到 不 和 与 及
  我们 他们 你们 施工 负责人 进展 情况 问题 有关 相关 各项 各类 各种 一批 一系列 各个 这个 那个
  这一 这次 此次 本次 该项 其他 其它 多个 多项 多种 及时 整个 这项 提升 提高 改善 解决 保障 促进
  增强 优化 简化 压缩 倡导 保持 努力 全力 始终 做到 带动 掌握 更新 满足 简称 通过 按照 根据 随着
  加大 合力 方式 第一 上述 如何 什么 大量 许多 不少 部分 主要 重要 必须 应当 可以 能够 使得 进入
  参与 需要 表示 认为 进行 打好 未 妥善 這次 期望 藉由 核定 爭取 還 與 為 對 將 ;
lexicon function_word = 等 的 是 为 被 把 将 向 从 让 使 并 而 也 就 都 还 已 了 着 过 对 在 以 于 到 不 和 与 及 ;
# What never begins one.
lexicon name_prefix =
  市区 城区 辖区 城市区 目前 一些 所有 全部 同时 其中 此外 今后 相应 具体 现有 日常 各 该 本 其 之
  的 个 条 座 处 名 人 年 月 日 内 外 上 下 中 后 前 人们 群众 工作 会 出 还有 另外 打好 已 共 将
  拟 正 还 也 又 再 先后 相继 陆续 继续 持续 不断 进一步 積極 积极 全面 扎实 大力 ;
# Common compounds that name no initiative of their own.
lexicon generic_name =
  工作机制 管理制度 规章制度 各项制度 社会主义制度 政治制度 法律制度 经济体系 工业体系 产业体系
  现代化产业体系 市场机制 发展模式 经营模式 管理模式 工作模式 生产模式 服务平台 工作平台 平台体系
  治理体系 创新体系 保障体系 服务体系 监管体系 责任体系 组织体系 市场体系 指标体系 评价体系
  测评体系 防控体系 法律体系 制度体系 政策体系 体制机制 长效机制 基础工程 系统工程 各项工程
  整体工程 民生工程 实际行动 一致行动 自觉行动 统一行动 集中行动 志愿服务活动 志愿活动 文体活动
  文化活动 党建活动 生产活动 经营活动 经济活动 教育活动 宣传活动 服务活动 慰问活动 实践活动
  主题活动 系列活动 相关活动 日常活动 群众文化活动 文化体育活动 违法活动 犯罪活动 违法犯罪活动
  社会活动 政治活动 商业活动 应急预案 发展规划 发展计划 年度计划 工作计划 城市规划 总体规划
  五年规划 战略规划 技术改造 改造升级 网络平台 信息平台 电商平台 交易平台 新媒体平台 融资平台
  建设项目 重点项目 重大项目 重点工程 重大工程 民生项目 产业项目 投资项目 工业项目 在建项目
  新建项目 续建项目 储备项目 签约项目 招商项目 省重点项目 市重点项目 县重点项目 区重点项目
  省市重点项目 ;

# A quotation that names something: short and without the marks of a sentence.
rule quoted_name.any emits quoted_name
  = "“" ( not before("。" | "！" | "？" | "；" | "，" | "”" | "“") [any] ){2,22} "”"
  | "‘" ( not before("。" | "！" | "？" | "；" | "，" | "’" | "‘") [any] ){2,22} "’"
  | "「" ( not before("。" | "！" | "？" | "；" | "，" | "」" | "「") [any] ){2,22} "」"
  | "『" ( not before("。" | "！" | "？" | "；" | "，" | "』" | "『") [any] ){2,22} "』"
  | '"' ( not before("。" | "！" | "？" | "；" | "，" | '"') [any] ){2,22} '"' ;

record initiative
  set kind = head.kind or inner.kind or nearest <list_head>.kind after in clause or "campaign",
      actor = nearest @subject before or nearest @actor before or nearest @subject after
        or nearest @subject before in paragraph or nearest @actor before in paragraph,
      action = verb or nearest <run_verb> before in clause or nearest <run_verb> after in clause,
      status = verb.status or nearest <status_word>.status in clause or "unspecified",
      period = nearest @time before or nearest @opening before in paragraph ;

rule no_initiative.generic blocks initiative = <generic_name> ;

pattern name_letter =
    not before(<run_verb> | <name_cut> | @time | @quantity | <deictic>) [han latin digit]
  | bracketed ;
pattern name_first = not before(<name_prefix>) name_letter ;
pattern list_join = "、" | "和" | "及" | "以及" | "与" ;
pattern name_end = # behind a whole name
  before(edge | [punctuation] | <progress> | "工作" | "等" | "和" | "与" | "及" | "的" | "在" | "中") ;

# “清河”行动 · 营商环境“大走访”活动 · “首问负责、一次办好”的服务机制
rule initiative.quoted_head emits initiative at title
  = title:( @quoted_name
      ( not before(<head> | <quoted_head> | <run_verb> | <function_word>) [han] ){0,4}?
      head:( <head> | <quoted_head> ) ) ;
rule initiative.quoted_described emits initiative at title
  = title:( @quoted_name "的" ( not before(<head> | <run_verb> | <name_cut>) [han] ){0,6}?
      head:( "机制" | "制度" | "模式" | "体系" | "工作机制" | "工作法" ) ) ;
# “甲”“乙”等活动: each name of the list
rule initiative.quoted_list emits initiative at title
  = title:@quoted_name ( list_join? @quoted_name ){0,8} "等"
    ( not before(<run_verb>) [han] ){0,8}? head:<list_head> ;
rule initiative.quoted_pair emits initiative at title
  = title:@quoted_name ( list_join? @quoted_name ){1,8} head:<list_head> ;
rule initiative.quoted_inner emits initiative at title
  = title:( before(@quoted_name) [punctuation] ( not before("”") [any] ){1,18}? inner:<inner_head> ) ;
rule initiative.quoted_verb emits initiative at title
  = verb:( "开展" | "推出" | "启动" | "推行" | "举办" | "打造" | "创建" | "建起" | "建成" | "推广"
      | "開展" | "啟動" )
    "了"? title:@quoted_name before(edge | [punctuation] | "等") ;
rule initiative.document emits initiative at title
  = verb:( "制定" | "印发" | "出台" | "编制" | "发布" | "訂定" ) "了"? "《"
    title:( ( not before("》") [any] ){2,30}
      head:( "方案" | "计划" | "规划" | "手册" | "計畫" ) ) "》" ;

# 实施校园周边环境整治行动 · 建立河长巡查制度、信息通报制度
rule initiative.verb_object emits initiative at title
  = after(<run_verb> | "了" | "、" | "和" | "与" | "及")
    title:( name_first name_letter{3,20}? head:<head> ) not before(<head> | "化" | "改革") ;
rule initiative.verb_mechanism emits initiative at title
  = verb:<run_verb> "了"?
    title:( name_first name_letter{1,20}? head:( "制度" | "机制" | "機制" | "工作法" ) )
    not before("改革" | "化") ;
rule initiative.verb_work emits initiative at title
  = after(<run_verb> | "了" | "、")
    title:( name_first name_letter{2,18}? head:<weak_head> ) name_end ;
rule initiative.built emits initiative at title
  = verb:( "建成" | "建起" | "建设" | "新建" | "建成投用" | "打造" ) "了"?
    title:( name_first name_letter{3,18}? head:<built> ) name_end ;
# 建立主动上门、限时办结的服务机制: a described mechanism, with its description
rule initiative.described emits initiative at title
  = verb:<run_verb> "了"?
    title:( name_first ( not before(<head>) ( name_letter | "、" | "等" | "的" ) ){2,24}
      head:( "制度" | "机制" | "模式" | "体系" | "负责制" | "责任制" | "工作机制" | "工作制度"
          | "专项行动" | "专项斗争" | "专项整治" ) ) ;
# 迎宾路改造工程已完工 · 在文明村创建活动中
rule initiative.clause emits initiative at title
  = after(edge | "，" | "；" | "。" | "：" | "、" | "将" | "对" | "在" | "自" | "以" | "把" | "和"
      | "与" | "的" | "由" | @time | @adverbial | @quantity | <deictic>)
    title:( name_first name_letter{3,20}?
      head:<head> after("工程" | "项目" | "专项行动" | "工作法" | "攻坚战" | "创建活动" | "整治行动"
          | "行动计划" | "主题活动") ) ;
rule initiative.progress emits initiative at title
  = after(edge | "，" | "；" | "。" | "：" | "、" | @time | @adverbial)
    title:( name_first name_letter{3,20}? head:( <weak_head> | <built> ) ) before(<progress>) ;
# 甲公园、乙医院等30个项目: each item of the list
rule initiative.project_list emits initiative at title
  = after(edge | "，" | "、" | "；" | "：" | <run_verb> | "了" | @quantity)
    title:( name_first name_letter{2,18} ) ( "、" name_first name_letter{2,18} ){0,9} "等"
    ( @quantity | not before(<run_verb> | <name_cut>) [han] ){0,12}? head:( "项目" | "工程" ) ;
# 推行路长制 · 实行首问负责制
lexicon system_end (kind=mechanism) =
  长制 负责制 责任制 承诺制 办结制 清单制 积分制 包保制 包联制 联系制 例会制 销号制 代办制 挂牌制
  揭榜制 票决制 网格制 轮岗制 ;
rule initiative.system emits initiative at title
  = verb:<run_verb> "了"? title:( name_first name_letter{0,8}? head:<system_end> )
    not before("度") ;
# 创建全国卫生城市
lexicon honour (kind=campaign) = 城市 县城 示范区 示范县 示范市 文明村镇 文明单位 ;
pattern honour_name =
  ( "全国" | "国家" | "国家级" | "全省" | "省级" ) ( not before(<name_cut>) [han] ){1,10}? head:<honour> ;
rule initiative.honour emits initiative at title
  = title:( "创建" honour_name ) | title:( honour_name "创建" "工作"? ) ;
# 在河道整治提升工作中
rule initiative.work emits initiative at title
  = "在" title:( name_first name_letter{3,14}? "工作" ) before("中" | "方面") ;
)pack";

} // namespace hantext::packs
