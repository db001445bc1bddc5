// Style and script of the HTML report; see report_html.hpp, which includes this file.
#pragma once

#include <string_view>

namespace hantext::report::detail {

using std::string_view_literals::operator""sv; // a plain literal would be measured at compile time

// Wide tables turn into one block a row on a narrow window, each cell named by its data-name.
inline constexpr std::string_view html_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2329;--soft:#55606b;--line:#d8dee4;
--panel:#f5f7f9;--metric:#fff0b3;--metric-edge:#a67c00;--initiative:#cfe8ff;--initiative-edge:#0b5cad;
--both:#d8f0c8;--both-edge:#3f7d20;--gone:#ffd9d6;--come:#d3f3d9;--link:#0b5cad;--bar:#5b9bd5}
@media(prefers-color-scheme:dark){:root{--paper:#15191d;--ink:#e4e8ec;--soft:#a3aeb9;--line:#353d45;
--panel:#1e242a;--metric:#4f4000;--metric-edge:#e0b93a;--initiative:#123f66;--initiative-edge:#7ab8f5;
--both:#2c4f1f;--both-edge:#9bd67c;--gone:#5f2a27;--come:#1f4d2b;--link:#7ab8f5;--bar:#3f79ad}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);
color:var(--ink);font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline}
h1{margin:0;font-size:1.6rem;flex:1 1 auto}h2{margin:2.5rem 0 .75rem;font-size:1.25rem}
h3{margin:0 0 .5rem;font-size:1rem;overflow-wrap:anywhere}
a{color:var(--link)}nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;flex-basis:100%}
main>nav{position:sticky;top:0;z-index:1;padding:.4rem 0;background:var(--paper)}
p.note{margin:.25rem 0 0;color:var(--soft);flex-basis:100%}
button,input,select{font:inherit;font-size:.9rem;color:var(--ink);background:var(--paper);
border:1px solid var(--soft);border-radius:.4rem;padding:.2rem .6rem;max-width:100%}
button{cursor:pointer;background:var(--panel)}button:disabled{opacity:.45;cursor:default}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
dl.summary{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;margin:1.25rem 0}
dl.summary div{padding:.6rem .9rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
dt{color:var(--soft);font-size:.85rem}dd{margin:0}
dl.summary dd{font-size:1.5rem;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1rem;margin-top:1.25rem}
.chart{padding:.75rem .9rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.chart ul{list-style:none;margin:0;padding:0}.chart li+li{margin-top:.1rem}
.bar{display:grid;grid-template-columns:5.5rem 1fr 3.2rem;gap:.5rem;align-items:center;width:100%;
padding:.1rem .3rem;border:0;background:none;text-align:left;font-size:.9rem;line-height:1.5}
button.bar:hover{background:var(--line)}
.bar span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.bar i{display:block;height:.7rem;border-radius:.2rem;background:var(--bar);min-width:2px;max-width:100%}
.bar span:last-child{text-align:right;font-variant-numeric:tabular-nums}
.tools{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:0 0 .5rem}
.tools label{display:flex;gap:.4rem;align-items:center;font-size:.9rem;max-width:100%;white-space:nowrap}
.tools input{width:11rem}.tools select{max-width:9rem}.turn{display:flex;flex-wrap:wrap;gap:.5rem .75rem;
align-items:center;margin-left:auto}.turn .count{color:var(--soft);font-size:.9rem}
table{width:100%;border-collapse:collapse;font-size:.9rem}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{padding-left:0;padding-right:0;white-space:nowrap}th.number{text-align:right}
th button{border:0;padding:.1rem .6rem;background:none;color:var(--soft);font-weight:600;white-space:nowrap}
th[aria-sort=ascending] button::after{content:" ▲";font-size:.7em}
th[aria-sort=descending] button::after{content:" ▼";font-size:.7em}
td{overflow-wrap:break-word}td.doc,td.rule{overflow-wrap:anywhere;min-width:7rem}
td.doc a{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
td .inferred{color:var(--soft)}
td.quote,td.name{min-width:6.5rem}td.actor{min-width:5.5rem}td.unit{min-width:4.5rem}
td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;background:var(--panel)}
summary{padding:.4rem .9rem;cursor:pointer;overflow-wrap:anywhere}
summary .tag{color:var(--soft);font-size:.85rem;margin-left:.5rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.75rem;padding:.25rem .9rem .9rem}
.sides>div{background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:.5rem .75rem;min-width:0}
.sides p{margin:.25rem 0 0;overflow-wrap:anywhere}.sides .place{font-size:.85rem}
del,ins{text-decoration:none;border-radius:.2em;padding:.05em 0}
del{background:var(--gone);text-decoration:line-through}ins{background:var(--come);text-decoration:underline}
section.page{content-visibility:auto;contain-intrinsic-size:auto 60rem;margin:1.5rem 0}
.text{padding:.5rem 1.25rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.text p{margin:.6rem 0;line-height:1.9;overflow-wrap:anywhere}
.text p.headline{font-weight:700}.text p.byline,.text p.caption{color:var(--soft)}
mark{padding:.1em 0;border-radius:.2em;color:var(--ink);background:var(--metric);border-bottom:2px solid var(--metric-edge)}
mark.initiative{background:var(--initiative);border-bottom:2px dashed var(--initiative-edge)}
mark.metric.initiative{background:var(--both);border-bottom:2px double var(--both-edge)}
[id]{scroll-margin-top:5rem}p:target,mark:target,mark:has(:target),mark:focus-visible{outline:2px solid var(--link);outline-offset:1px}
.key mark{padding:.1em .4em}
#tip{position:fixed;z-index:2;max-width:min(24rem,calc(100vw - 1rem));padding:.6rem .9rem;background:var(--paper);
border:1px solid var(--soft);border-radius:.5rem;box-shadow:0 4px 16px #0005;font-size:.9rem}
#tip dl{display:grid;grid-template-columns:auto 1fr;gap:.05rem .9rem;margin:0}#tip dd{overflow-wrap:anywhere}
#tip dl+dl{border-top:1px solid var(--line);margin-top:.4rem;padding-top:.4rem}
@media(max-width:48rem){body{padding:1rem .75rem 3rem}nav{gap:.25rem .75rem;font-size:.85rem}
thead tr{display:flex;flex-wrap:wrap;align-items:baseline}
thead tr::before{content:attr(data-name);color:var(--soft);font-size:.85rem}
th{border:0;padding:0}table,thead,tbody,tbody tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
td,td.number{display:flex;gap:.75rem;padding:.1rem 0;border:0;text-align:left;white-space:normal}
td:empty{display:none}td::before{content:attr(data-name);flex:0 0 5.5rem;color:var(--soft)}
.tools label,.tools input{flex:1 1 100%}.tools select{max-width:none}.turn{margin-left:0}
.text{padding:.25rem .75rem}#tip{left:.5rem!important;right:.5rem;top:auto!important;bottom:.5rem}}
@media print{body{max-width:none;padding:0}.charts{grid-template-columns:1fr 1fr}[data-t=hint],button:not(.bar):not(th button),.tools,nav,#tip{display:none}
table{font-size:.72rem}td,th,th button{padding:.2rem .35rem}.rule{display:none}td.doc{min-width:7rem}td.quote,td.name,td.unit{min-width:0}
tr,.chart,details{break-inside:avoid}section.page{content-visibility:visible}a{color:inherit;text-decoration:none}
mark,del,ins,.bar i{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css"sv;

// Fills tables, charts and duplicates from the records in #data; shows fields at the marks.
inline constexpr std::string_view html_script = R"js(
(()=>{"use strict";
const data=JSON.parse(document.getElementById("data").textContent);
const root=document.documentElement;
const zh={title:"文本分析报告",intro:"在以下文本中找到的指标与举措。点击表中条目可跳到原文。",
language:"English",summary:"概览",sort:"排序：",documents:"文档",paragraphs:"段落",metrics:"指标",initiatives:"举措",duplicates:"重复",
groups:"重复组",text:"原文",key:"标记：",both:"两者",hint:"指向或用 Tab 键选中标记即可查看字段。",
noscript:"表格与图表需要 JavaScript。",index:"返回目录",filter:"筛选",all:"全部",none:"无",of:"/",
previous:"上一页",next:"下一页",save:"存为 CSV",previous_document:"上一篇",next_document:"下一篇",nothing:"没有符合条件的条目。",quote:"原文",value:"数值",unit:"单位",bound:"界限",
indicator:"指标",trend:"趋势",mood:"语气",normalized:"换算",days:"日期",actor_resolved:"所指",part_of:"所属",basis:"比较基准",period:"时间",actor:"主体",rule:"规则",doc:"文档",name:"名称",
kind:"类别",action:"动作",status:"状态",figures:"相关指标",bytes:"字节",similarity:"相似度",copies:"处",
paragraph:"第{n}段",other:"其他",unit_chart:"指标按单位",kind_chart:"举措按类别",trend_chart:"升与降",
period_chart:"指标按时间",more:"下一批",over:"超过",under:"不足",at_least:"至少",at_most:"至多",about:"约",exact:"相同",
up:"上升",down:"下降",campaign:"行动",project:"项目",mechanism:"机制",plan:"规划",service:"服务",planned:"计划",
ongoing:"进行中",completed:"已完成",near:"近似",contained:"包含",repeat:"原地重复",template:"同一模板"};
const en={doc:"document",title:"Text analysis report",intro:"Figures and initiatives found in the texts below. Each row leads to its place.",
language:"中文",sort:"Sort by",groups:"duplicate groups",key:"Marked:",hint:"Point at a mark, or reach it with Tab, to see its fields.",
noscript:"Tables and charts need JavaScript.",index:"Back to the index",of:"of",nothing:"No row is like that.",
figures:"metrics",actor_resolved:"who that is",part_of:"part of",copies:"places",paragraph:"paragraph {n}",unit_chart:"Metrics by unit",kind_chart:"Initiatives by kind",
trend_chart:"Up and down",period_chart:"Metrics by time",more:"Show more",save:"save as CSV",previous_document:"previous document",next_document:"next document",at_least:"at least",at_most:"at most"};
let tongue=root.dataset.language||(/^zh/i.test(navigator.language)?"zh":"en");
const say=(key)=>(tongue==="zh"?zh:en)[key]||key;
const title=(key)=>{const s=say(key);return s[0].toUpperCase()+s.slice(1);};
const make=(tag,attributes,...children)=>{
  const e=document.createElement(tag);
  for(const [name,value] of Object.entries(attributes||{})){
    if(name.startsWith("on"))e.addEventListener(name.slice(2),value);
    else if(value!==null&&value!==undefined&&value!==false)e.setAttribute(name,value===true?"":value);
  }
  for(const child of children)if(child!==null&&child!==undefined)e.append(child);
  return e;
};
const at=(page,anchor)=>data.split?"page-"+String(page+1).padStart(4,"0")+".html#"+anchor:"#"+anchor;
const words=new Set(["bound","trend","mood","kind","status"]);
const shown=(column,value)=>value===""?"":words.has(column)?say(value):String(value);

// Of many documents of one folder the tables leave out the folder.
const folder=(()=>{
  const names=Array.isArray(data.docs)?data.docs.map((doc)=>doc[0]):[];
  let common=names.length>1?names[0].replace(/[^\/\\]*$/,""):"";
  for(const name of names)
    while(!name.startsWith(common))common=common.slice(0,-1).replace(/[^\/\\]*$/,"");
  return common.length;
})();
const breakable=(text)=>{ // may break after its points, strokes and slashes
  const host=document.createDocumentFragment();
  for(const part of text.split(/(?<=[._\/])/))host.append(part,make("wbr"));
  return host;
};

const grouped=(number)=>String(number).replace(/\d+(?:\.\d+)?/g,(one)=>{ // 120,000,000
  const [whole,fraction]=one.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g,",")+(fraction?"."+fraction:"");
});

// A table that is sorted by its heads, filtered by text and by choice, and shown piece by piece.
// rows: [page, index, one value a column…]; columns: their names. A column that has nothing in any
// row is not shown, nor are those of `aside`, which marks tell of.
const aside=new Set(["normalized","days","actor_resolved"]);
const numbers=new Set(["value","bytes","paragraphs","metrics","initiatives","duplicates"]);
const tables={};
class Table{
  constructor(kind,columns,rows,choices){
    Object.assign(this,{kind,columns,rows,choices,query:"",chosen:{},sort:-1,down:false,page:0,per:50});
    this.host=document.getElementById(kind+"-table");
    this.seen=[...columns.keys()].filter((i)=>!aside.has(columns[i])&&rows.some((row)=>row[i+2]!==""));
  }
  render(){
    const id=this.kind;
    this.haystack=this.rows.map(()=>null);
    this.count=make("span",{class:"count","aria-live":"polite"});
    this.input=make("input",{type:"search",id:id+"-filter",value:this.query,
      oninput:()=>{this.query=this.input.value;this.page=0;this.update();}});
    const tools=make("div",{class:"tools"},make("label",{for:id+"-filter"},title("filter"),this.input));
    this.selects={};
    for(const choice of this.choices){
      const column=this.columns.indexOf(choice)+2;
      const counts=new Map();
      for(const row of this.rows)if(row[column]!=="")counts.set(row[column],(counts.get(row[column])||0)+1);
      if(counts.size<2)continue;
      const select=make("select",{id:id+"-"+choice,onchange:()=>{this.choose(choice,select.value);}},
        make("option",{value:""},title("all")));
      for(const [value,count] of [...counts].sort((a,b)=>b[1]-a[1]))
        select.append(make("option",{value:value},shown(choice,value)+" ("+grouped(count)+")"));
      select.value=this.chosen[choice]||"";
      this.selects[choice]=select;
      tools.append(make("label",{for:id+"-"+choice},title(choice),select));
    }
    this.back=make("button",{type:"button",onclick:()=>{this.page--;this.update();}},title("previous"));
    this.forward=make("button",{type:"button",onclick:()=>{this.page++;this.update();}},title("next"));
    this.save=make("button",{type:"button",onclick:()=>this.download()},title("save"));
    tools.append(make("div",{class:"turn"},this.count,this.back,this.forward,this.save));
    this.heads=this.seen.map((i)=>make("th",{scope:"col",class:numbers.has(this.columns[i])?"number":this.columns[i]},
      make("button",{type:"button",onclick:()=>{
        this.down=this.sort===i&&!this.down;this.sort=i;this.page=0;this.update();}},title(this.columns[i]))));
    this.body=make("tbody",{});
    this.host.replaceChildren(tools,make("table",{},make("thead",{},make("tr",{"data-name":say("sort")},...this.heads)),this.body));
    this.update();
  }
  choose(choice,value){
    this.chosen[choice]=value;
    if(this.selects[choice])this.selects[choice].value=value;
    this.page=0;this.update();
  }
  matches(row,number,query){
    for(const choice in this.chosen){
      const wanted=this.chosen[choice];
      const value=row[this.columns.indexOf(choice)+2];
      if(wanted!==""&&(wanted instanceof RegExp?!wanted.test(value):value!==wanted))return false;
    }
    if(!query)return true;
    if(this.haystack[number]===null)
      this.haystack[number]=this.columns.map((c,i)=>shown(c,row[i+2])).join("\n").toLowerCase();
    return this.haystack[number].includes(query);
  }
  update(all){
    const query=this.query.trim().toLowerCase();
    const found=this.rows.filter((row,number)=>this.matches(row,number,query));
    if(this.sort>=0){
      const i=this.sort+2;
      const numeric=numbers.has(this.columns[this.sort]);
      const order=new Intl.Collator("zh-CN-u-co-pinyin").compare;
      const compare=numeric?(a,b)=>parseFloat(a[i])-parseFloat(b[i]):(a,b)=>order(String(a[i]),String(b[i]));
      found.sort((a,b)=>(a[i]==="")-(b[i]==="")||(this.down?-compare(a,b):compare(a,b)));
    }
    this.found=found;
    const per=all?found.length:this.per;
    const last=Math.max(0,Math.ceil(found.length/per)-1);
    this.page=all?0:Math.min(this.page,last);
    const begin=this.page*per,end=Math.min(begin+per,found.length);
    this.body.replaceChildren(...found.slice(begin,end).map((row)=>this.row(row)));
    if(!found.length)this.body.append(make("tr",{},make("td",{colspan:this.seen.length},say("nothing"))));
    this.count.textContent=found.length?grouped(begin+1)+"–"+grouped(end)+" "+say("of")+" "+grouped(found.length):"0";
    this.back.disabled=this.page===0;this.forward.disabled=this.page>=last;
    this.back.hidden=this.forward.hidden=last===0;
    this.heads.forEach((head,i)=>{
      if(this.seen[i]===this.sort)head.setAttribute("aria-sort",this.down?"descending":"ascending");
      else head.removeAttribute("aria-sort");
    });
  }
  // All rows that the filter leaves, with all columns, for a spreadsheet: what it would take for a
  // formula begins with an apostrophe.
  download(){
    const used=[...this.columns.keys()].filter((i)=>this.rows.some((row)=>row[i+2]!==""));
    const cell=(text,number)=>{
      if(!number&&/^[=+\-@\t\r\n＝＋－＠]/.test(text))text="'"+text;
      return /[",\r\n]/.test(text)?'"'+text.replaceAll('"','""')+'"':text;
    };
    const lines=[used.map((i)=>cell(title(this.columns[i]))),...this.found.map((row)=>used.map((i)=>
      cell(shown(this.columns[i],row[i+2]),numbers.has(this.columns[i]))))];
    const address=URL.createObjectURL(new Blob(["\uFEFF",...lines.map((line)=>line.join(",")+"\r\n")],{type:"text/csv"}));
    make("a",{href:address,download:this.kind+".csv"}).click();
    setTimeout(()=>URL.revokeObjectURL(address),10000);
  }
  row(row){
    return make("tr",{},...this.seen.map((i)=>{
      const column=this.columns[i];
      const text=shown(column,row[i+2]);
      const number=numbers.has(column);
      const cell=make("td",{"data-name":title(column),class:number?"number":column});
      if(column==="quote"||column==="name")
        cell.append(make("a",{href:at(row[0],(column==="quote"?"m":"i")+row[0]+"-"+row[1])},text));
      else if(column==="doc")cell.append(make("a",{href:at(row[0],"d"+row[0]),title:text},breakable(text.slice(folder))));
      else if(column==="rule")cell.append(breakable(text));
      else cell.append(number?grouped(text):text);
      const meant=column==="actor"?row[this.columns.indexOf("actor_resolved")+2]:"";
      if(meant)cell.append(text?" ":"",make("span",{class:"inferred",title:say("actor_resolved")},"("+meant+")"));
      return cell;
    }));
  }
}
)js"
                                                R"js(
const bars=(name,entries,pick)=>{
  if(!entries.length)return null;
  const most=Math.max(...entries.map((e)=>e.pick===undefined?1:e.count)); // the rest has no bar
  const list=make("ul",{});
  for(const e of entries){
    const bar=e.pick===undefined?null:make("i",{});
    if(bar)bar.style.width=100*e.count/most+"%";
    const parts=[make("span",{},e.label),make("span",{},bar),make("span",{},grouped(e.count))];
    list.append(make("li",{},pick&&e.pick!==undefined
      ?make("button",{type:"button",class:"bar",title:e.label,onclick:()=>pick(e.pick)},...parts)
      :make("div",{class:"bar",title:e.label},...parts)));
  }
  return make("div",{class:"chart"},make("h3",{},say(name)),list);
};
const tally=(table,column)=>{
  const counts=new Map();
  const i=table.columns.indexOf(column)+2;
  for(const row of table.rows)if(row[i]!=="")counts.set(row[i],(counts.get(row[i])||0)+1);
  return counts;
};
const entriesOf=(counts,column,most)=>{
  const all=[...counts].sort((a,b)=>b[1]-a[1]);
  const list=all.slice(0,most).map(([value,count])=>({label:shown(column,value),count,pick:value}));
  const rest=all.slice(most).reduce((sum,[,count])=>sum+count,0);
  if(rest)list.push({label:say("other"),count:rest});
  return list;
};
const go=(kind,choice)=>(value)=>{
  const table=tables[kind];
  for(const name of Object.keys(table.chosen))table.choose(name,"");
  if(choice)table.choose(choice,value);else table.choose(...value);
  document.getElementById(kind).scrollIntoView();
};
// By year, or by month within one year; by period as printed where no day is known.
const periods=()=>{
  const days=tally(tables.metrics,"days");
  for(const length of [4,7]){
    const counts=new Map();
    for(const [range,count] of days){
      const begin=range.slice(0,length);
      if(/^\d/.test(begin))counts.set(begin,(counts.get(begin)||0)+count);
    }
    if(counts.size<2)continue;
    const list=entriesOf(counts,"",12),rest=list.filter((e)=>e.pick===undefined);
    return [...list.filter((e)=>e.pick!==undefined).sort((a,b)=>a.label<b.label?-1:1)
      .map((e)=>({...e,pick:["days",new RegExp("^"+e.pick)]})),...rest];
  }
  return entriesOf(tally(tables.metrics,"period"),"period",8).map((e)=>(
    e.pick===undefined?e:{...e,pick:["period",e.pick]}));
};
const charts=()=>{
  const host=document.getElementById("charts");
  if(!host)return;
  const none=(counts)=>{counts.delete("none");return counts;};
  host.replaceChildren(...[
    tables.metrics&&bars("unit_chart",entriesOf(tally(tables.metrics,"unit"),"unit",8),go("metrics","unit")),
    tables.initiatives&&bars("kind_chart",entriesOf(tally(tables.initiatives,"kind"),"kind",8),go("initiatives","kind")),
    tables.metrics&&bars("trend_chart",entriesOf(none(tally(tables.metrics,"trend")),"trend",3),go("metrics","trend")),
    tables.metrics&&bars("period_chart",periods(),go("metrics"))].filter(Boolean));
};

// What b has that a has not, and the other way round: pieces [kind, text] of each, kind "" or a tag.
const differences=(first,second)=>{
  const a=[...first],b=[...second];
  let begin=0,endA=a.length,endB=b.length;
  while(begin<endA&&begin<endB&&a[begin]===b[begin])begin++;
  while(endA>begin&&endB>begin&&a[endA-1]===b[endB-1]){endA--;endB--;}
  const n=endA-begin,m=endB-begin,sameA=new Uint8Array(n),sameB=new Uint8Array(m);
  const equal=(i,j)=>a[begin+i]===b[begin+j];
  // What a[i0..i1) and b[j0..j1) share: the longest common subsequence, by a table of lengths.
  const align=(i0,i1,j0,j1)=>{
    const width=j1-j0+1,length=new Uint16Array((i1-i0+1)*width);
    const of=(i,j)=>(i-i0)*width+j-j0;
    for(let i=i1-1;i>=i0;i--)for(let j=j1-1;j>=j0;j--)
      length[of(i,j)]=equal(i,j)?length[of(i+1,j+1)]+1:Math.max(length[of(i+1,j)],length[of(i,j+1)]);
    for(let i=i0,j=j0;i<i1&&j<j1;){
      if(equal(i,j)){sameA[i++]=1;sameB[j++]=1;}
      else if(length[of(i+1,j)]>=length[of(i,j+1)])i++;
      else j++;
    }
  };
  if(n*m<=4e6){ // around the longest run of both, which a subsequence alone would scatter
    let most=0,endI=0,endJ=0;
    const runs=new Uint16Array(m+1); // that end before b[j], for the a[i] at hand
    for(let i=0;i<n;i++)for(let j=m;j>0;j--){
      runs[j]=equal(i,j-1)?runs[j-1]+1:0;
      if(runs[j]>most){most=runs[j];endI=i+1;endJ=j;}
    }
    sameA.fill(1,endI-most,endI);
    sameB.fill(1,endJ-most,endJ);
    align(0,endI-most,0,endJ-most);
    align(endI,n,endJ,m);
  }
  const pieces=(text,same,count,tag)=>{
    const host=make("p",{lang:"zh"},text.slice(0,begin).join(""));
    for(let i=0;i<count;){
      let j=i;
      while(j<count&&same[j]===same[i])j++;
      const part=text.slice(begin+i,begin+j).join("");
      host.append(same[i]?part:make(tag,{},part));
      i=j;
    }
    host.append(text.slice(begin+count).join(""));
    return host;
  };
  return [pieces(a,sameA,n,"del"),pieces(b,sameB,m,"ins")];
};
for(const {members} of data.duplicates) // what reads like the first one is told once
  for(const member of members)if(member.length<3)member.push(members[0][2]);
data.duplicates.sort((a,b)=>b.members.length-a.members.length); // what is printed most often first
let groupsShown=20;
const duplicates=()=>{
  const host=document.getElementById("duplicates-table");
  if(!host)return;
  const place=([page,paragraph])=>make("a",{class:"place",href:at(page,"p"+page+"-"+paragraph)},
    data.docs[page][0].slice(folder)+", "+say("paragraph").replace("{n}",paragraph+1));
  const whole=(member)=>make("div",{},place(member),make("p",{lang:"zh"},member[2]));
  const open=(details,group)=>{
    if(!details.open||details.children.length>1)return;
    const [first,...others]=group.members;
    if(group.kind==="exact"||group.kind==="repeat"||!others.length){
      details.append(make("div",{class:"sides"},...group.members.map(whole)));
      return;
    }
    for(const other of others){
      const [left,right]=differences(first[2],other[2]);
      details.append(make("div",{class:"sides"},make("div",{},place(first),left),make("div",{},place(other),right)));
    }
  };
  const list=data.duplicates.slice(0,groupsShown).map((group)=>{
    const text=[...group.members[0][2]];
    const details=make("details",{ontoggle:()=>open(details,group)},make("summary",{},
      make("span",{lang:"zh"},text.slice(0,40).join("")+(text.length>40?"…":"")),
      make("span",{class:"tag"},say(group.kind)+(group.kind==="near"?" "+group.similarity:"")
        +(group.members.length>1?" · "+group.members.length+" "+say("copies"):""))));
    return details;
  });
  if(data.duplicates.length>groupsShown)
    list.push(make("button",{type:"button",onclick:()=>{groupsShown+=100;duplicates();}},
      say("more")+" ("+groupsShown+" "+say("of")+" "+grouped(data.duplicates.length)+")"));
  host.replaceChildren(...list);
};

// The fields of a record, beside the mark that the pointer or the focus is on.
const tip=make("div",{id:"tip",role:"tooltip",hidden:true});
document.body.append(tip);
const records=new Map();
for(const kind of ["metrics","initiatives"])
  for(const row of data[kind].rows)records.set((kind==="metrics"?"m":"i")+row[0]+"-"+row[1],[kind,row]);
let tipFor=null;
const hide=()=>{if(tipFor)tipFor.removeAttribute("aria-describedby");tipFor=null;tip.hidden=true;};
const put=()=>{ // by the mark, as long as that is in the window
  const box=tipFor.getClientRects()[0];
  tip.hidden=box.bottom<0||box.top>innerHeight;
  const own=tip.getBoundingClientRect();
  tip.style.left=Math.max(8,Math.min(box.left,innerWidth-own.width-8))+"px";
  tip.style.top=(box.bottom+own.height+8<innerHeight?box.bottom+4:Math.max(8,box.top-own.height-4))+"px";
};
const show=(mark)=>{
  if(mark===tipFor)return;
  hide();
  tip.replaceChildren();
  for(const id of mark.dataset.r.split(" ")){
    const [kind,row]=records.get(id)||[];
    if(!row)continue;
    const list=make("dl",{});
    data[kind].columns.forEach((column,i)=>{
      if(row[i+2]===""||row[i+2]==="none")return;
      const text=shown(column,row[i+2]);
      list.append(make("dt",{},title(column)),
        make("dd",{},column==="value"||column==="normalized"?grouped(text):text));
    });
    tip.append(list);
  }
  mark.setAttribute("aria-describedby","tip");
  tipFor=mark;
  put();
};
const markOf=(event)=>event.target.closest&&event.target.closest("mark[data-r]");
for(const name of ["mouseover","focusin","click"])document.addEventListener(name,(event)=>{
  const mark=markOf(event);
  if(mark)show(mark);
  else if(!tip.contains(event.target)&&document.activeElement!==tipFor)hide();
});
document.addEventListener("focusout",hide);
document.addEventListener("keydown",(event)=>{if(event.key==="Escape")hide();});
addEventListener("scroll",()=>{if(tipFor)(document.activeElement===tipFor?put:hide)();},{passive:true});
for(const count of document.querySelectorAll(".summary dd"))count.textContent=grouped(count.textContent);

const withDoc=(kind)=>data[kind].rows.map((row)=>[...row,data.docs[row[0]][0]]);
if(document.getElementById("metrics-table"))
  tables.metrics=new Table("metrics",[...data.metrics.columns,"doc"],withDoc("metrics"),["unit","trend","bound","mood"]);
if(document.getElementById("initiatives-table"))
  tables.initiatives=new Table("initiatives",[...data.initiatives.columns,"doc"],withDoc("initiatives"),["kind","status"]);
if(document.getElementById("documents-table"))
  tables.documents=new Table("documents",["doc","bytes","paragraphs","metrics","initiatives","duplicates"],
    data.docs.map((doc,i)=>[i,0,...doc]),[]);
const render=()=>{
  root.lang=tongue==="zh"?"zh-CN":"en";
  for(const e of document.querySelectorAll("[data-t]"))e.textContent=(/^(H\d|A|DT)$/.test(e.tagName)?title:say)(e.dataset.t);
  document.title=say("title");
  for(const kind in tables)tables[kind].render();
  charts();duplicates();hide();
};
document.getElementById("language").addEventListener("click",()=>{tongue=tongue==="zh"?"en":"zh";render();});
addEventListener("beforeprint",()=>{for(const kind in tables)if(tables[kind].rows.length<=5000)tables[kind].update(true);});
addEventListener("afterprint",()=>{for(const kind in tables)tables[kind].update();});
render();
if(location.hash.length>1){const target=document.getElementById(location.hash.slice(1));if(target)target.scrollIntoView();}
})();
)js"sv;

} // namespace hantext::report::detail
