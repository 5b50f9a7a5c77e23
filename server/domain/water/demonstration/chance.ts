/** Chance without dice: a number that its names fix for ever, whatever else is drawn before or after it. */

export type Chance = (...names: readonly (string | number)[]) => number

/** Numbers in [0, 1). */
export const chanceOf =
  (seed: number): Chance =>
  (...names) =>
    mixed(names.join(' '), seed) / 2 ** 32

/** About normal, mean 0 and deviation 1, never beyond 3. */
export const deviate = (chance: Chance, ...names: readonly (string | number)[]): number =>
  2 * (chance(...names, 'a') + chance(...names, 'b') + chance(...names, 'c') - 1.5)

/** FNV-1a, its bits mixed once more (the finaliser of MurmurHash3). */
function mixed(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
