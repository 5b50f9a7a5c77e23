/** 流向: arrows along the reaches, which are drawn downstream. */
import type { LayerModule } from '../map-layer.ts'

const FROM_ZOOM = 8.5

export const flow: LayerModule = {
  id: 'flow',
  fromZoom: FROM_ZOOM,
  marks: ({ shade, view }) =>
    view.layers.includes('reaches')
      ? [
          {
            id: 'flow-arrows',
            type: 'symbol',
            source: 'reaches',
            minzoom: FROM_ZOOM,
            filter: ['!=', ['get', 'state'], 'dry'],
            layout: {
              'symbol-placement': 'line',
              'symbol-spacing': 130,
              'icon-image': `arrow ${shade}`,
              'icon-size': ['interpolate', ['linear'], ['zoom'], FROM_ZOOM, 0.7, 14, 1.1],
              'icon-rotation-alignment': 'map',
              'icon-padding': 4,
              'icon-ignore-placement': true,
            },
          },
        ]
      : [],
  legend: ({ shade, words }) => [{ kind: 'icon', label: words.layers.flow, image: `arrow ${shade}` }],
}
