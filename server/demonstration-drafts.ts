/** Reads data/demonstrations.json: made-up incidents at real places, checked as strictly as what people send. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { reportIncident } from '#contract/incidents'
import type { IncidentDraft } from './usecase/report-incident.ts'

const SHIPPED = new URL('../data/demonstrations.json', import.meta.url)

/** Throws where a draft does not fit the contract: the file is ours. */
export const readDemonstrations = (file = SHIPPED): IncidentDraft[] =>
  z.array(reportIncident.input.body).parse(JSON.parse(readFileSync(file, 'utf8')))
