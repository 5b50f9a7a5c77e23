/** The legend of the evidence on the map. */
import type { MapFacts } from '../map-facts.ts'
import type { LegendRow } from '../map-layer.ts'

/** Only what is drawn. */
export const evidenceLegend = ({ drawing, palette, shade, words }: MapFacts): readonly LegendRow[] => {
  const goes = (direction: string) => drawing.paths.some((path) => path.direction === direction)
  const rows: (LegendRow | false)[] = [
    drawing.shading.size > 0 && {
      kind: 'ramp',
      label: words.probability,
      fill: palette.unit,
      opacities: [0.15, 0.4, 0.7, 1].map((probability) => probability * 0.4),
    },
    drawing.bankReachIds.length > 0 && { kind: 'line', label: words.leftBank, stroke: palette.leftBank, width: 5 },
    drawing.bankReachIds.length > 0 && { kind: 'line', label: words.rightBank, stroke: palette.rightBank, width: 5 },
    goes('downstream') && { kind: 'line', label: words.downstream, stroke: palette.downstream, width: 4 },
    (goes('upstream') || drawing.sources.features.length > 0) && {
      kind: 'line',
      label: words.upstream,
      stroke: palette.upstream,
      width: 4,
    },
    drawing.exits.geometry.coordinates.length > 0 && { kind: 'icon', label: words.exit, image: `exit ${shade}` },
  ]
  return rows.filter((row) => row !== false)
}
