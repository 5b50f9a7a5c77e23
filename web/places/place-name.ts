/** How a found place is called in the language of the reader, and where it belongs. */
import type { Locale } from '../view/view.ts'
import type { FoundPlace } from './recent-places.ts'

export const placeName = ({ name, nameEn }: FoundPlace, locale: Locale): string => (locale === 'en' ? nameEn : name)

/** The units around it, its river, or its basin. */
export const placeDetail = (place: FoundPlace, locale: Locale): string =>
  locale === 'en' ? place.detailEn : withoutName(place)

/** 马驹桥镇, `北京市通州区马驹桥镇`: 北京市通州区. A basin is a name of its own: 白河 lies in that of the 潮白河. */
const withoutName = ({ kind, name, detail }: FoundPlace): string =>
  kind !== 'river' && detail.endsWith(name) && detail !== name ? detail.slice(0, -name.length) : detail
