/** Plain pages that need no script: Chinese first, English beside it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { respondHtml } from './respond.ts'
import type { StaticFiles } from './static-files.ts'
import { type StoredFile, storedFile } from './stored-file.ts'

export const PAGE_STYLE_PATH = '/api/page.css'

/** @param body HTML whose data has gone through `escapeHtml`. */
export const page = (status: number, title: string, body: string): Response =>
  respondHtml(
    status,
    `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 界河 Jiehe</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="${PAGE_STYLE_PATH}">
</head>
<body>
<header><a href="/">界河 Jiehe</a> <a href="/api/docs">接口文档 API</a></header>
<main>
${body}
</main>
</body>
</html>
`,
  )

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** With the fonts of the built pages, so that Chinese can be read on a machine that has none of its own. */
export const pageStyle = (pages: StaticFiles): StoredFile =>
  storedFile('text/css; charset=utf-8', STYLE + fontFaces([...pages.keys()]))

/** The font package's own rules, each pointed at the file that the builder made of it; without built pages none. */
function fontFaces(addresses: readonly string[]): string {
  const rules = readFileSync(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'), 'utf8')
  return [...rules.matchAll(/@font-face \{[^}]*\}/g)]
    .map(([rule]) => {
      const [sources = '', name = ''] = /src: url\(\.\/files\/([\w-]+)\.woff2\)[^;]*;/.exec(rule) ?? []
      const built = addresses.find((address) => address.startsWith(`/assets/${name}-`) && address.endsWith('.woff2'))
      return built ? rule.replace(sources, `src: url(${built}) format('woff2');`) : ''
    })
    .join('\n')
}

const STYLE = `:root { color-scheme: light dark; font: 16px/1.6 "Noto Sans SC", system-ui, sans-serif; }
body { margin: 0; }
header { padding: 0.75rem 1.5rem; border-bottom: 1px solid #8886; }
header a { margin-right: 1.5rem; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
a { color: light-dark(#0b5cad, #7db7f5); }
h2 { margin-top: 2.5rem; border-top: 1px solid #8886; padding-top: 1.5rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 0.95rem; }
[lang="en"] { color: light-dark(#555, #aaa); }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; margin: 0; padding: 0.75rem 1rem; border: 1px solid #8886; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #8883; }
td:first-child { width: 11rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 600; }
`
