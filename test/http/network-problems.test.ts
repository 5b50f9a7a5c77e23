import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNetworkMends, listNetworkProblems } from '#contract/network'
import { checkNetwork } from '#domain/network/check-network'
import { type Mend, readMends } from '#domain/network/mend'
import { isRefusal } from '#domain/refusal'
import { idOf } from '../fixtures/incidents.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const problems = async () =>
  listNetworkProblems.output
    .parse(await (await server.ask('/api/network/problems')).json())
    .features.map(({ properties, geometry }) => ({ ...properties, geometry }))
const exported = async (): Promise<Mend[]> => {
  const body: unknown = await (await server.ask('/api/network/mends')).json()
  listNetworkMends.output.parse(body)
  const mends = readMends(body)
  if (!Array.isArray(mends)) throw new Error(JSON.stringify(mends.issues))
  return mends
}
const BY = { by: '数据管理员', why: '现场为倒虹吸' }
const decide = (n: number, problemId: string, mend: unknown) =>
  server.post('/api/network/mends', { id: idOf(n), problemId, mend, ...BY })
const withdraw = (n: number, problemId: string) =>
  server.post('/api/network/withdrawals', { id: idOf(n), problemId, by: '数据管理员', why: '核对有误' })

async function canalOverRiver() {
  const found = (await problems()).find(({ id }) => id.startsWith('crossing:jingmi-yinshuiqu-03'))
  if (found === undefined) throw new Error('the canal crosses nothing any more')
  return found
}

describe('the problems of the network in use', () => {
  it('are a map layer: each has a place, a sentence in two languages and a proposal, and is open', async () => {
    const all = await problems()
    expect(all.length).toBeGreaterThan(5)
    for (const { geometry, text, status, decision } of all) {
      expect(geometry?.coordinates).toHaveLength(2)
      expect(text.zh).not.toBe(text.en)
      expect({ status, decision }).toEqual({ status: 'open', decision: null })
    }
    expect(await exported()).toEqual([])
  })

  it('a mend is kept with who and why, shown with its problem, and told to the live feed', async () => {
    const { id, proposal } = await canalOverRiver()
    const answer = await decide(1, id, proposal)
    expect(answer.status).toBe(201)
    const decided = await canalOverRiver()
    expect(decided.status).toBe('mended')
    expect(decided.decision).toMatchObject({ mend: proposal, at: '2026-11-24T12:00:00+08:00', ...BY })
    const [change] = await server.at.changes.since(0, 10)
    expect(change).toMatchObject({ kind: 'network-decided', by: '数据管理员' })
    expect(change?.why).toContain('倒虹吸')
  })

  it('what is exported is what the builder takes, and with it the problem is gone', async () => {
    const { id } = await canalOverRiver()
    const mends = await exported()
    expect(mends).toEqual([
      {
        problemId: id,
        action: 'separate',
        lineId: expect.any(String),
        toLineId: expect.any(String),
        by: BY.by,
        note: BY.why,
      },
    ])
    const atlas = server.at.world.atlasAsOf('2026-11-24')
    if (isRefusal(atlas)) throw new Error('no atlas')
    const left = checkNetwork(atlas, mends).problems.features.map(({ properties }) => properties.id)
    expect(left).not.toContain(id)
    expect(left.filter((each) => each.startsWith('lost-mend'))).toEqual([])
  })

  it('the last decision holds; taken back, the problem is open again, and the rows are all still there', async () => {
    const { id } = await canalOverRiver()
    expect((await decide(2, id, { action: 'accept' })).status).toBe(201)
    expect((await canalOverRiver()).status).toBe('accepted')
    expect((await withdraw(3, id)).status).toBe(201)
    expect(await canalOverRiver()).toMatchObject({ status: 'open', decision: null })
    expect(await exported()).toEqual([])
    expect((await server.at.network.decisions()).map(({ mend }) => mend?.action ?? null)).toEqual([
      'separate',
      'accept',
      null,
    ])
  })
})

describe('what is refused', () => {
  it('a problem that is not there, a withdrawal of nothing, a line that the problem is not about', async () => {
    const { id } = await canalOverRiver()
    expect((await decide(21, 'crossing:nowhere', { action: 'accept' })).status).toBe(404)
    expect((await withdraw(22, id)).status).toBe(404)
    const foreign = await decide(23, id, { action: 'delete', lineId: 'yongding-he-01' })
    expect(foreign.status).toBe(400)
    expect(await foreign.text()).toContain('/mend/lineId')
    expect((await decide(24, id, { action: 'explode' })).status).toBe(400)
  })

  it('the same sent twice is kept once; the id with other content is taken', async () => {
    const { id, proposal } = await canalOverRiver()
    const before = (await server.at.network.decisions()).length
    const [one, other] = await Promise.all([decide(31, id, proposal), decide(31, id, proposal)])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(await one.json()).toEqual(await other.json())
    expect((await decide(31, id, { action: 'accept' })).status).toBe(409)
    expect(await server.at.network.decisions()).toHaveLength(before + 1)
  })
})

it('nothing was thrown', () => {
  expect(server.errors).toEqual([])
})
