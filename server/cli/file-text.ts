/** The text of a file of any size, piece by piece: UTF-8 with or without BOM, UTF-16 with BOM, or else GBK (GB 18030). */
import { createReadStream } from 'node:fs'

/** Throws where the file cannot be read. */
export async function* fileText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  for await (const bytes of createReadStream(path)) {
    const text = decoder.decode(bytes, { stream: true })
    if (text !== '') yield text
  }
}

/**
 * GBK has no mark, but hardly any GBK text is valid UTF-8, so the whole file is tried as UTF-8 first. What is cut off in
 * the middle of a character is still UTF-8: the end is not flushed.
 */
async function encodingOf(path: string): Promise<'utf-8' | 'utf-16le' | 'gb18030'> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for await (const bytes of createReadStream(path)) {
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
    isFirst = false
    try {
      utf8.decode(bytes, { stream: true })
    } catch {
      return 'gb18030'
    }
  }
  return 'utf-8'
}
