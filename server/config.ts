/** Every setting, once: its name, its default, what it does. Read when the server starts; the README's table is made from it. */
import { isLoopback } from './http/origin-guard.ts'

export interface Setting {
  readonly name: string
  readonly initial: string
  readonly zh: string
  readonly en: string
}

export const SETTINGS = [
  { name: 'PORT', initial: '4140', zh: '服务端口', en: 'Port to serve on' },
  {
    name: 'HOST',
    initial: '127.0.0.1',
    zh: '监听地址；非本机地址须同时设 JIEHE_ALLOW_OPEN=1',
    en: 'Address to listen on; one that is not loopback needs JIEHE_ALLOW_OPEN=1 as well',
  },
  { name: 'JIEHE_DATA_DIR', initial: './.jiehe', zh: '数据目录（数据库所在）', en: 'Folder of the database' },
  {
    name: 'JIEHE_ALLOW_OPEN',
    initial: '0',
    zh: '设为 1 才允许在网络上开放：目前没有登录，任何人都能读写',
    en: '1 to serve a network: there is no login yet, so anyone who reaches the server can read and write',
  },
  {
    name: 'JIEHE_DEMONSTRATIONS',
    initial: '1',
    zh: '设为 0 则空库不装入演示事件和监测数据',
    en: '0 to leave an empty database empty, without demonstration incidents and samples',
  },
  {
    name: 'JIEHE_HEADERS_TIMEOUT_S',
    initial: '15',
    zh: '收完请求头的时限（秒）',
    en: 'Seconds for the headers of a request',
  },
  { name: 'JIEHE_REQUEST_TIMEOUT_S', initial: '60', zh: '收完整个请求的时限（秒）', en: 'Seconds for a whole request' },
  { name: 'JIEHE_MAX_CONNECTIONS', initial: '1024', zh: '同时连接数上限', en: 'Most connections at a time' },
] as const satisfies readonly Setting[]

type SettingName = (typeof SETTINGS)[number]['name']

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly isOpen: boolean
  readonly withDemonstrations: boolean
  readonly headersTimeoutS: number
  readonly requestTimeoutS: number
  readonly maxConnections: number
}

/** A setting cannot be used; the message is one sentence for the operator. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings'
}

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const text = (name: SettingName) => environment[name]?.trim() || initial(name)
  const settings = {
    port: wholeNumber('PORT', text('PORT'), 0, 65_535),
    host: text('HOST'),
    dataDir: text('JIEHE_DATA_DIR'),
    isOpen: text('JIEHE_ALLOW_OPEN') === '1',
    withDemonstrations: text('JIEHE_DEMONSTRATIONS') !== '0',
    headersTimeoutS: wholeNumber('JIEHE_HEADERS_TIMEOUT_S', text('JIEHE_HEADERS_TIMEOUT_S'), 1, 600),
    requestTimeoutS: wholeNumber('JIEHE_REQUEST_TIMEOUT_S', text('JIEHE_REQUEST_TIMEOUT_S'), 1, 3600),
    maxConnections: wholeNumber('JIEHE_MAX_CONNECTIONS', text('JIEHE_MAX_CONNECTIONS'), 1, 100_000),
  }
  if (!isLoopback(settings.host) && !settings.isOpen) {
    throw new InvalidSettings(
      `HOST=${settings.host} 会把没有登录保护的界河开放给网络；确要如此请设 JIEHE_ALLOW_OPEN=1。` +
        `HOST=${settings.host} would open Jiehe to a network without any login; set JIEHE_ALLOW_OPEN=1 if that is meant.`,
    )
  }
  return settings
}

const initial = (name: SettingName): string => SETTINGS.find((setting) => setting.name === name)?.initial ?? ''

function wholeNumber(name: SettingName, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new InvalidSettings(
    `${name}=${text} 不能使用，应为 ${least} 至 ${most} 的整数。${name} must be a whole number from ${least} to ${most}.`,
  )
}
