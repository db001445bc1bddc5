/// \file
/// A part of the pack china_gov.hpp: named campaigns, projects, mechanisms, plans and services.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Statements of the pack, in the rule language: campaigns, projects, plans.
inline constexpr std::string_view china_gov_initiative =
    R"pack(
# Verbs whose object is a thing that is run.
lexicon act_verb =
  打响 集中开展 开展 实施 启动 推进 完成 推动 深化 组织 组织开展 组织实施 深入开展 持续开展 推展
  推行 谋划 开工 抓好 参加 举办 举办了 结合 进行
  加快 统筹推进 全面推进 加快推进 全面完成 打好 打赢 做好 辦理 推動 實施 開展 ;
lexicon work_head (kind=campaign) = 大赛 竞赛 征集 展演 宣传周 宣传月 活动周 活动月 购物季 消费季
  评选 普查 大比武 大练兵 大整治 大清查 大检查 大宣讲 大讨论 大起底 大提升 大会战 大扫除 专项整治
  专项治理 综合整治 整治 攻坚 创建 调查 大调查 大走访 大排查 巡回演练 实战演练 实战训练 应急演练 ;
lexicon work_head (kind=mechanism) = 改革 试点 先行先试 生态补偿 省级统筹 市级统筹 全国统筹 跨省通办
  一网通办 家庭共济 对口支援 对口协作 扶贫协作 封山禁牧 ;
lexicon work_head (kind=plan) = 战略 戰略 纲要 規劃綱要 ;
lexicon work_head (kind=project) = 重大专项 ;
lexicon work_head (kind=service) = 接种 筛查 巨灾保险 长期护理保险 护理保险 收入保险 ;

# 水网建设与管护工程: two parts of one head
lexicon joint_work = 改造 保护 修复 提升 更新 建设 利用 开发 管理 治理 整治 扩建 推广 示范 防治 管护
  维护 完善 服务 普及 维修 改善 應用 普及應用 保護 修復 更新 開發 整治 ;
# 治理和: where one name ends and the next begins.
rule name_join.any emits name_join at sign
  = after(<head> | <quoted_head> | <weak_head> | <built> | <work_head> | <sure_head> | "”" | "》"
    | "建设")
    not before(( "和" | "与" | "及" | "與" ) <joint_work> ( "工程" | "项目" | "行动" | "计划" |
    "试点" | "計畫" | "方案" | "规划" ) | ( "及" | "和" | "与" ) "其"? ( "配套" | "附属" ))
    sign:( "和" | "与" | "及" | "與" | "以及" ) ;
# 等十大行动: what the listed ones are parts of.
rule group.any emits group at name
  = ( "等" | "：" | "的" | <run_verb> | "了" ) name:( @number ( "大" | "项" ) [han]{0,8}? <head> )
      ;

record initiative
  set kind = head.kind or inner.kind or nearest <list_head>.kind after in clause or "campaign",
      actor = nearest @owner.of before within 1 or nearest @subject before or nearest @actor before
      or nearest @topic before in
      paragraph
        or nearest @carried before in paragraph or nearest @doer after or nearest @carried after,
      action = verb.canonical or verb or nearest <run_verb>.canonical before in clause
        or nearest <run_verb> before in clause or nearest <run_verb> after in clause,
      status = nearest @plan.status before in clause or verb.status or nearest @state.status after
      in clause
        or nearest <run_verb>.status before in clause or nearest @state.status before in clause or
        "unspecified",
      period = nearest @time before or nearest @opening before in paragraph,
      part_of = listed or nearest @group before in clause ;

# Heads that some rules ask for, so that these are tried only where one stands.
lexicon project_head (kind=project) = 项目 工程 ;
lexicon clear_head (kind=project) = 工程 建设项目 改造项目 工程项目 ;
lexicon clear_head (kind=campaign) = 专项行动 攻坚战 创建活动 整治行动 主题活动 ;
lexicon clear_head (kind=mechanism) = 工作法 ;
lexicon clear_head (kind=project) = 興建計畫 改善計畫 提升計畫 建置計畫 整建計畫 ;
lexicon clear_head (kind=plan) = 行动计划 投资计划 建设计划 实施计划 ;
lexicon mechanism_head (kind=plan) = 操作规程 规程 管理办法 项目库 台账 人才库 信息库 奖补办法
  考核办法 实施办法 实施细则 评价办法 暂行办法 分配办法 补助办法 工作规则 議事規則 管理辦法 補助辦法
  ;
lexicon mechanism_head (kind=mechanism) = 制度 机制 機制 工作法 ;
lexicon described_head (kind=mechanism) = 制度 机制 模式 体系 负责制 责任制 工作机制 工作制度 ;
lexicon described_head (kind=campaign) = 专项行动 专项斗争 专项整治 ;

# What goes on behind a head word and makes it a part of another word.
lexicon no_name_after =
  优势 作用 红利 型 创新 成本 压力 风险 难题 问题 因素 原因 观念 理念 意识 宣传 略 指针 指南 布局 化
  改革 治 律 规 事项 考古 管理 质量 指挥部 领导小组 办公室 负责人 考核 效果 方式 资金 经费
  进度 意见 标准 现场
  力 室 实验室 基层点 局 厅 科 署 廳 會 造 度 办法 条例 名单 试点 清单 领域 示范 总量 款 会 性 群 师
  学 车 队 者 部 处 费 院 ;
# 该行动, 这一工程: the initiative named last whose name ends so.
rule reference.any emits reference
  = ( "该" | "这一" | "此项" | "这项" | "该项" | "此次" | "这次" | "這項" | "該項" | "該" )
    head:( <head> | "项目" | "改革" | "方案" | "计划" | "措施" ) not before(<no_name_after>)
  set head = head ;

rule no_initiative.generic blocks initiative = <generic_name> ;
rule no_initiative.traditional blocks initiative = ( "传统" | "傳統" ) [han]{1,6}? ( "模式" | "方式"
  | "制度" | "体系" | "體系" ) ;
# 改造内容是…、…。: parts of one work. 引进一批…、…等项目: kinds of works.
rule no_initiative.parts blocks initiative
  = "内容" ( "主要" | "具体" )? ( "是" | "为" | "包括" | "包含" | "有" | "：" )
    ( not before("。" | "；" | "“" | "《") [any] ){4,200}? before("。" | "；") ;
rule no_initiative.lot blocks initiative
  = ( "一批" | "一大批" ) ( not before("，" | "。" | "；" | "“" | "等") [any] ){2,60}? "等"
      [han]{0,6}? ( "项目" | "产业" | "企业" ) ;
# 重大水利项目: a kind of works.
rule no_initiative.kind blocks initiative = ( "重大" | "重点" | "重點" ) [han]{0,4}? ( "项目" |
  "工程" | "项目建设" | "工程项目" | "項目" | "建設" ) ;
rule no_initiative.period blocks initiative = "“" <plan_period> "”工作"
  | <plan_period> ( "时期" | "時期" | "期间" ) "工作"
  | <plan_period> ( "规划" ( "期" | "中" | "的" | "》" | "纲要" |
  "建议" ) | "時期" | "末"
  | not before("规划") ) ;

# Within 综合利用 and 高等 stand words that would end a name.
lexicon grade_begin =
  综合 资源化 循环 开发 保护 再 示范 研究 创新 技术 自主 产品 公众 全民 社会 全面 专业 合作 党 ;
lexicon grade_end = 利用 推广 研发 参与 落实 组织 ;
pattern grade_letter =
  after(<grade_begin>) before(<grade_end>) [han]
  | after("中" | "高" | "平" | "均" | "初" | "同") before("等") [han] | after("应") before("对") [han]
  | after("归" | "合" | "兼") before("并") [han] | after("成") before("就") [han]
  | after("归" | "偿") before("还") [han] | after("行" | "人") before("为") [han] | after("土")
      before("保持") [han] | after("安") before("全区" | "全县" | "全市" | "全镇" | "全村") [han]
  | after("植") before("被") [han] | after("转" | "出") before("让") [han]
  | after("天") before("使") [han] | after("报") before("到") [han] | before("促进") [han] ;
pattern name_letter =
    before(<name_inner> | "进行动" not before("员" | "漫" | "物" | "手" | "态" | "画" | "力" | "作")) [han]
  | grade_letter
  | not before(<run_verb> | <name_cut> | @name_join | @time | @quantity | <deictic> |
    <whole_area>) [han latin digit]
  | "（" | "）" | "·" | "-" ;

pattern name_first =
  ( before(<name_start>) | not before(<name_prefix> | "（" | "、" | "-" | "·" | @actor <start_verb>
      not before(<head> | <progress> | <project_head> | edge | [punctuation] | "和" | "与" | "建设"
      ( edge | [punctuation] ))) ) name_letter ;
lexicon item_head (kind=project) =
  工程 改善工程 改造工程 建置工程 延管工程 改建工程 拓寬工程 ;
lexicon item_head (kind=plan) = 計畫 計劃 專案 計畫書 推動方案 ;
lexicon item_work (kind=project) =
  改善 改建 拓寬 擴寬 新闢 開闢 闢建 整建 整修 改造 路面改善 擴建 修繕 拓宽 扩建 ;
lexicon gradual = 持续 继续 不断 大幅 逐步 总体 明显 显著 稳步 進一步 进一步 持續 繼續 不斷 總體
  明顯 顯著 有效 ;
lexicon place_end = 線 路 段 街 巷 道 村 镇 社区 小区 片区 港 桥 橋 溪 河 湖 公所 园 園 线 沟 江 ;
pattern item_letter =
    before(<name_inner>) [any]
  | not before(<item_stop> | <run_verb> | [space] | @name_join | @time
    | "，" | "。" | "；" | "：" | "！" | "？" | "、" | "“" | "”" | "「" | "」" | "《" | "》") [any] ;
pattern item_first = not before([digit]{1,2} ( "." | "．" | "、" | "標" ) | <name_prefix> |
  [punctuation] | @quantity | @adverbial | @actor <start_verb>
      not before(<head> | <progress> | <project_head> | edge | [punctuation] | "和" | "与"))
    item_letter ;
pattern item_places = ( item_first item_letter{1,14} after(<place_end>) not after("公路" | "高速" |
  "铁路" | "大道" | "大桥" | "鐵路" | "大橋") "、" not before(@actor) ){0,2} ;
pattern item_start = after(edge | [other] | "為" | "推出" | "開展" | "興建" | "再" | "重建" | "開闢"
  | <enumerator> | "，" | "、" | "；" | "：" | "。" | [space] | "有" | "其中" | "另" | "主要係"
  | "辦理" | "爭取" | "包括" | "及" | "新增" | "增列" | "編列" | "開闢" | "興闢" | "整建" | "完成" |
      "推動" | "資助" | "撥款") ;
pattern name_end = # behind a whole name
  before(edge | [punctuation] | <progress> | "工作" | "等" | "和" | "与" | "及" | "的" | "在" |
  "中" not before("心" | "学" | "医")) ;

# “清河”行动 · 营商环境“大走访”活动 · “首问负责、一次办好”的服务机制
rule initiative.quoted_head emits initiative at title
  = title:( ( @quoted_name ( "变" | "促" | "带" | "暨" | before(@quoted_name not before("“")) ) )?
      @quoted_name
      ( ( before(<run_verb> ( <head> | <quoted_head> )) [han] | grade_letter | before("为民" |
      "为农" | "进行动") [han] | not before(<function_word> | "形成" | "开展" | "实施" | "推动" |
      "打造" |
      "构建" | "加快" | "推进" | "成为") [han] ){0,6}? head:( <head> | <quoted_head> | <work_head> )
      | ( before(<name_inner>) [han] | not before(<function_word> | <run_verb> | <name_cut>) [han]
          ){7,14}? head:( <head> | "项目" | "方案" | "计划" )
      | ( not before(<function_word> | <run_verb>) [han] ){0,4}? head:( <direct_head> | <built> ) )
      not before(<head> | <quoted_head> | <no_name_after>) ) ;
pattern long_quote = "“" ( not before("。" | "！" | "？" | "；" | "“" | "”") [any] ){4,40} "”"
  | "「" ( not before("。" | "！" | "？" | "；" | "「" | "」") [any] ){4,40} "」" ;
# “人人参与，户户行动”主题活动: with a comma
rule initiative.quoted_comma emits initiative at title
  = title:( long_quote ( not before(<function_word> | <run_verb> | <name_cut>) [han] ){0,6}? head:(
      <head> | <list_head> | "比赛" | "仪式" | "倡议" | "评选" | "政策" | "工作法" | "战略" | "戰略"
      ) )
      not before(<head> | <quoted_head> | <no_name_after>) ;
rule initiative.quoted_described emits initiative at title
  = title:( ( @quoted_name{1,3} | long_quote ) "的" ( not before(<head>) name_letter |
      before("推进机制") [han] ){0,14}?
      head:( "活动" | "行动" | "机制" | "制度" | "模式" | "体系" | "工作机制" | "工作法" | "路径" |
      "服务" | "网络" ) )
      not before(<head>) ;
# 推出果农联保贷款: what banks and insurers offer
lexicon product (kind=service) = 贷款 贷款业务 业务 保险 险种 理财产品 消费券 服务包 贷 保 ;
rule initiative.product emits initiative at title
  = verb:( "推出" | "推行" | "首创" | "开办" | "创新推出" | "推出了" | "推行了" | "起保" | "试行" |
      "试点" | "启动" | "推广" )
    title:( name_first name_letter{1,16}? head:<product> ) before(edge | [punctuation]) ;
# 公园“口袋花境”改造工程
rule initiative.quoted_middle emits initiative at title
  = after(<run_verb> | <start_verb> | "了")
    title:( name_first name_letter{2,14} @quoted_name ( not before(<run_verb> | <function_word>)
    [han] ){0,8}?
      head:( <head> | <quoted_head> | <work_head> ) not before(<head> | <quoted_head> |
      <no_name_after>) ) ;
# 出台支持县域发展的意见: what is issued is named by what it is for.
lexicon issue_verb = 确定 确定了(canonical=确定) 实施好 落实好 提出 提出了(canonical=提出) 颁布实施
  制定实施 执行 推行 推動 推出 启动 出台 制定 制订 印发 发布 实施 颁布 修订 审议通过 制定出台
  制定实施 研究制定 编制 起草
  訂定
  设计 ;
lexicon issued_head (kind=plan) =
  意见 方案 办法 政策 措施 政策措施 若干措施 条例 细则 规定 规划 计划 行动计划 清单 管理办法 实施意见 实施方案
  指导意见 若干意见 若干政策 纲要 规划纲要 ;
rule initiative.issued emits initiative at title
  = ( verb:<issue_verb> "了"? | after("》、") )
    title:( ( grade_letter | not before(<issue_verb> | @quantity | "了" | "和" | "与" | "及" | "等" | "的" |
    "有关" | "相关" | "一系列" | "一批" | "切实可行" | "行之有效" | "如下" | "以下" | "相应" | "配套"
    | "各项" | "各类" | "本" | "这个" | "該" | "这些" | "這個" | "该")
      [han digit latin] | @quoted_name ) ( grade_letter | not before("的" | "等" | "有关" | "相关" | @time)
      [han digit
      latin] | @quoted_name ){2,26}? "的"?
      head:<issued_head> ) before(edge | [punctuation] | @quantity | "，" | "等" | "和") ;
# “甲”“乙”等活动: each name of the list
rule initiative.quoted_list emits initiative at title
  = title:@quoted_name ( list_join? @quoted_name ( not before(<run_verb> | "等") [han] ){0,6}?
    ){0,8} "等"
    ( listed:@group | @quantity? ( not before(<run_verb>) [han] ){0,8}? head:<list_head> ) ;
rule initiative.quoted_pair emits initiative at title
  = title:@quoted_name ( list_join? @quoted_name ){1,8} head:<list_head> ;
rule initiative.quoted_inner emits initiative at title
  = title:( before(@quoted_name) [punctuation] ( not before("”" | "」") [any] ){2,20}?
    inner:<inner_head> ( ( "(" | "（" ) [han]{1,8} ( ")" | "）" ) )? ( "”" | "」" ) ) ;
# 「清源縣立美術館」、「東線鐵路高架化」: in these marks works are named.
lexicon marked_work (kind=project) = 資料庫 數據庫 建設 基金 津貼 地下化 高架化 ;
rule initiative.quoted_work emits initiative at title
  = title:( before(@quoted_name) "「" ( not before("”" | "」") [any] ){2,20}?
      inner:( <built> | <work_head> | <marked_work> ) "」" ) ;
# 「清源縣社區照顧據點開辦前準備計畫」: official names are long.
rule initiative.quoted_long emits initiative at title
  = title:( ( "“" | "「" )
      ( not before("。" | "！" | "？" | "；" | "“" | "”" | "「" | "」") [any] ){20,80}?
      inner:<inner_head> ( ( "(" | "（" ) [han]{1,8} ( ")" | "）" ) )? ( "”" | "」" ) ) ;
# 进行河道清淤、护岸修复及绿化工程: one work of many parts.
rule initiative.joint_work emits initiative at title
  = after(<act_verb> | "進行" | "辦理" | "了")
    title:( name_first name_letter{1,16}?
      ( not after(<head> | <weak_head> | <work_head> | <project_head> | <built>) "、"
      name_letter{2,16}? ){1,3}
      ( ( "及" | "和" ) name_letter{1,12}? )? head:( "工程" | "活动" | "行动" | "活動" | "行動" ) )
      not before(<head> | <no_name_after>) name_end ;
# 完成东街、西巷和南路道路改造: one work in several places.
rule initiative.joint_places emits initiative at title
  = after(<act_verb> | "了" | edge | "，" | "；" | "。")
    title:( name_first name_letter{1,12}? after(<place_end>) ( "、" name_letter{2,12}?
    after(<place_end>) ){0,3}
      ( "和" | "及" | "与" ) name_letter{2,16}? head:<work_head> ) not before(<head> |
      <no_name_after>) name_end ;
lexicon quote_verb =
  开展 推出 启动 推行 举办 打造 创建 建起 建成 推广 開展 啟動 实施 推进 力推 探索 实行 创新 建立 组织 深化
  持续开展 深入开展 上线 设立 专门设立 开设 搭建 开办 發起 設立 推動 成立 成立了 启用 命名 获批 设置
  提供 發布 发起 開設 开辟 开辟了(canonical=开辟) 进行 举行 试行 衍生出 打响 力推 主推 实施好
  启动实施 ;
# 推行“不见面服务”: what a quoted name ends in tells its kind
lexicon quoted_end (kind=service) =
  服务 推广站 服务点 服务站 站 专栏 专区 驿站 窗口 热线 食堂 书屋 课堂 學堂 課堂 服務 服務站 推廣站 ;
lexicon quoted_end (kind=mechanism) = 体系 圈 网 制 法 机制 模式 通道 體系 機制 ;
lexicon quoted_end (kind=project) = 示范区 产业园 基地 园区 公园 ;
lexicon quoted_end (kind=plan) = 目标 方案 计划 計畫 計劃 目標 ;
rule initiative.quoted_end emits initiative at title
  = verb:( <quote_verb> | "构建" | "构建起" | "形成" ) "了"? ( not before(<run_verb>) [han] ){0,4}
    title:( before(@quoted_name) [punctuation] ( not before("”" | "」") [any] ){1,24}?
      inner:<quoted_end> ( "”" | "」" ) ) before(edge | [punctuation] | "等") ;
rule initiative.quoted_verb emits initiative at title
  = verb:<quote_verb>
    "了"? title:@quoted_name before(edge | [punctuation] | "等" | "成为" | "成為" | <run_verb>)
  | verb:( "推行" | "推出" | "首创" | "试行" | "探索推行" | "创新推行" | "创新推出" | "全面推行" ) "了"?
    title:@quoted_name not before("的" | "之" | "式" | "型" | "和" | "与" | <head> | <quoted_head>) ;
rule initiative.quoted_verb_second emits initiative at title
  = verb:<quote_verb> "了"? @quoted_name [han]{0,3} list_join? title:@quoted_name before(edge |
    [punctuation] | "等") ;
rule initiative.quoted_progress emits initiative at title
  = title:@quoted_name before(<launch>) | after(edge | "，" | "。") title:@quoted_name
    before(@quantity)
  set kind = "service",
      actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 清源县“十四五”养老发展规划
rule initiative.period_plan emits initiative at title
  = after(edge | "，" | "。" | "《" | "了" | <run_verb> | @time)
    title:( name_first name_letter{2,22} not after("国家" | "政府" | "关注" | "我国") "“"
    <plan_period> "”" name_letter{0,16}? head:( "规划" | "規劃" | "专项规划" | "行动计划" ) )
    not before(<no_name_after>) ;
# 公共资源“一张网”建设全面推进
rule initiative.quoted_subject emits initiative at title
  = after(edge | "，" | "。" | "；")
    title:( not before(@actor | @person | @adverbial) name_first name_letter{2,12} @quoted_name
    [han]{0,4}?
      head:( <head> | <quoted_head> | <work_head> ) ) before(<progress> | <acclaim>)
  set actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 出台促进民宿发展“9条”
rule initiative.clauses emits initiative at title
  = <issue_verb> "了"? title:( ( not before("的" | "等") [han] ){3,20}? ( "“" | "「" ) @number ( "条"
    | "條" ) ( "”" | "」" ) )
  set kind = "plan" ;
pattern plan_years = ( "（" | "(" ) ( not before("）" | ")") [any] ){1,14} ( "）" | ")" ) ;
lexicon document_head (kind=plan) = 方案 计划 规划 手册 計畫 意见 措施 标准体系 纲要 ;
rule initiative.document emits initiative at title
  = verb:( <issue_verb> | "完成" | "落实" | "通过" | "公布" | "宣读" | "学习" | "下发" | "制发" ) (
      "了" | "的" )? "《"
    title:( ( not before("》") [any] ){2,30}
      head:<document_head> ( ( "（" | "(" ) [han]{2,6} ( "）" | ")" ) )? ) plan_years? "》" ;
# 开展隐患整改“回头看”
rule initiative.quoted_tail emits initiative at title
  = after(<act_verb>) title:( name_first name_letter{2,14} @quoted_name ) before(edge | "，" | "。"
    | "；" | "、") ;

# 打好清水攻坚战: two characters will do.
rule initiative.sure emits initiative at title
  = after(edge | <enumerator> | [punctuation] | <run_verb> | <start_verb> | "了" | "和" | "与" | "及"
    | "对" | "在"
      | "以" | "将" | "把" | @time | @adverbial | @quantity | <deictic>)
    title:( name_first name_letter{1,20} head:<sure_head> ) not before(<head> | "略" | "化" | "治" |
    "律" |
    "规") ;
# 实施老厂区利用项目53个
rule initiative.counted emits initiative at title
  = after("实施" | "谋划" | "推进" | "启动" | "建设" | "建成" | "新建" | "打造" | "创建" | "开工" |
      "實施" | "推動")
    title:( name_first name_letter{3,20} head:( <project_head> | "试点" | "示范区" | "示范带" |
    "示范点" | "示范基地" ) ) before(@quantity) ;
lexicon won = 扩大 争创 展开 入选 获批 获批开展 成功入选 成功获批 入選 獲選 ;
# 完成旧厂区改造2万平方米、推进河滩治理和湿地修复
rule initiative.work_object emits initiative at title
  = ( after(<act_verb> | <start_verb> | <won> | "了" | "、" | "和" | "与" | "及" | "一次" | "一场" |
      "一轮") | ( <act_verb> "了"? | list_join ) @quantity )
    title:( name_first name_letter{1,20} head:<work_head> ) not before("和发展" | "任务重")
    before(edge | [punctuation] | @quantity | "等" | "和" | "与" | "及" | "的" | "工作" | "任务" |
    <progress>
      | <acclaim>)
    where nearest <act_verb> before in clause or nearest <run_verb> before in clause or nearest
    <start_verb> before in clause
      or nearest <work_head> before in clause or nearest <won> before in clause ;
# 全民读书月活动启动 · 河口湿地修复稳步推进
rule initiative.subject emits initiative at title
  = after(edge | <enumerator> | "，" | "。" | "；" | "：" | "、" | @time | @adverbial | @quantity |
    <deictic> | <whole_area>)
    not before("项目" | after(@quantity) [han]{1,9}? "项目")
    title:( name_first name_letter{1,22} head:( <head> | <work_head> | <weak_head> | "计划" | "方案"
    ) ( ( "（" | "("
    ) [han]{1,8} ( "）" | ")" ) )? )
    before(<progress> | "前期" <progress> | <held> | <acclaim> | ( "一期" | "二期" | "三期" )
    <progress> | after("项目" | "工程" | "項目") ( "总投资" | "计划投资" | "投资" | "占地" |
    "總投資" ) ( "约" | "近" )? @quantity)
  set actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;

# 河湾片区综合开发、北岭老厂改造有序推进
rule initiative.subject_list emits initiative at title
  = after(edge | "，" | "；" | "。" | "、")
    title:( name_first name_letter{1,14} head:<work_head> )
    ( "、" name_first name_letter{1,14} <work_head> ){1,3} before(<progress>)
  set actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 构建以湿地公园为主体的保护地体系
rule initiative.system_of emits initiative at title
  = verb:( "构建" | "建立" | "完善" | "健全" | "形成" ) "了"?
    title:( "以" ( [han] | "、" ){2,20}? ( "为主体" | "为核心" | "为基础" | "为支撑" | "为引领" |
    "为重点" ) "的"
      name_letter{2,16}? head:( "体系" | "机制" | "格局" | "模式" ) ) ;
# 实施校园周边环境整治行动 · 建立河长巡查制度、信息通报制度
rule initiative.verb_object emits initiative at title
  = ( after(<run_verb> | "了" | "、" | "和" | "与" | "及" | "一次" | "一场" | "一轮") | <run_verb> @time )
    title:( name_first name_letter{3,20}? head:<head> ) not before(<no_name_after> | <head> |
    @tally)
    where nearest <act_verb> before in clause or nearest <run_verb> before in clause or nearest
    <start_verb> before in clause
      or nearest <work_head> before in clause or nearest <head> before in clause ;
# 启动了以茶园为依托的农旅融合项目
rule initiative.based_on emits initiative at title
  = verb:( "启动" | "实施" | "建设" | "推进" | "打造" ) "了"?
    "以" ( [han] | "、" ){3,30}? ( "为依托" | "为主体" | "为核心" | "为重点" | "为龙头" ) "的"
    title:( name_first name_letter{2,16}? head:( "项目" | "工程" | "产业园" | "示范区" ) )
    before(edge | [punctuation]) ;
rule initiative.response emits initiative at title
  = verb:( "启动" | "啟動" ) "了"? title:( name_first name_letter{2,20}? head:( "应急响应" | "應急響應" ) )
  set kind = "mechanism" ;
# 实施富民工程: two or three characters, where the verb leaves no doubt
rule initiative.verb_short emits initiative at title
  = verb:( "实施" | "组织实施" | "深入实施" | "启动" | "启动实施" | "實施" | "啟動" ) "了"?
    title:( name_first name_letter{1,2} head:( "工程" | "计划" | "行动" | "計畫" | "行動" ) )
    not before(<no_name_after> | <head>)
  | verb:( "推出" | "推行" | "推展" ) "了"? title:( name_first name_letter{1,2} head:( "計劃" |
      "計畫" | "计划" ) ) name_end
  | verb:"开展" title:( name_first name_letter{1,2} head:"行动" ) before(edge | [punctuation]) ;
rule initiative.verb_mechanism emits initiative at title
  = verb:( <run_verb> | <start_verb> ) ( "了" | ( <deictic> | <whole_area> ) "的"? )?
    title:( name_first name_letter{1,20}? head:<mechanism_head> )
    not before(<no_name_after>) ;
rule initiative.verb_work emits initiative at title
  = after(<act_verb> | "了" | "、" | "和" | "与" | "及")
    title:( name_first name_letter{2,18}? head:<weak_head> ) name_end
    where nearest <act_verb> before in clause or nearest <run_verb> before in clause or nearest
    <start_verb> before in clause ;
# 引进菌菇深加工项目 · 投资3亿元的菌菇深加工项目
lexicon invest_verb = 首创 首创了 开工建设 规划建设 加快建设 启动建设 谋划储备 引进 签约 洽谈 包装
  谋划 新上 新建 续建 投资建设 建设 兴建 投资 上马 启动 储备 总投资 竣工 开工 ;
rule initiative.investment emits initiative at title
  = after(<invest_verb> | "元的" | "了") title:( name_first name_letter{3,22} not after("重点" |
      "重大" | "类") head:"项目" )
    before(edge | [punctuation] | <progress> | @quantity | "等") ;
)pack"
    R"pack(# 将圩镇厕所改造与集贸市场升级改造相结合
rule initiative.combined emits initiative at title
  = after("与" | "和" | "将" | "把" | "以") title:( name_first name_letter{3,18}? head:<weak_head>
      )
    before("相结合" | "结合" | "与") ;

# 推进乡村书屋、角、架建设
rule initiative.joint_construction emits initiative at title
  = verb:<run_verb> title:( name_first name_letter{3,14}? not after(<head> | <weak_head> |
      <work_head> | "攻坚" | "建设" | "发展" | "振兴" | "保障") "、" name_letter{1,8}? ( "、"
      name_letter{1,8}? ){0,2} "建设" )
    name_end
  set kind = "project" ;
rule initiative.built emits initiative at title
  = verb:<build_verb> "了"? ( "更" [han]{1,3} "的" )?
    <whole_area>? not before("由" | "建设" | "培育" | "打造" | "发展" | [han]{2,3} <common_built>)
    title:( ( name_first name_letter{1,18}? | "区" | "县" | "市" | "省" | "州" | "镇" ) head:<built>
      ( "一期" | "二期" | "三期" )? )
    not before(@tally) ( name_end | before(@quantity) ) ;
# 建成云溪变等四座变电站
rule initiative.joint_built emits initiative at title
  = after(<build_verb> | "了" | "、" | "改造")
    title:( name_first name_letter{1,14}? ( "、" name_letter{1,12} ){0,4} "等" @quantity
      ( name_letter | @quantity ){0,10}? head:<built> ) name_end
    where nearest <build_verb> before in clause ;
# 新建云溪路
lexicon no_road = 道 公 线 铁 马 水 电 思 出 门 网 一 干 支 新 两 条 ;
rule initiative.road emits initiative at title
  = ( "新建" | "开工新建" | "改造提升" | "打通" | "拓宽" | "改建" | "開闢" | "闢建" )
    title:( name_first name_letter{1,6}? not after(<no_road>) "路" ) name_end
  set kind = "project" ;
# 设立总规模一亿元的产业引导资金
rule initiative.fund emits initiative at title
  = verb:( "设立" | "設立" | "建立" | "成立" | "向" | "注资" ) "了"? ( [han]{0,6}? @quantity "的" )?
      ( "「" | "“" )?
    title:( name_first name_letter{2,20}? ( "基金" | "引导资金" | "专项资金" | "发展资金" ) ) not
    before("会" | "會")
  set kind = "project" ;
# 建成清源水库、南溪大桥: the next ones of a list
rule initiative.built_next emits initiative at title
  = after(<built> list_join) not before([han]{2,3} <common_built>)
    title:( name_first ( name_letter | "—" ){1,18}? head:<built> ) name_end
    where nearest <build_verb> before in clause
  set kind = "project" ;
# 建立主动上门、限时办结的服务机制: a described mechanism, with its description
rule initiative.described emits initiative at title
  = verb:<run_verb> "了"?
    title:( name_first ( not before(<head> | "和" | "与" | "及") ( name_letter | "、" | "等" | "的" |
    "+" ) ){2,28} not after("、")
      head:<described_head> ) not before(<no_name_after>) ;
# 迎宾路改造工程已完工 · 在文明村创建活动中
rule initiative.clause emits initiative at title
  = after(edge | <enumerator> | "，" | "；" | "。" | "：" | "、" | "—" | "将" | "对" | "在" | "于" |
      "為" | "以" | "把" | "和"
      | "与" | "的" | "由" | @time | @adverbial | @quantity | <deictic> | "我国") not before("项目")
    title:( name_first name_letter{3,20}? head:<clear_head> ) not before(<no_name_after> | @tally)
    ;
pattern built_start = after(edge | "—" | <enumerator> | "，" | "；" | "。" | "：" | "、" | "的" |
  <whole_area> | <deictic> | @time |
    @adverbial | <generic_name> | <start_verb> | <run_verb> | "和" | @quantity) ;
pattern line_letter = name_letter | "—" not before("—") ; # 清源—云溪快速路
# 全长三百公里的甲乙高铁昨天开始试验
lexicon line_head (kind=project) =
  幹線 干线 支線 捷運 輕軌 快線 铁路 高铁 高速 高速公路 大桥 特大桥 隧道 水电站 电站 电厂 水利枢纽
  核电站 航电枢纽 引水工程 供水工程 调水工程 一期工程 二期工程
  三期工程 号线工程 号线 快速路 快速通道 ;
lexicon line_state =
  签署 获 获批 启动 可研 预可研 列入 纳入 进展 前期
  前期工作
  总投资 全长 总长 开始 也在 通过 顺利 进入 完成 控制性 取得 正在 正式 全面 年底 主体 今天 昨天 近日
  再次 实现 如期 ;
rule initiative.line emits initiative at title
  = after(edge | "，" | "。" | "；" | "：" | "、" | "的" | "—" | <generic_name> | @time | @actor)
    not before(<start_verb>) title:( name_first line_letter{1,14} head:<line_head> ( "一期" | "二期" |
    "三期" )? )
    before(@time | @quantity | <built_state> | <line_state>)
  set actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 建立到村、到户的就业帮扶平台: what is run, behind its attribute.
rule initiative.verb_attribute emits initiative at title
  = after("的") title:( name_first name_letter{3,20}? head:( "平台" | "系统" | "工程" | "行动" |
      "机制" | "制度" | "项目" | "活动" | "計畫" | "活動" ) ) not
    before(<head> | <no_name_after>) name_end where nearest <run_verb> before in clause
  set kind = head.kind or "project" ;
# 通过公文传输平台报送
rule initiative.through emits initiative at title
  = after("通过" | "登录" | "登陆" | "打开" | "运用" | "上传至" | "上传到" | "使用" | "借助" |
      "透過") title:( <whole_area>? name_first name_letter{3,20}? head:( "平台" | "系统" | "小程序"
      | "APP" |
    "平臺" | "系統" ) )
  set kind = "service" ;
# 引入的智慧农场平台
lexicon run_of =
  创造的 探索的 首创的 创新的 推行的 设立的 成立的 搭建的 组建的 创办的 开设的 开通的 引入的 推出的
  建设的 打造的 实施的 开展的 开发的 研发的 运营的 启动的 建立的 建成的 创建的 举办的 興建的 推動的
  ;
rule initiative.run_of emits initiative at title
  = after(<run_of>) title:( name_first name_letter{3,20} head:( <head> | <built> ) )
    before(edge | [punctuation] | <progress> | <acclaim> | "坚持" | "以" | "由" | "旨在" | "在" |
    "得到" | "受到") ;
# 新建三千平方米的云溪展示中心
rule initiative.built_of emits initiative at title
  = @quantity title:( name_first name_letter{1,18} head:( "基地" | "产业园" | "生产线" | "示范园" ) )
    before(edge | "，" | "。" | "、" | "；" | "和" | "与")
  | @quantity "的" not before([han]{2} <common_built>) title:( name_first name_letter{1,18}
      head:<built> ) before(edge | "，" | "。" |
    "、" | "；" | "和" | "与" | "目前" | "已" | "将" | "于" | <built_state>) ;
rule initiative.built_lines emits initiative at title
  = after(edge | "，" | "；" | "。") title:( [han]{2} ( "、" [han]{2} ){1,4} ( "和" [han]{2} )?
    head:<built>
    ( name_letter{1,4}? "段" )? "建设"? ) before(<built_state>) ;
# 环城水系加快建设: what is under construction, whatever its last word
rule initiative.sure_state emits initiative at title
  = after(edge | "，" | "；" | "。" | "、")
    title:( not before(@actor ( @time | "的" )) name_first name_letter{3,14}? ) not after("全面" |
    "全部" | "全线" | "已" | "如期")
    before(( "全面" | "全部" | "如期" | "顺利" | "已" )? <sure_state> ( edge | [punctuation] ))
  set kind = "project",
      actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 甲医院、乙中心等加快建设
rule initiative.built_list emits initiative at title
  = built_start
    title:( name_first name_letter{1,20} ( head:<built> | not after(<no_road>) "路" ) (
    name_letter{1,4}? "段" )? ( "一期" | "二期" |
    "三期" )? "建设"? )
    ( ( list_join ( "一批" | "一大批" )? name_first name_letter{1,16} ){0,5} ( "等" [any]{0,8}? )? (
    "主体工程" | "主体" | "主桥" | "主线" )? ( ( "于" | "在" | "於" )? @time )?
      ( "已" | "已经" | "均已" | "现已" | "全部" | "已全部" | "也" | "全面" | "正式" )?
      <built_state> not before("入驻" | "企业" | "客商") |
    before("揭牌" | "又有" | "有新" | "质效" | "喜获") ) 
  set kind = head.kind or "project",
      actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 首届甲县桃花节在乙村举行
lexicon event (kind=campaign) =
  藝術季 艺术季 艺术周 设计周 時裝周 花燈節 燈節 文化節 藝術節 音樂節 美食節 文化节 旅游节
  文化旅游节 旅游文化节 温泉节 花节 艺术节 美食节 采摘节 购物节 丰收节 音乐节
    电影节 灯会 马拉松
  运动会 健身大会 消费季 购物季 推广季 展演 冰雪节 龙舟赛 啤酒节 读书节 消费节 民俗节 书画展
  招商推介会 发布会 庙会 行活动 大赛 联赛 挑战赛 锦标赛
  邀请赛 博览会 交易会 洽谈会 嘉年华 ;
rule initiative.event emits initiative at title
  = after(edge | "，" | "。" | "举办" | "举行" | "承办" | "举办了" | "主办" | "迎来" | "舉辦" |
      "舉行" | "舉辦了" | "主辦" | "承辦" | "辦理" | "、" | "暨" | @time)
    title:( item_first item_letter{1,24} head:<event> )
    ( before("等" | "、" | "，" | "。" | "将于" | "將於" | "将在" | "將在") | ( "在" [han]{2,14}? )?
    verb:<held>
    ) ;
# 这些工程包括甲街停车场、乙公园改造。
pattern under_item = name_first ( name_letter | "（" | "）" | "(" | ")" ){4,26}? ;
rule initiative.listed_under emits initiative each title
  = ( "工程" | "项目" | "計畫" | "計劃" | "计划" | "內容" ) [han]{0,4}? ( "包括" | "包含" | "涵蓋" | "涵盖" )
    ( "：" | ":" )?
    title:under_item ( ( "、" | "及" | "和" | "；" ) title:under_item ){0,9}
    before("等" | "。" | "，" | "；")
  set kind = "project" ;
# What stands behind an item of a list, well formed or not.
pattern list_rest = "、" name_first ( name_letter | @quantity | "都" | "未" ){2,20} ;
# 甲公园、乙医院等30个项目: each item of the list
rule initiative.project_list emits initiative at title
  = after(edge | "，" | "、" | "；" | "：" | <run_verb> | <invest_verb> | "了" | @quantity | @time |
      <whole_area>)
    not before("发展" | "發展" | "建设") title:( name_first ( name_letter | @quantity ){2,20} )
    list_rest{0,9} "等"
    ( "一批" | "一大批" )?
    ( @quantity | not before(<run_verb> | <name_cut> | "共同") [han] ){0,12}? ( not after("比赛" |
    "竞赛" | "审批" |
    "检查" | "检测" | "体育" | "运动" | "收费" | "服务") head:<project_head> not before("比赛" |
    "的比") | after(@quantity) ( "重大" | "重点" | "重要" )? "建設" )
  set actor = nearest @subject before in clause or nearest @actor before in clause
        or nearest @topic before in paragraph or nearest @carried before in paragraph ;
# 甲线及乙线道路改善工程3800万元、: an item of a list of works, with what it costs.
rule initiative.item emits initiative at title
  = item_start
    title:( item_places item_first item_letter{2,40} head:<item_head> )
    before(@quantity | "、" | "等" | "（" | "(" | "｛" | "{" | "，" | "；" | "。" | "及" | "與" | "編列") ;
# 甲河、乙湖等综合治理工程
rule initiative.item_places emits initiative at title
  = after(<run_verb> | <start_verb> | "了" | edge | "，")
    title:( ( item_first item_letter{1,10} after(<place_end>) "、" ){1,3} item_first
    item_letter{1,10}
      after(<place_end>) "等" item_letter{2,12} head:<item_head> ) ;
rule initiative.item_work emits initiative at title
  = item_start
    title:( item_places item_first item_letter{2,40} not after(<gradual>) head:<item_work> )
    before(@quantity | "、" | "等" | "（" | "(") ;

# 第七届商品博览会
rule initiative.nth_event emits initiative at title
  = title:( "第" @number ( "届" | "屆" ) name_letter{2,20}? ( head:<event> | ( "节" | "節" ) not
      before("目" | "日" | "約" | "约" | "点") ) ) not before(<event> | "上")
    ( ( "在" [han]{2,14}? )? verb:<held> )?
  set kind = head.kind or "campaign" ;
# 国企重组、管理制度等12项改革
lexicon shared_head (kind=mechanism) = 改革 试点 ;
lexicon shared_head (kind=campaign) = 行动 整治 攻坚 ;
rule initiative.reform_list emits initiative at title
  = after(edge | "，" | "；" | "。" | "、")
    title:( name_first name_letter{2,14} ) ( "、" name_first name_letter{2,14} ){0,5} "等"
    @quantity? ( "专项" | "系列" | "重点" )? head:<shared_head> ;
# 河道清淤等专项行动
rule initiative.such_as emits initiative at title
  = after(<run_verb> | "了") not before(@quoted_name "等") title:( ( name_first |
      before(@quoted_name) [punctuation] ) (
    name_letter | "、" | "“" | "”" | "+" ){2,24}? "等"
      ( not before(<head>) name_letter ){0,10}? head:( "专项行动" | "专项整治" | "专项治理" |
      "专项斗争" | "集中整治"
      ) ) ;
# A name of some length needs nothing behind it.
lexicon long_head (kind=project) = 工程 改造工程 项目 建设项目 ;
lexicon long_head (kind=plan) = 計劃 計畫 行动计划 三年行动计划 实施方案 ;
lexicon long_head (kind=campaign) = 专项行动 活动 行动 攻坚战 ;
lexicon long_head (kind=mechanism) = 机制 制度 体系 ;
lexicon long_head (kind=service) = 平台 ;
rule initiative.long emits initiative at title
  = after(edge | <enumerator> | [other] | <whole_area> | <deictic> | @time | "为" | "為" | "另" |
      "开展" | "包括" | "，" | "；" | "。" | "：" | "、" | @quantity | @adverbial | "其中" |
      <run_verb>)
    not before("项目") title:( name_first name_letter{7,26}? head:<long_head> ) not
    before(<no_name_after> | <head>)
    ;
# 3．农技员培养项目。 · （二）清水行动。: the heading of an item of a plan
pattern item_mark =
    [digit]{1,3} ( "." | "．" | "、" | "）" | ")" )
  | ( "（" | "(" )? ( "一" | "二" | "三" | "四" | "五" | "六" | "七" | "八" | "九" | "十" ){1,3}
    ( "）" | ")" | "、" ) ;
rule initiative.heading emits initiative at title
  = paragraph before([digit] | "（" | "(" | "一" | "二" | "三" | "四" | "五" | "六" | "七" | "八" |
      "九" | "十")
    item_mark [space]{0,2} title:( ( @quoted_name name_letter{0,16}? | name_first name_letter{2,28}? )
      ( head:( <head> | <item_head> | <work_head> | <built> | "项目" ) | not after(<no_work>) "建设" ) )
    before("。" | "：" | paragraph)
  set kind = head.kind or "project" ;
# Programmes that are called by a name without a head, or by a short one.
lexicon programme (kind=campaign) =
  厕所革命 廁所革命 长江十年禁渔 长江禁渔 禁毒人民战争 春风行动 光盘行动 春蕾计划 雨露计划 消费扶贫
  光伏扶贫 退耕还林 退耕还草 退牧还草 退耕还林还草 退耕还湿 家电下乡 ;
lexicon programme (kind=project) =
  雪亮工程 天网工程 希望工程 西气东输 西电东送 南水北调 东数西算 海绵城市建设 无废城市建设 ;
lexicon programme (kind=mechanism) = 银税互动 双随机一公开 一件事一次办 ;
lexicon programme (kind=service) = 家庭医生签约服务 两癌筛查 ;
lexicon programme (kind=plan) = 三孩生育政策 特岗计划 强基计划 ;
rule initiative.programme emits initiative at title
  = after(<run_verb> | <act_verb> | <start_verb> | <quote_verb> | "落实" | "了" | "、" | "和")
    title:( head:<programme> ) ( name_end | before(@quantity) )
  | after(edge | "，" | "。" | "；" | "、") title:( head:<programme> )
    before(<progress> | <launch> | <acclaim>) ;
# 12345热线
rule initiative.hotline emits initiative at title
  = title:( [digit]{5} [han]{0,6}? head:"热线" ) ;
# 推行路长制 · 实行首问负责制
lexicon system_end (kind=mechanism) =
  长制 负责制 责任制 承诺制 办结制 清单制 积分制 包保制 包联制 联系制 例会制 销号制 代办制 挂牌制
  揭榜制 票决制 网格制 轮岗制 交办制 督办制 报告制 公示制 约谈制 通报制 评议制 听证制 坐班制 值班制
  派驻制 积分制 联席会议制 首席制 会商制 ;
rule initiative.system emits initiative at title
  = ( verb:<run_verb> "了"? | after(<system_end> list_join) ) title:( name_first name_letter{0,8}?
      head:<system_end> )
    not before("度") ;
# 推广云溪模式
rule initiative.model emits initiative at title
  = verb:( "推广" | "推行" | "复制推广" | "学习推广" | "首创" | "创新" | "探索" | "探索出" | "形成" ) "了"?
    title:( name_first name_letter{1,16}? head:"模式" ) name_end ;
# 实施承诺即入制
lexicon no_system = 机制 体制 编制 研制 控制 管制 限制 抑制 强制 抵制 法制 建制 复制 定制 印制 绘制
  录制 炮制 整制 克制 遏制 ;
rule initiative.any_system emits initiative at title
  = verb:( "实行" | "推行" | "实施" | "全面推行" | "建立" | "落实" | "實行" ) "了"?
    title:( name_first name_letter{1,10} not after(<no_system>) after("制") )
    before(edge | [punctuation])
  set kind = "mechanism" ;
# 十件民生实事
rule initiative.deeds emits initiative at title
  = title:( "十大" [han]{0,4}? "实事"
    | @number ( "大" | "件" | "项" | "項" ) [han]{0,6}? ( "民生实事" | "惠民实事" | "实事" ) (
        "项目" | "工程" )? )
  set kind = "project" ;
# 八大民居提升行动
rule initiative.numbered emits initiative at title
  = after(<run_verb> | "了" | "等" | "“" | "：") title:( not before([digit]{3}) @number
      ( "大" [han]{2,14}? head:( <head> | <project_head> )
      | ( "项" | "項" ) [han]{2,14}? head:( "工程" | "行动" | "改革" | "计划" | "計畫" ) ) )
    not before(<no_name_after> | <head>) ;
# 创建全国卫生城市
lexicon honour (kind=campaign) = 城市 县城 示范区 示范县 示范市 文明村镇 文明单位 ;
pattern honour_name =
  ( "全国" | "国家" | "国家级" | "全省" | "省级" ) ( not before(<name_cut>) [han] ){1,10}?
  head:<honour> ;
rule initiative.honour emits initiative at title
  = title:( "创建" honour_name ) | title:( honour_name "创建" "工作"? ) ;
# 统筹推进国家森林城市、省级卫生城市创建
rule initiative.honours emits initiative each title
  = ( "推进" | "争创" | "创建" | "创成" ) title:honour_name ( ( "、" | "和" ) title:honour_name
      ){1,6} "创建"? ;
# 老旧小区改造8个 · 新生儿疾病免费筛查150人: what is counted is the work.
rule initiative.counted_subject emits initiative at title
  = after(edge | "；" | "。") title:( name_first name_letter{3,18} head:<work_head> ) before(@quantity)
  | after(edge | "；" | "。" | "，") title:( name_first name_letter{3,18} ( "筛查" | "免费检查" |
      "篩檢" ) ) before(@quantity)
  set kind = head.kind or "service" ;
# 在河道整治提升工作中
rule initiative.work emits initiative at title
  = "在" title:( name_first name_letter{1,14}? ( "提升" | "整治" | "改造" | "创建" | "治理" | "攻坚"
      | "排查" |
    "整改" ) "工作" ) before("中" | "方面") ;
# 实施苗木培育、花卉加工倍增计划: what several share one head word of.
pattern shared_part = name_first name_letter{1,14}
    not after(<head> | <quoted_head> | <weak_head> | <work_head> | <built> | <line_head> | "建设" |
    "工作" | "发展") ;
rule initiative.shared emits initiative at title
  = verb:( <run_verb> | <start_verb> ) "了"?
    title:( shared_part ( list_join shared_part ){0,4} list_join name_first name_letter{2,18}?
      head:( <head> | <line_head> | "建设工程" | "计划" | "方案" ) "建设"? ) not
      before(<no_name_after> | "等")
      name_end ;
# 做大云溪新材料产业园、北岭软件园: grounds that are developed
lexicon park (kind=project) =
  产业园 科技园 软件园 创新园 创业园 物流园 示范园 工业园 科学园 产业园区 工业园区 物流园区 科技园区
  示范园区 示范区 试验区
  科學園區 產業園區 物流園區 服務園區 科技園區 工業園區 產業園 示範區 试验田 信息园 电子园 食品园
  医药园 数字园 实验区 先行区 先导区 合作区 开发区 新区 创新区 集聚区 自贸区 保税区 综保区 经开区
  高新区 科学城 科技城 新城 小镇 合作园 ;
lexicon grow_verb = 推動 打造 興建 規劃 開發 推动 做大 做强 做优 做大做强 规划建设 规划 推进 加快
  加快推进 加快建设 建设 打造 创建 申报 申建 获批 依托 ;
rule initiative.park emits initiative at title
  = ( verb:<grow_verb> title:( name_first name_letter{3,20}? head:<park> "建设"? )
    | after(<park> "、" | <park> "和" | <park> "及") title:( name_first name_letter{1,20}?
        head:<park> "建设"? ) )
    not before(<no_name_after> | <park> | "内" | "外" | "里" | "企业" | "的") name_end
    where nearest <grow_verb> before in clause ;
# 开展拖欠货款清收工作, 启动无废园区创建工作
rule initiative.task emits initiative at title
  = verb:<task_verb> "了"?
    title:( name_first name_letter{3,22}? after(<task_end>) "工作" ) before(edge | [punctuation])
  set kind = "campaign" ;
rule initiative.construction emits initiative at title
  = ( verb:<act_verb> "了"? | @quantity not before("投资" | "加速") | after(<head> "、" | <work_head> "、") )
    title:( name_first name_letter{3,20}? not after(<head> | <project_head> | <no_work>) ( "建设" | "建設" ) )
    before(edge | [punctuation] | @quantity)
  set kind = "project" ;
# 落实育儿补贴政策 · 免费午餐政策惠及学童
pattern policy_name = name_first name_letter{3,20}?
  ( not after(<common_policy>) | after("补贴" | "纾困" | "补助" | "税费优惠" | "增量") ) ( "政策" ) ;
rule initiative.policy emits initiative at title
  = verb:<policy_verb> title:policy_name ( name_end | before("有序" | "衔接") )
  | after(edge | "，" | "；" | "。" | <whole_area>) title:policy_name
    before("惠及" | "落地" | "全面落地" | "全面实施" | "正式实施" | "全面落实" | "落实" | "覆盖")
  set kind = "plan" ;
# 南门、北巷等20座老旧凉亭升级改造: one work in several places
rule initiative.joint_works emits initiative at title
  = after(<act_verb> | "了" | edge | "，" | "；" | "。" | "、" | "包括" | "有" | "：")
    title:( name_first name_letter{1,16}? ( "、" name_first name_letter{1,16}? ){0,5} "等"
      ( @quantity | "多" [han]{1,2} )? not before("重点区域" | "重点领域" | "重点部位" | "区域" |
      "领域") ( not before(<project_head>) name_letter ){1,16}? head:( <work_head> ( "项目" | "工程"
      )? | ( "公路" | "铁路" | "道路" | "高速" | "城际" | "桥梁" | "水库" ) "建设" ) ) name_end ;
# 推进了七公里的环城道路建设
lexicon distance = 公里 千米 米 亩 公顷 平方米 平方公里 里 ;
rule initiative.stretch_of emits initiative at title
  = verb:( <run_verb> | <start_verb> ) "了"? @quantity after(<distance>) "的"
    title:( name_first name_letter{2,18}? head:( <weak_head> | <work_head> | <clear_head> ) ) name_end ;
# 对县城总体规划进行修编
rule initiative.revised emits initiative at title
  = "对" title:( name_first name_letter{3,20}? head:( "规划" | "方案" | "计划" | "办法" | "規劃" | "計畫" ) )
    "进行" "了"? ( "全面" )? verb:( "修编" | "修订" | "编制" | "完善" | "修改" | "调整" | "评审" ) ;
# 县里建设数字乡村平台: what is built, done or opened, where the verb stands at the clause's head
rule initiative.start_object emits initiative at title
  = after(edge | "，" | "。" | "；" | "：" | "、" | @adverbial | @actor | @time | <deictic> | <whole_area> |
    "将" | "要" | "已")
    verb:<start_verb> "了"? title:( name_first name_letter{3,20}? head:<head> )
    not before(<no_name_after> | <head> | @tally) ;
# 推进企业上市倍增计划
rule initiative.plan_object emits initiative at title
  = verb:( <run_verb> | <start_verb> ) "了"?
    title:( name_first name_letter{3,20}? head:( "计划" | "方案" | "計劃" | "計畫" ) )
    not before(<no_name_after> | <head>) name_end ;
# 在校园护学行动中 · 随着校园护学行动的开展 · 以校园护学行动为抓手: what a clause names as its frame
lexicon frame_word = 实施 开展 推进 启动 落地 建成 深入 不断 重要 主要 一个 一项 组成 关键 重点 具体
  有效 顺利 全面 持续 深化 完成 推行
  要求 部署 安排 契机 有利 带动 推动 红利 ;
lexicon frame_end =
  为抓手 为契机 为载体 为引领 为重点 为牵引 为主线 为核心 为突破口 为总抓手 为切入点 为着力点 为依托
  为龙头 为支撑 为导向 作为 纳入 列入 与 ;
lexicon frame_in = 在 自 自从 随着 伴随着 针对 自從 隨著 隨着 伴隨著 針對 ;
lexicon frame_by =
  通过 结合 依托 借助 围绕 紧扣 聚焦 得益于 受益于 作为 按照 紧密结合 通過 結合 依託 藉由 藉助 圍繞
  緊扣 得益於 受益於 作為 作爲 透過 配合 ;
lexicon frame_time = 中 期间 过程中 开展以来 实施以来 启动以来 实施过程中 开展过程中 推进过程中
  工作中 启动后 实施后 开展后 开始以来 ;
pattern framed = name_first name_letter{3,20}? head:( <head> | <project_head> | <weak_head> | "计划"
  | "方案" | "改革" |
  "试点" ) ;
rule initiative.frame emits initiative at title
  = after(<frame_in>) title:framed
    ( before(<frame_time>) | before("的" <frame_word>) | before("的深入" | "的全面" | "的有序" |
    "的持续" | "的顺利") )
  | after(edge | "，" | "。" | "特别是" | "尤其是") title:framed before("启动以来" | "开展以来" |
      "实施以来" | "啟動以來" | "實施以來")
  | after("以" | "把" | "将" | "抓住" | "借助" | "紧扣") title:framed before(<frame_end>)
  | after(<frame_by>)
    title:framed before("，" | "的" <frame_word> | "的实施" | "的开展") ;
# 校园护学行动领导小组 · 校园护学行动推进会
lexicon frame_body =
  推进会 现场会 启动仪式 动员会 动员大会 动员部署会 座谈会 调度会 总结会 推进会议 工作推进会 部署会 表彰会
  项目部 启动会 新闻发布会 工作会议 ;
rule initiative.framed_body emits initiative at title
  = after(edge | [punctuation] | @actor | @time | "召开" | "举行" | "举办" | "成立" | <whole_area>)
    title:framed before(<frame_body>) ;
# 总投资三亿元的云溪供水工程
rule initiative.cost_of emits initiative at title
  = after("元的") title:framed before(edge | [punctuation] | <progress> | <built_state> | "等") ;
# 《清源县河道保洁工作方案》: a plan by its title
lexicon titled_plan (kind=plan) =
  实施方案 工作方案 行动方案 行动计划 三年行动计划 实施计划 工作计划 建设方案 改革方案 总体方案
  应急预案 工作预案 發展計畫 實施計畫 實施方案 ;
rule initiative.titled_plan emits initiative at title
  = "《" title:( ( not before("》") [any] ){4,40}? head:<titled_plan> ( ( "（" | "(" ) [han]{1,8} (
      "）" | ")" ) )? ) plan_years? "》" ;
# 《清源县渔业振兴规划》编制完成
rule initiative.titled_progress emits initiative at title
  = ( verb:( <issue_verb> | "编制完成" | "完成" | "公布" | "公布的" | "发布的" | "出台的" ) "了"? )?
    "《" title:( ( not before("》") [any] ){4,40}? head:( "规划" | "專案" | "蓝图" | "藍圖" |
    "行动纲要" | "白皮書" ) ) plan_years? "》"
    before("编制" | "获批" | "通过" | "出台" | "印发" | "正式" | "发布" | "全面" | "已") 
  | verb:( "编制" | "制定" | "出台" | "印发" | "落實" | "公布" | "公布的" ) "了"?
    "《" title:( ( not before("》") [any] ){4,40}? head:( "规划" | "蓝图" | "藍圖" | "規劃" ) )
    plan_years? "》"
  set kind = "plan" ;
# 推行失能老人托养照护服务
rule initiative.care emits initiative at title
  = verb:( "推行" | "推出" | "啟動" | "推動" | "擴大" | "新設" | "發放" | "派發" | "试点开展" |
      "试点推行" | "首推" | "开展" | "提供" | "试办" | "上线" | "開展" | "試辦" | "推出" )
    "了"? title:( name_first name_letter{3,16}? not after(<common_service>) ( "服务" | "服務" |
    "津貼" | "津贴" ) )
    not before(<head> | "业" | "员" | "质") name_end
  set kind = "service" ;
)pack"sv;

} // namespace hantext::packs
