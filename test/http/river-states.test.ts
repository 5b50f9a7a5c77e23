/** Gates, pumps and beds over the wire: what is recorded is what a trace of that day runs under. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRiverStates, recordRiverState } from '#contract/river-states'
import { traceRiver } from '#contract/rivers'
import { idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
let diversion: { id: string; fromNode: string }
beforeAll(async () => {
  server = await testServer()
  const atlas = server.at.world.atlasAsOf('2026-11-24')
  if ('refusal' in atlas) throw new Error('there is no atlas')
  const found = atlas.rivers.reaches.find(({ river }) => river === '运潮减河')
  if (found === undefined) throw new Error('the diversion is not shipped')
  diversion = found
})
afterAll(() => server.close())

/** On 温榆河 above 北关, where 运潮减河 leaves. */
const ABOVE_BEIGUAN = 'lon=116.6&lat=40.005&crs=EPSG:4326&direction=downstream'

const shut = (number: number, given: Record<string, unknown> = {}) => ({
  ...{ id: idOf(number), reachId: diversion.id, state: 'closed', validFrom: '2026-07-01', validTo: '2026-09-01' },
  ...{ source: '调度令第3号', by: '北运河管理处', ...given },
})

async function record(body: Record<string, unknown>) {
  const response = await server.post('/api/rivers/states', body)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function statesOn(date: string) {
  const response = await server.ask(`/api/rivers/states?date=${date}`)
  return listRiverStates.output.parse(await response.json())
}

async function trace(at: string) {
  const response = await server.ask(`/api/rivers/trace?${ABOVE_BEIGUAN}&at=${at}`)
  return traceRiver.output.parse(await response.json())
}

describe('the state of a gate', () => {
  it('is kept with who says so and who recorded it when, and told of every day on which it is valid', async () => {
    const { status, body } = await record(shut(1))
    expect(status).toBe(201)
    expect(recordRiverState.output.parse(body)).toEqual({ ...shut(1), at: '2026-11-24T12:00:00+08:00' })
    expect((await statesOn('2026-06-30')).states).toEqual([])
    expect((await statesOn('2026-08-31')).states).toEqual([{ state: body, decides: true }])
    expect((await statesOn('2026-09-01')).states).toEqual([])
  })

  it('decides the trace of its days, which says so and shows what opening would change', async () => {
    const [before, during] = [await trace('2026-06-30'), await trace('2026-07-15')]
    expect(before.state).toEqual({ day: '2026-06-30', records: [], stoppedAt: [] })
    expect(before.branches.map(({ river }) => river)).toContain('运潮减河')
    expect(during.state.day).toBe('2026-07-15')
    expect(during.state.records).toMatchObject([{ reachId: diversion.id, state: 'closed', source: '调度令第3号' }])
    expect(during.state.stoppedAt).toContain(diversion.id)
    expect(during.units.map(({ code }) => code)).not.toContain('131082')
    const opened = during.alternatives.find(({ reachId }) => reachId === diversion.id)
    expect(opened).toMatchObject({ now: 'closed' })
    expect(opened?.gained.units).toContain('131082')
  })

  it('is corrected by a later record, and the first one stays on record', async () => {
    const opened = shut(2, { state: 'open', validFrom: '2026-08-01', validTo: null })
    expect((await record(opened)).status).toBe(201)
    const { states } = await statesOn('2026-08-15')
    expect(states.map(({ state, decides }) => [state.id, decides])).toEqual([
      [idOf(1), false],
      [idOf(2), true],
    ])
    expect((await trace('2026-08-15')).branches.map(({ river }) => river)).toContain('运潮减河')
  })

  it('closed at its node stops every reach that leaves the node', async () => {
    const { reachId: _, ...node } = shut(3, { nodeId: diversion.fromNode, validFrom: '2027-01-01', validTo: null })
    expect((await record(node)).status).toBe(201)
    const { states } = await statesOn('2027-01-02')
    expect(states.map(({ state }) => state.id)).toEqual([idOf(2), idOf(3)])
    const answered = await trace('2027-01-02')
    expect(answered.state.records.map(({ nodeId, state }) => [nodeId, state])).toContainEqual([
      diversion.fromNode,
      'closed',
    ])
  })

  it('is in the audit trail like every other change', async () => {
    const changes = await server.at.changes.since(0, 10)
    expect(changes.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => 'river-state-recorded'))
    expect(changes[0]).toMatchObject({ by: '北运河管理处', why: expect.stringContaining(diversion.id) })
  })
})

describe('what is no state', () => {
  it('sent again it is kept once; its id with other content is refused', async () => {
    const before = (await server.at.changes.since(0, 100)).length
    expect(await record(shut(1))).toMatchObject({ status: 201, body: { id: idOf(1) } })
    expect(await record(shut(1, { state: 'open' }))).toMatchObject({ body: { type: '/problems/id-taken' } })
    expect((await server.at.changes.since(0, 100)).length).toBe(before)
  })

  it('sent twice at once it is kept once', async () => {
    const both = await Promise.all([record(shut(4)), record(shut(4))])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect((await statesOn('2026-07-15')).states.filter(({ state }) => state.id === idOf(4))).toHaveLength(1)
  })

  it.each([
    ['a reach that the rivers of its day do not know', { reachId: 'no-such-reach' }, '/reachId'],
    ['a node that they do not know', { reachId: undefined, nodeId: 'no-such-node' }, '/nodeId'],
    ['an end before its begin', { validTo: '2026-07-01' }, '/validTo'],
  ])('%s is refused with its field', async (_, given, pointer) => {
    const { status, body } = await record(shut(5, given))
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ pointer, detail: expect.stringMatching(/\p{Script=Han}/u) }])
  })

  it.each([
    ['a node that is dry', { reachId: undefined, nodeId: 'n', state: 'dry' }],
    ['both a node and a reach', { nodeId: 'n' }],
    ['neither a node nor a reach', { reachId: undefined }],
    ['no source', { source: ' ' }],
    ['a state nobody knows', { state: 'ajar' }],
  ])('%s is refused', async (_, given) => {
    expect((await record(shut(6, given))).status).toBe(400)
  })

  it('a day before the first boundaries is refused', async () => {
    expect(await record(shut(7, { validFrom: '1949-10-01' }))).toMatchObject({
      body: { type: '/problems/no-boundaries-for-date' },
    })
  })
})

it('nothing was thrown on the way', () => {
  expect(server.errors).toEqual([])
})
