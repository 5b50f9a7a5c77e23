/** Words of the place search. */
import type { places as reference } from '../zh-CN/places.ts'
import { terms } from './terms.ts'

const { district, county, township, zone } = terms.levels

export const places = {
  label: 'Find a place, river, section or river kilometre',
  placeholder: 'Find a place, river or section',
  hint: 'Chinese, pinyin or initials; a kilometre as “凉水河 12.5km”',
  clear: 'Clear',
  results: 'Places found',
  recent: 'Recent',
  forget: 'Clear recent',
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  searching: 'Searching…',
  none: (text: string) => `Nothing found for “${text}”`,
  failed: 'The search failed; try again in a moment',
  kinds: {
    district,
    county,
    township,
    zone,
    river: 'River',
    section: 'Monitoring section',
    gate: 'Gate or dam',
    reservoir: 'Reservoir',
    'river-km': 'River kilometre',
  },
  riverKilometre: (kilometre: string, river: string) => `${river}, ${kilometre} km from its first point, as drawn`,
  setDraft: (name: string) => `Report at “${name}”`,
  setDraftError: (metres: string) => `position error about ${metres} m`,
  keepDraft: 'Not here',
  draftSet: 'The report is placed here',
} satisfies typeof reference
