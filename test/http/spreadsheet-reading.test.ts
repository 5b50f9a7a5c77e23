/** What comes out of good files, and which limit or fault stops each bad one; every file is read in a process of its own. */
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import type { Refusal } from '#domain/refusal'
import type { Table } from '#domain/water/import/table'
import { spreadsheetReader } from '../../server/spreadsheet/read-spreadsheet.ts'
import { packedAgain } from '../../server/spreadsheet/workbook-parts.ts'
import { deflatedPart, sheet, textCell, workbook, workbookParts } from '../fixtures/workbooks.ts'

const read = spreadsheetReader()
const rowsOf = (answer: Table | Refusal) => ('rows' in answer ? answer.rows : answer)
const codeOf = (answer: Table | Refusal) => ('issues' in answer ? answer.issues.map(({ code }) => code).join() : 'read')

describe('good files', () => {
  it('a workbook gives text, numbers, and dates as the sheet shows them', async () => {
    const made = await writeWorkbook([
      [{ value: '断面名称' }, { value: '采样时间' }, { value: 'COD' }],
      [
        { value: '马驹桥' },
        { value: new Date('2026-01-05T09:30:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
        { value: 18.5, type: Number },
      ],
      [{ value: '许各庄' }, null, { value: '<4' }],
    ])
    expect(rowsOf(await read(await made.toBuffer()))).toEqual([
      ['断面名称', '采样时间', 'COD'],
      ['马驹桥', '2026-01-05 09:30:00', 18.5],
      ['许各庄', null, '<4'],
    ])
  })

  it.each([
    ['UTF-8', Buffer.from('断面名称,COD\n马驹桥,18')],
    ['UTF-8 with BOM', Buffer.from('\ufeff断面名称,COD\n马驹桥,18')],
    ['UTF-16', Buffer.from('\ufeff断面名称\tCOD\n马驹桥\t18', 'utf16le')],
    ['GBK', Buffer.from('b6cfc3e6c3fbb3c62c434f440ac2edbed4c7c52c3138', 'hex')],
  ])('CSV in %s', async (_, bytes) => {
    const [header, row] = 'rows' in (await read(bytes)) ? ((await read(bytes)) as Table).rows : []
    expect(String(header?.[0]).replace('\ufeff', '')).toBe('断面名称')
    expect(row).toEqual(['马驹桥', '18'])
  })

  it('a formula gives its value, and its row is marked', async () => {
    const answer = await read(
      workbook(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>A1*2</f><v>2</v></c></row>`),
    )
    expect(answer).toMatchObject({ rows: [[1], [2]], formulaRows: [1] })
  })

  it('a merged cell gives its value to each of its cells, and its rows are marked', async () => {
    const rows = `<row r="1">${textCell('A1', '马驹桥')}<c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>`
    const answer = await read(workbook(rows, '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'))
    expect(answer).toMatchObject({
      rows: [
        ['马驹桥', 1],
        ['马驹桥', 2],
      ],
      mergedRows: [0, 1],
    })
  })

  it('100,000 rows are read', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`)
    const answer = rowsOf(await read(workbook(rows.join(''))))
    expect(answer).toHaveProperty('length', 100_000)
  }, 60_000)

  it('a sheet that says it reaches to XFD1048576 is read for what it holds', async () => {
    const xml = sheet(
      `<row r="1"><c r="A1"><v>1</v></c></row>`,
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    const huge = xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')
    expect(rowsOf(await read(packedAgain(workbookParts(huge))))).toEqual([[1]])
  })
})

describe('files that are refused', () => {
  const plain = () => workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
  const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20)

  it('a bomb, whatever size it declares', async () => {
    const honest = deflatedPart(plain(), 'xl/media/a.xml', zeros, zeros.length, crc32(zeros))
    const lying = deflatedPart(plain(), 'xl/media/a.xml', zeros, 10, crc32(zeros))
    expect(honest.length).toBeLessThan(1024 * 1024)
    const careful = spreadsheetReader({ inflatedBytes: 32 * 1024 * 1024 })
    expect([codeOf(await careful(honest)), codeOf(await careful(lying))]).toEqual([
      'inflates-too-far',
      'inflates-too-far',
    ])
  }, 60_000)

  it('a part whose checksum is not that of its content', async () => {
    expect(codeOf(await read(deflatedPart(plain(), 'xl/extra.xml', Buffer.from('<a/>'), 4, 12345)))).toBe(
      'damaged-file',
    )
  })

  it('a file cut off, at its end or in its middle', async () => {
    const whole = await (await writeWorkbook([[{ value: '断面名称' }]])).toBuffer()
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(codeOf(await read(whole.subarray(0, Math.floor(whole.length * share)))), String(share)).toBe(
        'damaged-file',
      )
    }
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-spreadsheet'],
    ['a zip without a workbook', packedAgain([{ name: 'a.xml', bytes: Buffer.from('<a/>') }]), 'not-a-spreadsheet'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'old-format'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'password-protected',
    ],
    ['CSV with an open quote', Buffer.from('断面名称,COD\n"马驹桥,18\n'), 'broken-quotes'],
    ['a column beyond every sheet', workbook('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>'), 'too-many-columns'],
    ['a row beyond the limit', workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), 'too-many-rows'],
    ['a lone cell far out', workbook('<row r="90000"><c r="GR90000"><v>1</v></c></row>'), 'too-many-cells'],
    ['a formula that failed', workbook('<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'), 'cell-error'],
    [
      'an external entity',
      packedAgain(
        workbookParts(
          `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheet('<row r="1"><c r="A1"><v>1</v></c></row>')}`,
        ),
      ),
      'unsafe-xml',
    ],
  ])('%s', async (_, bytes, code) => {
    const answer = await read(bytes)
    expect(codeOf(answer)).toBe(code)
    expect(answer).toMatchObject({
      refusal: 'unreadable-file',
      issues: [{ zh: expect.stringMatching(/[\p{Script=Han}].*。$/u), en: expect.stringMatching(/\.$/) }],
    })
  })

  it('more than 100,000 rows of CSV', async () => {
    expect(codeOf(await read(Buffer.from('1\n'.repeat(100_001))))).toBe('too-many-rows')
  })

  it('a file over the size limit, before any process is started', async () => {
    expect(codeOf(await spreadsheetReader({ fileBytes: 10 })(Buffer.from('断面名称,COD')))).toBe('file-too-large')
  })

  it('one that takes too long: its process is killed, and the next file is read', async () => {
    const impatient = spreadsheetReader({ wallMs: 1 })
    expect(codeOf(await impatient(plain()))).toBe('took-too-long')
    expect(codeOf(await read(plain()))).toBe('read')
  })

  it('one that takes too much memory ends its own process only', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, n) => `<row r="${n + 1}">${'ABCDEFGHIJ'.replaceAll(/./g, (c) => `<c r="${c}${n + 1}"><v>1</v></c>`)}</row>`,
    )
    expect(codeOf(await spreadsheetReader({ heapMiB: 24 })(workbook(rows.join(''))))).toBe('took-too-much-memory')
  }, 60_000)
})
