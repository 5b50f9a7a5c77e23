/** How long the disk takes to make written bytes durable: without it nobody can read the figures of a durable store. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './round.ts'

/** Median milliseconds of fdatasync after `bytes` have been appended to a file in the folder. */
export function fsyncTimeMs(folder: string, bytes: number, times = 200): number {
  const path = join(folder, 'fsync.bin')
  const file = openSync(path, 'w')
  const block = Buffer.alloc(bytes, 1)
  const taken = Array.from({ length: times }, () => {
    writeSync(file, block)
    const before = performance.now()
    fdatasyncSync(file)
    return performance.now() - before
  })
  closeSync(file)
  rmSync(path)
  return median(taken)
}
