/** The parts of an assessment as they arrive over the wire. */
import type { z } from 'zod'
import type { Assessment } from '#contract/assessments'

export type Judged = z.output<typeof Assessment>
export type Unit = Judged['units'][number]
export type Fact = Unit['evidence'][number]
export type Routing = Judged['routing']
export type Actor = Routing['coOrganisers'][number]
export type Clock = Routing['clocks'][number]
export type Passage = Routing['basis'][number]
export type Comparison = Judged['because'][number]
