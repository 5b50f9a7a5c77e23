/** What the review asks the map to draw: reaches and sections by grade, the worst stretch, places found by tracing or patrol. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import type { QualityGrade } from '#domain/water/quality-grade'

/** The standard's blue to red (环办〔2011〕22号 names the colours; no official value was found). */
export const GRADE_COLOURS: Readonly<Record<QualityGrade | 'unmeasured', string>> = {
  excellent: '#0070C0',
  good: '#00B050',
  light: '#FFD700',
  moderate: '#FF8C00',
  heavy: '#FF0000',
  unmeasured: '#8A949A',
}

/** Dash and gap in line widths, so that the grades differ without colour: the worse, the shorter. */
export const GRADE_DASHES: Readonly<Record<QualityGrade, readonly [number, number] | null>> = {
  excellent: null,
  good: [5, 1],
  light: [2.5, 1],
  moderate: [1.2, 1],
  heavy: [0.5, 0.7],
}

interface LineFacts {
  readonly grade: QualityGrade | 'unmeasured'
  readonly isWorst: boolean
}

interface SectionFacts {
  readonly id: string
  readonly grade: QualityGrade | 'unmeasured'
  /** The class as written inside the mark: Ⅳ, 劣Ⅴ. */
  readonly letter: string
  /** Name, with 未发布 where it is. */
  readonly label: string
  readonly isChosen: boolean
  /** Belongs to what is reviewed; the others are drawn small, for context. */
  readonly isReviewed: boolean
}

interface FoundFacts {
  readonly id: string
  readonly label: string
}

export type QualityLine = Feature<LineString, LineFacts>
export type QualitySection = Feature<Point, SectionFacts>

export interface QualityDrawing {
  readonly lines: FeatureCollection<LineString, LineFacts>
  readonly sections: FeatureCollection<Point, SectionFacts>
}

export type FoundPlaces = FeatureCollection<Point, FoundFacts>

export const collectionOf = <F extends Feature>(
  features: readonly F[],
): FeatureCollection<F['geometry'], F['properties']> => ({ type: 'FeatureCollection', features: [...features] })
