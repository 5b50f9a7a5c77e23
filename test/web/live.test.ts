import { describe, expect, it } from 'vitest'
import { type LiveSource, listen } from '../../web/api/live.ts'

/** The browser's side of a stream, driven by hand. */
class Stream {
  static readonly CLOSED = 2
  readonly CLOSED = 2
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly #hearers = new Map<string, (event: { data: string }) => void>()
  readonly url: string

  constructor(url: string) {
    this.url = url
  }
  addEventListener(name: string, hear: (event: { data: string }) => void) {
    this.#hearers.set(name, hear)
  }
  close() {
    this.readyState = 2
  }
  opens() {
    this.readyState = 1
    this.onopen?.()
  }
  /** The connection broke; the browser itself will try again. */
  breaks() {
    this.readyState = 0
    this.onerror?.()
  }
  /** The server answered with something that is no stream; the browser gives up. */
  isRefused() {
    this.readyState = 2
    this.onerror?.()
  }
  says(name: 'change' | 'resync', data: object) {
    this.#hearers.get(name)?.({ data: JSON.stringify(data) })
  }
}

const stage = () => {
  const streams: Stream[] = []
  const pauses: { act: () => void; ms: number }[] = []
  const heard: (number | null)[] = []
  let now = 1000
  const source: LiveSource = {
    open: (url) => {
      const stream = new Stream(url)
      streams.push(stream)
      return stream as unknown as EventSource
    },
    nowMs: () => now,
    later: (act, ms) => {
      const pause = { act, ms }
      pauses.push(pause)
      return () => pauses.splice(pauses.indexOf(pause), 1)
    },
  }
  const live = listen(source, (change) => heard.push(change?.sequence ?? null))
  const last = () => streams.at(-1) ?? fail()
  return { live, streams, pauses, heard, last, at: (ms: number) => (now = ms) }
}

const change = (sequence: number) => ({
  type: 'change',
  change: { sequence, at: '2026-11-24T00:00:00.000Z', by: 'x', why: 'x', kind: 'incident-reported', incidentIds: [] },
})

describe('the live feed', () => {
  it('is live once the stream opens, and passes each change on', () => {
    const { live, last, heard } = stage()
    expect(live.state.value.kind).toBe('connecting')
    last().opens()
    last().says('change', change(7))
    expect(live.state.value.kind).toBe('live')
    expect(heard).toEqual([7])
    expect(live.lastChange.value?.sequence).toBe(7)
  })

  it('says since when it is lost, counted from the first failure', () => {
    const { live, last, at } = stage()
    last().opens()
    at(5000)
    last().breaks()
    at(9000)
    last().breaks()
    expect(live.state.value).toEqual({ kind: 'lost', sinceMs: 5000 })
  })

  it('leaves a broken stream to the browser, which resumes it', () => {
    const { last, streams, pauses } = stage()
    last().opens()
    last().breaks()
    expect(streams).toHaveLength(1)
    expect(pauses).toHaveLength(0)
  })

  it('opens a refused stream again after growing pauses, from the last change heard', () => {
    const { last, streams, pauses } = stage()
    last().opens()
    last().says('change', change(41))
    const waited: number[] = []
    for (let round = 0; round < 7; round++) {
      last().isRefused()
      const pause = pauses.pop() ?? fail()
      waited.push(pause.ms)
      pause.act()
    }
    expect(waited).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(last().url).toBe('/api/events?after=41')
    expect(streams).toHaveLength(8)
  })

  it('after a gap before any change was heard, everything is asked again', () => {
    const { last, heard } = stage()
    last().opens()
    last().breaks()
    last().opens()
    expect(heard).toEqual([null])
  })

  it('a resync means that everything may have changed', () => {
    const { last, heard } = stage()
    last().opens()
    last().says('resync', { type: 'resync', sequence: 900 })
    expect(heard).toEqual([null])
  })

  it('closing it also ends a pause under way', () => {
    const { live, last, pauses } = stage()
    last().isRefused()
    expect(pauses).toHaveLength(1)
    live.close()
    expect(pauses).toHaveLength(0)
  })
})

const fail = (): never => {
  throw new Error('nothing there')
}
