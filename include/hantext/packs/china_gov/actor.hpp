/// \file
/// A part of the pack china_gov.hpp: organisations, places and persons.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Statements of the pack, in the rule language: who acts.
inline constexpr std::string_view china_gov_actor =
    R"pack(
# --- actor ---------------------------------------------------------------------------------------

# Verbs that set something going. They bind initiatives and end names.
lexicon enumerator = 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 ;
lexicon run_verb =
  落实好 发挥好 实施好 推进好 组织好
  开展 实施 启动 推展 推行 推出 建立 建立健全 健全 完善 制定 制订 印发 出台 编制 落实 打造 构建 组织
  举办 举行 主办 承办 召开 探索 执行 实行 设立 设置 成立 搭建 采取 推广 谋划 确定 形成 加强 加快
  强化 突出 参加 参与 纳入 投入 安排 坚持 聚焦 围绕 聚力 依托 利用 抓好 抓实 做好 用好 开启 开设
  开通 引入 发起 发布 公布 签订 签署 严格落实 织牢 选配 组建 争取 申报 承担 提供 发挥 巩固
  上线 打好 打赢 拨打 组织开展 组织实施 研发 設立 設置 推行 開辦 開通 規劃
  組織 開展 實施 啟動 辦理 舉辦 興建 建置 執行 ;
lexicon run_verb (status=ongoing) = 推进 推动 深化 持续开展 持续实施 推動 推進 ;
lexicon run_verb (status=completed) =
  完成 建成 建起 竣工 建成投用 建立了(canonical=建立) 建立起(canonical=建立)
  建立起了(canonical=建立) 建起了(canonical=建起) 构建起(canonical=构建)
  构建了(canonical=构建) 形成了(canonical=形成) 设立了(canonical=设立) 制定了(canonical=制定)
  出台了(canonical=出台) 印发了(canonical=印发) 打造了(canonical=打造) 搭建了(canonical=搭建)
  搭建起(canonical=搭建) 组建了(canonical=组建) 成立了(canonical=成立) 建成了(canonical=建成)
  完成了(canonical=完成) 形成了(canonical=形成) 健全了(canonical=健全) 完善了(canonical=完善) ;

# Words that end like a division but name none, and words that begin behind a division's name.
lexicon no_division =
  信用村 信用乡 信用镇 安全区 公共区 文明村 文明镇 平安村 安全村 口岸区   入市 转市 开市 收市 罢市
  市市 县县 村村 镇镇 乡乡 区区 縣縣 鎮鎮 鄉鄉
  政府
  主干街道 使馆区 通村 风貌区 省市 省区 省县 各省
  分区 分區 区位 方位 城市 都市 上市 超市 门市 股市 楼市 夜市 早市 城区 市区 辖区 小区 园区 景区
  库区 矿区 郊区 山区
  灾区 老区 特区 新区 地区 片区 街区 校区 社区 农村 乡村 全村 厂区 牧区 林区 湖区 港区 开发区
  示范区 保护区 试验区 功能区 院区 省区 国旗 红旗 党旗 军旗 锦旗 旗帜 联盟 同盟 结盟 专区 战区
  禁区 误区 棚户区 产区 主产区 展区 营区 办公区 生活区 居民区 商业区 工业区 住宅区 服务区 安置区
  种植区 养殖区 集聚区 产业区 自贸区 高新区 经开区 一村 一镇 一乡 一县 一区 两区 三区 两县 多村
  每村 每县 集镇 古镇 特色镇 城乡 家乡 下乡 返乡 故乡 乡镇 村镇 城镇 各县 各市 各区 各乡 各镇 各村
  县市 市县 區域 社區 地區 園區 景區 鄉村 農村 市區 行政村 自然村 村干部 村集体 村头 村口 村医
  村规 村务 村屯 村落 村组 村社 村两委 村卫生 县城 县乡 火区 工区 台区 林区 空区
  贫困县 贫困村 试点县 先进县 强县 大县 强镇 重镇 大市 强市 全域 区域 村卫生室 示范村 示范镇 示范县
  中心村 样板村 专业村 脱贫县 脱贫村 重点村 各區 行政區 特區 山區 災區 校區 廠區 全區 商圈
  乡村两级 项目区 无电区 重劃區 港口区 高速县 百亿县 千亿县
  城乡区 雨区 震区 灌区 牧区 湾区 大湾区 县区 市辖区 片村 空心村 城中村 村社 村组 牧区 营区 两市
  三市
  三县 四县 五县 六县 两镇 四区 五区 两乡 多县 多区 多市 百强县 百强区 百强镇 旗县 县旗
  整村 整乡 整镇 整县 市镇 新村 生态县 移民村 搬迁村 升级村 帮扶村 特色村 试点村 旅游村 出列村 住村
  驻村 小镇 小鎮 项目县
  项目村 重点县 目标县 试点区 省区市 县级市 脱贫地区 同城区 ;
# 清源县城镇居民: the division ends before a word that begins like its end.
lexicon division_next = 村村支 村村民 村村委 村村集体 村村干 村村级 村村两委 县城镇 县城乡 县城区
  市城镇 市城乡 市城区 区城镇 区城乡 ;
lexicon division_tail =
  府 内 外 里 民 级 帜 幟 域 场 长 庄 容 面 县 区 道 间 块 分 划 别 居 史 情 貌 政 直 委会 部落 內
  裡 級 場 長 間 裏 ;
# Words of their own that begin like one of these: 我区外贸, 全市居民.
lexicon tail_word =
  民政 民族 民宗 政协 政法 政数
  外送 外贸 外资 外商 外来 外汇 外出 外卖 内需 内河 民营 民办 民生 民间 民用 长期 长江 直接 直属
  居民 居家 居全 居前 居首 政府 政务 政策
  道路 间接 里程 场馆 场均 划拨 划转 情况 容量 面积 块状 别墅 分别 级以上 县级以上 居民 政協 議會
  外貿 內需 民間 長期 道路 ;
pattern whole_word = not before(<division_tail>) | before(<tail_word>) ;
# Whom these mean stands elsewhere on the page, and ends in `of`.
lexicon deictic (of=省) = 该省 我省 本省 ;
lexicon deictic (of=市) = 该市 我市 本市 該市 ;
lexicon deictic (of=县) = 该县 我县 本县 ;
lexicon deictic (of=縣) = 該縣 我縣 ;
lexicon deictic (of=区) = 该区 我区 本区 ;
lexicon deictic (of=區) = 該區 我區 ;
lexicon deictic (of=镇) = 该镇 我镇 本镇 ;
lexicon deictic (of=乡) = 该乡 我乡 ;
lexicon deictic (of=村) = 该村 我村 本村 ;
lexicon deictic (of=街道) = 该街道 ;
lexicon deictic (of=社区) = 该社区 ;
lexicon deictic (of=局) = 该局 我局 該局 本局 ;
lexicon deictic (of=厅) = 该厅 ;
lexicon deictic (of=院) = 该院 我院 該院 ;
lexicon deictic (of=公司) = 该公司 本公司 該公司 ;
lexicon deictic (of=集团) = 该集团 ;
lexicon deictic (of=中心) = 该中心 該中心 ;
lexicon deictic (of=处) = 該處 本處 ;
lexicon deictic =
  该州 该旗 该委 该办 该校 该厂 该企业 该项目 该园区 该开发区 该行 该所 该站 该队 该单位 该部门
  该协会
  该平台 该工程 该基地 该小区 该景区 我州 我校 双方 該校 本府 本所 本會 本校 該所 該計畫 ;
# Words that begin like one of these.
lexicon no_deictic = 该行动 该行业 该区域 该处理 该地区 该院校 本市场 本区域 本校区 ;
lexicon whole_area =
  全省(of=省) 全市(of=市) 全县(of=县) 全区(of=区) 全镇(of=镇) 全乡(of=乡) 全村(of=村)
  全街道(of=街道)
  全區(of=區) 全縣(of=縣) 全州 全旗 全系统 ;
# 安全区, 成为全县最大的, 全省唯一: no one who acts.
lexicon area_after = 超过 超 超出 高出 超過 安 健 完 成 成为 列入 入选 进入 跃居 位居 居 领跑 走在
  占 辐射 高于 低于 优于 快于 推向 面向 确定为 评为 被列为 ;
lexicon area_rank = 第 首 前 最 唯一 仅有 领先 平均 先进 文明 优秀 百强 十佳 十强 一流 同类 农业标准化 ;
lexicon body =
  区委区政府 市委市政府 县委县政府 省委省政府 区委、区政府 市委、市政府 县委、县政府 省委、省政府
  党委、政府 党委政府 区委 市委 县委 省委 镇党委 乡党委 党工委 区政府 市政府 县政府 省政府 镇政府
  乡政府 国务院 党中央 自治区党委 自治区政府 人民政府 市府 巿府 區議會 立法會 縣府 办事处 村委会 居委会 村两委
  区直各单位 市直各单位 县直各单位 各街道 各单位 各部门 各地 各乡镇 各县区 各县市 各级各部门
  驻村工作组 驻村帮扶工作队 帮扶工作队 駐村工作組 駐村工作隊 街道办事处 业委会 居民委员会 村民委员会
  志愿服务队 驻村工作队 港府 特府
  总工会 市总工会 县总工会 区总工会 团市委 团县委 团区委 团省委 ;
lexicon central_end = 办 委 总局 办公厅 办公室 委员会 ;
# Offices that are called by what they do, without a place.
lexicon office =
  不动产登记中心
  教育局 公安局 民政局 司法局 财政局 人社局 住建局 交通局 交通运输局 水利局 水务局 农业农村局
  商务局
  文旅局 卫健委 卫健局 应急局 应急管理局 审计局 市场监管局 统计局 医保局 城管局 城市管理局 信访局
  税务局 发改委 发改局 工信局 科技局 科技厅 生态环境局 自然资源局 林业局 林业和草原局 气象局
  退役军人事务局 乡村振兴局 政务服务局 行政审批局 园林局 文广旅局 体育局 机关事务管理局 供电局
  邮政局
  交警支队 交警大队 消防救援支队 消防救援大队 民政厅 教育厅 财政厅 公安厅 水利厅 交通运输厅 商务厅
  農業局 工務局 勞工局 衛生局 警察局 消防局 觀光局 文化局 環保局 社會局 經發局 都發局 地政局 水利局
  民政局 教育局 交通局 財政局 觀光旅遊局 觀旅局 主計處 人事處 秘書處 市場處 法制處 新聞處 衛福部
  教育部 财政部 民政部 商务部 公安部 交通运输部 水利部 农业农村部 自然资源部 工业和信息化部 科技部
  生态环境部 文化和旅游部 国家卫生健康委 国家统计局 国家发展改革委 国家发改委 中国人民银行 海关总署
  建設處 工務處 水利處 農業處 教育處 社會處 民政處 地政處 財政處 觀光處 文化處 城鄉發展處 交通處
  水資處 消保官 水利署 國發會 經濟部 交通部 內政部 財政部 勞動部 環保署
  工信部 人社部 住建部 文旅部 应急管理部 退役军人事务部 国家卫健委 国家医保局 国家税务总局
  国家市场监管总局 最高人民法院 最高人民检察院 最高法 最高检 国家能源局
  国家林草局 国家发展和改革委 ;
lexicon office = # with 和 in their names
  人力资源和社会保障局 住房和城乡建设局 工业和信息化局 规划和自然资源局 文化和旅游局
  文化广电和旅游局 文化和广电旅游局 发展和改革委员会
  发展和改革局 科技和信息化局 科技和工业信息化局 卫生和计划生育局 教育和体育局 人力资源和社会保障厅
  住房和城乡建设厅 工业和信息化厅
  文化和旅游厅 交通和运输局 市场监督管理局 环境保护局 食品药品监督管理局 质量技术监督局 城乡规划局
  国土资源局 民族宗教事务局 粮食和物资储备局
  人力资源和社会保障部 住房和城乡建设部 国家发展和改革委员会
  運輸及物流局 食物及衛生局 醫務衞生局 醫務衛生局 商務及經濟發展局 文化體育及旅遊局 民政及青年事務局
  勞工及福利局 環境及生態局 創新科技及工業局
  公務員事務局 政制及內地事務局 財經事務及庫務局 食物環境衞生署 食物環境衛生署 食環署 衞生署 衛生署
  社會福利署 社署 康樂及文化事務署 康文署
  漁農自然護理署 漁護署 地政總署 路政署 運輸署 房屋署 屋宇署 渠務署 水務署 環境保護署 入境事務處
  懲教署 警務處 醫院管理局 醫管局 金管局
  旅遊發展局 貿發局 市建局 房委會 房協 港鐵 規劃署 土木工程拓展署 投資推廣署 民航處 海事處
  經濟及科技發展局 社會工作局 統計暨普查局 交通事務局 ;
# Central enterprises by their short names (list of SASAC).
lexicon office = # who acts by law, without a place
  公安机关 检察机关 司法机关 审判机关 纪检监察机关 纪检机关 监察机关 税务机关 行政机关 执法机关
  公安部门 税务部门 财政部门 民政部门 教育部门 卫生部门 卫健部门 环保部门
  生态环境部门 市场监管部门 农业部门 农业农村部门 水利部门 交通部门 交通运输部门 住建部门 城管部门
  应急部门 应急管理部门 消防部门 气象部门 人社部门 文旅部门 商务部门 科技部门
  司法部门 审计部门 统计部门 自然资源部门 国土部门 林业部门 电力部门 铁路部门 海关部门 人民法院
  人民检察院 檢警 警政署 ;
lexicon enterprise =
  中石油 中石化 中海油 中国石油 中国石化 中国海油 中广核 中国移动 中国电信 中国联通 中国铁塔
  国家电网 南方电网 国家电投 国家能源集团
  中国中车 中国中铁 中国铁建 中国建筑 中国交建 中国邮政 中国华电 中国华能 中国大唐 ;
# Areas of their own administration.
lexicon zone =
  经开区 经济开发区 经济技术开发区 高新区 高新技术产业开发区 产业集聚区 综合保税区 综保区 自贸区
  自贸试验区 旅游度假区
  工业园区 产业园区 科技园区 循环化工园区 化工园区 示范园区
  自贸港 ;
lexicon body_end =
  保健院 就业局 就业服务中心 环卫处 边检站 研考會 事務所 議會 衛生所 文化中心 人大常委会 人大常委會
  村委会 居委会 管委会 委员会 党组织 基层党组织
  有限公司 有限责任公司 有限責任公司 分公司 图书馆 文化馆 博物馆 体育馆 科技馆 档案馆 供销社 供电公司
  警方 登记中心 交易中心 监测中心 检测中心 救助中心 招商中心 政务服务中心 气象台 电视台 街道办
  街道办事处 党校 幼儿园
  敬老院 福利院 疾控中心 养老院 报社 税务局 公安分局 消防救援站 社區 國小 國中 分局 區公所 公所
  局 委 办 厅 公司 集团 银行 支行 分行 中心 协会 学会 商会 联合会 基金会 大学 学院 研究院 中学
  小学 学校 医院 法院 检察院 中院 派出所 研究所 管理所 司法所 卫生院 党委 党组 党工委 党支部
  党总支 指挥部 领导小组 专班 工作组 督导组 管委会 办公室 办事处 村委会 居委会 委员会 合作社 工会 业委会
  妇联 团委 部门 宣传部 组织部 统战部 武装部 支队 大队 总队 工作队 总局 總局 處 廳 隊 協會
  政协 人大 人大常委会 残联 科协 文联 作协 侨联 工商联 红十字会 农科院 农科所 创建办 创城办 创文办
  扶贫办 征兵办 河长办 文明办 双拥办 防汛办 防火办 食安办 信访办
  编办 金融办 招商办 督查办 大数据中心 医疗队 救援队 执法队 服务队 志愿队 代表团 艺术团 调查队 总会
  博物院 美术馆 纪念馆 广播电视台 海关 服务点 服务站
  便民服务中心 党群服务中心 红十字會 農會 消防隊 清潔隊 衛生所 ;
# Full names of bodies that need no division before them.
lexicon full_body_end =
  警方
  业委会 业筹组 业主委员会 居委会 业主大会
  管理处 服务处 事务中心 服务中心 管理中心 指挥中心 支行 分行 分公司 商行 分局 局 有限公司
  有限责任公司 公司 分公司 集团 银行 大学 学院 医院 法院 检察院 管委会 委员会 合作社 指挥部
  领导小组 统计局 統計局 署 事務處 處
  总局 協會 公會 法庭 供电公司 供销社 基金會 委員會 農會
  博物馆 博物院 美术馆 图书馆 文化馆 科技馆 档案馆 纪念馆 展览馆 医疗队 救援队 执法队 服务队
  志愿服务队 志愿队 代表团 考察团 艺术团 歌舞团 剧团 调查队 勘查院
  地质队 总会 红十字会 联合会 残联 文联 作协 工商联 农科院 农科所 科学院 党支部 党总支 派出所 司法所
  卫生院 海关 日报社 报社 电视台 广播电视台 中学 小学 幼儿园
  党校 高中 技工学校 职业学校 公证处 信用社 农商行 农商银行 股份 药业 实业 制药 重工 管理局 天文台
  博物館 美術館 圖書館 衛生所 醫院 公所 服务点
  服务大厅 联合社 ;
lexicon name_stop =
  自觉 接受 主动接受
  全省 全市 全县 全区 全国 全年 全镇 全村 全乡 全部 全体 全都 全程 全社会 全线 全系统 全行业 全方位
  协调 确保 责成 責成 协助 敦促 指导 帮助 支持 鼓励 引导 动员 号召 邀请 会同 携手 走向 迈向 面向
  助力
  造成 引发 造就 授予 表彰 精心 筛选 很 根据 依据 視察 视察 调研 考察 走访 地处 坐落 隶属 毗邻 地處
  下辖 辖 将 把 对 在 的 了 但 因 即 起 特別 特别 配合 叮囑 叮嘱 与 和 从 已 被
    按 于 及 以 向 由 就 是 有 到 至
    并 又 也 还 则 不 让
  使 给   省级 市级 县级 区级 乡级 村级 国家级 这 那 着 过 所有 各 每 该  我 他 她 它 们
  跟随 走进 走近 来到 代表 培育 爭取 输转 新通 途经 立足 前往 人均 年均 据国 据省 据市 据县 据统
  据悉 据介 据区 去 要 会议 会上       联合 牵头 负责 集中 准确 积极 主动 充分 努力
  全力 大力 认真
  深入 持续 不断 先后 相继 共同 全面 严格 迅速 及时 切实 重点 创建 导致 紧邻 邻近 东邻 西接 南接
  北靠 位于 获得 获 另 顯見 提请 时任 当 当选 结合 評 購 购 若 將 扩大 擴大 形成 對 於 與 從 為 並 還 讓 ;
lexicon name_stop = # common verbs and connectives
  高度 高标准 高质量 高起点 高水平 引进 引入 收购 增供 借力 创办 新办 领办 建制村 带领 寻求 距离
  传闻 取缔 补齐 取消 迁驻 迁往 搬迁至 一座 一个 一家 一所 捐贈 感謝 感谢 援引 实现 依法 第二大
  第三大 最大 外地 邻近 驻村 编队 皆 凭 原则上 理论上 一律 期间 至今 紧盯 先进 新建 改建 扩建 续建
  例如 比如 诸如 譬如 发动 剥离 召集 吸引 邀集 招募 聘请 选派 抽调 派出 派驻 委派 发放 赠送 捐赠
  捐献 拨付 下拨 打通 穿越 横跨 覆盖 惠及 涵盖 囊括 遍布 走遍 跑遍
  下沉 进驻 入驻 落户 迁入 迁至 抵达 到达 返回 离开 告别 路过 穿过 参观 看望 会见 采访 获悉 了解到
  来自 出自 源自 身为 称为 名为 授予 颁发 赢得 取得 拿下
  夺得 斩获 入选 列入 进入 加入 出席 主持 传达 部署 聆听 听取 审议 通报 强调 指出 要求 宣读 围绕
  瞄准 锚定 盯紧 紧扣 突破 超过 达到 占据 拥有 具备 依靠 凭借 借助
  立足 着眼 着力 致力 努力 争当 争做 力争 力推 加大 加强 增强 扩大 缩小 减轻 减少 缓解 化解 解决
  消除 杜绝 防止 避免 保障 确定 认定 评定 评选 选出 推选 选举
  喜迎 庆祝 纪念 欢迎 感谢 祝贺 热烈 隆重 圆满 顺利 成功 正式 目前 如今 此外 同时 另外 其中 其余
  特别是 尤其是 以及 或者 无论 不仅 而且 但是 虽然 因为 所以 如果 只要
  随着 经过 通过 关于 对于 至于 位于 处于 居于 属于 等于 低于 高于 优于 多于 少于 参照 依照 遵照
  引用 列出 详见 自从 直到 截止 截至 透過 爭取 例如 包括 獲得 協助 指示 召開
    宣布 強調 要求 說明 邀請
  而 不过 支援 援助 对口支援 帮扶 新增 ;
# What may stand behind a body though it begins like a longer word.
lexicon body_next =
  实施 实行 实现 实地 实际 公布 公开 公告 展开 展示 展出 结合 结对 成立 成功 面向 面对 学习 实有
  理顺 势头 長期 任命 计划 公示 法律援助 門前 實施 實行
  實現 公佈 公開 展開 成立 結合 ;
lexicon body_tail = 置 异地 搬迁 织 员会 伍 民主 代表 委员 议员 周边 附近 旁 大院 对面 一带 家属院
  综合楼 新院区 院区 新校区 校区 大楼 门诊楼 住院楼 教学楼 扩建 改扩建 迁建 改造 项目 工程 一期 二期
  三期 東院 东院 西院 南院 北院 门 员 长 议 展 理 法 公 事 好 案 结 实 成 学 面 限 势 级 托 屈 任 務
  計 場 ;

# Provinces, of which 省 alone would take too much before it (GB/T 2260).
lexicon province =
  河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省
  湖南省 广东省
  海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区
  宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区 香港特區政府 特區政府 特区政府 ;
# Provinces and prefectures without 省 and 市 (GB/T 2260), but for those that are common words.
lexicon place =
  北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南
  重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 臺灣
  石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 阳泉 晋城 朔州 晋中 运城 忻州 临汾 吕梁
  呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪
  丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗
  双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州
  镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵
  安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡
  九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂
  聊城 滨州 菏泽
  郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
  武汉 黄石 十堰
  宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界
  益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾
  清远 东莞 潮州
  揭阳 云浮 南宁 柳州 桂林 梧州 防城港 钦州 贵港 玉林 百色 贺州 河池 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花
  泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 阿坝 甘孜 凉山 贵阳 六盘水 遵义 毕节
  铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 西双版纳 德宏 怒江 迪庆 拉萨
  日喀则 昌都
  林芝 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 商洛 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 定西
  陇南 临夏 甘南 西宁 海东 海北 黄南 果洛 玉树 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉
  博尔塔拉 巴音郭楞 阿克苏 喀什 伊犁 塔城 阿勒泰
  臺北 台北 新北 桃園 臺中 台中 臺南 台南 高雄 基隆 新竹 嘉義 苗栗 彰化 南投 雲林 屏東 宜蘭 花蓮 臺東 澎湖 ;
)pack"
    R"pack(# Countries by their usual names (ISO 3166-1), but short ones that are words or parts of words.
lexicon place =
  美国 日本 德国 法国 英国 韩国 俄罗斯 印度 巴西 加拿大 澳大利亚 意大利 西班牙 荷兰 瑞士 瑞典 波兰 土耳其 南非
  埃及 沙特阿拉伯 伊朗 以色列 阿联酋 印度尼西亚 马来西亚 新加坡 泰国 越南 菲律宾 缅甸 老挝 柬埔寨
  蒙古国 哈萨克斯坦
  乌兹别克斯坦 巴基斯坦 孟加拉国 尼泊尔 斯里兰卡 朝鲜 墨西哥 阿根廷 智利 新西兰 乌克兰 希腊 葡萄牙 比利时
  奥地利 丹麦 挪威 芬兰 爱尔兰 欧盟 欧元区 东盟
  黎巴嫩 叙利亚 伊拉克 阿富汗 也门 约旦 卡塔尔 科威特 巴林 阿曼 巴勒斯坦 塞浦路斯 格鲁吉亚 亚美尼亚
  阿塞拜疆 吉尔吉斯斯坦 塔吉克斯坦 土库曼斯坦
  不丹 马尔代夫 文莱 东帝汶 蒙古国 匈牙利 捷克 斯洛伐克 罗马尼亚 保加利亚 塞尔维亚 克罗地亚
  斯洛文尼亚 阿尔巴尼亚 北马其顿 黑山共和国 波黑
  立陶宛 拉脱维亚 爱沙尼亚 白俄罗斯 摩尔多瓦 冰岛 卢森堡 马耳他 摩纳哥 梵蒂冈 古巴 委内瑞拉 哥伦比亚
  秘鲁 厄瓜多尔 玻利维亚 巴拉圭 乌拉圭
  巴拿马 哥斯达黎加 尼加拉瓜 洪都拉斯 危地马拉 萨尔瓦多 海地 多米尼加 牙买加 尼日利亚 肯尼亚
  埃塞俄比亚 坦桑尼亚 乌干达 卢旺达 苏丹 南苏丹 利比亚
  突尼斯 阿尔及利亚 摩洛哥 加纳 喀麦隆 安哥拉 莫桑比克 赞比亚 津巴布韦 纳米比亚 博茨瓦纳 马达加斯加
  塞内加尔 科特迪瓦 刚果 索马里 斐济 巴布亚新几内亚
  美國 德國 法國 英國 韓國 俄羅斯 印度尼西亞 馬來西亞 泰國 義大利 烏克蘭 歐盟 紐西蘭 澳洲 ;
# Districts in 山区, which else means highlands (GB/T 2260 and the districts of Taiwan).
lexicon district = # with a letter that ends names elsewhere
  中山市 中山区 中江县 中牟县 中阳县 中原区 中方县 中站区 中卫市 中宁县 榆中县 资中县 吴中区 城中区
  阆中市 巴中市 汉中市 晋中市 台中市 臺中市 台中縣 將軍區 中區 內湖區 內埔鄉 南投縣
  和平县 和平区 和顺县 和政县 和县 和静县 和硕县 和田县 和田市 和龙市 和林格尔县 泰和县 共和县
  共青城市 从化区 从江县 于都县 于洪区 于田县 内乡县 内黄县 内丘县 内江市 全椒县 全州县 全南县
  前郭县 前进区 前锋区 获嘉县 当涂县 当阳市 当雄县 本溪市 本溪县 将乐县 向阳区 宁化县 和平區 ;
lexicon district =
  和田地区 喀什地区 阿克苏地区 塔城地区 阿勒泰地区 阿里地区 大兴安岭地区
  蜀山区 萧山区 惠山区 锡山区 璧山区 博山区 岚山区 福山区 君山区 赫山区 明山区 平山区 立山区 青山区
  兴山区 龙山区 西山区 彭山区 名山区 烈山区 八公山区
  桃山区 长清区 石景山区 房山区 宝山区 金山区 南山区 坪山区 东山区 尖山区 千山区 花山区 雨山区
  铁山区 洪山区 鹤山区 象山区 万山区 钟山区
  文山區 中山區 松山區 泰山區 龜山區 東山區 岡山區 旗山區 鳳山區 鼓山區 ;
lexicon no_place =
  北京时间 北京冬奥 上海合作 香港特 澳门特 美国人 日本人 韩国人 海南岛 河南话 北京话 上海话 山东话 三明治
  南平均 印度洋 中国式 四川话 海东青 南阳台 ;
# What stands behind a place's name as part of a longer one.
lexicon facility =
  机场 国际机场 火车站 港 口岸 经开区 高新区 新区 开发区 自贸区 保税区 工业园 工业园区 产业园
  数据中心集群 油田
  铁路局 海关 軍港 機場 車站 电厂 火电厂 核电站 水电站 电站 水库 煤矿 大桥 ;
# Where a paragraph's area is split: 市区有学校300所.
lexicon quarter = 园区 项目区 市区 城区 市區 主城区 中心城区 高新区 经开区 ;
lexicon kept_by = 中央 中 省 市 县 区 州 国家 ;

# Words that end like an office and are none.
lexicon no_office =
  中等职业学校 中等专业学校 职业学校 技工学校 特殊教育学校 独立高中 独立初中 完全中学 完全小学
  职业中学 初级中学 高级中学 中心小学 中心学校 九年制学校 农业合作社 农民合作社
  农民专业合作社 农业专业合作社 各类专业合作社 股份合作社 股份经济合作社 经济合作社 家庭农场
  普通小学 普通中学 普通初中 乡镇卫生院 希望小学 中小学 农村小学 农村中学 各中学 各小学 城区小学
  城区中学 乡村小学 公办幼儿园 民办幼儿园 普惠性幼儿园 示范性高中 普通高中 优质高中 重点高中
  基层医院 公立医院 三甲医院 定点医院 民营医院 综合医院 专科医院 综合性医院 高等院校 基层党支部
  农村党支部 党员服务队 技术股份
  好處 到處 處處 深處 用處 何處 各處 住處 出處 高處 遠處 四處 隨處 益處 壞處 長處 短處 相處 獨處
  之處 多處 去處
  部署 签署 簽署 連署 大局 全局 布局 格局 结局 开局 时局 当局 僵局 破局 战局 残局 棋局 政局 危局
  布局 佈局 當局 邮局 ;
# Posts: 市委书记 is a person, not the committee.
lexicon post = 官员 官員 发言人 發言人 周边 附近 旁 门口 门前 大院 对面 一带 家属院 书记 副书记 常委
  主要领导 主要负责 ;
# Where a person's name follows.
lexicon person_title =
  书记 主任 局长 县长 市长 省长 区长 镇长 乡长 村长 校长 院长 厂长 所长 站长 队长 会长 社长 行长
  科长 处长
  厅长 司长 部长 组长 经理 董事长 总经理 负责人 民警 教师 医生 村民 居民 市民 农户 种植户 养殖户
  脱贫户
  党员 理事长 技术员 网格员 检察官 法官 好人 大户 返乡青年 创业者 业主 校長 局長 市長 里長 議員
  處長 ;
pattern surname =
  "王" | "李" | "张" | "刘" | "陈" | "杨" | "赵" | "黄" | "周" | "吴" | "徐" | "孙" | "胡" | "朱"
  | "高" | "林" | "何" | "郭"
  | "马" | "罗" | "梁" | "宋" | "郑" | "谢" | "韩" | "唐" | "冯" | "于" | "董" | "程" | "曹" |
  "袁" | "邓" | "许" | "傅"
  | "沈" | "曾" | "彭" | "吕" | "苏" | "卢" | "蒋" | "蔡" | "贾" | "丁" | "魏" | "薛" | "叶" |
  "余" | "潘" | "杜" | "戴"
  | "夏" | "钟" | "汪" | "田" | "任" | "姜" | "范" | "方" | "石" | "姚" | "谭" | "廖" | "邹" |
  "熊" | "金" | "陆" | "郝"
  | "孔" | "白" | "崔" | "康" | "毛" | "邱" | "秦" | "江" | "史" | "顾" | "侯" | "邵" | "孟" |
  "龙" | "段" | "雷" | "钱"
  | "汤" | "尹" | "黎" | "易" | "常" | "武" | "乔" | "贺" | "赖" | "龚" | "庞" | "樊" | "殷" |
  "施" | "陶" | "洪" | "翟"
  | "颜" | "倪" | "严" | "牛" | "温" | "季" | "俞" | "章" | "鲁" | "葛" | "伍" | "韦" | "申" |
  "尤" | "毕" | "聂" | "焦"
  | "柳" | "邢" | "岳" | "齐" | "梅" | "莫" | "庄" | "辛" | "管" | "祝" | "左" | "涂" | "谷" |
  "祁" | "舒" | "耿" | "牟"
  | "詹" | "关" | "苗" | "凌" | "费" | "纪" | "靳" | "盛" | "童" | "欧" | "甄" | "项" | "曲" |
  "游" | "裴" | "席" | "屈"
  | "鲍" | "覃" | "霍" | "翁" | "甘" | "柏" | "宁" | "柯" | "阮" | "桂" | "闵" | "柴" | "冉" |
  "房" | "饶" | "瞿" | "古"
  | "滕" | "苑" | "邬" | "臧" | "张" | "張" | "陳" | "劉" | "楊" | "趙" | "黃" | "吳" | "孫" |
  "馬" | "羅" | "鄭" | "謝"
  | "韓" | "馮" | "許" | "葉" | "盧" | "蔣" | "賴" | "蘇" | "莊" | "鍾" | "呂" | "魏" | "彥"
  | "肖" | "付" | "闫" | "阎" | "骆" | "尚" | "景" | "符" | "卜" | "冀" | "芦" | "佟" | "隋" | "栾"
      | "寇" | "匡" |
    "苟" |
  "兰" | "喻" | "窦" | "郎" | "麦" | "敖" | "晏" ;

pattern body_stop =
  ( not after("委") | not before("会" | "會" | "员" | "員") ) ( before(<body_next>) | not
  before(<body_tail> | @quantity) ) ;
# Communities of a kind, not one by its name.
lexicon no_community =
  农村社区 城市社区 老旧社区 所有社区 试点社区 示范社区 重点社区 街道社区 城乡社区 全部社区 智慧社区
  完整社区 国际社区 和谐社区
  美丽社区 新型社区 移民社区 安置社区 居民社区 学习型社区 多个社区 部分社区 网络社区 生活社区
  未来社区 县城社区 城镇社区 基层社区
  易地搬迁社区 搬迁社区 民族社区 辖区社区 全市社区 全县社区 全区社区 文明社区 幸福社区 绿色社区 ;

pattern letter =
  not before(<name_stop> | not after("公") "共" not before("青" | "享" | "和") | not after("信" |
  "应" | "通" | "民") "用" not before("友" | "品" | "电" | "水" | "地")
    | not after("高" | "中") "等" | not after("华") "为" not before("民") | <run_verb> | @time |
        @quantity | [digit punctuation]) [han] ;
lexicon no_division_begin = 农村 乡村 各村 全村 小村 本村 一村 多村 每村 城乡村 行政村 自然村 中心村
  美丽 特色 传统 古 新 重点 贫困 脱贫 示范 ;
# 张村镇, 石镇街道: a name with the end of another one in it.
lexicon double_end = 村镇 村乡 镇镇 镇乡 镇街道 村街道 市街道 市乡 ;
pattern division =
  <district> whole_word | <province>
  | not before(<no_division_begin> | <no_division>) letter{1,3} <double_end> not before("镇" | "村"
      | "乡" | "银行") whole_word
  | not before("据" | "據" | "受") ( not before(<no_division>) letter ){1,7}?
  ( before(<division_next>) | not before(<no_division>) )
  ( "市" | "巿" | "县" | "縣" | "区" | "區" | "镇" | "鎮" | "乡" | "鄉" | "村" | "街道" not before("路")
    | "自治州" | "苏木" | after([han]) letter ( "盟" | "旗" ) )
  whole_word
  | letter{2,6}? "州" not before(<division_tail>)
  | letter{2,16}? ( "自治县" | "自治縣" | "族乡" | "族鄉" ) not before(<division_tail>) ;
# 清源县学校达30所: counted, not acting.
lexicon kind_noun =
  学校 医院 小学 中学 幼儿园 合作社 农民专业合作社 专业合作社 企业 公司 银行 水库 电站 水电站 养老院
  敬老院 福利院 卫生院 派出所 图书馆 文化馆
  博物馆 景区 园区 基地 农场 牧场 林场 家庭农场 农家乐 民宿 卫生室 村卫生室 养殖场 煤矿 污水处理厂
  工业园区 产业园 大桥 隧道 码头 小区 公园 ;
pattern counted_kind =
  <kind_noun> ( @quantity | "达" | "为" | "总" | "数" | "由" | "从" | "增" | "减" | "占" | "比" |
  "提高" | "突破" | "预计" | "保持" |
    "控制" | "稳定" | "（" | "(" | "较" | "同比" | "覆盖" | "净增" | "、" | "除险" | "完成" ) ;
pattern body_name = not before(counted_kind) ( <body> | <office> | "政府" | "人民政府" | letter{0,9}
  <body_end> not after("公办" | "民办" | "主办" | "承办" | "举办" | "创办" | "兴办" | "督办" |
  "查办" | "协办" | "公辦" | "舉辦" | "主辦") body_stop ) ;
# Who advises and oversees: named where it acts, not where others answer to it.
lexicon assembly =
  市政协 县政协 区政协 省政协 全国政协 市人大 县人大 区人大 省人大 市人大常委会 县人大常委会
  区人大常委会 省人大常委会 自治区人大常委会
  全国人大常委会 当地政府 当地党委政府 ;
# Institutions, which do not carry on to the next sentence.
lexicon institution =
  集团 公司 医院 银行 中心 大学 学院 协会 博物馆 博物院 美术馆 图书馆 文化馆 科技馆 纪念馆 中学 小学
  幼儿园 学校 高中 党校 总会 红十字会 股份
  药业 实业 制药 重工 报社 电视台 医疗队 救援队 艺术团 代表团 农科院 农科所 科学院 海关 派出所
  卫生院 合作社 农商行 ;
# F省, A公司: whose name is withheld
pattern withheld =
  ( [latin] | "某" ) ( "省" | "市" | "县" | "縣" | "区" | "區" | "镇" | "乡" | "村" | "公司" |
  "集团" | "小区" | "学校" | "医院" ) ( "公司" | "局" | "法院" |
  "政府" )? not before("场" | "级" | "内" | "域" | "民" | "里") ;
# Verbs that a name of who acts does not begin with.
lexicon no_name_begin =
  独立运营 运营 委托 建设 打造 引进 进入 借力 增供 推进 建成 依托 利用 改造 新建 扩建 走访 联系 对接
  服务于 联合 加入 成为 收购 控股 参股 起诉 举报 投诉 监管 检查 抽查 督促 约谈 处罚
  納入 引進 進入 推進 建設 打造 新建 擴建 走訪 聯合 ;
pattern known_actor =
  withheld |
  <assembly> not before("代表" | "委员" | "监督" | "民主" | "及其" | "的监督" | "、" | "和") |
    not before(<no_deictic>) pointing:( <deictic> | <whole_area> ) not before("第" not before("一产"
    | "二产" | "三产") | "首" | "前")
    whole_word
    ( not before("建设" | "打造" | "推进" | "实施" | "发展" | "成立" | <kind_noun>) body_name )?
  | <enterprise> ( letter{1,10}? <full_body_end> | before("向" | "从" | "将" | "已" | "亦" | "也" |
      "共" | "在" | "累计" | "供应" | "计划" |
    "今年" | "宣布" | "表示" | <run_verb>) )
  | ( "该" | "該" ) letter{1,6}? <body_end> body_stop
  | ( "我们" | "我們" ) ( "公司" | "合作社" | "村" | "镇" | "县" | "市" | "集团" | "学校" | "医院" |
      "单位" | "中心" | "鎮" | "縣" | "學校" | "醫院" | "單位" )
  | "中央" before("已" | "核定" | "核列" | "补助" | "補助" | "安排" | "下达" | "下達" | "拨付" | "撥付")
  | ( "国务院" | "中央" | "国家" ) letter{1,6}? <central_end> not before("办" | <body_tail> | "法" | "公" |
    "会" | "员" | "托")
  | <body> ( "组织部" | "宣传部" | "统战部" | "政法委" | "办公室" | "老干部局" )? not before(<post>)
  | ( "中央" | "省" | "市" | "县" | "縣" | "区" | "州" | "各级" ) "财政" before("计划" | "按" |
      "安排" | "投入" |
    "拨" | "用于" | "“" | "支出" | "予以" | "补" | "共" | "给予" | "出资" | "承担" | "累计")
  | division{1,3} not before(counted_kind) ( not before([punctuation] | @time | <name_stop>) [han]
      ){2,14}? ( "有限公司" |
    "有限责任公司" | "股份公司" | "集团公司" | "合作社" | "商会" | "联合社" | "联合体" )
  | <place> ( not before([punctuation] | @time | "的" | "在" | "和" | "与" | "将" | "向") [han]
      ){2,16}? ( "有限公司" | "有限责任公司" )
  | letter{2,9} ( "（" | "(" ) <place> ( "）" | ")" ) letter{0,12}? ( "有限公司" | "有限责任公司" |
      "股份公司" )
  | division{1,4} ( "人民" )? "政府" ( <office> | letter{1,9}? <body_end> ) body_stop
  | division{1,4} body_name?
  | <place> ( division{1,3} body_name? | <body> | "政府" | letter{0,9} <full_body_end> not
      after(<no_office>) body_stop
    )
  | ( "省" | "市" | "县" | "縣" | "区" | "區" | "州" | "镇" | "乡" | "團" | "团" )
      not before("域" | "內" | "内" | "场" | "场" | "级" | "級" | "中心") letter{0,9} ( <body_end> |
      <office> ) body_stop
  | ( "政府" | "委员会" | "委員會" | "警方" ) before("将" | "將" | "就" | "預計" | "预计" | "在" |
      "共" | "已" | <run_verb> | @time | "計劃" | "计划" | "審議"
  | "审议" | "撥款")
  | <place> letter{0,4}? ( "经开区" | "高新区" | "新区" | "开发区" | "自贸区" | "保税区" ) (
      "管委会" )? whole_word
  | not before("县" | "市" | "省" | "区" | "国家" | "经济" | "高新" | "建设" | "打造" | "各" | "本")
      letter{2,4}? not after("经济" |
    "技术" | "經濟" | "技術") ( "新区" | "开发区" | "新區" | "開發區" ) not before("建" | "等" |
    "、" | "和" | "的") ( "管委会" | "管理委员会" )? whole_word
  | letter{2,8}? <zone> ( "管委会" | "管理委员会" )? whole_word
  | ( <province> | <place> ) "各" letter{0,4}? ( "县" | "市" | "县区" | "县市区" | "地" ) whole_word
  | not before("建设" | "改造" | "创建" | "打造" | "新建" | "推进" | "走进" | "深入" | "参与" |
      "完善" | "建成" | "服务" | "依托" | "利用")
    letter{2,7} "社区" not after( <no_community> ) not before("服务" | "居" | "矫" | "医" | "卫" |
    "养" | "文" | "工" | "干" | "治" | "团" | "商" | "化" | "建" | "党" | "的" | "、" | "和")
  | <office> letter{2,10}? ( "分行" | "支行" | "调查队" | "监管分局" | "管理局" | "打撈局" | "专员办" )
  | <office> ( "有关部门" | "相关部门" )? not before(<post> | "周边" | "附近" | "大院" | "家属院") |
      <province>
  | not before(<no_name_begin>) ( "中国" | "中华" | "中共" )? letter{2,14} <full_body_end> not
      after(<no_office>)
      ( letter{2,10}? ( "分行" | "支行" | "分公司" | "营业部" ) )?
      body_stop not before("部" | "势" | "勢" | "地" | @quantity | "达" | "总数" | "数量") ;
# 河湾村水库, 清源县云溪牧场: what stands in a place and bears its name.
lexicon site =
  水库 牧场 农场 林场 山庄 采摘园 庄园 酒庄 景区 风景区 产业园 工业园 工业园区 园区 基地 电站 水电站
  电厂 煤矿 矿山 茶园
  果园 合作社 养殖场 种植园 民宿 农家乐 度假村 小学 中学 卫生室 党群服务中心 图书馆 污水处理厂 水厂
  大桥 隧道 车站 码头 ;
lexicon ground =
  工业园 产业园 科技园 软件园 物流园 国家公园 湿地公园 森林公园 风景区 名胜区 度假区 林场 牧场 机场 港区 ;
pattern place_name =
  division{1,3} not before(counted_kind) letter{0,8}? <site> ( letter{0,6}? <site> )? not
  before(<division_tail> | "建" | "项"
    | "工")
  |
  not before(<no_place>) <place>{1,2} not before("市" | "省" | "县" | "区" | "州" | "镇" | "乡" |
  "村" | "街道"
    not before("路") | "路" not before("透") |
    "人" | "段" | "话" | "籍" | "式" | "菜" | "语" | "文" | "版" | "山" | "湖" | "江" | "河" not
    before("网")) ( letter{0,6}? <facility> not
    before(<division_tail>) )?
  | letter{1,3} ( "河" | "江" | "湖" | "川" ) "流域" ( letter{1,4} "段" )?
  | <quarter> not before(<division_tail> | "居" | "人" | "的" | "道" | "交" | "公")
  | ( "两" | "三" | "四" | "五" | "六" | "七" | "八" | "九" ) ( "县" | "区" | "市" ) before("有" |
      "共" | "的" |
    "全")
  | not before(<no_name_begin>) letter{2,8}
    ( ( "电厂" | "水电站" | "油田" | "煤矿" | "水库" | "铁路局" ) not before(<division_tail> | "建"
    | "除" | "工" | "项" | "大")
    | ( "铁路" | "高铁" | "高速公路" | "高速" | "大桥" | "隧道" | "大道" | "公路" | "公园" |
        "快速路" | "快速通道" | "立交" ) before("全长" |
      "总长" | "正线" | "线路" | "设计" | "总投资" | "项目" | "工程" | "是" | "位于" | "占地" |
      "车流量" | "年")
    | ( "小学" | "中学" | "幼儿园" ) before("是" | "位于" | "占地" | "共有" | "现有" | "始建" |
        "创办" | "建校")
    | not after("老旧" | "住宅" | "居民" | "安置" | "封闭" | "智慧" | "回迁") ( "小区" | "嘉园" |
        "花园" | "家园" | "公寓" | "大厦" ) not
      before(<division_tail> | "建" | "项" | "工" | "改" | "居" | "业" | "物" | "党" | "的" | "、" |
      "等" | "和")
    | <ground> not before(<division_tail> | "建" | "项" | "工" | "规" | "一期" | "二期" | "等" |
        "、" | "和" | "的" | "总")
    | ( "组" | "屯" | "寨" | "岛" | "庄" | "湾" | "坝" ) before("地处" | "位于" | "坐落" | "有" |
        "共" | "现有" | "只有") )
  | <place> before("市内" | "市境内" | "境内" | "省内" | "省境内")
  | ( "街道" | "乡镇" ) before("下辖" | "总人口" | "辖" | "现有" | "共有" | "现辖" | "总面积")
  | <kept_by>{1,2} ( ( "属" | "直" | "管" | "直属" ) letter{0,4}? ( "企业" | "国企" | "国有企业" | "医院"
      | "单位" | "部门" | "机关" ) not before("改革" | "重组" | "战略") | "级" letter{0,4}? ( "部门"
          | "机关" ) ) ;
# A place or a part of one: it acts where it stands, and does not carry on to the next sentence.
rule place.any emits place at who
  = after(edge | "，" | "”" | "；" | "：" | "。" | "！" | "？" | "（" | "、" | "是" | "仅" | @time |
      "在" | "由" |
    "从" | "和" | "与" | "其中" | "造成" | "导致") who:place_name ;
# Whoever can act, where a name may begin; what follows asks for them one by one.
pattern name_begin = after(edge | @quantity "、" | "，" | "；" | "：" | "。" | "！" | "？" | "（" |
  "）" | "”" | "』" | "」" |
    "—" |
      "】" | "》" | "，"
      | "“" | "☉" | "□" | "▶" | "·" | "■" | "●" | "◆" | "★" | "▲" | "※" | "◈" | "、" | @time | "在"
          | "由" | "为" | "从" | "是" | "据" | "经" | "從" | "與" | "与" |
      "和"
      | "及" | "到" | "至" | "组建" | "成立" | "让" | "使" | "對" | "对" | "向" | "成为" | "带动" |
          "组织" | "把" |
      "造成" | "导致" | "导致了" | "例如" | "比如" | "将" | "至於" | "至于" | "落实" | "贯彻" |
      "按照" | "根据" | "依照" | "落實" | "貫徹" | "根據" | "的") ;
rule party.any emits party at who
  = name_begin not before("升级改造" | "优化" | "占" | "改造提升" | "建设" division letter{0,8}? (
      <site> | <ground> | "创业园" )
    | "据" | "據" | "受" | "此" | "距" | "居" | "接" | "经" not before("济" | "开" | "贸" | "营" | "信"))
    who:known_actor
  set of = pointing.of, pointing = pointing ;
pattern list_join = "、" | "和" | "及" | "以及" | "与" | "與" ;
pattern actors = @party ( list_join @party ){0,2} ;

# What stands in a short quotation names no one who acts.
rule no_actor.quoted blocks actor
  = ( "“" | "‘" | "「" | "『" )
    ( not before("，" | "。" | "！" | "？" | "；" | "”" | "’" | "」" | "』" | "…") [any] ){1,16}
    ( "”" | "’" | "」" | "』" ) ;
# Nor what stands in a title: 《清源县河道管理办法》.
rule no_actor.title blocks actor = @title ;
# Nor whose word is followed: 贯彻国务院与省政府的部署.
rule no_actor.followed blocks actor
  = ( "落实" | "贯彻" | "按照" | "根据" | "依照" | "落實" | "貫徹" | "根據" ) actors ;
# 在上级部门支持下: who only helps.
rule no_actor.helping blocks actor
  = "在" actors "的"? ( "大力" | "关心" | "精心" )? ( "支持" | "帮助" | "引导" | "指导" | "协助" | "帮扶"
    | "统一" | "领导" | "指挥" | "推动" | "组织" | "号召" | "见证" ){1,2} "下" ;
# Nor from whom something is known: 记者从县住建局获悉.
rule no_actor.heard blocks actor
  = ( "从" | "從" ) actors [han]{0,6}? ( "获悉" | "了解到" | "得知" | "獲悉" | "了解" )
  | ( "据" | "據" | "根据" | "根據" ) actors ( "的" )? ( "消息" | "提供" | "统计" | "統計" | "介绍"
      | "通报" ) ;
# 云山清风电子项目投资5亿元: a place at the head of a work's own name.
rule no_actor.project blocks actor = ( @party | @place | <place> ) not before("重" | "新" | "的" |
  "省" | "市") letter{2,10}? ( "项目" | "项目建设" | "生产线" ) ( "总投资" | "计划投资" | "投资" |
  "占地" ) "约"? @quantity ;
# 清源县到云溪镇的公路: a way, not who acts.
rule no_actor.way blocks actor = ( @party | @place ) ( "到" | "至" | "-" | "—" | "~" | "～" | "－" )
  ( @party | @place | <place> | letter{1,6} "段" ) ;
# 全球贸易峰会: a meeting of that name.
rule no_actor.meeting blocks actor
  = ( @party | @place | "全球" | "全国" | "全國" ) letter{1,12}? ( "会上" | "峰会" | "论坛" |
      "博览会" | "洽谈会" | "推介会" | "會上" | "峰會" | "論壇" | "博覽會" ) ;
# 中新网云山10月24日电: where a report was written.
lexicon agency = 中新网 中新社 新华社 新华网 人民网 央视网 光明网 中央社 中國網 中国网 本报 本報 本台 ;
rule no_actor.dateline blocks actor = <agency> ( @party | @place | <place> ) ;
rule actor.any emits actor at who
  = after(edge | @quantity "、" | "，" | "；" | "：" | "。" | "！" | "？" | "（" | "）" | "”" | "』" | "」" |
    "—" |
      "】" | "》" | "，"
      | "“" | "☉" | "□" | "▶" | "·" | "■" | "●" | "◆" | "★" | "▲" | "※" | "◈" | @time | "在" | "由"
          | "为" | "是" | "据" | "與" | "与" |
      "和"
      | "及" | "到" | "至" | "组建" | "成立" | "让" | "使" | "對" | "对" | "成为" | "带动" | "组织" | "把" |
      "造成" | "导致" | "导致了" | "例如" | "比如" | "将" | "至於" | "至于")
    who:( first:@party ( list_join @party ){0,2} ( ( "两" | "三" | "四" | "五" ) ( "地" | "市" |
    "县" | "区" ) before([han]) | "等地" )? )
  set of = first.of, pointing = first.pointing ;
# 被誉为菜乡的清源县，: what a long attribute leads to.
lexicon work_noun = 快速路 快速通道 大道 大桥 公路 高速公路 高铁 铁路 隧道 水库 公园 机场 灌区 水渠
  步道 绿道 长廊 ;
rule actor.apposed emits actor at who = after("的") who:( <place>? division{1,3} | letter{2,8}
  <work_noun> ) before("，"
  not before(@time) | "出资" | "投资" | "投入" | "捐" | "援建" | "派出" | "选派" | "累计" | "已" |
  "共" | "先后") ;
rule actor.place emits actor at who
  = after(edge | "，" | "”" | "；" | "：" | "。" | "！" | "？" | "（" | "是" | "仅" | @time | "在" |
      "由" | "从" |
    "其中")
    who:( @place ( list_join @place ){0,3} "等地"? ) ;

# 学校现有教师六十人, 清源零工市场已发布岗位信息: who acts is named by its kind
lexicon venue =
  市场 基地 景区 科技园 产业园 合作社 联合社 队伍 救援队 医疗队 服务队 工作队 宣讲团 招聘会 博览会
  党组织 餐厅 门店 超市 农场 牧场 车间 驿站 农家乐 民宿
  市場 景區 科技園 產業園 隊伍 救援隊 服務隊 農場 ;
pattern does = "带动" | "流转" | "辐射" | "的一期" | "的二期" | "的产品" | "的年" | "主营" | "注册"
  | "将" | "已" | "计划" | "现有" | "共有" | "拥有" | "占地" | "先后" | "始建" | "建有" | "累计" |
  "投资" | "投入" | "先後" | "現有" | "共計" | "成立于" | "创办" | "设有"
    | "开设" | "年产" ;
rule actor.kind emits actor at who
  = after(edge | "，" | "。" | "；" | @time | "目前")
    ( who:( "学校" | "医院" | "公司" | "企业" | "合作社" | "联合社" | "学院" | "景区" | "园区" |
    "集团" | "學校" | "當局" ) before(does)
    | who:( letter{1,8}? <venue> ) before(does | "已" | "辖" | "接待" | "吸引" | "发布" | "组建" |
        "實現" | "实现" | "游客" | "服务" not before("中")) ) ;
rule actor.deictic emits actor
  = not before(<no_deictic>) not after(<area_after>) pointing:( <deictic> | <whole_area> ) not
      before(<area_rank>)
    whole_word
    ( not before("建设" | "打造" | "推进" | "实施" | "发展" | "成立" | <kind_noun>) body_name )?
  set of = pointing.of, pointing = pointing ;
rule actor.body emits actor = not after(@quantity | "被" | "向" | "提请") <body> ( "、" <body>
  ){0,2} not before(<post>) ;
rule actor.whole_country emits actor at who
  = after(edge | "，" | "；" | "：" | "。" | @time) who:( "全国" | "全國" | "我国" | "我國" | "全球"
      | ( "东部" | "中部" | "西部" | "东北" | "沿海" | "東部" | "東北" ) ( "地区" | "地區" ) )
    not before("文明" | "先进" | "优秀" | "重点" | "首" | "第" | "百强" | "人大" | "政协" | "两会"
    | "双拥" | "最" | "前") ;
lexicon human_verb =
  说 说道 笑言 坦言 告诉 告诉记者 回忆 回忆道 感慨 流转 流转了 承包 承包了 返乡 辞职 创办 创办了
  放牧 养羊 养牛 养猪 养殖 种植 家里
  一家 家的 带领 带着 带头 身兼 一度 见证 从事 担任 算了 蹲 笑着 组织成立 也带着 也在 就比 种了 养了
  高兴 激动 自豪
  語氣 指示 視察 說 回憶 ;
lexicon no_person = 甘蔗 高粱 白菜 黄豆 温度 高效 高产 高标 高质 高端 高新 高山 牛羊 黄牛 黄羊 马铃
  白羊 苗木 水产 田间 江河 金融 温室 林下 林草 石材 花卉 花椒 家禽 家畜 ;
rule person.titled emits person at who
  = after(<person_title>) not after("南部长" | "北部长" | "东部长" | "西部长" | "中部长") who:(
      surname [han]{1,2}
    )
    before([punctuation] | edge | <run_verb> | "说" | "介绍" | "表示" | "告诉" | "带领" | "带队" |
    "一行" | "率" | "等" | "的"
      | "流转" | "种" | "养" | "投资" | "在" | "从" | "家" | "与" | "和" | "承包" | "今年" |
      "去年" | "表示" | "指出") ;
# 河湾村、石桥村2个行政村: counted, not acting.
rule counted.any emits counted = @party ( ( "、" | "和" ) @party ){1,12} "等"? before(@quantity) ;
# 林女士
lexicon address = 女士 先生 大爷 大妈 阿姨 师傅 大娘 奶奶 爷爷 老汉 大叔 大姐 大哥 小姐 阿婆 ;
rule person.addressed emits person at who
  = who:( surname [han]{0,2}? <address> ) not before("们" | "、")
  | after(edge | [punctuation] | "市民" | "民眾" | "村民" | "里民") who:( letter{2,3} ( "先生" |
      "女士" ) ) not before("们" | "、") ;
# 李明流转了50亩地: a name at the head of a clause, before what only people do.
rule person.acting emits person at who
  = after(edge | "，" | "。" | "”" | "；" | "的") not before(<no_person>) who:( surname ( not
      before(<human_verb> |
    <name_stop>) [han] ){1,2} )
    before(<human_verb>) ;
# 县茶业局公布数字显示: who tells the figures, not whose they are.
rule source.any emits source
  = who:@actor ( "最新" | "数据" | @time )? ( ( "发布" | "公布" | "通报" | "發布" ) ( "了" | "的" )?
      @time? [han]{0,12}? )?
    ( "显示" | "表明" | "快报" | "公报" | "数据" | "数字" | "消息" | "情况" | "年报" | "月报" ) ;
# 河湾村村民李明: where someone is from.
rule origin.any emits origin = @party ( [han] | "、" ){0,16}? after(<person_title>) @person ;
# Who stands behind 在 or 向 acts in that clause only.
rule standing.any emits standing at who
  = not after("在" | "从" | "從" | "到" | "至" | "让" | "使" | "對" | "对" | "向" | "把" | "为") who:@actor
  | who:@actor ( not before("经" | "由" | "对") [han] ){0,12}? before("，") ;
rule subject.apposed emits subject at who = after("的") who:@actor before("，") ;
rule subject.person emits subject at who
  = who:@person not before("说" | "介绍" | "表示" | "告诉" | "指出" | "说道" | "表示" | "、" |
      "）" | ")" | "高兴" | "感慨" | "：") ;

# 他又办起了民宿, “村里修了水渠: named by a word that points.
rule subject.pronoun emits subject at who
  = after(edge | "，" | "。" | "“" | @time) who:( ( "他" | "她" ) "们"? | ( "县" | "村" | "镇" |
      "乡" | "区" | "縣" | "鎮" | "鄉" | "區" ) ( "里" | "裡" ) )
    not before("说" | "告诉" | "的" | "表示" | "說" | "家") ;
rule subject.clause emits subject at who
  = not before(@counted | @origin | @source) ( after(edge | "，" | "；" | "：" | "。" | "——" | @time | "由") |
    after(edge)
    "“" ) who:@actor
      ;
# 一是甲公司投资…, 工程2亿元、乙区…: each item of a list has its own subject.
rule subject.listed emits subject at who = after(<enumerator> | @quantity "、" | @quantity "；")
  who:@actor not before("、" | @quantity) ;
rule subject.deictic emits subject at who = before(<deictic>) not after([han]) who:@actor ;
# 一年来，我们…: who reports, where a paragraph opens so.
rule subject.we emits subject at who
  = after(paragraph) ( not before("“" | "”" | "：") [any] ){0,14}? who:( "我们" | "我們" ) not
    before("的" | "国家" | "党" | "要" | "应" | "都") ;
# 立足我县实际，: whose page it is, where nobody else is named.
rule own.any emits own = not before(<no_deictic>) <deictic> whole_word ;
# Whom a paragraph is about: the subject of its first sentence, and any that stands for the page's
# own area.
rule topic.first emits topic at who = after(paragraph) [any]{0,60}? not before(@place) who:@subject
  not before(@quantity) ;
# 云溪大道是全县的动脉。
rule topic.work emits topic at who = after(paragraph) who:( letter{2,8} <work_noun> ) before("是" |
  "全长" | "总长" | "位于" |
  "总投资" | "占地" | "起于" | "始建") ;
# 长坪：596套…; 云岭位于…: whose the paragraph is.
rule topic.label emits topic at who = paragraph who:( letter{2,5} ) "：" before(@quantity @quantity) ;
rule topic.located emits topic at who = after(paragraph) not before(@actor) who:( letter{2,6} )
  before("位于" | "地处" | "坐落于" |
  "隶属" | "下辖") ;
rule topic.listed emits topic at who = after(<enumerator>) who:@subject ;
rule topic.area emits topic at who = before(<deictic> | <whole_area>) who:@subject ;
# 工程由县水利局实施: who does what is told before.
rule doer.any emits doer at who = after("由") who:@actor ;
rule carried.told emits carried at who = "在" who:@actor before("，") ;
# 云溪市入选试点: said in passing, among what is said of all
lexicon honoured =
  入选 获批 获评 被评为 列入 被列为 荣获 跻身 成功创建 成为 晋级 入圍 入選 獲選 獲評 ;
rule carried.any emits carried at who
  = not after("、" | "由") not before(@place) who:@subject not after(<institution>) not
      before(@quantity | <honoured>) ;
# 甲区东路工程2亿元、乙区西路改善工程3亿元: the place at the head of a further item's own name.
rule owner.item emits owner at sign
  = after(@quantity) sign:( "、" | "；" | "，" ) before(@actor) who:division not before(@quantity)
  where nearest @subject before
  set of = who ;
# “…。”该中心负责人说: whose words a quotation is.
# （牵头单位：县教育局，配合单位：县财政局）: who does what a paragraph says.
rule lead.any emits lead at who
  = ( "牵头单位" | "责任单位" | "主办单位" | "實施單位" | "实施单位" | "牽頭單位" | "承辦單位" |
      "建設單位" | "牵头部门" | "责任部门" | "主辦單位" | "承办单位" | "建设单位" ) "："
    who:@actor ;
rule speaker.any emits speaker at who
  = after(edge | "”") who:@actor [han]{0,14}? ( "说" | "表示" | "介绍" | "告诉" ) ;
)pack"
    R"pack(# 全市120个村: whose they are.
rule holder.any emits holder at who
  = not after("为" | "為" | "给" | "給") before(<deictic> | <whole_area> | <place>? division{1,2}
      @quantity) who:@actor before(@quantity) ;
# 其中中央补助8000万元，地方自筹2000万元: who pays which part.
rule holder.funding emits holder at who
  = after("其中" | "，" | "、" | "；" | @quantity)
    who:( "中央" | "地方" | "中央财政" | "省财政" )
    before("补助" | "補助" | "自筹" | "自籌" | "配套" | "核定" | "核列") ;
)pack"sv;

} // namespace hantext::packs
