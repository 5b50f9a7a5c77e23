import { type LayerModule } from '../map-layer.ts'
export declare const incidents: LayerModule
