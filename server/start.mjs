/** `npm start` and `npm run dev`: prepare what is stale, then run the server in this process. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, ensureWebBuilt, ROOT, requireNode } from './prepare.mjs'

requireNode()
ensureInstalled()

if (process.argv.includes('--dev')) {
  develop()
} else {
  ensureWebBuilt()
  await serve()
}

async function serve() {
  process.chdir(ROOT)
  const { register } = await import('tsx/esm/api')
  register()
  await import('./main.ts')
}

/** The API restarts when its sources change; Vite serves the pages and passes /api on to it. */
function develop() {
  const children = [
    spawn(process.execPath, ['--watch', '--import', 'tsx', 'server/main.ts'], { cwd: ROOT, stdio: 'inherit' }),
    spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js')], { cwd: ROOT, stdio: 'inherit' }),
  ]
  const stopAll = (signal) => {
    for (const child of children) child.kill(signal)
  }
  for (const child of children) child.on('exit', (code) => process.exit(code ?? 0))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll)
}
