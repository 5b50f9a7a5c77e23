/** 世界: all that an assessment knows besides the report, for any day: the reference data and its versions. */
import { type Atlas, buildAtlas, changeDays } from './atlas.ts'
import type { ReferenceData } from './reference-data.ts'
import type { Refusal } from './refusal.ts'

export interface Versions {
  /** Of the reference data as it was read, e.g. a hash of its bytes. */
  readonly reference: string
  readonly software: string
}

export interface World {
  readonly versions: Versions
  /** First day for which there are boundaries. */
  readonly firstDay: string
  /** The atlas of a calendar day (Asia/Shanghai); each edition is built once, when first asked for. */
  atlasAsOf(day: string): Atlas | Refusal
}

export function createWorld(reference: ReferenceData, versions: Versions): World {
  const changes = changeDays(reference)
  const firstDay = reference.districts.features.map(({ properties }) => properties.validFrom).sort()[0] ?? ''
  const editions = new Map<string, Atlas>()
  return {
    versions,
    firstDay,
    atlasAsOf(day) {
      if (firstDay === '' || day < firstDay)
        return { refusal: 'no-boundaries-for-date', date: day, firstDate: firstDay }
      const edition = changes.findLast((change) => change <= day) ?? day
      const known = editions.get(edition)
      if (known !== undefined) return known
      const atlas = buildAtlas(reference, edition)
      editions.set(edition, atlas)
      return atlas
    },
  }
}
