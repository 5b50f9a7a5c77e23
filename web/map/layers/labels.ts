/** 地名: districts first, then counties, then townships; townships say that they are a sketch. */
import type { LayerSpecification } from 'maplibre-gl'
import type { MapFacts } from '../map-facts.ts'
import { FONT, type LayerModule, named, referenceSource, STRONG_FONT } from '../map-layer.ts'

export const labels: LayerModule = {
  id: 'labels',
  sources: (facts) => ({ labels: referenceSource('labels', facts) }),
  marks: (facts) => {
    const { layers } = facts.view
    return [
      ...(layers.includes('townships') ? [townshipNames(facts)] : []),
      ...(layers.includes('counties') ? [countyNames(facts)] : []),
      ...(layers.includes('districts') ? [districtNames(facts)] : []),
    ]
  },
  legend: () => [],
}

const districtNames = (facts: MapFacts): LayerSpecification => ({
  id: 'district-names',
  type: 'symbol',
  source: 'labels',
  filter: ['==', ['get', 'level'], 'district'],
  layout: {
    'text-field': named(facts),
    'text-font': STRONG_FONT,
    'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 10, 16, 13, 20],
    'text-letter-spacing': 0.12,
    'text-padding': 3,
  },
  paint: { 'text-color': facts.palette.districtText, 'text-halo-color': facts.palette.halo, 'text-halo-width': 1.6 },
})

const countyNames = (facts: MapFacts): LayerSpecification => ({
  id: 'county-names',
  type: 'symbol',
  source: 'labels',
  filter: ['==', ['get', 'level'], 'county'],
  layout: {
    'text-field': named(facts),
    'text-font': FONT,
    'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10, 11, 14],
    'text-max-width': 5,
  },
  paint: { 'text-color': facts.palette.countyText, 'text-halo-color': facts.palette.halo, 'text-halo-width': 1.2 },
})

const townshipNames = (facts: MapFacts): LayerSpecification => ({
  id: 'township-names',
  type: 'symbol',
  source: 'labels',
  minzoom: 10.8,
  filter: ['==', ['get', 'level'], 'township'],
  layout: {
    'text-field': ['format', named(facts), {}, `\n${facts.words.schematic}`, { 'font-scale': 0.85 }],
    'text-font': FONT,
    'text-size': ['interpolate', ['linear'], ['zoom'], 10.8, 11, 14, 13],
    'text-padding': 6,
  },
  paint: { 'text-color': facts.palette.townshipText, 'text-halo-color': facts.palette.halo, 'text-halo-width': 1.2 },
})
