/** The arguments of the batch command. */
import { parseArgs } from 'node:util'
import { isRefusal } from '#domain/refusal'
import { readCoordinateSystem } from '#domain/report/coordinate-label'
import { MATTERS, MEDIA, SENSITIVITIES, SEVERITIES, SOURCE_KINDS } from '#domain/report/report'

export interface AssessArguments {
  readonly file: string
  readonly rejects: string | undefined
  /** What a row takes that does not say it itself. */
  readonly defaults: Readonly<Record<string, string>>
}

export const USAGE = `npm run --silent assess -- FILE [options] > ANSWERS.geojson

逐行研判一个文件；每个坐标都须写明坐标系：用 --crs，或在每行的 crs 属性中。

FILE  GeoJSON FeatureCollection, one GeoJSON Feature a line (.ndjson), or CSV with a header: lon,lat or x,y (经度,纬度),
      then any of crs, uncertaintyM, occurredAt, discoveredAt, matter, medium, severity, pollutant, isMajorViolation,
      isCityPermit, isCrimeSuspected, isKeySource (true/false, 1/0, 是/否), sourceKind, sensitive; other columns are
      carried along. UTF-8 or GBK.

  sourceKind        ${SOURCE_KINDS.join(' | ')}
  sensitive         any of ${SENSITIVITIES.slice(0, 4).join(' | ')} |
                    ${SENSITIVITIES.slice(4).join(' | ')}, joined by |

  --crs X           coordinate system of rows that name none: EPSG:4326, EPSG:4490, EPSG:4548, EPSG:4527, EPSG:4549, GCJ-02, BD-09
  --rejects FILE    rows that cannot be judged, with the reasons, one JSON object a line
  --matter M        ${MATTERS.join(' | ')}
  --medium M        ${MEDIA.join(' | ')}
  --severity S      ${SEVERITIES.join(' | ')}
  --occurred-at T   e.g. 2026-11-24T14:05:00+08:00
`

const OPTIONS = {
  crs: { type: 'string' },
  rejects: { type: 'string' },
  matter: { type: 'string' },
  medium: { type: 'string' },
  severity: { type: 'string' },
  'occurred-at': { type: 'string' },
  help: { type: 'boolean' },
} as const

/** A text is what is wrong with the call; an empty one asks for help. */
export function readArguments(argv: readonly string[]): AssessArguments | string {
  const parsed = parse(argv)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [file, ...more] = positionals
  if (values.help === true) return ''
  if (file === undefined) return '缺少文件 FILE / FILE is missing'
  if (more.length > 0) return `只能给一个文件 / one FILE only, not also ${more.join(' ')}`
  const crs = values.crs === undefined ? undefined : readCoordinateSystem(values.crs)
  if (isRefusal(crs)) return crs.refusal === 'unknown-crs' ? (crs.issues[0]?.zh ?? '') : ''
  const named = { matter: values.matter, medium: values.medium, severity: values.severity }
  const unknown = Object.entries({ matter: MATTERS, medium: MEDIA, severity: SEVERITIES }).find(([name, known]) =>
    isUnknown(named[name as keyof typeof named], known),
  )
  if (unknown !== undefined) return `--${unknown[0]}: ${unknown[1].join(' | ')}`
  return { file, rejects: values.rejects, defaults: given({ crs, ...named, occurredAt: values['occurred-at'] }) }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const isUnknown = (value: string | undefined, known: readonly string[]): boolean =>
  value !== undefined && !known.includes(value)

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) present[name] = value
  return present
}
