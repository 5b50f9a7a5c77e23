/** Judged incidents for the explanation, small enough to read. */
import type { Judged, Unit } from '../../web/explanation/judged.ts'

export const unit = (code: string, name: string, part: Partial<Unit> = {}): Unit => ({
  code,
  name,
  level: code.startsWith('11') ? 'district' : 'county',
  how: ['area'],
  certainty: 'certain',
  probability: 0.98,
  evidence: [],
  ...part,
})

export const judged = (
  units: readonly Unit[],
  crossing: Partial<Judged['crossing']> = {},
  routing: Partial<Judged['routing']> = {},
): Judged => ({
  units: [...units],
  crossing: { isCross: false, kinds: [], outcome: 'within-one', ...crossing },
  routing: {
    rule: 'L10',
    lead: { id: 'bj-bureau', name: '北京市生态环境局' },
    coOrganisers: [],
    mustNotify: [],
    actions: [],
    punishingAuthority: null,
    clocks: [],
    basis: [],
    additions: [],
    needsConfirmation: false,
    ruleSet: { version: 'beijing-2019.2', validFrom: '2019-03-04' },
    ...routing,
  },
  because: [],
  dataVersions: {},
  caveats: [],
})
