/**
 * What the panels ask the map to draw besides the view.
 *
 * The draft being reported, the chosen incident and the filters are in the View (view/view.ts): a panel changes the view
 * and the map follows; a click or a drag on the map changes the view and the panel follows. There are no other events.
 * Each ref here is written by the panel on show, which sets it back when it closes.
 */
import type { Geometry } from 'geojson'
import { type ShallowRef, shallowRef } from 'vue'
import type { z } from 'zod'
import type { Assessment } from '#contract/assessments'
import type { FoundPlaces, QualityDrawing } from './quality-drawing.ts'

export interface MapScene {
  /** Units shaded by probability, evidence, bank strip, downstream path with arrival times, exit from the city. */
  readonly assessment: ShallowRef<z.output<typeof Assessment> | null>
  /** Where a saved incident lies, WGS 84. While the report panel is open the view's draft is drawn instead. */
  readonly subject: ShallowRef<Subject | null>
  /** The map flies here each time a new object is set, and outlines it. */
  readonly focus: ShallowRef<Focus | null>
  /** Reaches and sections by grade; while it is there, incidents and plain sections give way to it. */
  readonly quality: ShallowRef<QualityDrawing | null>
  /** Numbered places of the list on show. */
  readonly found: ShallowRef<FoundPlaces | null>
  /** The map as a PNG data URL, once everything is drawn; null while there is no map. */
  readonly takePicture: ShallowRef<(() => Promise<string>) | null>
  /** What a click on the map does to the view's draft: sets a point, or draws a line or an area. */
  readonly tool: ShallowRef<DrawingTool>
  /** False while the tool is being fetched: a click would be lost. */
  readonly isToolReady: ShallowRef<boolean>
}

export interface Subject {
  readonly geometry: Geometry
  readonly uncertaintyM: number
}

export interface Focus {
  readonly geometry: Geometry
}

export const DRAWING_TOOLS = ['none', 'point', 'line', 'area'] as const
export type DrawingTool = (typeof DRAWING_TOOLS)[number]

/** Prefix of the sources and layers that drawing by hand adds to the map; a new style leaves them alone. */
export const BY_HAND = 'td'

export const useScene = (): MapScene => scene

const scene: MapScene = {
  assessment: shallowRef(null),
  subject: shallowRef(null),
  focus: shallowRef(null),
  quality: shallowRef(null),
  found: shallowRef(null),
  takePicture: shallowRef(null),
  tool: shallowRef('none'),
  isToolReady: shallowRef(true),
}
