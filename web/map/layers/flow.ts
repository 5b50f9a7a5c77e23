/** 流向: arrows along the reaches, which are drawn downstream. */
import type { LayerModule } from '../map-layer.ts'

export const flow: LayerModule = {
  id: 'flow',
  marks: ({ shade, view }) =>
    view.layers.includes('reaches')
      ? [
          {
            id: 'flow-arrows',
            type: 'symbol',
            source: 'reaches',
            minzoom: 8.5,
            filter: ['!=', ['get', 'state'], 'dry'],
            layout: {
              'symbol-placement': 'line',
              'symbol-spacing': 130,
              'icon-image': `arrow ${shade}`,
              'icon-size': ['interpolate', ['linear'], ['zoom'], 8.5, 0.7, 14, 1.1],
              'icon-rotation-alignment': 'map',
              'icon-padding': 4,
              'icon-ignore-placement': true,
            },
          },
        ]
      : [],
  legend: ({ shade, words }) => [{ kind: 'icon', label: words.layers.flow, image: `arrow ${shade}` }],
}
