/** The server as a process: killed, stopped, started twice, started wrongly. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aReport, idOf } from '../fixtures/incidents.ts'
import { crashLoop } from './crash-loop.ts'
import { runToEnd, startServer } from './running-server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiehe-process-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const draft = (n: number) => ({ id: idOf(n), title: `事件 ${n}`, report: aReport() })

it('killed ten times while eight writers report, it has everything that it acknowledged, once', {
  timeout: 300_000,
}, async () => {
  const result = await crashLoop({ kills: 10, seed: 20261124 })
  expect(result).toMatchObject({ kills: 10, lost: [], doubled: [] })
  expect(result.acknowledged).toBeGreaterThan(20)
})

it('asked to stop, it answers what has begun, ends in order with code 0, and has it all at the next start', async () => {
  const server = await startServer(folder)
  const answers = Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((n) => server.post('/api/incidents', draft(n))))
  await server.post('/api/incidents', draft(9))
  expect(await server.kill('SIGTERM')).toBe(0)
  const saved = (await answers).flatMap((answer) =>
    answer.status === 'fulfilled' && answer.value.status === 201 ? [answer.value.body] : [],
  )
  const again = await startServer(folder)
  const listed = (await again.list(0)).map(({ id }) => id)
  for (const body of saved) expect(listed).toContain((body as { id: string }).id)
  expect(listed).toContain(idOf(9))
  await again.kill('SIGTERM')
})

it('an open live feed does not keep it from stopping', async () => {
  const server = await startServer(folder)
  const feed = await fetch(`${server.url}api/events`)
  const reader = feed.body?.getReader()
  await reader?.read()
  expect(await server.kill('SIGTERM')).toBe(0)
  expect((await reader?.read().catch(() => ({ done: true })))?.done).toBe(true)
})

describe('it refuses to start, in one sentence of both languages', () => {
  it('a second time on the same folder', async () => {
    const first = await startServer(folder)
    const second = await runToEnd({ PORT: '0', JIEHE_DATA_DIR: folder })
    expect(second).toMatchObject({ code: 73, output: expect.stringMatching(/正由另一个.*already in use/s) })
    await first.kill('SIGTERM')
  })

  it('open to a network without leave', async () => {
    const refused = await runToEnd({ PORT: '0', JIEHE_DATA_DIR: folder, HOST: '0.0.0.0' })
    expect(refused).toMatchObject({ code: 78, output: expect.stringMatching(/没有登录.*without any login/s) })
  })

  it('on a port that is no port, or that is taken', async () => {
    const wrong = await runToEnd({ PORT: '41x', JIEHE_DATA_DIR: folder })
    expect(wrong).toMatchObject({ code: 78, output: expect.stringMatching(/PORT=41x/) })
    const first = await startServer(join(folder, 'a'))
    const taken = await runToEnd({ PORT: new URL(first.url).port, JIEHE_DATA_DIR: join(folder, 'b') })
    expect(taken).toMatchObject({ code: 69, output: expect.stringMatching(/端口.*port cannot be used/s) })
    await first.kill('SIGTERM')
  })

  it('on a database file that is none', async () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'jiehe.sqlite'), 'x'.repeat(9000))
    const refused = await runToEnd({ PORT: '0', JIEHE_DATA_DIR: join(folder, 'data') })
    expect(refused).toMatchObject({ code: 73, output: expect.stringMatching(/读不出.*cannot be read/s) })
  })
})
