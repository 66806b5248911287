const STORAGE_KEY = 'anye.field.size'
export type TypeSize = 'normal' | 'large'

export const storedSize = (): TypeSize => (localStorage.getItem(STORAGE_KEY) === 'large' ? 'large' : 'normal')

/** Sets the size of type for the whole app; kept on the phone. */
export function setSize(size: TypeSize): void {
  localStorage.setItem(STORAGE_KEY, size)
  document.documentElement.setAttribute('data-size', size)
}
