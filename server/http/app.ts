/** Every address of the server, top to bottom. Listens to nothing: `node-server.ts` does, and tests ask it directly. */
import { Hono } from 'hono'
import { assessReport } from '#contract/assessments'
import { liveEvents } from '#contract/events'
import { readHealth } from '#contract/health'
import {
  listIncidents,
  readIncident,
  readIncidentChanges,
  removeDemonstrations,
  reportIncident,
} from '#contract/incidents'
import { ENDPOINTS } from '#contract/index'
import { locatePoint } from '#contract/jurisdictions'
import { readLayer } from '#contract/layers'
import { searchPlaces } from '#contract/places'
import { readRules } from '#contract/rules'
import { isRefusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import { judgeReport } from '../usecase/judge-report.ts'
import { removeDemonstrations as removeAllDemonstrations } from '../usecase/remove-demonstrations.ts'
import { reportIncident as reportAndKeep } from '../usecase/report-incident.ts'
import type { Surroundings } from '../usecase/surroundings.ts'
import { docsPage } from './docs-page.ts'
import { answerEvents } from './events.ts'
import { type EnglishNames, withEnglishNames } from './incident-list.ts'
import type { LayerFiles } from './layers.ts'
import type { LiveFeed } from './live-feed.ts'
import { answerLocate } from './locate.ts'
import { mount, mountRaw, routePath } from './mount.ts'
import { mountNetwork } from './network-routes.ts'
import { openApi } from './openapi.ts'
import { refuseForeign } from './origin-guard.ts'
import { PAGE_STYLE_PATH, pageStyle } from './page.ts'
import type { PlaceIndex } from './place-index.ts'
import { problem } from './problem.ts'
import { problemPage } from './problem-page.ts'
import { mountRiverStates } from './river-states.ts'
import { answerRules } from './rules.ts'
import { type StaticFiles, sendStatic } from './static-files.ts'
import { sendStored, storedFile } from './stored-file.ts'
import { mountReview } from './water-routes.ts'
import { mountSamples } from './water-samples.ts'

export interface AppParts {
  readonly feed: LiveFeed
  readonly layers: LayerFiles
  readonly places: PlaceIndex
  readonly englishNames: EnglishNames
  readonly pages: StaticFiles
  readonly version: string
  /** True where the operator has opened the server to a network. */
  readonly anyHost?: boolean
  readonly logError: (requestId: string, error: unknown) => void
}

/** Until there are accounts, everyone on the machine is this one. */
const BY = 'local'

export function createApp(at: Surroundings, parts: AppParts): Hono {
  const app = new Hono()
  const today = () => shanghaiDay(at.nowMs())

  app.use(async (c, next) => refuseForeign(c, parts.anyHost ?? false) ?? next())

  mount(app, assessReport, ({ body }) => {
    const judged = judgeReport(body, at.world, at.nowMs())
    return isRefusal(judged) ? judged : judged.assessment
  })
  mount(app, reportIncident, ({ body }) => reportAndKeep(body, BY, at))
  mount(app, listIncidents, async ({ query }) => {
    const { total, incidents } = await at.incidents.list(query)
    return { total, incidents: incidents.map(withEnglishNames(parts.englishNames)) }
  })
  mount(app, readIncident, async ({ path: { id } }) => {
    return (await at.incidents.byId(id)) ?? { refusal: 'incident-not-found', id }
  })
  mount(app, readIncidentChanges, async ({ path: { id } }) => {
    const changes = await at.changes.ofIncident(id)
    return changes.length > 0 ? { changes } : { refusal: 'incident-not-found', id }
  })
  mount(app, removeDemonstrations, () => removeAllDemonstrations(BY, at))
  mountRaw(app, liveEvents, ({ query }, c) => answerEvents(query, parts.feed, c))
  mount(app, locatePoint, ({ query }) => answerLocate(query, at))
  mountRiverStates(app, at)
  mountRaw(app, readLayer, ({ path, query }, c) => {
    const file = parts.layers(path.layer, query.date ?? today())
    return isRefusal(file) ? file : sendStored(c, file, 'no-cache')
  })
  mount(app, searchPlaces, ({ query }) => parts.places.search(query.q, query.limit))
  mount(app, readRules, ({ query }) => answerRules(query.date ?? today()))
  mountReview(app, at)
  mountNetwork(app, at)
  mountSamples(app, BY, at)
  mount(app, readHealth, () => ({
    status: 'ready' as const,
    version: parts.version,
    dataVersions: { ...at.world.versions },
  }))

  const description = once(() => storedFile('application/json', JSON.stringify(openApi(ENDPOINTS, parts.version))))
  app.get('/api/openapi.json', (c) => sendStored(c, description(), 'no-cache'))
  app.get('/api/docs', () => docsPage(ENDPOINTS))
  const style = once(() => pageStyle(parts.pages))
  app.get(PAGE_STYLE_PATH, (c) => sendStored(c, style(), 'no-cache'))
  app.get('/problems/:kind', (c) => problemPage(c.req.param('kind')))

  refuseOtherMethods(app)
  app.notFound(async (c) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    return (isRead ? await sendStatic(c, parts.pages) : undefined) ?? problem('not-found')
  })
  app.onError((error) => {
    const requestId = at.newId()
    parts.logError(requestId, error)
    return problem('internal-error', { facts: { requestId } })
  })
  return app
}

/** Made when first asked for, so that the start does not wait for it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function refuseOtherMethods(app: Hono): void {
  const methods = new Map<string, string[]>()
  for (const { path, method } of ENDPOINTS) methods.set(path, [...(methods.get(path) ?? []), method])
  for (const [path, allowed] of methods) {
    const allow = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed
    app.all(routePath(path), () => problem('method-not-allowed', { headers: { allow: allow.join(', ') } }))
  }
}
