/** The tab's one live feed, tied to the query cache. */
import { type UseQueryEntry, useQueryCache } from '@pinia/colada'
import { type InjectionKey, inject, onScopeDispose, provide } from 'vue'
import { changedPaths } from './changed-paths.ts'
import { type Live, listen } from './live.ts'

const LIVE: InjectionKey<Live> = Symbol('live')

/** Called once, by the shell. */
export const provideLive = (): Live => {
  const cache = useQueryCache()
  const live = listen(browser, (change) => {
    const paths = changedPaths(change)
    const isOld = ({ key }: UseQueryEntry) => paths.some((path) => String(key[0]).startsWith(path))
    void cache.invalidateQueries({ predicate: isOld })
  })
  provide(LIVE, live)
  onScopeDispose(live.close)
  return live
}

export const useLive = (): Live => {
  const live = inject(LIVE)
  if (!live) throw new Error('useLive is called outside the shell')
  return live
}

const browser = {
  open: (url: string) => new EventSource(url),
  nowMs: () => Date.now(),
  later: (act: () => void, ms: number) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
