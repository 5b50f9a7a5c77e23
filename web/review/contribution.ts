/** 本区域贡献, as the server answers it. */
import type { z } from 'zod'
import type { Contribution as ContributionSchema } from '#contract/water-review'

export type Contribution = z.output<typeof ContributionSchema>
