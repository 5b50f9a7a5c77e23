/** The reaches of the reference set, read once. */
import { computed } from 'vue'
import { readLayer } from '#contract/layers'
import { useEndpoint } from '../api/use-endpoint.ts'
import { ReachFeature } from './map/class-lines.ts'

export const useReaches = () => {
  const { data } = useEndpoint(readLayer, { path: { layer: 'reaches' }, query: {} })
  return computed(() => (data.value?.features ?? []).flatMap((feature) => ReachFeature.safeParse(feature).data ?? []))
}
