import type { Platform } from '#kernel/platform.ts';
import { openHoldings } from './app/holdings.ts';
import { openImages } from './app/images.ts';
import { serveHoldings } from './app/serve-holdings.ts';
import { serve } from './app/serve.ts';
import { imageUsers } from './app/users.ts';

/** Images and what their names point at; which node holds what. */
export const imageService = (platform: Platform): { serve: () => void } => {
  const images = openImages(platform);
  const holdings = openHoldings(platform);
  const usersOf = imageUsers(platform);
  return {
    serve: () => {
      serve(platform, images, usersOf);
      serveHoldings(platform, holdings);
    },
  };
};
