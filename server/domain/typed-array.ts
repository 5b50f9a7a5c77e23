/**
 * Reads of typed arrays whose index the caller has bounded.
 *
 * `noUncheckedIndexedAccess` rightly doubts every index; where an index comes from the structure itself these say so once.
 * One function per element type keeps each load monomorphic, so V8 inlines it to a plain read.
 */
export const f64 = (array: Float64Array, index: number): number => array[index] as number
export const i32 = (array: Int32Array, index: number): number => array[index] as number
export const u32 = (array: Uint32Array, index: number): number => array[index] as number
export const u8 = (array: Uint8Array, index: number): number => array[index] as number
