/**
 * The map's small pictures, drawn on a canvas by name, for the map and its legend alike: `arrow light`,
 * `hatch airport dark`, `incident water crosses light`. Outcome is told by colour and by an inner mark, never by colour only.
 */
import { MEDIA, type Medium } from '#domain/report/report'
import type { Shade } from '../theme/use-shade.ts'
import { OUTCOMES, type Outcome, PALETTES, type Palette, ZONE_KINDS } from './palette.ts'

export const PIXEL_RATIO = 2

/** Null for a name that is not ours. */
export const drawIcon = (name: string): ImageData | null => {
  const words = name.split(' ')
  const shade: Shade = words.at(-1) === 'dark' ? 'dark' : 'light'
  const palette = PALETTES[shade]
  const [kind, first = '', second = ''] = words
  switch (kind) {
    case 'arrow':
      return picture(14, (pen) => arrow(pen, palette))
    case 'section':
      return picture(14, (pen) => section(pen, palette))
    case 'gate':
      return picture(14, (pen) => gate(pen, palette))
    case 'cluster':
      return picture(24, (pen) => cluster(pen, palette))
    case 'exit':
      return picture(26, (pen) => exit(pen, palette))
    case 'hatch':
      return picture(12, (pen) =>
        hatch(pen, palette.zone[ZONE_KINDS.find((zone) => zone === first) ?? 'industrial-park']),
      )
    case 'incident':
      return picture(26, (pen) => incident(pen, palette, mediumOf(first), outcomeOf(second)))
    default:
      return null
  }
}

type Pen = CanvasRenderingContext2D

const mediumOf = (word: string): Medium => MEDIA.find((medium) => medium === word) ?? 'water'
const outcomeOf = (word: string): Outcome | null => OUTCOMES.find((outcome) => outcome === word) ?? null

/** Draws around (0, 0) on a square of `size` screen pixels. */
const picture = (size: number, draw: (pen: Pen) => void): ImageData | null => {
  const side = size * PIXEL_RATIO
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, side / 2, side / 2)
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  draw(pen)
  return pen.getImageData(0, 0, side, side)
}

/** Points to the east: MapLibre turns it along the line. */
const arrow = (pen: Pen, { water, halo }: Palette) => {
  pen.fillStyle = water
  pen.strokeStyle = halo
  pen.lineWidth = 1.2
  trail(pen, [
    [5, 0],
    [-4, 4],
    [-2, 0],
    [-4, -4],
  ])
  pen.stroke()
  pen.fill()
}

const section = (pen: Pen, palette: Palette) => {
  pen.fillStyle = palette.halo
  pen.strokeStyle = palette.section
  pen.lineWidth = 2
  pen.beginPath()
  pen.arc(0, 0, 4.5, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  pen.fillStyle = palette.section
  pen.beginPath()
  pen.arc(0, 0, 1.6, 0, 2 * Math.PI)
  pen.fill()
}

const gate = (pen: Pen, palette: Palette) => {
  pen.fillStyle = palette.gate
  pen.strokeStyle = palette.halo
  pen.lineWidth = 1
  for (const x of [-5, -1.5, 2]) {
    pen.fillRect(x, -4.5, 3, 9)
    pen.strokeRect(x, -4.5, 3, 9)
  }
}

const cluster = (pen: Pen, palette: Palette) => {
  pen.fillStyle = palette.cluster
  pen.strokeStyle = palette.onMark
  pen.lineWidth = 2
  pen.beginPath()
  pen.arc(0, 0, 10, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  letter(pen, '9', palette.onMark)
}

const exit = (pen: Pen, palette: Palette) => {
  pen.strokeStyle = palette.halo
  pen.fillStyle = palette.downstream
  pen.lineWidth = 2
  trail(pen, [
    [-10, -4],
    [1, -4],
    [1, -9],
    [11, 0],
    [1, 9],
    [1, 4],
    [-10, 4],
  ])
  pen.stroke()
  pen.fill()
}

/** A tile that repeats without a seam. */
const hatch = (pen: Pen, colour: string) => {
  pen.strokeStyle = colour
  pen.globalAlpha = 0.55
  pen.lineWidth = 1
  for (const shift of [-12, -6, 0, 6, 12]) {
    pen.beginPath()
    pen.moveTo(shift - 8, 8)
    pen.lineTo(shift + 8, -8)
    pen.stroke()
  }
}

const incident = (pen: Pen, palette: Palette, medium: Medium, outcome: Outcome | null) => {
  pen.fillStyle = outcome ? palette.outcome[outcome] : palette.cluster
  pen.strokeStyle = palette.onMark
  pen.lineWidth = 2
  SHAPES[medium](pen)
  pen.fill()
  pen.stroke()
  if (outcome) mark(pen, palette.onMark, outcome)
}

/** Crossing: a border through it. Within one: a dot. To be asked: a question mark. */
const mark = (pen: Pen, colour: string, outcome: Outcome) => {
  if (outcome === 'ask') return letter(pen, '?', colour)
  pen.fillStyle = colour
  pen.beginPath()
  if (outcome === 'crosses') pen.rect(-1.2, -5.5, 2.4, 12)
  else pen.arc(0, 1, 2.6, 0, 2 * Math.PI)
  pen.fill()
}

const letter = (pen: Pen, text: string, colour: string) => {
  pen.fillStyle = colour
  pen.font = '600 12px system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, 0, 1)
}

const SHAPES: Readonly<Record<Medium, (pen: Pen) => void>> = {
  water: (pen) => {
    pen.beginPath()
    pen.moveTo(0, -11)
    pen.bezierCurveTo(3, -6, 8, -1, 8, 3)
    pen.arc(0, 3, 8, 0, Math.PI)
    pen.bezierCurveTo(-8, -1, -3, -6, 0, -11)
    pen.closePath()
  },
  air: (pen) => {
    pen.beginPath()
    pen.arc(-4, 2, 6, 0.5 * Math.PI, 1.35 * Math.PI)
    pen.arc(1, -3, 6.5, 1.05 * Math.PI, 1.95 * Math.PI)
    pen.arc(6, 3, 5, 1.4 * Math.PI, 0.5 * Math.PI)
    pen.closePath()
  },
  soil: (pen) => {
    pen.beginPath()
    pen.rect(-8, -8, 16, 16)
  },
  waste: (pen) => trail(pen, polygon(6, 10)),
  noise: (pen) =>
    trail(pen, [
      [0, -10],
      [10, 8],
      [-10, 8],
    ]),
  ecology: (pen) => {
    pen.beginPath()
    pen.moveTo(9, -9)
    pen.bezierCurveTo(9, 4, 3, 9, -8, 9)
    pen.bezierCurveTo(-9, -3, -4, -9, 9, -9)
    pen.closePath()
  },
  radiation: (pen) => trail(pen, polygon(4, 11)),
}

const polygon = (sides: number, radius: number): readonly (readonly [number, number])[] =>
  Array.from({ length: sides }, (_, side) => {
    const angle = (2 * Math.PI * side) / sides - Math.PI / 2
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })

const trail = (pen: Pen, points: readonly (readonly [number, number])[]) => {
  pen.beginPath()
  for (const [x, y] of points) pen.lineTo(x, y)
  pen.closePath()
}
