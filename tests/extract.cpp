#include <hantext/extract.hpp>

#include "catch.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string or_dash(const std::optional<std::string>& text) { return text.value_or("-"); }

/// "quote value[..high] unit bound trend basis indicator period actor" for every metric.
std::string metrics_of(std::string_view text) {
  const hantext::analysis found = hantext::analyze(text);
  std::string out;
  for (const hantext::metric& m : found.metrics) {
    if (!out.empty()) out += " | ";
    out += m.quote + ' ' + to_string(m.value);
    if (m.value_high) out += ".." + to_string(*m.value_high);
    out += ' ' + m.unit + ' ' + std::string(to_string(m.bound)) + ' ' +
           std::string(to_string(m.trend)) + ' ' + or_dash(m.basis) + ' ' + or_dash(m.indicator) +
           ' ' + or_dash(m.period) + ' ' + or_dash(m.actor);
  }
  return out;
}

/// "name kind status actor action" for every initiative.
std::string initiatives_of(std::string_view text) {
  const hantext::analysis found = hantext::analyze(text);
  std::string out;
  for (const hantext::initiative& i : found.initiatives) {
    if (!out.empty()) out += " | ";
    out += i.name + ' ' + std::string(to_string(i.kind)) + ' ' + std::string(to_string(i.status)) +
           ' ' + or_dash(i.actor) + ' ' + or_dash(i.action);
  }
  return out;
}

struct sample {
  const char* what;
  const char* text;
  const char* found;
};

const sample metric_samples[] = {
    {"a figure behind what is measured", "截至目前，云溪镇铺设管网12公里，改造厕所300余户。",
     "12公里 12 公里 exact none - 铺设管网 截至目前 云溪镇 | 300余户 300 户 over none - 改造厕所 "
     "截至目前 云溪镇"},
    {"a verb that only ties", "全县粮食总产量达65万吨，同比增长3.2%。",
     "65万吨 650000 吨 exact none - 粮食总产量 - 全县 | 3.2% 3.2 % exact up 同比 粮食总产量 - "
     "全县"},
    {"Chinese numerals and a share in tenths", "刑事案件同比下降一成以上。",
     "一成以上 1 成 at_least down 同比 刑事案件 - -"},
    {"a modifier before the number", "办理时限压缩近40%。", "近40% 40 % under down - 办理时限 - -"},
    {"what a figure describes", "该镇组建了120人的巡逻队。",
     "120人 120 人 exact none - 巡逻队 - 该镇"},
    {"a figure within a description", "实施了20个总投资5亿元的项目。",
     "20个 20 个 exact none - 项目 - - | 5亿元 500000000 元 exact none - 总投资 - -"},
    {"the counted noun behind its measure word", "增设12个服务窗口和30余个志愿者岗位。",
     "12个 12 个 exact none - 服务窗口 - - | 30余个 30 个 over none - 志愿者岗位 - -"},
    {"two figures for one thing", "完成户厕改造60个1200户。",
     "60个 60 个 exact none - 完成户厕改造 - - | 1200户 1200 户 exact none - 完成户厕改造 - -"},
    {"a range", "每隔50至80米设一处灯杆。", "50至80米 50..80 米 exact none - 设一处灯杆 - -"},
    {"a figure in brackets", "环湖步道（6.5公里）建成。",
     "6.5公里 6.5 公里 exact none - 环湖步道 - -"},
    {"percentage points are no percentages", "城镇化率比上年提高1.2个百分点。",
     "1.2个百分点 1.2 百分点 exact up 比上年 城镇化率 - -"},
    {"from one value to another", "人均收入由2.1万元增加到2.8万元。",
     "2.1万元 21000 元 exact none - 人均收入 - - | 2.8万元 28000 元 exact up - 人均收入 - -"},
    {"a plan, with the period it is for", "“十四五”期间，全市计划新建公园30个。",
     "30个 30 个 exact none - 新建公园 “十四五”期间 全市"},
    {"bounds in words", "服务时间不少于2个小时，参加人数不超过三百人。",
     "不少于2个小时 2 小时 at_least none - 服务时间 - - | 不超过三百人 300 人 at_most none - "
     "参加人数 - -"},
    {"an estimate between two numbers", "县教育局发放补助1200万元，惠及三四千名学生。",
     "1200万元 12000000 元 exact none - 发放补助 - 县教育局 | 三四千名 3000..4000 名 exact none - "
     "学生 - 县教育局"},
    {"full-width digits", "设备价值约３．５万元。",
     "约３．５万元 35000 元 about none - 设备价值 - -"},
    {"traditional characters", "用水定額為25立方公尺，較上年減少5%。",
     "25立方公尺 25 立方公尺 exact none - 用水定額 - - | 5% 5 % exact down 較上年 用水定額 - -"},
    {"percentages in words", "森林覆盖率达到百分之四十五。",
     "百分之四十五 45 % exact none - 森林覆盖率 - -"},
    {"half-width punctuation", "全区共有图书馆3座,藏书12万册;年接待读者8万人次。",
     "3座 3 座 exact none - 图书馆 - 全区 | 12万册 120000 册 exact none - 藏书 - 全区 | 8万人次 "
     "80000 人次 exact none - 年接待读者 - 全区"},
    {"blanks that print left", "累计支付货款 约 2600 万 元 。",
     "约2600万元 26000000 元 about none - 支付货款 - -"},
    {"clock times, dates, ordinals and ages are none",
     "第三批干部于5月6日7时30分到岗，最大的55岁。", ""},
    {"articles, names and slogans are none",
     "一名教师讲解“三个一批”和《两项制度》，四大班子参加了十九届六中全会的学习。", ""},
};

const sample initiative_samples[] = {
    {"a quoted name with its head word", "清源县开展“清水入河”行动。",
     "清水入河行动 campaign unspecified 清源县 开展"},
    {"each name of a list", "安平街道启动“敲门问需”“红色代办”等活动。",
     "敲门问需 campaign unspecified 安平街道 启动 | 红色代办 campaign unspecified 安平街道 启动"},
    {"objects of a verb in a list", "该局建立河长巡查制度、信息通报制度和联席会商机制。",
     "河长巡查制度 mechanism unspecified 该局 建立 | 信息通报制度 mechanism unspecified 该局 建立 "
     "| 联席会商机制 mechanism unspecified 该局 建立"},
    {"projects done and under way", "迎宾路改造工程已完工，正在推进老旧管网改造。",
     "迎宾路改造工程 project completed - - | 老旧管网改造 project ongoing - 推进"},
    {"a plan that was issued", "县委印发《清源县乡村建设行动方案》。",
     "清源县乡村建设行动方案 plan unspecified 县委 印发"},
    {"a described mechanism", "推行“首问负责、限时办结”的服务机制。",
     "首问负责、限时办结的服务机制 mechanism unspecified - 推行"},
    {"a system of posts", "云溪镇实行路长制。", "路长制 mechanism unspecified 云溪镇 实行"},
    {"items that are called projects", "滨河公园、县文化馆、第二中学等12个项目集中开工。",
     "滨河公园 project ongoing - - | 县文化馆 project ongoing - - | 第二中学 project ongoing - -"},
    {"a title that is striven for", "该县创建国家卫生县城。",
     "创建国家卫生县城 campaign unspecified 该县 -"},
    {"what is planned", "下一步，该县将实施校园周边环境整治行动。",
     "校园周边环境整治行动 campaign planned 该县 实施"},
    {"generic work is none", "广泛开展志愿服务活动，召开工作推进会，各项工作有序推进。", ""},
};

} // namespace

TEST_CASE("metrics are found with every field that the sentence gives") {
  for (const sample& row : metric_samples) {
    INFO(row.what << ": " << row.text);
    CHECK(metrics_of(row.text) == row.found);
  }
}

TEST_CASE("initiatives are found with kind, status, actor and verb") {
  for (const sample& row : initiative_samples) {
    INFO(row.what << ": " << row.text);
    CHECK(initiatives_of(row.text) == row.found);
  }
}

TEST_CASE("every span leads back to the bytes as given, through cuts and blanks") {
  const std::string page = "　　本报讯（记者林晓） 今年以来，清源县实施“清水\n"
                           "入河”行动，清理河道 3 0 多 公 里，栽植水生植物\n"
                           "1.2万株，“清水入河”行动初见成效，水质好转了很\n"
                           "多。\n";
  const hantext::analysis found = hantext::analyze(page);
  REQUIRE_FALSE(found.metrics.empty());
  for (const hantext::metric& m : found.metrics) {
    std::string bytes(m.source.in(page));
    for (const char* blank : {" ", "\n"}) {
      for (std::size_t at; (at = bytes.find(blank)) != std::string::npos;)
        bytes.erase(at, 1);
    }
    CHECK(bytes == m.quote);
    CHECK(m.paragraph < found.page.paragraphs().size());
  }
  REQUIRE(found.initiatives.size() == 1);
  CHECK(found.initiatives[0].name == "清水入河行动");
  REQUIRE(found.initiatives[0].mentions.size() == 2);
  CHECK(found.initiatives[0].mentions[0] == found.initiatives[0].source);
  CHECK(found.initiatives[0].mentions[1].in(page).find("“清水入河”行动") == 0);
}

TEST_CASE("the first mention that tells says who runs an initiative and how far it is") {
  const auto found =
      hantext::analyze("迎宾路改造工程今日通过评审。\n\n目前，迎宾路改造工程正在施工。\n\n"
                       "清源县实施迎宾路改造工程。\n\n迎宾路改造工程已完工。");
  REQUIRE(found.initiatives.size() == 1);
  CHECK(found.initiatives[0].mentions.size() == 4);
  CHECK(found.initiatives[0].status == hantext::initiative_status::ongoing);
  CHECK(found.initiatives[0].actor == "清源县");
}

TEST_CASE("a metric belongs to the initiative that its sentence names last before it") {
  const hantext::analysis found = hantext::analyze(
      "全县开展“清水入河”行动，清理河道30公里，启动“绿满山川”行动，造林200亩。种草9亩。");
  REQUIRE(found.metrics.size() == 3);
  REQUIRE(found.initiatives.size() == 2);
  CHECK(found.initiatives[0].metrics == std::vector<std::size_t>{0});
  CHECK(found.initiatives[1].metrics == std::vector<std::size_t>{1});
}

TEST_CASE(
    "a metric before a name belongs to it where no comma parts them, one behind a mention, too") {
  const hantext::analysis before =
      hantext::analyze("清源县发放补贴80万元，投资4200万元实施迎宾路改造工程。");
  REQUIRE(before.metrics.size() == 2);
  REQUIRE(before.initiatives.size() == 1);
  CHECK(before.initiatives[0].metrics == std::vector<std::size_t>{1});
  const hantext::analysis behind =
      hantext::analyze("安平街道开展“六清”行动。天气晴好。该行动已清理垃圾300吨。");
  REQUIRE(behind.initiatives.size() == 1);
  CHECK(behind.initiatives[0].metrics == std::vector<std::size_t>{0});
}

TEST_CASE(
    "a quotation alone and a pointing word are mentions of the name that they are short for") {
  const std::string_view text =
      "云溪镇开展“六清”行动。该行动成效明显，“六清”还将继续。该工程另议。";
  const hantext::analysis found = hantext::analyze(text);
  REQUIRE(found.initiatives.size() == 1);
  std::string mentions;
  for (const hantext::span one : found.initiatives[0].mentions)
    mentions.append(one.in(text)).append("|");
  CHECK(mentions == "“六清”行动|该行动|“六清”|");
}

TEST_CASE("values are given in base units where the unit has one") {
  const hantext::analysis found = hantext::analyze(
      "修路30公里，投资2.5亿元，产粮8吨，增设床位12张，服务满意率98%，完成出口3万美元。");
  std::string out;
  for (const hantext::metric& m : found.metrics)
    out += (m.normalized ? to_string(*m.normalized) + m.base_unit : "-") + ' ';
  CHECK(out == "30000m 250000000元 8000kg - - - ");
}

TEST_CASE("periods are counted from the page's day, which its dateline or the caller tells") {
  const auto days = [](std::string_view text, const hantext::analyze_options& options = {}) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text, options).metrics) {
      out += (m.days.begin ? to_string(*m.days.begin) : "?") + ".." +
             (m.days.end ? to_string(*m.days.end) : "?") + ' ';
    }
    return out;
  };
  const std::string facts =
      "今年以来，修路3公里。截至目前，植树5亩。去年底，有学校2所。1-5月，产粮8吨。"
      "“十四五”期间，建桥3座。近五年，引进项目9个。民國112年，造林7公頃。";
  CHECK(days("（2024年3月5日）\n\n" + facts) ==
        "2024-01-01..2024-03-05 ?..2024-03-05 2023-12-31..2023-12-31 2024-01-01..2024-05-31 "
        "2021-01-01..2025-12-31 2019-03-05..2024-03-05 2023-01-01..2023-12-31 ");
  CHECK(days(facts) == "?..? ?..? ?..? ?..? 2021-01-01..2025-12-31 ?..? 2023-01-01..2023-12-31 ");
  hantext::analyze_options options;
  options.date = hantext::date{2022, 6, 7};
  CHECK(days("（2024年3月5日）\n\n今年以来，修路3公里。", options) == "2022-01-01..2022-06-07 ");
  CHECK(days("本报清源3月5日电 2024年2月20日，修路3公里。今年以来，植树5亩。") ==
        "2024-02-20..2024-02-20 2024-01-01..2024-03-05 ");
  CHECK(days("本报清源3月5日电 今年以来，修路3公里。") == "?..? ");
}

TEST_CASE("the same time of another year is that of the time named before, a year away") {
  const auto days = [](std::string_view text) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text).metrics) {
      out += (m.days.begin ? to_string(*m.days.begin) : "?") + ".." +
             (m.days.end ? to_string(*m.days.end) : "?") + ' ';
    }
    return out;
  };
  CHECK(days("2024年1-2月，接待游客30万人次，去年同期为20万人次。") ==
        "2024-01-01..2024-02-29 2023-01-01..2023-02-28 ");
  CHECK(days("（2024年3月5日）\n\n截至目前，植树5亩，去年同期为3亩。") ==
        "?..2024-03-05 ?..2023-03-05 ");
  CHECK(days("2024年1月，植树5亩。\n\n去年同期为3亩。") == "2024-01-01..2024-01-31 ?..? ");
}

TEST_CASE("whom a page means by this district is the one that it names") {
  const hantext::analysis found = hantext::analyze(
      "清源县水利局修路3公里。该县植树5亩。全县有学校2所。该局建桥3座。我市有公园4个。\n\n"
      "临泽市有湖泊6个。");
  std::string out;
  for (const hantext::metric& m : found.metrics)
    out += or_dash(m.actor) + '=' + or_dash(m.actor_resolved) + ' ';
  CHECK(out == "清源县水利局=清源县水利局 该县=清源县 全县=清源县 该局=清源县水利局 我市=临泽市 "
               "临泽市=临泽市 ");
}

TEST_CASE("where a paragraph names nobody, it is about whom its article is about so far") {
  const hantext::analysis found =
      hantext::analyze("清源县推进河道整治\n\n清源县召开河道整治推进会，部署下一步工作。\n\n"
                       "截至目前，已清理河道30公里。");
  REQUIRE(found.metrics.size() == 1);
  CHECK_FALSE(found.metrics[0].actor);
  CHECK(found.metrics[0].actor_resolved == "清源县");
  CHECK_FALSE(hantext::analyze("截至目前，已清理河道30公里。").metrics[0].actor_resolved);
}

TEST_CASE("a rate tells what it is for one of") {
  const auto per = [](std::string_view text) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text).metrics)
      out += m.quote + '/' + or_dash(m.per) + ' ';
    return out;
  };
  CHECK(per("每亩增收300元，带动12户，户均增收2000元。") == "300元/亩 12户/- 2000元/户 ");
  CHECK(per("流量达到3000立方米每秒，房价9000元/平方米。") ==
        "3000立方米每秒/秒 9000元/平方米/平方米 ");
}

TEST_CASE("tables with one cell a line give their figures") {
  const auto cells = [](std::string_view text) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text).metrics)
      out += or_dash(m.indicator) + ' ' + to_string(m.value) + m.unit + ' ' +
             std::string(to_string(m.trend)) + ' ' + or_dash(m.actor) + '\n';
    return out;
  };
  CHECK(cells("清源县主要指标\n\n指标\n单位\n数值\n粮食产量\n万吨\n35.2\n森林覆盖率\n%\n42.6\n") ==
        "粮食产量 352000吨 none 清源县\n森林覆盖率 42.6% none 清源县\n");
  CHECK(cells("项目\n本年\n比上年增长（%）\n工业增加值（亿元）\n120.4\n6.2\n"
              "工业用电量（亿千瓦时）\n15.6\n-1.3\n") ==
        "工业增加值 12040000000元 none -\n工业增加值 6.2% up -\n"
        "工业用电量 1560000000千瓦时 none -\n工业用电量 -1.3% down -\n");
  CHECK(cells("指标\n单位\n绝对数\n比上年增长（%）\n粮食产量\n万吨\n35.6\n1.4\n") ==
        "粮食产量 356000吨 none -\n粮食产量 1.4% up -\n");
  const auto columns = [](std::string_view text) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text).metrics)
      out += or_dash(m.period) + ' ' + to_string(m.value) + m.unit + '\n';
    return out;
  };
  CHECK(columns("指标\n单位\n2023年\n2024年\n增长（%）\n粮食产量\n万吨\n36\n35\n-2.8\n") ==
        "2023年 360000吨\n2024年 350000吨\n2024年 -2.8%\n");
  CHECK(columns("指标\n单位\n2022年\n2023年\n2024年\n小学\n所\n12\n13\n14\n\n"
                "指标\n单位\n2024年\n增长（%）\n中学\n所\n4\n1.5\n") ==
        "2022年 12所\n2023年 13所\n2024年 14所\n2024年 4所\n2024年 1.5%\n");
  CHECK(cells("单位：亿元\n地区生产总值\n400.5\n") == "地区生产总值 40050000000元 none -\n");
  CHECK(cells("第一章\n\n35.2\n\n第二章\n") == "");
}

TEST_CASE("damaged bytes and stray symbols before a figure are not what it measures") {
  const auto indicators = [](std::string_view text) {
    std::string out;
    for (const hantext::metric& m : hantext::analyze(text).metrics)
      out += or_dash(m.indicator) + ' ' + m.quote + '\n';
    return out;
  };
  CHECK(indicators("云溪镇\xff"
                   "30万元。投资\xff"
                   "40万元。■3000元。——5公里。★★200米。“ 260平方米。”") ==
        "- 30万元\n投资 40万元\n- 3000元\n- 5公里\n- 200米\n- 260平方米\n");
}

TEST_CASE("what a programme lists is a part of it") {
  const hantext::analysis found = hantext::analyze("该县开展“清河”“护林”等三大行动。");
  REQUIRE(found.initiatives.size() == 2);
  CHECK(found.initiatives[0].part_of == "三大行动");
  CHECK(found.initiatives[1].part_of == "三大行动");
}

TEST_CASE("a caller's rules join the built-in pack") {
  const std::string pack = std::string(hantext::packs::china_gov()) + R"(
    lexicon measure = 垧 ;
    rule own.grove emits initiative = [han]{2} "示范林" set kind = "project" ;)";
  const hantext::result<hantext::rules::program> made = hantext::rules::compile(pack);
  REQUIRE(made);
  hantext::analyze_options options;
  options.pack = &*made;
  const hantext::analysis found = hantext::analyze("今年营造红松示范林40垧。", options);
  REQUIRE(found.metrics.size() == 1);
  CHECK(found.metrics[0].unit == "垧");
  REQUIRE(found.initiatives.size() == 1);
  CHECK(found.initiatives[0].rule == "own.grove");
}

TEST_CASE("empty pages, binary pages and pages without end marks are analysed without harm") {
  CHECK(hantext::analyze("").metrics.empty());
  std::string binary;
  for (int i = 0; i < 4096; ++i)
    binary += static_cast<char>(i * 31 % 256);
  CHECK(hantext::analyze(binary).page.errors().size() > 0);
  std::string endless;
  for (int i = 0; i < 3000; ++i)
    endless += "改造道路30公里";
  CHECK(hantext::analyze(endless).metrics.size() > 2900);
}
