/** 功能区: hatched, since they lie over the districts. */
import { type LayerModule } from '../map-layer.ts'
export declare const zones: LayerModule
