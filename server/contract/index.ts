/** Every promise of the API, in the order of the OpenAPI page. */
import { assessReport } from './assessments.ts'
import type { Endpoint } from './endpoint.ts'
import { liveEvents } from './events.ts'
import { readHealth } from './health.ts'
import { listIncidents, readIncident, readIncidentChanges, removeDemonstrations, reportIncident } from './incidents.ts'
import { locatePoint } from './jurisdictions.ts'
import { readLayer } from './layers.ts'
import { decideNetworkProblem, listNetworkMends, listNetworkProblems, withdrawNetworkMend } from './network.ts'
import { searchPlaces } from './places.ts'
import { listRiverStates, recordRiverState } from './river-states.ts'
import { traceRiver } from './rivers.ts'
import { readRules } from './rules.ts'
import { readReachChiefs } from './water-chiefs.ts'
import { makeReviewDocument } from './water-documents.ts'
import { readEvaluation } from './water-evaluation.ts'
import {
  importWater,
  listWaterImports,
  previewWaterImport,
  readImportTemplate,
  undoWaterImport,
} from './water-imports.ts'
import { addWaterNote, readLedger } from './water-ledger.ts'
import { readProfile, readSectionSeries } from './water-profile.ts'
import { listWaterSubjects, readReview } from './water-review.ts'
import { listWaterSamples, readHourlySeries, readLatestValues } from './water-samples.ts'
import { listNoMansLand, listSameEvents, traceSources } from './water-sources.ts'

export const ENDPOINTS: readonly Endpoint[] = [
  assessReport,
  reportIncident,
  listIncidents,
  readIncident,
  readIncidentChanges,
  removeDemonstrations,
  liveEvents,
  locatePoint,
  traceRiver,
  listRiverStates,
  recordRiverState,
  readLayer,
  searchPlaces,
  readRules,
  listWaterSubjects,
  readReview,
  readEvaluation,
  readProfile,
  readSectionSeries,
  readLedger,
  addWaterNote,
  makeReviewDocument,
  traceSources,
  listSameEvents,
  listNoMansLand,
  readReachChiefs,
  readImportTemplate,
  previewWaterImport,
  importWater,
  listWaterImports,
  undoWaterImport,
  listWaterSamples,
  readHourlySeries,
  readLatestValues,
  listNetworkProblems,
  listNetworkMends,
  decideNetworkProblem,
  withdrawNetworkMend,
  readHealth,
]
