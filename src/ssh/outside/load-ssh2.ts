import type * as Ssh2 from 'ssh2';

/** Loads ssh2 on first use: actions that open no connection start faster without it. */
export async function loadSsh2(): Promise<Pick<typeof Ssh2, 'Client' | 'utils'>> {
  // ssh2 is CommonJS and reads __dirname when it loads, which an ES module bundle does not have.
  (globalThis as { __dirname?: string }).__dirname ??= import.meta.dirname;
  return (await import('ssh2')).default;
}
