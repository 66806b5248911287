import type { Browsing } from './browsing.ts'
import type { World } from './world.ts'

/** What a journey is given: the running product and a way to open browsers on it. */
export type Stage = { world: World; browsing: Browsing }

/** One walk of one or more people through the product. `title` is a sentence that states what they can rely on. */
export type Journey = { title: string; walk: (stage: Stage) => Promise<void> }
