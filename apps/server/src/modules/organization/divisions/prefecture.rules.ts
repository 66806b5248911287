/** The prefecture's place code; villages begin with it. */
export const PREFECTURE = '5223'
