/** 北京各区, and the city's own border as a band around them. */
import { type LayerModule } from '../map-layer.ts'
export declare const districts: LayerModule
