/** 跨界断面台账: what each unit did to the water that passed through it, and what the dated rule makes of it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { plainText } from './fields.ts'
import { Audience, Contribution } from './water-review.ts'
import { ClassName, Explanation, IndicatorName, Month } from './water-words.ts'

/** 异议 a unit raises against a line, or 核对 between two departments' figures. Only ever added. */
export const Note = z
  .object({
    id: z.string(),
    kind: z.enum(['objection', 'reconciliation']),
    sectionId: z.string(),
    month: Month,
    indicator: IndicatorName.nullable(),
    by: z.string(),
    at: z.string(),
    text: z.string(),
  })
  .meta({ id: 'WaterNote' })

const Amount = z.object({
  indicator: IndicatorName,
  target: ClassName,
  waterClass: ClassName,
  steps: z.int(),
  inflow: z.number().nullable(),
  outflow: z.number(),
  rateWanYuan: z.number(),
  amountWanYuan: z.number(),
  explanation: Explanation,
})

export const readLedger = endpoint({
  method: 'GET',
  path: '/api/water/ledger',
  summary: { zh: '跨界断面台账与区域补偿', en: 'Ledger of cross-boundary sections, with compensation' },
  input: {
    query: z.object({ month: Month, unit: z.string().max(20).optional(), audience: Audience.default('internal') }),
  },
  output: z.object({
    month: Month,
    lines: z.array(
      z.object({
        contribution: Contribution,
        paidTo: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
        amounts: z.array(Amount),
        totalWanYuan: z.number().nullable(),
        notes: z.array(Note),
      }),
    ),
    /** By unit, summed over the network and never over river names. */
    totals: z.array(
      z.object({
        unitCode: z.string(),
        unitName: z.string(),
        unitNameEn: z.string(),
        paysWanYuan: z.number(),
        receivesWanYuan: z.number(),
      }),
    ),
    /** The rule used, or why no amount is computed for this month. */
    rule: Explanation,
    /** False: what the amounts would be under the rule of another day, shown as an illustration. */
    isInForce: z.boolean(),
  }),
  status: 200,
  refuses: ['period-without-data'],
})

export const addWaterNote = endpoint({
  method: 'POST',
  path: '/api/water/notes',
  summary: { zh: '提出异议或记录核对意见', en: 'Object to a line, or note a reconciliation' },
  input: {
    body: Note.omit({ at: true, by: true, text: true }).extend({
      /** Made by the client, so that sending again keeps nothing twice. */
      id: z.uuid().toLowerCase(),
      sectionId: z.string().min(1).max(60),
      by: plainText(60).pipe(z.string().min(1)),
      text: plainText(2000).pipe(z.string().min(1)),
    }),
  },
  output: Note,
  status: 201,
  refuses: ['unknown-subject', 'id-taken', 'stale'],
})
