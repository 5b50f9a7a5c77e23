/** Drifts as problems and as a layer in which the legal line and the river's line lie side by side. */
import type { Feature, FeatureCollection, LineString } from 'geojson'
import type { Drift } from './drift.ts'
import { degreesOf, type NetworkProblem } from './problem.ts'
import type { SourceLine } from './source-line.ts'

export interface DriftProperties {
  readonly id: string
  readonly kind: 'legal-line' | 'river-line'
  readonly riverId: string
  readonly river: string
  readonly units: readonly [string, string]
  /** Greatest distance between the two lines, metres. */
  readonly driftM: number
}

/** By the source line and the place where the river leaves the border, in whole 100 m, so that the name stays. */
function driftId({ line, river }: Drift, lines: readonly SourceLine[]): string {
  const [east, north] = river[0] ?? [0, 0]
  return `drift:${lines[line]?.id}:${Math.round(east / 100)}-${Math.round(north / 100)}`
}

export function driftProblems(drifts: readonly Drift[], lines: readonly SourceLine[]): NetworkProblem[] {
  return drifts.map((drift) => {
    const { id = '', name = '' } = lines[drift.line] ?? {}
    const far = drift.driftM.toFixed(0)
    const [one, other] = drift.units
    return {
      ...{ id: driftId(drift, lines), kind: 'drift', lineIds: [id], measureM: drift.driftM },
      place: drift.river[drift.river.length >> 1] ?? null,
      zh: `${name || id} 在此偏离 ${one} 与 ${other} 的法定界线最远 ${far} 米；两岸归属仍按法定界线。`,
      en: `${name || id} strays up to ${far} m from the legal line between ${one} and ${other} here; the banks follow the legal line.`,
      proposal: { action: 'accept' },
    }
  })
}

export function driftFeatures(
  drifts: readonly Drift[],
  lines: readonly SourceLine[],
): FeatureCollection<LineString, DriftProperties> {
  const features = drifts.flatMap((drift) => {
    const { riverId = '', name: river = '' } = lines[drift.line] ?? {}
    const { units, driftM } = drift
    const known = { riverId, river, units, driftM: Math.round(driftM * 10) / 10 }
    return (['legal-line', 'river-line'] as const).map((kind): Feature<LineString, DriftProperties> => {
      const coordinates = (kind === 'legal-line' ? drift.legal : drift.river).map(degreesOf)
      return {
        type: 'Feature',
        properties: { id: `${driftId(drift, lines)}:${kind}`, kind, ...known },
        geometry: { type: 'LineString', coordinates },
      }
    })
  })
  return { type: 'FeatureCollection', features }
}
