export { catalogue, type ErrorName } from './catalogue.js';
export { DeployKitError, failure, hasLeftNothing } from './deploy-kit-error.js';
export { recognise } from './recognise.js';
export { unchanged, type HostState } from './host-state.js';
