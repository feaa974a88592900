/** An image of a release with the digest that is deployed. */
export interface PinnedImage {
  /** `ghcr.io/acme/api`, without tag and digest. */
  readonly name: string;
  readonly digest: string;
}
