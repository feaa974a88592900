/** A service whose new containers start beside the old ones. */
export interface RolledService {
  readonly name: string;
  readonly replicas: number;
}

/** `web=2` for each, as the program writes them. */
export function rolledWords(services: readonly RolledService[]): readonly string[] {
  return services.map(({ name, replicas }) => `${name}=${replicas}`);
}
