/** The fact that a person is looking at: in the address, and in sight on the map. */
import type { Geometry } from 'geojson'
import { onScopeDispose, watch } from 'vue'
import { useScene } from '../map/drawing.ts'
import { useView } from '../view/use-view.ts'
import type { Fact, Judged } from './judged.ts'

/** Its place in an assessment, `{unit code}.{number}` counted from 1. */
export const evidenceId = (code: string, index: number): string => `${code}.${index + 1}`

/** Follows the address: a deep link and "back" show their fact too. Called once for each assessment on show. */
export const useEvidenceOnMap = (assessment: () => Judged): void => {
  const { view } = useView()
  const { focus } = useScene()
  watch(
    () => view.value.evidence,
    (id) => {
      const geometry = id === null ? undefined : factOf(assessment(), id)?.geometry
      focus.value = geometry ? { geometry } : null
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    focus.value = null
  })
}

/** Looks at a fact; again at the same one flies there again. */
export const useEvidenceChoice = (): { choose: (id: string, geometry: Geometry) => void } => {
  const { view, adjust } = useView()
  const { focus } = useScene()
  return {
    choose: (id, geometry) => {
      if (view.value.evidence === id) focus.value = { geometry }
      else adjust({ evidence: id })
    },
  }
}

export const factOf = ({ units }: Judged, id: string): Fact | undefined => {
  const [code, number] = id.split('.')
  return units.find((unit) => unit.code === code)?.evidence[Number(number) - 1]
}
