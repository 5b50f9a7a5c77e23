/** A large part of the screen in its own file: fetched when first shown, with a visible wait. */
import { type AsyncComponentLoader, type Component, defineAsyncComponent } from 'vue'
import PartLoading from './PartLoading.vue'

/** A failed fetch is thrown to the nearest PartBoundary, which offers to try again. */
export const lazyPart = (loader: AsyncComponentLoader): Component =>
  defineAsyncComponent({ loader, loadingComponent: PartLoading, delay: 150 })
