/** The incidents that the view's filters ask for, one page of them, kept up to date by the live feed. */
import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import type { z } from 'zod'
import { type IncidentSummary, listIncidents } from '#contract/incidents'
import { useEndpoint } from '../api/use-endpoint.ts'
import { useView } from '../view/use-view.ts'
import type { Filters } from '../view/view.ts'

export type Summary = z.output<typeof IncidentSummary>
export const PAGE_SIZE = 50

/** Filters without paging and order: what narrows the list. */
const conditionsOf = ({ sort: _sort, order: _order, offset: _offset, ...conditions }: Filters) => conditions

export const useIncidentList = () => {
  const { view, adjust } = useView()
  const query = useEndpoint(listIncidents, () => ({ query: { ...view.value.filters, limit: PAGE_SIZE } }))
  const incidents = computed<readonly Summary[]>(() => query.data.value?.incidents ?? [])
  /** A change of conditions begins at the first page. */
  const change = (filters: Filters) =>
    adjust({ filters: present({ ...view.value.filters, offset: undefined, ...filters }) })
  return {
    ...query,
    incidents,
    total: computed(() => query.data.value?.total ?? 0),
    activeCount: computed(() => Object.keys(conditionsOf(view.value.filters)).length),
    freshIds: useFreshIds(incidents, () => JSON.stringify(view.value.filters)),
    change,
    clear: () => adjust({ filters: {} }),
  }
}

/** Ids that came in while the same page of the list was being looked at. */
function useFreshIds(incidents: ComputedRef<readonly Summary[]>, listKey: () => string) {
  const fresh = shallowRef<ReadonlySet<string>>(new Set())
  let known: { key: string; ids: Set<string> } | null = null
  watch([incidents, listKey], ([list, key]) => {
    if (list.length === 0) return
    if (known?.key === key) {
      const { ids } = known
      const added = list.map(({ id }) => id).filter((id) => !ids.has(id))
      if (added.length < list.length) fresh.value = new Set([...fresh.value, ...added])
      for (const id of added) ids.add(id)
    } else known = { key, ids: new Set(list.map(({ id }) => id)) }
  })
  return fresh
}

/** Without the conditions that were taken away, so that the address holds only what is asked. */
function present(filters: { [K in keyof Filters]: Filters[K] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''))
}
