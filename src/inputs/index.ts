export { defineAction, type ActionDefinition, type Inputs } from './definition.js';
export type { HostAddress } from './host-address.js';
export { InputProblem, type InputKind } from './kind.js';
export {
  choice,
  duration,
  flag,
  hostAddress,
  keyValues,
  lines,
  listOf,
  text,
  wholeNumber,
} from './kinds.js';
export { parseInputs, type InputSource } from './parse-inputs.js';
