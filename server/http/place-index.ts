/** Finds places by name in Chinese or English, code, pinyin (`changyang`), initials (`cyz`) or river kilometre (`凉水河 12.5km`). */
import type { ReachFeature, ReferenceData } from '#domain/reference-data'
import { buildRiverLines, placeAt } from '#domain/river/line'
import type { EnglishNames } from './incident-list.ts'
import { current, type FoundPlace, placeEntries, rivers } from './place-entries.ts'

export interface PlaceIndex {
  readonly search: (query: string, limit: number) => Promise<{ places: FoundPlace[] }>
  /** Makes the index ahead of the first search. */
  readonly warm: () => Promise<unknown>
}

interface Entry {
  readonly place: FoundPlace
  readonly name: string
  readonly nameEn: string
  readonly pinyin: string
  readonly initials: string
}

/** Made on the first search: the dictionary of pinyin takes longer to load than the server may take to start. */
export function placeIndex(reference: ReferenceData, englishName: EnglishNames): PlaceIndex {
  let made: Promise<Entry[]> | undefined
  const entries = () => {
    made ??= readEntries(reference, englishName)
    return made
  }
  const rivered = rivers(current(reference.reaches.features))
  return {
    warm: entries,
    async search(query, limit) {
      const all = await entries()
      const kilometres = riverKilometre(query, all, rivered)
      const named = rank(all, query.trim().toLowerCase())
      return { places: [...kilometres, ...named].slice(0, limit) }
    },
  }
}

async function readEntries(reference: ReferenceData, englishName: EnglishNames): Promise<Entry[]> {
  const { pinyin } = await import('pinyin-pro')
  return placeEntries(reference, englishName).map((place) => {
    const syllables = pinyin(place.name, { toneType: 'none', type: 'array', v: true })
    return {
      place,
      name: place.name.toLowerCase(),
      nameEn: place.nameEn.toLowerCase(),
      pinyin: syllables.join('').toLowerCase(),
      initials: syllables
        .map((syllable) => syllable.slice(0, 1))
        .join('')
        .toLowerCase(),
    }
  })
}

function rank(entries: readonly Entry[], query: string): FoundPlace[] {
  const found = entries.flatMap((entry) => {
    const distance = match(entry, query)
    return distance === undefined ? [] : [{ entry, distance }]
  })
  found.sort(
    (a, b) =>
      a.distance - b.distance ||
      KINDS.indexOf(a.entry.place.kind) - KINDS.indexOf(b.entry.place.kind) ||
      a.entry.name.length - b.entry.name.length,
  )
  return found.map(({ entry }) => entry.place)
}

/** Of equally good matches the larger thing comes first. */
const KINDS: readonly FoundPlace['kind'][] = [
  'district',
  'county',
  'river',
  'zone',
  'reservoir',
  'township',
  'section',
  'gate',
  'river-km',
]

/** The smaller the better; undefined where nothing fits. Spaces and apostrophes between syllables do not count. */
function match({ place, name, nameEn, pinyin, initials }: Entry, query: string): number | undefined {
  const letters = query.replaceAll(/[\s']/g, '')
  if (letters === '') return undefined
  const tests = [
    name === query || nameEn === query || place.id === query,
    name.startsWith(query) || nameEn.startsWith(query),
    pinyin === letters,
    initials === letters,
    pinyin.startsWith(letters),
    initials.startsWith(letters),
    name.includes(query),
    letters.length > 2 && (pinyin.includes(letters) || nameEn.includes(query)),
    place.detail.includes(query),
  ]
  const first = tests.indexOf(true)
  return first < 0 ? undefined : first
}

const KILOMETRE = /^\s*(\S.*?)\s*[kK]?(\d{1,4}(?:\.\d{1,3})?)\s*(?:km|公里|千米)\s*$/i

/** Counted from the river's first point along the line as drawn; a kilometre beyond its end finds nothing. */
function riverKilometre(query: string, entries: readonly Entry[], all: readonly ReachFeature[][]): FoundPlace[] {
  const [, asked = '', kilometre = ''] = KILOMETRE.exec(query) ?? []
  if (asked === '') return []
  const named = entries.filter(
    (entry) => entry.place.kind === 'river' && match(entry, asked.toLowerCase()) !== undefined,
  )
  return named.flatMap(({ place }) => {
    const river = all.find(([first]) => first?.properties.riverId === place.id) ?? []
    const at = alongRiver(river, Number(kilometre) * 1000)
    if (at === undefined) return []
    const [lon, lat] = at
    return [kilometrePlace(place, kilometre, lon, lat)]
  })
}

function kilometrePlace({ id, name, nameEn }: FoundPlace, kilometre: string, lon: number, lat: number): FoundPlace {
  const km = Number(kilometre)
  return {
    ...{ kind: 'river-km', id: `${id}@${kilometre}`, lon, lat },
    ...{ name: `${name} ${km} km`, detail: `${name}，自起点 ${km} 公里（按所绘河长）` },
    ...{ nameEn: `${nameEn} ${km} km`, detailEn: `${nameEn}, ${km} km from its first point, as drawn` },
  }
}

function alongRiver(river: readonly ReachFeature[], chainageM: number): readonly [number, number] | undefined {
  const reach = river.find(
    ({ properties: { chainageM: startM, lengthM } }) => chainageM >= startM && chainageM <= startM + lengthM,
  )
  if (reach === undefined) return undefined
  const { chainageM: startM, lengthM } = reach.properties
  return placeAt(buildRiverLines([reach.geometry.coordinates]), 0, lengthM === 0 ? 0 : (chainageM - startM) / lengthM)
}
