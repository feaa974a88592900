import { isMapping, type Mapping } from './load-compose-file.js';
import { namesSomethingIn } from './named-files.js';
import { shortForm } from './rebase-model.js';
import { isYes } from './yes-or-no.js';

/**
 * Whether the source of a bind mount may be missing, since Compose makes it as an empty folder: where its file says so
 * (`create_host_path`), or in the short form, unless an empty folder can't be what is meant: what is only read, what
 * has the name of a file, and where the service's own command or healthcheck names something in it.
 * @param volume of a rebased model
 */
export function mayBeMade(volume: Mapping, service: Mapping): boolean {
  if (isMapping(volume.bind) && isYes(volume.bind.create_host_path)) return true;
  if (volume[shortForm] !== true || isYes(volume.read_only)) return false;
  const [source, target] = [String(volume.source), String(volume.target)];
  return (
    !isFileName(source) &&
    !isFileName(target) &&
    !commandsOf(service).some((command) => namesSomethingIn(command, target))
  );
}

// Names of files by habit, with and without an extension. `conf.d`, `v1.2` and `.data` are folders.
function isFileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    (/[^.]\.[A-Za-z]\w{0,9}$/.test(name) && !name.endsWith('.d')) ||
    /^[A-Z][A-Za-z]+file$/.test(name) ||
    /^(hosts|passwd|shadow|group|crontab|fstab|localtime|timezone|machine-id|id_\w+|authorized_keys|known_hosts|\.?htpasswd|LICENSE|README)$/.test(
      name,
    ) ||
    /^\.(env\w*|\w+rc|\w+ignore|netrc|pgpass|htaccess|gitconfig)$/.test(name)
  );
}

/** What its containers are started with, and what judges their health, each as one line. */
function commandsOf({ entrypoint, command, healthcheck }: Mapping): readonly string[] {
  const test = isMapping(healthcheck) ? healthcheck.test : undefined;
  const checked = Array.isArray(test) ? test.slice(1) : test;
  return [[...words(entrypoint), ...words(command)], words(checked)].map((list) => list.join(' '));
}

function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}
