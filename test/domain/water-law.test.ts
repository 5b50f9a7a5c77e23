/** The texts that water quality cites: dated, marked, in both languages, and quoted only where they are read. */
import { describe, expect, it } from 'vitest'
import { LEGAL_BASES, legalBasisAsOf } from '#domain/law/legal-basis'
import { WATER_BASES } from '#domain/law/legal-basis-water'

describe('the texts on water quality', () => {
  it('have ids that no other text has', () => {
    const ids = [...LEGAL_BASES, ...WATER_BASES].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are all summaries and say so, since only the standard was read in its source', () => {
    for (const { id, text, isQuote } of WATER_BASES)
      expect([id, text.startsWith('概述：'), isQuote]).toEqual([id, true, false])
    const verified = WATER_BASES.filter(({ status }) => status === 'verified').map(({ document }) => document)
    expect(new Set(verified)).toEqual(new Set(['地表水环境质量标准']))
  })

  it('carry an English title and gloss without Chinese', () => {
    for (const { documentEn, glossEn } of WATER_BASES) {
      expect(documentEn).toMatch(/^[ -~]+$/)
      expect(glossEn).toMatch(/^[ -~]+\.$/)
    }
  })

  it('name the compensation measures of 2014 from 2015 until the end of 2022', () => {
    const days = ['2014-12-31', '2015-01-01', '2022-12-31', '2023-01-01']
    expect(days.map((day) => legalBasisAsOf('beijing-water-compensation-2014', day)?.documentNumber)).toEqual([
      undefined,
      '京政办发〔2014〕57号',
      '京政办发〔2014〕57号',
      undefined,
    ])
  })
})
