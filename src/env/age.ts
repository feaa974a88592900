/** Reads what was encrypted with age. */
export interface Age {
  /**
   * @param armored the text between `BEGIN` and `END AGE ENCRYPTED FILE`, both included
   * @returns the content; `undefined` when none of the keys fits
   */
  decrypt(armored: string): Promise<Uint8Array | undefined>;
}
