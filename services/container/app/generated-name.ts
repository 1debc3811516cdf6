const qualities = ['amber', 'brave', 'calm', 'deft', 'eager', 'fair', 'gentle', 'hardy', 'ideal', 'jolly', 'keen', 'lucid', 'merry', 'noble', 'open', 'proud', 'quiet', 'ready', 'sound', 'tidy', 'upright', 'vivid', 'warm', 'young'];
const ships = ['bark', 'brig', 'carrack', 'clipper', 'coaster', 'cog', 'cutter', 'dhow', 'ferry', 'frigate', 'galleon', 'hulk', 'junk', 'ketch', 'lighter', 'lugger', 'packet', 'pinnace', 'schooner', 'sloop', 'tender', 'trawler', 'whaler', 'yawl'];

/** A name such as `calm_cutter_4f1a` for a container that was given none. */
export const generatedName = (containerId: string): string => {
  const number = Number.parseInt(containerId.slice(0, 8), 16);
  return `${qualities[number % qualities.length]}_${ships[Math.floor(number / qualities.length) % ships.length]}_${containerId.slice(8, 12)}`;
};
