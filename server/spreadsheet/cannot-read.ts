/** Why a file could not be read: a code that travels from the reading process, and the sentence people get for it. */
import type { FieldIssue } from '#domain/refusal'
import type { ReadingLimits } from './limits.ts'

export type CannotReadCode = keyof typeof SENTENCES

/** Thrown while reading, caught where the process answers. `where` is a place in the file, such as `第3行第5列`. */
export class CannotRead extends Error {
  override readonly name = 'CannotRead'
  readonly code: CannotReadCode
  readonly where: string
  constructor(code: CannotReadCode, where = '') {
    super(code)
    this.code = code
    this.where = where
  }
}

export function readingIssue(code: CannotReadCode, where: string, limits: ReadingLimits): FieldIssue {
  const { zh, en } = SENTENCES[code](limits, where)
  return { pointer: '/content', code, zh, en }
}

export const isCannotReadCode = (text: unknown): text is CannotReadCode =>
  typeof text === 'string' && Object.hasOwn(SENTENCES, text)

type Saying = (limits: ReadingLimits, where: string) => { readonly zh: string; readonly en: string }

const MIB = 1024 * 1024

const SENTENCES = {
  'empty-file': says('文件是空的：请重新选择文件。', 'The file is empty: choose another.'),
  'file-too-large': ({ fileBytes }) => ({
    zh: `文件超过 ${fileBytes / MIB} MB 的上限：请按月或按河流拆分。`,
    en: `The file is over the limit of ${fileBytes / MIB} MB: split it by month or river.`,
  }),
  'inflates-too-far': ({ inflatedBytes }) => ({
    zh: `文件解压后超过 ${inflatedBytes / MIB} MB 的上限：请删去多余的工作表和格式后另存。`,
    en: `The file inflates to more than ${inflatedBytes / MIB} MB: remove needless sheets and formats and save it again.`,
  }),
  'too-many-parts': ({ parts }) => ({
    zh: `文件内部超过 ${parts} 个部分：请另存为新的工作簿。`,
    en: `The file has more than ${parts} parts: save it as a new workbook.`,
  }),
  'too-many-rows': ({ rows }) => ({
    zh: `表格超过 ${rows} 行：请拆分后分别导入。`,
    en: `The sheet has more than ${rows} rows: split it.`,
  }),
  'too-many-columns': ({ columns }) => ({
    zh: `表格超过 ${columns} 列：请删去右侧多余的列（也可能是远处的一个空格）。`,
    en: `The sheet has more than ${columns} columns: remove those to the right (it may be one stray cell).`,
  }),
  'too-many-cells': ({ cells }) => ({
    zh: `表格的范围超过 ${cells} 个单元格：请删去远离数据的单元格，或拆分后分别导入。`,
    en: `The sheet spans more than ${cells} cells: remove stray cells far from the data, or split it.`,
  }),
  'took-too-long': ({ wallMs }) => ({
    zh: `${wallMs / 1000} 秒内没有读完，已停止：请另存为 CSV 或拆分后再试。`,
    en: `It was not read within ${wallMs / 1000} seconds and was stopped: save it as CSV or split it.`,
  }),
  'took-too-much-memory': ({ heapMiB }) => ({
    zh: `读取所需内存超过 ${heapMiB} MB，已停止：请另存为 CSV 或拆分后再试。`,
    en: `Reading it took more than ${heapMiB} MB of memory and was stopped: save it as CSV or split it.`,
  }),
  'damaged-file': says(
    '文件已损坏或不完整：请在表格软件中打开，另存后再试。',
    'The file is damaged or cut off: open it in a spreadsheet program, save it again and retry.',
  ),
  'password-protected': says(
    '文件设有打开密码：请去掉密码后另存再试。',
    'The file is protected by a password: save it without one and retry.',
  ),
  'old-format': says(
    '这是旧版 .xls（或其他 Office）文件：请另存为 .xlsx 或 CSV。',
    'This is an old .xls (or another Office) file: save it as .xlsx or CSV.',
  ),
  'not-a-spreadsheet': says(
    '这不是 Excel 工作簿，也不是 CSV 文本：请选择 .xlsx 或 .csv 文件。',
    'This is neither an Excel workbook nor CSV text: choose an .xlsx or .csv file.',
  ),
  'unsafe-xml': says(
    '文件内含文档类型或实体声明，正常的工作簿不会有：已拒绝读取。',
    'The file declares a document type or entities, which no proper workbook does: it was not read.',
  ),
  'cell-error': (_, where) => ({
    zh: `${where === '' ? '有单元格' : where}的公式结果是错误值（如 #DIV/0!）：请改正后再试。`,
    en: `A cell holds an error such as #DIV/0!${where === '' ? '' : ` (${where})`}: correct it and retry.`,
  }),
  'broken-quotes': (_, where) => ({
    zh: `CSV 的引号不成对${where === '' ? '' : `（${where}）`}：请检查后再试。`,
    en: `The quotes of the CSV do not match${where === '' ? '' : ` (${where})`}: check them and retry.`,
  }),
} satisfies Record<string, Saying>

function says(zh: string, en: string): Saying {
  return () => ({ zh, en })
}
