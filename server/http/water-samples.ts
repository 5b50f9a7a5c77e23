/** The addresses of samples, hourly values and imports. */
import type { Hono } from 'hono'
import {
  importWater,
  listWaterImports,
  previewWaterImport,
  readImportTemplate,
  undoWaterImport,
} from '#contract/water-imports'
import { listWaterSamples, readHourlySeries, readLatestValues } from '#contract/water-samples'
import { isRefusal, type Refusal } from '#domain/refusal'
import { DAY_MS, shanghaiDay, shanghaiIso, startOfShanghaiDayMs } from '#domain/shanghai-time'
import { hourOf, hourStartMs } from '#domain/water/hourly'
import { type ImportPreview, importWater as importAndKeep, previewImport, undoImport } from '../usecase/import-water.ts'
import type { Surroundings } from '../usecase/surroundings.ts'
import { importTemplate } from './import-template.ts'
import { type Answered, mount } from './mount.ts'

/** More imports than a list is scrolled through. */
const MOST_IMPORTS = 500
const MOST_ISSUES = 500

export function mountSamples(app: Hono, by: string, at: Surroundings): void {
  mount(app, readImportTemplate, ({ query }) => importTemplate(query.kind, query.format, knownSections(at)))
  mount(app, previewWaterImport, async ({ body }) => {
    const preview = await previewImport({ ...body, content: bytesOf(body.content) }, at)
    return isRefusal(preview) ? preview : previewBody(preview)
  })
  mount(app, importWater, ({ body }) => importAndKeep({ ...body, content: bytesOf(body.content) }, by, at))
  mount(app, listWaterImports, async () => ({ imports: await at.water.imports(MOST_IMPORTS) }))
  mount(app, undoWaterImport, ({ path }) => undoImport(path.id, by, at))
  mount(app, listWaterSamples, ({ query }) => answerSamples(query, at))
  mount(app, readHourlySeries, ({ query }) => answerHourly(query, at))
  mount(app, readLatestValues, async () => ({ values: (await at.hourly.latest()).map(latestBody) }))
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')

function knownSections(at: Surroundings) {
  const atlas = at.world.atlasAsOf(shanghaiDay(at.nowMs()))
  return isRefusal(atlas) ? [] : atlas.rivers.features.sections.map(({ properties }) => properties)
}

function previewBody({ hash, rowCount, samples, corrects, hourly, refused, warnings }: ImportPreview) {
  const hourlyCount = hourly.reduce((sum, { values }) => sum + values.length, 0)
  const sampled = samples.map(({ sampledAt }) => Date.parse(sampledAt))
  const measured = hourly.flatMap(({ values }) =>
    [values[0], values.at(-1)].flatMap((each) => (each ? [hourStartMs(each.hour)] : [])),
  )
  const times = [...sampled, ...measured].toSorted((a, b) => a - b)
  const [from, to] = [times[0], times.at(-1)]
  return {
    ...{ hash, rowCount, sampleCount: samples.length, hourlyCount, correctedCount: corrects.length },
    canImport: refused.length === 0 && samples.length + hourlyCount > 0,
    sectionIds: [...new Set([...samples, ...hourly].map(({ sectionId }) => sectionId))],
    from: from === undefined ? null : shanghaiIso(from),
    to: to === undefined ? null : shanghaiIso(to),
    ...{ refused: refused.slice(0, MOST_ISSUES), refusedCount: refused.length },
    ...{ warnings: warnings.slice(0, MOST_ISSUES), warningCount: warnings.length },
  }
}

interface SampleQuery {
  readonly section: string
  readonly from: string
  readonly to: string
  readonly audience: 'internal' | 'released'
}

async function answerSamples(
  { section, from, to, audience }: SampleQuery,
  at: Surroundings,
): Promise<Answered<typeof listWaterSamples> | Refusal> {
  if (!isKnown(section, at)) return { refusal: 'unknown-subject', subject: section }
  const samples = await at.water.samplesOf([section], from, to)
  return { samples: samples.filter(({ isReleased }) => isReleased || audience === 'internal') }
}

interface HourlyQuery {
  readonly section: string
  readonly indicator?: Parameters<Surroundings['hourly']['period']>[3]
  readonly from: string
  readonly to: string
}

/** Days of Beijing, both included. */
async function answerHourly(
  { section, indicator, from, to }: HourlyQuery,
  at: Surroundings,
): Promise<Answered<typeof readHourlySeries> | Refusal> {
  if (!isKnown(section, at)) return { refusal: 'unknown-subject', subject: section }
  const [first, end] = [hourOf(startOfShanghaiDayMs(from)), hourOf(startOfShanghaiDayMs(to) + DAY_MS)]
  const series = await at.hourly.period(section, first, end, indicator)
  return {
    series: series.map(({ indicator: measured, authority, isDemonstration, values }) => ({
      ...{ indicator: measured, authority, isDemonstration },
      hours: values.map(({ hour }) => hour),
      values: values.map(({ value }) => value),
      flags: values.map(({ flag }) => flag).join(''),
    })),
  }
}

const isKnown = (section: string, at: Surroundings): boolean => knownSections(at).some(({ id }) => id === section)

type LatestValue = Awaited<ReturnType<Surroundings['hourly']['latest']>>[number]

const latestBody = ({ sectionId, indicator, authority, isDemonstration, hour, value, flag }: LatestValue) => ({
  ...{ sectionId, indicator, authority, isDemonstration, value, flag },
  at: shanghaiIso(hourStartMs(hour)),
})
