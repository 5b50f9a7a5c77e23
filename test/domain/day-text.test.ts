import { describe, expect, it } from 'vitest'
import { dayText } from '#domain/day-text'

describe('a calendar day in a sentence', () => {
  it('stays that day, without zeros in front, in both languages', () => {
    expect(dayText('2019-12-01')).toEqual({ zh: '2019年12月1日', en: '1 December 2019' })
    expect(dayText('1949-10-01')).toEqual({ zh: '1949年10月1日', en: '1 October 1949' })
    expect(dayText('2024-02-29')).toEqual({ zh: '2024年2月29日', en: '29 February 2024' })
  })

  it('is left as it stands where it is no day', () => {
    for (const text of ['', 'soon', '2019-13-01', '2019-00-10', '2019-12-01T08:00:00+08:00'])
      expect(dayText(text)).toEqual({ zh: text, en: text })
  })
})
