/** 无主河段: stretches of river whose middle or bank lies in no unit, or for which the data names no unit on a bank. */
import type { LineString } from 'geojson'
import { type Atlas, unitAt } from '../atlas.ts'
import type { LonLat } from '../coordinate-system.ts'
import { degreeM, placeAt, stretchOf } from '../river/line.ts'
import { type RiverNetwork, reachAt } from '../river/network.ts'
import { namesEn, namesZh, type PatrolPlace, patrolUnits } from './patrol-place.ts'
import type { PatrolSettings } from './patrol-settings.ts'

export function riverStrips(atlas: Atlas, settings: PatrolSettings): PatrolPlace[] {
  return atlas.rivers.reaches.flatMap((_, reach) => {
    const { leftUnit, rightUnit, lengthM } = reachAt(atlas.rivers, reach)
    const isNamed = leftUnit !== '' && rightUnit !== ''
    const runs = isNamed ? ownerlessRuns(atlas, reach, settings) : [{ from: 0, to: 1 }]
    return runs
      .filter(({ from, to }) => (to - from) * lengthM >= settings.leastLengthM)
      .map((run) => stripPlace(atlas, reach, run, isNamed))
  })
}

interface Run {
  readonly from: number
  readonly to: number
}

/** Fractions of the reach between which at least one of middle, left bank and right bank lies in no unit. */
function ownerlessRuns(atlas: Atlas, reach: number, { stepM }: PatrolSettings): Run[] {
  const { lengthM, widthM } = reachAt(atlas.rivers, reach)
  const steps = Math.max(1, Math.ceil(lengthM / stepM))
  const runs: { from: number; to: number }[] = []
  for (let step = 0; step <= steps; step++) {
    const fraction = step / steps
    const across = acrossRiver(atlas.rivers, reach, fraction, widthM / 2)
    if (across.every(([lon, lat]) => unitAt(atlas.districts, lon, lat) !== undefined)) continue
    const open = runs.at(-1)
    if (open !== undefined && open.to === (step - 1) / steps) open.to = fraction
    else runs.push({ from: fraction, to: fraction })
  }
  return runs
}

/** The middle of the river and its two banks. */
function acrossRiver({ lines }: RiverNetwork, reach: number, fraction: number, halfM: number): LonLat[] {
  const middle = placeAt(lines, reach, fraction)
  const [before, after] = [placeAt(lines, reach, fraction - TANGENT), placeAt(lines, reach, fraction + TANGENT)]
  const { east, north } = degreeM(middle[1])
  const [dx, dy] = [(after[0] - before[0]) * east, (after[1] - before[1]) * north]
  const length = Math.hypot(dx, dy)
  if (length === 0) return [middle]
  const [offLon, offLat] = [((-dy / length) * halfM) / east, ((dx / length) * halfM) / north]
  return [middle, [middle[0] + offLon, middle[1] + offLat], [middle[0] - offLon, middle[1] - offLat]]
}

/** Fractions on either side from which the direction of the river is taken. */
const TANGENT = 1e-4

function stripPlace(atlas: Atlas, reach: number, { from, to }: Run, isNamed: boolean): PatrolPlace {
  const { id, river, riverEn, lengthM, leftUnit, rightUnit, widthM } = reachAt(atlas.rivers, reach)
  const geometry: LineString = { type: 'LineString', coordinates: stretchOf(atlas.rivers.lines, reach, from, to) }
  const units = patrolUnits(atlas, [leftUnit, rightUnit])
  const stripM = Math.round((to - from) * lengthM)
  const around =
    units.length === 0 ? { zh: '', en: '' } : { zh: `（邻${namesZh(units)}）`, en: ` (beside ${namesEn(units)})` }
  const why = isNamed
    ? { zh: '河道或一岸不在任何单位界内', en: 'the channel or a bank lies in no unit' }
    : { zh: '数据未载明一岸或两岸的单位', en: 'the data names no unit on one bank or both' }
  return {
    ...{ id: `strip:${id}:${Math.round(from * lengthM)}`, kind: 'river-strip', geometry, units },
    ...{ point: placeAt(atlas.rivers.lines, reach, (from + to) / 2), lengthM: stripM, areaM2: stripM * widthM },
    text: {
      zh: `${river}有 ${stripM} 米${why.zh}${around.zh}：出事时无人认领。`,
      en: `On ${stripM} m of the ${riverEn} ${why.en}${around.en}: nobody would claim what happens there.`,
    },
  }
}
