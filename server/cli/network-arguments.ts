/** The arguments of the network command. */
import { parseArgs } from 'node:util'
import type { Orientation } from '#domain/network/orient'
import { NETWORK_DEFAULTS } from '#domain/network/settings'
import { type LineKeys, USUAL_KEYS } from '#domain/network/source-line'
import { isRefusal } from '#domain/refusal'
import { readCoordinateSystem } from '#domain/report/coordinate-label'
import type { CoordinateSystem } from '#domain/report/report'

export interface NetworkArguments {
  readonly file: string
  /** Of lines that name none themselves. */
  readonly crs: CoordinateSystem | undefined
  readonly keys: LineKeys
  readonly snapM: number
  readonly nearM: number
  readonly borderM: number
  readonly driftM: number
  readonly orientation: Orientation
  /** A file of points, or ids of lines with commas between. */
  readonly outlets: string | undefined
  readonly mends: string | undefined
  readonly out: string
  /** The day whose boundaries split the reaches, `YYYY-MM-DD`; undefined for today. */
  readonly day: string | undefined
  readonly licence: string
  readonly accuracyM: number
}

export const USAGE = `npm run --silent network -- FILE [options]

由任意折线图层构建河网：捕捉、打断、定向、按编号合并、按界线切分，并给出问题清单。

FILE  GeoJSON FeatureCollection or one GeoJSON Feature a line (.ndjson), LineString or MultiLineString. UTF-8 or GBK.
      Every line names its coordinate system: by --crs, or in its property crs.

  --crs X            EPSG:4326, EPSG:4490, EPSG:4548, EPSG:4527, EPSG:4549, GCJ-02, BD-09
  --snap M           an end this near to another line belongs to it (default ${NETWORK_DEFAULTS.snapM})
  --near M           ends nearer than this are reported as loose (default three times --snap)
  --border M         a line this near to a border forms it (default ${NETWORK_DEFAULTS.borderM})
  --drift M          how far a border river may stray from its border (default ${NETWORK_DEFAULTS.driftM})
  --orient X         digitised | outlets | from-to (default ${NETWORK_DEFAULTS.orientation})
  --outlets X        a GeoJSON file of points with a crs as above, or ids of the last lines, a,b,c
  --mends FILE       decisions on problems, a JSON array
  --out DIR          where reaches, nodes, problems and drifts are written (default network)
  --day D            the boundaries of this day, e.g. 2026-11-24 (default today)
  --id K --river K --name K --from K --to K
                     the names of the attributes (default ${Object.values(USUAL_KEYS).join(', ')})
  --licence TEXT     of the source, kept with every reach
  --accuracy M       standard error of the lines (default: that of --snap)
`

const text = { type: 'string' } as const
const OPTIONS = {
  ...{ crs: text, snap: text, near: text, border: text, drift: text, orient: text, outlets: text, mends: text },
  ...{ out: text, day: text, id: text, river: text, name: text, from: text, to: text, licence: text, accuracy: text },
  help: { type: 'boolean' },
} as const

type Given = Readonly<Record<Exclude<keyof typeof OPTIONS, 'help'>, string | undefined>>

/** A text is what is wrong with the call; an empty one asks for help. */
export function readArguments(argv: readonly string[]): NetworkArguments | string {
  const parsed = parse(argv)
  if (typeof parsed === 'string') return parsed
  const { positionals, help, given } = parsed
  const [file, ...more] = positionals
  if (help) return ''
  if (file === undefined) return '缺少文件 FILE / FILE is missing'
  if (more.length > 0) return `只能给一个文件 / one FILE only, not also ${more.join(' ')}`
  const crs = given.crs === undefined ? undefined : readCoordinateSystem(given.crs)
  if (isRefusal(crs)) return crs.refusal === 'unknown-crs' ? (crs.issues[0]?.zh ?? '') : ''
  const problem = numberProblem(given) ?? orientationProblem(given) ?? dayProblem(given)
  return problem ?? { file, crs, ...settled(given) }
}

function settled(given: Given): Omit<NetworkArguments, 'file' | 'crs'> {
  const snapM = Number(given.snap ?? NETWORK_DEFAULTS.snapM)
  return {
    ...{ snapM, nearM: Number(given.near ?? 3 * snapM), borderM: Number(given.border ?? NETWORK_DEFAULTS.borderM) },
    ...{ driftM: Number(given.drift ?? NETWORK_DEFAULTS.driftM), accuracyM: Number(given.accuracy ?? snapM) },
    orientation: ORIENTATIONS.find((known) => known === given.orient) ?? NETWORK_DEFAULTS.orientation,
    keys: {
      ...{ id: given.id ?? USUAL_KEYS.id, river: given.river ?? USUAL_KEYS.river, name: given.name ?? USUAL_KEYS.name },
      ...{ from: given.from ?? USUAL_KEYS.from, to: given.to ?? USUAL_KEYS.to },
    },
    ...{ outlets: given.outlets, mends: given.mends, out: given.out ?? 'network', day: given.day },
    licence: given.licence ?? '',
  }
}

const ORIENTATIONS: readonly Orientation[] = ['digitised', 'outlets', 'from-to']

function numberProblem(given: Given): string | undefined {
  for (const name of ['snap', 'near', 'border', 'drift', 'accuracy'] as const) {
    const value = given[name]
    const isPositive = value === undefined || (Number.isFinite(Number(value)) && Number(value) > 0)
    const isZeroSnap = name === 'snap' && value === '0'
    if (!isPositive && !isZeroSnap) return `--${name}：应为大于 0 的米数 / a number of metres above 0, not ${value}`
  }
  return undefined
}

function orientationProblem({ orient, outlets }: Given): string | undefined {
  if (orient === 'outlets' && outlets === undefined) return '--orient outlets 需要 --outlets / needs --outlets'
  const isKnown = orient === undefined || ORIENTATIONS.some((known) => known === orient)
  return isKnown ? undefined : `--orient: ${ORIENTATIONS.join(' | ')}`
}

function dayProblem({ day }: Given): string | undefined {
  if (day === undefined) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  return isDay ? undefined : `--day：应为日期 / a calendar day such as 2026-11-24, not ${day}`
}

function parse(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
    const { help = false, ...given } = values
    return { positionals, help, given: { ...NOTHING, ...given } }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const NOTHING: Given = {
  ...{ crs: undefined, snap: undefined, near: undefined, border: undefined, drift: undefined, orient: undefined },
  ...{ outlets: undefined, mends: undefined, out: undefined, day: undefined, id: undefined, river: undefined },
  ...{ name: undefined, from: undefined, to: undefined, licence: undefined, accuracy: undefined },
}
