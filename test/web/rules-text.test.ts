/** The rules panel: days and values as they are read. */
import { expect, test } from 'vitest'
import { dayText } from '../../web/locales/moment.ts'
import { settingText } from '../../web/rules/setting-text.ts'

test('a calendar day stays that day, in the form of the language', () => {
  expect(dayText('2019-03-04', 'zh-CN')).toBe('2019年3月4日')
  expect(dayText('2019-03-04', 'en')).toBe('4 March 2019')
  expect(dayText('soon', 'en')).toBe('soon')
})

test('a value carries its unit in the language of the reader; a share has none', () => {
  expect(settingText(10_000, 'm²', 'zh-CN')).toBe('10,000 平方米')
  expect(settingText(10_000, 'm²', 'en')).toBe('10,000 m²')
  expect(settingText(72, 'h', 'zh-CN')).toBe('72 小时')
  expect(settingText(0.005, '', 'zh-CN')).toBe('0.005')
  expect(settingText('mean', '', 'en')).toBe('mean')
})
