/** A file beside what is there: what is new, what repeats, what corrects, and what a district may not touch. */
import { indicatorOf } from '../evaluated-indicators.ts'
import type { Measurement, Sample } from '../sample.ts'
import type { PlacedSample } from './read-samples.ts'
import type { RowIssue } from './table.ts'

export interface AgainstStored {
  readonly samples: readonly Sample[]
  /** Ids of samples that leave force for those of the file. */
  readonly corrects: readonly string[]
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** `isCorrection`: the file is meant to replace what differs; a difference is a fault otherwise. */
export function againstStored(
  placed: readonly PlacedSample[],
  stored: readonly Sample[],
  isCorrection: boolean,
): AgainstStored {
  const storedAt = new Map<string, Sample[]>()
  for (const sample of stored) storedAt.set(keyOf(sample), [...(storedAt.get(keyOf(sample)) ?? []), sample])
  const outcome = {
    samples: [] as Sample[],
    corrects: [] as string[],
    refused: [] as RowIssue[],
    warnings: [] as RowIssue[],
  }
  for (const { sample, row } of placed) {
    const there = storedAt.get(keyOf(sample)) ?? []
    const same = there.find(({ authority }) => authority === sample.authority)
    const isMunicipal = there.some(({ authority }) => authority === 'municipal')
    if (sample.authority === 'district' && isMunicipal) outcome.refused.push(municipalValue(row))
    else if (same === undefined) outcome.samples.push(sample)
    else if (isSame(same, sample)) outcome.warnings.push(alreadyThere(row))
    else if (same.isDemonstration) outcome.refused.push(demonstrationValue(row))
    else if (isCorrection) {
      outcome.samples.push(sample)
      outcome.corrects.push(same.id)
    } else outcome.refused.push(differs(row, same, sample))
  }
  return outcome
}

const keyOf = ({ sectionId, sampledAt, origin }: Sample): string => `${sectionId} ${Date.parse(sampledAt)} ${origin}`

function isSame(one: Sample, other: Sample): boolean {
  if (one.measurements.length !== other.measurements.length || one.isReleased !== other.isReleased) return false
  return one.measurements.every((measured) => {
    const beside = other.measurements.find(({ indicator }) => indicator === measured.indicator)
    return beside?.value === measured.value && beside.isBelowDetection === measured.isBelowDetection
  })
}

const municipalValue = (row: number): RowIssue => ({
  ...{ row, field: '', code: 'municipal-value' },
  zh: '该断面该时间已有市级监测值，区级导入不能覆盖：请删去这一行；有异议请向市级提出。',
  en: 'The city has a value of this section and time, which a district cannot replace: remove the row; object to the city.',
})

const demonstrationValue = (row: number): RowIssue => ({
  ...{ row, field: '', code: 'demonstration-value' },
  zh: '该断面该时间有演示数据：请先删除演示数据，再导入真实数据。',
  en: 'There is demonstration data of this section and time: remove the demonstrations first.',
})

const alreadyThere = (row: number): RowIssue => ({
  ...{ row, field: '', code: 'already-there' },
  zh: '与库中已有的水样完全相同，未重复导入。',
  en: 'The very same sample is there already and was not taken twice.',
})

function differs(row: number, there: Sample, sample: Sample): RowIssue {
  const changed = sample.measurements.find((each) => textOf(each) !== textOf(valueIn(there, each)))
  const { nameZh, nameEn } = indicatorOf(changed?.indicator ?? 'ph')
  const what = changed === undefined ? undefined : [textOf(valueIn(there, changed)), textOf(changed)]
  return {
    ...{ row, field: '', code: 'differs-from-stored' },
    zh: `库中已有该断面该时间的水样而数值不同${what ? `（${nameZh} ${what[0]} → ${what[1]}）` : ''}：如为更正，请勾选“更正”后导入。`,
    en: `There is a sample of this section and time with other values${what ? ` (${nameEn} ${what[0]} to ${what[1]})` : ''}: to correct it, import the file as a correction.`,
  }
}

const valueIn = (sample: Sample, { indicator }: Measurement): Measurement | undefined =>
  sample.measurements.find((each) => each.indicator === indicator)

const textOf = (measured: Measurement | undefined): string =>
  measured === undefined ? '—' : `${measured.isBelowDetection ? '<' : ''}${measured.value}`
