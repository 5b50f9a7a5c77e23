/** 街道乡镇: sketched cells, so always dashed. */
import { type LayerModule } from '../map-layer.ts'
export declare const townships: LayerModule
