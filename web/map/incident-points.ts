/** Incidents as the points that the map draws. */
import type { FeatureCollection, Point } from 'geojson'
import type { z } from 'zod'
import type { IncidentSummary } from '#contract/incidents'

interface IncidentPointProperties {
  readonly id: string
  readonly outcome: string
  readonly medium: string
  readonly title: string
}
export type IncidentPoints = FeatureCollection<Point, IncidentPointProperties>

export const incidentPoints = (incidents: readonly z.output<typeof IncidentSummary>[]): IncidentPoints => ({
  type: 'FeatureCollection',
  features: incidents.map(({ id, outcome, medium, title, lon, lat }) => ({
    type: 'Feature',
    properties: { id, outcome, medium, title },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
})
