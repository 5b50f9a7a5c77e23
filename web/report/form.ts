/** What a person has filled in so far. The place on the map is the view's draft; here is what was typed of it. */
import { z } from 'zod'
import { COORDINATE_SYSTEMS, MATTERS, MEDIA, SENSITIVITIES, SEVERITIES, SOURCE_KINDS } from '#domain/report/report'
import { shanghaiIso } from '#domain/shanghai-time'

/** Clock time in Asia/Shanghai, `2026-11-24T14:05`; empty when not given. */
const WallClock = z.string().regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/)

export const Form = z.object({
  /** Of the incident to be: sending it twice saves it once. */
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  crs: z.enum(COORDINATE_SYSTEMS),
  /** Longitude or easting, then latitude or northing, as typed. */
  x: z.string(),
  y: z.string(),
  occurredAt: WallClock,
  discoveredAt: WallClock,
  matter: z.enum(MATTERS),
  medium: z.enum(MEDIA),
  severity: z.enum(SEVERITIES),
  pollutant: z.string(),
  isMajorViolation: z.boolean(),
  isCityPermit: z.boolean(),
  isCrimeSuspected: z.boolean(),
  keySource: z.enum(['unknown', 'yes', 'no']),
  sourceKind: z.enum(['unknown', ...SOURCE_KINDS]),
  sensitive: z.array(z.enum(SENSITIVITIES)),
  filings: z.array(z.object({ unit: z.string(), filedAt: WallClock })),
})
export type Form = z.output<typeof Form>

export const emptyForm = (id: string, nowMs: number): Form => ({
  id,
  title: '',
  description: '',
  crs: 'EPSG:4326',
  x: '',
  y: '',
  occurredAt: wallClock(nowMs),
  discoveredAt: '',
  matter: 'enforcement',
  medium: 'water',
  severity: 'undetermined',
  pollutant: '',
  isMajorViolation: false,
  isCityPermit: false,
  isCrimeSuspected: false,
  keySource: 'unknown',
  sourceKind: 'unknown',
  sensitive: [],
  filings: [],
})

/** Which circumstances the answer turns on for this matter; what is not asked is not sent. */
export const asksFor = ({ matter }: Pick<Form, 'matter'>) => ({
  keySource: matter === 'source-monitoring',
  sourceKind: matter === 'emergency' || matter === 'enforcement' || matter === 'dispute',
  sensitive: matter === 'emergency',
})

/** Whether anything would be lost. The time is filled in by itself and does not count. */
export const isUntouched = (form: Form): boolean => {
  const { id, occurredAt, ...given } = form
  const { id: _, occurredAt: __, ...empty } = emptyForm(id, 0)
  return occurredAt !== '' && JSON.stringify(given) === JSON.stringify(empty)
}

export const wallClock = (nowMs: number): string => shanghaiIso(nowMs).slice(0, 16)

/** A wall clock as an instant with its offset. */
export const instantOf = (clock: string): string => `${clock}:00+08:00`
