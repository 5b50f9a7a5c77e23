/** The README in both languages says what the code says. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../server/config.ts'

const ROOT = new URL('../', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8')

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const)('%s', (file, language) => {
  const text = read(file)

  it('lists every setting with its default and its meaning', () => {
    const rows = SETTINGS.map((setting) => `| \`${setting.name}\` | \`${setting.initial}\` | ${setting[language]} |`)
    expect(rows.filter((row) => !text.includes(row))).toEqual([])
  })

  it('names only scripts that exist', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const named = [...text.matchAll(/npm (?:run )?(?:--silent )?(start|test|[a-z]+)\b/g)].map((match) => match[1])
    expect(named.filter((name) => name !== undefined && name !== 'run' && !scripts.includes(name))).toEqual([])
  })
})
