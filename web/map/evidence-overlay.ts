/** deck.gl inside the map's own canvas. In a file of its own: the map does not wait for it. */
import { MapLibreOverlay } from 'deck.gl'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { deckLayers, type Evidence } from './deck-layers.ts'

export interface EvidenceOverlay {
  readonly draw: (evidence: Evidence) => void
  readonly remove: () => void
}

export const evidenceOverlay = (map: MapLibreMap): EvidenceOverlay => {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
  map.addControl(overlay)
  return {
    draw: (evidence) => overlay.setProps({ layers: [...deckLayers(evidence)] }),
    remove: () => map.removeControl(overlay),
  }
}
