/** Every answer leaves through here, so none can lack the headers that keep a browser safe. */

/**
 * Nothing from elsewhere, no inline script or style, no eval, no frame. Plain objects, which the server writes as they
 * are; a `Headers` would cost every request a copy.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=()',
} as const

export type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null

export const respond = (status: number, body: Body, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, { status, headers: { ...SECURITY_HEADERS, ...headers } })

export const respondJson = (status: number, value: unknown): Response =>
  respond(status, JSON.stringify(value), { 'content-type': 'application/json', 'cache-control': 'no-store' })

export const respondHtml = (status: number, html: string): Response =>
  respond(status, html, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
