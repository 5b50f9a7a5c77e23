/** A random UUID, version 4 (RFC 9562). The browser's own `randomUUID` is missing on a plain-HTTP address. */
export const clientId = (fill = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)): string => {
  const bytes = fill(new Uint8Array(16))
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6)
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
