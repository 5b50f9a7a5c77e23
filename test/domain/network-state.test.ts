import { describe, expect, it } from 'vitest'
import { buildRiverNetwork } from '#domain/river/network'
import { type NetworkState, reachesInState, stateOfReach, statesOn } from '#domain/river/network-state'
import { reach, twoCounties } from '../fixtures/two-counties.ts'

const order = (from: string, to: string | null) => ({ validFrom: from, validTo: to, source: '调度令' })

describe('the state of a day', () => {
  const shut: NetworkState = { nodeId: 'C', state: 'closed', ...order('2026-06-01', '2026-09-01') }

  it.each([
    ['2026-05-31', undefined],
    ['2026-06-01', 'closed'],
    ['2026-08-31', 'closed'],
    ['2026-09-01', undefined],
  ])('on %s a gate shut from June to August is %s', (day, state) => {
    expect(statesOn([shut], day).nodes.get('C')?.state).toBe(state)
  })

  it('where records overlap the one that began last holds, and of one day the later in the list', () => {
    const opened: NetworkState = { nodeId: 'C', state: 'open', ...order('2026-07-01', null) }
    const turned: NetworkState = { nodeId: 'C', state: 'reversed', ...order('2026-07-01', null) }
    for (const states of [
      [shut, opened],
      [opened, shut],
    ]) {
      expect(statesOn(states, '2026-07-15').nodes.get('C')?.state).toBe('open')
    }
    expect(statesOn([opened, turned], '2026-07-15').nodes.get('C')?.state).toBe('reversed')
  })

  it('a reach has the state of the node it leaves, unless it has its own', () => {
    const open: NetworkState = { reachId: 'main', state: 'open', ...order('2026-06-01', null) }
    const states = statesOn([shut, open], '2026-07-01')
    expect(stateOfReach(states, { id: 'main', fromNode: 'C' })?.state).toBe('open')
    expect(stateOfReach(states, { id: 'canal', fromNode: 'C' })?.state).toBe('closed')
    expect(stateOfReach(states, { id: 'other', fromNode: 'D' })).toBeUndefined()
  })
})

describe('the reaches in a state', () => {
  const given = [reach('up', 'source', 'A', { leftUnit: '1', rightUnit: '2' }), reach('down', 'A', 'B')]
  const inState = (states: readonly NetworkState[]) => reachesInState(given, statesOn(states, '2026-07-01'))

  it('without a record they are the very same', () => {
    expect(inState([])).toEqual(given)
  })

  it('a dry bed is dry, a closed gate is gated', () => {
    const states: NetworkState[] = [
      { reachId: 'up', state: 'dry', ...order('2026-01-01', null) },
      { nodeId: 'A', state: 'closed', ...order('2026-01-01', null) },
    ]
    expect(inState(states).map(({ properties }) => properties.state)).toEqual(['dry', 'gated'])
  })

  it('a reversed reach flows the other way, with its line and its banks turned round', () => {
    const [turned] = inState([{ reachId: 'up', state: 'reversed', ...order('2026-01-01', null) }])
    expect(turned?.properties).toMatchObject({ fromNode: 'A', toNode: 'source', leftUnit: '2', rightUnit: '1' })
    expect(turned?.geometry.coordinates).toEqual(given[0]?.geometry.coordinates.toReversed())
  })

  it('the network of the day carries water the other way through a reversed reach', () => {
    const features = { nodes: twoCounties().nodes.features, sections: [], gates: [] }
    const turned = inState([{ reachId: 'down', state: 'reversed', ...order('2026-01-01', null) }])
    const rivers = buildRiverNetwork({ ...features, reaches: turned })
    expect(rivers.reaches.find(({ id }) => id === 'down')).toMatchObject({ fromNode: 'B', toNode: 'A' })
  })
})
