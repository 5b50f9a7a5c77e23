/**
 * The reference set as it lies in `data/geojson`: one interface for the properties of each layer.
 *
 * Coordinates are longitude, latitude in degrees, WGS 84 (EPSG:4326, the same as CGCS2000 at the set's accuracy).
 * Dates are calendar days of Asia/Shanghai, `YYYY-MM-DD`; `validTo` is the first day on which the feature no longer holds.
 */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson'

/** What every feature of every layer says about itself. */
export interface Provenance {
  /** Standard positional error of the drawn geometry, metres. */
  readonly accuracyM: number
  readonly source: string
  readonly licence: string
  readonly validFrom: string
  readonly validTo: string | null
  /** True where the geometry is a sketch (示意) without authority. */
  readonly schematic: boolean
}

/** 行政区划级别. `county` is a county-level unit outside Beijing; `zone` lies over districts (开发区、保护区). */
export type JurisdictionLevel = 'municipality' | 'district' | 'county' | 'township' | 'zone'

/** districts.geojson, counties.geojson, townships.geojson. */
export interface JurisdictionProperties extends Provenance {
  /** GB/T 2260: 6 digits for districts and counties; 9 digits for townships (12-digit statistical code, first nine). */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: JurisdictionLevel
  /** Code of the unit that contains it: `110000` for districts, the district for townships, the prefecture or city for counties. */
  readonly parent: string
  /** `110000` 北京, `120000` 天津, `130000` 河北. */
  readonly province: string
  /** 全称, e.g. 河北省廊坊市三河市. */
  readonly fullName: string
  /** Township only: a point of the seat from which its schematic cell was drawn. */
  readonly seat?: readonly [lon: number, lat: number]
  readonly kind?: 'subdistrict' | 'town' | 'township' | 'zone'
}

/** zones.geojson: areas that lie over the districts. */
export interface ZoneProperties extends Provenance {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: 'zone'
  readonly kind: 'economic-development-zone' | 'industrial-park' | 'airport' | 'drinking-water-source'
  /** District in whose code range the zone is counted, e.g. 110115 for 110115403. */
  readonly parent: string
  readonly province: string
  readonly fullName: string
  /** Id and names of the body that manages it, e.g. `110115403` 北京经济技术开发区管理委员会. */
  readonly manager: { readonly id: string; readonly name: string; readonly nameEn: string }
}

/** nodes.geojson: where reaches meet or change. */
export interface NodeProperties extends Provenance {
  readonly id: string
  /** What stands here, in Chinese only: no screen shows a node. */
  readonly name: string
  readonly kind:
    | 'source'
    | 'confluence'
    | 'diversion'
    | 'crossing'
    | 'bank-change'
    | 'mouth'
    | 'outlet'
    | 'reservoir'
    | 'gate'
}

/** reaches.geojson: 河段, drawn downstream; split at every confluence, jurisdiction crossing and change of bank unit. */
export interface ReachProperties extends Provenance {
  readonly id: string
  readonly riverId: string
  /** Chinese name of the river; never a key, since names repeat (清水河). */
  readonly river: string
  readonly riverEn: string
  /** 1 for the river's first reach, counted downstream. */
  readonly sequence: number
  /** 水系: 永定河, 潮白河, 北运河, 蓟运河, 大清河. */
  readonly basin: string
  readonly basinEn: string
  readonly fromNode: string
  readonly toNode: string
  /** Length as drawn, metres (short in the mountains; never the river's official length). */
  readonly lengthM: number
  /** Metres of river from the river's first point to the start of this reach, as drawn. */
  readonly chainageM: number
  readonly officialLengthKm?: number
  /** Strahler-like order for drawing: 1 small, 4 main stem. */
  readonly order: number
  readonly kind: 'river' | 'canal'
  /** Units on the two banks as the water flows; equal inside one unit. */
  readonly leftUnit: string
  readonly rightUnit: string
  readonly isBoundary: boolean
  readonly state: 'flowing' | 'dry' | 'gated'
  readonly widthM: number
}

/** A point on a river by its names, and those of its river. */
export interface NamedRiverPoint {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly riverId: string
  readonly river: string
  readonly riverEn: string
  readonly reachId: string
}

/** sections.geojson (监测断面) and gates.geojson (闸坝). */
export interface RiverPointProperties extends Provenance, NamedRiverPoint {
  readonly kind: 'section' | 'gate'
  /** E.g. 京-冀 where it watches a boundary. */
  readonly border?: string
  readonly note: string
}

/** reservoirs.geojson. */
export interface ReservoirProperties extends Provenance {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly basin: string
  readonly basinEn: string
}

export type Areal = Polygon | MultiPolygon
export type JurisdictionFeature = Feature<Areal, JurisdictionProperties>
export type ZoneFeature = Feature<Areal, ZoneProperties>
export type ReachFeature = Feature<LineString, ReachProperties>
export type NodeFeature = Feature<Point, NodeProperties>
export type RiverPointFeature = Feature<Point, RiverPointProperties>
export type ReservoirFeature = Feature<Areal, ReservoirProperties>

/** The whole set, every version of every feature; `asOf` picks the day (see `atlas.ts`). */
export interface ReferenceData {
  readonly districts: FeatureCollection<Areal, JurisdictionProperties>
  readonly counties: FeatureCollection<Areal, JurisdictionProperties>
  readonly townships: FeatureCollection<Areal, JurisdictionProperties>
  readonly zones: FeatureCollection<Areal, ZoneProperties>
  readonly reaches: FeatureCollection<LineString, ReachProperties>
  readonly nodes: FeatureCollection<Point, NodeProperties>
  readonly sections: FeatureCollection<Point, RiverPointProperties>
  readonly gates: FeatureCollection<Point, RiverPointProperties>
  readonly reservoirs: FeatureCollection<Areal, ReservoirProperties>
}
