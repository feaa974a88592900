import { parseDocument } from 'yaml';
import { yamlValue } from '../text/read-yaml.js';
import { InputProblem, type InputKind } from './kind.js';

/** A YAML (or JSON) mapping, such as the outputs of another step in JSON. */
export const mapping: InputKind<Readonly<Record<string, unknown>>> = {
  describe: 'YAML or JSON mapping',
  parse(value) {
    const read = yamlValue(parseDocument(value));
    const content = 'value' in read ? read.value : undefined;
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      throw new InputProblem('must be a mapping in YAML or JSON, such as `gateway: https://…`');
    return content as Readonly<Record<string, unknown>>;
  },
};
