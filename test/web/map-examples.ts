/** Examples for the tests of the map: an assessment on two banks, and one incident. */
import type { z } from 'zod'
import type { Assessment as AssessmentSchema } from '#contract/assessments'
import type { IncidentSummary } from '#contract/incidents'

export type Assessment = z.output<typeof AssessmentSchema>

export const NO_UNITS: Assessment = {
  units: [],
  crossing: { isCross: true, kinds: [], outcome: 'crosses' },
  routing: {
    rule: 'L1',
    lead: null,
    coOrganisers: [],
    mustNotify: [],
    actions: [],
    punishingAuthority: null,
    clocks: [],
    basis: [],
    additions: [],
    needsConfirmation: false,
    ruleSet: { version: '1', validFrom: '2019-01-01' },
  },
  because: [],
  dataVersions: {},
  caveats: [],
}

const LINE = {
  type: 'LineString' as const,
  coordinates: [
    [116.76, 39.96],
    [116.82, 39.85],
    [116.93, 39.68],
  ],
}

export const bankAssessment: Assessment = {
  ...NO_UNITS,
  units: [
    {
      code: '110112',
      name: '通州区',
      level: 'district',
      how: ['bank'],
      certainty: 'certain',
      probability: 0.97,
      evidence: [{ kind: 'bank', zh: '右岸', en: 'right bank', reachIds: ['chaobai-12'] }],
    },
    {
      code: '131024',
      name: '香河县',
      level: 'county',
      how: ['downstream'],
      certainty: 'probable',
      probability: 0.6,
      arrivalH: { earliest: 8, probable: 13.4 },
      evidence: [
        { kind: 'trace', zh: '下游', en: 'downstream', geometry: LINE },
        {
          kind: 'exit',
          zh: '出市界',
          en: 'leaves the city',
          geometry: { type: 'Point', coordinates: [116.93, 39.68] },
        },
      ],
    },
  ],
}

export const oneIncident: z.output<typeof IncidentSummary> = {
  id: '0190c5a4-7e1c-7cc3-98c4-dc0c0c07398f',
  number: 'JH-20261124-0001',
  title: '潮白河排污',
  lon: 116.76,
  lat: 39.96,
  occurredAt: '2026-11-24T08:00:00+08:00',
  reportedAt: '2026-11-24T08:10:00+08:00',
  matter: 'enforcement',
  medium: 'water',
  severity: 'general',
  outcome: 'crosses',
  isCross: true,
  kinds: ['bank'],
  rule: 'L1',
  leadId: null,
  leadName: null,
  leadNameEn: null,
  unitCodes: ['110112', '131024'],
  unitNames: ['通州区', '香河县'],
  unitNamesEn: ['Tongzhou District', 'Xianghe County'],
  nextDueAt: null,
  status: 'reported',
  isDemonstration: false,
}
