/**
 * What must be true before anything of Jiehe can run: packages installed from the lockfile, SQLite built for this Node,
 * the web pages built from the present sources. Plain JavaScript on Node's own modules, since nothing else exists yet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const WEB_SOURCES = ['web', 'server/domain', 'server/contract', 'vite.config.ts', 'package-lock.json']
const SOURCE_FILE = /\.(ts|mts|vue|css|html|json|svg|png|woff2|ico)$/

/** Exits with one clear sentence when this Node cannot run Jiehe. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(`需要 Node.js 20.19 或更新版本，当前为 ${process.versions.node}。 Node.js 20.19 or newer is needed.`)
}

/** Installs from the lockfile when it changed, and rebuilds SQLite when Node did. */
export function ensureInstalled() {
  const wanted = { lock: digest([readFileSync(join(ROOT, 'package-lock.json'))]), abi: process.versions.modules }
  const stamp = join(ROOT, 'node_modules', '.jiehe-installed.json')
  const present = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {}
  if (present.lock !== wanted.lock) {
    say('正在安装依赖（首次约需几分钟）… Installing packages; the first time takes a few minutes.')
    run('npm', ['ci', '--no-audit', '--no-fund'])
  }
  // Checked whenever packages are new too: an `npm ci` on a machine without a prebuilt binary compiles it.
  if (present.lock !== wanted.lock || present.abi !== wanted.abi) {
    if (!sqliteLoads()) run('npm', ['rebuild', 'better-sqlite3'])
    if (!sqliteLoads()) {
      stop(
        'SQLite 未能加载：请安装 C++ 编译工具（python3、make、g++）后重试。 SQLite does not load: install python3, make and g++.',
      )
    }
    writeFileSync(stamp, JSON.stringify(wanted))
  }
}

/** Builds the web pages when a source is newer than the last build. */
export function ensureWebBuilt() {
  const wanted = digest(WEB_SOURCES.flatMap((path) => describe(join(ROOT, path))))
  const stamp = join(ROOT, 'dist', 'web.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('正在构建网页… Building the web pages.')
  run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Progress goes to standard error: standard output belongs to the one line with the address. */
export const say = (message) => process.stderr.write(`${message}\n`)

export function stop(message) {
  say(message)
  process.exit(1)
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status !== 0) stop(`命令失败 Command failed: ${command} ${args.join(' ')}`)
}

function sqliteLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: ROOT, stdio: 'ignore' }).status === 0
}

/** Name and content of each source below a path; content, since a fresh clone has fresh times. */
function describe(path) {
  if (statSync(path).isFile()) return SOURCE_FILE.test(path) ? [path.slice(ROOT.length), readFileSync(path)] : []
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .sort()
    .flatMap((name) => describe(join(path, name)))
}

function digest(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
