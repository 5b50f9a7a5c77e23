/** The profile as a picture for the report: drawn apart from the screen, on white paper. */
import './chart-kit.ts'
import { init } from 'echarts/core'
import { CHART_LOOKS } from './chart-look.ts'
import { type ProfileFacts, profileOption } from './profile-option.ts'

/** A PNG data URL. Drawn twice: the first drawing asks for the files of the font that its names need. */
export const profilePicture = async (facts: Omit<ProfileFacts, 'look'>): Promise<string> => {
  const chart = init(document.createElement('div'), null, { width: 1000, height: 520 })
  try {
    chart.setOption(profileOption({ ...facts, look: CHART_LOOKS.light }))
    await document.fonts.ready
    chart.resize()
    return chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#ffffff' })
  } finally {
    chart.dispose()
  }
}
