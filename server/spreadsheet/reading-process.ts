/** The process that reads one file: its bytes come in by stdin, the table or the code of a refusal goes out by stdout. */
import { buffer } from 'node:stream/consumers'
import type { Table } from '#domain/water/import/table'
import { CannotRead } from './cannot-read.ts'
import { READING_LIMITS, type ReadingLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

const ZIP = Buffer.from([0x50, 0x4b, 3, 4])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

const limits: ReadingLimits = { ...READING_LIMITS, ...JSON.parse(process.argv[2] ?? '{}') }
process.stdout.write(JSON.stringify(await answer(await buffer(process.stdin))))

async function answer(bytes: Buffer): Promise<{ table: Table } | { refused: string; where: string }> {
  try {
    return { table: await read(bytes) }
  } catch (error) {
    if (error instanceof CannotRead) return { refused: error.code, where: error.where }
    // A library that a file has brought down says nothing that people could use.
    return { refused: 'damaged-file', where: '' }
  }
}

/** By what the file is, not by what it is called. */
async function read(bytes: Buffer): Promise<Table> {
  if (bytes.length === 0) throw new CannotRead('empty-file')
  if (bytes.subarray(0, 4).equals(ZIP)) return readWorkbook(bytes, limits)
  if (bytes.subarray(0, 4).equals(OLE)) throw new CannotRead(isEncrypted(bytes) ? 'password-protected' : 'old-format')
  return readCsv(bytes, limits)
}

/** A workbook with a password is an OLE file with a stream of that name. */
function isEncrypted(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
