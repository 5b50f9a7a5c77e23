/** 监测断面 and 闸坝: points on the rivers. */
import { type LayerModule } from '../map-layer.ts'
export declare const sections: LayerModule
export declare const gates: LayerModule
