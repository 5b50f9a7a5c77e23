/**
 * Whether a pollutant is a heavy metal or metalloid: 突发环境事件信息报告办法 (环境保护部令第17号) art. 4 (三).
 *
 * The article names no list. These are the elements of China's heavy-metal control plans and those graded in GB 3838-2002;
 * the choice is Jiehe's and may be changed.
 */
const CHINESE = /重金属|类金属|[汞镉铬铅砷铊锑镍铜锌锰钴钒铍钡钼银硒锡]/
const ENGLISH =
  /\b(heavy metals?|metalloids?|mercury|cadmium|chromium|lead|arsenic|thallium|antimony|nickel|copper|zinc|manganese|cobalt|vanadium|beryllium|barium|molybdenum|silver|selenium)\b/i
const SYMBOL =
  /(^|[^A-Za-z])(Hg|Cd|Cr|Pb|As|Tl|Sb|Ni|Cu|Zn|Mn|Co|V|Be|Ba|Mo|Ag|Se)(\(?(VI|III|V|II|I|6\+|3\+|2\+)\)?)?($|[^A-Za-z])/

export const isHeavyMetal = (pollutant: string): boolean =>
  CHINESE.test(pollutant) || ENGLISH.test(pollutant) || SYMBOL.test(pollutant)
