/// \file
/// A part of the pack china_gov.hpp: its words in traditional characters.
#pragma once

#include <string_view>

namespace hantext::packs {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

/// Statements of the pack, in the rule language: the words of the other parts as Taiwan and Hong
/// Kong write them, where no other part lists them.
inline constexpr std::string_view china_gov_traditional =
    R"pack(
lexicon time_word (reach=now) =
  現在 ;
lexicon time_word (reach=since) =
  今年來(shift=0) 去年以來(shift=-1) ;
lexicon time_word (shift=0) =
  年內 今年內 ;
lexicon time_word (reach=day) =
  當晚(count=0) ;
lexicon time_word =
  當月(reach=month) 多年來 歷年 本週 上週 一直以來 半年來 入冬以來 入夏以來 入汛以來 當季 年內前
  到目前為止 迄今為止 過去一週 過去一週內 最近一週 剛剛過去的一年 ;
lexicon day_part =
  晚間 夜間 午後 ;
lexicon this_year =
  當年 ;
lexicon numbered =
  樓 橋 館 機 車 ;
lexicon festival =
  春運 ;
lexicon festival_time =
  長假 小長假 黃金週 假期期間 長假期間 小長假期間 黃金週期間 ;
lexicon loose_time =
  當月 ;
lexicon measure =
  棟 顆 冊 隊 節 盞 對 雙 盤 檔 筆 戶次 車次 臺次 臺套 項次 標臺 車道 牀位 張床位 張牀位 學位 ;
lexicon unit (base=元, factor=1) =
  元人民幣 ;
lexicon unit =
  港幣 歐元 英鎊 盧布 新台幣 畝次 噸位 載重噸 標準箱 噸公里 桶油當量 噸標準煤 噸標煤 學時 安時
  赫茲 攝氏度 ;
lexicon unit (base=m) =
  釐米(factor=0.01) 納米(factor=0.000000001) 華里(factor=500) 延長米(factor=1) ;
lexicon unit (base=m2) =
  平方釐米(factor=0.0001) ;
lexicon unit (base=J) =
  千瓦時(factor=3600000) 千瓦小時(factor=3600000) 瓦時(factor=3600) 兆瓦時(factor=3600000000)
  度電(factor=3600000) ;
lexicon unit (base=s) =
  秒鐘(factor=1) ;
lexicon ratio =
  千分點 個千分點(canonical=千分点) ;
lexicon after_ge =
  鐘頭 學時 ;
lexicon bound_before (bound=under) =
  將近 低於 少於 小於 ;
lexicon bound_before (bound=about) =
  達約 約為 ;
lexicon bound_before (bound=over) =
  高於 多於 大於 ;
lexicon bound_before (bound=at_least) =
  不小於 ;
lexicon bound_before (bound=at_most) =
  不得高於 不多於 不高於 ;
lexicon bound_after =
  之內(bound=at_most) 有餘(bound=over) ;
lexicon no_quantity =
  八項規定 三公經費 三次產業 一二三產業 兩位數 三位一體 四位一體 五位一體 臺階 台階 大關 關口
  千家萬戶 千家萬户 一家一戶 ;
lexicon life =
  壽命達到 壽命提高到 壽命增至 壽命延長至 平均年齡 平均年齡為 ;
lexicon people =
  群眾 羣眾 農民 嬰幼兒 幹部 職工 黨員 殘疾人 志願者 遊客 勞動力 農民工 用戶 観眾 觀眾 師生 婦女
  網友 ;
lexicon area =
  縣 國 縣區 縣市 市縣 鄉鎮 縣市區 省區 省區市 裡 裏 ;
lexicon term =
  個工作日(canonical=工作日) ;
lexicon currency (base=元, factor=1) =
  人民幣 ;
lexicon currency =
  港幣 ;
lexicon run_verb =
  落實好 發揮好 實施好 推進好 組織好 啓動 制訂 印發 出臺 編制 落實 構建 舉行 主辦 承辦 召開 實行
  採取 推廣 謀劃 確定 加強 強化 參加 參與 納入 堅持 圍繞 依託 抓實 開啟 開啓 開設 發起 發佈 公佈
  簽訂 簽署 嚴格落實 織牢 選配 組建 爭取 申報 承擔 發揮 鞏固 上線 打贏 撥打 組織開展 組織實施
  研發 ;
lexicon run_verb (status=ongoing) =
  持續開展 持續實施 ;
lexicon run_verb (status=completed) =
  構建起(canonical=构建) 構建了(canonical=构建) 設立了(canonical=设立) 出臺了(canonical=出台)
  印發了(canonical=印发) 組建了(canonical=组建) ;
lexicon no_division =
  區位 門市 樓市 城區 轄區 小區 庫區 礦區 郊區 老區 新區 片區 街區 牧區 林區 湖區 港區 開發區
  示範區 保護區 試驗區 功能區 院區 省區 國旗 紅旗 黨旗 軍旗 錦旗 旗幟 聯盟 結盟 專區 戰區 禁區
  誤區 棚戶區 棚户區 產區 主產區 展區 辦公區 生活區 居民區 商業區 工業區 住宅區 服務區 安置區
  種植區 養殖區 集聚區 產業區 自貿區 高新區 經開區 一鎮 一鄉 一縣 一區 兩區 三區 兩縣 每縣 集鎮
  古鎮 特色鎮 城鄉 家鄉 下鄉 返鄉 故鄉 鄉鎮 村鎮 城鎮 各縣 各鄉 各鎮 縣市 市縣 村幹部 村集體 村頭
  村醫 村規 村務 村組 村兩委 村衛生 村衞生 縣城 縣鄉 火區 工區 臺區 台區 空區 貧困縣 貧困村
  試點縣 先進縣 強縣 大縣 強鎮 重鎮 強市 村衛生室 村衞生室 示範村 示範鎮 示範縣 樣板村 專業村
  脫貧縣 脱貧縣 脫貧村 脱貧村 重點村 鄉村兩級 項目區 無電區 港口區 高速縣 百億縣 千億縣 城鄉區
  雨區 震區 灌區 灣區 大灣區 縣區 市轄區 兩市 三縣 四縣 五縣 六縣 兩鎮 四區 五區 兩鄉 多縣 多區
  百強縣 百強區 百強鎮 旗縣 縣旗 ;
lexicon division_tail =
  莊 縣 區 塊 劃 別 委會 ;
lexicon tail_word =
  外資 外來 外匯 外賣 內河 民營 民辦 長江 直屬 政務 間接 場館 場均 劃撥 劃轉 情況 面積 塊狀 別墅
  分別 級以上 縣級以上 ;
lexicon deictic (of=省) =
  該省 ;
lexicon deictic (of=县) =
  本縣 ;
lexicon deictic (of=区) =
  本區 ;
lexicon deictic (of=镇) =
  該鎮 我鎮 本鎮 ;
lexicon deictic (of=乡) =
  該鄉 我鄉 ;
lexicon deictic (of=村) =
  該村 ;
lexicon deictic (of=街道) =
  該街道 ;
lexicon deictic (of=社区) =
  該社區 ;
lexicon deictic (of=厅) =
  該廳 ;
lexicon deictic (of=集团) =
  該集團 ;
lexicon deictic =
  該州 該旗 該委 該辦 該廠 該企業 該項目 該園區 該開發區 該行 該站 該隊 該單位 該部門 該協會
  該平臺 該平台 該工程 該基地 該小區 該景區 雙方 ;
lexicon no_deictic =
  該行動 該行業 該區域 該處理 該地區 該院校 本市場 本區域 本校區 ;
lexicon whole_area =
  全鎮(of=镇) 全鄉(of=乡) 全系統 ;
lexicon body = # Taiwan's and Hong Kong's
  行政院 內政部 內政部營建署 營建署 交通部 交通部觀光局 交通部觀光署 觀光局 觀光署 交通部公路總局 公路總局 交通部公路局
  教育部 教育部體育署 體育署 經濟部 經濟部水利署 水利署 文化部 勞動部 衛福部 衛生福利部 農委會 農業部 農糧署 環保署 環境部
  國發會 原民會 原住民族委員會 客委會 客家委員會 水保局 水土保持局 國土署 國土管理署 縣府團隊 市府團隊 主計處 研考處
  食環署 康文署 民政事務總署 運輸署 路政署 社會福利署 房屋署 房屋局 房委會 房屋委員會 發展局 衞生署 衛生署 醫管局
  勞工處 漁護署 渠務署 水務署 市政署 社會工作局 旅遊局 ;
lexicon body =
  區委區政府 縣委縣政府 區委、區政府 縣委、縣政府 黨委、政府 黨委政府 區委 縣委 鎮黨委 鄉黨委
  黨工委 區政府 縣政府 鎮政府 鄉政府 國務院 黨中央 自治區黨委 自治區政府 辦事處 村委會 居委會
  村兩委 區直各單位 市直各單位 縣直各單位 各單位 各部門 各鄉鎮 各縣區 各縣市 各級各部門 ;
lexicon central_end =
  辦 總局 辦公廳 辦公室 委員會 ;
lexicon office =
  交通運輸局 水務局 農業農村局 商務局 衛健委 衞健委 衛健局 衞健局 應急局 應急管理局 審計局
  市場監管局 統計局 醫保局 信訪局 稅務局 税務局 發改委 發改局 科技廳 生態環境局 自然資源局 林業局
  林業和草原局 氣象局 退役軍人事務局 鄉村振興局 政務服務局 行政審批局 園林局 文廣旅局 體育局
  機關事務管理局 供電局 郵政局 交警支隊 交警大隊 消防救援支隊 消防救援大隊 民政廳 教育廳 財政廳
  公安廳 水利廳 交通運輸廳 商務廳 衞生局 衞福部 商務部 交通運輸部 農業農村部 自然資源部
  工業和信息化部 生態環境部 文化和旅遊部 國家衛生健康委 國家衞生健康委 國家統計局 國家發展改革委
  國家發改委 中國人民銀行 海關總署 ;
lexicon zone =
  經開區 經濟開發區 經濟技術開發區 高新區 高新技術產業開發區 產業集聚區 綜合保稅區 綜合保税區
  綜保區 自貿區 自貿試驗區 旅遊度假區 工業園區 產業園區 科技園區 循環化工園區 化工園區 示範園區 ;
lexicon body_end =
  圖書館 文化館 博物館 體育館 科技館 檔案館 供銷社 供電公司 氣象臺 氣象台 電視臺 電視台 街道辦
  街道辦事處 黨校 幼兒園 養老院 報社 稅務局 税務局 辦 集團 銀行 學會 商會 聯合會 基金會 大學 學院
  中學 小學 學校 醫院 檢察院 衛生院 衞生院 黨委 黨組 黨工委 黨支部 黨總支 指揮部 領導小組 專班
  工作組 督導組 管委會 辦公室 辦事處 村委會 居委會 委員會 工會 婦聯 團委 部門 宣傳部 組織部
  統戰部 武裝部 支隊 大隊 總隊 工作隊 ;
lexicon full_body_end =
  有限責任公司 集團 銀行 大學 學院 醫院 檢察院 管委會 指揮部 領導小組 總局 供電公司 供銷社 ;
lexicon name_stop =
  根據 依據 調研 走訪 隸屬 毗鄰 下轄 轄 則 給 省級 市級 縣級 區級 鄉級 村級 國家級 這 著 過 該 們
  跟隨 走進 來到 輸轉 途經 據國 據省 據市 據縣 據統 據悉 據介 據區 會議 會上 內 聯合 牽頭 負責
  準確 積極 主動 認真 持續 不斷 先後 相繼 嚴格 及時 切實 重點 創建 導致 緊鄰 鄰近 東鄰 位於 獲得
  獲 提請 時任 當 當選 結合 ;
lexicon body_tail =
  門 員 長 議 結 實 學 勢 級 託 ;
lexicon facility =
  國際機場 火車站 經開區 高新區 新區 開發區 自貿區 保稅區 保税區 工業園 工業園區 產業園
  數據中心集群 數據中心集羣 鐵路局 海關 ;
lexicon quarter =
  園區 項目區 城區 主城區 中心城區 高新區 經開區 ;
lexicon kept_by =
  縣 區 國家 ;
lexicon no_office =
  結局 開局 時局 戰局 殘局 郵局 ;
lexicon post =
  書記 副書記 主要領導 主要負責 ;
lexicon person_title =
  書記 縣長 省長 區長 鎮長 鄉長 村長 院長 廠長 所長 站長 隊長 會長 社長 行長 科長 廳長 司長 部長
  組長 經理 董事長 總經理 負責人 教師 醫生 農戶 農户 種植戶 種植户 養殖戶 養殖户 脫貧戶 脱貧户
  黨員 理事長 技術員 網格員 檢察官 大戶 返鄉青年 創業者 業主 裡長 裏長 ;
lexicon site =
  水庫 牧場 農場 林場 山莊 採摘園 莊園 酒莊 景區 風景區 產業園 工業園 工業園區 園區 電站 水電站
  電廠 煤礦 礦山 茶園 果園 養殖場 種植園 農家樂 小學 中學 衛生室 衞生室 黨群服務中心 黨羣服務中心
  圖書館 汙水處理廠 污水處理廠 水廠 大橋 車站 碼頭 ;
lexicon human_verb =
  説 說道 説道 告訴 告訴記者 回憶道 流轉 流轉了 返鄉 辭職 創辦 創辦了 養羊 養牛 養豬 養殖 種植
  家裡 家裏 帶領 帶著 帶着 帶頭 見證 從事 擔任 笑著 組織成立 也帶著 也帶着 種了 養了 高興 激動 ;
lexicon trend (trend=up) =
  擴大 漲 淨增 漲幅 增產 拉動 擴大到 增長到 增長至 延長 拓寬到 拓寬至 發展到 壯大到 上調 調增
  調高 提高為 增加為 升為 ;
lexicon trend (trend=down) =
  壓縮 壓減 縮減 精簡 縮小 負增長 放緩 減產 減少到 壓縮到 壓縮至 縮短至 縮短到 減至 減少至 多減
  壓降 核減 調減 削減 下調 降為 減為 縮短為 降低為 減少為 壓縮為 ;
lexicon no_trend =
  增值稅 增長面 增補 增設 增發 增強 增進 增長點 增長極 增長率 增綠 減免 減排 減稅 減税 減貧 減災
  減負 減證 減震 減速 減刑 降溫 降準 升級 升學 升學率 昇華 擴大會議 壓縮機 漲停 漲價 提升行動
  降費 減碳 減汙 減污 ;
lexicon basis_word =
  與去年同期相比 與上年相比 較年初 較上年末 較去年末 較上年底 ;
lexicon no_comparison =
  比較 比賽 較大 較快 較好 較高 較為 較多 較強 較低 較長 較少 比亞迪 ;
lexicon adverb =
  先後 相繼 總共 合計 還 計劃 力爭 確保 約 大約 同時 紮實 積極 繼續 持續 不斷 順利 主動 認真 實際
  現有 現已 陸續 切實 明顯 顯著 穩步 間接 較快 據統計 統計顯示 數據顯示 實有 名義 爭取 穩定 雙雙
  超額 歷史性 必須 ;
lexicon no_adverb =
  就醫 就讀 就診 均價 共青團 還款 還田 併購 併網 將軍 將領 將近 僅次 分別為 每戶 再就業 可循環
  可見 可持續 可開採 除險 除塵 除溼 除濕 先進 穩定性 穩定器 穩定率 另類 最高檢 最高氣溫 最高氣温
  最高峯 和諧 僅存 有效投資 有效發明 確保率 計劃的 計劃完成 計劃總投資 計劃投資完成率 直接經濟
  直接損失 直接投資 直接融資 直接稅 間接經濟 間接融資 間接稅 間接税 直接和間接 直接或間接 ;
lexicon link =
  能達到 能達 可達到 將達到 會達到 達成 已達 高達 僅 僅為 佔 分別達 均為 總數達 擁有 穩定在
  減少到 進行 實現 從 共計有 總計達 躋身 邁上 擴建 佔比 則為 應為 均達 ;
lexicon lead_in =
  設有 約為 從 間隔 ;
lexicon lead_word =
  在園 在冊 在職 在讀 在崗 在營 在訓 在網 在庫 在欄 在線 有線 有機 到賬 到訪 到戶 為農 自營
  自來水 較大 較好 從教 以工代賑 等級 ;
lexicon metric_verb =
  發放 出動 修復 建設 處理 處置 辦結 解決 檢查 培訓 走訪 慰問 幫扶 資助 理賠 賠付 繳獲 查處 查獲
  破獲 抓獲 審結 調解 接診 服務 宣傳 印發 發佈 徵集 種植 栽種 綠化 鋪設 安裝 更換 購置 採購 配備
  設立 組建 引進 簽約 開工 實現 達成 減免 退稅 補貼 爭取 籌措 捐贈 節約 減少 壓減 接納 轉移 發現
  舉辦 開展 組織 召開 評選 實施 推廣 擴建 續建 創建 認定 發展 生產 銷售 新開 增設 撥付 承擔 落實
  輸送 選派 免費 開放 ;
lexicon predicate =
  參會 宣講 走進 進行 成為 組成 用於 推動 納入 投入運行 後 佔 參訓 開啟 開啓 現場 先後 實現 增長
  入選 榮獲 獲評 獲批 開工 投產 觀看 搬進 住進 升級為 發放 解決 開通 參展 參賽 掛牌 出讓 落戶
  上線 進入 達成 脫貧 脱貧 恢復 復工 復產 投運 併網 通車 簽約 簽訂 實行 陸續 相繼 趕到 為了 超過
  覆蓋 分佈 匯聚 領取 現身 見證 走訪 引領 處於 位於 躋身 榮膺 牽頭 領辦 負責 挺進 抵達 離開 撤離
  轉移 脫險 脱險 獲救 遇難 受傷 締結 簽署 報告 宣佈 ;
lexicon outcome =
  遇難 失蹤 死傷 傷亡 獲救 脫險 脱險 參會 參展 參訓 受災 脫貧 脱貧 就業 返鄉 落戶 入學 報名 到場
  觀賽 觀看 確診 治癒 落網 獲獎 上崗 ;
lexicon cut_word =
  總共 共計 先後 相繼 陸續 ;
lexicon more_trend (trend=up) =
  前進 晉升 躍升 ;
lexicon more_trend (trend=down) =
  後退 ;
lexicon plan_word (mood=planned, status=planned) =
  計劃於 計劃在 計劃到 計劃用 計劃投資 計劃總投資 計劃新建 計劃建設 計劃完成 計劃實施 計劃改造
  計劃新增 計劃安排 計劃實現 計劃引進 計劃培育 力爭 爭取到 目標是 目標任務 主要目標 預期目標
  總體目標 奮鬥目標 確保 即將 規劃建設 規劃用地 規劃面積 擬建 擬投 規劃到 ;
lexicon plan_word (mood=stated) =
  累計 現有 過去 今年以來 達到了 ;
lexicon no_plan_word =
  擬定 擬稿 擬合 模擬 虛擬 擬人 ;
lexicon will_verb =
  會 繼續 持續 重點 投資 實現 超過 開展 實施 啟動 啓動 推進 舉辦 帶動 進一步 為 不斷 組織 累計
  增寬 迎來 增長 減少 縮短 ;
)pack"
    R"pack(lexicon turned =
  由負轉正 由降轉升 由降轉增 由減轉增 由正轉負 由升轉降 由增轉降 扭虧為盈 ;
lexicon gap_word =
  高於 低於 快於 慢於 優於 少於 多於 ;
lexicon composed =
  構成的 ;
lexicon spaced =
  每間隔 ;
lexicon counting_verb =
  發行 運載 流轉 種植 供應 澆灌 購置 採購 流轉了 擁有 生產 收購 儲備 運送 運輸 裝載 籌集 下達
  啟動 啓動 建設 實施 ;
lexicon noun_word =
  被執行人 被保險人 被徵地 對外 對口 與會 ;
lexicon within_end =
  工作日內 周內 天以內 月以內 小時以內 分鐘以內 日之內 ;
lexicon extent_noun =
  投資 總長 佔地 佔地面積 建築面積 總建築面積 ;
lexicon work_tail =
  大橋 ;
lexicon state_word (status=planned) =
  擬於 即將 擬 擬建 ;
lexicon state_word (status=ongoing) =
  推進 推動 穩步 開工建設 加快建設 開工 進展順利 實施中 開建 加速貫通 加速推進 ;
lexicon state_word (status=completed) =
  已經 投入運行 通車 貫通 啟用 啓用 投運 建成投運 開通運營 正式運營 投產 全線開通 全線貫通
  全面貫通 正式運行 ;
lexicon launched_word =
  上線 開通 正式上線 成功上線 上線運行 ;
lexicon head (kind=campaign) =
  鬥爭 專項行動 專項鬥爭 攻堅戰 大會戰 大行動 整治行動 創建活動 主題活動 攻堅行動 陣地戰 突圍戰
  主動戰 持久戰 保衛戰 保衞戰 殲滅戰 阻擊戰 總體戰 收官戰 攻堅年 建設年 落實年 服務年 學習教育
  主題教育 三年行動 ;
lexicon head (kind=project) =
  建設工程 建設項目 改造項目 示範工程 擴建工程 工程項目 ;
lexicon head (kind=mechanism) =
  工作機制 責任制 負責制 承諾制 包聯制 機制改革 體制改革 綜合改革 ;
lexicon head (kind=plan) =
  行動計劃 實施方案 行動方案 三年計劃 建設計劃 實施意見 管理辦法 ;
lexicon head (kind=service) =
  服務站 熱線 服務平臺 服務平台 直通車 ;
lexicon quoted_head (kind=campaign) =
  建設 創建 攻堅 大賽 比賽 文化節 旅遊節 藝術節 美食節 採摘節 購物節 豐收節 攻勢 倡議 ;
lexicon quoted_head (kind=project) =
  項目 小鎮 ;
lexicon quoted_head (kind=mechanism) =
  辦法 ;
lexicon quoted_head (kind=plan) =
  計劃 手冊 戰略 ;
lexicon quoted_head (kind=service) =
  大篷車 專列 驛站 專線 ;
lexicon direct_head (kind=service) =
  集成服務 ;
lexicon weak_head (kind=campaign) =
  專項整治 專項治理 攻堅 ;
lexicon weak_head (kind=project) =
  共同體建設 醫共體建設 示範區建設 試驗區建設 綜合體建設 小鎮建設 升級改造 項目 公路建設 道路建設
  鐵路建設 高鐵建設 管網建設 公園建設 橋樑建設 大橋建設 水庫建設 機場建設 園區建設 產業園建設
  基地建設 學校建設 醫院建設 電站建設 樞紐建設 通道建設 港口建設 碼頭建設 一期建設 二期建設
  三期建設 廣場建設 市場建設 汙水管網 污水管網 汙水處理廠 污水處理廠 路建設 ;
lexicon built (kind=project) =
  系統 公園 廣場 產業園 科技園 汙水處理廠 污水處理廠 體育場 博物館 文化館 綜合體 水庫 鐵路 樞紐
  電站 水廠 校區 展館 溼地 濕地 長廊 高鐵 電廠 特大橋 綜合樓 院區 小鎮 文獻庫 數據庫 環線 變電站
  產業基地 立交橋 碼頭 航線 輸電線路 訓練中心 地鐵 輕軌 防護林 林帶 綠道 沙帶 航站樓 灌區
  主題公園 產業集群 產業集羣 示範帶 產業帶 創新港 ;
lexicon built (kind=service) =
  平臺 服務平臺 服務平台 ;
lexicon list_head (kind=campaign) =
  宣傳 宣講 行動 比賽 ;
lexicon list_head (kind=service) =
  服務 平臺 ;
lexicon list_head (kind=project) =
  項目 ;
lexicon inner_head (kind=plan) =
  計劃 規劃 ;
lexicon inner_head (kind=campaign) =
  行動 活動 攻堅戰 ;
lexicon inner_head (kind=service) =
  平臺 熱線 大篷車 驛站 服務站 平臺 ;
lexicon inner_head (kind=mechanism) =
  機制 辦結制 負責制 承諾制 責任制 ;
lexicon inner_head (kind=project) =
  項目 小鎮 廣場 公園 ;
lexicon progress =
  有序推進 穩步推進 加快推進 紮實推進 順利推進 已經 即將 將 開工 啟用 啓用 通車 進展順利 預計
  持續深化 持續推進 深入推進 全面推進 開通運營 正式運營 全線貫通 全面貫通 加速貫通 貫通 開工建設
  加快建設 加速推進 建成投運 建設提速 投運 投產 試運行 正式上線 成功上線 上線 全線開通 正式開通
  開通 穩步實施 順利實施 全面實施 啟動 啓動 全面啟動 全面啓動 順利完成 圓滿完成 積極推進 不斷完善
  不斷健全 不斷深化 持續完善 已全數完成 平穩落地 全面鋪開 全域鋪開 進入 破土動工 動工 封頂
  主體完工 開建 ;
lexicon held =
  開幕 啟動 啓動 鳴槍 鳴槍開跑 開賽 閉幕 鋪軌 成功舉辦 成功舉行 圓滿舉行 圓滿落幕 開始鋪軌
  全線鋪軌 拉開帷幕 今天舉行 今日舉行 ;
lexicon built_state =
  開工 已開工 開工建設 動工 破土動工 開建 建成投運 建成投產 投運 投產 投入運營 投入運行 正式投運
  通車 全線通車 建成通車 貫通 全線貫通 全面貫通 加速貫通 加速推進 主體完工 封頂 主體封頂 建設提速
  加快建設 正在建設 有序推進 穩步推進 順利推進 加快推進 紮實推進 快速推進 即將建成 即將投用
  開通運營 正式運營 試運行 全線開通 正式開通 開通 上線 正式上線 成功上線 上線運行 啟用 啓用
  正式啟用 正式啓用 進展順利 開始鋪軌 全線鋪軌 正式開工 順利通車 預計 首發 正式運行 啟動運行
  啓動運行 全線拉通 完成主體 合龍 順利合龍 開園 正式開園 試運營 進入施工 將於 已經 ;
lexicon launch =
  上線 正式上線 上線運行 全面推開 全面鋪開 落地見效 深入推進 紮實推進 全面推進 有序推進 加快推進
  建成投運 啟動 啓動 正式啟動 正式啓動 走深走實 ;
lexicon acclaim =
  通過 入選 獲批 獲評 被評為 榮獲 質效 納入 ;
lexicon start_verb =
  開工 開建 擴建 續建 建設 開工建設 貫通 新設 上線 開通 投運 加快建設 加快推進 啟動建設 啓動建設
  規劃建設 舉辦 承辦 協辦 舉行 參加 迎來 深入開展 推進 鞏固 開發 修復 加強 強化 全面推進 優化
  創建 獲批 選樹 運行 運營 ;
lexicon name_cut =
  訴諸 從事 煽動 力爭 主體工程 同時 宣佈 標誌著 標誌着 最後 增強 雖然 雖 轉入 轉化為 轉變為
  上升為 入選 榮獲 獲評 獲批 於 成為 作為 為了 變為 通過 經過 讓 我們 他們 你們 負責人 進展 情況
  有關 相關 各項 各類 各個 這個 那個 這一 該項 多個 多項 多種 及時 整個 這項 解決 簡化 壓縮 倡導
  始終 帶動 滿足 簡稱 根據 隨著 隨着 沒有 擁有 什麼 許多 必須 應當 能夠 進入 參與 認為 進行 ;
lexicon function_word =
  展開 進行 為 將 從 讓 並 還 著 過 對 於 與 ;
lexicon name_prefix =
  這場 這次 祝賀 擅長 起獨立 引進 億元 宣佈 標誌著 標誌着 國民經濟 我國 現行 舊有 現存 同類 類似
  國內外 相應 一個 兩個 一項 開創 認清 國家重點工程 省重點工程 市重點工程 重點工程 貫徹落實 該項
  市區 城區 轄區 城市區 同時 今後 具體 現有 該 個 條 處 人們 群眾 羣眾 會 還有 將 擬 還 先後 相繼
  陸續 繼續 持續 不斷 進一步 紮實 ;
lexicon generic_name =
  工作機制 規章制度 各項制度 社會主義制度 經濟體系 工業體系 產業體系 現代化產業體系 市場機制
  發展模式 經營模式 生產模式 服務平臺 服務平台 工作平臺 平臺體系 平台體系 治理體系 創新體系
  保障體系 服務體系 監管體系 責任體系 組織體系 市場體系 指標體系 評價體系 測評體系 防控體系
  法律體系 制度體系 政策體系 體制機制 長效機制 基礎工程 系統工程 各項工程 整體工程 實際行動
  一致行動 自覺行動 統一行動 集中行動 志願服務活動 志願活動 文體活動 文化活動 黨建活動 生產活動
  經營活動 經濟活動 教育活動 宣傳活動 服務活動 慰問活動 實踐活動 主題活動 系列活動 相關活動
  日常活動 群眾文化活動 羣眾文化活動 文化體育活動 違法活動 犯罪活動 違法犯罪活動 社會活動
  政治活動 商業活動 應急預案 發展規劃 發展計劃 年度計劃 工作計劃 城市規劃 總體規劃 五年規劃
  戰略規劃 技術改造 改造升級 網絡平臺 網絡平台 信息平臺 電商平臺 電商平台 交易平臺 新媒體平臺
  新媒體平台 融資平臺 融資平台 建設項目 重點項目 重大項目 重點工程 民生項目 產業項目 投資項目
  工業項目 在建項目 國家重點工程 監督制度 管理體系 工作體系 集中整治行動 專項整治行動 整治行動
  專項行動 專項整治 環境整治 綜合整治 綜合治理 社會治理 基層治理 環境治理 源頭治理 汙染治理
  全國鐵路 國家鐵路 具體實施方案 解決方案 國家治理體系 全球治理體系 重點改革 重點領域改革
  各項改革 國資國企改革 鄉村治理 網絡工程 信息系統工程 基本建設工程 附屬工程 主體工程
  重點工程項目 重點改造項目 民生實事項目 基層黨建工作 新建項目 續建項目 儲備項目 簽約項目
  招商項目 省重點項目 市重點項目 縣重點項目 區重點項目 省市重點項目 試點改革 水利樞紐工程
  文明創建 升級改造 思想和行動 走訪慰問活動 管理機制 運行機制 社會保障體系 應急管理體系
  國家創新體系 公共服務體系 轉移支付制度 現代企業制度 銷售平臺 銷售平台 線上平臺 線上平台
  網上平臺 網上平台 直播平臺 銷售模式 技術體系 產業鏈體系 教育體系 物流體系 政策支持體系 服務機制
  協調機制 工作推進機制 領導機制 激勵機制 考核機制 監督機制 養殖模式 制度機制 合作平臺
  開放合作平臺 開放合作平台 合作機制平臺 合作機制平台 問責機制 雙邊合作機制 生產經營活動 火山活動
  事故調查 反腐敗鬥爭 全球治理機制 合作機制 交流合作機制 對話機制 磋商機制 溝通機制 督促考核機制
  效果評價體系 考核評價體系 地下活動 國際治理 複雜項目 統計調查 問卷調查 實地調查 ;
lexicon sure_head (kind=campaign) =
  攻堅戰 陣地戰 突圍戰 主動戰 持久戰 保衛戰 保衞戰 殲滅戰 阻擊戰 總體戰 收官戰 攻堅年 建設年
  落實年 服務年 學習教育 專項行動 三年行動 ;
lexicon sure_head (kind=mechanism) =
  補償機制 綜合改革 體制改革 機制改革 ;
lexicon sure_head (kind=project) =
  飲水安全工程 專項工程 ;
lexicon sure_head (kind=plan) =
  行動計劃 行動方案 ;
lexicon work_head (kind=project) =
  修復 除險加固 升級改造 生態治理 綜合治理 保護修復 擴建 拓寬 適老化改造 水土流失綜合治理
  避險搬遷 重大專項 ;
lexicon act_verb =
  啟動 啓動 推進 組織 組織開展 組織實施 深入開展 持續開展 謀劃 開工 參加 結合 進行 統籌推進
  全面推進 加快推進 打贏 ;
lexicon work_head (kind=campaign) =
  專項整治 專項治理 綜合整治 攻堅 創建 調查 大調查 大走訪 ;
lexicon work_head (kind=mechanism) =
  試點 先行先試 生態補償 ;
lexicon work_head (kind=plan) =
  綱要 ;
lexicon work_head (kind=service) =
  接種 篩查 ;
lexicon project_head (kind=project) =
  項目 ;
lexicon clear_head (kind=project) =
  建設項目 改造項目 工程項目 ;
lexicon clear_head (kind=campaign) =
  專項行動 攻堅戰 創建活動 整治行動 主題活動 ;
lexicon clear_head (kind=plan) =
  行動計劃 投資計劃 建設計劃 實施計劃 ;
lexicon described_head (kind=mechanism) =
  機制 體系 負責制 責任制 工作機制 ;
lexicon described_head (kind=campaign) =
  專項行動 專項鬥爭 專項整治 ;
lexicon no_name_after =
  指針 佈局 規 事項 質量 指揮部 領導小組 辦公室 負責人 資金 進度 意見 標準 現場 辦法 條例 名單
  試點 清單 領域 示範 總量 羣 師 學 車 隊 處 費 ;
lexicon name_inner =
  提升行動 提升專項 提升計劃 提升活動 提升項目 改善行動 促進工程 促進行動 促進機制 保障機制
  保障體系 保障行動 激勵機制 更新行動 更新項目 優化提升 優化工程 增強工程 以東 解決機制 不動產
  和順 負責制 滿意度 參與式 參與機制 形成機制 還林 還草 還溼 還濕 簡化行動 對口 在線 向陽 併網
  就業 將軍 處置機制 處理廠 主要汙染物 利用項目 以工代賑 以舊換新 過境 對接 對外 為民 為老 為農
  過渡 過街 到戶 在崗 從業 信訪問題 問題線索 等級 等級公路 規劃建設 ;
lexicon name_start =
  會計 會展 名師 名醫 後備 處置 ;
lexicon item_stop =
  開工 於 ;
lexicon gradual =
  穩步 ;
lexicon place_end =
  溝 ;
lexicon issue_verb =
  頒佈實施 制定實施 實行 執行 啟動 啓動 出臺 制訂 印發 發佈 實施 頒佈 修訂 審議通過 制定出臺 編制
  設計 ;
lexicon issued_head (kind=plan) =
  意見 辦法 條例 細則 規定 規劃 計劃 行動計劃 清單 管理辦法 實施意見 實施方案 指導意見 若干意見
  綱要 規劃綱要 ;
lexicon quote_verb =
  啓動 舉辦 創建 推廣 實施 推進 實行 創新 組織 持續開展 深入開展 上線 ;
lexicon document_head (kind=plan) =
  計劃 規劃 手冊 意見 標準體系 綱要 ;
lexicon invest_verb =
  引進 簽約 洽談 包裝 謀劃 續建 投資建設 建設 興建 投資 上馬 啟動 啓動 儲備 總投資 開工 ;
lexicon line_head (kind=project) =
  鐵路 高鐵 大橋 特大橋 水電站 電站 電廠 水利樞紐 核電站 航電樞紐 調水工程 號線工程 號線 ;
lexicon line_state =
  開始 通過 順利 進入 主體 實現 ;
lexicon run_of =
  建設的 實施的 開展的 開發的 研發的 運營的 啟動的 啓動的 創建的 舉辦的 ;
lexicon event (kind=campaign) =
  藝術周 設計周 旅遊節 文化旅遊節 旅遊文化節 溫泉節 温泉節 花節 採摘節 購物節 豐收節 電影節 燈會
  馬拉松 冰雪節 龍舟賽 啤酒節 讀書節 消費節 民俗節 書畫展 招商推介會 發佈會 廟會 行活動 大賽 聯賽
  挑戰賽 錦標賽 邀請賽 博覽會 交易會 洽談會 嘉年華 ;
)pack"
    R"pack(lexicon system_end (kind=mechanism) =
  長制 負責制 責任制 承諾制 辦結制 清單制 積分制 包聯制 聯繫制 例會制 銷號制 代辦制 掛牌制 票決制
  網格制 輪崗制 ;
lexicon honour (kind=campaign) =
  縣城 示範區 示範縣 示範市 文明村鎮 文明單位 ;
lexicon attribute_start =
  緊跟 熱愛 熱心 善於 承擔 負責 獲 榮獲 據稱 優化 推動 促進 服務 獲得 攜帶 裝載 搭載 滿載 總投資 年產 關於
  針對 適合 為期 這樣 擁有 從事 具備 位於 通過 專門 參加 參與 實施 ;
lexicon quality =
  強的 廣的 優的 顯著的 齊全的 優質的 困難的 ;
lexicon fund =
  救災款 補助金 補貼 債券 獎金 物資 消費券 保費 訂單 罰款 撥款 貨款 工資 賠償金 賠款 賠償 資產 融資 稅款
  學費 保證金 ;
lexicon rate_verb =
  交納 徵收 給予 發放 補貼 獎勵 ;
lexicon elliptic_start =
  將 已經 ;
lexicon each_one =
  縣 鎮 鄉 學校 社區 職工 企業 分鐘 小時 單 萬元 頭 隻 ;
lexicon noun_inner =
  後備 後勤 在職 在崗 在編 正職 副職 ;
lexicon noun_word =
  正職 副職 在職 在崗 在編 現代 現役 受災 中級 ;
lexicon outcome =
  撤離 滯留 喪生 罹難 犧牲 殉職 重傷 輕傷 ;
lexicon predicate =
  堅守 討論 響應 集結 輪流 報名 開展 組織 採用 採取 推薦 自發 主動 當選 面臨 擁有 發生 出現 舉行 舉辦
  迎來 給予 發布 損失 全面實施 超額 創建 分別 停產 滯留 暫停 中選出 同時 都已 ;
lexicon adverb =
  雖然 儘管 由於 原來 最終 那裡的 這裡的 ;
lexicon work_noun =
  大橋 公路 高速公路 高鐵 鐵路 水庫 公園 機場 灌區 綠道 長廊 快速道路 ;
lexicon multiplier = 億(times=100000000) 萬(times=10000) ;
)pack"sv;

} // namespace hantext::packs
