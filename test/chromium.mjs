/** Finds the system's Chromium for the browser tests, or installs it with the platform's package manager. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say, stop } from '../server/prepare.mjs'

const PLACES = [
  process.env.JIEHE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Tried in order; each is one command line of a package manager. */
const INSTALLERS = [
  { manager: 'apt-get', commands: ['apt-get update -qq', 'apt-get install -y -qq chromium'] },
  { manager: 'dnf', commands: ['dnf install -y -q chromium'] },
  { manager: 'apk', commands: ['apk add --quiet chromium'] },
  { manager: 'pacman', commands: ['pacman -Sy --noconfirm chromium'] },
  { manager: 'brew', commands: ['brew install --cask chromium'] },
]

/** Path of a Chromium; stops with what to do when there is none and none can be installed. */
export function ensureChromium() {
  return find() ?? install() ?? stop(advice())
}

const find = () => PLACES.find((path) => path && existsSync(path))

function install() {
  const installer = INSTALLERS.find(({ manager }) => succeeds(`command -v ${manager}`))
  if (!installer) return undefined
  const mayInstall = installer.manager === 'brew' || process.getuid?.() === 0
  const prefix = mayInstall ? '' : succeeds('sudo -n true') ? 'sudo -n ' : null
  if (prefix === null) return undefined
  say('正在安装测试用的 Chromium… Installing Chromium for the browser tests.')
  for (const command of installer.commands) spawnSync('sh', ['-c', prefix + command], { stdio: ['ignore', 2, 2] })
  return find()
}

const succeeds = (command) => spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0

const advice =
  () => `浏览器测试需要 Chromium。请安装后重试(Debian:apt-get install chromium),或用 JIEHE_CHROMIUM 指明其路径。
The browser tests need Chromium. Install it (Debian: apt-get install chromium) or name its path in JIEHE_CHROMIUM.`
