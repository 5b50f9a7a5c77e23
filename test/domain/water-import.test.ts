import { describe, expect, it } from 'vitest'
import { againstStored } from '#domain/water/import/against-stored'
import { readHourly } from '#domain/water/import/read-hourly'
import { readSamples, type SampleReading } from '#domain/water/import/read-samples'
import type { RowContext } from '#domain/water/import/sample-row'
import { readSampleTime } from '#domain/water/import/sample-time'
import { sectionFinder } from '#domain/water/import/section-name'
import type { Cell, Table } from '#domain/water/import/table'
import { hourlyTemplate, sampleTemplate } from '#domain/water/import/template'
import { waterRulesAsOf } from '#domain/water/water-rules'
import { aSample } from '../fixtures/water.ts'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const SECTIONS = [
  { id: 'section-16', name: '马驹桥', river: '凉水河' },
  { id: 'section-17', name: '许各庄', river: '凉水河' },
  { id: 'section-90', name: '新桥', river: '凉水河' },
  { id: 'section-91', name: '新桥', river: '清河' },
]

const at: RowContext = {
  findSection: sectionFinder(SECTIONS),
  authority: 'municipal',
  measuredBy: '市监测中心',
  nowMs: NOW,
  idOf: (row) => `row-${row}`,
  rules: waterRulesAsOf('2026-11-24'),
}

const table = (rows: readonly (readonly Cell[])[], parts: Partial<Table> = {}): Table => ({
  ...{ rows, formulaRows: [], mergedRows: [], otherSheets: [] },
  ...parts,
})

function drained<T>(rows: Generator<void, T>): T {
  for (;;) {
    const step = rows.next()
    if (step.done) return step.value
  }
}

const read = (rows: readonly (readonly Cell[])[], parts?: Partial<Table>): SampleReading =>
  drained(readSamples(table(rows, parts), at))

const HEADER = ['断面名称', '采样时间', '氨氮(mg/L)', '汞(mg/L)']
const row = (...cells: Cell[]) => read([HEADER, ['马驹桥', '2026-01-05 09:30', ...cells]])
const codes = ({ refused }: { refused: readonly { code: string }[] }) => refused.map(({ code }) => code)
const values = (reading: SampleReading) => reading.samples.flatMap(({ sample }) => sample.measurements)

describe('the header', () => {
  it('is found under a title, by names, symbols or codes, in full or half width, with units in it or below', () => {
    const rows: Cell[][] = [
      ['凉水河水质监测结果表'],
      [
        '断面名称',
        '采样时间',
        '监测方式',
        '监测单位',
        'ＮＨ３－Ｎ',
        'w21011',
        '化学需氧量（mg/L）',
        '铬（六价）(μg/L)',
        'pH',
      ],
      [null, null, null, null, 'mg/L', 'mg/L', null, null, '无量纲'],
      ['马驹桥', '2026-01-05', '手工', '市中心', 0.5, 0.1, 18, 4, 7.9],
    ]
    const reading = read(rows)
    expect(reading.refused).toEqual([])
    expect(values(reading).map(({ indicator, value }) => [indicator, value])).toEqual([
      ['ammonia-nitrogen', 0.5],
      ['total-phosphorus', 0.1],
      ['cod', 18],
      ['chromium-vi', 0.004],
      ['ph', 7.9],
    ])
  })

  it('µg/L becomes mg/L by the unit that is written, and a unit that is none of the indicator is refused', () => {
    const inMicrograms = [
      ['断面名称', '采样时间', '汞'],
      ['单位', null, 'µg/L'],
      ['马驹桥', '2026-01-05', 0.05],
    ]
    expect(values(read(inMicrograms))).toEqual([{ indicator: 'mercury', value: 0.00005, isBelowDetection: false }])
    expect(
      codes(
        read([
          ['断面名称', '采样时间', '汞(℃)'],
          ['马驹桥', '2026-01-05', 1],
        ]),
      ),
    ).toEqual(['unknown-unit'])
    expect(
      codes(
        read([
          ['断面名称', '采样时间', '汞'],
          ['马驹桥', '2026-01-05', 1],
        ]),
      ),
    ).toEqual(['unit-missing'])
  })

  it('a value that can hardly be in the written unit is read with a warning', () => {
    expect(row(0.5, 50).warnings.map(({ code, field }) => [code, field])).toEqual([['suspect-magnitude', '汞(mg/L)']])
  })

  it('two columns of one indicator, no header and no indicator are refused; an unknown column is told', () => {
    expect(
      codes(
        read([
          [...HEADER, 'NH3-N(mg/L)'],
          ['马驹桥', '2026-01-05', 1, 1, 2],
        ]),
      ),
    ).toEqual(['duplicate-column'])
    expect(
      codes(
        read([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ),
    ).toEqual(['no-header'])
    expect(
      codes(
        read([
          ['断面名称', '采样时间'],
          ['马驹桥', '2026-01-05'],
        ]),
      ),
    ).toEqual(['no-indicator'])
    expect(codes(read([HEADER]))).toEqual(['no-rows'])
    expect(
      read([
        [...HEADER, '备注'],
        ['马驹桥', '2026-01-05', 1, null, '雨'],
      ]).warnings,
    ).toMatchObject([{ code: 'unknown-column', field: '备注' }])
  })
})

describe('values', () => {
  it.each([
    ['<0.025', 0.025],
    ['＜0.025', 0.025],
    ['0.025L', 0.025],
    ['≤0.025', 0.025],
  ])('%s is below detection, and keeps its limit', (cell, value) => {
    expect(values(row(cell))).toEqual([{ indicator: 'ammonia-nitrogen', value, isBelowDetection: true }])
  })

  it.each(['ND', 'nd', '未检出', 'N.D.'])(
    '%s takes the limit of the row 检出限, and is refused without one',
    (cell) => {
      const withLimit = [HEADER, ['检出限', null, 0.025, null], ['马驹桥', '2026-01-05', cell, null]]
      expect(values(read(withLimit))).toEqual([{ indicator: 'ammonia-nitrogen', value: 0.025, isBelowDetection: true }])
      expect(row(cell).refused).toMatchObject([{ row: 2, field: '氨氮(mg/L)', code: 'no-detection-limit' }])
    },
  )

  it.each(['—', '-', '/', '', null, '未测'])('%j is not measured', (cell) => {
    expect(values(row(cell, 0.00004))).toMatchObject([{ indicator: 'mercury' }])
  })

  it.each([
    ['1.5', 1.5],
    [' 1.5 ', 1.5],
    ['1,234.5', 1234.5],
    ['1.5E-1', 0.15],
    ['1.5×10^2', 150],
    ['０．５', 0.5],
  ])('%j is a figure', (cell, value) => {
    expect(values(row(cell))[0]?.value).toBe(value)
  })

  it.each([
    [-0.1, 'negative-value'],
    ['-0.1', 'negative-value'],
    ['abc', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['0,5', 'not-a-number'],
    ['1e999', 'not-a-number'],
    ['>10', 'not-a-number'],
    [true, 'not-a-number'],
    ['<0', 'no-detection-limit'],
    ['＝1+1', 'not-a-number'],
  ])('%j is refused as %s', (cell, code) => {
    expect(codes(row(cell))).toEqual([code])
  })

  it('every fault of a row is told at once, in both languages', () => {
    const { refused, samples } = read([HEADER, ['没有的断面', '2026-02-30', 'x', -1]])
    expect(refused.map(({ code, field }) => [code, field])).toEqual([
      ['unknown-section', '断面名称'],
      ['no-such-day', '采样时间'],
      ['not-a-number', '氨氮(mg/L)'],
      ['negative-value', '汞(mg/L)'],
    ])
    for (const { zh, en } of refused)
      expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/\.$/)])
    expect(samples).toEqual([])
  })
})

describe('times', () => {
  it.each([
    ['2026-01-05 09:30', '2026-01-05T09:30:00+08:00'],
    ['2026/1/5 9:30', '2026-01-05T09:30:00+08:00'],
    ['2026.1.5', '2026-01-05T00:00:00+08:00'],
    ['2026年1月5日', '2026-01-05T00:00:00+08:00'],
    ['2026年1月5日9时30分', '2026-01-05T09:30:00+08:00'],
    ['2026年1月5日 9:30', '2026-01-05T09:30:00+08:00'],
    ['20260105', '2026-01-05T00:00:00+08:00'],
    ['202601050930', '2026-01-05T09:30:00+08:00'],
    ['2026-01-05T09:30:15+08:00', '2026-01-05T09:30:15+08:00'],
    ['２０２６－０１－０５', '2026-01-05T00:00:00+08:00'],
    [46027, '2026-01-05T00:00:00+08:00'],
    [46027.395833333336, '2026-01-05T09:30:00+08:00'],
    ['46027', '2026-01-05T00:00:00+08:00'],
    ['2024-02-29', '2024-02-29T00:00:00+08:00'],
  ])('%j is %s', (cell, iso) => {
    expect(readSampleTime(cell, NOW)).toBe(iso)
  })

  it.each([
    ['2023-02-30', 'no-such-day'],
    ['2023-02-29', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['2026-00-10', 'no-such-day'],
    ['115-01-05', 'republican-calendar'],
    ['民国115年1月5日', 'republican-calendar'],
    ['农历正月初五', 'lunar-calendar'],
    ['丙午年三月廿一', 'lunar-calendar'],
    ['05/01/2026', 'unclear-time'],
    ['2026-01-05 25:00', 'unclear-time'],
    ['2026-01-05 09:60', 'unclear-time'],
    ['昨天', 'unclear-time'],
    [12, 'unclear-time'],
    ['', 'no-time'],
    [null, 'no-time'],
    ['2027-01-05', 'future-time'],
  ])('%j is refused as %s', (cell, code) => {
    expect(readSampleTime(cell, NOW)).toMatchObject({ code })
  })
})

describe('sections', () => {
  const find = sectionFinder(SECTIONS)

  it('are found by code, by name, with or without the word 断面, and by river where names repeat', () => {
    expect(find('section-16', null, null)).toBe('section-16')
    expect(find(null, ' 马驹桥断面 ', null)).toBe('section-16')
    expect(find(null, '新桥', '清河')).toBe('section-91')
  })

  it.each([
    [null, '没有', null, 'unknown-section'],
    ['section-99', null, null, 'unknown-section'],
    [null, '新桥', null, 'ambiguous-section'],
    ['section-16', '许各庄', null, 'section-mismatch'],
    [null, null, null, 'no-section'],
  ])('code %s, name %s, river %s: %s', (code, name, river, refusal) => {
    expect(find(code, name, river)).toMatchObject({ code: refusal })
  })
})

describe('a file', () => {
  it('a row that repeats another is refused, and names it', () => {
    const reading = read([HEADER, ['马驹桥', '2026-01-05', 1, null], ['马驹桥', '2026/1/5', 2, null]])
    expect(reading.refused).toMatchObject([{ row: 3, code: 'duplicate-row', zh: expect.stringContaining('第 2 行') }])
  })

  it('blank rows are passed over, and rows keep the numbers of the sheet', () => {
    const reading = read([
      HEADER,
      [null, '', null],
      ['马驹桥', '2026-01-05', 1, null],
      [],
      ['x', '2026-01-05', 1, null],
    ])
    expect(reading.rowCount).toBe(2)
    expect(reading.samples.map((each) => each.row)).toEqual([3])
    expect(reading.refused.map((each) => each.row)).toEqual([5])
  })

  it('formulas, merged cells and further sheets are told', () => {
    const reading = read([HEADER, ['马驹桥', '2026-01-05', 1, null]], {
      formulaRows: [0, 1],
      mergedRows: [1],
      otherSheets: ['附表'],
    })
    expect(reading.warnings.map(({ code, row: at }) => [code, at])).toEqual([
      ['other-sheet', 0],
      ['formula', 2],
      ['merged-cells', 2],
    ])
  })

  it('names of columns and sections from a file are never taken for properties', () => {
    const reading = read([
      [...HEADER, '__proto__', 'constructor'],
      ['__proto__', '2026-01-05', 1, null, 'x', 'y'],
    ])
    expect(codes(reading)).toEqual(['unknown-section'])
    expect(reading.warnings.map(({ code }) => code)).toEqual(['unknown-column', 'unknown-column'])
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('the template is read as it is given out', () => {
    const reading = read(sampleTemplate({ id: 'section-16', name: '马驹桥', river: '凉水河' }))
    expect([reading.refused, reading.warnings, reading.samples.length]).toEqual([[], [], 1])
    expect(values(reading)).toContainEqual({ indicator: 'ammonia-nitrogen', value: 0.025, isBelowDetection: true })
    expect(values(reading)).toContainEqual({ indicator: 'cyanide', value: 0.001, isBelowDetection: true })
  })
})

describe('beside what is stored', () => {
  const placed = (parts = {}) => [{ sample: aSample(0, { id: 'new', ...parts }), row: 2 }]
  const other = { measurements: [{ indicator: 'cod', value: 25, isBelowDetection: false }] } as const

  it('what is new is taken; the very same is told and not doubled', () => {
    expect(againstStored(placed(), [], false)).toMatchObject({ samples: [{ id: 'new' }], refused: [], corrects: [] })
    expect(againstStored(placed(), [aSample(0)], false)).toMatchObject({
      samples: [],
      refused: [],
      warnings: [{ code: 'already-there' }],
    })
  })

  it('other values of the same sample are refused, unless the file is a correction', () => {
    const refused = againstStored(placed(other), [aSample(0)], false)
    expect(refused).toMatchObject({
      samples: [],
      refused: [{ row: 2, code: 'differs-from-stored', zh: expect.stringContaining('18 → 25') }],
    })
    expect(againstStored(placed(other), [aSample(0)], true)).toMatchObject({
      samples: [{ id: 'new' }],
      corrects: ['sample-0'],
      refused: [],
    })
  })

  it('a district replaces no value of the city, not even as a correction or with the same figures', () => {
    for (const isCorrection of [false, true]) {
      const { samples, corrects, refused } = againstStored(
        placed({ authority: 'district' }),
        [aSample(0)],
        isCorrection,
      )
      expect([samples, corrects, refused.map(({ code }) => code)]).toEqual([[], [], ['municipal-value']])
    }
  })

  it('a value of the city stands beside one that a district has', () => {
    const stored = [aSample(0, { authority: 'district' })]
    expect(againstStored(placed(), stored, false)).toMatchObject({ samples: [{ id: 'new' }], refused: [] })
  })
})

describe('hourly values', () => {
  const hourly = (rows: readonly (readonly Cell[])[]) => drained(readHourly(table(rows), at))
  const HOURLY_HEADER = ['断面名称', '监测时间', '数据标记', 'pH', '氨氮(mg/L)']

  it('become one rising series for each site and indicator', () => {
    const { hourly: series, refused } = hourly([
      HOURLY_HEADER,
      ['马驹桥', '2026-01-05 10:00', 'C', 7.9, 0.5],
      ['马驹桥', '2026-01-05 09:00', null, 7.8, null],
      ['许各庄', '2026-01-05 09:00', 'n', 7.7, 1.2],
    ])
    expect(refused).toEqual([])
    expect(
      series.map(({ sectionId, indicator, values: found }) => [
        sectionId,
        indicator,
        found.map(({ value, flag }) => `${value}${flag}`),
      ]),
    ).toEqual([
      ['section-16', 'ph', ['7.8N', '7.9C']],
      ['section-16', 'ammonia-nitrogen', ['0.5C']],
      ['section-17', 'ph', ['7.7N']],
      ['section-17', 'ammonia-nitrogen', ['1.2N']],
    ])
  })

  it('are refused off the hour, twice, below detection, and with an unknown flag', () => {
    const { refused } = hourly([
      HOURLY_HEADER,
      ['马驹桥', '2026-01-05 09:30', null, 7.9, null],
      ['马驹桥', '2026-01-05 09:00', null, 7.9, '<0.025'],
      ['马驹桥', '2026-01-05 09:00', null, 7.9, null],
      ['马驹桥', '2026-01-05 11:00', 'X', 7.9, null],
    ])
    expect(refused.map(({ row: found, code }) => [found, code])).toEqual([
      [2, 'not-an-hour'],
      [3, 'below-detection-hourly'],
      [4, 'duplicate-row'],
      [5, 'unknown-flag'],
    ])
  })

  it('the template is read as it is given out', () => {
    const { hourly: series, refused, warnings } = hourly(hourlyTemplate({ id: 'section-16', name: '马驹桥' }))
    expect([series.length, refused, warnings]).toEqual([7, [], []])
  })
})
