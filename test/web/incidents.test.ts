/** The incident list's own rules. */
import { describe, expect, it } from 'vitest'
import { rowAfter } from '../../web/incidents/row-focus.ts'
import { unitOptions } from '../../web/incidents/unit-options.ts'

describe('moving through the rows by keys', () => {
  it('stops at the first and at the last row', () => {
    expect([rowAfter('ArrowUp', 0, 3), rowAfter('ArrowDown', 2, 3)]).toEqual([0, 2])
  })

  it('begins at the first row when none is focused', () => {
    expect(rowAfter('ArrowDown', -1, 3)).toBe(0)
  })

  it('leaves every other key alone', () => {
    expect(rowAfter('a', 1, 3)).toBeUndefined()
  })
})

describe('the units to choose from', () => {
  it('are the 16 districts, the 经开区 and the counties, never a province', () => {
    const codes = unitOptions('zh-CN').map(({ value }) => value)
    expect(codes.filter((code) => /^1101\d\d$/.test(code))).toHaveLength(16)
    expect(codes).toContain('110115403')
    expect(codes.every((code) => /^\d+$/.test(code))).toBe(true)
  })

  it('have a name in both languages', () => {
    expect(unitOptions('en').filter(({ name }) => /[\u4e00-\u9fff]/.test(name))).toEqual([])
    expect(unitOptions('zh-CN').filter(({ name }) => !/[\u4e00-\u9fff]/.test(name))).toEqual([])
  })
})
