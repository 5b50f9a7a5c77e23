/** What deck.gl draws, between the map's lines and its labels: the place with its error, the water's way, the chosen fact. */
import { GeoJsonLayer, type Layer, PathLayer, ScatterplotLayer } from 'deck.gl'
import type { Geometry } from 'geojson'
import type { AssessmentDrawing, WaterPath } from './assessment-drawing.ts'
import type { Focus, Subject } from './drawing.ts'
import { EVIDENCE_SLOT } from './map-style.ts'
import type { Palette } from './palette.ts'

export interface Evidence {
  readonly drawing: AssessmentDrawing
  readonly subject: Subject | null
  readonly focus: Focus | null
  readonly palette: Palette
}

export const deckLayers = ({ drawing, subject, focus, palette }: Evidence): readonly Layer[] => [
  ...(subject ? errorLayers(subject, palette) : []),
  ...pathLayers(drawing.paths, palette),
  ...(focus ? [outline('focus', focus.geometry, palette.focus, 4)] : []),
  ...(subject ? [outline('subject-casing', subject.geometry, palette.halo, 5, 8)] : []),
  ...(subject ? [outline('subject', subject.geometry, palette.draft, 2.5, 5.5)] : []),
]

/** One and two standard errors around the place, true to scale. */
const errorLayers = ({ geometry, uncertaintyM }: Subject, palette: Palette): readonly Layer[] => {
  if (uncertaintyM <= 0) return []
  return geometry.type === 'Point'
    ? [2, 1].map((errors) => errorCircle(geometry.coordinates, errors * uncertaintyM, errors, palette))
    : [errorBand(geometry, uncertaintyM, palette)]
}

const errorCircle = (position: readonly number[], radiusM: number, errors: number, palette: Palette) =>
  new ScatterplotLayer<readonly number[], InSlot>({
    id: `error-${errors}`,
    beforeId: EVIDENCE_SLOT,
    data: [position],
    getPosition: ([lon = 0, lat = 0]) => [lon, lat],
    getRadius: radiusM,
    radiusUnits: 'meters',
    stroked: true,
    getFillColor: colour(palette.draft, errors === 1 ? 36 : 20),
    getLineColor: colour(palette.draft, errors === 1 ? 220 : 90),
    lineWidthUnits: 'pixels',
    getLineWidth: 1.5,
    parameters: FLAT,
  })

const errorBand = (geometry: Geometry, uncertaintyM: number, palette: Palette) =>
  new GeoJsonLayer<object, InSlot>({
    id: 'error-band',
    beforeId: EVIDENCE_SLOT,
    data: featureOf(geometry),
    filled: false,
    getLineColor: colour(palette.draft, 40),
    lineWidthUnits: 'meters',
    getLineWidth: 2 * uncertaintyM,
    lineCapRounded: true,
    lineJointRounded: true,
    parameters: FLAT,
  })

const pathLayers = (paths: readonly WaterPath[], palette: Palette): readonly Layer[] =>
  paths.length === 0
    ? []
    : [
        pathLayer('path-casing', paths, () => palette.halo, 8),
        pathLayer('path', paths, ({ direction }) => palette[direction], 4.5),
      ]

const pathLayer = (id: string, paths: readonly WaterPath[], paint: (path: WaterPath) => string, width: number) =>
  new PathLayer<WaterPath, InSlot>({
    id,
    beforeId: EVIDENCE_SLOT,
    data: [...paths],
    getPath: ({ positions }) => positions.flatMap(([lon = 0, lat = 0]) => [lon, lat]),
    positionFormat: 'XY',
    getColor: (path) => colour(paint(path)),
    updateTriggers: { getColor: paint(NO_PATH) },
    widthUnits: 'pixels',
    getWidth: width,
    capRounded: true,
    jointRounded: true,
    parameters: FLAT,
  })

const outline = (id: string, geometry: Geometry, hex: string, width: number, radius = 9) =>
  new GeoJsonLayer<object, InSlot>({
    id,
    beforeId: EVIDENCE_SLOT,
    data: featureOf(geometry),
    getFillColor: colour(hex, geometry.type === 'Point' && id !== 'focus' ? 255 : 30),
    getLineColor: colour(hex),
    lineWidthUnits: 'pixels',
    getLineWidth: width,
    pointRadiusUnits: 'pixels',
    getPointRadius: radius,
    lineCapRounded: true,
    lineJointRounded: true,
    parameters: FLAT,
  })

interface InSlot {
  readonly beforeId: string
}

/** Everything lies on the ground; the last drawn is on top. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const

const NO_PATH: WaterPath = { positions: [], direction: 'downstream' }

const featureOf = (geometry: Geometry) => ({ type: 'Feature', properties: {}, geometry }) as const

type Colour = [red: number, green: number, blue: number, alpha: number]

/** `#rrggbb` and an alpha of 0 to 255. */
const colour = (hex: string, alpha = 255): Colour => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha]
}
