/** The reference set as the map draws it: one GeoJSON file per layer and edition, made when first asked for. */
import type { Feature, Point } from 'geojson'
import { LAYERS } from '#contract/layers'
import { labelPoint } from '#domain/label-point'
import type { JurisdictionFeature, Provenance, ReferenceData } from '#domain/reference-data'
import type { Refusal } from '#domain/refusal'
import { type StoredFile, storedFile } from './stored-file.ts'

export type LayerFiles = (layer: string, day: string) => StoredFile | Refusal

/** @param editions the days on which something in the set begins or ceases to hold, in order. */
export function layerFiles(reference: ReferenceData, editions: readonly string[]): LayerFiles {
  const files = new Map<string, StoredFile>()
  return (asked, day) => {
    const layer = LAYERS.find((name) => name === asked)
    if (layer === undefined) return { refusal: 'layer-not-found', layer: asked.slice(0, 40) }
    const edition = editions.findLast((first) => first <= day)
    if (edition === undefined) return { refusal: 'no-boundaries-for-date', date: day, firstDate: editions[0] ?? day }
    const key = `${layer} ${edition}`
    const file = files.get(key) ?? draw(reference, layer, edition)
    files.set(key, file)
    return file
  }
}

function draw(reference: ReferenceData, layer: (typeof LAYERS)[number], day: string): StoredFile {
  const features =
    layer === 'labels'
      ? labels(reference, day)
      : holding<Feature<Feature['geometry'], Provenance>>(reference[layer].features, day)
  return storedFile('application/geo+json', JSON.stringify({ type: 'FeatureCollection', features }))
}

/** One point per district, county and township; the area's own properties go along. */
function labels({ districts, counties, townships }: ReferenceData, day: string): Feature<Point>[] {
  const areas = [districts, counties, townships].flatMap(({ features }) => holding(features, day))
  return areas.map(labelOf)
}

const labelOf = ({ properties, geometry }: JurisdictionFeature): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: labelPoint(geometry).map((degrees) => Math.round(degrees * 1e6) / 1e6) },
})

const holding = <F extends { readonly properties: Provenance }>(features: readonly F[], day: string): F[] =>
  features.filter(({ properties: { validFrom, validTo } }) => validFrom <= day && (validTo === null || day < validTo))
