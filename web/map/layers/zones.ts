/** 功能区: hatched, since they lie over the districts. */

import type { MapFacts } from '../map-facts.ts'
import { type LayerModule, referenceSource } from '../map-layer.ts'
import { ZONE_KINDS, type ZoneKind } from '../palette.ts'

export const zones: LayerModule = {
  id: 'zones',
  sources: (facts) => ({ zones: referenceSource('zones', facts) }),
  areas: (facts) =>
    ZONE_KINDS.map((kind) => ({
      id: `zone-areas-${kind}`,
      type: 'fill',
      source: 'zones',
      filter: ['==', ['get', 'kind'], kind],
      paint: { 'fill-pattern': hatchOf(kind, facts) },
    })),
  lines: ({ palette }) =>
    ZONE_KINDS.map((kind) => ({
      id: `zone-lines-${kind}`,
      type: 'line',
      source: 'zones',
      filter: ['==', ['get', 'kind'], kind],
      paint: { 'line-color': palette.zone[kind], 'line-width': 1.2, 'line-dasharray': [3, 2] },
    })),
  legend: (facts) => [
    ...ZONE_KINDS.map(
      (kind) =>
        ({
          kind: 'hatch',
          label: facts.words.zoneKinds[kind],
          image: hatchOf(kind, facts),
          stroke: facts.palette.zone[kind],
        }) as const,
    ),
  ],
}

const hatchOf = (kind: ZoneKind, { shade }: MapFacts) => `hatch ${kind} ${shade}`
