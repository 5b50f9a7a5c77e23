/** Which months the profile draws when nobody has chosen: the month reviewed and the same one last year. */
import { addMonths } from '#domain/review/period'

export const profileMonths = (chosen: readonly string[], month: string, firstMonth: string): readonly string[] => {
  if (chosen.length > 0) return chosen
  const lastYear = addMonths(month, -12)
  return lastYear < firstMonth ? [month] : [month, lastYear]
}
