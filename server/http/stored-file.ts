/** An answer that is the same for everyone: kept whole, compressed once when first asked for, known by its hash. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { respond } from './respond.ts'

export interface StoredFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly hash: string
  /** Compressed forms made so far. */
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

type Encoding = 'br' | 'gzip'

export function storedFile(type: string, content: string | Uint8Array): StoredFile {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { type, bytes, hash, encoded: new Map() }
}

/** With ETag: 304 without a body when the client has this very content, however it was encoded then. */
export async function sendStored(c: Context, file: StoredFile, cacheControl: string): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding'), file)
  const headers = {
    'cache-control': cacheControl,
    etag: encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`,
    vary: 'accept-encoding',
  }
  if (isKnown(c.req.header('if-none-match'), file)) return respond(304, null, headers)
  const typed = { ...headers, 'content-type': file.type }
  if (!encoding) return respond(200, file.bytes, typed)
  return respond(200, await encodedBytes(file, encoding), { ...typed, 'content-encoding': encoding })
}

/** What is compressed already, or too small to gain, is sent as it is. */
function encodingFor(accepted: string | undefined, { type, bytes }: StoredFile): Encoding | undefined {
  if (bytes.byteLength < 1024 || !/^text\/|javascript|json|svg|xml|wasm/.test(type)) return undefined
  const offered = (accepted ?? '').split(',').map((part) => part.trim().toLowerCase())
  const takes = (name: string) =>
    offered.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}

function encodedBytes(file: StoredFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.encoded.get(encoding)
  if (known) return known
  const made = COMPRESS[encoding](file.bytes).then((bytes) => new Uint8Array(bytes))
  file.encoded.set(encoding, made)
  return made
}

/** Level 7 takes a quarter of a second for the largest script and comes within a tenth of the best. */
const COMPRESS: Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
}

/** RFC 9110, 13.1.2: any of the listed tags, weakly compared; all encodings have the same content. */
function isKnown(ifNoneMatch: string | undefined, { hash }: StoredFile): boolean {
  if (ifNoneMatch === undefined) return false
  return (
    ifNoneMatch.trim() === '*' || [...ifNoneMatch.matchAll(/"([^"]*)"/g)].some(([, tag]) => tag?.slice(0, 22) === hash)
  )
}
