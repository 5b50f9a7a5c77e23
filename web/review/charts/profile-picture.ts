/** The profile as a picture for the report: drawn apart from the screen, on white paper. */
import './chart-kit.ts'
import { init } from 'echarts/core'
import { CHART_LOOKS } from './chart-look.ts'
import { type ProfileFacts, profileOption } from './profile-option.ts'

/** A PNG data URL. */
export const profilePicture = (facts: Omit<ProfileFacts, 'look'>): string => {
  const chart = init(document.createElement('div'), null, { width: 1000, height: 520 })
  try {
    chart.setOption(profileOption({ ...facts, look: CHART_LOOKS.light }))
    return chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#ffffff' })
  } finally {
    chart.dispose()
  }
}
