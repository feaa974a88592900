export { defineAction, type ActionDefinition, type Inputs } from './definition.js';
export { boolean, choice, duration, hostAddress, keyValues, lines, listOf, text } from './kinds.js';
export { parseInputs, type InputSource } from './parse-inputs.js';
