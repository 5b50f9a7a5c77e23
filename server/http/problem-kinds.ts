/**
 * Every way this API says no, as data: the answers (problem.ts), the pages behind their `type` (problem-page.ts) and the
 * OpenAPI document read it. Total over the domain's refusals, so a new one cannot ship without a status and a title.
 */
import type { Refusal } from '#domain/refusal'

/** What goes wrong before the domain is asked. */
export type TransportProblem =
  | 'not-found'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'request-timeout'
  | 'bad-request'
  | 'foreign-origin'
  | 'unknown-host'
  | 'internal-error'

export type ProblemKind = Refusal['refusal'] | TransportProblem

export interface ProblemDescription {
  readonly status: number
  readonly title: string
  readonly titleEn: string
  /** What it means and what to do. */
  readonly about: string
  readonly aboutEn: string
}

const REFUSALS: Record<Refusal['refusal'], ProblemDescription> = {
  'invalid-report': {
    status: 400,
    title: '提交的内容有误',
    titleEn: 'What was sent cannot be taken as it is',
    about: 'errors 逐项列出有问题的字段（JSON 指针）和改正办法。改正后可以原样重新提交。',
    aboutEn: 'The list `errors` names each field (as a JSON pointer) and its remedy. Mend them and send again.',
  },
  'unknown-crs': {
    status: 400,
    title: '未注明坐标系，或坐标系不认识',
    titleEn: 'The coordinate system is not named, or not known',
    about: '同一地点在不同坐标系下的坐标可相差数百米，足以换一个区，所以界河不猜测坐标系。请用 crs 字段注明。',
    aboutEn:
      'The coordinates of one place differ by hundreds of metres between systems, enough for another district, so Jiehe does not guess. Name the system in the field `crs`.',
  },
  'no-rules-for-date': {
    status: 422,
    title: '该日期没有适用的派单规则',
    titleEn: 'No routing rules are in force on that day',
    about: '每起事件按其发生之日的规则办理。请核对日期。',
    aboutEn: 'An incident is judged by the rules of its own day. Check the date.',
  },
  'no-boundaries-for-date': {
    status: 422,
    title: '该日期没有适用的行政区划数据',
    titleEn: 'There are no boundaries for that day',
    about: '每起事件按其发生之日的行政区划研判。请核对日期。',
    aboutEn: 'An incident is judged by the boundaries of its own day. Check the date.',
  },
  'no-river-near': {
    status: 404,
    title: '附近没有河流',
    titleEn: 'There is no river near that place',
    about: '该点在限定距离内没有本系统收录的河流。请把点放到河道附近。',
    aboutEn: 'No river known to the system lies within the distance allowed. Move the point nearer to the river.',
  },
  'river-feature-not-found': {
    status: 404,
    title: '河网中没有这个对象',
    titleEn: 'The river network has no such feature',
    about:
      'stopAt 和 reachId 只接受河网中的 id：河段、节点、断面、闸坝、排污口、取水口、点位，或河流流经的行政区划代码。',
    aboutEn:
      'stopAt and reachId take ids of the river network: a reach, node, section, gate, outfall, intake or site, or the code of a unit on a river.',
  },
  'unknown-subject': {
    status: 404,
    title: '没有这个评价对象',
    titleEn: 'There is no such subject of review',
    about:
      '评价对象为 city、river:河流id、unit:区划代码、section:断面id 或 chief:河长id，可由 /api/water/subjects 列出。',
    aboutEn:
      'A subject is city, river:ID, unit:CODE, section:ID or chief:ID; /api/water/subjects lists those that have data.',
  },
  'period-without-data': {
    status: 404,
    title: '该时段没有监测数据',
    titleEn: 'There are no measurements in that period',
    about: '请换一个有数据的时段，或先导入监测数据。',
    aboutEn: 'Choose a period that has data, or import samples first.',
  },
  'not-upstream': {
    status: 422,
    title: '起点与终点不是上下游关系',
    titleEn: 'One end of the trace is not upstream of the other',
    about: '水不会从其中一处流到另一处。lies 说明终点相对起点的位置；请改换方向，或另选终点。',
    aboutEn:
      'No water flows from the one to the other. The member `lies` says where the end lies from the start: turn the direction round or choose another end.',
  },
  'incident-not-found': {
    status: 404,
    title: '没有这起事件',
    titleEn: 'There is no such incident',
    about: '编号有误，或者它是已被删除的演示事件。',
    aboutEn: 'The id is wrong, or it was a demonstration incident that has been removed.',
  },
  'unreadable-file': {
    status: 422,
    title: '文件读不出',
    titleEn: 'The file cannot be read',
    about: 'errors 说明原因（格式、密码、损坏或超过上限）和改正办法。',
    aboutEn: 'The list `errors` names the reason (format, password, damage or a limit) and the remedy.',
  },
  'import-refused': {
    status: 422,
    title: '文件中有不能导入的行，整个文件未导入',
    titleEn: 'Rows of the file cannot be taken, so none was',
    about: 'errors 逐行列出问题和改正办法；预览可看到全部。改正后重新导入整个文件。',
    aboutEn:
      'The list `errors` names each row and its remedy; the preview shows them all. Mend them and import the file again.',
  },
  'file-changed': {
    status: 409,
    title: '文件与预览的不是同一个',
    titleEn: 'This is not the file that was previewed',
    about: '导入的须正是预览过的文件。请重新预览。',
    aboutEn: 'Only the very file that was previewed is imported. Preview it again.',
  },
  'already-imported': {
    status: 409,
    title: '这个文件已经导入过',
    titleEn: 'This file has been imported already',
    about: '同一文件不重复导入。如要重来，请先撤销那次导入。',
    aboutEn: 'The same file is not imported twice. To begin anew, undo that import first.',
  },
  'import-not-found': {
    status: 404,
    title: '没有这次导入，或它已被撤销',
    titleEn: 'There is no such import, or it has been undone',
    about: '请刷新导入列表。',
    aboutEn: 'Read the list of imports again.',
  },
  'import-corrected': {
    status: 409,
    title: '之后的导入更正了它的数据',
    titleEn: 'A later import corrects its values',
    about: '请先撤销更正它的导入（correctedBy），再撤销它。',
    aboutEn: 'Undo the imports that correct it (correctedBy) first.',
  },
  'network-problem-not-found': {
    status: 404,
    title: '没有这个河网问题，或没有可撤回的处理意见',
    titleEn: 'The network has no such problem, or nothing is decided about it',
    about: '河网或处理意见已有变化，请重新读取问题清单。',
    aboutEn: 'The network or the decisions have changed: read the list of problems again.',
  },
  'layer-not-found': {
    status: 404,
    title: '没有这个图层',
    titleEn: 'There is no such layer',
    about: '可用的图层列在接口文档中。',
    aboutEn: 'The documentation of the API lists the layers.',
  },
  'not-only-demonstrations': {
    status: 409,
    title: '库中已有真实事件',
    titleEn: 'There are real incidents already',
    about: '演示事件只装入空库，以免与真实事件混淆。',
    aboutEn: 'Demonstration incidents are loaded into an empty database only, so that nobody takes them for real.',
  },
  stale: {
    status: 409,
    title: '记录已被他人改动',
    titleEn: 'The record has been changed meanwhile',
    about: '请重新读取后再提交。',
    aboutEn: 'Read it again, then repeat what you meant to do.',
  },
  'id-taken': {
    status: 409,
    title: '该 id 已用于另一条内容不同的记录',
    titleEn: 'That id belongs to another record with other content',
    about: '同一 id 重复提交相同内容是安全的；内容不同时请换一个新的 UUID。',
    aboutEn: 'Sending the same content again under one id is safe; for other content make a new UUID.',
  },
}

const TRANSPORT: Record<TransportProblem, ProblemDescription> = {
  'not-found': {
    status: 404,
    title: '没有这个地址',
    titleEn: 'There is nothing at this address',
    about: '请核对网址；全部接口列在 /api/docs。',
    aboutEn: 'Check the address; every endpoint is listed at /api/docs.',
  },
  'method-not-allowed': {
    status: 405,
    title: '该地址不接受这种请求方法',
    titleEn: 'This address does not take that method',
    about: '响应头 Allow 列出可用的方法。',
    aboutEn: 'The header `Allow` lists the methods it takes.',
  },
  'unsupported-media-type': {
    status: 415,
    title: '请求体须为 JSON',
    titleEn: 'The body must be JSON',
    about: '请以 content-type: application/json（UTF-8）发送。',
    aboutEn: 'Send it as content-type: application/json, in UTF-8.',
  },
  'body-too-large': {
    status: 413,
    title: '请求体过大',
    titleEn: 'The body is too large',
    about: '请简化几何图形，或拆分后分别提交；成批数据请用命令行 npm run assess。',
    aboutEn: 'Simplify the geometry or send it in parts; for batches use `npm run assess`.',
  },
  'request-timeout': {
    status: 408,
    title: '请求未能在限定时间内收完',
    titleEn: 'The request did not arrive in time',
    about: '请检查网络后重试。',
    aboutEn: 'Check the network and send it again.',
  },
  'bad-request': {
    status: 400,
    title: '无法理解的 HTTP 请求',
    titleEn: 'The HTTP request cannot be understood',
    about: '请求行或请求头不合规范。',
    aboutEn: 'The request line or a header is malformed.',
  },
  'foreign-origin': {
    status: 403,
    title: '拒绝来自其他网站的改动',
    titleEn: 'Changes from another site are refused',
    about: '改动数据的请求只接受由界河自己的页面或非浏览器程序发出。',
    aboutEn:
      'A request that changes data must come from the pages of Jiehe itself, or from a program that is no browser.',
  },
  'unknown-host': {
    status: 421,
    title: '不以这个主机名提供服务',
    titleEn: 'Not served under this host name',
    about: '本机服务只认 localhost、127.0.0.1 和 [::1]，以防别的网站借域名绕进来。',
    aboutEn:
      'On a loopback address only localhost, 127.0.0.1 and [::1] are served, so that no other site can come in by a name of its own.',
  },
  'internal-error': {
    status: 500,
    title: '服务器出错',
    titleEn: 'The server failed',
    about: '错误已记入服务器日志，请把 requestId 告知管理员。',
    aboutEn: 'The error is in the log of the server; tell the administrator the requestId.',
  },
}

export const PROBLEMS: Record<ProblemKind, ProblemDescription> = { ...REFUSALS, ...TRANSPORT }
