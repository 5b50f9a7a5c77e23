/** The rules that a day is judged by: the decision table, the thresholds, and how far each text can be trusted. */
import { z } from 'zod'
import { Basis } from './assessments.ts'
import { endpoint } from './endpoint.ts'

export const readRules = endpoint({
  method: 'GET',
  path: '/api/rules',
  summary: { zh: '某日适用的派单规则与阈值', en: 'Routing rules and thresholds in force on a day' },
  input: { query: z.object({ date: z.iso.date().optional() }) },
  output: z.object({
    ruleSet: z.object({ version: z.string(), validFrom: z.string() }),
    rows: z.array(
      z.object({
        rule: z.string(),
        zh: z.string(),
        en: z.string(),
        /** Who leads; several where it depends on the case, empty where a person must decide. */
        lead: z.string(),
        leadEn: z.string(),
        basis: z.array(Basis),
      }),
    ),
    settings: z.array(
      z.object({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        value: z.union([z.number(), z.string()]),
        unit: z.string(),
        status: z.enum(['verified', 'secondary', 'memory', 'design']),
        validFrom: z.string(),
      }),
    ),
  }),
  status: 200,
  refuses: ['no-rules-for-date'],
})
