/** Fields that several endpoints share, with rules that zod has no word for. `params` carries the sentence for people. */
import { z } from 'zod'

/** A number in a query string, written in decimals. Bare coercion would take `lon=` for 0 and `0x10` for 16. */
export const queryNumber = <T extends z.ZodCoercedNumber>(rule: T) =>
  z.preprocess((text) => (typeof text === 'string' && !DECIMAL.test(text.trim()) ? Number.NaN : text), rule)

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Text that people write: no control characters but line breaks and tabs, no halves of a character. */
export const plainText = (mostCharacters: number) =>
  z
    .string()
    .trim()
    .max(mostCharacters)
    .refine((text) => !UNPRINTABLE.test(text), {
      params: { zh: '请去掉控制字符和残缺的字符', en: 'leave out control characters and broken ones' },
    })

const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u

/** West, south, east, north in WGS 84 degrees, as `116.1,39.5,116.8,40.2`. */
export const bboxText = z
  .string()
  .max(200)
  .transform((text) => text.split(',').map((part) => (DECIMAL.test(part.trim()) ? Number(part) : Number.NaN)))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .refine(([west, south, east, north]) => west <= east && south <= north, {
    params: { zh: '顺序应为 西,南,东,北', en: 'the order is west,south,east,north' },
  })
