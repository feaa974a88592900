/** Hides secrets in everything that is shown, as the runner does: the whole value and each of its lines. */
export class Mask {
  readonly #secrets = new Set<string>();

  add(secret: string): void {
    for (const part of [secret, ...secret.split(/\r?\n/)])
      if (part.trim() !== '') this.#secrets.add(part);
    // The runner also hides what a secret looks like in Basic credentials.
    if (secret !== '') this.#secrets.add(Buffer.from(secret).toString('base64'));
  }

  apply(text: string): string {
    let shown = text;
    // Longer ones first: a part of a secret must not leave the rest of it readable.
    for (const secret of [...this.#secrets].sort((a, b) => b.length - a.length))
      shown = shown.replaceAll(secret, '***');
    return shown;
  }

  hides(text: string): boolean {
    return this.apply(text) !== text;
  }
}
