export { catalogue, type ErrorName } from './catalogue.js';
export { DeployKitError, failure, type ErrorContext } from './deploy-kit-error.js';
export { describeHostState, unchanged, type HostState } from './host-state.js';
