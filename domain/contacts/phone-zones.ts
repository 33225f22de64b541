import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { areaCodeState } from './area-codes.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { Zone } from './zone.ts';
import { countryZones } from './zones/countries.ts';
import { readRegion } from './zones/regions.ts';

/**
 * All zones in which a number may ring, by its prefix, the likeliest first; empty where it tells none
 * (toll-free). A number may have moved with its owner: an address that is known is better.
 */
export function phoneZones(number: PhoneNumber): readonly Zone[] {
  const zones = number.startsWith('+1') ? northAmerican(number) : abroad(number);
  return zones as readonly Zone[];
}

function northAmerican(number: PhoneNumber): readonly string[] {
  const code = number.slice(2, 5);
  const own = splitAreaCodes.get(code);
  if (own) return own;
  const state = areaCodeState(number);
  const region = state ? (readRegion('US', state) ?? readRegion('CA', state)) : null;
  if (region) return wholeAreaCodes.has(code) ? region.zones.slice(0, 1) : region.zones;
  return ofCountry(number);
}

function abroad(number: PhoneNumber): readonly string[] {
  const mexican = /^\+52(\d{3})/.exec(number)?.[1];
  if (!mexican) return ofCountry(number);
  return [
    mexicanZones.get(mexican) ?? mexicanZones.get(mexican.slice(0, 2)) ?? 'America/Mexico_City',
  ];
}

const ofCountry = (number: PhoneNumber): readonly string[] => {
  const country = parsePhoneNumberFromString(number)?.country;
  return country && country !== 'US' && country !== 'CA' ? countryZones(country) : [];
};

/** Area codes of states in two zones that lie in the state's main zone alone. */
const wholeAreaCodes: ReadonlySet<string> = new Set(
  (
    '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954 ' +
    '615 629 731 901 931 502 606 859 260 317 463 765 231 248 269 313 517 586 616 734 810 947 989 ' +
    '316 913 210 214 254 281 325 346 361 409 430 469 512 682 713 726 737 806 817 830 832 903 936 ' +
    '940 945 956 972 979 503 971 480 520 602 623 226 249 289 343 365 382 416 437 519 548 613 647 ' +
    '683 705 742 753 905 942 604 672 778 236 257'
  ).split(' '),
);

/** Area codes whose zones, or their order, are not those of the state. */
const splitAreaCodes = table({
  'America/Chicago America/New_York': '850 448 270 364',
  'America/New_York America/Chicago': '423 729 865',
  'America/Chicago America/Indiana/Indianapolis': '219',
  'America/Denver': '915',
});

const mexicanZones = new Map(
  [
    ...table({
      'America/Tijuana': '616 646 658 661 664 665 686',
      'America/Hermosillo': '622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662',
      'America/Mazatlan':
        '311 319 323 324 325 327 389 612 613 615 624 667 668 669 672 673 687 694 695 696 697 698',
      'America/Bahia_Banderas': '329',
      'America/Chihuahua': '614 621 625 627 628 629 635 636 639 648 649 652 659',
      'America/Ciudad_Juarez': '656',
      'America/Ojinaga': '626',
      'America/Matamoros': '867 868 877 878 891 894 897 899',
      'America/Monterrey': '81 82 83 84 86 87 618',
      'America/Cancun': '983 984 987 998',
      'America/Merida': '98 99',
    }),
  ].map(([prefix, [zone]]) => [prefix, zone] as const),
);

function table(zones: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(zones).flatMap(([names, codes]) =>
      codes.split(' ').map((code) => [code, names.split(' ')] as const),
    ),
  );
}
