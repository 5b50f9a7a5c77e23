/** The names of the classes as they are written and said. */
import type { Sentence } from './sentence.ts'
import type { WaterClass } from './water-class.ts'

const NUMERALS: Readonly<Record<WaterClass, string>> = {
  I: 'Ⅰ',
  II: 'Ⅱ',
  III: 'Ⅲ',
  IV: 'Ⅳ',
  V: 'Ⅴ',
  'worse-than-V': '劣Ⅴ',
}

/** Ⅲ类, 劣Ⅴ类; class III, worse than class V. */
export const className = (waterClass: WaterClass): Sentence => ({
  zh: `${NUMERALS[waterClass]}类`,
  en: waterClass === 'worse-than-V' ? 'worse than class V' : `class ${waterClass}`,
})

/** 符合Ⅲ类 / 劣于Ⅴ类: the wording of the evaluation method for a section. */
export const classStatement = (waterClass: WaterClass): Sentence =>
  waterClass === 'worse-than-V'
    ? { zh: '劣于Ⅴ类', en: 'worse than class V' }
    : { zh: `符合${NUMERALS[waterClass]}类`, en: `meets class ${waterClass}` }
