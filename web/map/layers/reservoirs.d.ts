/** 水库. */
import { type LayerModule } from '../map-layer.ts'
export declare const reservoirs: LayerModule
