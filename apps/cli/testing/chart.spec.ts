import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { settingsTable } from '#runtime/settings.js';

const chart = join(process.cwd(), 'deploy', 'helm', 'essor');
const text = (...path: string[]) => readFileSync(join(chart, ...path), 'utf8');

type Tree = { [key: string]: Tree } & { [index: number]: Tree };
const at = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], tree);

/** The few forms of a template that the chart is written with; one that is not known here stays, and is no YAML. */
function filled(template: string): string {
  const values: unknown = parse(text('values.yaml'));
  const known = (path: string) => {
    const value = at(values, path);
    if (value === undefined || value === null) throw new Error(`values.yaml has no ${path}`);
    return value;
  };
  return template
    .replace(/^ *\{\{- toYaml \.Values\.([\w.]+) \| nindent (\d+) \}\}$/gm, (_, path: string, indent: string) =>
      stringify(known(path))
        .trimEnd()
        .replace(/^/gm, ' '.repeat(Number(indent))),
    )
    .replace(/\{\{ toJson \.Values\.([\w.]+) \| sha256sum \}\}/g, (_, path: string) => (known(path), 'sum'))
    .replace(/\{\{ \.Values\.([\w.]+) \}\}/g, (_, path: string) => JSON.stringify(known(path)).replaceAll('"', ''))
    .replace(/\{\{ \.Release\.Name \}\}/g, 'one');
}

const files = readdirSync(join(chart, 'templates'));
const documents = files.flatMap((file) =>
  parseAllDocuments(filled(text('templates', file))).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`);
    return document.toJS() as Tree & { kind: string; metadata: { name: string } };
  }),
);
const named = (kind: string, name: string) =>
  documents.find((one) => one.kind === kind && one.metadata.name === name) as Tree;
const pods = documents.flatMap((one) => (at(one, 'spec.template.spec') ? [at(one, 'spec.template.spec') as Tree] : []));

const helm = spawnSync('helm', ['version']).status === 0;

describe('the Helm chart', () => {
  (helm ? it : it.skip)('is what helm takes for one', () => {
    const { status, stdout } = spawnSync('helm', ['lint', '--strict', chart], { encoding: 'utf8' });
    expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
  });

  it('has every part, and none that is not known', () => {
    expect(parse(text('Chart.yaml'))).toMatchObject({ apiVersion: 'v2', name: 'essor', type: 'application' });
    expect(documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      ...['ConfigMap one-settings', 'Deployment one-api', 'Deployment one-worker', 'Job one-migrate'],
      ...['PodDisruptionBudget one-api', 'PodDisruptionBudget one-worker', 'Service one'],
    ]);
    expect(JSON.stringify(documents)).not.toMatch(/\{\{|undefined/);
  });

  it('runs what is built, without rights, on a disk that nobody writes', () => {
    expect(pods).toHaveLength(3);
    for (const pod of pods) {
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
      expect(pod.automountServiceAccountToken).toBe(false);
      const [container] = pod.containers as unknown as Tree[];
      expect(container?.securityContext).toEqual({
        ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      });
      expect(at(container, 'resources.limits.memory')).toMatch(/Mi|Gi/);
      const [program, script] = container?.command as unknown as string[];
      expect(program).toBe('node');
      expect(existsSync(join(process.cwd(), (script ?? '').replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
      // Every place that is written is a volume there is.
      const mounted = (container?.volumeMounts as unknown as { name: string }[]).map(({ name }) => name).sort();
      expect(mounted).toEqual((pod.volumes as unknown as { name: string }[]).map(({ name }) => name).sort());
    }
  });

  it('asks each process how it is, and lets one go at a time', () => {
    const container = (name: string) =>
      at(named('Deployment', `one-${name}`), 'spec.template.spec.containers.0') as Tree;
    for (const probe of ['startupProbe', 'livenessProbe']) {
      expect(at(container('api'), `${probe}.httpGet.path`)).toBe('/healthz');
      expect(JSON.stringify(container('worker')[probe])).toContain('9465/metrics');
    }
    expect(at(container('api'), 'readinessProbe.httpGet.path')).toBe('/readyz');
    expect(container('api').env).toContainEqual({ name: 'METRICS_PORT', value: '9464' });
    for (const name of ['api', 'worker']) {
      const selector = at(named('Deployment', `one-${name}`), 'spec.selector.matchLabels');
      expect(at(named('Deployment', `one-${name}`), 'spec.template.metadata.labels')).toMatchObject(selector as object);
      expect(at(named('PodDisruptionBudget', `one-${name}`), 'spec.selector.matchLabels')).toEqual(selector);
      expect(at(named('PodDisruptionBudget', `one-${name}`), 'spec.maxUnavailable')).toBe(1);
    }
    expect(at(named('Service', 'one'), 'spec.selector')).toEqual(
      at(named('Deployment', 'one-api'), 'spec.selector.matchLabels'),
    );
    expect(at(named('Job', 'one-migrate'), 'metadata.annotations')).toMatchObject({
      'helm.sh/hook': 'pre-install,pre-upgrade',
    });
  });

  it('sets nothing that is no setting', () => {
    const settings = settingsTable().map(({ name }) => name);
    const set = [
      ...Object.keys(at(named('ConfigMap', 'one-settings'), 'data') as object),
      ...pods.flatMap(({ containers }) =>
        (containers as unknown as { env: { name: string }[] }[]).flatMap(({ env }) => env.map(({ name }) => name)),
      ),
    ];
    expect(set.filter((name) => !settings.includes(name))).toEqual([]);
  });
});
