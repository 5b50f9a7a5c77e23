import { type LayerModule } from '../map-layer.ts'
export declare const reaches: LayerModule
