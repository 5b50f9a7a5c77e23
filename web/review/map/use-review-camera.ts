/** Takes the map to what is reviewed when that changes; a link that names a place opens at that place. */
import { watch } from 'vue'
import { type Bounds, boundsOf } from '../../map/bounds.ts'
import { cameraOn } from '../../places/place-view.ts'
import { useView } from '../../view/use-view.ts'
import type { Camera } from '../../view/view.ts'
import { type ReviewSection, useReview } from '../use-review.ts'

export const useReviewCamera = (): void => {
  const { view, adjust } = useView()
  const { data: review } = useReview()
  let shown = view.value.camera ? view.value.review.subject : 'city'

  watch(
    review,
    (next) => {
      if (!next || next.subject.key !== view.value.review.subject || next.subject.key === shown) return
      shown = next.subject.key
      adjust({ camera: next.subject.kind === 'city' ? null : cameraOnSections(next.sections) })
    },
    { immediate: true },
  )
}

const cameraOnSections = (sections: readonly ReviewSection[]): Camera | null => {
  const coordinates = sections.map(({ section }) => [section.lon, section.lat])
  const bounds = boundsOf({ type: 'MultiPoint', coordinates })
  if (!bounds) return null
  const [west, south, east, north] = bounds
  return cameraOn({ lon: (west + east) / 2, lat: (south + north) / 2, bbox: [...withRoom(bounds)] })
}

/** Two kilometres around a single section, a fifth around several. */
const withRoom = ([west, south, east, north]: Bounds): Bounds => {
  const aside = Math.max(0.04, (east - west) / 5)
  const above = Math.max(0.03, (north - south) / 5)
  return [west - aside, south - above, east + aside, north + above]
}
