/** Keeps deck.gl's part of the map equal to the scene; fetches deck.gl when there is first something to draw. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type ComputedRef, computed, onBeforeUnmount, type ShallowRef, watch } from 'vue'
import { useView } from '../view/use-view.ts'
import type { Evidence } from './deck-layers.ts'
import { type Subject, useScene } from './drawing.ts'
import type { EvidenceOverlay } from './evidence-overlay.ts'
import type { MapFacts } from './map-facts.ts'

/** The place on show: the draft while reporting, else the saved incident's. */
const useSubject = (): ComputedRef<Subject | null> => {
  const { view } = useView()
  const { subject } = useScene()
  return computed(() => (view.value.panel === 'report' ? view.value.draft : subject.value))
}

export const useEvidence = (map: Readonly<ShallowRef<MapLibreMap | null>>, facts: ComputedRef<MapFacts>): void => {
  const { focus } = useScene()
  const subject = useSubject()
  const evidence = computed<Evidence>(() => ({
    drawing: facts.value.drawing,
    palette: facts.value.palette,
    subject: subject.value,
    focus: focus.value,
  }))

  let overlay: EvidenceOverlay | null = null
  let isGone = false

  watch([map, evidence], async ([made]) => {
    if (!made || (!overlay && isEmpty(evidence.value))) return
    const { evidenceOverlay } = await import('./evidence-overlay.ts')
    if (isGone) return
    overlay ??= evidenceOverlay(made)
    overlay.draw(evidence.value)
  })

  onBeforeUnmount(() => {
    isGone = true
    overlay?.remove()
  })
}

const isEmpty = ({ drawing, subject, focus }: Evidence): boolean => !subject && !focus && drawing.paths.length === 0
