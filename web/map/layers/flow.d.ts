/** 流向: arrows along the reaches, which are drawn downstream. */
import type { LayerModule } from '../map-layer.ts'
export declare const flow: LayerModule
