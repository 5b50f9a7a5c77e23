/** 北京各区, and the city's own border as a band around them. */
import { type LayerModule, referenceSource } from '../map-layer.ts'

export const districts: LayerModule = {
  id: 'districts',
  sources: (facts) => ({ districts: referenceSource('districts', facts) }),
  areas: ({ palette }) => [
    // The fills above it cover the inner half, so that the band shows on the outside of the city only.
    {
      id: 'city-band',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.cityBand,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 5, 10, 10, 14, 16],
      },
    },
    { id: 'district-areas', type: 'fill', source: 'districts', paint: { 'fill-color': palette.city } },
  ],
  lines: ({ palette }) => [
    {
      id: 'district-lines',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.districtLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 10, 1.3, 14, 2.2],
      },
    },
  ],
  legend: ({ palette, words }) => [
    { kind: 'area', label: words.layers.districts, fill: palette.city, stroke: palette.districtLine },
  ],
}
