import type { Platform } from '#kernel/platform.ts';
import { openBuilds } from './app/builds.ts';
import { openGarbage, serveContentWork, type GarbageSettings } from './app/garbage.ts';
import { openImages } from './app/images.ts';
import { servePrune } from './app/prune.ts';
import { openReferences } from './app/references.ts';
import { serveDiskUse } from './app/serve-disk-use.ts';
import { registerStored } from './app/register.ts';
import { loseBuilds, serveBuilds } from './app/serve-builds.ts';
import { serveHoldings } from './app/serve-holdings.ts';
import { serveJobs } from './app/serve-jobs.ts';
import { serveRepositories } from './app/serve-repositories.ts';
import { serve } from './app/serve.ts';
import { loseTransfers, serveTransfers } from './app/serve-transfers.ts';
import { openTransfers } from './app/transfers.ts';
import { imageUsers } from './app/users.ts';

/** Images and what their names point at; which node holds what, and what may go. */
export const imageService = (platform: Platform, settings: GarbageSettings): { serve: () => void } => {
  const images = openImages(platform);
  const references = openReferences(platform);
  const usersOf = imageUsers(platform);
  const transfers = openTransfers(platform);
  const builds = openBuilds(platform);
  const garbage = openGarbage(platform, images.holdings, references, settings);
  return {
    serve: () => {
      serve(platform, images, usersOf);
      serveRepositories(platform, images);
      serveHoldings(platform, images.holdings);
      serveDiskUse(platform, images.holdings, references);
      servePrune(platform, images, usersOf, garbage, builds);
      serveBuilds({ platform, builds, register: async (image, ...rest) => void (await registerStored(images, image, ...rest)), holdersOf: (digest) => images.holdings.find(digest).nodeIds });
      serveJobs(platform, [
        (nodeId, { transferIds }, context) => loseTransfers(transfers, nodeId, transferIds, context),
        (nodeId, { buildIds }, context) => loseBuilds(builds, nodeId, buildIds, context),
      ]);
      serveContentWork(platform, images, references, garbage);
      serveTransfers(platform, images, transfers);
    },
  };
};
