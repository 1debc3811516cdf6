/** What of dockerode is used here; it brings no types. */
declare module 'dockerode' {
  export type Said = { stream?: string; aux?: { ID: string }; error?: string; errorDetail?: { code?: number; message: string } };
  export default class Docker {
    constructor(options: { socketPath: string });
    modem: { followProgress: (stream: NodeJS.ReadableStream, done: (error: Error | null, said: Said[]) => void) => void };
    buildImage(context: { context: string; src: string[] }, options: object): Promise<NodeJS.ReadableStream>;
    getImage(name: string): { inspect: () => Promise<{ Id: string; Config: { Labels: Record<string, string> } }> };
  }
}
