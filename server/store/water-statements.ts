/** The statements behind the changes of water-quality data, compiled once. Many rows come as one JSON array (`json_each`). */
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { type Db, statement } from '#dialect'
import { placeholders } from './placeholders.ts'
import { hourlySeries, hourlyValues, riverChiefs, samples, sectionTargets, waterImports, waterNotes } from './schema.ts'

export type WaterStatements = ReturnType<typeof compileWater>

export const compileWater = (db: Db) => ({
  ...imports(db),
  ...sampleRows(db),
  ...hourlyRows(db),
  ...demonstrations(db),
  insertNote: statement(db, (on) =>
    on
      .insert(waterNotes)
      .values(placeholders(waterNotes, 'number'))
      .onConflictDoNothing({ target: waterNotes.id })
      .returning({ number: waterNotes.number }),
  ),
})

const imports = (db: Db) => ({
  insertImport: statement(db, (on) =>
    on
      .insert(waterImports)
      .values(placeholders(waterImports, 'number'))
      .onConflictDoNothing({ target: waterImports.id })
      .returning({ number: waterImports.number }),
  ),
  markUndone: statement(db, (on) =>
    on
      .update(waterImports)
      .set({ undoneAt: sql`${sql.placeholder('undoneAt')}`, undoneBy: sql`${sql.placeholder('undoneBy')}` })
      .where(and(eq(waterImports.id, sql.placeholder('importId')), isNull(waterImports.undoneAt)))
      .returning({
        number: waterImports.number,
        fileHash: waterImports.fileHash,
        sampleCount: waterImports.sampleCount,
        firstHour: waterImports.firstHour,
        lastHour: waterImports.lastHour,
      }),
  ),
})

const sampleRows = (db: Db) => ({
  insertSamples: statement(db, (on) =>
    on
      .insert(samples)
      .select(
        sql`select null, value ->> 0, ${sql.placeholder('importId')}, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
          value ->> 5, value ->> 6, value ->> 7, value -> 8, null from json_each(${sql.placeholder('rows')}) where true`,
      )
      .onConflictDoNothing()
      .returning({ fid: samples.fid }),
  ),
  retireSamples: statement(db, (on) =>
    on
      .update(samples)
      .set({ retiredBy: sql`${sql.placeholder('importId')}` })
      .where(
        and(sql`${samples.id} in (select value from json_each(${sql.placeholder('ids')}))`, isNull(samples.retiredBy)),
      )
      .returning({ fid: samples.fid }),
  ),
  retireImport: statement(db, (on) =>
    on
      .update(samples)
      .set({ retiredBy: sql`${samples.importId}` })
      .where(and(eq(samples.importId, sql.placeholder('importId')), isNull(samples.retiredBy)))
      .returning({ fid: samples.fid }),
  ),
  restoreCorrected: statement(db, (on) =>
    on
      .update(samples)
      .set({ retiredBy: null })
      .where(and(eq(samples.retiredBy, sql.placeholder('importId')), ne(samples.importId, samples.retiredBy)))
      .returning({ fid: samples.fid }),
  ),
})

const hourlyRows = (db: Db) => ({
  /** The number of a series, which it is given at the first value. */
  seriesNumber: statement(db, (on) =>
    on
      .insert(hourlySeries)
      .values(placeholders(hourlySeries, 'series'))
      .onConflictDoUpdate({
        target: [hourlySeries.sectionId, hourlySeries.indicator, hourlySeries.authority, hourlySeries.isDemonstration],
        set: { authority: sql`excluded.authority` },
      })
      .returning({ series: hourlySeries.series }),
  ),
  insertHourly: statement(db, (on) =>
    on
      .insert(hourlyValues)
      .select(
        sql`select ${sql.placeholder('series')}, value ->> 0, value ->> 1, value ->> 2,
          ${sql.placeholder('importNumber')} from json_each(${sql.placeholder('rows')}) where true`,
      )
      .onConflictDoNothing()
      .returning({ hour: hourlyValues.hour }),
  ),
  deleteHourly: statement(db, (on) =>
    on
      .delete(hourlyValues)
      .where(
        sql`${hourlyValues.series} in (select ${hourlySeries.series} from ${hourlySeries})
          and ${hourlyValues.hour} between ${sql.placeholder('firstHour')} and ${sql.placeholder('lastHour')}
          and ${hourlyValues.importNumber} = ${sql.placeholder('importNumber')}`,
      )
      .returning({ hour: hourlyValues.hour }),
  ),
})

const demonstrations = (db: Db) => ({
  insertTarget: statement(db, (on) =>
    on
      .insert(sectionTargets)
      .values(placeholders(sectionTargets, ''))
      .returning({ sectionId: sectionTargets.sectionId }),
  ),
  insertChief: statement(db, (on) =>
    on.insert(riverChiefs).values(placeholders(riverChiefs, '')).returning({ id: riverChiefs.id }),
  ),
  deleteDemonstrationSamples: statement(db, (on) =>
    on.delete(samples).where(eq(samples.isDemonstration, true)).returning({ fid: samples.fid }),
  ),
  deleteDemonstrationHourly: statement(db, (on) =>
    on
      .delete(hourlyValues)
      .where(
        inArray(
          hourlyValues.series,
          on.select({ series: hourlySeries.series }).from(hourlySeries).where(eq(hourlySeries.isDemonstration, true)),
        ),
      )
      .returning({ hour: hourlyValues.hour }),
  ),
  deleteDemonstrationSeries: statement(db, (on) =>
    on.delete(hourlySeries).where(eq(hourlySeries.isDemonstration, true)).returning({ series: hourlySeries.series }),
  ),
  deleteDemonstrationTargets: statement(db, (on) =>
    on
      .delete(sectionTargets)
      .where(eq(sectionTargets.isDemonstration, true))
      .returning({ sectionId: sectionTargets.sectionId }),
  ),
  deleteDemonstrationChiefs: statement(db, (on) =>
    on.delete(riverChiefs).where(eq(riverChiefs.isDemonstration, true)).returning({ id: riverChiefs.id }),
  ),
  deleteDemonstrationImports: statement(db, (on) =>
    on.delete(waterImports).where(eq(waterImports.isDemonstration, true)).returning({ id: waterImports.id }),
  ),
})
