/** All that the map's style depends on. The style is a pure function of it. */
import type { FontFacesSpecification } from 'maplibre-gl'
import type { Words } from '../locales/index.ts'
import type { Shade } from '../theme/use-shade.ts'
import type { Locale, View } from '../view/view.ts'
import type { AssessmentDrawing } from './assessment-drawing.ts'
import type { IncidentPoints } from './incident-points.ts'
import type { Palette } from './palette.ts'
import type { FoundPlaces, QualityDrawing } from './quality-drawing.ts'

export interface MapFacts {
  readonly view: Pick<View, 'layers' | 'date' | 'incidentId'>
  /** The language of the names of features. */
  readonly locale: Locale
  readonly shade: Shade
  readonly palette: Palette
  readonly words: Words['map']
  readonly incidents: IncidentPoints
  readonly drawing: AssessmentDrawing
  readonly quality: QualityDrawing | null
  readonly found: FoundPlaces | null
  readonly fontFaces: FontFacesSpecification
}
