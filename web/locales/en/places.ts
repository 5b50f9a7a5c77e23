/** Words of the place search. */
import type { places as reference } from '../zh-CN/places.ts'
import { terms } from './terms.ts'

const { district, county, township, zone } = terms.levels

export const places = {
  label: 'Find a place, river, section or river kilometre',
  hint: 'Place, pinyin, initials or “Liangshui River 12.5km”',
  results: 'Places found',
  recent: 'Recent',
  count: (count: string) => (count === '1' ? '1 result' : `${count} results`),
  searching: 'Searching…',
  none: (text: string) => `Nothing found for “${text}”`,
  noneHint:
    'Type a district, township, river, section, gate or reservoir in English, Chinese, pinyin or initials; a kilometre as “Liangshui River 12.5km”.',
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
  setDraft: (name: string) => `Report at “${name}”?`,
  setDraftError: (metres: string) => `position error ${metres} m (a default of Jiehe)`,
  setDraftYes: 'Place it here',
  setDraftNo: 'No',
} satisfies typeof reference
