/** `POST /api/assessments`: judge a report without storing it. Mirrors domain/assessment.ts. */

import { z } from 'zod'
import { ACTIONS } from '#domain/assessment'
import { COORDINATE_SYSTEMS, MATTERS, MEDIA, SENSITIVITIES, SEVERITIES, SOURCE_KINDS } from '#domain/report/report'
import { endpoint } from './endpoint.ts'
import { plainText } from './fields.ts'
import { Geometry } from './geojson.ts'

export const Report = z
  .object({
    geometry: Geometry,
    crs: z.enum(COORDINATE_SYSTEMS),
    uncertaintyM: z.number().min(0).max(50_000).optional(),
    occurredAt: z.string().max(40),
    /** When it was found or learnt of, not before `occurredAt`: the clocks start here, else at `occurredAt`. */
    discoveredAt: z.string().max(40).optional(),
    matter: z.enum(MATTERS),
    medium: z.enum(MEDIA),
    severity: z.enum(SEVERITIES),
    pollutant: plainText(100).optional(),
    isMajorViolation: z.boolean().optional(),
    isCityPermit: z.boolean().optional(),
    isCrimeSuspected: z.boolean().optional(),
    /** 重点污染源: absent where it is not known. */
    isKeySource: z.boolean().optional(),
    sourceKind: z.enum(SOURCE_KINDS).optional(),
    /** Circumstances of article 4 of the reporting measures (Order 17) that place, pollutant and flow do not show. */
    sensitive: z.array(z.enum(SENSITIVITIES)).max(50).optional(),
    filings: z
      .array(z.object({ unit: plainText(20), filedAt: z.string().max(40) }))
      .max(50)
      .optional(),
  })
  .meta({ id: 'Report' })

export const Level = z.enum(['municipality', 'district', 'county', 'township', 'zone'])
const Bilingual = z.object({ zh: z.string(), en: z.string() })
/** English names are absent in assessments saved before there were any. */
const nameEn = z.string().optional()
const ActorRef = z.object({ id: z.string(), name: z.string(), nameEn }).meta({ id: 'Actor' })

export const Evidence = z
  .object({
    kind: z.enum(['share', 'boundary', 'bank', 'trace', 'section', 'zone', 'exit', 'uncertainty']),
    zh: z.string(),
    en: z.string(),
    reachIds: z.array(z.string()).optional(),
    sectionIds: z.array(z.string()).optional(),
    distanceM: z.number().optional(),
    hours: z.number().optional(),
    shareOfArea: z.number().optional(),
    geometry: Geometry.optional(),
  })
  .meta({ id: 'Evidence' })

export const TouchedUnit = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn,
    level: Level,
    how: z.array(z.enum(['area', 'bank', 'upstream', 'downstream', 'overlay'])),
    certainty: z.enum(['certain', 'probable', 'possible']),
    probability: z.number().min(0).max(1),
    share: z.number().min(0).max(1).optional(),
    arrivalH: z.object({ earliest: z.number(), probable: z.number() }).optional(),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'TouchedUnit' })

const Crossing = z.object({
  isCross: z.boolean(),
  kinds: z.array(z.enum(['area', 'bank', 'updown', 'overlay', 'city-border'])),
  outcome: z.enum(['crosses', 'within-one', 'ask']),
})

const TextStatus = z.enum(['verified', 'secondary', 'memory', 'design'])

export const Basis = z
  .object({
    document: z.string(),
    article: z.string(),
    text: z.string(),
    documentEn: z.string(),
    /** What the passage says, in one English sentence without authority; absent in assessments saved before. */
    glossEn: z.string().optional(),
    isQuote: z.boolean(),
    status: TextStatus,
  })
  .meta({ id: 'Basis' })

const Clock = z
  .object({
    what: z.string(),
    whatEn: z.string(),
    limitH: z.number().nullable(),
    dueAt: z.string().nullable(),
    basis: z.string(),
    /** Absent in assessments saved before. */
    basisEn: z.string().optional(),
    startsAt: z.string().optional(),
    startsFrom: z.enum(['discovered', 'occurred']).optional(),
  })
  .meta({ id: 'Clock' })

const Routing = z
  .object({
    rule: z.string(),
    /** `design`: the row is Jiehe's reading of the cited texts, not law itself. */
    mark: TextStatus.optional(),
    lead: ActorRef.nullable(),
    coOrganisers: z.array(ActorRef),
    mustNotify: z.array(ActorRef),
    actions: z.array(z.enum(ACTIONS)),
    punishingAuthority: ActorRef.extend({ ...Bilingual.shape, isProvisional: z.boolean().optional() }).nullable(),
    clocks: z.array(Clock),
    basis: z.array(Basis),
    additions: z.array(Bilingual.extend({ rule: z.string() })),
    needsConfirmation: z.boolean(),
    ruleSet: z.object({ version: z.string(), validFrom: z.string() }),
  })
  .meta({ id: 'Routing' })

const RuleTrace = z
  .object({
    rule: z.string(),
    matched: z.boolean(),
    conditions: z.array(
      z.object({
        fact: z.string(),
        operator: z.string(),
        expected: z.unknown(),
        actual: z.unknown(),
        held: z.boolean(),
      }),
    ),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'RuleTrace' })

export const Assessment = z
  .object({
    units: z.array(TouchedUnit),
    crossing: Crossing,
    routing: Routing,
    because: z.array(RuleTrace),
    dataVersions: z.record(z.string(), z.string()),
    caveats: z.array(Bilingual),
  })
  .meta({ id: 'Assessment' })

export const assessReport = endpoint({
  method: 'POST',
  path: '/api/assessments',
  summary: { zh: '研判一起事件，不保存', en: 'Assess a report; nothing is stored' },
  input: { body: Report },
  output: Assessment,
  status: 200,
  refuses: ['invalid-report', 'unknown-crs', 'no-rules-for-date', 'no-boundaries-for-date'],
  bodyLimit: 2 * 1024 * 1024,
})
