/** What a seat lets its holder do, from most to least. */
export type Role = 'owner' | 'admin' | 'marketer' | 'agent' | 'viewer';

export const roles: readonly Role[] = ['owner', 'admin', 'marketer', 'agent', 'viewer'];

/**
 * The roles that someone may hand out, change or take away.
 * Only an owner makes owners, so that an admin can never lock the owner out.
 */
export function rolesGivenBy(role: Role): readonly Role[] {
  switch (role) {
    case 'owner':
      return roles;
    case 'admin':
      return roles.filter((given) => given !== 'owner');
    case 'marketer':
    case 'agent':
    case 'viewer':
      return [];
  }
}
