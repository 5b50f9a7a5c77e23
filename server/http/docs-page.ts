/** `/api/docs`: the contract for people, from the same objects, with no script and nothing from elsewhere. */
import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint'
import { operationId } from './openapi.ts'
import { escapeHtml, page } from './page.ts'
import { PROBLEMS } from './problem-kinds.ts'
import { schemaText } from './schema-text.ts'
import { type Direction, type JsonSchema, namedSchemas, schemaOf } from './wire-schemas.ts'

export function docsPage(endpoints: readonly Endpoint[]): Response {
  return page(
    200,
    '接口文档',
    `<h1>接口文档 <span lang="en">API</span></h1>
<p>所有接口收发 JSON（UTF-8）；坐标一律注明坐标系；时间为 ISO 8601。机器可读的描述见 <a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。</p>
<p lang="en">Every endpoint speaks JSON in UTF-8; every coordinate names its system; times are ISO 8601. For machines: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). Errors are RFC 9457 problems in Chinese and English.</p>
<ul>${endpoints.map(contentsLine).join('')}</ul>
${endpoints.map(section).join('\n')}
<h2>数据结构 <span lang="en">Types</span></h2>
${Object.entries(namedSchemas(endpoints)).map(namedSchema).join('\n')}
<h2>问题类型 <span lang="en">Problems</span></h2>
<table>${Object.entries(PROBLEMS).map(problemRow).join('')}</table>`,
  )
}

const contentsLine = (endpoint: Endpoint): string =>
  `<li><a href="#${operationId(endpoint)}">${escapeHtml(endpoint.summary.zh)}</a> <span lang="en">${escapeHtml(endpoint.summary.en)}</span></li>`

function section(endpoint: Endpoint): string {
  const { method, path, summary, input, output, status, refuses, bodyLimit } = endpoint
  return `<h2 id="${operationId(endpoint)}">${escapeHtml(summary.zh)} <span lang="en">${escapeHtml(summary.en)}</span></h2>
<p><span class="method">${method}</span> <code>${escapeHtml(path)}</code></p>
${fieldTable('路径参数 Path', input.path)}${fieldTable('查询参数 Query', input.query)}
${input.body ? typed(`请求体 Body${bodyLimit ? ` ≤ ${bodyLimit / 1024 / 1024} MB` : ''}`, input.body, 'input') : ''}
${typed(`答复 Answer ${status}`, output, 'output')}
${refuses.length === 0 ? '' : `<p>${refuses.map((kind) => `<a href="/problems/${kind}"><code>${kind}</code></a>`).join(' · ')}</p>`}`
}

function fieldTable(title: string, schema: z.ZodType | undefined): string {
  if (!schema) return ''
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  const rows = Object.entries(properties).map(
    ([name, described]) =>
      `<tr><td><code>${escapeHtml(name)}</code>${required.includes(name) ? ' *' : ''}</td><td>${linked(schemaText(described))}</td></tr>`,
  )
  return rows.length === 0 ? '' : `<h3>${title}</h3><table>${rows.join('')}</table>`
}

const typed = (title: string, schema: z.ZodType, io: Direction): string =>
  `<h3>${title}</h3><pre>${linked(schemaText(schemaOf(schema, io)))}</pre>`

const namedSchema = ([name, schema]: [string, JsonSchema]): string =>
  `<h3 id="type-${name}"><code>${name}</code></h3><pre>${linked(schemaText(schema))}</pre>`

/** Names of other schemas lead to them. */
const linked = (text: string): string =>
  escapeHtml(text).replaceAll(/(?<=[: |([]|^)([A-Z]\w+)/g, (name) => `<a href="#type-${name}">${name}</a>`)

const problemRow = ([kind, { status, title, titleEn }]: [string, { status: number; title: string; titleEn: string }]) =>
  `<tr><td>${status}</td><td><a href="/problems/${kind}"><code>${kind}</code></a></td><td>${escapeHtml(title)}<br><span lang="en">${escapeHtml(titleEn)}</span></td></tr>`
