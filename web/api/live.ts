/** One EventSource per tab. An event says what changed; whoever shows it asks again. */
import { type ShallowRef, shallowRef } from 'vue'
import type { z } from 'zod'
import { LiveEvent, liveEvents } from '#contract/events'
import type { Change } from '#contract/incidents'

export interface Live {
  readonly state: Readonly<ShallowRef<LiveState>>
  /** The newest change heard of since this tab was opened. */
  readonly lastChange: Readonly<ShallowRef<z.output<typeof Change> | null>>
  readonly close: () => void
}

/** `lost` screens may be out of date since that moment (epoch milliseconds). */
type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'lost'; readonly sinceMs: number }

export interface LiveSource {
  readonly open: (url: string) => EventSource
  readonly nowMs: () => number
  /** Runs `act` after a pause; the answer cancels it. */
  readonly later: (act: () => void, ms: number) => () => void
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000

/**
 * Listens until closed. The browser itself resumes a broken stream with Last-Event-ID; a refused one (server restarting)
 * is opened again by us after a growing pause, from the last sequence heard. `changed` runs for each change, and with
 * null when everything may have changed.
 */
export const listen = (source: LiveSource, changed: (change: z.output<typeof Change> | null) => void): Live => {
  const state = shallowRef<LiveState>({ kind: 'connecting' })
  const lastChange = shallowRef<z.output<typeof Change> | null>(null)
  let sequence: number | null = null
  let pauseMs = FIRST_PAUSE_MS
  let stop = () => {}

  const hear = (event: MessageEvent<string>) => {
    const heard = LiveEvent.parse(JSON.parse(event.data))
    sequence = heard.type === 'change' ? heard.change.sequence : heard.sequence
    if (heard.type === 'change') lastChange.value = heard.change
    changed(heard.type === 'change' ? heard.change : null)
  }

  const connect = () => {
    const stream = source.open(sequence === null ? liveEvents.path : `${liveEvents.path}?after=${sequence}`)
    stop = () => stream.close()
    stream.onopen = () => {
      if (state.value.kind === 'lost' && sequence === null) changed(null)
      state.value = { kind: 'live' }
      pauseMs = FIRST_PAUSE_MS
    }
    stream.onerror = () => {
      if (state.value.kind !== 'lost') state.value = { kind: 'lost', sinceMs: source.nowMs() }
      if (stream.readyState !== stream.CLOSED) return
      stop = source.later(connect, pauseMs)
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
    }
    stream.addEventListener('change', hear)
    stream.addEventListener('resync', hear)
  }

  connect()
  return { state, lastChange, close: () => stop() }
}
