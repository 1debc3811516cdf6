/** Counts, times and readings of this process, in the text format of Prometheus. */
export type Counter = { add: (labels?: Labels, by?: number) => void };
export type Histogram = { observe: (value: number, labels?: Labels) => void };
export type Labels = Readonly<Record<string, string>>;

type Metric = { name: string; help: string; kind: 'counter' | 'gauge' | 'histogram'; lines: () => string[] };

/** Every series is kept for ever: labels must come from a small set. What goes beyond is counted together. */
const seriesMax = 500;
const metrics = new Map<string, Metric>();

const register = (metric: Metric): void => {
  if (metrics.has(metric.name)) throw new Error(`two metrics are called ${metric.name}: rename one`);
  metrics.set(metric.name, metric);
};

const seriesOf = <Value>(initial: () => Value) => {
  const byLabels = new Map<string, Value>();
  const of = (labels: Labels): { key: string; value: Value } => {
    const text = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`).join(',');
    const key = byLabels.has(text) || byLabels.size < seriesMax ? text : Object.keys(labels).map((name) => `${name}="other"`).join(',');
    const value = byLabels.get(key) ?? initial();
    byLabels.set(key, value);
    return { key, value };
  };
  return { byLabels, of };
};

const escaped = (value: string): string => value.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`);
const braced = (labels: string): string => (labels === '' ? '' : `{${labels}}`);

/** Only goes up. By convention its name ends with `_total`. */
export const counter = (name: string, help: string): Counter => {
  const { byLabels, of } = seriesOf(() => 0);
  register({ name, help, kind: 'counter', lines: () => [...byLabels].map(([labels, value]) => `${name}${braced(labels)} ${value}`) });
  return {
    add: (labels = {}, by = 1) => {
      const { key, value } = of(labels);
      byLabels.set(key, value + by);
    },
  };
};

/** Read when it is asked for. A later gauge of the same name takes the place of the earlier one. */
export const gauge = (name: string, help: string, read: () => number): void => void metrics.set(name, { name, help, kind: 'gauge', lines: () => [`${name} ${read()}`] });

/** A tenth of a millisecond to ten seconds. */
const secondsBounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Durations in seconds. By convention its name ends with `_seconds`. */
export const histogram = (name: string, help: string, bounds: readonly number[] = secondsBounds): Histogram => {
  const { byLabels, of } = seriesOf(() => ({ sum: 0, count: 0, buckets: bounds.map(() => 0) }));
  const linesOf = ([labels, { sum, count, buckets }]: [string, { sum: number; count: number; buckets: number[] }]): string[] => {
    const more = labels === '' ? '' : `${labels},`;
    let below = 0;
    return [
      ...bounds.map((bound, place) => `${name}_bucket{${more}le="${bound}"} ${(below += buckets[place] ?? 0)}`),
      `${name}_bucket{${more}le="+Inf"} ${count}`,
      `${name}_sum${braced(labels)} ${sum}`,
      `${name}_count${braced(labels)} ${count}`,
    ];
  };
  register({ name, help, kind: 'histogram', lines: () => [...byLabels].flatMap(linesOf) });
  return {
    observe: (seconds, labels = {}) => {
      const { value } = of(labels);
      value.sum += seconds;
      value.count++;
      const place = bounds.findIndex((bound) => seconds <= bound);
      if (place >= 0) value.buckets[place] = (value.buckets[place] ?? 0) + 1;
    },
  };
};

/** What `contentType` names: one text for a scraper. */
export const renderMetrics = (): string =>
  [...metrics.values()].flatMap(({ name, help, kind, lines }) => [`# HELP ${name} ${help.replaceAll('\n', ' ')}`, `# TYPE ${name} ${kind}`, ...lines(), '']).join('\n');

export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8';
