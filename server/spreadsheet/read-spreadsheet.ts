/**
 * Reads a spreadsheet in a process of its own, with limits on heap, time and what may come in and go out, killed when one is
 * passed: no reader of spreadsheets is safe with every file, so none runs where the server does.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Refusal } from '#domain/refusal'
import type { Table } from '#domain/water/import/table'
import { type CannotReadCode, isCannotReadCode, readingIssue } from './cannot-read.ts'
import { READING_LIMITS, type ReadingLimits } from './limits.ts'

export type ReadSpreadsheet = (bytes: Uint8Array) => Promise<Table | Refusal>

const READER = fileURLToPath(new URL('./reading-process.ts', import.meta.url))
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** One file at a time: two large ones at once would take the machine from everybody else. */
export function spreadsheetReader(changed: Partial<ReadingLimits> = {}): ReadSpreadsheet {
  const limits = { ...READING_LIMITS, ...changed }
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    if (bytes.length > limits.fileBytes) return Promise.resolve(refused('file-too-large', '', limits))
    const reading = last.then(() => readInProcess(bytes, limits))
    last = reading.catch(() => undefined)
    return reading
  }
}

interface Ended {
  readonly output: Buffer
  /** What ended it, when that was not its own will. */
  readonly stopped?: CannotReadCode
}

async function readInProcess(bytes: Uint8Array, limits: ReadingLimits): Promise<Table | Refusal> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMiB}`, '--import', LOADER, READER, JSON.stringify(limits)],
    { env: {}, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const { output, stopped } = await ended(child, bytes, limits)
  if (stopped !== undefined) return refused(stopped, '', limits)
  const answer: { table: Table } | { refused: string; where: string } = JSON.parse(output.toString('utf8'))
  if ('table' in answer) return answer.table
  return refused(isCannotReadCode(answer.refused) ? answer.refused : 'damaged-file', answer.where, limits)
}

function ended(child: ChildProcessWithoutNullStreams, bytes: Uint8Array, limits: ReadingLimits): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let stopped: CannotReadCode | undefined
    const stop = (why: CannotReadCode) => {
      stopped ??= why
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => stop('took-too-long'), limits.wallMs)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limits.answerBytes) stop('too-many-cells')
      else chunks.push(chunk)
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-2000)
    })
    // A reader that ends early does not read to the end; its exit tells what happened.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(clock)
      // Without heap V8 aborts; any other end that is not ours is a broken installation.
      if (signal === 'SIGABRT' || code === 134) stopped ??= 'took-too-much-memory'
      if (code === 0 || stopped !== undefined) resolve({ output: Buffer.concat(chunks), ...(stopped && { stopped }) })
      else reject(new Error(`the reading process ended with ${signal ?? code}: ${complaint}`))
    })
    child.stdin.end(bytes)
  })
}

const refused = (code: CannotReadCode, where: string, limits: ReadingLimits): Refusal => ({
  refusal: 'unreadable-file',
  issues: [readingIssue(code, where, limits)],
})
