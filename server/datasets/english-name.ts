/**
 * English names of places and waters: the proper part in Hanyu Pinyin without tones, written together, the generic part
 * translated (通州区: Tongzhou District). What this rule gets wrong stands in `data/facts/english-names.csv`.
 */
import { pinyin } from 'pinyin-pro'
import { PLACES } from '#domain/routing/actor-place'
import { readFacts } from './facts.ts'

/** Units whose bodies act have their English names in the domain; every other name follows the rule or the table. */
export const unitEnglishName = (code: string, name: string): string => PLACES[code]?.en ?? englishName(name)

export const englishName = (name: string): string => TABLE.get(name) ?? byRule(name)

const TABLE: ReadonlyMap<string, string> = new Map(
  readFacts('english-names', ['name', 'nameEn'] as const).map(({ name, nameEn }) => [name, nameEn]),
)

/** The first that fits counts, so a longer one stands before the shorter one in which it ends. */
const GENERICS = [
  ['满族乡', 'Manchu Ethnic Township'],
  ['回族乡', 'Hui Ethnic Township'],
  ['街道', 'Subdistrict'],
  ['地区', 'Area'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['引水渠', 'Diversion Canal'],
  ['河', 'River'],
  ['水库', 'Reservoir'],
  ['分洪闸', 'Flood Diversion Sluice'],
  ['进水闸', 'Intake Sluice'],
  ['闸', 'Sluice'],
  ['主坝', 'Main Dam'],
] as const

function byRule(name: string): string {
  const [generic, translated] = GENERICS.find(([ending]) => name.endsWith(ending)) ?? ['', '']
  const proper = name.slice(0, name.length - generic.length)
  // 张镇 is Zhangzhen Town: a proper part of one syllable keeps its generic.
  const spelt = [...proper].length === 1 ? name : proper
  return `${spelling(spelt)} ${translated}`.trim()
}

/** One word; an apostrophe where a syllable that begins with a vowel would be read with the one before (Gu'an). */
function spelling(chinese: string): string {
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array', v: false })
  const word = syllables.map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
