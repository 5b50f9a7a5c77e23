import { expect, test } from 'vitest'
import { kilometreAt, placeAtKilometre } from '#domain/river/kilometre'
import { placeAt } from '#domain/river/line'
import { buildRiverNetwork } from '#domain/river/network'
import { PLACE, twoCounties } from '../fixtures/two-counties.ts'

function network() {
  const { reaches, nodes, sections, gates } = twoCounties()
  return buildRiverNetwork({
    reaches: reaches.features,
    nodes: nodes.features,
    sections: sections.features,
    gates: gates.features,
  })
}

test('kilometre 10 of 界河 lies on the border below A, and its kilometre is 10 again', () => {
  const rivers = network()
  const place = placeAtKilometre(rivers, 'jie', 10) ?? { reach: -1, fraction: -1 }
  expect(rivers.reaches[place.reach]?.id).toBe('jie-2')
  expect(placeAt(rivers.lines, place.reach, place.fraction)[0]).toBe(PLACE.A[0])
  expect(kilometreAt(rivers, place)).toBeCloseTo(10, 9)
})

test('kilometre 0 is the source; rivers of one name are told apart by their id', () => {
  const rivers = network()
  const source = placeAtKilometre(rivers, 'zhi', 0)
  expect(rivers.reaches[source?.reach ?? -1]?.id).toBe('zhi-1')
  expect(source?.fraction).toBe(0)
})

test('beyond the mouth, before the source and on unknown rivers there is no such place', () => {
  const rivers = network()
  expect(placeAtKilometre(rivers, 'jie', 1000)).toBeNull()
  expect(placeAtKilometre(rivers, 'jie', -0.1)).toBeNull()
  expect(placeAtKilometre(rivers, '界河', 1)).toBeNull()
})
