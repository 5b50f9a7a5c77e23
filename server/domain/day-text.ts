/** A calendar day as a sentence says it: `2019年12月1日`, `1 December 2019`; the text itself where it is no day. */
export function dayText(day: string): { readonly zh: string; readonly en: string } {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = MONTHS_EN[Number(month) - 1]
  if (name === undefined) return { zh: day, en: day }
  return { zh: `${Number(year)}年${Number(month)}月${Number(date)}日`, en: `${Number(date)} ${name} ${Number(year)}` }
}

/** January first. */
export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
