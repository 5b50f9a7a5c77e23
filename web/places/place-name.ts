/** How a found place is called in the language of the reader, and where it belongs. */
import { PLACES } from '#domain/routing/actor-place'
import { unitName } from '../locales/names.ts'
import type { Locale } from '../view/view.ts'
import type { FoundPlace } from './recent-places.ts'

/** Rivers, sections and townships have no English names and keep their Chinese ones. */
export const placeName = ({ id, name }: FoundPlace, locale: Locale): string => unitName({ code: id, name }, locale)

/** The units above it, its river, or its basin; `kilometreText` says a river kilometre in the language of the reader. */
export const placeDetail = (
  place: FoundPlace,
  locale: Locale,
  kilometreText: (kilometre: string, river: string) => string,
): string => {
  if (place.kind === 'river-km')
    return kilometreText(place.id.split('@')[1] ?? '', place.name.replace(/ [\d.]+ km$/, ''))
  if (locale !== 'en') return withoutName(place)
  return PLACES[place.id]?.en ? '' : (PLACES[place.id.slice(0, DISTRICT_DIGITS)]?.en ?? place.detail)
}

/** The code of a township begins with that of its district (GB/T 2260, GB/T 10114). */
const DISTRICT_DIGITS = 6

/** 马驹桥镇, `北京市通州区马驹桥镇`: 北京市通州区. */
const withoutName = ({ name, detail }: FoundPlace): string =>
  detail.endsWith(name) && detail !== name ? detail.slice(0, -name.length) : detail
