import { describe, expect, it } from 'vitest'
import { build, line, type Place, reachesOf, unitsOf } from './network-lines.ts'

/** 甲 in the west and 乙 in the east of the border x = 5000, 10 km high. */
const units = unitsOf({
  甲: [
    [0, 0],
    [5000, 0],
    [5000, 10_000],
    [0, 10_000],
  ],
  乙: [
    [5000, 0],
    [10_000, 0],
    [10_000, 10_000],
    [5000, 10_000],
  ],
})
const banksOf = (places: readonly Place[], settings = {}) => {
  const network = build([line('r', places)], { units, settings })
  return {
    network,
    banks: reachesOf(network).map(({ id, leftUnit, rightUnit, isBoundary }) => [id, leftUnit, rightUnit, isBoundary]),
  }
}

describe('the units on the banks', () => {
  it('a river inside one unit has it on both sides', () => {
    expect(
      banksOf([
        [1000, 1000],
        [2000, 9000],
      ]).banks,
    ).toEqual([['r@0', '甲', '甲', false]])
  })

  it('a river that crosses the border is split on it, to a centimetre', () => {
    const { network, banks } = banksOf([
      [3000, 5000],
      [7000, 5000],
    ])
    expect(banks).toEqual([
      ['r@0', '甲', '甲', false],
      ['r@2000', '乙', '乙', false],
    ])
    const crossing = network.nodes.features.find(({ properties }) => properties.kind === 'crossing')
    expect(crossing?.properties).toMatchObject({ id: 'n-455000-4425000', name: '甲区/乙区界' })
  })

  it('a river that crosses slantwise is split once, not into a piece along the border', () => {
    expect(
      banksOf([
        [4800, 4000],
        [5200, 4400],
      ]).banks.map(([, ...banks]) => banks),
    ).toEqual([
      ['甲', '甲', false],
      ['乙', '乙', false],
    ])
  })

  it('a river on the border has its left unit on the left as the water flows, whichever way that is', () => {
    const north: Place[] = [
      [5010, 1000],
      [4990, 5000],
      [5010, 9000],
    ]
    expect(banksOf(north).banks).toEqual([['r@0', '甲', '乙', true]])
    expect(banksOf(north.toReversed()).banks).toEqual([['r@0', '乙', '甲', true]])
  })

  it('a line drawn uphill and turned by its outlet has its banks from the flow, not from the drawing', () => {
    const places: Place[] = [
      [5000, 1000],
      [5000, 9000],
    ]
    const options = { units, settings: { orientation: 'outlets' as const }, outlets: [{ lineId: 'z' }] }
    const network = build(
      [
        line('r', places),
        line('z', [
          [5000, 1000],
          [5000, 500],
        ]),
      ],
      options,
    )
    const [reach] = reachesOf(network).filter(({ riverId }) => riverId === 'r')
    expect([reach?.leftUnit, reach?.rightUnit]).toEqual(['乙', '甲'])
  })

  it('a river that comes to the border and follows it changes its banks there', () => {
    const { banks, network } = banksOf([
      [2000, 2000],
      [5000, 2000],
      [5000, 9000],
    ])
    expect(banks.map(([, ...banks]) => banks)).toEqual([
      ['甲', '甲', false],
      ['甲', '乙', true],
    ])
    expect(network.nodes.features.map(({ properties }) => properties.kind).sort()).toEqual([
      'bank-change',
      'outlet',
      'source',
    ])
  })

  it('a river that only touches the border stays in its unit', () => {
    expect(
      banksOf([
        [4000, 4000],
        [4980, 5000],
        [4000, 6000],
      ]).banks.map(([, left, right]) => [left, right]),
    ).toEqual([['甲', '甲']])
  })

  it('a river that leaves all units has none on its banks there', () => {
    expect(
      banksOf([
        [1000, 5000],
        [-3000, 5000],
      ]).banks,
    ).toEqual([
      ['r@0', '甲', '甲', false],
      ['r@1000', '', '', false],
    ])
  })

  it('the pieces of a split river join end to end and keep its length', () => {
    const { network } = banksOf([
      [4000, 1000],
      [6000, 3000],
      [4000, 5000],
      [6000, 7000],
    ])
    const reaches = reachesOf(network).sort((a, b) => a.sequence - b.sequence)
    expect(reaches).toHaveLength(4)
    for (const [index, reach] of reaches.slice(1).entries()) expect(reach.fromNode).toBe(reaches[index]?.toNode)
    const wholeM = reaches.reduce((sum, { lengthM }) => sum + lengthM, 0)
    expect(Math.abs(wholeM - 3 * Math.hypot(2000, 2000))).toBeLessThan(4)
  })
})

describe('drift', () => {
  const bend: Place[] = [
    [5000, 1000],
    [5000, 4000],
    [5300, 4500],
    [5300, 5500],
    [5000, 6000],
    [5000, 9000],
  ]

  it('where a border river has left the legal line both lines are given, with the distance', () => {
    const { network, banks } = banksOf(bend)
    expect(banks.map(([, ...banks]) => banks)).toEqual([
      ['甲', '乙', true],
      ['乙', '乙', false],
      ['甲', '乙', true],
    ])
    const drifts = network.drifts.features.map(({ properties }) => properties)
    expect(drifts.map(({ kind, driftM, units }) => [kind, driftM, units])).toEqual([
      ['legal-line', 300, ['甲', '乙']],
      ['river-line', 300, ['甲', '乙']],
    ])
    const [problem] = network.problems.features.filter(({ properties }) => properties.kind === 'drift')
    expect(problem?.properties).toMatchObject({ measureM: 300, lineIds: ['r'] })
  })

  it('the legal line of a drift is the border itself, corner by corner', () => {
    const bent = unitsOf({
      甲: [
        [0, 0],
        [5000, 0],
        [5000, 4800],
        [5100, 5000],
        [5000, 5200],
        [5000, 10_000],
        [0, 10_000],
      ],
      乙: [
        [5000, 0],
        [10_000, 0],
        [10_000, 10_000],
        [5000, 10_000],
        [5000, 5200],
        [5100, 5000],
        [5000, 4800],
      ],
    })
    const { drifts } = build([line('r', bend)], { units: bent })
    const legal = drifts.features.find(({ properties }) => properties.kind === 'legal-line')
    expect(legal?.geometry.coordinates).toHaveLength(5)
  })

  it('within the strip there is no drift, and beyond the limit the river has left the border', () => {
    const wander: Place[] = [
      [5000, 1000],
      [5030, 4000],
      [4970, 6000],
      [5000, 9000],
    ]
    expect(banksOf(wander).network.drifts.features).toEqual([])
    expect(banksOf(bend, { driftM: 200 }).network.drifts.features).toEqual([])
  })
})
