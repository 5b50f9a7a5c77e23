/** `GET /api/incidents`: what the store lists, with the English names of units and leads. */
import type { listIncidents } from '#contract/incidents'
import type { IncidentSummary } from '#domain/incident'
import type { ReferenceData } from '#domain/reference-data'
import { actorName } from '#domain/routing/actor'
import type { Answered } from './mount.ts'

/** Undefined for a code that the reference set does not know. */
export type EnglishNames = (code: string) => string | undefined

export function englishNames({ districts, counties, townships, zones }: ReferenceData): EnglishNames {
  const names = new Map(
    [districts, counties, townships, zones].flatMap(({ features }) =>
      features.map(({ properties: { code, nameEn } }) => [code, nameEn] as const),
    ),
  )
  return (code) => names.get(code)
}

type Listed = Answered<typeof listIncidents>['incidents'][number]

/** Names come from the reference set, not from the row: a row keeps the Chinese ones, which are the record. */
export const withEnglishNames =
  (nameOf: EnglishNames) =>
  (incident: IncidentSummary): Listed => {
    const { leadId, leadName, kinds, unitCodes, unitNames } = incident
    return {
      ...incident,
      kinds: [...kinds],
      unitCodes: [...unitCodes],
      unitNames: [...unitNames],
      unitNamesEn: unitCodes.map((code, at) => nameOf(code) ?? unitNames[at] ?? code),
      leadNameEn: leadId === null ? null : (leadNameEn(leadId, nameOf) ?? leadName),
    }
  }

function leadNameEn(id: string, nameOf: EnglishNames): string | undefined {
  const place = id.slice(0, Math.max(0, id.indexOf('-')))
  const en = nameOf(place) ?? place
  return actorName(id, { zh: place, en })?.en
}
