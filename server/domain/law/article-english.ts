/** How an English reader says the number of an article; a document that numbers nothing has its headings here. */

const HEADINGS: ReadonlyMap<string, string> = new Map([
  ['信息报送', 'Reporting of information'],
  ['跨界断面补偿金', 'Compensation at boundary sections'],
  ['主要污染指标的确定', 'Choice of the main pollution indicators'],
  ['数据统计', 'Statistics of the data'],
  ['断面水质评价', 'Evaluation of a section'],
  ['水质变化趋势分析方法', 'Analysis of trends'],
  ['河流、流域（水系）水质评价', 'Evaluation of a river, basin or water system'],
  ['综合营养状态指数法', 'Comprehensive trophic level index'],
  ['自动监测数据的采用', 'Use of automatic monitoring data'],
  ['评价指标', 'Indicators evaluated'],
  ['表1', 'Table 1'],
])

/**
 * `第二十六条至第二十八条` as `art. 26–28`, `(十四)` as `item (14)`, a heading as its translation; section numbers stay as
 * they are. The mark 条号未核实 goes: it repeats the status of its passage.
 */
export function articleEnglish(article: string): string {
  const numbers = [...article.matchAll(/第([一二三四五六七八九十百零]+)条/g)].map(([, text = '']) => numberOf(text))
  if (numbers.length > 0) return `art. ${numbers.join('–')}`
  const item = /^\(([一二三四五六七八九十]+)\)$/.exec(article)?.[1]
  if (item !== undefined) return `item (${numberOf(item)})`
  return HEADINGS.get(article) ?? (article.replace(/[^\d.]+$/, '') || article)
}

const DIGITS = '零一二三四五六七八九'

/** Chinese numerals below 200: 十四, 二十八, 一百零三. */
function numberOf(text: string): number {
  const [hundreds, rest] = text.includes('百') ? text.split('百') : ['', text]
  const [tens, ones] = (rest ?? '').includes('十') ? (rest ?? '').split('十') : [null, rest]
  const tenth = tens === null ? 0 : tens === '' || tens === undefined ? 1 : digit(tens)
  return digit(hundreds) * 100 + tenth * 10 + digit(ones)
}

function digit(text = ''): number {
  return Math.max(0, DIGITS.indexOf(text.replace('零', '') || '零'))
}
