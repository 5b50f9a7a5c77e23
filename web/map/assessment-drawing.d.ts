/** An assessment as what the map draws: shaded units, bank strip, paths of the water, arrival labels, exits. */
import type { Feature, FeatureCollection, MultiPoint, Point, Position } from 'geojson';
import type { z } from 'zod';
import type { Assessment } from '#contract/assessments';
export interface AssessmentDrawing {
    /** Probability by unit code, every level. */
    readonly shading: ReadonlyMap<string, number>;
    /** Reaches whose two banks belong to two units. */
    readonly bankReachIds: readonly string[];
    readonly paths: readonly WaterPath[];
    readonly arrivals: FeatureCollection<Point, ArrivalProperties>;
    /** Units from which the water may have come, at the point where it left them. */
    readonly sources: FeatureCollection<Point, Pick<ArrivalProperties, 'code' | 'name'>>;
    readonly exits: Feature<MultiPoint>;
}
export interface WaterPath {
    readonly positions: readonly Position[];
    readonly direction: 'downstream' | 'upstream';
}
export interface ArrivalProperties {
    readonly code: string;
    readonly name: string;
    /** Probable hours until the water arrives, as it is read: `3.2`, `12`. */
    readonly hours: string;
}
export declare const assessmentDrawing: (assessment: z.output<typeof Assessment> | null) => AssessmentDrawing;
/** `3.2` below ten hours, `12` above. */
export declare const hoursText: (hours: number) => string;
