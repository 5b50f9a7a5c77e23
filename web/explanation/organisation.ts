/** 谁来办: the bodies of a routing by role and place, those of Tianjin and Hebei apart. */
import { PLACES, provincePlace } from '#domain/routing/actor-place'
import type { Actor, Routing } from './judged.ts'

/** The bodies of one place: a key of `PLACES`, or `mee` for the ministry. */
export interface PlaceGroup {
  readonly place: string
  readonly actors: readonly Actor[]
}

export interface Organisation {
  readonly lead: Actor | null
  readonly acting: readonly PlaceGroup[]
  readonly told: readonly PlaceGroup[]
  readonly outsideActing: readonly Actor[]
  readonly outsideTold: readonly Actor[]
}

/** Who acts is not listed again among those who are only told. */
export const organisationOf = ({ lead, coOrganisers, mustNotify }: Routing): Organisation => {
  const acting = new Set([lead?.id, ...coOrganisers.map(({ id }) => id)])
  const partners = coOrganisers.filter(({ id }) => id !== lead?.id)
  const told = mustNotify.filter(({ id }) => !acting.has(id))
  return {
    lead,
    acting: byPlace(partners.filter((actor) => !isOutside(actor))),
    told: byPlace(told.filter((actor) => !isOutside(actor))),
    outsideActing: partners.filter(isOutside),
    outsideTold: told.filter(isOutside),
  }
}

const byPlace = (actors: readonly Actor[]): readonly PlaceGroup[] =>
  [...new Set(actors.map(placeOf))].map((place) => ({
    place,
    actors: actors.filter((actor) => placeOf(actor) === place),
  }))

/** A township's bodies stand with their district. */
const placeOf = ({ id }: Actor): string => {
  const place = id.split('-')[0] ?? id
  return place in PLACES || !/^\d{6}/.test(place) ? place : place.slice(0, 6)
}

const isOutside = (actor: Actor): boolean => {
  const place = placeOf(actor)
  const province = provincePlace(place) ?? place
  return province === 'hebei' || province === 'tianjin'
}
