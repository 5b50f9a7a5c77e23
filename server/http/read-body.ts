/** Reads a JSON body of bounded size, whatever the client says or hides about its length. */
import type { Context } from 'hono'
import type { FieldIssue } from '#domain/refusal'
import { problem } from './problem.ts'

export interface ReadJson {
  readonly json: unknown
}

/** The parsed body, or the answer that says why it cannot be taken. */
export async function readJson(c: Context, limitBytes: number): Promise<ReadJson | Response> {
  if (!isJson(c.req.header('content-type'))) return problem('unsupported-media-type')
  const bytes = await readBytes(c, limitBytes)
  if (bytes === 'too-large') return problem('body-too-large', tooLarge(limitBytes))
  const text = decode(bytes)
  if (text === undefined) return problem('invalid-report', { issues: [NOT_UTF8] })
  return parse(text)
}

/** A named length that fits is read at once; without one (chunked) the bytes are counted as they come. */
async function readBytes(c: Context, limitBytes: number): Promise<Uint8Array | 'too-large'> {
  const length = c.req.header('content-length')
  const isChunked = c.req.header('transfer-encoding') !== undefined
  if (length !== undefined && Number(length) > limitBytes) return 'too-large'
  if (length !== undefined && !isChunked) return new Uint8Array(await c.req.arrayBuffer())
  return countBytes(c.req.raw.body, limitBytes)
}

async function countBytes(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limitBytes) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `application/json`, with or without `charset=utf-8`. */
const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '')

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string): ReadJson | Response {
  try {
    const json: unknown = JSON.parse(text)
    return { json }
  } catch (error) {
    return problem('invalid-report', { issues: [text.trim() === '' ? EMPTY : notJson(text, String(error))] })
  }
}

const NOT_UTF8: FieldIssue = {
  pointer: '',
  code: 'not-utf8',
  zh: '请求体不是 UTF-8 编码：请把文字转换为 UTF-8（常见的误用是 GBK）。',
  en: 'The body is not UTF-8: convert its text (often it is GBK).',
}

const EMPTY: FieldIssue = {
  pointer: '',
  code: 'empty-body',
  zh: '请求体是空的：请发送一个 JSON 对象。',
  en: 'The body is empty: send a JSON object.',
}

function notJson(text: string, error: string): FieldIssue {
  const hasNumberName = /[:[,]\s*-?(NaN|Infinity)\b/.test(text)
  return {
    pointer: '',
    code: 'not-json',
    zh: hasNumberName
      ? '请求体不是 JSON：JSON 没有 NaN 和 Infinity，请填写实际数值，没有就不要写这个字段。'
      : `请求体不是完整的 JSON：请检查括号、引号和逗号，以及内容是否被截断（${error.slice(0, 120)}）。`,
    en: hasNumberName
      ? 'The body is not JSON: JSON knows no NaN and no Infinity. Give the number, or leave the field out.'
      : `The body is not whole JSON: look for brackets, quotes, commas, and a cut end (${error.slice(0, 120)}).`,
  }
}

const tooLarge = (limitBytes: number) => ({
  detail: {
    zh: `请求体超过 ${Math.round(limitBytes / 1024)} KB 的上限。请简化几何图形，或拆分后分别提交。`,
    en: `The body is over the limit of ${Math.round(limitBytes / 1024)} KB. Simplify the geometry or send it in parts.`,
  },
  facts: { limitBytes },
})
