/** The folder that holds everything Jiehe keeps, locked so that only one process writes there. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CannotOpen } from './cannot-open.ts'

export interface DataFolder {
  readonly databaseFile: string
  readonly release: () => void
}

/** Makes the folder when it is missing. The lock is the operating system's own, so a killed process leaves none behind. */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new CannotOpen(`数据目录建不了：${folder}。The data folder cannot be made: ${String(error)}.`)
  }
  const lock = new Database(join(folder, 'jiehe.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new CannotOpen(`数据目录正由另一个界河使用：${folder}。The data folder is already in use by another Jiehe.`)
  }
  return { databaseFile: join(folder, 'jiehe.sqlite'), release: () => void lock.close() }
}
