/** Reads samples, targets, chiefs and imports. Written ones come in by water-changes.ts alone. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#dialect'
import { shanghaiDay, startOfShanghaiDayMs } from '#domain/shanghai-time'
import type { RiverChief } from '#domain/water/river-chief'
import type { Measurement, Sample } from '#domain/water/sample'
import type { SectionTarget } from '#domain/water/target'
import type { ImportRecord } from '#domain/water/water-import'
import type { WaterNote } from '#domain/water/water-note'
import { type PackedMeasurement, riverChiefs, samples, sectionTargets, waterImports, waterNotes } from './schema.ts'

export type WaterStore = ReturnType<typeof waterStore>

export interface StoredSample extends Sample {
  readonly importId: string
}

/** A target as it is kept. */
export interface StoredTarget extends SectionTarget {
  readonly isDemonstration: boolean
}

export function waterStore(db: Db) {
  const readPeriod = preparedQuery(db, (on) =>
    on
      .select(SAMPLE_COLUMNS)
      .from(samples)
      .where(
        and(
          sql`${samples.sectionId} in (select value from json_each(${sql.placeholder('sections')}))`,
          sql`${samples.sampledAt} >= ${sql.placeholder('fromMs')} and ${samples.sampledAt} < ${sql.placeholder('toMs')}`,
          isNull(samples.retiredBy),
        ),
      )
      .orderBy(asc(samples.sectionId), asc(samples.sampledAt)),
  )
  const readNotes = preparedQuery(db, (on) =>
    on
      .select(NOTE_COLUMNS)
      .from(waterNotes)
      .where(
        and(
          sql`${waterNotes.sectionId} in (select value from json_each(${sql.placeholder('sections')}))`,
          sql`${waterNotes.month} between ${sql.placeholder('fromMonth')} and ${sql.placeholder('toMonth')}`,
        ),
      )
      .orderBy(asc(waterNotes.number)),
  )
  return {
    /** Samples in force of some sections, both months (`2026-01`) included; by section, then by time. */
    async samplesOf(sectionIds: readonly string[], fromMonth: string, toMonth: string): Promise<StoredSample[]> {
      const [fromMs, toMs] = [monthStartMs(fromMonth), monthEndMs(toMonth)]
      const rows = await readPeriod({ sections: JSON.stringify(sectionIds), fromMs, toMs })
      return rows.map(unpack)
    },

    /** First and last month (`2026-01`) of what is in force; null without a sample. */
    async monthRange(): Promise<{ readonly firstMonth: string; readonly lastMonth: string } | null> {
      const [range] = await db
        .select({
          first: sql<number | null>`min(${samples.sampledAt})`,
          last: sql<number | null>`max(${samples.sampledAt})`,
        })
        .from(samples)
        .where(isNull(samples.retiredBy))
      if (range === undefined || range.first === null || range.last === null) return null
      return { firstMonth: shanghaiDay(range.first).slice(0, 7), lastMonth: shanghaiDay(range.last).slice(0, 7) }
    },

    /** Every target that was ever set for some sections (all without a list), the oldest first. */
    async targets(sectionIds?: readonly string[]): Promise<StoredTarget[]> {
      const rows = await db
        .select()
        .from(sectionTargets)
        .where(sectionIds && inArray(sectionTargets.sectionId, [...sectionIds]))
        .orderBy(asc(sectionTargets.sectionId), asc(sectionTargets.validFrom))
      return rows.map(({ validTo, ...target }) => ({ ...target, ...(validTo !== null && { validTo }) }))
    },

    /** Every chief, past ones too, of some rivers (all without a list). */
    async chiefs(riverIds?: readonly string[]): Promise<RiverChief[]> {
      return db
        .select()
        .from(riverChiefs)
        .where(riverIds && inArray(riverChiefs.riverId, [...riverIds]))
        .orderBy(asc(riverChiefs.riverId), asc(riverChiefs.id))
    },

    /** The newest first, with those undone since. */
    async imports(limit: number): Promise<ImportRecord[]> {
      return db.select(IMPORT_COLUMNS).from(waterImports).orderBy(desc(waterImports.number)).limit(limit)
    },

    async importById(id: string): Promise<ImportRecord | undefined> {
      const [found] = await db.select(IMPORT_COLUMNS).from(waterImports).where(eq(waterImports.id, id))
      return found
    },

    /** An import of the very same bytes that is in force. */
    async importByHash(fileHash: string): Promise<ImportRecord | undefined> {
      const [found] = await db
        .select(IMPORT_COLUMNS)
        .from(waterImports)
        .where(and(eq(waterImports.fileHash, fileHash), isNull(waterImports.undoneAt)))
      return found
    },

    /** Samples in force of some sections between two instants, the second excluded. */
    async samplesBetween(sectionIds: readonly string[], fromMs: number, toMs: number): Promise<StoredSample[]> {
      const rows = await readPeriod({ sections: JSON.stringify(sectionIds), fromMs, toMs })
      return rows.map(unpack)
    },

    /** Imports that correct samples of this one and are in force: they must be undone first. */
    async correctedBy(importId: string): Promise<string[]> {
      const rows = await db
        .selectDistinct({ id: samples.retiredBy })
        .from(samples)
        .where(and(eq(samples.importId, importId), sql`${samples.retiredBy} <> ${importId}`))
      return rows.flatMap(({ id }) => (id === null ? [] : [id]))
    },

    /** Objections and reconciliations of some sections, both months included, in the order in which they were made. */
    async notes(sectionIds: readonly string[], fromMonth: string, toMonth: string): Promise<WaterNote[]> {
      return readNotes({ sections: JSON.stringify(sectionIds), fromMonth, toMonth })
    },

    async noteById(id: string): Promise<WaterNote | undefined> {
      const [found] = await db.select(NOTE_COLUMNS).from(waterNotes).where(eq(waterNotes.id, id))
      return found
    },

    async hasDemonstrations(): Promise<boolean> {
      const [found] = await db
        .select({ id: waterImports.id })
        .from(waterImports)
        .where(eq(waterImports.isDemonstration, true))
        .limit(1)
      return found !== undefined
    },
  }
}

export const packMeasurement = ({ indicator, value, isBelowDetection }: Measurement): PackedMeasurement =>
  isBelowDetection ? [indicator, value, 1] : [indicator, value]

const SAMPLE_COLUMNS = {
  id: samples.id,
  importId: samples.importId,
  sectionId: samples.sectionId,
  sampledAt: samples.sampledAt,
  origin: samples.origin,
  authority: samples.authority,
  measuredBy: samples.measuredBy,
  isReleased: samples.isReleased,
  isDemonstration: samples.isDemonstration,
  packed: sql<string>`${samples.measurements}`,
} satisfies Record<Exclude<keyof StoredSample, 'measurements'> | 'packed', unknown>

const IMPORT_COLUMNS = {
  id: waterImports.id,
  kind: waterImports.kind,
  fileName: waterImports.fileName,
  fileHash: waterImports.fileHash,
  authority: waterImports.authority,
  by: waterImports.by,
  at: waterImports.at,
  sampleCount: waterImports.sampleCount,
  hourlyCount: waterImports.hourlyCount,
  correctedCount: waterImports.correctedCount,
  isDemonstration: waterImports.isDemonstration,
  undoneAt: waterImports.undoneAt,
  undoneBy: waterImports.undoneBy,
} satisfies Record<keyof ImportRecord, unknown>

const NOTE_COLUMNS = {
  id: waterNotes.id,
  kind: waterNotes.kind,
  sectionId: waterNotes.sectionId,
  month: waterNotes.month,
  indicator: waterNotes.indicator,
  by: waterNotes.by,
  at: waterNotes.at,
  text: waterNotes.text,
} satisfies Record<keyof WaterNote, unknown>

interface PackedSample extends Omit<StoredSample, 'measurements'> {
  /** JSON of `PackedMeasurement`s, as `packMeasurement` wrote it. */
  readonly packed: string
}

/** Measurements are unpacked when they are asked for, and not kept: a review reads thousands and looks at few of them twice. */
const unpack = ({ packed, ...sample }: PackedSample): StoredSample => ({
  ...sample,
  get measurements() {
    return unpackMeasurements(packed)
  },
})

function unpackMeasurements(packed: string): Measurement[] {
  const measurements: PackedMeasurement[] = JSON.parse(packed)
  return measurements.map(([indicator, value, below]) => ({ indicator, value, isBelowDetection: below === 1 }))
}

const monthStartMs = (month: string): number => startOfShanghaiDayMs(`${month}-01`)

/** First instant of the month after. */
function monthEndMs(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return monthStartMs(number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`)
}
