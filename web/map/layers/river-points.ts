/** 监测断面 and 闸坝: points on the rivers. */
import { FONT, type LayerModule, named, referenceSource } from '../map-layer.ts'

const pointLayer = (id: 'sections' | 'gates', image: string, fromZoom: number): LayerModule => ({
  id,
  fromZoom,
  sources: (facts) => ({ [id]: referenceSource(id, facts, 'id') }),
  marks: (facts) => [
    {
      id: `${id}-marks`,
      type: 'symbol',
      source: id,
      minzoom: fromZoom,
      layout: {
        'icon-image': `${image} ${facts.shade}`,
        'icon-allow-overlap': true,
        ...(facts.view.layers.includes('labels')
          ? {
              'text-field': ['step', ['zoom'], '', fromZoom + 1.5, named(facts)],
              'text-font': FONT,
              'text-size': 11,
              'text-anchor': 'left',
              'text-offset': [0.9, 0],
              'text-optional': true,
            }
          : {}),
      },
      paint: {
        'text-color': id === 'sections' ? facts.palette.section : facts.palette.gate,
        'text-halo-color': facts.palette.halo,
        'text-halo-width': 1.2,
      },
    },
  ],
  legend: ({ shade, words }) => [{ kind: 'icon', label: words.layers[id], image: `${image} ${shade}` }],
})

export const sections = pointLayer('sections', 'section', 9)
export const gates = pointLayer('gates', 'gate', 9.5)
