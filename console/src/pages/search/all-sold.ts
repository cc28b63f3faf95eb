/** Stands for every suffix that can be registered, in the address and in the API. */
export const allSold = '*'
