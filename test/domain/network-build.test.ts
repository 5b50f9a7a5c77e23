import { describe, expect, it } from 'vitest'
import type { Mend } from '#domain/network/mend'
import { readMends } from '#domain/network/mend'
import { buildRiverNetwork } from '#domain/river/network'
import { seeded } from '../data/seeded.ts'
import { at, build, flows, idsOf, line, type Place, problemIds, reachesOf, unitsOf } from './network-lines.ts'

const problemsOf = (network: ReturnType<typeof build>) => network.problems.features.map(({ properties }) => properties)

/** A stem from west to east in two lines of one river, and a tributary from the north. */
const stem = [
  line(
    's1',
    [
      [0, 0],
      [1000, 0],
    ],
    { riverId: 's', name: '清水河' },
  ),
  line(
    's2',
    [
      [1000, 0],
      [2000, 0],
    ],
    { riverId: 's', name: '清水河' },
  ),
]
const tributary = line(
  't',
  [
    [500, 800],
    [500, 0],
  ],
  { name: '支流' },
)

describe('reaches', () => {
  it('lines of one river that follow one another are one reach; a confluence ends it', () => {
    expect(idsOf(build(stem))).toEqual(['s1@0'])
    expect(flows(build([...stem, tributary]))).toEqual(['s1@0 > s1@500', 't@0 > s1@500'])
  })

  it('lines of one name and two ids are two rivers, and this is told', () => {
    const other = line(
      'u',
      [
        [2000, 0],
        [3000, 0],
      ],
      { name: '清水河' },
    )
    const network = build([...stem, other])
    expect(flows(network)).toEqual(['s1@0 > u@0'])
    expect(problemIds(network)).toContain('same-name:清水河')
  })

  it('are counted along their river, with the way from its first point', () => {
    const reaches = reachesOf(build([...stem, tributary])).filter(({ riverId }) => riverId === 's')
    expect(reaches.map(({ id, sequence, chainageM, lengthM }) => [id, sequence, chainageM, lengthM])).toEqual([
      ['s1@0', 1, 0, 500],
      ['s1@500', 2, 500, 1500],
    ])
  })

  it('two sources of order 1 make order 2', () => {
    const orders = Object.fromEntries(reachesOf(build([...stem, tributary])).map(({ id, order }) => [id, order]))
    expect(orders).toEqual({ 's1@0': 1, 't@0': 1, 's1@500': 2 })
  })

  it('are read by the network of the server without a complaint', () => {
    const { reaches, nodes } = build([...stem, tributary])
    const rivers = buildRiverNetwork({ reaches: reaches.features, nodes: nodes.features, sections: [], gates: [] })
    expect(rivers.problems).toEqual([])
    expect(rivers.reaches).toHaveLength(3)
  })
})

describe('ids', () => {
  const everything = [
    ...stem,
    tributary,
    line('u', [
      [1500, -700],
      [1500, -20],
    ]),
    line('v', [
      [2012, 5],
      [2600, 0],
    ]),
  ]

  it('do not depend on the order of the file', () => {
    const random = seeded(5)
    const shuffled = everything.map((entry) => ({ entry, by: random() })).sort((a, b) => a.by - b.by)
    const [one, other] = [build(everything), build(shuffled.map(({ entry }) => entry))]
    expect(other).toEqual(one)
  })

  it('survive a tributary put in elsewhere: only the reach it cuts gets a second part', () => {
    const before = new Set(idsOf(build(everything)))
    const after = idsOf(
      build([
        ...everything,
        line('a-new', [
          [250, 400],
          [250, 0],
        ]),
      ]),
    )
    expect(after.filter((id) => !before.has(id))).toEqual(['a-new@0', 's1@250'])
    expect([...before].filter((id) => !after.includes(id))).toEqual([])
  })

  it('survive the flow being turned', () => {
    const turned = build(everything, { mends: [{ action: 'reverse', problemId: 'x', lineId: 't' }] })
    expect(idsOf(turned)).toEqual(idsOf(build(everything)))
  })

  it('of problems are the same at the next build', () => {
    expect(problemIds(build(everything))).toEqual(problemIds(build(everything)))
    expect(new Set(problemIds(build(everything))).size).toBe(problemIds(build(everything)).length)
  })

  it('of two lines with one id differ', () => {
    const twice = [
      line('x', [
        [0, 0],
        [100, 0],
      ]),
      line('x', [
        [0, 500],
        [100, 500],
      ]),
    ]
    expect(idsOf(build(twice))).toEqual(['x@0', 'x~2@0'])
  })
})

describe('what adds nothing', () => {
  it('a copy of a line is left out and told, whichever way it runs', () => {
    const network = build([
      ...stem,
      line('s3', [
        [1000, 0],
        [0, 0],
      ]),
    ])
    expect(idsOf(network)).toEqual(['s1@0'])
    expect(problemsOf(network)).toMatchObject([{ id: 'duplicate:s3', proposal: { action: 'delete', lineId: 's3' } }])
  })

  it('a line without length is left out and told', () => {
    expect(
      problemIds(
        build([
          ...stem,
          line('z', [
            [5, 5],
            [5, 5],
          ]),
          line('e', []),
        ]),
      ),
    ).toEqual(['zero-length:e', 'zero-length:z'])
  })

  it('no line at all is a network without reaches', () => {
    expect(build([])).toMatchObject({ reaches: { features: [] }, nodes: { features: [] }, problems: { features: [] } })
  })
})

describe('mends', () => {
  const gap = [
    line('a', [
      [0, 0],
      [500, 0],
    ]),
    line('b', [
      [560, 0],
      [1000, 0],
    ]),
  ]
  const withMends = (mends: readonly Mend[], lines = gap) => build(lines, { mends })

  it('the proposal of a loose end, stored, joins the end at the next build and ends the problem', () => {
    const loose = problemsOf(build(gap)).find(({ id }) => id === 'loose-end:a:finish')
    const mends = loose === undefined ? [] : [loose.proposal]
    expect(mends).toHaveLength(1)
    expect(flows(build(gap))).toEqual([])
    expect(flows(withMends(mends))).toEqual(['a@0 > b@0'])
    expect(problemIds(withMends(mends)).filter((id) => id.startsWith('loose'))).toEqual([])
  })

  it('the proposals of both ends of a gap, stored together, close it once', () => {
    const mends = problemsOf(build(gap)).flatMap(({ kind, proposal }) => (kind === 'loose-end' ? [proposal] : []))
    expect(mends).toHaveLength(2)
    const network = withMends(mends)
    expect(reachesOf(network).map(({ id, lengthM }) => [id, lengthM])).toEqual([
      ['a@0', 560],
      ['b@0', 440],
    ])
    expect(problemIds(network)).toEqual([])
  })

  it('survive being stored as JSON', () => {
    const mends = problemsOf(build(gap)).map(({ proposal }) => proposal)
    expect(readMends(JSON.parse(JSON.stringify(mends)))).toEqual(mends)
  })

  it('an accepted problem stays in the report as accepted', () => {
    const network = withMends([{ action: 'accept', problemId: 'loose-end:a:finish' }])
    const status = Object.fromEntries(problemsOf(network).map(({ id, status }) => [id, status]))
    expect(status).toMatchObject({ 'loose-end:a:finish': 'accepted', 'loose-end:b:start': 'open' })
  })

  it('an end that a steward left apart is not snapped, and nothing snaps to it', () => {
    const near = [
      line('a', [
        [0, 0],
        [500, 0],
      ]),
      line('b', [
        [510, 0],
        [1000, 0],
      ]),
    ]
    expect(flows(build(near))).toEqual(['a@0 > b@0'])
    expect(flows(withMends([{ action: 'part', problemId: 'x', lineId: 'a', end: 'finish' }], near))).toEqual([])
  })

  it('a deleted line is gone, and the reaches it cut are whole', () => {
    const network = build([...stem, tributary], { mends: [{ action: 'delete', problemId: 'x', lineId: 't' }] })
    expect(idsOf(network)).toEqual(['s1@0'])
  })

  it('a closed line is gated, apart from the rest of its river', () => {
    const network = build(stem, { mends: [{ action: 'close', problemId: 'x', lineId: 's2' }] })
    expect(reachesOf(network).map(({ id, state }) => [id, state])).toEqual([
      ['s1@0', 'flowing'],
      ['s2@0', 'gated'],
    ])
  })

  it('lines kept apart do not meet where they cross, and the crossing is no problem any more', () => {
    const cross = [
      line('a', [
        [0, 0],
        [400, 400],
      ]),
      line('b', [
        [0, 400],
        [400, 0],
      ]),
    ]
    const [crossing] = problemsOf(build(cross)).filter(({ kind }) => kind === 'crossing')
    expect(crossing?.proposal).toMatchObject({ action: 'separate', lineId: 'a', toLineId: 'b' })
    const network = build(cross, { mends: crossing === undefined ? [] : [crossing.proposal] })
    expect(idsOf(network)).toEqual(['a@0', 'b@0'])
    expect(problemIds(network).filter((id) => id.startsWith('crossing'))).toEqual([])
  })

  it('one whose line or problem no longer exists is told', () => {
    const mends: Mend[] = [
      { action: 'reverse', problemId: 'reversed:gone', lineId: 'gone' },
      { action: 'accept', problemId: 'loose-end:gone:start' },
      { action: 'join', problemId: 'x', lineId: 'a', end: 'start', toLineId: 'gone', toEnd: null },
    ]
    expect(problemIds(withMends(mends)).filter((id) => id.startsWith('lost-mend'))).toEqual([
      'lost-mend:accept:loose-end:gone:start',
      'lost-mend:join:x',
      'lost-mend:reverse:reversed:gone',
    ])
  })

  it.each([
    [{}, ''],
    [[{ action: 'accept' }], '/0'],
    [
      [
        { action: 'accept', problemId: 'p' },
        { action: 'burn', problemId: 'p', lineId: 'a' },
      ],
      '/1',
    ],
    [[{ action: 'join', problemId: 'p', lineId: 'a', end: 'middle', toLineId: 'b' }], '/0'],
    [[null], '/0'],
  ])('%j are no mends', (value, pointer) => {
    expect(readMends(value)).toMatchObject({ issues: [{ pointer, code: 'not-a-mend' }] })
  })
})

describe('the water’s way', () => {
  const uphill = line('t', [
    [500, 0],
    [500, 800],
  ])

  it('as drawn, a tributary that leaves where it should arrive divides the river', () => {
    expect(flows(build([...stem, uphill]))).toEqual(['s1@0 > s1@500', 's1@0 > t@0'])
  })

  it('two lines drawn towards one another are told, with the one that may be turned', () => {
    const network = build([
      line('a', [
        [0, 0],
        [500, 0],
      ]),
      line('b', [
        [1000, 0],
        [500, 0],
      ]),
      line('c', [
        [1000, 0],
        [1500, 0],
      ]),
    ])
    expect(problemsOf(network).filter(({ kind }) => kind === 'reversed')).toMatchObject([
      { id: 'reversed:b', proposal: { action: 'reverse', lineId: 'b' } },
    ])
    const mended = build(
      [
        line('a', [
          [0, 0],
          [500, 0],
        ]),
        line('b', [
          [1000, 0],
          [500, 0],
        ]),
        line('c', [
          [1000, 0],
          [1500, 0],
        ]),
      ],
      {
        mends: [{ action: 'reverse', problemId: 'reversed:b', lineId: 'b' }],
      },
    )
    expect(flows(mended)).toEqual(['a@0 > b@0', 'b@0 > c@0'])
    expect(problemIds(mended)).toEqual([])
  })

  it('from declared outlets the water runs to the outlet, however the lines are drawn', () => {
    const random = seeded(9)
    const drawn = [...stem, tributary].map((entry) => (random() < 0.5 ? entry : turnedRound(entry)))
    for (const lines of [drawn, drawn.map(turnedRound)]) {
      const network = build(lines, { settings: { orientation: 'outlets' }, outlets: [{ place: at([1990, 30]) }] })
      expect(
        reachesOf(network)
          .map(({ riverId, chainageM }) => [riverId, chainageM])
          .sort(),
      ).toEqual([
        ['s', 0],
        ['s', 500],
        ['t', 0],
      ])
      expect(network.nodes.features.filter(({ properties }) => properties.kind === 'outlet')).toHaveLength(1)
    }
  })

  it('a canal between two branches keeps its drawn direction, unless the water would come back', () => {
    const loop = (places: readonly (readonly [number, number])[]) => [
      line('r', [
        [0, 0],
        [1000, 0],
        [2000, 0],
      ]),
      line('canal', places),
    ]
    const open = { settings: { orientation: 'outlets' as const }, outlets: [{ lineId: 'r' }] }
    const down = build(
      loop([
        [500, 0],
        [500, 300],
        [1500, 300],
        [1500, 0],
      ]),
      open,
    )
    const up = build(
      loop([
        [1500, 0],
        [1500, 300],
        [500, 300],
        [500, 0],
      ]),
      open,
    )
    for (const network of [down, up]) expect(flows(network)).toContain('r@0 > canal@0')
    expect(problemIds(up)).toContain('reversed:canal')
    expect(problemIds(up).filter((id) => id.startsWith('cycle'))).toEqual([])
  })

  it('by from and to, a line is turned whose names say so', () => {
    const named = [
      line(
        'a',
        [
          [500, 0],
          [0, 0],
        ],
        { from: 'spring', to: 'bridge' },
      ),
      line(
        'b',
        [
          [500, 0],
          [1000, 0],
        ],
        { from: 'bridge', to: 'weir' },
      ),
      line(
        'c',
        [
          [1500, 0],
          [1000, 0],
        ],
        { from: 'weir', to: 'sea' },
      ),
    ]
    const network = build(named, { settings: { orientation: 'from-to' } })
    expect(flows(network)).toEqual(['a@0 > b@0', 'b@0 > c@0'])
    expect(problemIds(network).filter((id) => id.startsWith('reversed'))).toEqual(['reversed:a', 'reversed:c'])
  })

  it('a ring of reaches that the water runs round is told as one cycle', () => {
    const ring = [
      line('a', [
        [0, 0],
        [500, 0],
      ]),
      line('b', [
        [500, 0],
        [250, 400],
      ]),
      line('c', [
        [250, 400],
        [0, 0],
      ]),
    ]
    const cycles = problemsOf(build(ring)).filter(({ kind }) => kind === 'cycle')
    expect(cycles.map(({ id, lineIds }) => [id, lineIds])).toEqual([['cycle:a@0', ['a', 'b', 'c']]])
  })

  it('what hangs together and reaches no outlet is told as an island', () => {
    const pond = line('pond', [
      [0, 5000],
      [300, 5000],
    ])
    expect(problemIds(build([...stem, tributary, pond]))).toEqual(['island:pond@0'])
    expect(problemIds(build([...stem, pond], { outlets: [{ lineId: 's2' }, { lineId: 'pond' }] }))).toEqual([])
  })

  it('a river that ends beyond the province of the network leaves the data and is no island', () => {
    const lands = unitsOf({
      '110111': square(0),
      '130681': square(10_000),
    })
    const river = (id: string, northM: number, fromM: number, toM: number) =>
      line(id, [
        [fromM, northM],
        [toM, northM],
      ])
    const network = build(
      [river('long', 1000, 1000, 9900), river('short', 5000, 4000, 6000), river('out', 8000, 7000, 11_000)],
      {
        units: lands,
      },
    )
    expect(problemIds(network)).toEqual(['island:short@0'])
    const outlets = network.nodes.features.filter(({ properties }) => properties.kind === 'outlet')
    expect(outlets).toHaveLength(2)
  })

  it('lines that cross at a small angle do not overlap', () => {
    const scissors = [
      line('a', [
        [0, 0],
        [1000, 0],
      ]),
      line('b', [
        [0, 10],
        [1000, -11],
      ]),
    ]
    const problems = problemsOf(build(scissors, { settings: { snapM: 5, nearM: 5 } }))
    expect(problems.map(({ kind }) => kind)).toContain('crossing')
    expect(problems.map(({ kind }) => kind)).not.toContain('overlap')
  })

  it('an outlet declared where no node is, is told', () => {
    const lost = build(stem, { outlets: [{ lineId: 'nowhere' }, { place: at([90_000, 0]) }, { lineId: 's2' }] })
    expect(problemIds(lost)).toHaveLength(2)
    expect(problemIds(lost).every((id) => id.startsWith('lost-outlet:'))).toBe(true)
  })
})

/** Ten kilometres wide. */
const square = (westM: number): readonly Place[] => [
  [westM, 0],
  [westM + 10_000, 0],
  [westM + 10_000, 10_000],
  [westM, 10_000],
]

function turnedRound(given: ReturnType<typeof line>): ReturnType<typeof line> {
  const places = Array.from({ length: given.metres.length / 2 }, (_, v) => [...given.metres.subarray(2 * v, 2 * v + 2)])
  return { ...given, metres: Float64Array.from(places.toReversed().flat()) }
}
