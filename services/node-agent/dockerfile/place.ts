/** Where in which Dockerfile something stands. Lines and columns count from 1. */
export type Place = {
  /** As it was named: `Dockerfile`, `docker/web.Dockerfile`. */
  file: string;
  line: number;
  /** Last line of the instruction, continuations and heredocs included. */
  endLine: number;
  /** Of the word that is meant, where one is: it stands in `line`. */
  column?: number;
};

/** Something that works and is likely not meant. `rule` is the name by which `# check=skip=` leaves it out: `StageNameCasing`. https://docs.docker.com/reference/build-checks/ */
export type Warning = { rule: string; message: string; place: Place };
