/**
 * The parts of a workbook (a zip), inflated under our own count whatever the zip says of their sizes, and packed again
 * without compression: what the library reads afterwards is exactly what was counted.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { CannotRead } from './cannot-read.ts'
import type { ReadingLimits } from './limits.ts'

export interface WorkbookPart {
  readonly name: string
  readonly bytes: Buffer
}

const [END_OF_DIRECTORY, DIRECTORY_ENTRY, LOCAL_ENTRY] = [0x06054b50, 0x02014b50, 0x04034b50]
const [STORED, DEFLATED] = [0, 8]

/** The XML parts; pictures and printer settings are left out. Throws `CannotRead`. */
export function workbookParts(zip: Buffer, limits: ReadingLimits): WorkbookPart[] {
  const parts = new Map<string, WorkbookPart>()
  let left = limits.inflatedBytes
  for (const entry of directory(zip, limits.parts)) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue
    const bytes = inflated(zip, entry, left)
    left -= bytes.length
    if (parts.has(entry.name)) throw new CannotRead('damaged-file')
    parts.set(entry.name, { name: entry.name, bytes })
  }
  return [...parts.values()]
}

interface DirectoryEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly localAt: number
}

function directory(zip: Buffer, most: number): DirectoryEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new CannotRead('damaged-file')
  const count = zip.readUInt16LE(end + 10)
  if (count > most) throw new CannotRead('too-many-parts')
  const entries: DirectoryEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new CannotRead('damaged-file')
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      method: zip.readUInt16LE(at + 10),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      crc: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      localAt: zip.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

function inflated(zip: Buffer, entry: DirectoryEntry, left: number): Buffer {
  const { localAt, packedSize, method, crc } = entry
  if (entry.isEncrypted) throw new CannotRead('password-protected')
  if (localAt + 30 > zip.length || zip.readUInt32LE(localAt) !== LOCAL_ENTRY) throw new CannotRead('damaged-file')
  const from = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28)
  if (from + packedSize > zip.length) throw new CannotRead('damaged-file')
  const packed = zip.subarray(from, from + packedSize)
  if (method !== STORED && method !== DEFLATED) throw new CannotRead('damaged-file')
  const bytes = method === STORED ? packed : inflate(packed, left)
  if (bytes.length > left) throw new CannotRead('inflates-too-far')
  if (crc32(bytes) !== crc) throw new CannotRead('damaged-file')
  return bytes
}

function inflate(packed: Buffer, left: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    const isOver = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new CannotRead(isOver ? 'inflates-too-far' : 'damaged-file')
  }
}

/** A zip of stored entries. */
export function packedAgain(parts: readonly WorkbookPart[]): Buffer {
  const pieces: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const nameBytes = Buffer.from(name)
    const described = describe(bytes, nameBytes.length)
    pieces.push(signed(LOCAL_ENTRY, described), nameBytes, bytes)
    listed.push(signed(DIRECTORY_ENTRY, Buffer.concat([VERSION, described, placed(at)])), nameBytes)
    at += 30 + nameBytes.length + bytes.length
  }
  const directoryBytes = Buffer.concat(listed)
  return Buffer.concat([...pieces, directoryBytes, closing(parts.length, directoryBytes.length, at)])
}

const VERSION = Buffer.from([20, 0])

/** The 26 bytes that the local and the listed entry share: version, flags (UTF-8 names), stored, time, CRC, sizes, names. */
function describe(bytes: Buffer, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x800, 2)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

/** What a listed entry has more: comment, disk, attributes, and where the local one stands. */
function placed(at: number): Buffer {
  const fields = Buffer.alloc(14)
  fields.writeUInt32LE(at, 10)
  return fields
}

function signed(signature: number, fields: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, fields])
}

function closing(count: number, size: number, at: number): Buffer {
  const fields = Buffer.alloc(22)
  fields.writeUInt32LE(END_OF_DIRECTORY, 0)
  fields.writeUInt16LE(count, 8)
  fields.writeUInt16LE(count, 10)
  fields.writeUInt32LE(size, 12)
  fields.writeUInt32LE(at, 16)
  return fields
}
