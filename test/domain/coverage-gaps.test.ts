import { expect, it } from 'vitest'
import { enclosedGaps } from '#domain/coverage/gaps'
import { polygon, shippedUnits, soundCoverage, square, WHOLE } from './coverage-worlds.ts'

/** A ring of eight fields; those named are left out. */
function fieldsWithout(...missing: string[]) {
  const fields = [0, 1, 2, 3].flatMap((column) =>
    [0, 1, 2, 3].map((row) => ({ column, row, code: `${column},${row}` })),
  )
  return soundCoverage(
    fields
      .filter(({ code }) => !missing.includes(code))
      .map(({ column, row, code }) => polygon(code, square(WHOLE, column, row))),
  )
}

it('a field that nobody has, in the midst of others, is a gap of its area between its neighbours', () => {
  const gaps = enclosedGaps(fieldsWithout('1,1'))
  expect(gaps).toMatchObject([{ area: 1 }])
  expect(gaps[0]?.units.toSorted()).toEqual(['0,1', '1,0', '1,2', '2,1'])
})

it('two such fields that touch in a corner are two gaps, side by side they are one', () => {
  expect(enclosedGaps(fieldsWithout('1,1', '2,2')).map(({ area }) => area)).toEqual([1, 1])
  expect(enclosedGaps(fieldsWithout('1,1', '2,1')).map(({ area }) => area)).toEqual([2])
})

it('a bay on the rim is no gap, and neither is an island', () => {
  expect(enclosedGaps(fieldsWithout('0,1'))).toEqual([])
  expect(enclosedGaps(soundCoverage([polygon('a', square(WHOLE, 0, 0)), polygon('b', square(WHOLE, 5, 5))]))).toEqual(
    [],
  )
})

it('the shipped townships and their neighbours in Hebei and Tianjin leave no gap that touches Beijing', () => {
  const gaps = enclosedGaps(soundCoverage([...shippedUnits('townships'), ...shippedUnits('counties')]))
  expect(gaps.filter(({ units }) => units.some((code) => code.startsWith('11')))).toEqual([])
})
