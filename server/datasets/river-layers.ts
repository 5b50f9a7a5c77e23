/** The layers that follow from the borders of districts and counties and the authored river tables alone. */
import type { JurisdictionFeature, NodeFeature, ReachFeature, RiverPointFeature } from '#domain/reference-data'
import { reachNetwork } from './reach-network.ts'
import { riverCourses } from './river-course.ts'
import { nodeFeature, reachFeature } from './river-features.ts'
import { riverPoints } from './river-points.ts'
import { registeredRivers } from './river-register.ts'
import { UnitBorders } from './unit-borders.ts'

export interface RiverLayers {
  readonly reaches: ReachFeature[]
  readonly nodes: NodeFeature[]
  readonly sections: RiverPointFeature[]
  readonly gates: RiverPointFeature[]
}

export function riverLayers(districtsAndCounties: readonly JurisdictionFeature[]): RiverLayers {
  const { reaches, nodes } = reachNetwork(riverCourses(registeredRivers(), new UnitBorders(districtsAndCounties)))
  const unitNames = new Map(districtsAndCounties.map(({ properties }) => [properties.code, properties.name]))
  return {
    reaches: reaches.map(reachFeature),
    nodes: nodes.map((node) => nodeFeature(node, unitNames)),
    sections: riverPoints('section', reaches),
    gates: riverPoints('gate', reaches),
  }
}
