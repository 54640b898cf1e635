/** What kind of thing a candidate probably is. Keys of `assets/locales`, and of the glossary it goes into. */
export type CategoryGuess =
  | 'place'
  | 'organisation'
  | 'facility'
  | 'plan'
  | 'event'
  | 'work'
  | 'person'
  | 'technology'
  | 'concept';

export const CATEGORY_GUESSES: readonly CategoryGuess[] = [
  'place',
  'organisation',
  'facility',
  'plan',
  'event',
  'work',
  'person',
  'technology',
  'concept',
];

/**
 * What names of a kind end in. From the headings of Chinese gazetteers and registers of organisations (行政区划,
 * 机构名称); the longest that fits decides. A suffix of one character needs a name before it, not just any word.
 */
const SUFFIXES: Readonly<Partial<Record<CategoryGuess, string>>> = {
  place: `省 市 县 区 镇 乡 村 州 盟 旗 街道 圈 带 园 新区 新城 开发区 经开区 高新区 自贸区 试验区 示范区 示范园区 保税区 保税港区 港区 园区
    产业园 科技园 工业园 智慧园 物流园 经济区 经济圈 经济带 都市圈 城市群 生活圈 走廊 半岛 群岛 岛 山 河 江 湖 海 湾 海峡 山脉
    盆地 高原 平原 流域 水道 创新区 承载区 功能区 片区 景区 风景区 保护区 老街 古镇`,
  organisation: `局 委员会 委 办公室 办 厅 院 所 会 社 部 处 署 集团 公司 有限公司 股份有限公司 有限责任公司 银行 大学 学院 学校 中学
    小学 幼儿园 医院 研究院 研究所 实验室 工作站 协会 学会 联盟 联合会 基金会 商会 总会 法院 检察院 政府 出版社 通讯社 电视台
    报社 日报 晚报 工作室 事务所 俱乐部 乐队 车队 联合国 工厂 网 分局 支局 总局 支行 分行 总行 支队 大队 总队 分院 分公司 子公司 研究中心 总领馆 大使馆`,
  facility: `港 站 桥 大桥 隧道 机场 码头 车站 口岸 铁路 高铁 公路 高速 高速公路 地铁 航线 班列 通道 枢纽 基地 中心 会议中心 创新中心
    交易中心 分中心 体育馆 体育场 博物馆 美术馆 图书馆 纪念馆 会展中心 大厦 广场 公园 水库 电站 水电站 核电站 系统 平台
    专区 工程`,
  plan: `规划 纲要 计划 方案 战略 倡议 行动 行动计划 规划纲要 条例 办法 规定 法 法案 协议 协定 公约 备忘录 宣言 声明 意见 通知 政策 标准
    定位 理念 方针 纲领`,
  event: `会议 联席会议 大会 论坛 峰会 博览会 展览会 博会 交易会 运动会 世界杯 锦标赛 联赛 比赛 奖 节 仪式 事件 战争 战役 运动 革命 大赛
    代表大会 座谈会 研讨会`,
  technology: `技术 引擎 算法 芯片 电池 电机 材料 疫苗 药物 病毒 细菌 基因 蛋白 卫星 火箭 飞船 空间站 望远镜 机器人 模型 语言 协议栈
    软件 硬件 数据库 操作系统 处理器 传感器`,
  concept: `经济 产业链 供应链 集群 链 课题 主义 理论 学说 效应 定律 原理 现象`,
};

/** What companies deal in: with a name of its own before it, the name of a company. */
const TRADES: ReadonlySet<string> = new Set(
  '实业 网 网络 科技 电子 光电 汽车 空间 传媒 文化 生物 医药 制药 能源 重工 股份 控股 地产 置业 食品 物流 航空 保险 证券 信托 基金 通信 软件 机械 化工 钢铁 电器 家电 影业 娱乐 教育 出行 快递 外卖 健康 资本'.split(
    ' ',
  ),
);

export function isTrade(word: string): boolean {
  return TRADES.has(word);
}

const byLength: readonly (readonly [string, CategoryGuess])[] = CATEGORY_GUESSES.flatMap((category) =>
  (SUFFIXES[category] ?? '')
    .trim()
    .split(/\s+/)
    .filter((suffix) => suffix !== '')
    .map((suffix) => [suffix, category] as const),
).sort(([a], [b]) => b.length - a.length);

const singles: ReadonlySet<string> = new Set(
  byLength.map(([suffix]) => suffix).filter(({ length }) => length === 1),
);

/** Whether one character ends names of some kind: 区, 港, 局. */
export function isSuffixCharacter(word: string): boolean {
  return singles.has(word);
}

/** A suffix of a name and what it makes of it. */
export interface NameSuffix {
  suffix: string;
  category: CategoryGuess;
}

const suffixes: ReadonlySet<string> = new Set(byLength.map(([suffix]) => suffix));

/** Whether a word is only what names end in: 中心, 新区. */
export function isBareSuffix(word: string): boolean {
  return suffixes.has(word);
}

/**
 * The longest suffix that a name ends in, given as its folded words. It has to be words of the name, or the end
 * of its last word if that is long enough to say something: 格局 does not end in 局.
 */
export function findSuffix(words: readonly string[]): NameSuffix | undefined {
  const last = words.at(-1) ?? '';
  for (const [suffix, category] of byLength) {
    if (last.length > suffix.length ? suffix.length > 1 && last.endsWith(suffix) : endsInWords(words, suffix))
      return { suffix, category };
  }
  return undefined;
}

function endsInWords(words: readonly string[], suffix: string): boolean {
  let tail = '';
  for (let at = words.length - 1; at > 0 && tail.length < suffix.length; at--) tail = words[at] + tail;
  return tail === suffix;
}
