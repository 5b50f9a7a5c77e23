/** Element Plus in the language of the view. Called once, by the shell. */
import { provideGlobalConfig } from 'element-plus'
import en from 'element-plus/es/locale/lang/en.mjs'
import zhCn from 'element-plus/es/locale/lang/zh-cn.mjs'
import { toRef } from 'vue'
import { useView } from '../view/use-view.ts'

export const useUiKit = (): void => {
  const { view } = useView()
  const config = toRef(() => ({ locale: view.value.locale === 'en' ? en : zhCn }))
  provideGlobalConfig(config, undefined, true)
}
