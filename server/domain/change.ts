/**
 * 变更: every change of the state is one value, decided here, carried out whole or not at all by `commit`, and kept.
 *
 * The kept changes, in the order of their sequence, are the audit trail and the live feed.
 */
import type { Incident } from './incident.ts'
import type { NetworkDecision } from './network/decision.ts'
import type { RecordedState } from './river/recorded-state.ts'
import { shanghaiDay } from './shanghai-time.ts'
import type { WaterChange, WaterImport } from './water/water-import.ts'
import type { WaterNote } from './water/water-note.ts'

export const CHANGE_KINDS = [
  'incident-reported',
  'demonstrations-loaded',
  'demonstrations-removed',
  'water-imported',
  'water-import-undone',
  'water-noted',
  'network-decided',
  'river-state-recorded',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** An incident before `commit` has given it its number of the day. */
export type UnnumberedIncident = Omit<Incident, 'number'>

/** What is to be done, by whom and why. `at` is ISO 8601 in +08:00. */
export interface Change {
  readonly kind: ChangeKind
  readonly at: string
  readonly by: string
  readonly why: string
  readonly put: readonly UnnumberedIncident[]
  /** Ids of incidents to remove. */
  readonly remove: readonly string[]
  readonly water?: WaterChange
  readonly network?: NetworkDecision
  readonly riverState?: RecordedState
}

/** A change that is on the disk. Sequences rise by at least one, in the order of commits. */
export interface CommittedChange {
  readonly sequence: number
  readonly kind: ChangeKind
  readonly at: string
  readonly by: string
  readonly why: string
  readonly incidentIds: readonly string[]
}

export interface Commitment {
  readonly change: CommittedChange
  /** Numbers given to `put`, in its order. */
  readonly numbers: readonly string[]
}

export const incidentReported = (incident: UnnumberedIncident, by: string): Change => ({
  kind: 'incident-reported',
  at: incident.reportedAt,
  by,
  why: `上报：${incident.title}`,
  put: [incident],
  remove: [],
})

export const demonstrationsLoaded = (
  incidents: readonly UnnumberedIncident[],
  at: string,
  water?: WaterImport,
): Change => ({
  kind: 'demonstrations-loaded',
  at,
  by: 'system',
  why: `空库装入 ${incidents.length} 起演示事件${water ? `、${water.samples.length} 个演示水样` : ''}`,
  put: incidents,
  remove: [],
  ...(water && { water: { action: 'import', import: water } as const }),
})

export const demonstrationsRemoved = (ids: readonly string[], by: string, at: string): Change => ({
  kind: 'demonstrations-removed',
  at,
  by,
  why: `删除全部 ${ids.length} 起演示事件和演示水质数据`,
  put: [],
  remove: ids,
  water: { action: 'remove-demonstrations' },
})

export const waterImported = (water: WaterImport): Change => ({
  kind: 'water-imported',
  at: water.record.at,
  by: water.record.by,
  why: `导入 ${water.record.fileName}：${water.record.sampleCount} 个水样、${water.record.hourlyCount} 个小时值`,
  put: [],
  remove: [],
  water: { action: 'import', import: water },
})

export const waterImportUndone = (record: { id: string; fileName: string }, by: string, at: string): Change => ({
  kind: 'water-import-undone',
  at,
  by,
  why: `撤销导入 ${record.fileName}`,
  put: [],
  remove: [],
  water: { action: 'undo', importId: record.id },
})

export const waterNoted = (note: WaterNote): Change => ({
  kind: 'water-noted',
  at: note.at,
  by: note.by,
  why: `${note.kind === 'objection' ? '异议' : '核对'}：${note.sectionId} ${note.month}`,
  put: [],
  remove: [],
  water: { action: 'note', note },
})

export const networkDecided = (decision: NetworkDecision): Change => ({
  kind: 'network-decided',
  at: decision.at,
  by: decision.by,
  why: `${decision.mend === null ? '撤回' : '处理'}河网问题 ${decision.problemId}：${decision.why}`,
  put: [],
  remove: [],
  network: decision,
})

export const riverStateRecorded = (state: RecordedState): Change => ({
  kind: 'river-state-recorded',
  at: state.at,
  by: state.by,
  why: `记录${'nodeId' in state ? `节点 ${state.nodeId}` : `河段 ${state.reachId}`}自 ${state.validFrom} 起的状态`,
  put: [],
  remove: [],
  riverState: state,
})

/** 编号 of the `ordinal`-th incident of its day, e.g. `JH-20261124-0001`. A number is never given twice. */
export function incidentNumber(reportedAt: string, ordinal: number): string {
  return `JH-${numberingDay(reportedAt)}-${String(ordinal).padStart(4, '0')}`
}

/** The day within which incidents are counted, `20261124`. */
export const numberingDay = (reportedAt: string): string => shanghaiDay(Date.parse(reportedAt)).replaceAll('-', '')
