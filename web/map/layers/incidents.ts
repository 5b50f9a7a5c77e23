/** 事件: colour by outcome, shape by medium; many close together are one circle with their number. */
import type { LayerSpecification } from 'maplibre-gl'
import { MEDIA } from '#domain/report/report'
import type { MapFacts } from '../map-facts.ts'
import { type LayerModule, type LegendRow, STRONG_FONT } from '../map-layer.ts'
import { OUTCOMES } from '../palette.ts'

export const incidents: LayerModule = {
  id: 'incidents',
  sources: ({ incidents: data }) => ({
    incidents: { type: 'geojson', data, promoteId: 'id', cluster: true, clusterRadius: 34, clusterMaxZoom: 13 },
  }),
  marks: (facts) => [
    clusterCircles(facts),
    clusterNumbers(facts),
    ...(facts.view.incidentId ? [chosenRing(facts, facts.view.incidentId)] : []),
    incidentIcons(facts),
  ],
  legend: ({ incidents: { features }, words, shade }) => {
    const outcomes = OUTCOMES.filter((outcome) => features.some(({ properties }) => properties.outcome === outcome))
    const media = MEDIA.filter((medium) => features.some(({ properties }) => properties.medium === medium))
    if (features.length === 0) return []
    return [
      { kind: 'heading', label: words.outcomeKey },
      ...outcomes.map((outcome) => iconRow(words.outcomes[outcome], `incident water ${outcome} ${shade}`)),
      { kind: 'heading', label: words.mediumKey },
      ...media.map((medium) => iconRow(words.media[medium], `incident ${medium} plain ${shade}`)),
      iconRow(words.cluster, `cluster ${shade}`),
    ]
  },
}

const iconRow = (label: string, image: string): LegendRow => ({ kind: 'icon', label, image })

const clusterCircles = ({ palette }: MapFacts): LayerSpecification => ({
  id: 'incident-clusters',
  type: 'circle',
  source: 'incidents',
  filter: ['has', 'point_count'],
  paint: {
    'circle-color': palette.cluster,
    'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 12, 50, 20],
    'circle-stroke-color': palette.onMark,
    'circle-stroke-width': 2,
  },
})

const clusterNumbers = ({ palette }: MapFacts): LayerSpecification => ({
  id: 'incident-cluster-numbers',
  type: 'symbol',
  source: 'incidents',
  filter: ['has', 'point_count'],
  layout: {
    'text-field': ['get', 'point_count_abbreviated'],
    'text-font': STRONG_FONT,
    'text-size': 12,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paint: { 'text-color': palette.onMark },
})

const chosenRing = ({ palette }: MapFacts, id: string): LayerSpecification => ({
  id: 'incident-chosen',
  type: 'circle',
  source: 'incidents',
  filter: ['==', ['get', 'id'], id],
  paint: {
    'circle-radius': 18,
    'circle-opacity': 0,
    'circle-stroke-color': palette.focus,
    'circle-stroke-width': 3,
  },
})

const incidentIcons = ({ shade }: MapFacts): LayerSpecification => ({
  id: 'incident-icons',
  type: 'symbol',
  source: 'incidents',
  filter: ['!', ['has', 'point_count']],
  layout: {
    'icon-image': ['concat', 'incident ', ['get', 'medium'], ' ', ['get', 'outcome'], ` ${shade}`],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
})
