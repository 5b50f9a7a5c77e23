/** Reports incidents over kept connections, one after another on each; far cheaper than an HTTP client, which would be the limit. */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export class Reporter {
  readonly #socket: Socket

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
  }

  /** Rejects at the first answer that is not 201. */
  async report(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      this.#socket.write(request(randomUUID()))
      await this.#answer()
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Until a whole answer has come: its head, and as many bytes as it names. */
  #answer(): Promise<void> {
    return new Promise((resolve, reject) => {
      let text = ''
      const listen = (data: string) => {
        text += data
        const head = text.indexOf('\r\n\r\n')
        if (head < 0 || text.length < head + 4 + contentLength(text)) return
        this.#socket.off('data', listen).off('close', reject)
        if (text.startsWith('HTTP/1.1 201')) resolve()
        else reject(new Error(text.slice(0, 600)))
      }
      this.#socket.on('data', listen).once('close', reject)
    })
  }
}

const contentLength = (text: string): number => Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)

function request(id: string): string {
  const [lon, lat] = [116.2 + hash(id) * 0.5, 39.7 + hash(id.slice(9)) * 0.5]
  const body = JSON.stringify({
    id,
    title: 'night discharge',
    report: {
      geometry: { type: 'Point', coordinates: [lon, lat] },
      crs: 'EPSG:4326',
      occurredAt: '2026-11-24T10:00:00+08:00',
      matter: 'enforcement',
      medium: 'water',
      severity: 'general',
      uncertaintyM: 20,
    },
  })
  const head = `POST /api/incidents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`
  return `${head}\r\n\r\n${body}`
}

/** 0 to 1 from the first six digits of an id. */
const hash = (id: string): number => Number.parseInt(id.slice(0, 6).replace('-', '0'), 16) / 0xffffff
