/** What an assessment shades and labels with the map's own sources; its paths and circles are drawn by deck.gl. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapFacts } from '../map-facts.ts';
import { type LegendRow } from '../map-layer.ts';
export declare const assessmentSources: ({ drawing }: MapFacts) => Readonly<Record<string, SourceSpecification>>;
/** Units by probability: the likelier, the stronger the tint; the outline stays visible at any probability. */
export declare const unitShading: (facts: MapFacts) => readonly LayerSpecification[];
/**
 * Names of the touched districts and counties. MapLibre puts one in each tile that a unit covers, which serves here:
 * whichever part of a large unit is in sight, its name is in sight.
 */
export declare const touchedNames: (facts: MapFacts) => readonly LayerSpecification[];
/** Left and right as the water flows: reaches are drawn downstream, so a positive offset is the right bank. */
export declare const bankStrip: ({ drawing, palette, view }: MapFacts) => readonly LayerSpecification[];
export declare const arrivalLabels: ({ palette, words }: MapFacts) => readonly LayerSpecification[];
export declare const sourceMarks: ({ palette }: MapFacts) => readonly LayerSpecification[];
export declare const exitMarks: ({ palette, shade, words }: MapFacts) => readonly LayerSpecification[];
/** Only what is drawn. */
export declare const assessmentLegend: ({ drawing, palette, shade, words }: MapFacts) => readonly LegendRow[];
