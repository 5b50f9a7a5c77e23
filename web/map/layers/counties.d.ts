/** 河北、天津相邻区县. */
import { type LayerModule } from '../map-layer.ts'
export declare const counties: LayerModule
