import type { ConnectionFault } from '../../net/http-probe.js';

/** What is wrong with what a check saw. */
export interface Fault {
  readonly kind: FaultKind;
  /** The same in a few words. */
  readonly text: string;
  /** Whether waiting can't mend it. */
  readonly isFinal?: boolean;
}

export type FaultKind =
  | ConnectionFault
  | 'redirect'
  | 'redirect-elsewhere'
  | 'redirect-loop'
  | 'status'
  | 'body'
  | 'json'
  | 'header'
  | 'revision'
  | 'slow'
  | 'certificate-name'
  | 'certificate-expires'
  | 'localhost'
  | 'port-internal'
  | 'only-inside'
  | 'asset'
  | 'websocket'
  | 'command'
  | 'container'
  /** Good answers came, but not enough of them in a row. */
  | 'unsteady'
  /** It was healthy, and then too often not. */
  | 'soak';
