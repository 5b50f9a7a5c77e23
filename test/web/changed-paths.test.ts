import { expect, it } from 'vitest'
import { ENDPOINTS } from '#contract/index'
import { CHANGE_KINDS } from '#domain/change'
import { changedPaths } from '../../web/api/changed-paths.ts'

it('an imported sheet makes the review old and leaves the list of incidents alone', () => {
  expect(changedPaths({ kind: 'water-imported' })).toEqual(['/api/water/'])
})

it('when the demonstrations go, or when changes were missed, incidents and water are both read again', () => {
  for (const change of [{ kind: 'demonstrations-removed' as const }, null]) {
    expect(changedPaths(change)).toEqual(expect.arrayContaining(['/api/incidents', '/api/water/']))
  }
})

it('every kind of change makes some answer of the API old', () => {
  for (const kind of CHANGE_KINDS) {
    const paths = changedPaths({ kind })
    expect(ENDPOINTS.some(({ path }) => paths.some((start) => path.startsWith(start)))).toBe(true)
  }
})
