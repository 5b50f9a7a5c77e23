/** Blocks of a Word document in the manner of official papers: 黑体 for titles, 仿宋 for text, page numbers at the foot. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  HeadingLevel,
  ImageRun,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Png } from './png.ts'
import { printable } from './review-words.ts'

/** Word falls back to what is there where the machine lacks a font. */
const fontOf = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const TEXT = fontOf('仿宋')
const TITLE = fontOf('黑体')

/** Half points: 四号 14 pt for text, 二号 22 pt for the title, 三号 16 pt for headings. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: TEXT, size: 28 } },
    title: { run: { font: TITLE, size: 44 }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { font: TITLE, size: 32, color: '000000' },
      paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
    },
  },
}

const MARGIN_MM = 25
const WIDTH_MM = 210 - 2 * MARGIN_MM
const margin = convertMillimetersToTwip(MARGIN_MM)

export const TEXT_WIDTH_TWIPS = convertMillimetersToTwip(WIDTH_MM)

export const A4 = {
  page: {
    size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  },
}

export const title = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [run(text)] })

export const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] })

/** Two characters in, as Chinese paragraphs are. */
export const line = (text: string): Paragraph =>
  new Paragraph({ indent: { firstLine: 560 }, spacing: { line: 400 }, children: [run(text)] })

export const warning = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: printable(text), bold: true, color: 'C00000', font: TITLE, size: 24 })],
  })

/** As wide as the text, no higher than a page leaves room for. */
export function picture({ bytes, width, height }: Png, caption: string): Paragraph[] {
  const scale = Math.min(PICTURE_PIXELS.width / width, PICTURE_PIXELS.height / height)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const image = new ImageRun({
    ...{ type: 'png', data: bytes, transformation },
    altText: { name: caption, title: caption, description: caption },
  })
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: caption, size: 21 })] }),
  ]
}

/** At 96 to the inch. */
const PICTURE_PIXELS = { width: (WIDTH_MM / 25.4) * 96, height: (180 / 25.4) * 96 }

/** 第 1 页 共 3 页. */
export const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ size: 21, children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
        ],
      }),
    ],
  })

const run = (text: string): TextRun => new TextRun({ text: printable(text) })
