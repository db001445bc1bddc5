/// \file
/// A part of the pack china_gov.hpp: what is measured, how it moved, against what, and whether it
/// is planned.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

inline constexpr std::string_view china_gov_metric =
    R"pack(
# --- metric --------------------------------------------------------------------------------------

lexicon adverb =
  實質 实质 名義 
  尤为 更为 极为 颇为 
   还有 還有 另有 先后 相继 已 已经 共 共计 总共 累计 一共 合计 仅 就 平均 分别 也 还 又 再 将 拟 计划 预计
  力争 确保 大约 目前 其中 当中 當中 同时 此外 另外 每年 共同 全部 全面 扎实 积极 大力 有力 继续 持续
  不断 成功 顺利 主动 认真 现有 现已 陆续 进一步 進一步 切实 有效 明显 显著 稳步 同步 直接
  间接 只 至今 迄今 并 以及 和 而且 则 再次 首次 大幅 快速 较快 据统计 统计显示 数据显示 初步核算
  实有 名义 可 可以 预期 争取 有望 总计 稳定 双双 皆 另 並 則 僅 累計 共計 總計 將 擬 預計 預期
  分別 目前 其次为 其次為 除 最高 每天 每日 超额 提前 迅速 逐步 已經 皆已 歷年 曾 曾经 曾經 亦 轻微
  輕微 略微 略 小幅 微幅 仅仅 僅僅 足足 历史性 可能 必须 虽然 尽管 由于 因此 原本 原来 常年 最终 而
  也就是 那里的 这里的 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 ;
# Words that begin like an adverb and are none.
lexicon no_adverb =
  曾祖 曾孙 曾用 曾任 曾厝 亦庄 略阳 并发 并列 并行 并轨 并联 并存 可燃 共管 共治 共产 共识 就职
  就餐 再贷款 再就 再制造 再融资 还本 还贷 只数 先锋 先天 均价 均值 就业 就医 就读 就诊 就餐 均衡
  均价 共建 共享 共青团 共和 再生 再造 还款 还田 并购 并网 将军 将领
  快速路 快速通道 将近 只有 仅次 已婚 分别为 又好 每户 每人 再就业 就業 可支配 可再生 可循环 可回收
  可用 可见 可比
  可靠 可持续 可开采 除险 除尘 除雪 除夕 除草 除湿 先进 稳定性 稳定器 稳定率 另类 最高人民 最高法
  最高检 最高气温 最高峰
  和谐 和平 和美 仅存 有效期 有效率 有效投资 有效发明 确保率 计划的 计划完成 计划总投资
  计划投资完成率 直接经济 直接损失 直接投资 直接融资 直接税 间接经济 间接融资 间接税 直接和间接 直接或间接 ;
# Verbs that only tie a figure to what is measured.
lexicon link =
  为 為 是 达到 達到 能达到 能达 可达到 将达到 会达到 达成 到 至 有 共有 共 已 已达 已完成 高达 仅
  仅为 只有 约为 占 的 了
  分别为 分别达 分别 等 均为 合计 总计 共计 累计 累计达 总数达 就 拥有 稳定在 保持在 控制在 增加到
  增至 提高到 提升到 上升到 下降到 降至 减少到 进行 实现 由 从 自 在 共计有 总计达 完成 發展到
  发展到
  跻身 迈上 站上 新增 扩建 升至 維持在 维持在 計 计 計達 合計 總計 共計 約為 共約 累計 累計達
  占比
  则为 位列 编列 編列 核列 分別為 分別 应为 将达 可达 將達 預計 可達 預估 均达 均達到 均达到 均在 ;
# What never begins an indicator.
lexicon lead_in =
  使 对 对于 對於 要 望 可望 只要 这 那 其余 其它 该 或 或者
   而 达到 达 及其 我们 我們 为 是 至 到 共有 有 设有 就有 约为 比 的 了 在 从 由 以 等 中的 每隔
   间隔 相隔 较 較 達 達到
  為 於 相比 相较 相較 ;
# Words that begin like one of these and may begin an indicator.
lexicon lead_word =
  对经济 对GDP 对地区 对全 对工业 对财政 对税收 對經濟 对外 对口 对接 对讲 对虾 对账 要素 要案 要件
  该项 在校 在园 在建 在册 在职 在读 在岗 在营 在训 在网 在役 在库 在栏 在港 在編 在编 在学 在學
  在外
  在院 在保 在线 有效 有线 有色 有机 有林地 到位 到资 到账 到期 到访 到港 到户 为农 比重 比例 比率 至善
  自然 自有 自营 自来水 自主 较大 较好 從業 从业 从教 以工代赈 等级 等候 的士 新能源 中小 ;
# Verbs whose object is counted: a measured thing may begin with them.
lexicon metric_verb =
  发放 清理 清除 清运 出动 改造 新建 新修 新增 修建 修复 建成 建设 完成 投入 投资 处理 处置 办理
  办结 受理 解决 排查 整改 整治 检查 抽查 培训 走访 慰问 帮扶 资助 救助 理赔 赔付 挽回 追回 缴获
  查处 查获 破获 抓获 审结 调解 化解 接待 接诊 服务 宣传 印发 发布 收集 征集 回收 拆除 种植 栽植
  栽种 造林 绿化 硬化 铺设 安装 更换 购置 采购 配备 设立 设置 成立 组建 招聘 引进 签约 落地 开工
  竣工 实现 达成 减免 退税 补贴 补助 争取 筹措 募集 捐赠 捐款 节约 减少 增加 取消 压减 吸引 接纳
  安置 转移 疏散 发现 提出 收到 举办 开展 组织 召开 授予 评选 選出 興建 辦理 核定 補助 培育 新改建
  打造 实施 推广 扩建 续建 治理 疏浚 提供 创建 认定 发展 生产 加工 销售 建立 新开 增设 送去 拨付
  承担 支持 落实 输送 选派 免费 开放 興辦 設置 完工 提升 達到 投資 建置 改善 推動 清運 接種 ;
# What ends the noun behind a figure.
lexicon predicate =
  中，
  出台 建立 退出 推出 关于 审议 全覆盖 集中开工 集中签约 集中启动 集中竣工 集中亮相 赴 分赴 担起
  扛起 挑起 冲锋 全力 开设 设立 可从 可获 可享 可实现 可达 可容纳 可满足 可提供 实施 推进 启动 等着
  等待 栽种 流转 外出 从事 发展
  参加 参会 参与 宣讲 前往 走进 来到 进行 得到 获得 成为 组成 用于 推动 表示 需要 享受 纳入 受益
  完成 投入使用 投入运行 以 为 在 从 向 被 将 由 与 对 并 后 及其 位居 占 的 了 是 有 到 已 均
  坚守 坚守岗位 讨论 入驻 不幸 施展 响应 积极响应 热烈 奋战 驰援 支援 赶赴 集结 轮流 报名 围绕 开展
  组织 奋斗 使用 采用 采取
  合作 推荐 自发 主动 当选 围坐 相聚 聚焦 如期 顺利 面临 享有 拥有 遭遇 遭受 遭 断电 角逐 集中发布
  发布 提供 损失 全面实施 全域 全时 领跑 超额 创建 中选出 中有 中产生 同时 相当于 一事 都被 都已
  都在 都有 都是 通过了 大关 关口 搜寻 降暴雨 被迫 受灾 停产 滞留 暂停 分别 分別 发生 出现 举行 举办
  迎来 给予 给出 表达 纷纷 踊跃
  全部 参訓 接受 正在 于 正 开启 先后 共同 实现 達 达 增长 下降 入选 荣获 获评 获批 获 居全
  居西 居首 居第 居前 开工 投产
  落地 列入 观看 用上 搬进 搬入 住进 清理 升格 升级为 发放 解决 追回 送去 开通 参展 参赛 挂牌
  出让 落户 取得 上线 上榜 登上 进入 达成 脱贫 摘帽 恢复 复工 复产 投运 并网 通车 竣工 完工
  建成 受到 收到 签约 签订 实行 陆续 相继 前来 奔赴 接到 赶到 为了 仍
  超过 突破 覆盖 加入 涉及 分布 集聚 聚集 汇聚 让 因 把 仍 也 还 又 领取 分享 表彰 展示 亮相 现身
  出席 见证 走访 引领 惠及 处于 位于
  坐落 排名 跻身 荣膺 牵头 领办 负责 挺进 抵达 返回 离开 撤离 转移 脱险 获救 遇难 受伤 死亡 英勇
  來自 來到 參加 參與 前來 缔结 签署 报告 宣布 完成 獲得 獲 入圍 報名 免費 為 與 從 將 對 於 皆 並
  還 讓 給 ;

# What befalls people or what they do, where nothing else says who is counted.
lexicon outcome =
  受到处理 受到处分 被处分 被查处 被问责 被追责 被判刑 被捕 被拘留 被刑事拘留 受惠 死亡 受伤 遇难
  失踪 死伤 伤亡 被困 获救 脱险 参赛 参会 参加 参与 参展 参训 受益 受灾 脱贫 就业 返乡 落户 入学
  疏散 撤离 滞留 感染 丧生 罹难 下落不明 牺牲 殉职 重伤 轻伤 溺亡 中毒
  报名 到场 观赛 观看 确诊 出院 治愈 落网 获奖 上岗 離世 受傷 參加 參與 參賽 受惠 ;

# 采摘节共接待游客: what comes behind is counted.
lexicon cut_word = 共 累计 累計 总共 一共 共计 先后 相继 陆续 ;
rule cut.any emits cut
  = not after("公" | "总" | "一" | "中" | "合" | "總" | "反" | "对" | "军" | "国" | "同")
      <cut_word>
    not before("同" | "建" | "享" | "青" | "产" | "產" | "和" | "识" | "治" | "富" | "性" | "通" |
    "赢" | "处" | "有" | "商") ;
rule adverbial.any emits adverbial = not before(<no_adverb>) <adverb> ;
rule adverbial.about emits adverbial = not after("节" | "签" | "合" | "条" | "契" | "预" | "相" | "公") "约" ;
rule adverbial.years emits adverbial = ( "两" | "兩" | "三" | "四" | "五" ) "年平均" ;
rule adverbial.each emits adverbial = not after("户" | "人" | "年" | "日" | "月" | "亩" | "村") not
  before(<no_adverb>) "均" ;
rule adverbial.prices emits adverbial = "按" ( "当年" | "可比" | "不变" | "现行" | "當年" | "固定" )
  ( "价格" | "价" | "價格" ) ;
rule adverbial.reckoned emits adverbial = "按" [han digit]{2,14}? ( "计算" | "計算" | "折算" | "核算" )
  before("，" | ","
  | [han digit]) ;

rule adjunct.any emits adjunct at whom
  = whom:( ( "为" | "向" | "给" | "帮助" | "指导" | "對" | "为了" | "為" | "協助" | "联合"
      | "会同" )
    ( not before(@quantity | "，" | "；" | "：" | "。" | "、") [any] ){2,20}? )
        before(<metric_verb> | @moved)
  | whom:( not before(<lead_word>) ( "到" | "深入" | "赴" ) ( not before(@quantity | <metric_verb>)
      [han] ){2,10} )
  before(<metric_verb>) ;

# 1,200: a comma within a number ends no clause.
rule grouping.any emits grouping at sign = after([digit]) sign:"," before([digit]) ;

# 工程2亿元、…: where the next item of a list with figures begins.
rule item.any emits item at sign = after(@quantity) sign:( "、" | "；" ) ;

# A quotation that names something: short and without the marks of a sentence.
rule quoted_name.any emits quoted_name
  = "“" ( not before("。" | "！" | "？" | "；" | "，" | "”" | "“") [any] ){2,22} "”"
  | "‘" ( not before("。" | "！" | "？" | "；" | "，" | "’" | "‘") [any] ){2,22} "’"
  | "「" ( not before("。" | "！" | "？" | "；" | "，" | "」" | "「") [any] ){2,22} "」"
  | "『" ( not before("。" | "！" | "？" | "；" | "，" | "』" | "『") [any] ){2,22} "』"
  | '"' ( not before("。" | "！" | "？" | "；" | "，" | '"') [any] ){2,22} '"' ;

# --- mood: what is planned, aimed at or expected

lexicon plan_word (mood=planned, status=planned) =
  计划于 计划在 计划到 计划用 计划投资 计划总投资 计划新建 计划建设 计划完成 计划实施 计划改造
  计划新增
  计划安排 计划实现 计划引进 计划培育 力争 争取到 拟 预计 预期 有望 目标是 目标为 目标任务 主要目标
  预期目标 总体目标 奋斗目标 确保 下一步 即将 规划建设 规划用地 规划面积 拟建 拟投 預計 預期 擬
  可望 計劃
  目標為 目標 預估 預定 规划到 打算 ;
lexicon plan_word (mood=stated) =
  已 已经 截至 目前 累计 现有 共有 去年 上年 过去 至今 已經 截至目前 今年以来 完成了 實際 达到了
  比上年 ;
lexicon no_plan_word = 预期寿命 預期壽命 拟定 拟稿 拟合 模拟 虚拟 拟人 已婚 ;
lexicon will_verb =
  达 达到 達 達到 是 于 於 在 到 会 有 升 升至 降 降至 继续 持续 重点 全力 再 新 投入 投资 建成 完成
  实现
  突破 超过 开展 实施 启动 推进 推出 建立 举办 形成 打造 带动 进一步 为 不断 安排 组织 全面 累计
  提供
  增宽 可 迎来 提高 提升 增加 增长 减少 缩短 ;
rule plan.word emits plan
  = not before(<no_plan_word>) not after("不" | "模" | "虚" | "稳" | "超" | "度") word:<plan_word>
      set mood = word.mood, status = word.status ;
# 将新建: what comes; 将时限压缩: an object marker.
rule plan.will emits plan
  = ( "将" | "將" ) not before("办理" | "处理") before(<metric_verb> | <run_verb> | <will_verb> |
      @adverbial | @time | @moved)
  set mood = "planned", status = "planned" ;
rule plan.intend emits plan
  = not after("年度" | "动" | "划" | "”" | "性") ( "计划" | "計畫" | "計劃" ) before(<metric_verb>
      | <run_verb> | @time)
  set mood = "planned", status = "planned" ;

# 每亩增收300元, 户均5000元: what a rate is for one of.
lexicon each_one =
  村 县 镇 乡 学生 老人 孩子 家庭 职工 企业 学校 社区 人 户 亩 年 月 日 天 周 季度 小时 分钟 秒 吨
  公斤 斤 千克 平方米 公里 立方米 公顷 头 只 株 棵
  度 千瓦时 辆 台 件 单 人次 趟 班 次 场 期 床 晚 户家庭 畝 公頃 戶 噸 學生 輛 臺 平方公里 万元 股 ;
# 人均收入增长8%: a share is of no one.
pattern share_ahead = ( not before(@quantity | "，" | "；" | "。") [any] ){0,24} @quantity after(<ratio>) ;
rule each.any emits each
  = not before(share_ahead) "每" not before("年以来") of:( ( "个" | "名" | "位" | "個" )? <each_one>
      ( "每" <each_one> )? )
  | of:( "人" | "户" | "亩" | "村" | "校" | "戶" | "畝" ) "均" not before("衡" | "等" | share_ahead)
  | of:( "年" | "日" | "月" ) "均" not before("衡" | "等" | "增" | "降" | "递" | "遞")
  set of = of ;

# Tables that were flattened, one cell a line: a label, its unit, a figure.
lexicon multiplier = 十(times=10) 百(times=100) 千(times=1000) 万(times=10000) 萬(times=10000)
  亿(times=100000000)
  億(times=100000000) ;
pattern cell_unit = times:( <multiplier> )? unit:( <unit> | <measure> | <ratio> ) ;
rule label_cell.any emits label_cell at name
  = paragraph not before(cell_unit edge) [space]? ( "其中：" )? name:( ( not before("单位" | "單位")
      [han latin] ){2,24} ) ( ( "（" | "(" ) cell_unit ( "）" | ")"
    ) )? edge
  set unit = unit.canonical or unit, times = times.times, base = unit.base, factor = unit.factor ;
rule unit_cell.any emits unit_cell = paragraph cell_unit edge
  set unit = unit.canonical or unit, times = times.times, base = unit.base, factor = unit.factor,
      name = nearest @label_cell in page within 1 ;
# 单位：亿元, over a table
rule table_unit.any emits table_unit = ( "单位" | "單位" | "计量单位" ) "：" cell_unit ( "）" | ")" )? edge
  set unit = unit.canonical or unit, times = times.times, base = unit.base, factor = unit.factor ;
rule figure_cell.any emits figure_cell at number = paragraph [space]? number:@number edge set value
  = number.value ;
# 2023年 | 2024年 | 2025年: the times over the columns of figures, in their order.
rule column_head.any emits column_head at when
  = paragraph [space]? when:@time edge
  set first = nearest @column_head.first in page within 1 or when, wide = nearest @column_head.first
      in page within 1 ;
rule column_second.any emits column_second
  = when:@column_head where nearest @column_head before in page within 1
  set second = nearest @column_second.second in page within 1 or when, wide = nearest
      @column_second.second in page within 1 ;
rule column_third.any emits column_third = @column_second where nearest @column_second before in
  page within 1 ;
# The second figure of a row, and the third.
rule figure_first.any emits figure_first = @figure_cell where not nearest @figure_cell before in
  page within 1 ;
rule figure_second.any emits figure_second
  = cell:@figure_cell where nearest @figure_first before in page within 1 set value = cell.value ;
rule figure_third.any emits figure_third
  = cell:@figure_cell where nearest @figure_second before in page within 1 set value = cell.value ;
# 比上年增长（%）: the column behind the figures.
rule change_cell.any emits change_cell
  = paragraph ( basis:<basis_word> )? ( "增长" | "增减" | "±" | "增長" | "增速" ) ( "（" | "(" )
      "±"? unit:<ratio> ( "）" | ")" ) edge
  set basis = basis, unit = unit.canonical or unit ;

record metric
  set value = quantity.value, value_high = quantity.value_high, unit = quantity.unit,
      bound = quantity.bound, base = quantity.base, factor = quantity.factor,
      per = quantity.per or nearest @each.of before in clause,
      mood = nearest @plan.mood before,
      carry = indicator or nearest @metric.carry before, # what a change told behind it changes
      above = nearest @topic before in page,
      period = when or nearest @loose before in clause or nearest @bounding before
        or nearest @sequel.period before or nearest @reopening before in paragraph
        or nearest @opening before in paragraph,
      actor = nearest @holder before in clause or nearest @subject before
        or nearest @actor before in clause or nearest @standing before
        or nearest @topic before in paragraph within 250
        or nearest @carried before in paragraph within 120 or nearest @lead after in paragraph
        or nearest @speaker after in paragraph within 60 or nearest @own before in paragraph within 60 ;

pattern counted = # a quantity with a measure word
  after(<measure> | <measure> <bound_after> | <measure> <over_word>) ;
pattern comparing = ( "与" | "與" | "和" | "同" ) ( not before(@quantity | "，") [any] ){1,14}? <compared> ;
pattern clause_start =
  not after(@grouping | [digit] | "比“" | "较“" | "較“") not before("末" | "时期" | "期间" | "時期")
  after(edge | "，" | "；" | "：" | "。" | "、" | "！" | "？" | "“" | "（" | "）" | "——" | "▶" |
  "有" | "使" | "我们"
    | @quantity | @actor | @person | @time | @adjunct | @adverbial | @quoted_name)
  [space]? "的"? ( not before(@quoted_name) "“" )?
  ( not before(<basis_word> | comparing) ( "及" | "和" | "与" | "與" | "以及" | "另" | "另有" |
  "其中" | "包括" ) )? ;
pattern bracketed = "（" ( not before("）") [any] ){1,14} "）" ;
pattern part = # of an indicator
    not before(@quantity | @actor | @person | @time | @adjunct | @cut | "持平" | "，" | "；" | "：" | "。"
    | "！" | "？" | "…"
      | "（" | "）" | "�")
    [han latin digit punctuation other]
  | bracketed ;
# What stands about a figure and says nothing: damaged bytes, list marks, dashes.
pattern stray = [other] | "—" | "－" | "–" | "-" | "*" | "+" | "·" | "~" | [punctuation]
  before([space] | @quantity) ;
# 八万元最多、年增四万元: what rank it has.
pattern rank_tail =
  ( ( "最多" | "最少" | "最高" | "最低" | "居首" ) | ( "躍居" | "跃居" | "退居" | "位居" | "跌出" |
  "居" | "排名" ) [han digit]{1,5} ) ( "、" | "，" ) ;
pattern first_part =
    before(<lead_word>) part
  | not before(rank_tail | comparing | stray | @adverbial | <basis_word> | @moved | <lead_in> |
      after("当年" | "當年" | "可比" | "不变" | "现行") "价" | <body> | <office> | "、" | "（" |
      "和" | "及" | "与"
  | "的" | "”" | "限") part ;
pattern item =
  first_part ( not before(@quantity | @time | "、" | "和" | "及" | "与" | "與" | "分别" | "分別" |
  <basis_word> | "，" | "；" | "：" | "。")
    [han latin punctuation other] ){0,16}? ;
pattern tie = # what joins a noun and its figure
    <link>
  | not after("下" | "传" | "送" | "直" | "到" | "抵" | "表" | "转" | "发") ( "达" | "達" ) ;
)pack"
    R"pack(pattern than = # 比上年, 较改造前, 与去年国庆相比
    <basis_word>
  | ( "与" | "同" not before("月" | "期" | "年" | "比") | "和" | "與" ) ( @time | @actor | part
      ){1,10}? <compared>
  | not before(<no_comparison>) not after("比") ( "比" | "较" | "較" | "相较于" | "相较" | "相比于"
      | "相比" | "相較於" | "相較" ) ( @time | @actor | @adverbial | not before(@moved) part
    ){1,16}? ;
pattern degree = ( "则" | "則" | @adverbial | @each | @time | [space] | "零下" | "了" | "达" |
  "达到" | "高达" | "至" | "到" |
  "为" | "約" | "約為" | "達" | "為" | "（" ( not before("）") [any] ){0,24}? "）" | "(" ( not
  before(")") [any] ){0,24}? ")" ){0,3} ;

# 粮食、油料产量分别增长1%、2%: in order.
lexicon respectively = 分别 分別 ;
pattern respective =
  ( @adverbial | "，" ){0,2}
  ( basis:<basis_word> ( "，" | @adverbial | @time )? <respectively> | <respectively>
  basis:<basis_word> | <respectively> )
  @adverbial? ( trend:@moved )? tie{0,2}
  | "，"? ( basis:<basis_word> )? @adverbial? trend:@moved <respectively> tie{0,2} ;
# 原煤、原油产量达到3万吨、4万吨: as many figures as things.
pattern in_order =
    respective
  | ( @adverbial | "，" ){0,2} ( basis:<basis_word> )? @adverbial? ( trend:@moved )? tie{0,2} ;
# What opens a list that figures follow in order.
pattern list_start = not after("、" | "和") clause_start ;
pattern list_stop = not before("、" | "和" | "及") ;
# 甲市、乙市产值分别增长1%、2%: each place with its figure.
pattern party = @place | division{1,2} ;
pattern figures = quantity:@quantity ( "、" quantity:@quantity ){0,7} list_join quantity:@quantity list_stop ;
pattern past_figures = @quantity ( "、" @quantity ){0,7} list_join @quantity ;
rule metric.parties emits metric each quantity
  = list_start who:party ( "、" who:party ){0,7} list_join who:party "的"? indicator:part{1,16}?
      respective figures
  set actor = who, indicator = indicator, trend = trend.trend, basis = basis ;
# 增加率最高的是甲县20‰，其次是乙县15‰: each with its figure.
pattern ranked =
  ( "的" | "者" )? ( "为" | "是" | "為" | "依序為" | "依次为" ) who:( party | division ) ( "之" |
  "的" | trend:@moved )? ;
rule metric.ranked emits metric at quantity
  = clause_start indicator:( first_part part{0,16}? ) ( "最高" | "最低" | "最多" | "最少" | "最大" |
      "最小" ) ranked
    quantity:@quantity
  set actor = who, indicator = indicator, trend = trend.trend ;
rule metric.ranked_next emits metric at quantity
  = after("，" | "；" | "、")
    ( "其次" | "再其次" | "再次" | "次" | "第二" | "第三" | "最低" | "最少" | "最高" | "最多" )
    ranked quantity:@quantity
  set actor = who, indicator = nearest @metric.carry before in sentence, trend = trend.trend ;
# 果树、茶树面积分别达1亩、2亩: what both share stands behind the second.
rule metric.respective_shared emits metric at quantity
  = list_start indicator:( first_part ( not before(@quantity | @time | <basis_word>) [han] ){0,3}? list_join
      first_part ( not before(@quantity | @time | "、" | "和" | "及" | "与" | "分别" | "分別" |
      <basis_word>) [han] ){6,16}? ) in_order
    quantity:@quantity list_join @quantity list_stop
  set indicator = indicator, trend = trend.trend, basis = basis or nearest @comparison before ;
pattern items = indicator:item ( "、" indicator:item ){0,7} list_join indicator:item ;
rule metric.respective emits metric each quantity
  = list_start items in_order figures
  set indicator = indicator, trend = trend.trend, basis = basis or nearest @comparison before ;

# 甲收入8亿元，乙收入7亿元，各自分别增长1%和2%
pattern long_item = first_part part{0,24}? ;
rule metric.respective_previous emits metric each quantity
  = clause_start indicator:long_item tie{0,2} @quantity ( "，" | "、" | "；" | "和" ) indicator:long_item
    tie{0,2} @quantity
    ( "，" | "，其中" ) respective quantity:@quantity list_join quantity:@quantity list_stop
  set indicator = indicator, trend = trend.trend, basis = basis ;
# 原煤、原油产量3万吨、4万吨，分别增长1%、2%
rule metric.respective_again emits metric each quantity
  = list_start items in_order past_figures "，" respective figures
  set indicator = indicator, trend = trend.trend, basis = basis ;
rule metric.respective_of_previous emits metric at quantity
  = after("，" | "；") respective quantity:@quantity
  set indicator = nearest @metric.carry before, trend = trend.trend, basis = basis ;
# 出口额同比翻了两番
lexicon doubling = 翻 翻了 ;
rule metric.doubled emits metric at quantity
  = clause_start indicator:( first_part ( not before(<basis_word>) part ){0,24}? ) ( basis:than )?
      degree
    <doubling> quantity:@quantity
  set indicator = indicator, trend = "up", basis = basis ;
rule metric.doubled_of_previous emits metric at quantity
  = after("，" | "、") ( basis:than )? degree <doubling> quantity:@quantity
  set indicator = nearest @metric.carry before, trend = "up", basis = basis ;
# 财政收入由负转正，增长1.2%
lexicon turned = 由负转正 由降转升 由降转增 由减转增 由正转负 由升转降 由增转降 止跌回升 扭亏为盈 ;
rule metric.turned emits metric at quantity
  = clause_start indicator:( first_part ( not before(<basis_word> | <turned>) part ){0,24}? ) (
    basis:than )? @adverbial?
    <turned> "，"? degree trend:@moved degree quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = basis ;
# 销售额是五年前的3倍
rule metric.times emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) @adverbial{0,2} ( "是" | "为" | "為" |
      "相当于" ) ( part | @time | @actor ){1,12}? "的" quantity:@multiple
  set indicator = indicator ;

# 完成年度计划的45%，同比增长5%: what follows is of what was named before the plan.
lexicon planned_amount = 计划 預算 预算 目标 任务 目标任务 年度计划 年度目标 年初预算 全年任务 年度任务 ;
rule metric.of_plan emits metric at quantity
  = after("，" | "、" | "（" | "；")
    indicator:( ( "占" | "完成" | "为" | "已完成" | "达到" | "完成了" | "為" ) ( not
    before(@quantity | "，") [han] ){0,8}?
      <planned_amount> ( not before(@quantity) [han] ){0,4}? )
    "的" quantity:@quantity after(<ratio>)
  set indicator = indicator, carry = nearest @metric.carry before ;
# 按可比口径恢复至上年同期的98%: how much of what was before, of what was named.
rule metric.recovered_of_previous emits metric at quantity
  = after("，" | "；" | "、") ( not before(@quantity | "，") [any] ){0,12}? ( "恢复至" | "恢复到" |
      "相当于" | "是" | "为" )
    ( part | @time | @actor ){1,12}? "的" quantity:@quantity after(<ratio> | "倍")
  set indicator = nearest @metric.carry before ;
# 由3万元提高到4万元: from one to another.
lexicon from_word = 由 从 從 ;
pattern from = <from_word> ( "原来" | "原先" | "最初" | "的" | "人均" | "平均" | when:@time | [space] |
  "上年" | "去年" ){0,3} ;
pattern plain_from = <from_word> ( "原来" | "原先" | "最初" | "的" | "人均" | "平均" | @time | [space] |
  "上年" | "去年" ){0,3} ;
lexicon become = 达到 達到 变成 变成了 变为 变为了 改为 调整为 拓宽为 升级为 转为 發展為 變成 變為 調整為 ;
rule metric.from emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) @adverbial{0,2} from ( ( part | @actor ){1,8}?
      "的" )? quantity:@quantity "，"?
    ( part | @actor ){0,6}? ( @moved | <become> )
  set indicator = indicator ;
rule metric.to emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) @adverbial{0,2} plain_from ( ( part | @actor
      ){1,8}? "的" )? @quantity "，"?
    ( part | @actor ){0,6}?
    degree ( trend:@moved | <become> ) ( "到" | "至" | "为" | "到了" )? ( "的" | @time | @adverbial | [space]
    ){0,3}
    quantity:@quantity
  set indicator = indicator, trend = trend.trend ;

# 房屋税因新楼交付，较上年增长5%; 支出以教育最多，编列3亿元
lexicon because = 因 受 ;
rule metric.because emits metric at quantity
  = clause_start indicator:( first_part part{1,8}? ) <because>
    ( not before(@quantity | "，" | "；") [any] ){2,50}? ( "，" | "則" | "则" ) ( basis:than )? degree
    trend:@moved degree
    quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = basis ;
lexicon mostly = 最多 最大 最高 为主 居首 為主 ;
rule metric.mostly emits metric at quantity
  = "以" indicator:( first_part part{1,12}? ) <mostly> "，" ( "则" | "則" )? ( "编列" | "編列" | "安排" | tie
    | @adverbial ){0,2} quantity:@quantity
  set indicator = indicator ;
# 公路通车里程同比增长5%
rule metric.change emits metric at quantity
  = clause_start indicator:( first_part ( not before(<basis_word>) part ){0,24}? )
    ( @adverbial | "，" ){0,2} basis:than degree trend:@moved degree quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = basis ;
# 每亩增收300元
lexicon yield_word (trend=up) = 增收 增产 创收 增效 增產 ;
lexicon yield_word (trend=down) = 减产 減產 ;
rule metric.yielded emits metric at quantity
  = clause_start indicator:( ( first_part part{0,8}? )? @each ( "可" | "能" | "平均" )?
      trend:<yield_word> ) degree quantity:@quantity
  set indicator = indicator, trend = trend.trend ;
# 流程压缩30%
rule metric.change_without_basis emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) degree trend:@moved degree quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = nearest @comparison before ;
# 增速比上年提高2个百分点
lexicon speed_word = 增速 增幅 降幅 涨幅 跌幅 增长率 增長率 成長率 占比 比重 增势 ;
rule metric.speed_change emits metric at quantity
  = clause_start indicator:<speed_word> ( @adverbial | "，" ){0,2} ( basis:than )? degree
      trend:@moved degree quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = basis ;
# 比2030年增加20个，增长5%: the same change again.
rule metric.change_again emits metric at quantity
  = basis:( <basis_word> | not before(<no_comparison>) ( "比" | "较" | "較" ) ( @time | not
      before(@moved) part ){1,10}? ) degree @moved degree @quantity ( "，" | "、" | "（" ) ( "约" |
      "約" )? trend:@moved degree quantity:@quantity
  set indicator = nearest @metric.carry before, trend = trend.trend, basis = basis ;
# 实现增加值200亿元，同比增长5%: the change of what was named before.
rule metric.change_of_previous emits metric at quantity
  = after(edge | "，" | "、" | "；" | "（" | @quantity | @time | @actor) degree ( basis:than )? degree
    trend:@moved degree quantity:@quantity
  set indicator = nearest @metric.carry before or nearest @metric.carry before in paragraph,
      trend = trend.trend, basis = basis or nearest @comparison before ;
# 存款80亿元，比年初多3亿元
lexicon level_word = # levels, which do not move
  比全国平均水平 比全国平均 比全省平均水平 比全省平均 比全市平均水平 比全市平均 比全县平均
  较全国平均水平 较全省平均水平 ;
lexicon more_word (trend=up) = 多 多出 高 高出 快 多了 高了 ;
lexicon more_word (trend=down) = 少 低 慢 少了 低了 ;
rule metric.more_of_previous emits metric at quantity
  = after("，" | "、" | "；" | "（" | @quantity) @adverbial{0,2} not before(<level_word>)
      basis:<basis_word> word:<more_word>
    degree quantity:@quantity
  set indicator = nearest @metric.carry before, trend = word.trend, basis = basis ;
# 比邻县平均高出2个百分点: how much more than what.
rule metric.gap_of_previous emits metric at quantity
  = after(edge | "，" | "、" | "；" | "（" | @quantity | <speed_word>) @adverbial{0,2}
    basis:( ( "比" | "较" ) ( @actor | @time | part ){1,12}? )
    ( "新增" | trend:( "高出" | "高" | "多" | "快" ) | trend:( "低" | "少" | "慢" ) ) "了"? quantity:@quantity
  set indicator = nearest @metric.carry before, basis = basis,
      actor = nearest @subject before or nearest @topic before in paragraph or nearest @carried
      before in paragraph ;
# 增速高于全国2个百分点
lexicon gap_word = 高于 低于 高出 快于 慢于 优于 少于 多于 ;
rule metric.gap emits metric at quantity
  = clause_start indicator:( part{0,12}? <gap_word>
      ( part | @actor ){1,14}? ) ( "高" | "低" | "高出" | "快" | "多" | "高了" )?
      quantity:@quantity
  set indicator = indicator,
      actor = nearest @subject before or nearest @topic before in paragraph or nearest @carried
      before in paragraph ;

# 降低成本200亿元
rule metric.change_of_noun emits metric at quantity
  = clause_start indicator:( trend:@moved "了"? first_part part{0,24}? ) ( tie | @adverbial |
      [space] ){0,3}
    quantity:@quantity
  set indicator = indicator, trend = trend.trend, basis = nearest @comparison before ;
# 由10名医生和5名护士组成的医疗队: who they are.
lexicon composed = 组成的 組成的 构成的 ;
rule metric.composed emits metric each quantity
  = "由" quantity:@quantity indicator:part{1,12}? ( list_join quantity:@quantity
      indicator:part{1,12}? ){0,2} <composed>
    who:( ( not before(<predicate>) letter ){2,8} )
  set indicator = indicator, actor = who ;
# 每隔50米设一处
lexicon spaced = 间隔 每隔 每间隔 相隔 間隔 ;
rule metric.spaced emits metric at quantity
  = <spaced> quantity:@quantity indicator:( ( not before(<predicate> | @joint | "、") part ){2,16}
      )
  set indicator = indicator ;
# 一行6人
rule metric.party emits metric at quantity
  = indicator:"一行" quantity:@quantity
  set indicator = indicator ;
)pack"
    R"pack(# Verbs whose object comes behind the amount.
lexicon counting_verb =
  完成 提供 具备 具備 有 落实 争取 争取到 爭取到 申请 下拨 投放 引进 承接 吸引 支付 拨付 追加 发展
  栽种 播种 改种 套种 栽植 托管 认养 认领 发行 运载 替代 流转 种植 增添 供应 存放 使用 浇灌 购置
  采购 承包 流转了 增加了 拥有 消化 生产 收购 储备 运送 运输 装载 筹集 下达 涉及 惠及 启动 新建 建设
  建成 实施
    打造 ;
# 运送60万吨原木, 登上30米高的塔楼
pattern size_of = ( "长" | "長" | "高" | "宽" | "寬" | "深" ) "的" ;
rule metric.amount_of emits metric at quantity
  = ( after(<counting_verb> | "了" | "等") quantity:@quantity | after(<metric_verb>)
      quantity:@quantity not after("元" | "万" | "亿" | "萬" | "億") ) not after(<measure> | "%" |
      <ratio>) not
    before(<predicate> | @moved | @adverbial | @quantity | "的")
    size_of? indicator:( ( not before(<predicate> | @joint | "、" | "）") part ){2,10} )
  set indicator = indicator ;
# 种植70亩苍术和130亩茶叶: the second amount has its own noun.
rule metric.amount_next emits metric at quantity
  = ( "、" | "和" | "及" | "与" ) quantity:@quantity not after(<measure> | "%" | <ratio> | "元") not
      before(<predicate> | @moved | @adverbial | @quantity | "的")
    size_of? indicator:( ( not before(<predicate> | @joint | "、" | "）") part ){2,10} ) before(edge
    | [punctuation] | @joint)
  where nearest @quantity before in clause within 12
  set indicator = indicator ;
# 组建了120人的巡逻队: what a figure describes.
rule metric.attribute emits metric at quantity
  = after(<run_verb> | <counting_verb> | "了" | "以" | @time | edge | "，" | "、" | "为期" | "為期"
      | "在" | "有" |
    "是" | "其中" | "总计" | "总共" | "總計" | "共計" | "共计" | "国内" | "國內" | "全国" | "全國" |
    "拥有") quantity:@quantity "的"
    indicator:( ( not before(<predicate> | @joint) part ){2,16} )
  set indicator = indicator ;
# 一条3公里长廊: what is one of that size.
rule metric.sized emits metric at quantity
  = after("一" <measure> | "建成的" | "新建的" | "修建的" | "打造的" | "种植的" | "铺设的" |
      "购置的") quantity:@quantity not after(<measure>) "的"? indicator:( ( not before(<predicate> |
      @joint | "、" | "）") part ){2,16} )
  set indicator = indicator ;
# 20个总投资5亿元的项目 · 3台20万千瓦机组
rule metric.counted_with_attribute emits metric at quantity
  = quantity:@quantity after(<measure>)
    ( ( not before("在" | "从" | "以") part ){1,8} @quantity "的" | @quantity not after(<measure>)
    not before(<predicate> | @moved | @adverbial) )
    indicator:( ( not before(<predicate> | @joint | "、" | "）") part ){2,16} )
  set indicator = indicator ;
# 占比: the share of what was named before.
rule metric.share_of_previous emits metric at quantity
  = after("，" | "、" | "；" | "（" | @quantity) ( "占" | "约占" | "占到" | "占了" )
      quantity:@quantity
    before([punctuation] | edge)
  | after("，" | "；") "其中" ( "有" | "近" | "超过" )? quantity:@quantity after("%" | "成")
  | after("含") quantity:@quantity before([punctuation] | edge | "由" | "为")
  set indicator = nearest @metric.carry before ;
# 造成3人受伤: what befell or what did those who are counted.
rule metric.outcome emits metric at quantity
  = after(edge | "，" | "、" | "；" | "：" | "。" | "造成" | "致" | "导致" | "致使" | "完成" |
      "实现" | "帮助" | "带动" | "有" | "的" | @time | @adverbial | @place | @actor | @quantity)
    quantity:@quantity after("人" | "名" | "位" | "户" | <people>) ( ( "在" [han]{1,10}? )? ( "中" |
    "时" )? | "因" [han]{1,8}? )
      ( "实现" "了"? | "實現" "了"? | "成功" | "被迫" | "抢救无效" | "经抢救无效" | "当场" | "不幸"
      )? indicator:<outcome>
  set indicator = indicator ;
# 76万群众
rule metric.people emits metric at quantity
  = quantity:@quantity after("万" | "亿" | "萬" | "億" | <over_word>) indicator:( ( not
    before(<people>) [han] ){0,4}? <people> )
  set indicator = indicator ;
# 7批来自各地的援藏干部, 100家这样的市场: an attribute before the noun.
lexicon quality = 强的 高的 好的 大的 多的 优的 快的 深的 广的 显著的 突出的 先进的 成熟的 完善的
  困难的 薄弱的 齐全的 优质的 高效的 ;
lexicon attribute_start =
  站 紧跟 掌握 热爱 热心 善于 在学科 在全 在国 承担 负责 受 获 荣获 享受 利用 据称 涉嫌 优化 推动
  促进 支持 服务 出席 取得 获得 被 遭 携带 装载 搭载 满载 总投资 年产 关于 针对 面向 适合 需要 为期
  来自 这样 具有 拥有 从事 不同 由 具备 符合 位于 以 通过 跨 涉及 专门 來自 不 能够 能 可 有 参加
  参与 实施 ;
lexicon place_kind = 村委会 居委会 村民小组 省 自治区 直辖市 市 县 区 州 旗 乡 镇 村 街道 社区
  开发区 省份 城市 苏木 嘎查 自治區 直轄市 縣 區 鄉 鎮 街道 社區 開發區 ;
lexicon counted_body = 村委会 居委会 村民委员会 居民委员会 村民小组 居民小组 村委會 派出所 ;
lexicon noun_word = 有机 有线 有色 有害 有偿 实施方案 实施细则 实施意见 正职 副职 正式 正规 正高
  现场 现代 现役 占地 受害人 受灾 受益 受伤 在校 在职 在读 在岗 在编 在建 与会 参会 参赛 中高级 中级
  中小 中学 中青年 中医 以上 被告 被告人 被执行人 被害人 被保险人 被征地 对外 对口 与会 ;
rule metric.counted_attributed emits metric at quantity
  = quantity:@quantity counted
    ( before(<attribute_start>) not before(<noun_word>) ( not before(@quantity) ( part | @actor |
    @time | @adverbial | "、" ) ){1,28}? "的"
    | ( part | "、" ){1,16}? <quality> )
    indicator:( ( not before(<predicate> | @joint | "、" | "）") part ){2,16} )
  set indicator = indicator ;
# 下拨1.6亿元救灾资金: the amount stands before what it is of.
lexicon fund =
  结余 盈余 亏损 税收 损失 效益 投资 信贷 授信 合同 销售额 营业额 交易额 资金 救灾款 补助 补助金
  补贴 贷款 债券 奖金 奖励 奖励金 獎勵 獎勵金 补偿 补偿金 慰问金 罰鍰 罰款 善款 物资 消费券 经费
  保费 订单 罚款 拨款 援助 奖补资金 定金 货款 工资 欠薪 赔偿金 赔款 资产 赔偿
  融资 租金 税款 学费 保证金 經費 補助 補助款 資金 貸款 捐款 ;
rule metric.funds emits metric at quantity
  = quantity:@quantity after("元" | "亿" | "万" | "吨" | "英镑" | "卢布") indicator:( ( not
      before(<predicate> | @joint
      | "、" | "的" | @quantity | <fund>) part ){0,10}? <fund> ) before(edge | [punctuation] | "，"
          | <run_verb> | "用" | "到位" | "支持" | "给" |
      "和" | "与" | "并")
  set indicator = indicator ;
lexicon extent_noun = 投入 经费 經費 总经费 總經費 工期 总投资 投资 全长 总长 占地 占地面积 建筑面积
  总建筑面积 總投資 全長 ;
# 增设12个服务窗口: the noun follows its measure word.
lexicon noun_inner = 在建 在库 在谈 在册 为民办实事 为民实事 签约项目 开工项目 投产项目 竣工项目
  入库项目 签约产业 开工产业 开工亿元 签约亿元 培育企业 認定 簽約項目 有机 有线 有色 有害 有偿 以上
  以下 向型 合作社 合作办学 合作项目 后巷 後巷 后备 后勤 后台 在校 在职 在岗 在编 正职 副职 ;
rule metric.counted_noun emits metric at quantity
  = quantity:@quantity counted indicator:( <place_kind> ( "、" <place_kind> ){1,3} )
  | quantity:@quantity counted indicator:<counted_body> | quantity:@quantity counted [space]? (
      before(<noun_word>) | not before(<predicate> |
    @moved | @adverbial) )
    not before("（" | "或" | "及" | "以及" | ( "长度" | "長度" | "面积" | "面積" ) @quantity )
    indicator:( ( before(<noun_word>) part )? ( before(<noun_inner>) part | not before(<predicate> |
    @joint | "、"
    | "）") part ){1,16} )
  set indicator = indicator ;
# 连续7个月保持盈利: for how long what.
rule metric.running emits metric at quantity
  = after("连续" | "連續") quantity:@quantity indicator:( ( not before(@quantity | "，" | "。" | "；" |
    "、") part ){2,16} )
  set indicator = indicator ;
# 按投资额的10%给予补助: what the share is for.
lexicon rate_verb = 交纳 缴纳 提取 计提 征收 给予 发放 补助 补贴 計收 補助 奖励 繳納 ;
rule metric.rate_of emits metric at quantity
  = after("的" | "按" | "按照") quantity:@quantity after("%") "的比例"? indicator:( <rate_verb> (
      not before(<predicate> | @joint | "、")
    part ){0,10} )
  set indicator = indicator ;
# 三十日内补正: by when what is done.
lexicon within_end =
  日内 天内 月内 小时内 分钟内 工作日内 周内 日以内 天以内 月以内 小时以内 分钟以内 日之内 日內 天內
  月內 小時內 分鐘內 日以內 ;
rule metric.within emits metric at quantity
  = quantity:@quantity after(<within_end>) "，"? indicator:( ( not before(@quantity | "，" | "。" |
    "；" |
    "、") part ){2,12} )
  set indicator = indicator ;
# 花岭、石桥2县通了公路: what came to so many places.
rule metric.places emits metric at quantity
  = quantity:@quantity after(<area>) ( after("平方公里") | not after("公里" | "华里" | "海里" |
      "英里") ) not before("的" | "外" | "内" | "处" | "范围" | "及" | "或" | "、" | "和")
      indicator:( ( not before(@quantity
    | "，" | "。" | "；" | "、") part ){2,12} )
  set indicator = indicator ;
# 跨过8万关口、达到8.3万元: the figure behind a mark that was passed.
rule metric.passed emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) @adverbial{0,2} ( "突破" | "迈上" | "跨上" |
      "跃上" | "站上" | "越过" |
    "跨越" | "连跨" | @moved | @quantity )
    ( part | @quantity ){0,8}? ( "、" | "，" ) ( @time | @adverbial ){0,2} ( "达到了" | "达到" |
    "达" | "升至" | "增至" | "達到" ) quantity:@quantity
  set indicator = indicator ;
# Works.
lexicon work_tail =
  工程 改造工程 改建 扩建 拓宽 改造 道路 大桥 公园 項目 项目 計畫 計劃 拓寬 擴建 改善 橋 公園
  道路改善 綠美化 工程（第一期） 工程（第二期） ;
# 长3.6公里, 宽7米
rule metric.extent emits metric at quantity
  = after([punctuation] | <measure> | "、" | "的" | "面") indicator:( "长" | "宽" | "高" | "深" |
      "厚" | "重" | "長" | "寬" ) "约"? quantity:@quantity
  | after("工程" | "大桥" | "铁路" | "公路") indicator:<extent_noun> tie{0,2} quantity:@quantity
  | after([punctuation] | edge) indicator:( "为期" | "历时" | "用时" | "耗时" | "時長" | "时长" |
      "為期" | "歷時" )
    "约"? quantity:@quantity
  set indicator = indicator ;
# 湖滨路改造工程2亿元、安平镇南桥改建工程900万元: works act for the place in their names, or for themselves.
rule metric.item_work emits metric at quantity
  = after(@item) indicator:( ( who:division )? ( part | "、" | "（" | "）" ){1,36}? <work_tail>
    bracketed? ) [space]? quantity:@quantity not after(<measure>)
  set indicator = indicator, actor = who or "" ;
# 总投资4亿元、全长35公里的云石铁路: whose figures they are.
rule metric.attributive emits metric at quantity
  = indicator:<extent_noun> tie{0,2} quantity:@quantity ( ( "、" | "，" ) <extent_noun> tie{0,2}
    @quantity ){0,2} "的"
    who:( letter{2,12}? ( <site> | "铁路" | "高铁" | "高速公路" | "公路" | "大桥" ) )
  set indicator = indicator, actor = who ;
# 甲工程、总投资900万元的乙工程: the next of a list.
rule metric.attributive_next emits metric at quantity
  = after("、") indicator:<extent_noun> tie{0,2} quantity:@quantity "的"
  set indicator = indicator ;
# 占全市财政支出的62%: a share of what.
rule metric.share emits metric at quantity
  = clause_start indicator:( part{0,14}? ( "占" | "约占" | "占到" ) not before("地" | "有" | "用" | "据" |
    "道") ( part | @actor ){1,16}? ( "的"? ( "比重" | "比例" ) )? )
    ( "的" | tie | @adverbial ){0,3} quantity:@quantity not after(<measure>)
  set indicator = indicator ;
# 其中15种为药材: what they are.
rule metric.named_behind emits metric at quantity
  = after("其中" | "，" | "；" | "。" | edge | "有") quantity:@quantity ( "为" | "是" | "属于" | "系" | "為" )
    indicator:( ( not before(<predicate>) part ){2,12} )
  set indicator = indicator ;
# 中央补助81%计9825万元: the same as an amount.
rule metric.amounting emits metric at quantity
  = after(@quantity) ( "計" | "计" | "合计" | "合計" | "约" ) quantity:@quantity
  set indicator = nearest @metric.carry before ;
# 320亩（21公顷）: the same in another unit.
rule metric.converted emits metric at quantity
  = after("，") ( "约合" | "折合" | "合" | "约折合" | "相当于" | "約合" ) ( "人民币" | "人民幣" )?
      quantity:@quantity
  | after(@quantity) "（" ( "约" | "合" | "约合" | "折合" )? quantity:@quantity "）"
  set indicator = nearest @metric.carry before ;
# 引进茶馆、书店等首店12家: the word that sums up a list.
rule metric.summed_up emits metric at quantity
  = clause_start first_part part{0,40}? "等" not before(<lead_word> | "經費" | "经费" | "资金" |
      "費用" | "费用") indicator:( first_part part{1,12}? ) not after("、")
      ( tie | @adverbial | @time | [space] ){0,3} not after("、" | "；") quantity:@quantity
  set indicator = indicator ;
# 云溪水库建设项目总投资8亿元: whose cost or size it is.
lexicon work_end = 项目 工程 水库 电站 大桥 隧道 公路 铁路 高速公路 快速路 大道 产业园 园区 工业园
  基地 中心 机场 医院 学校 小区 公园 广场 综合体 生产线 ;
lexicon work_size =
  总投资 总投资额 计划总投资 概算总投资 预计总投资 计划投资 概算投资 总造价 占地面积 总占地面积 占地
  总建筑面积 建筑面积 全长 总长 线路全长 总库容
  总装机容量 装机容量 设计时速 ;
rule metric.size_of emits metric at quantity
  = clause_start who:( first_part ( not before(<work_size> | "“" | "”") part ){4,24}?
      after(<work_end>) ) indicator:<work_size>
    ( tie | @adverbial | [space] ){0,3} quantity:@quantity
  set indicator = indicator, actor = who ;
# 铺设管网12公里 · 总投资为8亿元: what is measured stands before.
rule metric.measured emits metric at quantity
  = clause_start not before("完成" @quantity) indicator:( first_part part{0,30}? ) ( tie |
      @adverbial | @time | [space] | "�" | basis:<basis_word> | "连续"
    @quantity ){0,3}
    not after("、" | "；") quantity:@quantity
  set indicator = indicator, basis = basis ;
# 突破千万、达到1300万
rule metric.reached emits metric at quantity
  = after("，" | "；") ( "而" | "到" )? @time ( @adverbial | "达" | "达到" | "为" ){0,3}
      quantity:@quantity before([punctuation] | edge)
  | after(@actor | @place) ( "也" | @adverbial? ( "达到了" | "达到" | "达" | "超过" | "为" | "達到"
      ) ) "了"? quantity:@quantity
  | after("，" | "、" | @time) ( "共" | "共计" | "总计" | "合计" | "共計" | "總計" | "达" | "达到" |
      "已达" | "到了" |
    "已达到" | "已完成" | "達" |
      "達到" | "增至" | "总量达到" ) "了"? quantity:@quantity
  set indicator = nearest @metric.carry before or nearest @metric.carry before in paragraph ;
# 环湖步道（6.5公里）
rule metric.bracketed emits metric at quantity
  = clause_start indicator:( first_part part{0,24}? ) "（" quantity:@quantity
  set indicator = indicator ;
# 下降0.2个百分点至3.1%: to where it moved.
rule metric.moved_to emits metric at quantity
  = after(@quantity) "，"? ( "至" | "到" ) quantity:@quantity
  set indicator = nearest @metric.carry before ;
# 增长5%、6%: as the one before.
rule metric.same_listed emits metric at quantity
  = after(@quantity) list_join not before("突破" | "超过" | "超過" | "逾") quantity:@quantity
      before([punctuation] | edge | "和" | "及" | "与"
      | "的")
  set indicator = nearest @metric.carry before, trend = nearest @metric.trend before,
      basis = nearest @metric.basis before ;
# 受理申请40件，涉及90人 · 60个1200户: a second figure for the same.
rule metric.same_again emits metric at quantity
  = after(@quantity | "，" | "、" | "和" | "及" | "与") quantity:@quantity
    before([punctuation] | edge | @quantity | "和" | "及" | "与" | "大关" | "关口")
  | after(@quantity) quantity:@quantity before(@moved)
  | after("，" | "、") ( @adverbial | "为" | "為" | "约为" | "約為" ){1,2} quantity:@quantity
      before([punctuation] | edge)
  set indicator = nearest @metric.carry before ;
# 环境卫生：50%
rule metric.labelled emits metric at quantity
  = clause_start indicator:( first_part part{1,16}? ) "：" quantity:@quantity
  set indicator = indicator ;
# 24台电梯，20台已投入使用: how far so many of them are.
lexicon elliptic_start = 主要用于 主要用於 投向 达成 达到 達到 符合 通过 获 获得 获评 被 用于 用於
  已 正在 将 均 全部 仍 已经 尚未 尚在 ;
rule metric.elliptic emits metric at quantity
  = after("，" | "；" | "、" | edge | "还有" | "另有" | "其余" | "其中" | "其中有" | "當中" | "当中")
    quantity:@quantity ( after(<measure>) | before( ( "将" | "將" | "已" | "主要" )? ( "用于" |
    "用於" | "投向" ) ) ) indicator:( <elliptic_start> ( not before(@quantity | "，" | "。" | "；")
    part ){2,16} ) before([punctuation] | edge)
  set indicator = indicator ;
# 每隔50米设一处
rule metric.followed emits metric at quantity
  = quantity:@quantity not before(@moved | <predicate>)
    indicator:( ( not before(<predicate> | @joint | "、") part ){2,16} )
  set indicator = indicator ;
# 与滩羊相关的产业产值为1.5亿元: the last words, where the clause begins as no other rule expects.
rule metric.quarter emits metric at quantity
  = indicator:@place quantity:@quantity
  set indicator = indicator ;
# 云溪区19个，安平区12个: whose they are, of what was named before.
rule metric.of_division emits metric at quantity
  = after(edge | "，" | "、" | "；" | "：" | "（" | "(" | "," | "和" | "其中") who:division quantity:@quantity
  set indicator = nearest @metric.carry before, actor = who ;
rule metric.near emits metric at quantity
  = not after([digit] | "今" | "去" | "明" | "每" | "当") indicator:( ( not before(stray | <lead_in>
      | <sequel_word> | "中有" | @moved | "、" | "（" | "及" | "和" | "与" |
    "與") part ) part{1,7}? ) tie{0,3}
      quantity:@quantity
  set indicator = indicator ;
rule metric.plain emits metric at quantity = quantity:@quantity ;
lexicon minus (sign=-,trend=down) = - － − ;
pattern plain_number = [digit]{1,12} ( "." [digit]{1,6} )? ;
rule metric.cell_second emits metric
  = cell:@figure_second where nearest @column_head.wide in page
  set value = cell.value, unit = nearest @metric.unit in page, times = nearest @metric.times in page,
      base = nearest @metric.base in page, factor = nearest @metric.factor in page,
      indicator = nearest @metric.carry in page, period = nearest @column_second.second in page,
      actor = nearest @actor in page ;
rule metric.cell_third emits metric
  = cell:@figure_third where nearest @column_second.wide in page
  set value = cell.value, unit = nearest @metric.unit in page, times = nearest @metric.times in page,
      base = nearest @metric.base in page, factor = nearest @metric.factor in page,
      indicator = nearest @metric.carry in page, period = nearest @column_third in page,
      actor = nearest @actor in page ;
rule metric.cell_change emits metric
  = paragraph [space]? fall:<minus>? value:plain_number edge where nearest @figure_cell before in
      page within 1
    where nearest @change_cell in page
  set value = fall.sign + value or value, unit = nearest @change_cell.unit in page,
      basis = nearest @change_cell.basis in page, indicator = nearest @label_cell in page,
      trend = fall.trend or "up", period = nearest @time in page, actor = nearest @actor in page ;
rule metric.cell emits metric
  = value:@figure_cell
    where nearest @unit_cell in page within 1 or nearest @label_cell in page within 14
    where nearest @unit_cell in page within 1 or nearest @label_cell.unit in page within 14 or
    nearest @table_unit in page
  set value = value.value,
      unit = nearest @unit_cell.unit in page within 1 or nearest @label_cell.unit in page within 14
      or nearest @table_unit.unit in page,
      times = nearest @unit_cell.times in page within 1 or nearest @label_cell.times in page within
      14 or nearest @table_unit.times in page,
      base = nearest @unit_cell.base in page within 1 or nearest @label_cell.base in page within 14
      or nearest @table_unit.base in page,
      factor = nearest @unit_cell.factor in page within 1 or nearest @label_cell.factor in page within 14 or
        nearest @table_unit.factor in page,
      indicator = nearest @unit_cell.name in page within 1 or nearest @label_cell in page,
      period = nearest @column_head.first in page or nearest @time in page, actor = nearest @actor in page ;
)pack"sv;

} // namespace hantext::packs
