/** The part of an image's configuration that says how containers of it run. https://github.com/opencontainers/image-spec/blob/main/config.md */
export type ContainerConfig = Readonly<Record<string, unknown>>;

type ImageConfig = { architecture?: string; os?: string; variant?: string; history?: readonly object[] } & Record<string, unknown>;

export type Committed = {
  config: ContainerConfig;
  author: string;
  comment: string;
  /** What ran in the container. */
  createdBy: string;
  /** RFC 3339 */
  created: string;
  /** Of all layers, lowest first. */
  diffIds: readonly string[];
  /** False when the container changed no file: then there is no layer for this entry of the history. */
  hasLayer: boolean;
};

/** The configuration of an image that a container was made of, with what it has become since. */
export const committedConfig = (baseJson: string, { config, author, comment, createdBy, created, diffIds, hasLayer }: Committed): string => {
  const { architecture, os, variant, history = [] } = JSON.parse(baseJson) as ImageConfig;
  const entry = { created, created_by: createdBy, ...(author === '' ? {} : { author }), ...(comment === '' ? {} : { comment }), ...(hasLayer ? {} : { empty_layer: true }) };
  return JSON.stringify({
    architecture,
    os,
    ...(variant === undefined ? {} : { variant }),
    created,
    ...(author === '' ? {} : { author }),
    config,
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: [...history, entry],
  });
};
