/** What a person is looking at, as a value; and that value as a query string. A link restores the whole screen. */
import type { LineString, Point, Polygon } from 'geojson'
import { z } from 'zod'
import { IncidentFilter } from '#contract/incidents'
import { draftOf, textOfDraft } from './draft.ts'
import { REVIEW_HOME, type ReviewView, reviewOf, reviewParts } from './review-view.ts'

export type LonLat = readonly [lon: number, lat: number]
export const PANELS = ['list', 'report', 'incident', 'rules', 'review'] as const
type Panel = (typeof PANELS)[number]
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** What the map can show or hide, in the order of the legend. */
export const MAP_LAYERS = [
  'incidents',
  'districts',
  'townships',
  'counties',
  'zones',
  'reaches',
  'flow',
  'reservoirs',
  'sections',
  'gates',
  'labels',
] as const
export type MapLayer = (typeof MAP_LAYERS)[number]

/** The geometry being reported, WGS 84, with its circular standard error in metres. */
export interface Draft {
  readonly geometry: Point | LineString | Polygon
  readonly uncertaintyM: number
}

const { sort, order, limit: _limit, offset, bbox: _bbox, ...conditions } = IncidentFilter.shape
const FilterInUrl = z.object({
  ...conditions,
  sort: sort.unwrap().optional(),
  order: order.unwrap().optional(),
  offset: offset.unwrap().optional(),
})
/** Conditions, order and page of the incident list; absent means the endpoint's default. */
export type Filters = z.output<typeof FilterInUrl>

export interface Camera {
  readonly centre: LonLat
  readonly zoom: number
}

export interface View {
  /** Null: the whole city, however large the window is. */
  readonly camera: Camera | null
  /** What the right panel shows; `list` closes it. */
  readonly panel: Panel
  /** Whether the list on the left is open. */
  readonly isListOpen: boolean
  readonly incidentId: string | null
  /** The fact being looked at: `{unit code}.{number}` in the assessment shown. */
  readonly evidence: string | null
  readonly draft: Draft | null
  readonly layers: readonly MapLayer[]
  readonly filters: Filters
  /** Calendar day whose boundaries and rules are shown; null is today. */
  readonly date: string | null
  /** What the review shows while it is the panel. */
  readonly review: ReviewView
  readonly theme: Theme
  readonly locale: Locale
}

export const HOME: View = {
  camera: null,
  panel: 'list',
  isListOpen: true,
  incidentId: null,
  evidence: null,
  draft: null,
  layers: MAP_LAYERS,
  filters: {},
  date: null,
  review: REVIEW_HOME,
  theme: 'system',
  locale: 'zh-CN',
}

/** Reads a query string; whatever is missing or makes no sense falls back to `home`. */
export const viewOf = (query: string, home: View = HOME): View => {
  const given = new URLSearchParams(query)
  const incidentId = read(given, 'incident', z.uuid())
  return {
    camera: cameraOf(given.get('at')),
    panel: read(given, 'panel', z.enum(PANELS)) ?? (incidentId === null ? home.panel : 'incident'),
    isListOpen: given.has('list') ? given.get('list') !== '0' : home.isListOpen,
    incidentId,
    evidence: read(given, 'evidence', z.string().max(40)),
    draft: draftOf(given.get('draft'), given.get('error')),
    layers: layersOf(given.get('layers'), home),
    filters: filtersOf(Object.fromEntries(given)),
    date: read(given, 'date', z.iso.date()),
    review: reviewOf(given),
    theme: read(given, 'theme', z.enum(THEMES)) ?? home.theme,
    locale: read(given, 'lang', z.enum(LOCALES)) ?? home.locale,
  }
}

/** The shortest query string that `viewOf` reads back as the same view, at the precision of the screen. */
export const queryOf = (view: View, home: View = HOME): string => {
  const parts = new URLSearchParams()
  const put = (name: string, value: unknown, usual?: unknown) => {
    if (value !== undefined && value !== null && value !== usual) parts.set(name, String(value))
  }
  put('at', view.camera && cameraText(view.camera))
  put('panel', view.panel, view.incidentId === null ? home.panel : 'incident')
  put('list', view.isListOpen ? '1' : '0', home.isListOpen ? '1' : '0')
  put('incident', view.incidentId)
  put('evidence', view.evidence)
  put('draft', view.draft && textOfDraft(view.draft))
  put('error', view.draft?.uncertaintyM)
  put('layers', MAP_LAYERS.filter((layer) => view.layers.includes(layer)).join(), home.layers.join())
  for (const [name, value] of Object.entries(view.filters)) put(name, value)
  put('date', view.date)
  for (const [name, text] of reviewParts(view.review)) put(name, text)
  put('theme', view.theme, home.theme)
  put('lang', view.locale, home.locale)
  return parts.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}

const read = <T>(given: URLSearchParams, name: string, schema: z.ZodType<T>): T | null =>
  schema.safeParse(given.get(name)).data ?? null

const Place = z.tuple([
  z.coerce.number().min(-180).max(180),
  z.coerce.number().min(-85).max(85),
  z.coerce.number().min(0).max(22),
])

const cameraOf = (text: string | null): Camera | null => {
  const place = Place.safeParse(text?.split(',')).data
  return place ? { centre: [place[0], place[1]], zoom: place[2] } : null
}

const cameraText = ({ centre, zoom }: Camera) => `${centre[0].toFixed(5)},${centre[1].toFixed(5)},${zoom.toFixed(2)}`

const layersOf = (text: string | null, home: View): readonly MapLayer[] => {
  if (text === null) return home.layers
  const named = text.split(',')
  return MAP_LAYERS.filter((layer) => named.includes(layer))
}

/** Drops the conditions that make no sense and keeps the others. */
const filtersOf = (given: Record<string, string>): Filters => {
  const result = FilterInUrl.safeParse(given)
  if (result.success) return result.data
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]))
  return filtersOf(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))))
}
