/** Every cited text: dated, marked, in both languages, and quoted only where it is a quotation. */
import { describe, expect, it } from 'vitest'
import { LEGAL_BASES, legalBasisAsOf } from '#domain/law/legal-basis'

describe('legal bases', () => {
  it('have ids of their own', () => {
    const ids = LEGAL_BASES.map((basis) => basis.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('say 概述 where they summarise, and never where they quote', () => {
    for (const basis of LEGAL_BASES)
      expect([basis.id, basis.text.startsWith('概述：')]).toEqual([basis.id, !basis.isQuote])
  })

  it('quote the plan in every clause of it', () => {
    const plan = LEGAL_BASES.filter((basis) => basis.id.startsWith('plan-'))
    expect(plan.map((basis) => basis.article)).toEqual(
      expect.arrayContaining(['(四)', '(七)', '(八)', '(九)', '(十)', '(十一)', '(十四)', '(十五)', '(十六)']),
    )
    expect(plan.every((basis) => basis.isQuote && basis.status === 'verified')).toBe(true)
  })

  it('never quote what is only remembered', () => {
    const remembered = LEGAL_BASES.filter((basis) => basis.status === 'memory')
    expect(remembered.length).toBeGreaterThan(0)
    expect(remembered.every((basis) => !basis.isQuote && basis.article.includes('未核实'))).toBe(true)
  })

  it('carry an English title and gloss, and no period that ends before it begins', () => {
    for (const basis of LEGAL_BASES) {
      expect(basis.documentEn).toMatch(/^[ -~]+$/)
      expect(basis.glossEn).toMatch(/^[ -~]+\.$/)
      expect(basis.validTo === null || basis.validFrom < basis.validTo).toBe(true)
    }
  })

  it('hold from their first day to the day before their last', () => {
    expect(legalBasisAsOf('emergency-response-law-2007-7', '2024-10-31')?.article).toBe('第七条')
    expect(legalBasisAsOf('emergency-response-law-2007-7', '2024-11-01')).toBeNull()
    expect(legalBasisAsOf('penalty-measures-2023-13', '2023-06-30')).toBeNull()
    expect(legalBasisAsOf('penalty-measures-2023-13', '2023-07-01')?.article).toBe('第十三条')
  })

  it('leave no day since the plan without a rule on events across areas and on who punishes', () => {
    for (const day of ['2019-03-04', '2023-06-30', '2023-07-01', '2024-10-31', '2024-11-01', '2030-01-01']) {
      const law = [
        legalBasisAsOf('emergency-response-law-2007-7', day),
        legalBasisAsOf('emergency-response-law-2024-17', day),
      ]
      const penalty = [
        legalBasisAsOf('penalty-measures-2010-17-21', day),
        legalBasisAsOf('penalty-measures-2023-13', day),
      ]
      expect([law, penalty].map((pair) => pair.filter((basis) => basis !== null).length)).toEqual([1, 1])
    }
  })
})
