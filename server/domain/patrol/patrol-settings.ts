/** The tolerances of the patrol list. None is law: each is a choice of Jiehe's, shown with the list. */
import type { Sentence } from '../water/sentence.ts'

export interface PatrolSettings {
  readonly version: string
  readonly status: 'design'
  /** Gaps and overlaps smaller than this are how lines are drawn, not ground. */
  readonly leastAreaM2: number
  /** A gap narrower than this on average is a seam; a wider one is a unit that the data lacks. */
  readonly seamM: number
  /** Places along a river at which its channel is looked up, and the shortest strip told. */
  readonly stepM: number
  readonly leastLengthM: number
  /** A border river farther from its legal line than this has drifted. */
  readonly driftM: number
}

export const PATROL_DEFAULTS: PatrolSettings = {
  version: 'patrol-2019',
  status: 'design',
  leastAreaM2: 1000,
  seamM: 300,
  stepM: 50,
  leastLengthM: 200,
  driftM: 100,
}

export const patrolSettingSentences = (s: PatrolSettings): Sentence[] => [
  {
    zh: `界限均为界河的设计值，并非法规（${s.version}）：缝隙和重叠不小于 ${s.leastAreaM2} 平方米；平均宽度小于 ${s.seamM} 米的为缝隙，更宽的为数据未载单位；河道沿线每 ${s.stepM} 米检查中线和两岸，无主河段不短于 ${s.leastLengthM} 米；界河偏离法定界线超过 ${s.driftM} 米的列为漂移。`,
    en: `All tolerances are choices of Jiehe's, not law (${s.version}): gaps and overlaps of at least ${s.leastAreaM2} m²; a gap narrower than ${s.seamM} m on average is a seam, a wider one a unit that the data lacks; rivers are looked up every ${s.stepM} m on the centre line and both banks, and strips of at least ${s.leastLengthM} m are told; a border river more than ${s.driftM} m from its legal line has drifted.`,
  },
]
