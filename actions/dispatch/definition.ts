import {
  dispatchInputs,
  dispatchOutputs,
  dispatchRules,
} from '../../src/dispatch/dispatch-inputs.js';
import { defineAction, text } from '../../src/inputs/index.js';

export const definition = defineAction({
  name: 'dispatch',
  title: 'Dispatch',
  description:
    'Starts the next workflow of a chain, here or in other repositories, and waits for its run where asked to.',
  branding: { icon: 'send', color: 'blue' },
  inputs: {
    ...dispatchInputs,
    release: {
      kind: text,
      description:
        'The release document to hand on, as JSON (the output `release` of build-and-dispatch or dispatch). Default: that of the event that started this run; without one, a document of this commit without images.',
    },
  },
  outputs: dispatchOutputs,
  rules: [...dispatchRules],
  post: false,
});
