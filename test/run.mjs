/** `npm test`: install what is missing, build the pages, run every layer of tests, and count them on the last line. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, ensureWebBuilt, ROOT, requireNode, stop } from '../server/prepare.mjs'
import { ensureChromium } from './chromium.mjs'

requireNode()
ensureInstalled()
ensureWebBuilt()
const chromium = ensureChromium()
const report = join(mkdtempSync(join(tmpdir(), 'jiehe-test-')), 'report.json')

const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, JIEHE_CHROMIUM: chromium } },
)

if (!existsSync(report)) stop('测试未能运行。 The tests did not run.\n0 passed, 1 failed')
const { testResults, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
// A file that fails to load counts as one failure: it holds no test that could have failed.
const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
const counted = numFailedTests + brokenFiles
const failed = status === 0 ? counted : Math.max(counted, 1)
process.stdout.write(`\n${numPassedTests} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
